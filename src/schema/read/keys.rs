//! The first pass: every row of a table with ids is given its number.

use rayon::prelude::*;

use crate::text::csv::{Field, Row, Rows};
use crate::text::{FileId, Source, Sources, Span, is_blank};
use crate::value::Keys;

use super::open::Sheet;
use super::sums::{Sums, begins_sum};
use crate::schema::description::{Description, Form};
use crate::schema::header::Header;
use crate::schema::swallowed::swallowed;

/// What the first pass finds out about a table.
#[derive(Default)]
pub struct KeyPass {
    /// The ids.
    pub keys: Keys,
    /// Rows that repeat an id: where, and the row that has it.
    pub(super) repeats: Vec<(FileId, u32, u32)>,
}

/// The first pass: gives every row of a table with ids its number.
pub fn read_keys(sheets: &[Sheet], sources: &Sources, table: &'static Description, present: bool) -> KeyPass {
    let mut pass = KeyPass::default();
    pass.keys.complete = present;
    if !table.has_ids() {
        return pass;
    }
    for sheet in sheets {
        match table.form() {
            Form::TomlFiles => pass.add_file(sheet, sources.get(sheet.file), table),
            Form::Csv => pass.add_rows(sheet, sources.text(sheet.file), sources.bad(sheet.file), table),
        }
    }
    pass.keys.settle();
    pass.repeats.sort_unstable();
    pass
}

impl KeyPass {
    fn add(&mut self, id: &str, file: FileId, row: u32) {
        if let Err(first) = self.keys.add(id) {
            self.repeats.push((file, row, first));
        }
    }

    fn add_file(&mut self, sheet: &Sheet, source: Option<&Source>, table: &Description) {
        if source.is_none_or(|source| !table.is_file(&source.path)) {
            // Where the folder should be there is something that cannot be listed: no row is known.
            self.keys.complete = false;
            return;
        }
        self.add(source.map_or("", Source::stem), sheet.file, 0);
    }

    fn add_rows(&mut self, sheet: &Sheet, text: &str, bad: &[Span], table: &'static Description) {
        self.keys.complete &= sheet.complete;
        let Some(header) = &sheet.header else { return };
        let found: Vec<(IdCells, bool)> = sheet.pieces.par_iter().with_max_len(1).map(|piece| id_cells(text, bad, *piece, header, table)).collect();
        for (ids, whole) in found {
            self.keys.complete &= whole;
            for (row, field) in ids {
                let id = field.and_then(|field| field.value(text)).unwrap_or_default();
                if is_blank(&id) {
                    self.keys.add_unnamed();
                } else {
                    self.add(&id, sheet.file, row);
                }
            }
        }
    }
}

/// For each row: its first byte and the cell of its id.
type IdCells = Vec<(u32, Option<Field>)>;

/// The id cells of a piece, and whether all of its rows could be told apart.
fn id_cells(text: &str, bad: &[Span], piece: Span, header: &Header, table: &'static Description) -> (IdCells, bool) {
    let id = table.id().and_then(|id| header.position(id));
    let mut rows = Rows::new(text, piece).with_bad(bad);
    let sums = Sums::of(text, header, table, &[]);
    let (mut fields, mut ids, mut whole) = (Vec::new(), Vec::new(), true);
    while let Some((row, cell)) = rows.next_cell(id.unwrap_or_default(), &mut fields) {
        whole &= !row.cut && swallowed(text, row, header, table) == 0;
        if cell.is_some_and(|cell| begins_sum(text, &cell)) && is_sum(text, row, &sums, &mut fields) {
            continue;
        }
        let mut cell = cell.filter(|_| id.is_some());
        if !bad.is_empty()
            && let Some(from) = header.damaged_from(&row, &fields)
        {
            // Which cell is that of the id is certain only before the damage, and a row may be lost behind it.
            whole = false;
            cell = cell.filter(|_| id.is_some_and(|id| id < from));
        }
        let is_named = cell.is_some_and(|cell| !cell.is_blank(text));
        if is_named || !is_blank_row(text, row, &mut fields) {
            ids.push((row.span.start, cell));
        }
    }
    (ids, whole)
}

/// Whether a row sums up others. An id refers to no other table.
fn is_sum(text: &str, row: Row, sums: &Sums<'_>, fields: &mut Vec<Field>) -> bool {
    Rows::new(text, row.span).next_row(fields).is_some() && sums.find(row, fields).is_some()
}

fn is_blank_row(text: &str, row: Row, fields: &mut Vec<Field>) -> bool {
    Rows::new(text, row.span).next_row(fields).is_some() && fields.iter().all(|field| field.is_blank(text))
}
