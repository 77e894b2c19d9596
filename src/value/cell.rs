//! The cell as a value: there, empty, or not to be read.

use crate::say::Text;

use super::day::Day;
use super::desk::{Desk, Shift};
use super::fixed::FixedWord;
use super::keys::TableId;
use super::lenient::{self, Sureness};
use super::pen::Pen;
use super::show::{Shelf, Value};
use super::string::Str;
use super::word::{Entry, Words};

/// What a column may hold, for its description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The id of the row itself.
    Id,
    /// The id of a row of the named table.
    Reference(&'static str),
    /// A date.
    Day,
    /// A date, or a year or month that stands for its first day.
    PartialDay,
    /// A date, or a year or month that stands for its last day.
    End,
    /// A time of day.
    Time,
    /// A decimal with up to four places: hours, quantities.
    Amount,
    /// A whole number from 0.
    Count,
    /// 1 to 5.
    Rating,
    /// One of certain words.
    Fixed(&'static [FixedWord]),
    /// A word of the named vocabulary.
    Word(&'static str),
    /// Several words of the named vocabulary, parted by `;`.
    Words(&'static str),
    /// Several fixed words, parted by `;`.
    FixedWords(&'static [FixedWord]),
    /// Free text.
    Text,
    /// Several texts, parted by `;`.
    Texts,
    /// A period such as `2026Q3`.
    Period,
    /// A quarter: `2026Q3` and no other period.
    Quarter,
}

/// Where the words of a column are laid down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordSet {
    /// Fixed by the format.
    Fixed(&'static [FixedWord]),
    /// A vocabulary of `rollbook.toml`: its number and its key.
    Vocabulary(usize, &'static str),
}

impl WordSet {
    /// The word that was meant by one that is none of them, and how sure that is; nothing where any word goes.
    pub fn meant<'a>(&self, word: &str, words: &'a Words) -> Option<(&'a str, Sureness)> {
        match self {
            Self::Fixed(fixed) => {
                let names = fixed.iter().enumerate().flat_map(|(n, word)| [word.code, word.title.en, word.title.zh].map(|name| (n, name)));
                lenient::word::read(word, names)
            }
            Self::Vocabulary(number, _) => {
                let list = words.list(*number).filter(|list| list.closed)?;
                let names = |(n, entry): (usize, &'a Entry)| [&entry.code, &entry.title.en, &entry.title.zh].map(|name| (n, name.as_str()));
                lenient::word::read(word, list.entries().iter().enumerate().flat_map(names))
            }
        }
    }
}

/// Why a cell's text is not what its column takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No date, time, period or quarter.
    Date(Text),
    /// No number.
    Number(Text),
    /// No id.
    Id(Text),
    /// None of the words that the column takes.
    Word {
        /// The word.
        word: String,
        /// Where it was looked for.
        among: WordSet,
    },
    /// The table has no row of that id.
    Dangling {
        /// The id.
        id: String,
        /// The table.
        table: TableId,
    },
    /// It cannot be known whether there is such a row (its table is absent or could not be read), or which of two words is meant (told where
    /// they are listed): nothing is said.
    Unknown,
}

/// A cell without its type: what may be asked of a column whose table is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Loose {
    /// Nothing stands there.
    Empty,
    /// It cannot be read.
    Broken,
    /// The first and the last day that it may mean.
    Days(Day, Day),
    /// A row of another table, by its number.
    Row(u32),
    /// A text.
    Text(Str),
    /// Anything else.
    Other,
}

/// A type that a column may have.
pub trait Cell: Copy + Send + Sync + 'static {
    /// How it is kept in a column: small, with two values set aside for an empty and an unreadable cell.
    type Stored: Copy + PartialEq + Send + Sync + std::fmt::Debug;
    /// Kept for an empty cell.
    const EMPTY: Self::Stored;
    /// Kept for a cell that could not be read.
    const BROKEN: Self::Stored;
    /// What a person may write.
    const KIND: Kind;
    /// The table whose rows it names by their ids, if it does.
    const REFERS: Option<TableId> = None;

    /// Reads the text of a cell that is not empty.
    ///
    /// # Errors
    /// Says why the text is not a value of this type.
    fn read(text: &str, desk: &mut Desk<'_>) -> Result<Self, Refusal>;
    /// The text of a cell written canonically, where that is another text with exactly the same value.
    fn write(_: &str, _: &Pen<'_>) -> Option<String> {
        None
    }
    /// The value as it is kept.
    fn store(self) -> Self::Stored;
    /// The value from what was kept.
    fn load(stored: Self::Stored) -> Self;
    /// The value as it is shown.
    fn show(self, shelf: &Shelf<'_>) -> Value;
    /// The value without its type.
    fn loose(self) -> Loose {
        Loose::Other
    }
    /// The kept value as part of a key; only types that stand in composite keys have one.
    fn bits(_: Self::Stored) -> u32 {
        0
    }
    /// The value after the piece of a table it was read with has been put behind others.
    fn settle(self, _: &Shift) -> Self {
        self
    }
}

/// A cell of a row: a value, nothing, or something that could not be read.
#[derive(Clone, Copy, PartialEq)]
pub struct Field<C: Cell>(pub(crate) C::Stored);

impl<C: Cell> Field<C> {
    /// An empty cell.
    pub const EMPTY: Self = Self(C::EMPTY);
    /// A cell that could not be read.
    pub const BROKEN: Self = Self(C::BROKEN);

    /// A cell with a value.
    pub fn of(value: C) -> Self {
        Self(value.store())
    }

    /// The value, if there is one that could be read.
    pub fn get(self) -> Option<C> {
        if self.is_empty() || self.is_broken() { None } else { Some(C::load(self.0)) }
    }

    /// Whether nothing stands in the cell.
    pub fn is_empty(self) -> bool {
        self.0 == C::EMPTY
    }

    /// Whether something stands in the cell that could not be read.
    pub fn is_broken(self) -> bool {
        self.0 == C::BROKEN
    }

    /// The cell without its type.
    pub fn loose(self) -> Loose {
        if self.is_empty() { Loose::Empty } else { self.get().map_or(Loose::Broken, Cell::loose) }
    }

    /// The cell after its piece of the table has been put behind others.
    pub(crate) fn settle(self, shift: &Shift) -> Self {
        self.get().map_or(self, |value| Self::of(value.settle(shift)))
    }
}

impl<C: Cell + std::fmt::Debug> std::fmt::Debug for Field<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.get() {
            Some(value) => value.fmt(f),
            None if self.is_empty() => f.write_str("(empty)"),
            None => f.write_str("(broken)"),
        }
    }
}

impl<C: Cell> Field<C> {
    /// The value as a column keeps it.
    pub fn stored(self) -> C::Stored {
        self.0
    }

    /// The field that a column kept.
    pub fn kept(stored: C::Stored) -> Self {
        Self(stored)
    }

    /// The value as part of a key: `None` where it cannot be read.
    pub fn bits(self) -> Option<u32> {
        if self.is_broken() { None } else { Some(C::bits(self.0)) }
    }
}
