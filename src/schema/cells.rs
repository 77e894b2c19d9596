//! Cells of a row of CSV and of a TOML file, each read as what its column takes.

use crate::say;
use crate::text::csv::Field as CsvField;
use crate::text::encoding::meets;
use crate::text::nearest::nearest;
use crate::text::script;
use crate::text::toml::{Entry, Item, Table as Toml};
use crate::text::width::{is_hidden, may_have_hidden};
use crate::text::{At, FileId, Span, is_blank};
use crate::value::cell::{Cell, Kind, Refusal};
use crate::value::{Desk, Field, id};

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
                Refusal::Date(why) => fault(FaultKind::BadDate(column, text, desk.why(why))),
                Refusal::Number(why) => fault(FaultKind::BadNumber(column, text, desk.why(why))),
                Refusal::Id(why) => fault(FaultKind::BadId(text, desk.why(why))),
                Refusal::Word { word, among } => fault(FaultKind::BadWord(column, word, among)),
                Refusal::Dangling { id, table } => fault(FaultKind::Dangling(column, id, table)),
                Refusal::Unknown => {}
            }
            Field::BROKEN
        }
    }
}

/// What a text that is not blank says in a column of a type: whether it can be read, and what is wrong with it.
pub fn judge<C: Cell>(text: &str, column: &'static Column, desk: &mut Desk<'_>) -> (bool, Option<FaultKind>) {
    let mut wrong = None;
    let field = read::<C>(text, column, desk, |kind| wrong = Some(kind));
    (!field.is_broken(), wrong)
}

/// The first character of a cell that cannot be seen, and that its script is not written with.
fn hidden(text: &str, kind: Kind) -> Option<char> {
    match kind {
        Kind::Text | Kind::Texts => script::hidden(text),
        Kind::Word(_) | Kind::Words(_) | Kind::FixedWords(_) if may_have_hidden(text) => text.chars().find(|c| is_hidden(*c)),
        // Days, numbers and words of the format have none, nor has an id: where one that a row refers to has, that is told at the id.
        _ => None,
    }
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
    /// Empty cells at its end are not there.
    pub is_short: bool,
    /// Whether a cell so far could not be read.
    pub is_broken: bool,
}

impl Cells for CsvRow<'_, '_, '_> {
    fn cell<C: Cell>(&mut self, number: u16) -> Field<C> {
        let field = self.read_cell(number);
        self.is_broken |= field.is_broken();
        field
    }
}

impl CsvRow<'_, '_, '_> {
    fn read_cell<C: Cell>(&mut self, number: u16) -> Field<C> {
        let Some(column) = self.table.columns.get(usize::from(number)) else { return Field::BROKEN };
        let Some(position) = self.header.position(number) else {
            // A required column that is missing has been told once, at the header.
            return if column.required || self.header.may_hold(number, self.fields, self.text) { Field::BROKEN } else { Field::EMPTY };
        };
        if self.keys_only && !self.table.key.contains(&number) {
            return Field::BROKEN;
        }
        // A row whose last cells are missing has been looked at as a whole.
        let Some(field) = self.fields.get(position) else { return if self.is_short { Field::EMPTY } else { Field::BROKEN } };
        let at = At::Bytes(self.file, field.span);
        let (file, row, keys_only, faults) = (self.file, self.row, self.keys_only, &mut *self.faults);
        let mut fault = |kind| {
            if !keys_only {
                faults.push(Fault::in_row(at, file, row, kind));
            }
        };
        if field.is_blank(self.text) {
            if column.required {
                fault(FaultKind::EmptyCell(column));
                return Field::BROKEN;
            }
            return Field::EMPTY;
        }
        let Some(value) = field.value(self.text) else { return Field::BROKEN };
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
    /// The column that each key means.
    pub columns: Vec<Option<u16>>,
    /// Where in the file bytes stand that cannot be decoded.
    pub bad: &'a [Span],
    /// The columns that may be empty and whose keys are misspelt: nobody may take them for empty.
    pub misspelt: Vec<u16>,
    /// Whether something worse has been said of the file, so that nothing is said of its name.
    pub lost: bool,
    /// Where cells are looked up and kept.
    pub desk: &'d mut Desk<'k>,
    /// What is wrong is put here.
    pub faults: &'d mut Vec<Fault>,
}

/// The column that each key of a TOML file means.
pub fn columns_of(toml: Option<&Toml>, table: &Description) -> Vec<Option<u16>> {
    toml.map_or(&[][..], |toml| &toml.0).iter().map(|entry| table.find(&entry.key)).collect()
}

