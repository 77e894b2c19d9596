//! Several values in one cell, parted by `;`.

use std::marker::PhantomData;

use super::cell::{Cell, Kind, Refusal};
use super::desk::{Desk, Shift};
use super::pen::Pen;
use super::show::{Shelf, Value};
use super::string::Str;
use super::word::{Vocabulary, Word, Words};
use crate::say::Text;

/// A list, by its place among the list items of its table ([`Table::items`](crate::tables::Table::items) gives them).
pub struct List<I> {
    /// The first item.
    pub start: u32,
    /// How many.
    pub len: u32,
    of: PhantomData<fn() -> I>,
}

impl<I> Clone for List<I> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<I> Copy for List<I> {}
impl<I> std::fmt::Debug for List<I> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} items", self.len)
    }
}

/// An item as it is kept: its number, and the vocabulary it is a number in (255 for fixed words).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The vocabulary's number.
    pub vocabulary: u8,
    /// The item's number.
    pub number: u32,
}

/// Stands for no vocabulary.
const FIXED: u8 = u8::MAX;

impl Kept {
    /// The item after the piece of a table it was read with has been put behind others.
    pub fn settle(self, shift: &Shift) -> Self {
        if self.vocabulary == FIXED {
            return self;
        }
        Self { number: shift.word(usize::from(self.vocabulary), self.number), ..self }
    }
}

/// A type whose values may stand in a list.
pub trait ListItem: Copy + Send + Sync + 'static {
    /// What a person may write.
    const KIND: Kind;
    /// Reads one item and gives what it is kept as.
    ///
    /// # Errors
    /// Says why the text is no such item.
    fn read_item(text: &str, desk: &mut Desk<'_>) -> Result<Kept, Refusal>;
    /// An item written canonically, where that is another text with exactly the same value.
    fn write_item(text: &str, pen: &Pen<'_>) -> Option<String>;
    /// The item from what was kept.
    fn from_kept(kept: Kept) -> Self;
    /// Its code and its title.
    fn named(self, words: &Words) -> (String, Text);
}

impl<V: Vocabulary> ListItem for Word<V> {
    const KIND: Kind = Kind::Words(V::NAME);
    fn read_item(text: &str, desk: &mut Desk<'_>) -> Result<Kept, Refusal> {
        let number = desk.word(V::NUMBER, V::NAME, text)?;
        Ok(Kept { vocabulary: u8::try_from(V::NUMBER).unwrap_or(FIXED), number })
    }
    fn write_item(text: &str, pen: &Pen<'_>) -> Option<String> {
        pen.word(V::NUMBER, text)
    }
    fn from_kept(kept: Kept) -> Self {
        Word::new(kept.number)
    }
    fn named(self, words: &Words) -> (String, Text) {
        (words.code(self).to_owned(), words.title(self))
    }
}

/// A fixed word in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedItem<F>(pub F);

impl<F: super::fixed::Fixed> ListItem for FixedItem<F> {
    const KIND: Kind = Kind::FixedWords(F::WORDS);
    fn read_item(text: &str, _: &mut Desk<'_>) -> Result<Kept, Refusal> {
        let word = F::find(text).ok_or_else(|| super::fixed::refuse::<F>(text))?;
        Ok(Kept { vocabulary: FIXED, number: u32::from(word.number()) })
    }
    fn write_item(text: &str, pen: &Pen<'_>) -> Option<String> {
        super::fixed::write::<F>(text, pen)
    }
    fn from_kept(kept: Kept) -> Self {
        Self(F::nth(u8::try_from(kept.number).unwrap_or_default()))
    }
    fn named(self, _: &Words) -> (String, Text) {
        (self.0.code().to_owned(), self.0.title().into())
    }
}

impl<I: ListItem> Cell for List<I> {
    type Stored = (u32, u32);
    const EMPTY: (u32, u32) = (u32::MAX, 0);
    const BROKEN: (u32, u32) = (u32::MAX, 1);
    const KIND: Kind = I::KIND;

    fn read(text: &str, desk: &mut Desk<'_>) -> Result<Self, Refusal> {
        let start = desk.items.len();
        for item in text.split(';').map(str::trim).filter(|item| !item.is_empty()) {
            match I::read_item(item, desk) {
                Ok(kept) => desk.items.push(kept),
                Err(refusal) => {
                    desk.items.truncate(start);
                    return Err(refusal);
                }
            }
        }
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Self { start: number(start), len: number(desk.items.len() - start), of: PhantomData })
    }
    fn write(text: &str, pen: &Pen<'_>) -> Option<String> {
        let items = text.split(';').map(str::trim).filter(|item| !item.is_empty());
        let written: Vec<String> = items.map(|item| I::write_item(item, pen).unwrap_or_else(|| item.to_owned())).collect();
        // A cell of nothing but signs is not quite an empty one.
        Some(written.join(";")).filter(|written| !written.is_empty() && written != text)
    }
    fn store(self) -> (u32, u32) {
        (self.start, self.len)
    }
    fn load((start, len): (u32, u32)) -> Self {
        Self { start, len, of: PhantomData }
    }
    fn show(self, shelf: &Shelf<'_>) -> Value {
        let from = self.start as usize;
        let items = shelf.kept.items.get(from..from + self.len as usize).unwrap_or_default();
        Value::words(items.iter().map(|kept| I::from_kept(*kept).named(shelf.words)))
    }
    fn settle(self, shift: &Shift) -> Self {
        Self { start: self.start.saturating_add(shift.items), ..self }
    }
}

/// A list of free texts, kept as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts(pub Str);

impl Cell for Texts {
    type Stored = Str;
    const EMPTY: Str = Str::EMPTY;
    const BROKEN: Str = Str::BROKEN;
    const KIND: Kind = Kind::Texts;

    fn read(text: &str, desk: &mut Desk<'_>) -> Result<Self, Refusal> {
        Ok(Self(desk.keep(text)))
    }
    fn store(self) -> Str {
        self.0
    }
    fn load(stored: Str) -> Self {
        Self(stored)
    }
    fn show(self, shelf: &Shelf<'_>) -> Value {
        let texts = self.0.of(&shelf.kept.text).split(';').map(str::trim).filter(|text| !text.is_empty());
        Value::words(texts.map(|text| (text.to_owned(), Text::same(text))))
    }
    fn settle(self, shift: &Shift) -> Self {
        Self(self.0.settle(shift))
    }
}
