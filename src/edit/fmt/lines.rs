//! Lines of a TOML file: ended by a line feed, without blanks at their ends. What stands inside a text over several lines is its value.

use crate::text::Span;
use crate::text::csv::after_mark;
use crate::text::toml::{self, Item, Table, Value};

/// The text with tidy lines, no blank ones before the first and after the last. A byte-order mark is kept.
pub fn tidy(text: &str) -> String {
    let (document, _) = toml::read(text);
    let mut kept = Vec::new();
    long_texts(&document, text, &mut kept);
    kept.sort_unstable();
    let mark = after_mark(text);
    let mut written = text.get(..mark).unwrap_or_default().to_owned();
    let mut at = mark;
    for span in kept {
        plain(text.get(at..span.start as usize).unwrap_or_default(), &mut written);
        written.push_str(span.of(text));
        at = span.end as usize;
    }
    plain(text.get(at..).unwrap_or_default(), &mut written);
    let body = written.get(mark..).unwrap_or_default().trim_start_matches('\n').trim_end_matches([' ', '\t', '\r', '\n']).to_owned();
    written.truncate(mark);
    written.push_str(&body);
    if !body.is_empty() {
        written.push('\n');
    }
    written
}

/// Writes what lies outside of long texts; it may begin and end in the middle of a line.
fn plain(text: &str, into: &mut String) {
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            let end = into.trim_end_matches([' ', '\t', '\r']).len();
            into.truncate(end);
            into.push('\n');
        }
        into.push_str(line);
    }
}

/// Where texts over several lines stand.
fn long_texts(table: &Table, text: &str, found: &mut Vec<Span>) {
    table.0.iter().for_each(|entry| long_text(&entry.value, text, found));
}

fn long_text(value: &Value, text: &str, found: &mut Vec<Span>) {
    match &value.item {
        Item::Text(_) if value.span.of(text).contains('\n') => found.push(value.span),
        Item::Array(all) => all.iter().for_each(|value| long_text(value, text, found)),
        Item::Table(table) => long_texts(table, text, found),
        _ => {}
    }
}
