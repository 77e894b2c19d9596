//! Values as they are shown: what a cell says to people and to machines.

use super::cell::Cell;
use super::desk::Gathered;
use super::keys::Keys;
use super::word::Words;
use super::{Amount, Day, Field};
use crate::say::Text;

/// One cell of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// An id, which is never broken over lines.
    Id(String),
    /// Ids with the names of what they stand for: people read both, machines the ids.
    Refs(Vec<Named>),
    /// Text from the book.
    Text(String),
    /// A word.
    Word(Box<Word>),
    /// A count.
    Count(u64),
    /// Hours or a quantity.
    Amount(Amount),
    /// A share, in per cent.
    Percent(Amount),
    /// A day.
    Day(Day),
}

/// An id, and the name of what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name; may be empty.
    pub name: String,
}

/// A word as machines and as people read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// For machines.
    pub code: String,
    /// For people.
    pub title: Text,
}

impl Value {
    /// A word, from its code and its title.
    pub fn word(code: impl Into<String>, title: impl Into<Text>) -> Self {
        Self::Word(Box::new(Word { code: code.into(), title: title.into() }))
    }

    /// Several words in one cell.
    pub fn words(words: impl IntoIterator<Item = (String, Text)>) -> Self {
        let (codes, titles): (Vec<String>, Vec<Text>) = words.into_iter().unzip();
        if codes.is_empty() { Self::Empty } else { Self::word(codes.join(";"), Text::list(titles)) }
    }
}

/// What a kept value is looked up in when it is shown.
pub struct Shelf<'a> {
    /// The texts and list items of its table.
    pub kept: &'a Gathered,
    /// The vocabularies.
    pub words: &'a Words,
    /// The ids of every table.
    pub keys: &'a [Keys],
}

impl<C: Cell> Field<C> {
    /// The cell as it is shown; nothing where it is empty or cannot be read.
    pub fn show(self, shelf: &Shelf<'_>) -> Value {
        self.get().map_or(Value::Empty, |value| value.show(shelf))
    }
}
