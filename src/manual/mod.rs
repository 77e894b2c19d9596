//! What the program says of itself: rules, tables, columns and settings, each as an [`Entry`], and the pages that are made of them.
//!
//! An entry is made from the description that reading and checking go by, so that it cannot say anything else. How it looks on a
//! terminal or on a page is known to `render`.

pub mod column;
pub mod figure;
pub mod format;
pub mod kind;
mod meanings;
pub mod rule;
pub mod rules;
pub mod setting;
pub mod table;
pub mod topic;

pub use topic::{Missed, Topic, ask};

use crate::say::{T, Text};
use crate::text::toml;
use crate::value::Words;

/// Something that can be asked about, told whole.
#[derive(Debug)]
pub struct Entry {
    /// What it is: `rule`, `family`, `table`, `column`, `section`, `setting`, `measure` or `dimension`.
    pub kind: &'static str,
    /// What it is called in every language.
    pub name: String,
    /// The line above it.
    pub heading: Text,
    /// What it says or means, in a sentence.
    pub says: Text,
    /// The rest, part by part.
    pub parts: Vec<Part>,
}

/// A part of an entry.
#[derive(Debug)]
pub struct Part {
    /// What machines call it.
    pub code: &'static str,
    /// What people call it.
    pub title: Text,
    /// What stands in it.
    pub body: Body,
}

/// What stands in a part. Words between backticks are to be typed as they are.
#[derive(Debug)]
pub enum Body {
    /// Sentences, each on its own.
    Words(Vec<Text>),
    /// Rows under headings; the first cell names the row and the last says what it is.
    Rows(&'static [(&'static str, T)], Vec<Vec<Text>>),
    /// Text that stands as it is.
    Code(Text),
}

impl Part {
    /// A part that is one sentence.
    pub fn words(code: &'static str, title: T, words: impl Into<Text>) -> Self {
        Self { code, title: title.into(), body: Body::Words(vec![words.into()]) }
    }

    /// A part of another form.
    pub fn of(code: &'static str, title: impl Into<Text>, body: Body) -> Self {
        Self { code, title: title.into(), body }
    }
}

/// A piece of a page.
#[derive(Debug)]
pub enum Block {
    /// A heading, 1 being the page's own.
    Heading(u8, Text),
    /// A paragraph. Words between backticks are to be typed as they are.
    Paragraph(Text),
    /// Points, one below the other.
    Points(Vec<Text>),
    /// Rows under headings.
    Rows(Vec<T>, Vec<Vec<Text>>),
    /// Text that stands as it is, and what it is written in.
    Code(&'static str, Text),
    /// An entry whose heading is so deep.
    Entry(u8, Entry),
}

/// What the book at hand has of its own.
#[derive(Default)]
pub struct Ours {
    /// Its words.
    pub words: Words,
    /// Its `rollbook.toml`.
    pub text: String,
    /// The same, as TOML.
    pub toml: toml::Table,
}

/// A code as it is to be typed.
pub(crate) fn typed(code: &str) -> String {
    format!("`{code}`")
}

/// A title in both languages, the reader's own first: a header may be either.
pub(crate) fn both(title: T) -> Text {
    if title.en == title.zh {
        return title.into();
    }
    Text { en: format!("{} · {}", title.en, title.zh), zh: format!("{} · {}", title.zh, title.en) }
}
