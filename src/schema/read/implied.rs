//! The ids of tables that the book does not have: the words that refer to them, so that what is counted can be told by them.

use rayon::prelude::*;

use crate::schema::description::{Description, Form};
use crate::text::csv::Rows;
use crate::text::toml::Item;
use crate::text::{Sources, Span, is_blank};
use crate::value::{Keys, Kind};

use super::open::Sheet;

/// Gives each table that `is_implied` the ids that others name. `all` are all tables, `sheets` their files, `keys` their ids.
pub fn read_implied(
    all: &[&'static Description],
    sheets: &[Vec<Sheet>],
    sources: &Sources,
    keys: &mut [Keys],
    is_implied: impl Fn(usize, &Description) -> bool,
) {
    for (number, (target, keys)) in all.iter().zip(keys).enumerate() {
        if !is_implied(number, target) {
            continue;
        }
        for (table, sheets) in all.iter().zip(sheets) {
            let refers = |kind| matches!(kind, Kind::Reference(name) if name == target.name);
            let columns: Vec<u16> = (0u16..).zip(table.columns).filter(|(_, column)| refers(column.kind)).map(|(number, _)| number).collect();
            for sheet in sheets.iter().filter(|_| !columns.is_empty()) {
                let named = match table.form() {
                    Form::TomlFiles => in_toml(sheet, table, &columns),
                    Form::Csv => in_rows(sheet, sources.text(sheet.file), sources.bad(sheet.file), &columns),
                };
                for id in named {
                    // Whoever has it already has it.
                    let _ = keys.add(&id);
                }
            }
        }
        keys.settle();
    }
}

/// What stands under some columns of a file, each word once.
fn in_rows(sheet: &Sheet, text: &str, bad: &[Span], columns: &[u16]) -> Vec<String> {
    let Some(header) = &sheet.header else { return Vec::new() };
    let positions: Vec<usize> = columns.iter().filter_map(|column| header.position(*column)).collect();
    if positions.is_empty() {
        return Vec::new();
    }
    let of_piece = |piece: &Span| {
        let (mut rows, mut fields, mut named) = (Rows::new(text, *piece).with_bad(bad), Vec::new(), Keys::default());
        while let Some(row) = rows.next_row(&mut fields) {
            if row.cut || row.damaged || fields.len() != header.width {
                continue;
            }
            for field in positions.iter().filter_map(|position| fields.get(*position)).filter(|field| !field.is_blank(text)) {
                if let Some(id) = field.value(text) {
                    let _ = named.add(id.trim());
                }
            }
        }
        named.iter().map(|(_, id)| id.to_owned()).collect::<Vec<_>>()
    };
    // In the order of the file, however many threads there are.
    sheet.pieces.par_iter().with_max_len(1).map(of_piece).collect::<Vec<_>>().into_iter().flatten().collect()
}

/// What stands under some keys of a file.
fn in_toml(sheet: &Sheet, table: &Description, columns: &[u16]) -> Vec<String> {
    let entries = sheet.toml.iter().flat_map(|toml| &toml.0);
    let refers = |key: &str| table.find(key).is_some_and(|column| columns.contains(&column));
    let named =
        entries.filter(|entry| refers(&entry.key)).filter_map(|entry| if let Item::Text(id) = &entry.value.item { Some(id.trim()) } else { None });
    named.filter(|id| !is_blank(id)).map(str::to_owned).collect()
}
