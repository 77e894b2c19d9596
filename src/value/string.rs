//! Free text, kept in one long string for each table.

use super::cell::{Cell, Kind, Loose, Refusal};
use super::desk::{Desk, Shift};
use super::show::{Shelf, Value};

/// A text, by its place in the long string of its table ([`Table::text`](crate::tables::Table::text) gives its words).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Str {
    /// The first byte.
    pub start: u32,
    /// How many bytes.
    pub len: u32,
}

impl Str {
    /// Its words, from the string it was kept in.
    pub fn of(self, kept: &str) -> &str {
        kept.get(self.start as usize..self.start as usize + self.len as usize).unwrap_or_default()
    }
}

impl Cell for Str {
    type Stored = Str;
    const EMPTY: Str = Str { start: u32::MAX, len: 0 };
    const BROKEN: Str = Str { start: u32::MAX, len: 1 };
    const KIND: Kind = Kind::Text;

    fn read(text: &str, desk: &mut Desk<'_>) -> Result<Self, Refusal> {
        Ok(desk.keep(text))
    }
    fn store(self) -> Str {
        self
    }
    fn load(stored: Str) -> Self {
        stored
    }
    fn loose(self) -> Loose {
        Loose::Text(self)
    }
    fn show(self, shelf: &Shelf<'_>) -> Value {
        Value::Text(self.of(&shelf.kept.text).to_owned())
    }
    fn settle(self, shift: &Shift) -> Self {
        Self { start: self.start.saturating_add(shift.text), len: self.len }
    }
}
