//! The second pass: the records of a piece of a table.

use std::ops::Range;

use crate::text::csv::{Form as Written, Rows, Wrong};
use crate::text::{At, FileId, Sources, Span};
use crate::value::{Desk, Keys, Words};

use super::keys::KeyPass;
use super::open::Sheet;
use super::ragged::{opened, ragged};
use super::sums::Sums;
use super::unheard::Unheard;
use crate::schema::cells::{CsvRow, TomlRow, columns_of};
use crate::schema::description::Form;
use crate::schema::fault::{Fault, FaultKind};
use crate::schema::header::Header;
use crate::schema::record::{Columns, Record};
use crate::schema::swallowed::swallowed;
use crate::schema::table::Parts;

/// A piece of a table, read at a desk of its own.
pub struct Piece<R: Record> {
    pub(super) columns: R::Columns,
    pub(super) rows: Parts,
    pub(super) faults: Vec<Fault>,
    pub(super) complete: bool,
    pub(super) is_broken: bool,
    /// What stands under headers that nobody reads.
    pub(super) unheard: Vec<Unheard>,
}

impl<R: Record> Default for Piece<R> {
    fn default() -> Self {
        Self { columns: R::Columns::default(), rows: Parts::default(), faults: Vec::new(), complete: true, is_broken: false, unheard: Vec::new() }
    }
}

/// What one thread reads at a time.
pub enum Work {
    /// Rows of a CSV file, by the number of its sheet.
    Rows(usize, Span),
    /// TOML files that are a row each, by the numbers of their sheets.
    Files(Range<usize>),
}

/// How many small files one thread reads at a time.
const FILES: usize = 64;

/// Everything that there is to read in a table, in the order of its files.
pub fn work(sheets: &[Sheet], form: Form) -> Vec<Work> {
    match form {
        Form::TomlFiles => (0..sheets.len()).step_by(FILES).map(|n| Work::Files(n..(n + FILES).min(sheets.len()))).collect(),
        Form::Csv => {
            let rows = |(n, sheet): (usize, &Sheet)| sheet.pieces.iter().map(move |piece| Work::Rows(n, *piece)).collect::<Vec<_>>();
            sheets.iter().enumerate().flat_map(rows).collect()
        }
    }
}

/// What the cells of a table are read with.
pub struct Reader<'a> {
    /// The opened files of the table.
    pub sheets: &'a [Sheet],
    /// All files.
    pub sources: &'a Sources,
    /// What the first pass found.
    pub pass: &'a KeyPass,
    /// The ids of every table.
    pub keys: &'a [Keys],
    /// The words of the vocabularies.
    pub words: &'a Words,
}

