//! The words that the format and a book know: what comes out of a file in another encoding is told by them.

use std::collections::HashSet;

use crate::text::csv::{Rows, after_mark};
use crate::text::encoding::perhaps_gb18030;
use crate::text::toml::{Item, Table};
use crate::text::{Span, md, toml};
use crate::value::{Kind, Words};

use super::description::{Description, Form};

/// Fixed words and words of vocabularies that are not ASCII.
pub struct KnownWords<'w>(HashSet<&'w str>);

/// So many different words must come out.
const ENOUGH: usize = 2;

impl<'w> KnownWords<'w> {
    /// The words of the tables of the format and of a book.
    pub fn of(tables: &[&'static Description], words: &'w Words) -> Self {
        let fixed = tables.iter().flat_map(|table| table.columns).flat_map(|column| match column.kind {
            Kind::Fixed(words) | Kind::FixedWords(words) => words,
            _ => &[],
        });
        let fixed = fixed.flat_map(|word| [word.title.en, word.title.zh].into_iter().chain(word.aliases.iter().copied()));
        let own = words.0.iter().flat_map(|list| list.entries()).flat_map(|entry| [&*entry.code, &*entry.title.en, &*entry.title.zh]);
        Self(fixed.chain(own).filter(|word| !word.is_ascii()).collect())
    }

    /// Whether a word is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// The text of a file that is certainly GB18030: as a whole, and with known headers or words that come out of it. `table` is that of
    /// the file; `rollbook.toml` is of none.
    pub fn surely_gb18030(&self, bytes: &[u8], table: Option<&Description>) -> Option<String> {
        let text = perhaps_gb18030(bytes, &|word| self.has(word) || table.is_some_and(|table| table.find(word).is_some()))?;
        let found = match table {
            Some(table) if table.form() == Form::Csv => self.in_rows(&text, table),
            _ => self.in_toml(&text, table),
        };
        (found >= ENOUGH).then_some(text)
    }

    /// How many different known headers and words a CSV file has, as far as is asked.
    fn in_rows(&self, text: &str, table: &Description) -> usize {
        let mut rows = Rows::new(text, Span::new(after_mark(text), text.len()));
        let (mut fields, mut found, mut is_header) = (Vec::new(), HashSet::new(), true);
        while found.len() < ENOUGH && rows.next_row(&mut fields).is_some() {
            for value in fields.iter().filter_map(|field| field.value(text)) {
                if is_header && !value.is_ascii() && table.find(value.trim()).is_some() {
                    found.insert(value.trim().to_owned());
                } else if !value.is_ascii() {
                    let words = value.split([';', '；']).map(str::trim).filter(|word| self.has(word));
                    found.extend(words.map(str::to_owned));
                }
            }
            is_header = false;
        }
        found.len()
    }

    /// The same of the keys and texts of TOML, be it all of a file or what stands before a summary.
    fn in_toml(&self, text: &str, table: Option<&Description>) -> usize {
        let is_summary = table.is_some_and(|table| table.extension == "md");
        let document = match md::parts(text).front.filter(|_| is_summary) {
            Some(front) => toml::read_part(text, front).0,
            None if is_summary => Table::default(),
            None => toml::read(text).0,
        };
        let keys = document.0.iter().map(|entry| entry.key.as_str()).filter(|key| !key.is_ascii());
        let mut found: HashSet<&str> = keys.filter(|key| table.is_some_and(|table| table.find(key).is_some())).collect();
        document.0.iter().for_each(|entry| self.in_item(&entry.value.item, &mut found));
        found.len()
    }

    fn in_item<'t>(&self, item: &'t Item, found: &mut HashSet<&'t str>) {
        match item {
            Item::Text(text) if self.has(text) => {
                found.insert(text);
            }
            Item::Array(items) => items.iter().for_each(|value| self.in_item(&value.item, found)),
            Item::Table(table) => table.0.iter().for_each(|entry| self.in_item(&entry.value.item, found)),
            _ => {}
        }
    }
}
