//! The language of a `rollbook.toml` that cannot be read: what is wrong with it is told in the language of whoever wrote it.

use crate::say::Lang;
use crate::value::fixed::Fixed;

use super::key::LATER;
use super::organisation::{self, Language};

/// What the first line that says `language = …` names, in whatever encoding: its letters are the same in most. Quotes may be missing or
/// curly, the section misspelt; what stands in another section means something else.
pub fn language_in(bytes: &[u8]) -> Option<Lang> {
    let is_other = |name: &str| name != organisation::OUTLINE.name && super::ALL.iter().copied().chain(LATER).any(|outline| outline.name == name);
    let mut is_elsewhere = false;
    for line in bytes.split(|byte| matches!(byte, b'\n' | b'\r')) {
        // UTF-16 has a zero beside each of these letters.
        let letters: Vec<u8> = line.iter().copied().filter(|byte| *byte != 0).collect();
        let line = String::from_utf8_lossy(&letters);
        let line = line.trim_start_matches('\u{feff}').trim();
        if let Some(header) = line.strip_prefix('[') {
            let name = header.trim_start_matches('[').split(['.', ']']).next().unwrap_or_default();
            is_elsewhere = is_other(name.trim());
        } else if let Some((key, value)) = line.split_once('=')
            && (key.trim() == "organisation.language" || key.trim() == "language" && !is_elsewhere)
        {
            let word = value.split('#').next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
            let found = Language::find(word).map_or_else(|| Lang::from_tag(word), |language| Lang::from_tag(language.code()));
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_in_what_is_no_toml() {
        let found = [
            "<<<<<<< HEAD\nname = \"a\"\n=======\nname = \"b\"\n>>>>>>> other\nlanguage = \"zh-CN\"\n",
            "[organization]\nlanguage = 'zh-CN' # 中文\n",
            "[organisation]\r\nlanguage=“zh-CN”\r\n",
            "language = zh-CN",
            "organisation.language = \"zh\"",
            "[organisation]\nlanguage = \"中文\"\n",
            "[publish]\nlanguage = \"en\"\n[[waivers]]\nlanguage = \"en\"\n[organisation]\nlanguage = \"zh-CN\"\n",
        ];
        for text in found {
            assert_eq!(language_in(text.as_bytes()), Some(Lang::Zh), "{text}");
        }
        assert_eq!(language_in(b"[organisation]\nlanguage = \"en\"\nname = \"\n"), Some(Lang::En));
        let none = [
            "",
            "# language = \"zh-CN\"",
            "languages = \"zh-CN\"",
            "language = \"de\"",
            "language = ",
            "[metrics]\nlanguage = \"zh-CN\"\n",
            "[vocabulary.skills]\nlanguage = \"zh-CN\"\n",
        ];
        for text in none {
            assert_eq!(language_in(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn the_language_is_found_in_other_encodings() {
        let text = "[organisation]\nname = \"河畔街道志愿服务总队\"\nlanguage = “zh-CN”\n";
        let (gb18030, _, _) = encoding_rs::GB18030.encode(text);
        assert_eq!(language_in(&gb18030), Some(Lang::Zh));
        let plain = text.replace(['“', '”'], "\"");
        let little: Vec<u8> = "\u{feff}".encode_utf16().chain(plain.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}".encode_utf16().chain(plain.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!((language_in(&little), language_in(&big)), (Some(Lang::Zh), Some(Lang::Zh)));
    }
}
