//! The fixes of findings, each as a whole: what stands in one cell, and with an id all that refers to it.

use std::collections::BTreeMap;

use crate::book::Book;
use crate::findings::Finding;
use crate::rules::mend::Mend;
use crate::say::Text;
use crate::tables::{Description, Form};
use crate::text::csv::{Rows, after_mark};
use crate::text::{FileId, Patch, Span};
use crate::value::Kind;
use crate::value::lenient::Sureness;

use super::errors::RowAt;
use super::ids;

/// What is fixed at once or not at all.
#[derive(Debug, Default)]
pub struct Unit {
    /// The bytes that change.
    pub patches: Vec<Mend>,
    /// The rows they stand in.
    pub rows: Vec<RowAt>,
    /// Whether a cell of it tells rows apart or refers to one.
    pub is_key: bool,
    /// Whether the file could not be read without it.
    pub is_structural: bool,
    /// Why it is not done, if it is not.
    pub dropped: Option<Text>,
}

/// The findings without whose fix a file, or a column of it, cannot be read.
const STRUCTURAL: &[&str] = &["F002", "F003", "F004", "F005", "F006", "F007", "F031"];

/// The fixes that findings carry which are so sure.
pub fn of(book: &Book, findings: &[&Finding], sure: Sureness) -> Vec<Unit> {
    let mut by_file: BTreeMap<FileId, Vec<(Patch, &'static str)>> = BTreeMap::new();
    for finding in findings {
        for fix in finding.fixes.iter().filter(|fix| fix.sure == sure) {
            by_file.entry(fix.file).or_default().push((fix.patch.clone(), finding.code));
        }
    }
    let mut units = Vec::new();
    for (file, mut patches) in by_file {
        patches.sort();
        patches.dedup_by(|a, b| a.0 == b.0);
        let is_csv = book.table(file).filter(|table| table.form() == Form::Csv);
        match is_csv {
            Some(table) => of_cells(book, file, table, patches, &mut units),
            None => units.extend(patches.into_iter().map(|(patch, code)| Unit {
                is_key: is_reference(book, file, patch.span),
                is_structural: STRUCTURAL.contains(&code),
                patches: vec![(file, patch)],
                rows: vec![(file, 0)],
                dropped: None,
            })),
        }
    }
    ids::with_references(book, &mut units);
    units
}

/// The fixes of a CSV file: those in one cell are one.
fn of_cells(book: &Book, file: FileId, table: &'static Description, patches: Vec<(Patch, &'static str)>, units: &mut Vec<Unit>) {
    let text = book.sources.text(file);
    let mut rows = Rows::new(text, Span::new(after_mark(text), text.len()));
    let mut fields = Vec::new();
    let mut row = rows.next_row(&mut fields);
    let mut last: Option<(u32, usize)> = None;
    for (patch, code) in patches {
        while row.is_some_and(|row| row.span.end < patch.span.start) {
            row = rows.next_row(&mut fields);
        }
        let start = row.map_or(0, |row| row.span.start);
        let is_inside = |span: Span| span.start <= patch.span.start && patch.span.end <= span.end;
        let position = if STRUCTURAL.contains(&code) { None } else { fields.iter().position(|field| is_inside(field.span)) };
        if let (Some(position), Some(unit)) = (position, units.last_mut())
            && last == Some((start, position))
        {
            unit.patches.push((file, patch));
            continue;
        }
        last = position.map(|position| (start, position));
        let column = position.zip(book.header(file)).and_then(|(position, header)| {
            (0u16..).zip(table.columns).find(|(number, _)| header.position(*number) == Some(position)).map(|(_, column)| column)
        });
        units.push(Unit {
            patches: vec![(file, patch)],
            rows: vec![(file, start)],
            is_key: column.is_some_and(|column| matches!(column.kind, Kind::Id | Kind::Reference(_)) || table.key.contains(&column.number)),
            is_structural: STRUCTURAL.contains(&code),
            dropped: None,
        });
    }
}

/// Whether the value at certain bytes of a TOML file refers to a row.
fn is_reference(book: &Book, file: FileId, span: Span) -> bool {
    let Some(table) = book.table(file) else { return false };
    let (toml, _) = crate::text::toml::read(book.sources.text(file));
    let entry = toml.0.iter().find(|entry| entry.value.span.start <= span.start && span.end <= entry.value.span.end);
    let column = entry.and_then(|entry| table.find(&entry.key)).and_then(|number| table.columns.get(usize::from(number)));
    column.is_some_and(|column| matches!(column.kind, Kind::Reference(_)))
}
