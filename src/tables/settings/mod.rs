//! `rollbook.toml`: what the organisation is called, its words, its thresholds, its levels and waivers.

mod organisation;
pub mod reader;
mod rules;
pub mod thresholds;
mod words;

pub use organisation::Organisation;
pub use rules::{Level, LevelSetting, Waiver};
pub use thresholds::Thresholds;
pub use words::{Metric, Vocabularies};

use crate::text::{At, FileId, toml};
use crate::value::Words;

use super::fault::{Fault, FaultKind};
use reader::Section;

/// The version of the book format that this program reads and writes.
pub const FORMAT: i64 = 1;

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

/// `[files]`: how new files are written.
#[derive(Debug, Default)]
pub struct Files {
    /// Whether a new file begins with a byte-order mark.
    pub bom: bool,
    /// Whether new headers and fixed words are titles in the book's language, not codes.
    pub titles: bool,
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
        let mut top = Section::new(&toml, file, "", &mut faults);
        if toml.get("format").is_none() {
            top.missing("format", "format = 1");
        }
        settings.newer_format = top.whole("format", 1).filter(|n| *n > FORMAT);
        settings.organisation = top.section("organisation", Organisation::read).unwrap_or_default();
        let mut words = words::empty();
        if let Some(entry) = top.take("vocabulary") {
            top.table(entry, |section| settings.vocabularies.read_words(section, &mut words));
        }
        words::share(&mut words);
        if let Some(entry) = top.take("metrics") {
            top.table(entry, |section| settings.vocabularies.read_metrics(section, &mut words));
        }
        settings.rules = top.section("rules", |section| Thresholds::read(section, &words)).unwrap_or_default();
        settings.levels = top.section("levels", rules::read_levels).unwrap_or_default();
        settings.waivers = rules::read_waivers(&mut top);
        settings.files = top.section("files", Files::read).unwrap_or_default();
        for key in ["assess", "match", "publish"] {
            top.take(key);
        }
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
        let headers = section.choice("headers", &["code", "title"]);
        Self { bom, titles: headers == Some("title") }
    }
}
