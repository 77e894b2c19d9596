//! The files of a book as they were read.

use std::sync::{Arc, OnceLock};

use super::encoding::{Damage, damage, written};
use super::place::{Lines, line_column};
use super::{FileId, Span};

/// One file: its path inside the book and what stands in it.
pub struct Source {
    /// Path relative to the book, with `/` between its parts.
    pub path: String,
    /// The text, a byte-order mark included; empty if the file could not be read or decoded. Not there once it has been forgotten.
    text: OnceLock<String>,
    /// What stands in a file that is not, or not all, a text of the book.
    raw: Option<Raw>,
}

/// The bytes of a file of which the text is not all.
struct Raw {
    bytes: Vec<u8>,
    /// Where in the text bytes stand that cannot be decoded, in rising order.
    bad: Vec<Span>,
}

/// Reads a file of the book once more, by its path: the door that whoever opens files holds open for those who may not.
pub type Again = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

impl Source {
    /// A file and what stands in it.
    pub fn new(path: String, text: String) -> Self {
        Self { path, text: OnceLock::from(text), raw: None }
    }

    /// A file whose bytes are no text of the book: as a text it is empty.
    pub fn undecoded(path: String, bytes: Vec<u8>) -> Self {
        Self { path, text: OnceLock::from(String::new()), raw: Some(Raw { bytes, bad: Vec::new() }) }
    }

    /// A file that is a text but for some bytes: others stand in their places, and [`Sources::bad`] tells where. Zeros at its end are
    /// left out: the line before them may be cut, and its last cell cannot be trusted.
    pub fn damaged(path: String, bytes: Vec<u8>) -> Self {
        let before = written(&bytes);
        let Damage { text, mut bad } = damage(before);
        if before.len() < bytes.len() && !text.is_empty() && !text.ends_with('\n') {
            let cut = Span::new(text.len() - 1, text.len() + 1);
            bad.retain(|bad| bad.end <= cut.start);
            bad.push(cut);
        }
        Self { path, text: OnceLock::from(text), raw: Some(Raw { bytes, bad }) }
    }

    /// The name of the file without its folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The name of the file without its folders and its last extension.
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// All files of a book, in the order of their paths.
#[derive(Default)]
pub struct Sources {
    all: Vec<Source>,
    lines: Vec<OnceLock<Lines>>,
    again: Option<Again>,
}

impl Sources {
    /// Adds a file and says under which number it will be known.
    pub fn push(&mut self, source: Source) -> FileId {
        let id = FileId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push(source);
        self.lines.push(OnceLock::new());
        id
    }

    /// The file of that number.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.all.get(file.0 as usize)
    }

    /// The file's text, or nothing. One that was forgotten is read again: only what is shown of a large file costs that.
    pub fn text(&self, file: FileId) -> &str {
        let again = |source: &Source| self.again.as_ref().and_then(|again| again(&source.path)).unwrap_or_default();
        self.get(file).map_or("", |source| source.text.get_or_init(|| again(source)))
    }

    /// The file's bytes as they were read, be they a text or not.
    pub fn bytes(&self, file: FileId) -> &[u8] {
        self.get(file).and_then(|source| source.raw.as_ref()).map_or_else(|| self.text(file).as_bytes(), |raw| &raw.bytes)
    }

    /// Where in the text of a file bytes stand that cannot be decoded, in rising order; none in nearly every file.
    pub fn bad(&self, file: FileId) -> &[Span] {
        self.get(file).and_then(|source| source.raw.as_ref()).map_or(&[], |raw| &raw.bad)
    }

    /// Whether the text of a file is not all that stands in it, so that writing it would lose something. Of a file without a text this is not
    /// said: what is written in its place is made of its bytes.
    pub fn is_damaged(&self, file: FileId) -> bool {
        self.get(file).is_some_and(|source| source.raw.is_some()) && !self.text(file).is_empty()
    }

    /// Takes a file for one whose bytes are no text of the book after all.
    pub fn take_away_text(&mut self, file: FileId) {
        if let Some(source) = self.all.get_mut(file.0 as usize) {
            source.text = OnceLock::from(String::new());
            source.raw.iter_mut().for_each(|raw| raw.bad.clear());
        }
    }

    /// Opens the door through which a file can be read again.
    pub fn set_again(&mut self, again: Option<Again>) {
        self.again = again;
    }

    /// Forgets what stands in a file of so many bytes or more, now that its table has what it needs of it; if it can be read again.
    pub fn forget(&mut self, file: FileId, large: usize) {
        if let Some(source) =
            self.all.get_mut(file.0 as usize).filter(|source| source.raw.is_none() && source.text.get().is_some_and(|text| text.len() >= large))
            && self.again.is_some()
        {
            source.text = OnceLock::new();
        }
    }

    /// The file's path, or nothing.
    pub fn path(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| &source.path)
    }

    /// Line and column of a byte of a file, both from 1, the column in characters.
    pub fn line_column(&self, file: FileId, offset: u32) -> (usize, usize) {
        let text = self.text(file);
        match self.lines.get(file.0 as usize) {
            Some(lines) => line_column(text, lines.get_or_init(|| Lines::of(text)), offset as usize),
            None => (1, 1),
        }
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0u32..).map(FileId).zip(&self.all)
    }
}
