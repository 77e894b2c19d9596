//! Comma-separated values: a header, a row a group, no total, since a script that sums would count twice. An overview is one row.
//!
//! For machines: keys and codes, the same in every language. For a spreadsheet program: titles in the language, words as people say
//! them, and the mark by which Excel knows UTF-8.

use crate::figures::{Column, Value};
use crate::render::escape::spreadsheet::{guarded, line};

use super::{Format, More, Shown, cell, plain};

/// `--format csv`.
pub const FORMAT: Format = Format { name: "csv", write, more: More::No };

/// `--for-excel`.
pub static FOR_EXCEL: Format = Format { name: "csv", write: for_excel, more: More::No };

fn write(shown: &Shown<'_>) -> String {
    written(shown, |column| column.key.clone(), |value| plain(value).unwrap_or_default())
}

fn for_excel(shown: &Shown<'_>) -> String {
    let lang = shown.lang;
    format!("\u{feff}{}", written(shown, |column| column.title.get(lang).to_owned(), |value| cell(value, lang)))
}

fn written(shown: &Shown<'_>, head: impl Fn(&Column) -> String, text: impl Fn(&Value) -> String) -> String {
    let sheet = shown.sheet;
    let mut out = line(sheet.columns.iter().map(|column| guarded(&head(column))));
    for row in sheet.rows.iter().chain(sheet.total.iter().filter(|_| sheet.is_facts)) {
        out.push_str(&line(row.iter().map(|value| {
            let is_text = matches!(value, Value::Id(_) | Value::Refs(_) | Value::Text(_) | Value::Word(..));
            if is_text { guarded(&text(value)) } else { text(value) }
        })));
    }
    out
}
