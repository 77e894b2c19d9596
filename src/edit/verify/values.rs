//! The values of a TOML file as they are and as they would be, and the text of a summary.

use crate::tables::Description;
use crate::text::toml::{self, Entry, Item, Table};
use crate::text::{FileId, Span};
use crate::value::Value;

use super::{Difference, Pair, Renamed, references_of};

/// What differs in a file.
pub fn compare(pair: Pair<'_>, file: FileId, table: Option<&'static Description>, renamed: &Renamed) -> Vec<Difference> {
    let (old, new) = (pair.before.sources.text(file), pair.after.sources.text(file));
    if pair.before.layout.summaries.contains(&file) {
        // Only its named bytes change, and they were put in by their places.
        return if pair.named.is_silent_on(file) && old != new { vec![pair.different(file, Span::default(), "", "", "")] } else { Vec::new() };
    }
    let (document, wrong) = toml::read(old);
    if !wrong.is_empty() {
        return Vec::new();
    }
    let (written, wrong) = toml::read(new);
    if let Some(wrong) = wrong.first() {
        return vec![pair.different(file, Span::default(), "", "", &wrong.message)];
    }
    let mut different = Vec::new();
    let name = |entry: &Entry| table.and_then(|table| table.find(&entry.key));
    for entry in &document.0 {
        let number = name(entry);
        let there = written.0.iter().find(|other| if number.is_some() { name(other) == number } else { other.key == entry.key });
        let value = entry.value.span.of(old);
        let Some(there) = there else {
            if !pair.named.touches(file, entry.key_span) {
                different.push(pair.different(file, entry.key_span, &entry.key, value, ""));
            }
            continue;
        };
        let reference = table.zip(number).and_then(|(table, number)| references_of(table).into_iter().find(|(n, _)| *n == number));
        let is_named = pair.named.touches(file, entry.value.span);
        let is_same = match (&entry.value.item, &there.value.item, reference) {
            (Item::Text(a), Item::Text(b), Some((_, target))) if is_named || a == b => pair.is_same_row(target, a, b, renamed),
            _ if is_named => true,
            (a, b, _) => is_one(a, b) || number.is_some_and(|column| is_one_value(pair, file, table, column)),
        };
        if !is_same {
            different.push(pair.different(file, entry.value.span, &entry.key, value, there.value.span.of(new)));
        }
    }
    if written.0.len() > document.0.len() && pair.named.is_silent_on(file) {
        different.push(pair.different(file, Span::default(), "", "", written.0.last().map_or("", |entry| &entry.key)));
    }
    different
}

/// Whether the table reads one value in both.
fn is_one_value(pair: Pair<'_>, file: FileId, table: Option<&'static Description>, column: u16) -> bool {
    let Some(table) = table else { return false };
    let shown = (pair.before.shown(table, file, 0, column), pair.after.shown(table, file, 0, column));
    matches!(&shown, (Some(a), Some(b)) if a == b && *a != Value::Empty)
}

/// Whether two values are one, wherever they stand.
fn is_one(a: &Item, b: &Item) -> bool {
    match (a, b) {
        (Item::Text(a), Item::Text(b)) | (Item::Date(a), Item::Date(b)) => a == b,
        (Item::Whole(a), Item::Whole(b)) => a == b,
        (Item::Bool(a), Item::Bool(b)) => a == b,
        (Item::Number, Item::Number) => true,
        (Item::Array(a), Item::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_one(&a.item, &b.item)),
        (Item::Table(a), Item::Table(b)) => is_one_table(a, b),
        _ => false,
    }
}

fn is_one_table(a: &Table, b: &Table) -> bool {
    a.0.len() == b.0.len() && a.0.iter().zip(&b.0).all(|(a, b)| a.key == b.key && is_one(&a.value.item, &b.value.item))
}
