//! Identity numbers and mobile numbers in the files of the book, wherever they stand, and what else of them nobody is to see: found while what
//! each file says is still there.

use std::borrow::Cow;
use std::collections::HashMap;

use memchr::{memchr, memrchr};
use rayon::prelude::*;

use crate::schema::Role;
use crate::schema::read::Sheet;
use crate::schema::secret::{is_number, secret_cells};
use crate::tables::{ALL, Column, Description, Form, Header, Layout, Secret, SecretCell, TableSet};
use crate::text::personal::{self, Number, Personal};
use crate::text::{At, FileId, Sources, Span};
use crate::value::{Kind, TableId};

use super::Book;
use super::load::UNEQUAL;

/// How much of a file one thread looks through at a time, in bytes.
const PIECE: usize = 4 << 20;

/// A number that names a person, in a file.
#[derive(Clone, Copy, Debug)]
pub struct PersonalNumber {
    /// The file.
    pub file: FileId,
    /// The number.
    pub number: Number,
    /// Whether it is one for what stands above it: nothing of it is shown.
    pub by_header: bool,
}

/// What nobody is to see, by file.
pub(super) type SecretCells = HashMap<FileId, Vec<SecretCell>>;

/// Looks through every file of some tables that could be read, and through those of no table if summaries are among them. The numbers come in the
/// order of their places in each file.
pub(super) fn find(sources: &Sources, layout: &Layout, sheets: &[Vec<Sheet>], asked: TableSet) -> (Vec<PersonalNumber>, SecretCells) {
    let of_asked = ALL.iter().zip(sheets).zip(0u8..).filter(|(_, number)| asked.has(TableId(*number))).map(|(table, _)| table);
    let tables = of_asked.flat_map(|(table, sheets)| sheets.iter().map(|sheet| (sheet.file, has_free_text(table, sheet.header.as_ref()))));
    let others = layout.settings.iter().chain(&layout.summaries).filter(|_| asked.has(TableId::SUMMARIES)).map(|file| (*file, true));
    let work: Vec<(FileId, Span, bool)> =
        tables.chain(others).flat_map(|(file, mobiles)| pieces(sources.text(file)).into_iter().map(move |piece| (file, piece, mobiles))).collect();
    let mut found: Vec<PersonalNumber> = work
        .into_par_iter()
        .with_max_len(UNEQUAL)
        .flat_map_iter(|(file, piece, mobiles)| {
            let numbers = personal::find(sources.text(file), piece, mobiles);
            numbers.into_iter().map(move |number| PersonalNumber { file, number, by_header: false })
        })
        .collect();
    let secrets = secrets(sources, sheets);
    if !secrets.is_empty() {
        found.retain(|found| !is_told_by_header(found, &secrets));
        for (file, cells) in &secrets {
            let text = sources.text(*file);
            let told = cells.iter().filter(|cell| cell.kind == Secret::Identity && cell.is_certain && is_number(cell.span.of(text)));
            let number = |cell: &SecretCell| Number { span: cell.span, kind: Personal::Identity };
            found.extend(told.map(|cell| PersonalNumber { file: *file, number: number(cell), by_header: true }));
        }
    }
    found.sort_by_key(|found| (found.file, found.number.span));
    (found, secrets)
}

/// The cells of every file that nobody is to see. Only files with a header that says so are looked through.
fn secrets(sources: &Sources, sheets: &[Vec<Sheet>]) -> SecretCells {
    let files = ALL.par_iter().zip(sheets).flat_map(|(table, sheets)| {
        let may_have = |sheet: &&Sheet| match table.form() {
            // A file without a header that could be read may have one that says so all the same.
            Form::Csv => sheet.header.as_ref().is_none_or(|header| !header.secrets.is_empty()),
            Form::TomlFiles => has_other_keys(sources.text(sheet.file), table),
        };
        let cells = |sheet: &Sheet| (sheet.file, secret_cells(sources.text(sheet.file), sources.bad(sheet.file), table));
        sheets.par_iter().with_max_len(UNEQUAL).filter(may_have).map(cells)
    });
    files.filter(|(_, cells)| !cells.is_empty()).collect()
}

