//! `rollbook.toml`: what the organisation is called, its words, its thresholds, its levels and waivers.

pub mod called;
pub mod key;
mod language;
mod organisation;
pub mod reader;
mod rules;
pub mod thresholds;
mod words;

pub use key::{Key, Outline, Takes};
pub use language::language_in;
pub use organisation::Organisation;
pub use rules::{Level, LevelSetting, Waiver};
pub use thresholds::Thresholds;
pub use words::{Metric, Vocabularies};

use crate::fixed_words;
use crate::say::Lang;
use crate::text::{At, FileId, toml};
use crate::value::Words;
use crate::value::fixed::{Fixed, FixedWord};

use crate::schema::{Fault, FaultKind};
use reader::Section;

/// The version of the book format that this program reads and writes.
pub const FORMAT: i64 = 1;

/// All sections, in the order in which documents name them.
pub static ALL: &[&Outline] = &[
    &key::TOP,
    &organisation::OUTLINE,
    &key::VOCABULARY,
    &key::WORD,
    &key::METRICS,
    &key::METRIC,
    &thresholds::OUTLINE,
    &rules::LEVELS,
    &rules::WAIVERS,
    &key::FILES,
];

fixed_words! {
    /// How new headers and fixed words are written.
    pub enum Headers {
        Code = "code", "code", "代码": "as codes, the same in every language: id, backbone", "用代码，各语言相同：id、backbone";
        Title = "title", "title", "名称": "as titles in the language of the book: 编号, 骨干", "用台账语言的名称：编号、骨干";
    }
}

fixed_words! {
    /// How new ids are made.
    pub enum Ids {
        Serial = "serial", "serial", "顺序": "the highest number so far, plus one", "现有最大的号码加一";
        Scattered = "scattered", "scattered", "分散": "the same with three letters behind the number that differ each time, for a book kept on several git branches", "同上，号码后再加三个随机字母，供多个 git 分支上同时登记的台账使用";
    }
}

const HEADERS: &[FixedWord] = Headers::WORDS;
const IDS: &[FixedWord] = Ids::WORDS;

/// Everything that `rollbook.toml` says.
#[derive(Debug, Default)]
pub struct Settings {
    /// The file itself.
    pub file: Option<FileId>,
    /// The version of the format, where it is newer than [`FORMAT`].
    pub newer_format: Option<i64>,
    /// `[organisation]`.
    pub organisation: Organisation,
    /// What `[vocabulary]` and `[metrics]` say beyond the words themselves.
    pub vocabularies: Vocabularies,
    /// `[rules]`.
    pub rules: Thresholds,
    /// `[levels]`.
    pub levels: Vec<LevelSetting>,
    /// `[[waivers]]`.
    pub waivers: Vec<Waiver>,
    /// `[files]`.
    pub files: Files,
}

/// `[files]`: how files are written.
#[derive(Debug)]
pub struct Files {
    /// Whether a new file begins with a byte-order mark.
    pub bom: bool,
    /// How headers and fixed words are written; `None`: each file keeps its own way, and a new one follows the book's language.
    pub headers: Option<Headers>,
    /// How new ids are made.
    pub ids: Ids,
    /// Columns of the book's own, as they are written.
    pub extra: Vec<String>,
}

impl Default for Files {
    fn default() -> Self {
        Self { bom: false, headers: None, ids: Ids::Serial, extra: Vec::new() }
    }
}

impl Settings {
    /// Reads `rollbook.toml`: the settings, the words of the vocabularies, and what is wrong.
    pub fn read(file: FileId, text: &str) -> (Self, Words, Vec<Fault>) {
        let mut faults = Vec::new();
        let conflicts = crate::text::conflict::conflicts(text);
        faults.extend(conflicts.iter().map(|span| Fault::new(At::Bytes(file, *span), FaultKind::Conflict)));
        let (toml, wrong) = if conflicts.is_empty() { toml::read(text) } else { Default::default() };
        faults.extend(wrong.iter().map(|w| Fault::new(At::Bytes(file, w.span), FaultKind::TomlSyntax(w.message.clone()))));
        let mut settings = Self { file: Some(file), ..Self::default() };
        let mut top = Section::new(&toml, file, &key::TOP, &mut faults);
        if toml.get("format").is_none() {
            top.missing("format", "format = 1");
        }
        settings.newer_format = top.whole("format").filter(|n| *n > FORMAT);
        settings.organisation = top.section(&organisation::OUTLINE, Organisation::read).unwrap_or_default();
        let mut words = words::empty();
        top.section(&key::VOCABULARY, |section| settings.vocabularies.read_words(section, &mut words));
        words::share(&mut words);
        top.section(&key::METRICS, |section| settings.vocabularies.read_metrics(section, &mut words));
        settings.rules = top.section(&thresholds::OUTLINE, |section| Thresholds::read(section, &mut words)).unwrap_or_default();
        settings.levels = top.section(&rules::LEVELS, rules::read_levels).unwrap_or_default();
        settings.waivers = rules::read_waivers(&mut top);
        settings.files = top.section(&key::FILES, Files::read).unwrap_or_default();
        top.finish();
        if faults.iter().any(|fault| matches!(fault.kind, FaultKind::TomlSyntax(_) | FaultKind::Conflict)) {
            // What is missing or unknown may be so for that alone.
            faults.retain(|fault| matches!(fault.kind, FaultKind::TomlSyntax(_) | FaultKind::Conflict));
        }
        (settings, words, faults)
    }

