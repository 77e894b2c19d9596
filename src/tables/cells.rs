//! Cells of a row of CSV and of a TOML file, each read as what its column takes.

use crate::say;
use crate::text::csv::Field as CsvField;
use crate::text::toml::{Item, Table as Toml};
use crate::text::width::is_hidden;
use crate::text::{At, FileId, Span};
use crate::value::cell::{Cell, Kind, Refusal};
use crate::value::{Desk, Field};

use super::description::{Column, Description};
use super::fault::{Fault, FaultKind};
use super::header::Header;
use super::record::Cells;

/// Reads what a cell says and says what is wrong with it.
fn read<C: Cell>(text: &str, column: &'static Column, desk: &mut Desk<'_>, fault: impl FnOnce(FaultKind)) -> Field<C> {
    match C::read(text, desk) {
        Ok(value) => {
            if let Some(c) = hidden(text, C::KIND) {
                fault(FaultKind::Hidden(c));
            }
            Field::of(value)
        }
        Err(refusal) => {
            let text = text.to_owned();
            match refusal {
                Refusal::Date(why) => fault(FaultKind::BadDate(column, text, why)),
                Refusal::Number(why) => fault(FaultKind::BadNumber(column, text, why)),
                Refusal::Id(why) => fault(FaultKind::BadId(text, why)),
                Refusal::Word { word, among } => fault(FaultKind::BadWord(column, word, among)),
                Refusal::Dangling { id, table } => fault(FaultKind::Dangling(column, id, table)),
                Refusal::Unknown => {}
            }
            Field::BROKEN
        }
    }
}

/// The first character of a cell that cannot be seen; a text may have line breaks and tabs.
fn hidden(text: &str, kind: Kind) -> Option<char> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return None;
    }
    let is_text = matches!(kind, Kind::Text | Kind::Texts);
    text.chars().find(|c| is_hidden(*c) && !(is_text && matches!(c, '\n' | '\r' | '\t')))
}

/// A row of a CSV file.
pub struct CsvRow<'a, 'd, 'k> {
    /// The file's text.
    pub text: &'a str,
    /// The file.
    pub file: FileId,
    /// The row's first byte.
    pub row: u32,
    /// Its cells.
    pub fields: &'a [CsvField],
    /// What they stand under.
    pub header: &'a Header,
    /// The table.
    pub table: &'static Description,
    /// Where cells are looked up and kept.
    pub desk: &'d mut Desk<'k>,
    /// What is wrong is put here.
    pub faults: &'d mut Vec<Fault>,
    /// Only the key columns can be trusted, and nothing more is said of the row: it has too few or too many cells.
    pub keys_only: bool,
}

impl Cells for CsvRow<'_, '_, '_> {
    fn cell<C: Cell>(&mut self, number: u16) -> Field<C> {
        let Some(column) = self.table.columns.get(usize::from(number)) else { return Field::BROKEN };
        let Some(position) = self.header.position(number) else {
            // A required column that is missing has been told once, at the header.
            return if column.required || self.header.has(number) { Field::BROKEN } else { Field::EMPTY };
        };
        if self.keys_only && !self.table.key.contains(&column.code) {
            return Field::BROKEN;
        }
        let Some(field) = self.fields.get(position) else { return Field::BROKEN };
        let Some(value) = field.value(self.text) else { return Field::BROKEN };
        let at = At::Bytes(self.file, field.span);
        let (file, row, keys_only, faults) = (self.file, self.row, self.keys_only, &mut *self.faults);
        let mut fault = |kind| {
            if !keys_only {
                faults.push(Fault::in_row(at, file, row, kind));
            }
        };
        if value.trim().is_empty() {
            if column.required {
                fault(FaultKind::EmptyCell(column));
                return Field::BROKEN;
            }
            return Field::EMPTY;
        }
        read(&value, column, self.desk, fault)
    }
}

/// A TOML file that is a row: its keys are the columns, its name is the id.
pub struct TomlRow<'a, 'd, 'k> {
    /// What stands in the file; `None` where it could not be read.
    pub toml: Option<&'a Toml>,
    /// The file.
    pub file: FileId,
    /// The file's name without its extension.
    pub stem: &'a str,
    /// The table.
    pub table: &'static Description,
    /// Where cells are looked up and kept.
    pub desk: &'d mut Desk<'k>,
    /// What is wrong is put here.
    pub faults: &'d mut Vec<Fault>,
}

