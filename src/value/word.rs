//! Words of a vocabulary that `rollbook.toml` gives, each kept as a number.

use std::collections::{HashMap, HashSet};
use std::marker::PhantomData;

use foldhash::fast::FixedState;

use super::cell::{Cell, Kind, Refusal};
use super::desk::{Desk, Shift};
use super::pen::Pen;
use super::show::{Shelf, Value};
use crate::say::{Lang, Text};

/// A vocabulary: which one, as a type.
pub trait Vocabulary: Copy + Send + Sync + 'static {
    /// Its number among the vocabularies.
    const NUMBER: usize;
    /// Its key in `rollbook.toml`.
    const NAME: &'static str;
}

/// A word of a vocabulary, by its number there.
pub struct Word<V> {
    /// The number.
    pub number: u32,
    of: PhantomData<fn() -> V>,
}

impl<V> Word<V> {
    /// The word of that number.
    pub fn new(number: u32) -> Self {
        Self { number, of: PhantomData }
    }
}

impl<V> Clone for Word<V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<V> Copy for Word<V> {}
impl<V> PartialEq for Word<V> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
impl<V> Eq for Word<V> {}
impl<V> std::hash::Hash for Word<V> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}
impl<V> std::fmt::Debug for Word<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "word {}", self.number)
    }
}

impl<V: Vocabulary> Cell for Word<V> {
    type Stored = u32;
    const EMPTY: u32 = u32::MAX;
    const BROKEN: u32 = u32::MAX - 1;
    const KIND: Kind = Kind::Word(V::NAME);

    fn read(text: &str, desk: &mut Desk<'_>) -> Result<Self, Refusal> {
        desk.word(V::NUMBER, V::NAME, text).map(Self::new)
    }
    fn write(text: &str, pen: &Pen<'_>) -> Option<String> {
        pen.word(V::NUMBER, text)
    }
    fn store(self) -> u32 {
        self.number
    }
    fn load(stored: u32) -> Self {
        Self::new(stored)
    }
    fn show(self, shelf: &Shelf<'_>) -> Value {
        Value::word(shelf.words.code(self), shelf.words.title(self))
    }
    fn bits(stored: u32) -> u32 {
        stored
    }
    fn settle(self, shift: &Shift) -> Self {
        Self::new(shift.word(V::NUMBER, self.number))
    }
}

/// One word: its code, and titles where the vocabulary gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The word as machines read it.
    pub code: String,
    /// The word as people read it; empty where there is none of that language.
    pub title: Text,
}

/// The words of one vocabulary.
#[derive(Clone, Debug, Default)]
pub struct WordList {
    entries: Vec<Entry>,
    /// The words by their codes and titles; where two have a name, the first of them.
    numbers: HashMap<String, u32, FixedState>,
    /// The words by their codes, where another word came first with that name.
    codes: HashMap<String, u32, FixedState>,
    /// The words by their English titles, in small letters.
    small: HashMap<String, u32, FixedState>,
    /// Names that two words have: they name neither.
    twice: HashSet<String, FixedState>,
    /// Whether other words are refused.
    pub closed: bool,
}

impl WordList {
    /// Adds a word, found by its code and titles; gives its number, also where it was there already.
    pub fn add(&mut self, entry: Entry) -> u32 {
        if let Some(number) = self.coded(&entry.code) {
            return number;
        }
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        for name in [&entry.title.zh, &entry.title.en, &entry.code] {
            if !name.is_empty() && *self.numbers.entry(name.clone()).or_insert(number) != number {
                self.twice.insert(name.clone());
            }
        }
        if self.numbers.get(&entry.code) != Some(&number) {
            self.codes.insert(entry.code.clone(), number);
        }
        if !entry.title.en.is_empty() {
            self.small.entry(entry.title.en.to_ascii_lowercase()).or_insert(number);
        }
        self.entries.push(entry);
        number
    }

