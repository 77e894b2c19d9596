//! `--kind` and `--status`: only rows that have one of certain words in a column.

use std::collections::HashSet;

use crate::book::Book;
use crate::figures::Value;
use crate::say;
use crate::say::Text;
use crate::tables::{Col, Column, vocabulary};
use crate::text::called::{self, Called};
use crate::value::Kind;

use super::{Asking, Thing};

/// The words that a column must have one of.
pub struct Words {
    column: &'static Column,
    among: HashSet<String>,
}

impl Words {
    /// Looks words up that are asked for in a column, by code or title.
    ///
    /// # Errors
    /// Names a word that the column does not take, and which may have been meant.
    pub fn of(book: &Book, column: Option<&'static Column>, texts: &[String]) -> Result<Option<Self>, Text> {
        let Some(column) = column.filter(|_| !texts.is_empty()) else { return Ok(None) };
        Ok(Some(Self { column, among: codes(book, column, texts)? }))
    }

    /// Whether a row has one of the words.
    pub fn has<R: Thing>(&self, asking: &Asking<'_>, record: &R) -> bool {
        let value = record.as_of(asking, Col::of(self.column)).unwrap_or_else(|| record.shown(self.column.number, &asking.book.shelf::<R>()));
        matches!(value, Value::Word(word) if self.among.contains(&word.code))
    }
}

/// The codes of words that are asked for in a column, by code or title.
///
/// # Errors
/// Names a word that the column does not take, and which may have been meant.
pub fn codes(book: &Book, column: &Column, texts: &[String]) -> Result<HashSet<String>, Text> {
    let all = known(book, column.kind);
    texts.iter().map(|text| code(book, column.kind, text).ok_or_else(|| unknown(column, text, &all))).collect()
}

fn unknown(column: &Column, text: &str, all: &[Called<'_>]) -> Text {
    let title = Text { en: column.title.en.to_lowercase(), zh: column.title.zh.to_owned() };
    if matches!(column.kind, Kind::Words(_) | Kind::FixedWords(_)) {
        return match called::meant(all, text) {
            Some(near) => say!(
                "'{text}' is none of the {title}; did you mean {near}?",
                "{title}中没有“{text}”；是不是“{near}”？",
                text = text,
                title = title,
                near = near
            ),
            None => say!(
                "'{text}' is none of the {title}: {all}",
                "{title}中没有“{text}”，可用：{all}",
                text = text,
                title = title,
                all = called::list(all)
            ),
        };
    }
    match called::meant(all, text) {
        Some(near) => {
            say!(
                "there is no {title} '{text}'; did you mean {near}?",
                "{title}没有“{text}”；是不是“{near}”？",
                title = title,
                text = text,
                near = near
            )
        }
        None => {
            say!("there is no {title} '{text}', but: {all}", "{title}没有“{text}”，可用：{all}", title = title, text = text, all = called::list(all))
        }
    }
}

/// The code of a word.
fn code(book: &Book, kind: Kind, text: &str) -> Option<String> {
    match kind {
        Kind::Fixed(words) | Kind::FixedWords(words) => {
            let by_alias = || words.iter().position(|word| word.is(text));
            let found = called::find(&known(book, kind), text).or_else(by_alias)?;
            words.get(found).map(|word| word.code.to_owned())
        }
        Kind::Word(name) | Kind::Words(name) => {
            let list = vocabulary::ALL.iter().position(|(key, _)| *key == name).and_then(|number| book.words.list(number))?;
            list.find(text).map(|number| list.code(number).to_owned())
        }
        _ => None,
    }
}

/// The words that a column takes.
fn known(book: &Book, kind: Kind) -> Vec<Called<'_>> {
    match kind {
        Kind::Fixed(words) | Kind::FixedWords(words) => {
            words.iter().map(|word| Called { code: word.code, en: word.title.en, zh: word.title.zh }).collect()
        }
        Kind::Word(name) | Kind::Words(name) => {
            vocabulary::ALL.iter().position(|(key, _)| *key == name).map_or_else(Vec::new, |number| entries(book, number))
        }
        _ => Vec::new(),
    }
}

/// The words of a vocabulary, as they are called.
pub fn entries(book: &Book, number: usize) -> Vec<Called<'_>> {
    let all = book.words.list(number).into_iter().flat_map(|list| list.iter());
    all.map(|(_, entry)| Called { code: &entry.code, en: &entry.title.en, zh: &entry.title.zh }).collect()
}