impl Reader<'_> {
    /// Reads a piece of a table into one that is empty but may have room from before.
    pub fn read<R: Record>(&self, work: &Work, piece: &mut Piece<R>) {
        (piece.complete, piece.is_broken) = (true, false);
        piece.unheard.clear();
        let mut desk = Desk::new(self.keys, self.words, std::mem::take(&mut piece.rows.gathered));
        match work {
            Work::Files(files) => self.files(self.sheets.get(files.clone()).unwrap_or_default(), &mut desk, piece),
            Work::Rows(sheet, span) => {
                if let Some((file, header)) = self.sheets.get(*sheet).and_then(|sheet| Some((sheet.file, sheet.header.as_ref()?))) {
                    self.rows(file, header, *span, &mut desk, piece);
                    piece.unheard.iter_mut().for_each(|unheard| unheard.sheet = *sheet);
                }
            }
        }
        piece.rows.gathered = desk.gathered();
    }

    fn rows<R: Record>(&self, file: FileId, header: &Header, span: Span, desk: &mut Desk<'_>, piece: &mut Piece<R>) {
        let (text, bad) = (self.sources.text(file), self.sources.bad(file));
        let repeats = &self.pass.repeats;
        let table = R::DESCRIPTION;
        let mut rows = Rows::new(text, span).with_bad(bad);
        let sums = Sums::of(text, header, table, self.keys);
        let mut fields = Vec::new();
        piece.rows.begin(file);
        while let Some(found) = rows.next_row(&mut fields) {
            let row = found.span.start;
            let (mut keys_only, mut is_short) = (false, false);
            for wrong in rows.faults.drain(..) {
                piece.faults.push(Fault::in_row(At::Bytes(file, wrong.span), file, row, FaultKind::CsvSyntax(wrong.wrong)));
            }
            if fields.iter().all(|field| field.is_blank(text)) {
                // Spreadsheets leave such rows behind: there is nothing in them that anybody could miss.
                piece.faults.push(Fault::in_row(At::Bytes(file, found.span), file, row, FaultKind::EmptyRow));
                continue;
            }
            if let Some(cell) = sums.find(found, &fields) {
                piece.faults.push(Fault::in_row(At::Bytes(file, cell), file, row, FaultKind::SumRow));
                continue;
            }
            let damaged_from = header.damaged_from(&found, &fields);
            if found.damaged || damaged_from.is_some() {
                piece.faults.push(Fault::in_row(At::Bytes(file, found.span), file, row, FaultKind::Undecoded));
            }
            if found.cut {
                piece.complete = false;
            } else if let Some(from) = damaged_from {
                // What parted two cells, or two rows, cannot be read: which cell stands where from there on nobody knows.
                piece.complete = false;
                fields.iter_mut().skip(from).for_each(|field| field.form = Written::Broken);
                fields.truncate(header.width);
            } else if found.is_tall && swallowed(text, found, header, table) > 0 {
                (piece.complete, keys_only) = (false, true);
                let kind = FaultKind::CsvSyntax(Wrong::Swallowed(swallowed(text, found, header, table)));
                piece.faults.push(Fault::in_row(At::Bytes(file, opened(text, &fields, found.span)), file, row, kind));
            } else if fields.len() != header.width {
                let ragged = ragged(text, &fields, header, table);
                keys_only = matches!(ragged, Some(FaultKind::Ragged(..)));
                is_short = !keys_only;
                piece.faults.extend(ragged.map(|kind| Fault::in_row(At::Bytes(file, found.span), file, row, kind)));
            }
            if !header.suspects.is_empty() {
                Unheard::count(&mut piece.unheard, header, text, &fields, row);
            }
            let faults = &mut piece.faults;
            let mut cells = CsvRow { text, file, row, fields: &fields, header, table, desk, faults, keys_only, is_short, is_broken: false };
            let record = R::read(&mut cells);
            piece.is_broken |= cells.is_broken;
            if repeats.is_empty() || repeats.binary_search_by(|r| (r.0, r.1).cmp(&(file, row))).is_err() {
                piece.columns.push(record);
                piece.rows.offsets.push(row);
            }
        }
    }

    fn files<R: Record>(&self, sheets: &[Sheet], desk: &mut Desk<'_>, piece: &mut Piece<R>) {
        let table = R::DESCRIPTION;
        // A few files at the most: not worth a closer look for cells that could not be read.
        piece.is_broken = true;
        for sheet in sheets {
            let Some(source) = self.sources.get(sheet.file).filter(|source| R::DESCRIPTION.is_file(&source.path)) else { continue };
            let stem = source.stem();
            let toml = sheet.toml.as_ref();
            let columns = columns_of(toml, table);
            let mut row = TomlRow {
                toml,
                file: sheet.file,
                stem,
                table,
                columns,
                bad: self.sources.bad(sheet.file),
                misspelt: Vec::new(),
                lost: !sheet.complete,
                desk,
                faults: &mut piece.faults,
            };
            row.check_keys();
            let record = R::read(&mut row);
            if !self.pass.repeats.iter().any(|(file, _, _)| *file == sheet.file) {
                piece.columns.push(record);
                piece.rows.begin(sheet.file);
                piece.rows.offsets.push(0);
            }
        }
    }
}
