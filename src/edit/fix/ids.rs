//! An id that is fixed is fixed wherever it is referred to, in one step, or it stays: in between, what refers to it would point nowhere,
//! or at another row.

use std::collections::HashMap;

use crate::book::Book;
use crate::say;
use crate::say::Text;
use crate::tables::certificates::Certificate;
use crate::tables::publicity::Publicity;
use crate::tables::{ALL, Form};
use crate::text::csv::{Rows, after_mark};
use crate::text::{FileId, Patch, Span, toml, written};
use crate::value::{Kind, Target};

use super::units::Unit;

/// The ids that are fixed, by their tables: the old one, the unit that fixes it, and the new one.
type Ids = HashMap<&'static str, HashMap<String, (usize, String)>>;

/// Adds to each unit that fixes an id what fixes the references to it. One whose references are not all cells stays undone.
pub fn with_references(book: &Book, units: &mut [Unit]) {
    let mut ids = Ids::new();
    for (n, unit) in units.iter().enumerate() {
        if let Some((table, old, new)) = id_of(book, unit) {
            ids.entry(table).or_default().insert(old, (n, new));
        }
    }
    if ids.is_empty() {
        return;
    }
    for (table, files) in ALL.iter().zip(&book.layout.files) {
        let references: Vec<(u16, &'static str)> = (0u16..)
            .zip(table.columns)
            .filter_map(|(number, column)| match column.kind {
                Kind::Reference(target) => Some((number, target)),
                _ => None,
            })
            .collect();
        for file in files.iter().filter(|_| !references.is_empty()) {
            match table.form() {
                Form::Csv => in_rows(book, *file, &references, &ids, units),
                Form::TomlFiles => in_toml(book, *file, &references, &ids, units),
            }
        }
    }
    elsewhere(book, &ids, units);
}

/// The table of the id that a unit fixes, the id, and the new one.
fn id_of(book: &Book, unit: &Unit) -> Option<(&'static str, String, String)> {
    let [(file, patch)] = unit.patches.as_slice() else { return None };
    let table = book.table(*file).filter(|table| unit.is_key && table.form() == Form::Csv && table.has_ids())?;
    let &(_, row) = unit.rows.first()?;
    let text = book.sources.text(*file);
    let mut fields = Vec::new();
    Rows::new(text, Span::new(row as usize, text.len())).next_row(&mut fields)?;
    let field = fields.get(book.header(*file)?.position(table.id()?)?).filter(|field| field.span == patch.span)?;
    let old = field.value(text)?.into_owned();
    let new = patch.with.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&patch.with).to_owned();
    (!old.trim().is_empty()).then_some((table.name, old, new))
}

/// The references in the rows of a CSV file.
fn in_rows(book: &Book, file: FileId, references: &[(u16, &'static str)], ids: &Ids, units: &mut [Unit]) {
    let (text, Some(header)) = (book.sources.text(file), book.header(file)) else { return };
    let places: Vec<(usize, &'static str)> = references.iter().filter_map(|(number, target)| Some((header.position(*number)?, *target))).collect();
    let is_damaged = book.sources.is_damaged(file);
    let mut rows = Rows::new(text, Span::new(after_mark(text), text.len()));
    let mut fields = Vec::new();
    rows.next_row(&mut fields);
    while let Some(row) = rows.next_row(&mut fields) {
        for (position, target) in &places {
            let Some(field) = fields.get(*position) else { continue };
            let found = field.value(text).and_then(|value| ids.get(target)?.get(value.as_ref()));
            if let Some((unit, new)) = found.and_then(|(n, new)| Some((units.get_mut(*n)?, new))) {
                if is_damaged {
                    unit.dropped.get_or_insert_with(|| in_a_damaged_file(book, file, new));
                }
                unit.patches.push((file, Patch::new(field.span, written::csv(new))));
                unit.rows.push((file, row.span.start));
            }
        }
    }
}

/// The references in a team's file.
fn in_toml(book: &Book, file: FileId, references: &[(u16, &'static str)], ids: &Ids, units: &mut [Unit]) {
    let Some(table) = book.table(file) else { return };
    let (document, _) = toml::read(book.sources.text(file));
    for entry in &document.0 {
        let target = table.find(&entry.key).and_then(|number| references.iter().find(|(n, _)| *n == number)).map(|(_, target)| *target);
        let (Some(target), toml::Item::Text(value)) = (target, &entry.value.item) else { continue };
        if let Some((unit, new)) = ids.get(target).and_then(|ids| ids.get(value)).and_then(|(n, new)| Some((units.get_mut(*n)?, new))) {
            if book.sources.is_damaged(file) {
                unit.dropped.get_or_insert_with(|| in_a_damaged_file(book, file, new));
            }
            unit.patches.push((file, Patch::new(entry.value.span, written::toml(new))));
            unit.rows.push((file, 0));
        }
    }
}

/// Why an id is left as it is that a file with bytes which cannot be decoded refers to: such a file is not written.
fn in_a_damaged_file(book: &Book, file: FileId, new: &str) -> Text {
    say!(
        "write {new} here and wherever something refers to it, once {path} can be read: rollbook check --fix changes an id everywhere or nowhere, and does not write a file with bytes that cannot be decoded",
        "先让 {path} 能够读取，再在这里和引用它的各处写 {new}：rollbook check --fix 要么各处一起改，要么都不改，而且不改写含有无法解码内容的文件",
        new = new,
        path = book.sources.path(file)
    )
}

/// Where an id may be named besides: waivers, summaries, what publicity is about. There it stands in a text, and which id a text means
/// is for a person to say.
fn elsewhere(book: &Book, ids: &Ids, units: &mut [Unit]) {
    let publicity = book.layout.files(Publicity::TARGET);
    let certificates = book.layout.files(Certificate::TARGET);
    let files = book.layout.settings.iter().chain(&book.layout.summaries).chain(publicity).chain(certificates);
    for file in files {
        let text = book.sources.text(*file);
        for (id, (n, new)) in ids.values().flatten() {
            let is_named = text.match_indices(id).any(|(at, _)| stands_alone(text, at, id.len()));
            let Some(unit) = units.get_mut(*n).filter(|unit| is_named && !unit.patches.iter().any(|(patched, _)| patched == file)) else { continue };
            unit.dropped = Some(say!(
                "write {new} here, wherever something refers to it, and in {path}, where it stands in a text: rollbook check --fix changes an id everywhere or nowhere",
                "请在这里写 {new}，凡引用它的地方也一样，包括 {path} 的文字中：rollbook check --fix 要么各处一起改，要么都不改",
                new = new,
                path = book.sources.path(*file)
            ));
        }
    }
}

/// Whether what stands at a place is no part of a longer id.
fn stands_alone(text: &str, at: usize, len: usize) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + len..).and_then(|after| after.chars().next());
    !before.is_some_and(is_part) && !after.is_some_and(is_part)
}