    /// The number of the word with that code, whatever titles there are.
    pub fn coded(&self, code: &str) -> Option<u32> {
        // Another word may have it as its title.
        let first = self.numbers.get(code).copied().filter(|number| self.get(*number).is_some_and(|found| found.code == code));
        first.or_else(|| self.codes.get(code).copied())
    }

    /// Whether a name is that of two words.
    pub fn is_twice(&self, name: &str) -> bool {
        self.twice.contains(name)
    }

    /// The number of the word with that code or title.
    pub fn find(&self, text: &str) -> Option<u32> {
        if !self.twice.is_empty() && self.is_twice(text) {
            return None;
        }
        let written = self.numbers.get(text).copied();
        written.or_else(|| if self.small.is_empty() { None } else { self.small.get(text.to_ascii_lowercase().as_str()).copied() })
    }

    /// The word of a number.
    pub fn get(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// The code of a word.
    pub fn code(&self, number: u32) -> &str {
        self.get(number).map_or("", |entry| &entry.code)
    }

    /// The word as people of a language read it: its title, or its code where it has none.
    pub fn title(&self, number: u32) -> Text {
        self.get(number).map_or_else(Text::default, |entry| {
            let or_code = |lang| match entry.title.get(lang) {
                "" => entry.code.clone(),
                title => title.to_owned(),
            };
            Text { en: or_code(Lang::En), zh: or_code(Lang::Zh) }
        })
    }

    /// All words.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// All words in their order, with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Entry)> {
        (0u32..).zip(&self.entries)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// All vocabularies of a book, by their numbers.
#[derive(Clone, Debug, Default)]
pub struct Words(pub Vec<WordList>);

impl Words {
    /// The words of a vocabulary.
    pub fn list(&self, number: usize) -> Option<&WordList> {
        self.0.get(number)
    }

    /// The code of a word.
    pub fn code<V: Vocabulary>(&self, word: Word<V>) -> &str {
        self.list(V::NUMBER).map_or("", |list| list.code(word.number))
    }

    /// The word as people read it.
    pub fn title<V: Vocabulary>(&self, word: Word<V>) -> Text {
        self.list(V::NUMBER).map_or_else(Text::default, |list| list.title(word.number))
    }

    /// The word with that code or title, taken up where it is not there.
    pub fn add<V: Vocabulary>(&mut self, text: &str) -> Option<Word<V>> {
        let list = self.0.get_mut(V::NUMBER)?;
        Some(Word::new(list.find(text).unwrap_or_else(|| list.add(Entry { code: text.to_owned(), title: Text::default() }))))
    }

    /// The word with that code or title.
    pub fn find<V: Vocabulary>(&self, text: &str) -> Option<Word<V>> {
        self.list(V::NUMBER)?.find(text).map(Word::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(code: &str, en: &str, zh: &str) -> Entry {
        Entry { code: code.to_owned(), title: Text { en: en.to_owned(), zh: zh.to_owned() } }
    }

    #[test]
    fn a_word_is_found_by_its_code_and_its_titles() {
        let mut list = WordList::default();
        // The title of the first is the code of the second.
        let numbers = [entry("care", "help", "帮助"), entry("help", "First Aid", ""), entry("repair", "", "维修")].map(|entry| list.add(entry));
        assert_eq!(numbers, [0, 1, 2]);
        assert_eq!((list.coded("help"), list.find("help"), list.is_twice("help")), (Some(1), None, true));
        assert_eq!(
            [list.find("帮助"), list.find("FIRST aid"), list.find("维修"), list.find(""), list.find("aid")],
            [Some(0), Some(1), Some(2), None, None]
        );
        assert_eq!((list.add(entry("help", "", "")), list.len()), (1, 3));
    }

    #[test]
    fn many_words_with_titles_are_looked_up_and_not_gone_through() {
        // Going through them for each would compare four thousand million titles.
        let mut list = WordList::default();
        for n in 0..60_000 {
            list.add(entry(&format!("w{n}"), &format!("Word {n}"), ""));
        }
        assert!((0..60_000).all(|n| list.find(&format!("word {n}")) == Some(n) && list.find(&format!("none {n}")).is_none()));
    }
}
