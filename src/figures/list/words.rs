//! `--kind` and `--status`: only rows that have one of certain words in a column.

use std::collections::HashSet;

use crate::book::Book;
use crate::figures::Value;
use crate::say;
use crate::say::Text;
use crate::tables::{Column, Description, vocabulary};
use crate::text::nearest::nearest;
use crate::value::Kind;

use super::{Asking, Thing};

/// The words that a column must have one of.
pub struct Words {
    column: u16,
    code: &'static str,
    among: HashSet<String>,
}

impl Words {
    /// Looks words up that are asked for in a column, by code or title.
    ///
    /// # Errors
    /// Names a word that the column does not take, and which may have been meant.
    pub fn of(book: &Book, table: &'static Description, column: &str, texts: &[String]) -> Result<Option<Self>, Text> {
        let Some(number) = table.column(column).filter(|_| !texts.is_empty()) else { return Ok(None) };
        let Some(column) = table.columns.get(usize::from(number)) else { return Ok(None) };
        Ok(Some(Self { column: number, code: column.code, among: codes(book, column, texts)? }))
    }

    /// Whether a row has one of the words.
    pub fn has<R: Thing>(&self, asking: &Asking<'_>, record: &R) -> bool {
        let value = record.as_of(asking, self.code).unwrap_or_else(|| record.shown(self.column, &asking.book.shelf::<R>()));
        matches!(value, Value::Word(word) if self.among.contains(&word.code))
    }
}

/// The codes of words that are asked for in a column, by code or title.
///
/// # Errors
/// Names a word that the column does not take, and which may have been meant.
pub fn codes(book: &Book, column: &Column, texts: &[String]) -> Result<HashSet<String>, Text> {
    texts.iter().map(|text| code(book, column.kind, text).map_err(|all| unknown(column, text, &all))).collect()
}

fn unknown(column: &Column, text: &str, all: &[String]) -> Text {
    let title = Text { en: column.title.en.to_lowercase(), zh: column.title.zh.to_owned() };
    match nearest(text, all.iter().map(String::as_str), 1).first() {
        Some(near) => {
            say!(
                "there is no {title} '{text}'; did you mean {near}?",
                "{title}没有“{text}”；是不是 {near}？",
                title = title,
                text = text,
                near = near
            )
        }
        None => {
            say!("there is no {title} '{text}', but: {all}", "{title}没有“{text}”，可用：{all}", title = title, text = text, all = Text::names(all))
        }
    }
}

/// The code of a word, or all codes that there are.
fn code(book: &Book, kind: Kind, text: &str) -> Result<String, Vec<String>> {
    match kind {
        Kind::Fixed(words) => {
            let found = words.iter().find(|word| word.is(text));
            found.map(|word| word.code.to_owned()).ok_or_else(|| words.iter().map(|word| word.code.to_owned()).collect())
        }
        Kind::Word(name) => {
            let number = vocabulary::ALL.iter().position(|(key, _)| *key == name);
            let list = number.and_then(|number| book.words.list(number));
            let found = list.and_then(|list| list.find(text).map(|number| list.code(number).to_owned()));
            found.ok_or_else(|| list.into_iter().flat_map(|list| list.iter()).map(|(_, entry)| entry.code.clone()).collect())
        }
        _ => Err(Vec::new()),
    }
}
