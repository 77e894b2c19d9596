//! The desk a piece of a table is read at: what cells are looked up in, and where what they say is kept.
//!
//! Pieces of one table are read at different desks, on different threads, and then put one behind the other:
//! each value that points into what a desk has gathered is moved by a [`Shift`].

use std::sync::Arc;

use super::cell::{Refusal, WordSet};
use super::keys::Keys;
use super::list::Kept;
use super::string::Str;
use super::word::{Entry, WordList, Words};
use crate::say::Text;

/// What the cells of a piece have left on the desk.
#[derive(Default)]
pub struct Gathered {
    /// All texts, one behind the other.
    pub text: String,
    /// All list items, one behind the other.
    pub items: Vec<Kept>,
    /// Words that an open vocabulary did not have yet: its number, the word.
    pub new_words: Vec<(usize, String)>,
}

/// What the reading of a cell may use.
pub struct Desk<'a> {
    /// The ids of every table.
    pub keys: &'a [Keys],
    words: &'a Words,
    fresh: Vec<WordList>,
    text: String,
    pub(super) items: Vec<Kept>,
    /// Why a cell could not be read last.
    why: Arc<Text>,
}

impl<'a> Desk<'a> {
    /// A desk for cells to be gathered behind what is there, which is nothing but room.
    pub fn new(keys: &'a [Keys], words: &'a Words, room: Gathered) -> Self {
        Self { keys, words, fresh: vec![WordList::default(); words.0.len()], text: room.text, items: room.items, why: Arc::default() }
    }

    /// Keeps a text.
    pub(super) fn keep(&mut self, text: &str) -> Str {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let start = narrow(self.text.len());
        self.text.push_str(text);
        Str { start, len: narrow(text.len()) }
    }

    /// The number of a word; an open vocabulary takes it up.
    pub(super) fn word(&mut self, number: usize, name: &'static str, text: &str) -> Result<u32, Refusal> {
        let refuse = || Refusal::Word { word: text.to_owned(), among: WordSet::Vocabulary(number, name) };
        let known = self.words.list(number).ok_or_else(refuse)?;
        if let Some(word) = known.find(text) {
            return Ok(word);
        }
        if known.is_twice(text) {
            // Told where the words are listed.
            return Err(Refusal::Unknown);
        }
        if known.closed || !is_code(text) {
            return Err(refuse());
        }
        let fresh = self.fresh.get_mut(number).ok_or_else(refuse)?;
        let added = fresh.add(Entry { code: text.to_owned(), title: Text::default() });
        Ok(u32::try_from(known.len()).unwrap_or(u32::MAX).saturating_add(added))
    }

    /// Why a cell could not be read: of a million cells that could not for one reason it is kept once.
    pub fn why(&mut self, why: Text) -> Arc<Text> {
        if *self.why != why {
            self.why = Arc::new(why);
        }
        Arc::clone(&self.why)
    }

    /// What was left on the desk.
    pub fn gathered(self) -> Gathered {
        let new_words = self.fresh.iter().enumerate().flat_map(|(n, list)| list.iter().map(move |(_, e)| (n, e.code.clone()))).collect();
        Gathered { text: self.text, items: self.items, new_words }
    }
}

/// Whether a text may be a word's code: letters, digits, `-` and `_` of any script.
pub fn is_code(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// How far the values of a piece move when it is put behind others.
#[derive(Default)]
pub struct Shift {
    /// Added to places in the long string.
    pub text: u32,
    /// Added to places among the list items.
    pub items: u32,
    /// For each vocabulary: how many words were known before reading, and the numbers of those taken up since, in the piece's order.
    words: Vec<(u32, Vec<u32>)>,
}

impl Shift {
    /// Puts what a desk gathered behind what is there, takes its words up, and says how its values move.
    /// `known` is the number of words each vocabulary had when the desk was set up.
    pub fn join(into: &mut Gathered, from: &mut Gathered, known: &[u32], words: &mut Words) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut shift =
            Self { text: narrow(into.text.len()), items: narrow(into.items.len()), words: known.iter().map(|n| (*n, Vec::new())).collect() };
        for (vocabulary, code) in from.new_words.drain(..) {
            if let (Some(list), Some((_, map))) = (words.0.get_mut(vocabulary), shift.words.get_mut(vocabulary)) {
                map.push(list.add(Entry { code, title: Text::default() }));
            }
        }
        into.text.push_str(&from.text);
        from.text.clear();
        into.items.extend(from.items.drain(..).map(|item| item.settle(&shift)));
        shift
    }

    /// A word's number in the book, from its number in the piece.
    pub fn word(&self, vocabulary: usize, number: u32) -> u32 {
        let Some((known, map)) = self.words.get(vocabulary) else { return number };
        number.checked_sub(*known).and_then(|n| map.get(n as usize)).copied().unwrap_or(number)
    }
}