impl<'a> TomlRow<'a, '_, '_> {
    /// Finds the keys that mean nothing or the same twice, and the required ones that are missing.
    pub fn check_keys(&mut self) {
        let Some(toml) = self.toml else { return };
        if toml.0.is_empty() {
            self.push(At::File(self.file), FaultKind::NoHeader(self.table));
            return;
        }
        let columns = (0u16..).zip(self.table.columns);
        let mut missing: Vec<&'static Column> =
            columns.filter(|(n, column)| !column.is_id() && !self.columns.contains(&Some(*n))).map(|(_, column)| column).collect();
        if toml.0.iter().any(|entry| self.is_bad(entry.key_span)) {
            // A key that cannot be read may be any that is not there: nobody may take it for empty.
            self.misspelt.extend(missing.drain(..).map(|column| column.number));
        }
        for (n, entry) in toml.0.iter().enumerate().filter(|(_, entry)| !meets(self.bad, entry.key_span)) {
            let at = At::Bytes(self.file, entry.key_span);
            let number = self.columns.get(n).copied().flatten();
            if let Some((number, column)) = number.and_then(|n| Some((n, self.table.columns.get(usize::from(n))?))).filter(|(_, c)| !c.is_id()) {
                let first = self.entries(number).next();
                if let Some(first) = first.filter(|first| first.key_span != entry.key_span) {
                    self.push(at, FaultKind::RepeatedColumn(column, At::Bytes(self.file, first.key_span)));
                }
                continue;
            }
            let names = missing.iter().flat_map(|column| [column.code, column.title.en, column.title.zh]);
            let near =
                nearest(&entry.key, names, 1).first().and_then(|near| self.table.find(near)).and_then(|n| self.table.columns.get(usize::from(n)));
            match near.filter(|column| column.required) {
                Some(column) => {
                    missing.retain(|other| other.code != column.code);
                    self.push(at, FaultKind::MissingColumn(column, Some(entry.key.clone())));
                }
                None => {
                    self.misspelt.extend(near.map(|column| column.number));
                    self.push(at, FaultKind::UnknownKey(entry.key.clone(), near.map(|column| column.code.to_owned())));
                }
            }
        }
        for column in missing.iter().filter(|column| column.required) {
            self.push(At::File(self.file), FaultKind::MissingColumn(column, None));
        }
    }

    /// The entries that mean a column.
    fn entries(&self, column: u16) -> impl Iterator<Item = &'a Entry> + use<'a, '_> {
        let all = self.toml.map_or(&[][..], |toml| &toml.0);
        all.iter().zip(&self.columns).filter(move |(_, number)| **number == Some(column)).map(|(entry, _)| entry)
    }

    fn push(&mut self, at: At, kind: FaultKind) {
        self.faults.push(Fault::in_row(at, self.file, 0, kind));
    }

    /// Whether bytes of a part of the file cannot be decoded.
    fn is_bad(&self, part: Span) -> bool {
        meets(self.bad, part)
    }
}

impl Cells for TomlRow<'_, '_, '_> {
    fn cell<C: Cell>(&mut self, number: u16) -> Field<C> {
        let Some(column) = self.table.columns.get(usize::from(number)) else { return Field::BROKEN };
        if column.is_id() {
            let mut wrong = None;
            let field = read(self.stem, column, self.desk, |kind| wrong = Some(kind));
            // The team is read, so that its figures are the same wherever the book lies.
            let device = || id::check_as_file(self.stem).err().map(|why| FaultKind::BadId(self.stem.to_owned(), why.into()));
            if let Some(kind) = wrong.or_else(device).filter(|_| !self.lost) {
                self.push(At::File(self.file), kind);
            }
            return field;
        }
        if self.toml.is_none() {
            return Field::BROKEN;
        }
        let mut entries = self.entries(number);
        let Some(entry) = entries.next() else {
            return if column.required || self.misspelt.contains(&number) { Field::BROKEN } else { Field::EMPTY };
        };
        let is_repeated = entries.next().is_some();
        drop(entries);
        if is_repeated {
            // Told once, at the second of them: which one counts nobody knows.
            return Field::BROKEN;
        }
        let at = At::Bytes(self.file, entry.value.span);
        if self.is_bad(entry.value.span) {
            self.push(at, FaultKind::Undecoded);
            return Field::BROKEN;
        }
        let text = match (&entry.value.item, column.kind) {
            (Item::Text(text), _) => text.clone(),
            (Item::Date(date), Kind::Day | Kind::PartialDay | Kind::End) => date.clone(),
            _ => {
                self.push(at, FaultKind::WrongType(entry.key.clone(), takes(column.kind)));
                return Field::BROKEN;
            }
        };
        if is_blank(&text) {
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
        Kind::PartialDay | Kind::End => {
            say!("a date, such as 2011-03-01, or a year or month in quotes, such as \"2011\"", "日期，如 2011-03-01，或加引号的年、月，如 \"2011\"")
        }
        _ => say!("a text in quotes", "加引号的文字"),
    }
}

/// The bytes of the cell of a column, in a row of CSV.
pub fn cell_span(fields: &[CsvField], header: &Header, column: u16) -> Option<Span> {
    fields.get(header.position(column)?).map(|field| field.span)
}
