//! A team's file written canonically: keys in the order of the table's description, whole dates as dates of TOML.
//!
//! A comment belongs to the key below it and goes where that goes. Comments at the top, parted from the first key by a blank
//! line, stay at the top; those after the last key stay at the end.

use crate::tables::{Column, Description};
use crate::text::patch::{Patch, apply};
use crate::text::toml::{self, Entry, Item};
use crate::text::{Span, written};
use crate::value::{Day, Kind, Pen};

use super::hand::{self, Hand};
use super::lines::tidy;

/// The text of a file, written canonically. Where keys do not each stand on lines of their own, their order is kept.
pub fn write(text: &str, table: &'static Description, hand: &Hand<'_>) -> String {
    let text = tidy(text);
    let (document, _) = toml::read(&text);
    let mut patches = Vec::new();
    let pen = &hand.pen(table, document.0.iter().map(|entry| entry.key.as_str()));
    for entry in document.0.iter().filter(|entry| is_plain(&text, entry)) {
        entry_patches(&text, entry, column(table, &entry.key), pen, &mut patches);
    }
    let text = apply(&text, patches);
    let (document, _) = toml::read(&text);
    in_order(&text, &document, table).unwrap_or(text)
}

/// The column that a key means; the id is no key, but the name of the file.
fn column<'t>(table: &'t Description, key: &str) -> Option<(u16, &'t Column)> {
    let number = table.find(key)?;
    table.columns.get(usize::from(number)).filter(|column| !column.is_id()).map(|column| (number, column))
}

/// Whether an entry is written `key = value`: no header of a table, no path of keys.
fn is_plain(text: &str, entry: &Entry) -> bool {
    let after = text.get(entry.key_span.end as usize..).unwrap_or_default();
    after.trim_start_matches([' ', '\t']).starts_with('=')
}

/// What is written otherwise in an entry.
fn entry_patches(text: &str, entry: &Entry, column: Option<(u16, &Column)>, pen: &Pen<'_>, patches: &mut Vec<Patch>) {
    let between = Span { start: entry.key_span.end, end: entry.value.span.start };
    patches.push(Patch::new(between, " = "));
    let line = line_start(text, entry.key_span.start as usize);
    patches.push(Patch::new(Span::new(line, entry.key_span.start as usize), ""));
    let Some((_, column)) = column else { return };
    // A key in Chinese stands in quotes, so that codes are handier here: they are written unless the file itself has titles.
    let key = if pen.keeps { hand::header(column, &entry.key, pen) } else { column.code.into() };
    if key != entry.key || !pen.keeps {
        let is_bare = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        patches.push(Patch::new(entry.key_span, if is_bare { key.into_owned() } else { written::toml(&key) }));
    }
    let Item::Text(value) = &entry.value.item else { return };
    if matches!(column.kind, Kind::Day | Kind::PartialDay | Kind::End) && Day::parse(value).is_ok() {
        patches.push(Patch::new(entry.value.span, value));
    } else if let Some(written) = (column.write)(value, pen) {
        // Words and numbers need no escape in quotes.
        patches.push(Patch::new(entry.value.span, format!("\"{written}\"")));
    }
}

/// The lines put into order, each key with the lines that belong to it; nothing where that cannot be done.
fn in_order(text: &str, document: &toml::Table, table: &Description) -> Option<String> {
    let plain = document.0.iter().take_while(|entry| is_plain(text, entry)).count();
    let (keys, rest) = document.0.split_at_checked(plain)?;
    if rest.iter().any(|entry| is_plain(text, entry)) {
        return None;
    }
    let first = keys.first()?;
    let start = line_start(text, first.key_span.start as usize);
    let top = text.get(..start)?.rfind("\n\n").map_or(crate::text::csv::after_mark(text), |n| n + 2);
    let mut from = top;
    let mut blocks = Vec::with_capacity(keys.len());
    for entry in keys {
        let begins = line_start(text, entry.key_span.start as usize);
        let value_end = entry.value.span.end as usize;
        let end = text.get(value_end..)?.find('\n').map(|n| value_end + n + 1)?;
        let is_alone = begins >= from && entry.key_span.start as usize == begins && is_comment(text.get(value_end..end)?);
        if !is_alone {
            return None;
        }
        blocks.push((column(table, &entry.key).map_or(u16::MAX, |(number, _)| number), from, end));
        from = end;
    }
    let end = from;
    blocks.sort_by_key(|(number, ..)| *number);
    let mut written = text.get(..top)?.to_owned();
    for (_, from, to) in blocks {
        written.push_str(text.get(from..to)?);
    }
    written.push_str(text.get(end..)?);
    // A blank line parted a key from the one above it, and may now stand first.
    Some(tidy(&written))
}

fn is_comment(rest: &str) -> bool {
    let rest = rest.trim();
    rest.is_empty() || rest.starts_with('#')
}

fn line_start(text: &str, at: usize) -> usize {
    let mark = crate::text::csv::after_mark(text);
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(mark, |n| n + 1)
}