    /// The words of a book whose `rollbook.toml` could not be read: any word goes.
    pub fn no_words() -> Words {
        words::empty()
    }
}

impl Files {
    fn read(section: &mut Section<'_>) -> Self {
        let bom = section.truth("bom").unwrap_or_default();
        let headers = section.choice("headers").and_then(Headers::find);
        let ids = section.choice("ids").and_then(Ids::find).unwrap_or(Ids::Serial);
        let extra = section.texts("extra").unwrap_or_default().into_iter().map(|(text, _)| text).collect();
        Self { bom, headers, ids, extra }
    }
}

impl Settings {
    /// The language of the titles that head a new file; `None`: it is headed by codes, which are English enough for a book in English.
    pub fn titles_of_new_files(&self) -> Option<Lang> {
        match (self.files.headers, self.organisation.language) {
            (Some(Headers::Code), _) | (None, None | Some(Lang::En)) => None,
            (Some(Headers::Title), lang) => Some(lang.unwrap_or(Lang::En)),
            (None, Some(Lang::Zh)) => Some(Lang::Zh),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::key::{Form, LATER, example};
    use super::*;
    use crate::say::Lang;

    fn read(text: &str) -> (Settings, Vec<Fault>) {
        let (settings, _, faults) = Settings::read(FileId(0), text);
        (settings, faults)
    }

    #[test]
    fn the_defaults_that_pages_show_are_those_in_force() {
        let mut text = String::from("format = 1\n");
        for outline in ALL.iter().filter(|outline| outline.form == Form::One && !outline.name.is_empty()) {
            let lines: String =
                outline.keys.iter().filter(|key| !key.default.is_empty()).map(|key| format!("{} = {}\n", key.name, key.default)).collect();
            if !lines.is_empty() {
                text.push_str(&format!("{}\n{lines}", outline.heading()));
            }
        }
        assert!(text.contains("minimum-members = 5\n") && text.contains("ids = \"serial\"\n"), "{text}");
        let ((said, faults), (silent, _)) = (read(&text), read("format = 1\n"));
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(format!("{said:?}"), format!("{silent:?}"));
    }

    #[test]
    fn every_key_that_is_described_is_read() {
        for outline in ALL {
            for key in outline.keys {
                // No key takes a list of lists of numbers. A waiver lacks nothing else.
                let head = outline.heading().replace("LIST", "skills").replace("WORD", "x");
                let others = outline.keys.iter().filter(|other| outline.form == Form::Many && other.name != key.name);
                let others: String = others.map(|other| format!("{}\n", other.line(outline, Lang::En))).collect();
                let format = if outline.name.is_empty() { "" } else { "format = 1\n" };
                let text = format!("{format}{head}\n{} = [[1]]\n{others}", key.name);
                let (_, faults) = read(&text);
                let is_wrong = matches!(faults.as_slice(), [Fault { kind: FaultKind::WrongType(..), .. }]);
                assert!(is_wrong, "{}.{}: {faults:?}\n{text}", outline.name, key.name);
            }
        }
        for outline in LATER {
            assert!(read(&format!("format = 1\n[{}]\nany = 1\n", outline.name)).1.is_empty());
        }
    }

    #[test]
    fn new_files_follow_the_setting_and_else_the_language_of_the_book() {
        let cases = [
            ("", "", None),
            ("language = \"zh-CN\"", "", Some(Lang::Zh)),
            ("language = \"en\"", "", None),
            ("language = \"zh-CN\"", "headers = \"code\"", None),
            ("language = \"en\"", "headers = \"title\"", Some(Lang::En)),
        ];
        for (language, headers, titles) in cases {
            let (settings, faults) = read(&format!("format = 1\n[organisation]\n{language}\n[files]\n{headers}\n"));
            assert_eq!((settings.titles_of_new_files(), faults.len()), (titles, 0), "{language} {headers}");
        }
    }

    #[test]
    fn the_example_is_read_without_a_fault() {
        for lang in [Lang::En, Lang::Zh] {
            let (settings, faults) = read(&example(lang));
            assert!(faults.is_empty(), "{faults:?}\n{}", example(lang));
            assert_eq!(settings.organisation.language, Some(lang));
            assert_eq!((settings.waivers.len(), settings.vocabularies.metrics.len()), (1, 2));
        }
    }
}
