//! Ids: safe as a file name, never a name of a person or place.

use unicode_normalization::is_nfc;

use super::cell::{Cell, Kind, Refusal};
use super::desk::{Desk, Shift};
use super::show::{Shelf, Value};
use super::string::Str;
use crate::say;
use crate::say::Text;
use crate::text::width::is_hidden;

/// The id of a row, kept like a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(pub Str);

/// Whether a text may be an id: 1 to 64 letters, digits, `-`, `_` of any script, in NFC, nothing invisible, a letter or digit first.
///
/// # Errors
/// Says what is wrong with it.
pub fn check(text: &str) -> Result<(), Text> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if text.len() <= 64 && text.bytes().all(is_plain) && !text.starts_with(['-', '_']) {
        return Ok(());
    }
    let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if let Some(c) = text.chars().find(|c| is_hidden(*c)) {
        return Err(say!(
            "an id has no invisible characters, and this one has U+{code}",
            "编号中不能有不可见字符，这里有 U+{code}",
            code = format!("{:04X}", u32::from(c))
        ));
    }
    if !text.is_ascii() && !is_nfc(text) {
        return Err(say!(
            "its letters are put together from parts (not Unicode NFC), so that it looks like another id",
            "字符由零件拼成（不是 Unicode NFC 形式），会与别的编号看起来一样"
        ));
    }
    if let Some(c) = text.chars().find(|c| !allowed(*c)) {
        if c.is_whitespace() {
            return Err(say!("an id is made of letters, digits, '-' and '_', without blanks", "编号只由文字、数字、“-”和“_”组成，不能有空格"));
        }
        let c = c.to_string();
        return Err(say!("an id is made of letters, digits, '-' and '_', without '{c}'", "编号只由文字、数字、“-”和“_”组成，不能有“{c}”", c = c));
    }
    if text.starts_with(['-', '_']) {
        return Err(say!("an id begins with a letter or a digit", "编号以文字或数字开头"));
    }
    if text.chars().count() > 64 {
        return Err(say!("an id has at most 64 characters", "编号最多 64 个字符"));
    }
    Ok(())
}

/// Whether a text may be the name of a file on every system: Windows keeps some names for devices, in any case.
///
/// # Errors
/// Says that it may not.
pub fn check_as_file(text: &str) -> Result<(), Text> {
    if !is_device(text) {
        return Ok(());
    }
    Err(say!(
        "Windows keeps this name for a device and can have no file of it, so that the book could not be copied there",
        "Windows 把这个名称留给设备，不能用作文件名，台账复制到 Windows 上会丢失这个文件"
    ))
}

/// Whether Windows knows a device of that name.
pub fn is_device(text: &str) -> bool {
    let lower = text.to_lowercase();
    if matches!(lower.as_str(), "con" | "prn" | "aux" | "nul") {
        return true;
    }
    let number = lower.strip_prefix("com").or_else(|| lower.strip_prefix("lpt"));
    number.is_some_and(|number| matches!(number.chars().collect::<Vec<_>>().as_slice(), ['0'..='9' | '¹' | '²' | '³']))
}

/// What is left of an id when case and the difference between letters that look alike are taken away.
pub fn skeleton(id: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    // ASCII is in every normal form.
    let (ascii, other) = if id.is_ascii() { (id, "") } else { ("", id) };
    ascii
        .chars()
        .chain(other.nfkc())
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'а' => 'a',
            'е' => 'e',
            'о' | 'ο' | '0' => 'o',
            'р' | 'ρ' => 'p',
            'с' => 'c',
            'х' => 'x',
            'у' => 'y',
            'і' | 'ι' | 'l' | '1' => 'i',
            'ѕ' => 's',
            'ј' => 'j',
            'κ' | 'к' => 'k',
            'ν' => 'v',
            'α' => 'a',
            'т' => 't',
            'м' => 'm',
            'н' => 'h',
            'в' => 'b',
            'ー' | '一' | '‐' | '–' | '—' => '-',
            other => other,
        })
        .collect()
}

impl Cell for Id {
    type Stored = Str;
    const EMPTY: Str = Str::EMPTY;
    const BROKEN: Str = Str::BROKEN;
    const KIND: Kind = Kind::Id;

    fn read(text: &str, desk: &mut Desk<'_>) -> Result<Self, Refusal> {
        check(text).map_err(Refusal::Id)?;
        Ok(Self(desk.keep(text)))
    }
    fn store(self) -> Str {
        self.0
    }
    fn load(stored: Str) -> Self {
        Self(stored)
    }
    fn show(self, shelf: &Shelf<'_>) -> Value {
        Value::Id(self.0.of(&shelf.kept.text).to_owned())
    }
    fn settle(self, shift: &Shift) -> Self {
        Self(self.0.settle(shift))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_no_file() {
        for device in ["con", "NUL", "Aux", "prn", "com1", "COM9", "lpt0", "LPT³"] {
            assert!(check_as_file(device).is_err(), "{device}");
        }
        for file in ["con-1", "com", "com10", "console", "lpta", "东门"] {
            assert!(check_as_file(file).is_ok(), "{file}");
        }
    }

    #[test]
    fn ids_of_any_script() {
        for right in ["v1", "东门-01", "a_b", "1", "Ünal"] {
            assert!(check(right).is_ok(), "{right}");
        }
        for wrong in ["", "-a", "a b", "a/b", "../x", "a\u{200b}b", "e\u{301}", "a;b", "a.b", &"x".repeat(65)] {
            assert!(wrong.is_empty() || check(wrong).is_err(), "{wrong}");
        }
    }
}