impl TomlRow<'_, '_, '_> {
    /// Finds the keys that mean nothing, and the required ones that are missing.
    pub fn check_keys(&mut self) {
        let Some(toml) = self.toml else { return };
        let absent = self.table.columns.iter().filter(|c| c.code != "id" && self.find(toml, c).is_none());
        let mut missing: Vec<&'static str> = absent.map(|c| c.code).collect();
        let mut faults = Vec::new();
        for entry in &toml.0 {
            if self.table.find(&entry.key).is_some_and(|n| n > 0) {
                continue;
            }
            let near = crate::text::nearest::nearest(&entry.key, missing.iter().copied(), 1).first().copied();
            let column = near.and_then(|code| self.table.columns.iter().find(|c| c.code == code));
            let at = At::Bytes(self.file, entry.key_span);
            let kind = match column {
                Some(column) if column.required => {
                    missing.retain(|code| *code != column.code);
                    FaultKind::MissingColumn(column, Some(entry.key.clone()))
                }
                _ => FaultKind::UnknownKey(entry.key.clone(), near.map(str::to_owned)),
            };
            faults.push(Fault::in_row(at, self.file, 0, kind));
        }
        for column in self.table.columns.iter().filter(|c| c.required && missing.contains(&c.code)) {
            faults.push(Fault::in_row(At::File(self.file), self.file, 0, FaultKind::MissingColumn(column, None)));
        }
        self.faults.append(&mut faults);
    }

    fn find<'t>(&self, toml: &'t Toml, column: &Column) -> Option<&'t crate::text::toml::Entry> {
        toml.get(column.code).or_else(|| toml.0.iter().find(|e| self.table.find(&e.key) == self.table.column(column.code)))
    }

    fn push(&mut self, at: At, kind: FaultKind) {
        self.faults.push(Fault::in_row(at, self.file, 0, kind));
    }
}

impl Cells for TomlRow<'_, '_, '_> {
    fn cell<C: Cell>(&mut self, number: u16) -> Field<C> {
        let Some(column) = self.table.columns.get(usize::from(number)) else { return Field::BROKEN };
        if column.code == "id" {
            let mut wrong = None;
            let field = read(self.stem, column, self.desk, |kind| wrong = Some(kind));
            if let Some(kind) = wrong {
                self.push(At::File(self.file), kind);
            }
            return field;
        }
        let Some(toml) = self.toml else { return Field::BROKEN };
        let Some(entry) = self.find(toml, column) else {
            return if column.required { Field::BROKEN } else { Field::EMPTY };
        };
        let at = At::Bytes(self.file, entry.value.span);
        let text = match (&entry.value.item, column.kind) {
            (Item::Text(text), _) => text.clone(),
            (Item::Date(date), Kind::Day | Kind::PartialDay) => date.clone(),
            _ => {
                self.push(at, FaultKind::WrongType(entry.key.clone(), takes(column.kind)));
                return Field::BROKEN;
            }
        };
        if text.trim().is_empty() {
            if column.required {
                self.push(at, FaultKind::EmptyCell(column));
                return Field::BROKEN;
            }
            return Field::EMPTY;
        }
        let mut wrong = None;
        let field = read(&text, column, self.desk, |kind| wrong = Some(kind));
        if let Some(kind) = wrong {
            self.push(at, kind);
        }
        field
    }
}

fn takes(kind: Kind) -> crate::say::Text {
    match kind {
        Kind::Day => say!("a date, such as 2011-03-01", "日期，如 2011-03-01"),
        Kind::PartialDay => {
            say!("a date, such as 2011-03-01, or a year or month in quotes, such as \"2011\"", "日期，如 2011-03-01，或加引号的年、月，如 \"2011\"")
        }
        _ => say!("a text in quotes", "加引号的文字"),
    }
}

/// The bytes of the cell of a column, in a row of CSV.
pub fn cell_span(fields: &[CsvField], header: &Header, column: u16) -> Option<Span> {
    fields.get(header.position(column)?).map(|field| field.span)
}
