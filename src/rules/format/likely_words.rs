//! The words that a cell probably means whose own are none: one that is nearly a known word, or several with another sign between them.
//! Part of F013.

use std::collections::HashMap;

use crate::rules::{Cx, mend};
use crate::tables::Form;
use crate::text::At;
use crate::text::nearest::near;
use crate::value::Kind;
use crate::value::cell::WordSet;
use crate::value::desk::is_code;
use crate::value::word::Entry;

/// So many pairs of words may be compared for what was meant: about a tenth of a second.
const MOST_COMPARED: usize = 1_000_000;

/// So many letters a word has for each that differs from a known one: of fewer, another may be meant.
const LETTERS: usize = 4;

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
        let mut words: Vec<String> = Vec::new();
        for part in written.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            for word in self.parts(part, among)? {
                if !words.contains(&word) {
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
        self.meant.insert(key, meant.clone());
        meant
    }

    fn compare(&mut self, word: &str, among: &WordSet) -> Option<String> {
        match among {
            WordSet::Fixed(words) => only(word, words.iter().map(|word| [word.code, word.title.en, word.title.zh])),
            WordSet::Vocabulary(number, _) => {
                let list = self.cx.book.words.list(*number).filter(|list| list.closed)?;
                self.compared = self.compared.saturating_add(list.len());
                let names = |entry: &'b Entry| [entry.code.as_str(), entry.title.en.as_str(), entry.title.zh.as_str()];
                (self.compared <= MOST_COMPARED).then(|| only(word, list.entries().iter().map(names)))?
            }
        }
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

/// The name that a word nearly is, where no name of another word is as near.
fn only<'a>(word: &str, known: impl Iterator<Item = [&'a str; 3]>) -> Option<String> {
    let named: Vec<(usize, &str)> =
        known.enumerate().flat_map(|(n, names)| names.map(|name| (n, name))).filter(|(_, name)| !name.is_empty()).collect();
    let near = near(word, named.iter().map(|(_, name)| *name));
    let least = near.iter().map(|(distance, _)| *distance).min().filter(|least| least * LETTERS <= word.chars().count())?;
    let nearest: Vec<&str> = near.iter().filter(|(distance, _)| *distance == least).map(|(_, name)| *name).collect();
    let mut owners: Vec<usize> = named.iter().filter(|(_, name)| nearest.contains(name)).map(|(owner, _)| *owner).collect();
    owners.dedup();
    match (owners.as_slice(), nearest.first()) {
        ([_], Some(name)) => Some((*name).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_that_is_nearest_is_meant() {
        let known = [["support", "support", "帮扶结对"], ["tutoring", "tutoring", "课业辅导"], ["transport", "transport", "接送出行"]];
        let only = |word: &str| only(word, known.into_iter());
        assert_eq!(only("suport").as_deref(), Some("support"));
        assert_eq!(only("tutorring").as_deref(), Some("tutoring"));
        assert_eq!(only("帮抚结对").as_deref(), Some("帮扶结对"));
        assert_eq!(only("sport"), None, "two letters of five are another word");
        assert_eq!(only("帮扶"), None);
    }

    #[test]
    fn of_two_that_are_as_near_neither_is() {
        let known = [["morning-a", "", ""], ["morning-b", "", ""]];
        assert_eq!(only("morning-c", known.into_iter()), None);
        assert_eq!(only("morningg-a", known.into_iter()).as_deref(), Some("morning-a"));
    }
}
