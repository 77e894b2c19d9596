//! Identity numbers and mobile numbers in the files of the book, wherever they stand: found while what each file says is still there.

use rayon::prelude::*;

use super::load::UNEQUAL;
use crate::tables::read::Sheet;
use crate::tables::{ALL, Column, Description, Header, Layout};
use crate::text::personal::{self, Number};
use crate::text::{FileId, Sources, Span};
use crate::value::Kind;

/// How much of a file one thread looks through at a time, in bytes.
const PIECE: usize = 4 << 20;

/// A number that names a person, in a file.
#[derive(Clone, Copy, Debug)]
pub struct PersonalNumber {
    /// The file.
    pub file: FileId,
    /// The number.
    pub number: Number,
}

/// Looks through every file of the book that could be read. The numbers come in the order of their places in each file.
pub(super) fn find(sources: &Sources, layout: &Layout, sheets: &[Vec<Sheet>]) -> Vec<PersonalNumber> {
    let tables =
        ALL.iter().zip(sheets).flat_map(|(table, sheets)| sheets.iter().map(|sheet| (sheet.file, has_free_text(table, sheet.header.as_ref()))));
    let others = layout.settings.iter().chain(&layout.summaries).map(|file| (*file, true));
    let work: Vec<(FileId, Span, bool)> =
        tables.chain(others).flat_map(|(file, mobiles)| pieces(sources.text(file)).into_iter().map(move |piece| (file, piece, mobiles))).collect();
    let mut found: Vec<PersonalNumber> = work
        .into_par_iter()
        .with_max_len(UNEQUAL)
        .flat_map_iter(|(file, piece, mobiles)| {
            let numbers = personal::find(sources.text(file), piece, mobiles);
            numbers.into_iter().map(move |number| PersonalNumber { file, number })
        })
        .collect();
    found.sort_by_key(|found| (found.file, found.number.span));
    found
}

/// Whether mobile numbers are looked for in a column: where people write what they like, but for the one that is there for them.
pub fn is_free_text(column: &Column) -> bool {
    matches!(column.kind, Kind::Text | Kind::Texts) && column.code != "phone"
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
