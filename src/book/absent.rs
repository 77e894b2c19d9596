//! The tables that a book does not have, and that rows of others name: found while what each file says is still there.

use crate::schema::read::Sheet;
use crate::tables::appointments::Appointment;
use crate::tables::memberships::Membership;
use crate::tables::participations::Participation;
use crate::tables::{ALL, Description, Form, Layout};
use crate::text::csv::{Rows, after_mark};
use crate::text::{At, FileId, Sources, Span, conflict, toml};
use crate::value::{TableId, Target};

/// A table that is not there, and the first place that names it.
#[derive(Clone, Copy, Debug)]
pub struct Absent {
    /// The table.
    pub table: TableId,
    /// Where it is named.
    pub at: At,
}

/// Looks for the absent tables that are named. Where all are there, nothing is looked at; else each file up to the first row that names one.
pub(super) fn find(sources: &Sources, layout: &Layout, sheets: &[Vec<Sheet>]) -> Vec<Absent> {
    let is_there = |number: TableId| layout.has(number) || layout.unread.get(usize::from(number.0)).copied().unwrap_or_default();
    // What is private is not kept where the others are.
    let absent = (0u8..).map(TableId).zip(ALL).filter(|(number, table)| !is_there(*number) && !table.is_private());
    absent
        .filter_map(|(number, table)| {
            let at = if number == Membership::TARGET { first_member(sources, sheets) } else { first_reference(sources, sheets, table) };
            Some(Absent { table: number, at: at? })
        })
        .collect()
}

/// Who leads a team, or takes part in what it does, belongs to one.
fn first_member(sources: &Sources, sheets: &[Vec<Sheet>]) -> Option<At> {
    let columns = [(Appointment::TARGET, Appointment::volunteer.number()), (Participation::TARGET, Participation::volunteer.number())];
    let mut files =
        columns.into_iter().flat_map(|(table, column)| sheets.get(usize::from(table.0)).into_iter().flatten().map(move |sheet| (column, sheet)));
    files.find_map(|(column, sheet)| first_cell(sources, sheet, sheet.header.as_ref()?.position(column)?))
}

/// The first cell or value that refers to a table.
fn first_reference(sources: &Sources, sheets: &[Vec<Sheet>], target: &Description) -> Option<At> {
    ALL.iter().zip(sheets).find_map(|(table, sheets)| {
        let columns: Vec<u16> = table.columns.iter().filter(|column| column.refers == Some(target.number)).map(|column| column.number).collect();
        if columns.is_empty() {
            return None;
        }
        match table.form() {
            Form::Csv => sheets.iter().find_map(|sheet| {
                let header = sheet.header.as_ref()?;
                columns.iter().find_map(|column| first_cell(sources, sheet, header.position(*column)?))
            }),
            Form::TomlFiles => sheets.iter().find_map(|sheet| first_value(sources.text(sheet.file), sheet.file, table, &columns)),
        }
    })
}

/// The first cell under a header that something stands in.
fn first_cell(sources: &Sources, sheet: &Sheet, position: usize) -> Option<At> {
    let text = sources.text(sheet.file);
    let mut rows = Rows::new(text, Span::new(after_mark(text), text.len())).with_bad(sources.bad(sheet.file));
    let mut fields = Vec::new();
    rows.next_row(&mut fields)?;
    if !conflict::conflicts(text).is_empty() {
        // Which of its rows are to stay nobody knows.
        return None;
    }
    while rows.next_row(&mut fields).is_some() {
        if let Some(field) = fields.get(position).filter(|field| !field.is_blank(text)) {
            return Some(At::Bytes(sheet.file, field.span));
        }
    }
    None
}

fn first_value(text: &str, file: FileId, table: &Description, columns: &[u16]) -> Option<At> {
    let (toml, faults) = toml::read(text);
    let entry = toml.0.iter().find(|entry| table.find(&entry.key).is_some_and(|column| columns.contains(&column)))?;
    faults.is_empty().then_some(At::Bytes(file, entry.value.span))
}
