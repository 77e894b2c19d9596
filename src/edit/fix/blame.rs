//! Which fixes made something wrong: those in the rows it is about; else those in rows that these refer to, or that refer to these.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::book::Book;
use crate::say::Text;
use crate::tables::Form;
use crate::text::csv::Rows;
use crate::text::patch::Moved;
use crate::text::{FileId, Span};
use crate::value::TableId;

use super::errors::{New, RowAt};
use super::units::Unit;

/// The numbers of the units that lead to new errors, each with what it leads to. Where cells that refer to rows and others are fixed in one
/// row, those that refer come first: what a cell says was hidden before, where it points was not.
pub fn blamed<'n>(moved: &BTreeMap<FileId, Moved>, units: &[Unit], after: &Book, new: &'n [New]) -> Vec<(usize, &'n Text)> {
    let mut by_row: HashMap<RowAt, Vec<usize>> = HashMap::new();
    let live = || units.iter().enumerate().filter(|(_, unit)| unit.dropped.is_none() && !unit.is_structural);
    let to = |(file, row): &RowAt| (*file, moved.get(file).map_or(*row, |moved| moved.to(*row)));
    for (n, unit) in live() {
        unit.rows.iter().for_each(|row| by_row.entry(to(row)).or_default().push(n));
    }
    // What rows with fixes refer to is looked up only if an error lies in none of them.
    let mut by_reference: Option<HashMap<RowAt, Vec<usize>>> = None;
    let mut blamed: BTreeMap<usize, &Text> = BTreeMap::new();
    let mut told: HashSet<&RowAt> = HashSet::new();
    for error in new {
        let at = |rows: &HashMap<RowAt, Vec<usize>>, of: &[RowAt]| -> Vec<usize> {
            of.iter().filter_map(|row| rows.get(row)).flatten().copied().collect()
        };
        let mut near = at(&by_row, &error.rows);
        let is_seen = error.rows.first().is_some_and(|row| !told.insert(row));
        if near.is_empty() && !is_seen {
            let around: Vec<RowAt> = error.rows.iter().flat_map(|row| references(after, *row)).collect();
            near = at(&by_row, &around);
            if near.is_empty() {
                let reach = by_reference.get_or_insert_with(|| {
                    let mut reach: HashMap<RowAt, Vec<usize>> = HashMap::new();
                    for (n, unit) in live() {
                        let rows = unit.rows.iter().flat_map(|row| references(after, to(row)));
                        rows.for_each(|row| reach.entry(row).or_default().push(n));
                    }
                    reach
                });
                near = at(reach, &error.rows);
                if near.is_empty() {
                    near = at(reach, &around);
                }
            }
        }
        let is_key = |n: &usize| units.get(*n).is_some_and(|unit| unit.is_key);
        let keys: Vec<usize> = near.iter().copied().filter(is_key).collect();
        let near = if keys.is_empty() && !error.is_state { near } else { keys };
        for n in near {
            blamed.entry(n).or_insert(&error.message);
        }
    }
    blamed.into_iter().collect()
}

/// The rows that a row refers to.
fn references(book: &Book, (file, row): RowAt) -> Vec<RowAt> {
    let (Some(table), text) = (book.table(file), book.sources.text(file)) else { return Vec::new() };
    let mut ids: Vec<(TableId, String)> = Vec::new();
    let columns = || table.columns.iter().filter_map(|column| Some((column.number, column.refers?)));
    if table.form() == Form::Csv {
        let mut fields = Vec::new();
        if Rows::new(text, Span::new(row as usize, text.len())).next_row(&mut fields).is_none() {
            return Vec::new();
        }
        let Some(header) = book.header(file) else { return Vec::new() };
        for (number, target) in columns() {
            let value = header.position(number).and_then(|position| fields.get(position)).and_then(|field| field.value(text));
            ids.extend(value.map(|value| (target, value.into_owned())));
        }
    } else {
        let (document, _) = crate::text::toml::read(text);
        for entry in &document.0 {
            let target = table.find(&entry.key).and_then(|number| columns().find(|(n, _)| *n == number)).map(|(_, target)| target);
            if let (Some(target), crate::text::toml::Item::Text(value)) = (target, &entry.value.item) {
                ids.push((target, value.clone()));
            }
        }
    }
    ids.into_iter().filter_map(|(target, id)| place(book, target, &id)).collect()
}

/// Where the row with an id begins.
fn place(book: &Book, target: TableId, id: &str) -> Option<RowAt> {
    let number = book.keys(target)?.find(id)?;
    let rows = book.tables.any(target).filter(|rows| (number as usize) < rows.rows())?;
    let at = rows.place(number);
    Some((at.file(), at.offset()))
}
