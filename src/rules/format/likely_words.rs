//! The words that a cell probably means whose own are none: one that is nearly a known word, or several with another sign between them.
//! Part of F013.

use std::collections::{HashMap, HashSet};

use crate::rules::{Cx, mend};
use crate::tables::Form;
use crate::text::At;
use crate::value::Kind;
use crate::value::cell::WordSet;
use crate::value::desk::is_code;
use crate::value::lenient::Sureness;

/// So many pairs of words may be compared for what was meant: about a tenth of a second.
const MOST_COMPARED: usize = 1_000_000;

/// What people write between the words of a list in place of `;`.
const SIGNS: [char; 7] = [',', '，', '、', '；', '/', '|', '\n'];

/// The same where any word goes: a word of that kind may have a `/` in it.
const SURE_SIGNS: [char; 4] = [',', '，', '、', '；'];

/// Looks for the words that were meant. The same word is looked for once.
pub struct LikelyWords<'c, 'b> {
    cx: &'c Cx<'b>,
    /// What a word of a list of words means; a fixed list is known by its address.
    meant: HashMap<(usize, String), Option<String>>,
    compared: usize,
}

impl<'c, 'b> LikelyWords<'c, 'b> {
    /// For the words of a book.
    pub fn of(cx: &'c Cx<'b>) -> Self {
        Self { cx, meant: HashMap::new(), compared: 0 }
    }

    /// What a cell says, and the words that are probably meant by all of it; nothing where one of them may mean two things, or none.
    pub fn words(&mut self, at: At, kind: Kind, word: &str, among: &WordSet) -> Option<(String, String)> {
        if !matches!(kind, Kind::Words(_) | Kind::FixedWords(_)) {
            return Some((word.to_owned(), self.known(word.trim(), among)?));
        }
        self.cx.book.table(at.file()).filter(|table| table.form() == Form::Csv)?;
        let written = mend::text_of(self.cx, at)?;
        let (mut words, mut seen): (Vec<String>, HashSet<String>) = Default::default();
        for part in written.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            for word in self.parts(part, among)? {
                if seen.insert(word.clone()) {
                    words.push(word);
                }
            }
        }
        let meant = words.join(";");
        (!words.is_empty() && meant != written).then_some((written, meant))
    }

    /// The words that a part of a list means.
    fn parts(&mut self, part: &str, among: &WordSet) -> Option<Vec<String>> {
        if is_known(self.cx, part, among) {
            return Some(vec![part.to_owned()]);
        }
        let signs: &[char] = if is_open(self.cx, among) { &SURE_SIGNS } else { &SIGNS };
        let several: Vec<&str> = part.split(signs).map(str::trim).filter(|word| !word.is_empty()).collect();
        if several.len() > 1 && several.iter().all(|word| is_known(self.cx, word, among)) {
            return Some(several.into_iter().map(str::to_owned).collect());
        }
        Some(vec![self.known(part, among)?])
    }

    /// The one known word that a word nearly is.
    fn known(&mut self, word: &str, among: &WordSet) -> Option<String> {
        let list = match among {
            WordSet::Fixed(words) => words.as_ptr().addr(),
            WordSet::Vocabulary(number, _) => *number,
        };
        let key = (list, word.to_owned());
        if let Some(meant) = self.meant.get(&key) {
            return meant.clone();
        }
        let meant = self.compare(word, among);
        if self.compared <= MOST_COMPARED {
            self.meant.insert(key, meant.clone());
        }
        meant
    }

    fn compare(&mut self, word: &str, among: &WordSet) -> Option<String> {
        let words = &self.cx.book.words;
        self.compared = self.compared.saturating_add(match among {
            WordSet::Fixed(words) => words.len(),
            WordSet::Vocabulary(number, _) => words.list(*number).map_or(0, |list| list.len()),
        });
        let meant = if self.compared <= MOST_COMPARED { among.meant(word, words) } else { None };
        meant.filter(|(_, sure)| *sure >= Sureness::Likely).map(|(word, _)| word.to_owned())
    }
}

/// Whether any word goes.
fn is_open(cx: &Cx<'_>, among: &WordSet) -> bool {
    matches!(among, WordSet::Vocabulary(number, _) if cx.book.words.list(*number).is_none_or(|list| !list.closed))
}

fn is_known(cx: &Cx<'_>, word: &str, among: &WordSet) -> bool {
    match among {
        WordSet::Fixed(words) => words.iter().any(|known| known.is(word)),
        WordSet::Vocabulary(number, _) => match cx.book.words.list(*number) {
            Some(list) if list.closed => list.find(word).is_some(),
            _ => is_code(word),
        },
    }
}
