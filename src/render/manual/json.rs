//! An entry for scripts. Words are keys in every language; texts are those of the language asked for.

use serde_json::{Map, Value, json};

use crate::manual::{Body, Entry, Part};
use crate::render::escape;
use crate::say::{Lang, Text};

use super::Format;

/// `--format json`.
pub const FORMAT: Format = Format { name: "json", write: |entry, lang, _| escape::json(&value(entry, lang)) };

fn value(entry: &Entry, lang: Lang) -> Value {
    let parts: Map<String, Value> = entry.parts.iter().map(|part| (part.code.to_owned(), part_value(part, lang))).collect();
    json!({
        "version": 1,
        "kind": entry.kind,
        "name": entry.name,
        "heading": plain(&entry.heading, lang),
        "says": plain(&entry.says, lang),
        "parts": parts,
    })
}

fn part_value(part: &Part, lang: Lang) -> Value {
    match &part.body {
        Body::Words(words) => words.iter().map(|words| Value::String(plain(words, lang))).collect(),
        Body::Rows(heads, rows) => {
            let row = |row: &Vec<Text>| -> Map<String, Value> {
                heads.iter().zip(row).map(|((code, _), cell)| ((*code).to_owned(), Value::String(plain(cell, lang)))).collect()
            };
            rows.iter().map(|cells| Value::Object(row(cells))).collect()
        }
        Body::Code(text) => Value::String(text.get(lang).to_owned()),
    }
}

/// Without the backticks round what is to be typed.
fn plain(text: &Text, lang: Lang) -> String {
    text.get(lang).replace('`', "")
}
