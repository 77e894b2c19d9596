//! From "a cell of a row" to file, line, column and bytes: worked out only for what is shown.

use std::collections::HashSet;

use crate::tables::{BadHeader, FaultKind, Form, cell_span};
use crate::text::csv::Rows;
use crate::text::{At, FileId, Span, toml};

use super::Book;

/// A place as people and machines are told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The file.
    pub file: FileId,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
    /// The bytes of the file.
    pub span: Span,
}

/// A cell of a CSV file, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellAt {
    /// The first byte of its row.
    pub row: u32,
    /// Its number in the row, from 0.
    pub position: usize,
    /// Whether it belongs to the first row.
    pub is_header: bool,
}

impl Book {
    /// Where something stands.
    pub fn locate(&self, at: At) -> Located {
        let file = at.file();
        let span = self.span(at);
        let (line, column) = self.sources.line_column(file, span.start);
        Located { file, line, column, span }
    }

    /// The bytes of a place: without its line, which costs more.
    pub fn span(&self, at: At) -> Span {
        match at {
            At::File(file) => {
                let start = crate::text::csv::after_mark(self.sources.text(file));
                Span::new(start, start)
            }
            At::Bytes(_, span) => span,
            At::Cell { file, row, column } => self.cell(file, row, column),
        }
    }

    /// The bytes of a cell; those of the row, or nothing, where the file does not have the column.
    fn cell(&self, file: FileId, row: u32, column: u16) -> Span {
        let text = self.sources.text(file);
        let Some(Some((table, header))) = self.headers.get(file.0 as usize) else { return Span::default() };
        let description = table.description();
        if description.is_some_and(|table| table.form() == Form::TomlFiles) {
            let toml = toml::read(text).0;
            let found = description.and_then(|table| toml.0.iter().find(|entry| table.find(&entry.key) == Some(column)));
            return found.map_or_else(Span::default, |entry| entry.value.span);
        }
        let mut fields = Vec::new();
        let whole = Span { start: row, end: u32::try_from(text.len()).unwrap_or(u32::MAX) };
        let found = Rows::new(text, whole).next_row(&mut fields);
        let cell = header.as_ref().and_then(|header| cell_span(&fields, header, column));
        cell.or(found.map(|found| found.span)).unwrap_or_default()
    }

    /// The first row of a CSV file, and the cells that certain bytes of it stand in. The bytes are given in rising order; `None` for one in no cell.
    pub fn cells_at(&self, file: FileId, bytes: &[u32]) -> (Vec<String>, Vec<Option<CellAt>>) {
        let text = self.sources.text(file);
        let mut rows = Rows::new(text, Span::new(crate::text::csv::after_mark(text), text.len())).with_bad(self.sources.bad(file));
        let mut fields = Vec::new();
        let mut row = rows.next_row(&mut fields);
        let first = row.map(|row| row.span.start);
        let header = fields.iter().map(|field| field.value(text).unwrap_or_default().trim().to_owned()).collect();
        let cells = bytes.iter().map(|byte| {
            while row.is_some_and(|row| row.span.end <= *byte) {
                row = rows.next_row(&mut fields);
            }
            let row = row.filter(|row| row.span.start <= *byte)?.span.start;
            let position = fields.iter().position(|field| field.span.start <= *byte && *byte < field.span.end)?;
            Some(CellAt { row, position, is_header: Some(row) == first })
        });
        (header, cells.collect())
    }

    /// The record that begins at a byte of a file, as waivers name it: `table:id`.
    pub fn record_at(&self, file: FileId, row: u32) -> Option<String> {
        let table = self.table(file)?;
        if table.form() == Form::TomlFiles {
            return Some(format!("{}:{}", table.name, self.sources.get(file)?.stem()));
        }
        let header = self.header(file);
        let text = self.sources.text(file);
        let mut fields = Vec::new();
        let rest = Span { start: row, end: u32::try_from(text.len()).unwrap_or(u32::MAX) };
        Rows::new(text, rest).with_bad(self.sources.bad(file)).next_row(&mut fields)?;
        let cells: Option<Vec<String>> = table
            .key
            .iter()
            .map(|column| {
                let position = header?.position(*column)?;
                fields.get(position)?.value(text).map(|value| value.into_owned())
            })
            .collect();
        cells.map(|cells| format!("{}:{}", table.name, cells.join("/")))
    }

    /// The rows of some tables that have something under a header that is empty, by file and first byte.
    pub fn rows_under_nothing(&self, tables: &[&str]) -> HashSet<(FileId, u32)> {
        let is_asked = |file| self.table(file).is_some_and(|table| tables.contains(&table.name));
        let empty = self.faults.iter().filter(|fault| matches!(fault.kind, FaultKind::BadHeader(BadHeader::Empty(..))));
        let mut files: Vec<FileId> = empty.map(|fault| fault.at.file()).filter(|file| is_asked(*file)).collect();
        files.dedup();
        let mut found = HashSet::new();
        for file in files {
            let text = self.sources.text(file);
            let Some(header) = self.header(file) else { continue };
            let empty: Vec<usize> = header.suspects.iter().filter(|cell| cell.columns.is_empty()).map(|cell| cell.position).collect();
            let mut rows = Rows::new(text, Span::new(crate::text::csv::after_mark(text), text.len())).with_bad(self.sources.bad(file));
            let mut fields = Vec::new();
            rows.next_row(&mut fields);
            while let Some(row) = rows.next_row(&mut fields) {
                if empty.iter().any(|position| fields.get(*position).is_some_and(|field| !field.is_blank(text))) {
                    found.insert((file, row.span.start));
                }
            }
        }
        found
    }

    /// Line and column of the bytes that a file's row begins at, for a message that names another row.
    pub fn line_of(&self, at: At) -> usize {
        self.locate(at).line
    }
}
