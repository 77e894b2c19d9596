//! `list` and `show`: one file a noun. A new one is a file here, its `mod` line, and its line in the list.

mod activity;
mod branch;
mod campaign;
mod centre;
mod made;
mod place;
mod team;
mod volunteer;

pub use made::{Extra, Made, facts, listed};

use crate::book::{Ask, Book};
use crate::findings::Finding;
use crate::say;
use crate::say::{T, Text};
use crate::value::{Period, Row, Target};

use super::Sheet;
use super::stats::Filters;

/// All nouns, in the order of the manual.
pub static ALL: &[&Noun] = &[&team::NOUN, &volunteer::NOUN, &activity::NOUN, &place::NOUN, &branch::NOUN, &centre::NOUN, &campaign::NOUN];

/// A thing that can be listed and shown.
pub struct Noun {
    /// What the command line calls it.
    pub code: &'static str,
    /// What a list of it is called.
    pub title: T,
    /// The columns of a list where none are asked for; `--columns` takes these and every other.
    pub columns: &'static [&'static str],
    /// All rows that are asked for.
    pub list: fn(&Asking<'_>) -> Made,
    /// One of them, told whole: its facts first, then what belongs to it. `None`: there is no such id.
    pub show: fn(&Asking<'_>, &str) -> Option<Vec<Sheet>>,
    /// What it is called in the book, for "did you mean".
    pub table: &'static str,
}

/// What is asked.
pub struct Asking<'a> {
    /// The book.
    pub book: &'a Book,
    /// The day.
    pub ask: Ask,
    /// The period that figures are for.
    pub period: Option<Period>,
    /// Which rows.
    pub filters: Filters,
    /// Whether what has ended is listed, too.
    pub all: bool,
    /// What a check of the book says.
    pub findings: &'a [Finding],
}

impl Asking<'_> {
    /// The row of an id.
    pub fn find<R: Target>(&self, id: &str) -> Option<Row<R>> {
        self.book.keys(R::TARGET).and_then(|keys| keys.find(id)).map(Row::new)
    }

    /// The id of a row.
    pub fn id<R: Target>(&self, row: Row<R>) -> String {
        self.book.keys(R::TARGET).map_or_else(String::new, |keys| keys.id(row.number).to_owned())
    }

    /// The findings about a record, as notes.
    pub fn findings_about(&self, table: &str, id: &str) -> Vec<Text> {
        let record = format!("{table}:{id}");
        self.findings
            .iter()
            .filter(|finding| finding.is_about(&record))
            .map(|finding| say!("{code} {name}: {said}", "{code} {name}：{said}", code = finding.code, name = finding.name, said = finding.message))
            .collect()
    }
}

/// The noun that the command line calls by a name.
pub fn find(code: &str) -> Option<&'static Noun> {
    ALL.iter().find(|noun| noun.code == code).copied()
}
