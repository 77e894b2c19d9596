//! In which words a file is written: codes or titles, as `[files]` says, or else as the file itself has them.

use std::borrow::Cow;

use crate::say::Lang;
use crate::tables::settings::Headers;
use crate::tables::{Column, Description};
use crate::value::{Pen, Words};

/// How the files of a book are written.
#[derive(Clone, Copy)]
pub struct Hand<'a> {
    /// The vocabularies.
    pub words: &'a Words,
    /// What `[files]` says of headers; `None`: each file keeps its own.
    pub headers: Option<Headers>,
    /// The language of the book.
    pub lang: Lang,
}

/// How a header names its column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Code,
    Title(Lang),
    Otherwise,
}

impl<'a> Hand<'a> {
    /// The pen for a file of a table, by its headers. Where the file has its own way, what is neither a code nor a title is written as most
    /// of its headers are; where there are as many of each, in Chinese if anything in them is.
    pub fn pen<'n>(&self, table: &'static Description, names: impl Iterator<Item = &'n str> + Clone) -> Pen<'a> {
        let titles = match self.headers {
            Some(Headers::Code) => None,
            Some(Headers::Title) => Some(self.lang),
            None => {
                let known: Vec<Named> =
                    names.clone().filter_map(|name| Some(named(table.columns.get(usize::from(table.find(name)?))?, name))).collect();
                let count = |of: Named| known.iter().filter(|named| **named == of).count();
                let is_chinese = names.into_iter().any(|name| table.find(name).is_some() && !name.is_ascii());
                let [codes, en, zh] = [Named::Code, Named::Title(Lang::En), Named::Title(Lang::Zh)].map(count);
                if zh > codes.max(en) || zh == codes.max(en) && is_chinese { Some(Lang::Zh) } else { (en > codes).then_some(Lang::En) }
            }
        };
        Pen { words: self.words, titles, keeps: self.headers.is_none() }
    }
}

/// A header as a pen writes it.
pub fn header<'n>(column: &Column, name: &'n str, pen: &Pen<'_>) -> Cow<'n, str> {
    if pen.keeps && named(column, name) != Named::Otherwise {
        return Cow::Borrowed(name.trim());
    }
    Cow::Owned(pen.titles.map_or(column.code, |lang| column.title.get(lang)).to_owned())
}

fn named(column: &Column, name: &str) -> Named {
    match name.trim() {
        name if name == column.code => Named::Code,
        name if name == column.title.zh => Named::Title(Lang::Zh),
        name if name == column.title.en => Named::Title(Lang::En),
        _ => Named::Otherwise,
    }
}