/// Whether a TOML file has a line with a key that is no code of its table: hardly any of thousands has, and only those are read once more.
fn has_other_keys(text: &str, table: &Description) -> bool {
    let mut keys = text.lines().filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim());
    keys.any(|key| !key.starts_with('#') && table.columns.iter().all(|column| column.code != key))
}

/// Whether what stands above a number tells that it is one: then that is told, and not the number.
fn is_told_by_header(found: &PersonalNumber, secrets: &SecretCells) -> bool {
    let Some(cells) = secrets.get(&found.file) else { return false };
    let from = cells.partition_point(|cell| cell.span.end <= found.number.span.start);
    let around = cells.get(from).filter(|cell| cell.span.start < found.number.span.end);
    // Where it is not certain what stands under which header, a number is told with the header all the same.
    around.is_some_and(|cell| match found.number.kind {
        Personal::Identity => cell.kind == Secret::Identity && cell.is_certain,
        Personal::Mobile => matches!(cell.kind, Secret::Identity | Secret::Phone) || !cell.is_certain,
    })
}

impl Book {
    /// A part of a file as it may be shown: without what nobody is to see, and as long as it is.
    pub fn veiled(&self, file: FileId, part: Span) -> Cow<'_, str> {
        let text = part.of(self.sources.text(file));
        let cells = self.secret_in(file, part);
        if cells.is_empty() {
            return personal::veil(text);
        }
        let place = |at: u32| at.clamp(part.start, part.end) - part.start;
        let parts: Vec<Span> = cells.iter().map(|cell| Span { start: place(cell.span.start), end: place(cell.span.end) }).collect();
        Cow::Owned(personal::veil(&personal::hide(text, &parts)).into_owned())
    }

    /// The numbers and addresses on the line of a place that nobody is to see.
    pub fn secrets_at(&self, at: At) -> Vec<&str> {
        let file = at.file();
        let start = match at {
            At::Cell { row, .. } => row as usize,
            At::Bytes(_, span) => span.start as usize,
            At::File(_) => return Vec::new(),
        };
        if !self.secrets.contains_key(&file) {
            return Vec::new();
        }
        let text = self.sources.text(file);
        let (before, after) = (text.as_bytes().get(..start).unwrap_or_default(), text.as_bytes().get(start..).unwrap_or_default());
        let line = Span::new(memrchr(b'\n', before).map_or(0, |n| n + 1), start + memchr(b'\n', after).unwrap_or(after.len()));
        let told = self.secret_in(file, line).iter().filter(|cell| matches!(cell.kind, Secret::Identity | Secret::Phone | Secret::Address));
        told.map(|cell| cell.span.of(text).trim_matches('"')).collect()
    }

    /// Whether the book has anything that nobody is to see, beside numbers that look like what they are.
    pub fn has_secrets(&self) -> bool {
        !self.secrets.is_empty()
    }

    fn secret_in(&self, file: FileId, part: Span) -> &[SecretCell] {
        let Some(cells) = self.secrets.get(&file) else { return &[] };
        let from = cells.partition_point(|cell| cell.span.end <= part.start);
        let to = cells.partition_point(|cell| cell.span.start < part.end);
        cells.get(from..to).unwrap_or_default()
    }
}

/// Whether mobile numbers are looked for in a column: where people write what they like, but for the one that is there for them.
pub fn is_free_text(column: &Column) -> bool {
    matches!(column.kind, Kind::Text | Kind::Texts) && column.role != Role::Phone
}

/// Whether a file of a table has such a column, or one that the table does not know. What is private may hold any number but an identity number.
fn has_free_text(table: &Description, header: Option<&Header>) -> bool {
    let Some(header) = header.filter(|_| !table.is_private()) else { return !table.is_private() };
    let known = header.positions.iter().flatten().count();
    header.width > known || table.columns.iter().zip(&header.positions).any(|(column, position)| position.is_some() && is_free_text(column))
}

/// A text cut at line ends.
fn pieces(text: &str) -> Vec<Span> {
    let mut pieces = Vec::with_capacity(text.len() / PIECE + 1);
    let mut at = 0;
    while at < text.len() {
        let rest = text.as_bytes().get(at + PIECE..).unwrap_or_default();
        let end = if rest.is_empty() { text.len() } else { memchr::memchr(b'\n', rest).map_or(text.len(), |n| at + PIECE + n + 1) };
        pieces.push(Span::new(at, end));
        at = end;
    }
    pieces
}
