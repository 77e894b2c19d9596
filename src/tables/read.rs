//! Files to tables, in two passes: first the ids of every table, then its records, so that each reference is looked up as it is read.
//!
//! Both passes cut large files into pieces that several threads read; the pieces are put together in the order of the files.

use rayon::prelude::*;

use crate::text::csv::{self, Rows};
use crate::text::{At, FileId, Source, Sources, Span, conflict, toml};
use crate::value::{Desk, Gathered, Keys, Shift, Words};

use super::cells::{CsvRow, TomlRow, columns_of};
use super::description::{Description, Form};
use super::fault::{Fault, FaultKind};
use super::header::Header;
use super::record::{Columns, Record};
use super::table::Table;

/// How much of a file one thread reads at a time, in bytes.
const PIECE: usize = 4 << 20;

/// A file of a table, opened: its header is known and its rows are cut into pieces.
pub struct Sheet {
    /// The file.
    pub file: FileId,
    /// The header; `None` where the file has none that could be read.
    pub header: Option<Header>,
    /// What may be read at once.
    pieces: Vec<Span>,
    /// A TOML file's keys and values.
    toml: Option<toml::Table>,
    /// Whether nothing of the file is lost.
    complete: bool,
    faults: Vec<Fault>,
}

/// Opens a file of a table. `readable` says whether it could be read and decoded at all.
pub fn open(text: &str, file: FileId, table: &'static Description, readable: bool) -> Sheet {
    let mut sheet = Sheet { file, header: None, pieces: Vec::new(), toml: None, complete: readable, faults: Vec::new() };
    if !readable {
        return sheet;
    }
    let conflicts = conflict::conflicts(text);
    for span in &conflicts {
        sheet.complete = false;
        sheet.faults.push(Fault::new(At::Bytes(file, *span), FaultKind::Conflict));
    }
    match table.form() {
        Form::TomlFiles if conflicts.is_empty() => {
            let (toml, wrong) = toml::read(text);
            for fault in &wrong {
                sheet.faults.push(Fault::in_row(At::Bytes(file, fault.span), file, 0, FaultKind::TomlSyntax(fault.message.clone())));
            }
            sheet.toml = wrong.is_empty().then_some(toml);
        }
        Form::TomlFiles => {}
        Form::Csv => open_csv(&mut sheet, text, table, &conflicts),
    }
    sheet
}

fn open_csv(sheet: &mut Sheet, text: &str, table: &'static Description, conflicts: &[Span]) {
    let parts = conflict::outside(text, csv::after_mark(text), conflicts);
    let (mut fields, mut first) = (Vec::new(), None);
    for (n, part) in parts.iter().enumerate() {
        let mut rows = Rows::new(text, *part);
        if let Some(row) = rows.next_row(&mut fields) {
            first = Some((n, row, rows.faults));
            break;
        }
    }
    let Some((n, row, faults)) = first else {
        if conflicts.is_empty() {
            sheet.faults.push(Fault::new(At::File(sheet.file), FaultKind::NoHeader(table)));
        }
        sheet.complete = false;
        return;
    };
    if conflicts.first().is_some_and(|c| c.start < row.span.start) || !faults.is_empty() {
        // Without a header nothing can be said of the rows.
        sheet.complete = false;
        sheet.faults.extend(faults.iter().map(|f| Fault::new(At::Bytes(sheet.file, f.span), FaultKind::CsvSyntax(f.wrong))));
        return;
    }
    let (header, faults) = Header::read(text, row.span, &fields, sheet.file, table);
    sheet.faults.extend(faults);
    if !header.is_header() {
        sheet.complete = false;
        return;
    }
    sheet.header = Some(header);
    for (m, part) in parts.iter().enumerate().skip(n) {
        let start = if m == n { row.span.end } else { part.start };
        // The rest of the header's own line is a blank line, which is no row.
        sheet.pieces.extend(csv::pieces(text, Span { start, end: part.end }, PIECE));
    }
}

/// For each row: its first byte and the cell of its id.
type IdCells = Vec<(u32, Option<csv::Field>)>;

/// How many small files one thread reads at a time.
const FILES: usize = 64;

/// What the first pass finds out about a table.
#[derive(Default)]
pub struct KeyPass {
    /// The ids.
    pub keys: Keys,
    /// Rows that repeat an id: where, and the row that has it.
    repeats: Vec<(FileId, u32, u32)>,
}

/// The first pass: gives every row of a table with ids its number.
pub fn read_keys(sheets: &[Sheet], sources: &Sources, table: &'static Description, present: bool) -> KeyPass {
    let mut pass = KeyPass::default();
    pass.keys.complete = present;
    if !table.has_ids() {
        return pass;
    }
    let id = table.column("id").unwrap_or_default();
    for sheet in sheets {
        if table.form() == Form::TomlFiles {
            let source = sources.get(sheet.file);
            if source.is_none_or(|source| source.path == table.path) {
                // Where the folder should be there is something that cannot be listed: no team is known.
                pass.keys.complete = false;
                continue;
            }
            let stem = source.map_or("", Source::stem);
            if let Err(first) = pass.keys.add(stem) {
                pass.repeats.push((sheet.file, 0, first));
            }
            continue;
        }
        pass.keys.complete &= sheet.complete;
        let Some(header) = &sheet.header else { continue };
        let text = sources.text(sheet.file);
        let position = header.position(id);
        let found: Vec<(IdCells, bool)> = sheet
            .pieces
            .par_iter()
            .map(|piece| {
                let mut rows = Rows::new(text, *piece);
                let (mut fields, mut ids, mut whole) = (Vec::new(), Vec::new(), true);
                while let Some(row) = rows.next_row(&mut fields) {
                    whole &= !row.cut;
                    if is_blank(text, &fields) {
                        continue;
                    }
                    ids.push((row.span.start, position.and_then(|p| fields.get(p)).copied()));
                }
                (ids, whole)
            })
            .collect();
        for (ids, whole) in found {
            pass.keys.complete &= whole;
            for (row, field) in ids {
                let id = field.and_then(|f| f.value(text)).unwrap_or_default();
                if id.trim().is_empty() {
                    pass.keys.add_unnamed();
                } else if let Err(first) = pass.keys.add(&id) {
                    pass.repeats.push((sheet.file, row, first));
                }
            }
        }
    }
    pass.repeats.sort_unstable();
    pass
}

/// A piece of a table, read at a desk of its own.
pub struct Piece<R: Record> {
    file: FileId,
    columns: R::Columns,
    offsets: Vec<u32>,
    gathered: Gathered,
    faults: Vec<Fault>,
    complete: bool,
    is_broken: bool,
}

/// The second pass: the records of a table, piece by piece.
pub fn read_pieces<R: Record>(sheets: &[Sheet], sources: &Sources, passes: &KeyPass, keys: &[Keys], words: &Words) -> Vec<Piece<R>> {
    match R::DESCRIPTION.form() {
        Form::TomlFiles => sheets.par_chunks(FILES).map(|sheets| read_toml::<R>(sheets, sources, passes, keys, words)).collect(),
        Form::Csv => {
            let work: Vec<(&Sheet, &Header, Span)> = sheets
                .iter()
                .filter_map(|sheet| Some((sheet, sheet.header.as_ref()?)))
                .flat_map(|(sheet, header)| sheet.pieces.iter().map(move |piece| (sheet, header, *piece)))
                .collect();
            work.into_par_iter()
                .map(|(sheet, header, piece)| read_csv::<R>(sources.text(sheet.file), sheet.file, header, piece, &passes.repeats, keys, words))
                .collect()
        }
    }
}

fn read_csv<R: Record>(
    text: &str,
    file: FileId,
    header: &Header,
    piece: Span,
    repeats: &[(FileId, u32, u32)],
    keys: &[Keys],
    words: &Words,
) -> Piece<R> {
    let table = R::DESCRIPTION;
    let mut desk = Desk::new(keys, words);
    let (mut columns, mut offsets, mut faults, mut complete) = (R::Columns::default(), Vec::new(), Vec::new(), true);
    let mut is_broken = false;
    let mut rows = Rows::new(text, piece);
    let mut fields = Vec::new();
    let rough = piece.range().len() / 24;
    columns.reserve(rough);
    offsets.reserve(rough);
    while let Some(found) = rows.next_row(&mut fields) {
        let row = found.span.start;
        let mut keys_only = false;
        for wrong in rows.faults.drain(..) {
            faults.push(Fault::in_row(At::Bytes(file, wrong.span), file, row, FaultKind::CsvSyntax(wrong.wrong)));
        }
        if is_blank(text, &fields) {
            // Spreadsheets leave such rows behind: there is nothing in them that anybody could miss.
            faults.push(Fault::in_row(At::Bytes(file, found.span), file, row, FaultKind::EmptyRow));
            continue;
        }
        if found.cut {
            complete = false;
        } else if fields.len() != header.width {
            keys_only = true;
            faults.push(Fault::in_row(At::Bytes(file, found.span), file, row, FaultKind::Ragged(fields.len(), header.width)));
        }
        let mut cells = CsvRow { text, file, row, fields: &fields, header, table, desk: &mut desk, faults: &mut faults, keys_only, is_broken: false };
        let record = R::read(&mut cells);
        is_broken |= cells.is_broken;
        if repeats.is_empty() || repeats.binary_search_by(|r| (r.0, r.1).cmp(&(file, row))).is_err() {
            columns.push(record);
            offsets.push(row);
        }
    }
    Piece { file, columns, offsets, gathered: desk.gathered(), faults, complete, is_broken }
}

/// Whether nothing stands in a row but commas and blanks.
fn is_blank(text: &str, fields: &[csv::Field]) -> bool {
    fields.iter().all(|field| field.value(text).is_some_and(|value| value.trim().is_empty()))
}

fn read_toml<R: Record>(sheets: &[Sheet], sources: &Sources, passes: &KeyPass, keys: &[Keys], words: &Words) -> Piece<R> {
    let table = R::DESCRIPTION;
    let mut desk = Desk::new(keys, words);
    let mut piece: Piece<R> = Piece {
        file: FileId(u32::MAX),
        columns: R::Columns::default(),
        offsets: Vec::new(),
        gathered: Gathered::default(),
        faults: Vec::new(),
        complete: true,
        // A few files at the most: not worth a closer look.
        is_broken: true,
    };
    for sheet in sheets {
        let Some(source) = sources.get(sheet.file).filter(|source| source.path != table.path) else { continue };
        let stem = source.stem();
        let toml = sheet.toml.as_ref();
        let columns = columns_of(toml, table);
        let mut row = TomlRow {
            toml,
            file: sheet.file,
            stem,
            table,
            columns,
            misspelt: Vec::new(),
            lost: !sheet.complete,
            desk: &mut desk,
            faults: &mut piece.faults,
        };
        row.check_keys();
        let record = R::read(&mut row);
        if !passes.repeats.iter().any(|(file, _, _)| *file == sheet.file) {
            piece.columns.push(record);
            piece.offsets.push(sheet.file.0);
        }
    }
    piece.gathered = desk.gathered();
    piece
}

/// Puts the pieces of a table together. Rows that repeat a key go out; the faults of all come behind `faults`.
pub fn join<R: Record>(
    pieces: Vec<Piece<R>>,
    sheets: Vec<Sheet>,
    pass: &KeyPass,
    present: bool,
    known: &[u32],
    words: &mut Words,
    faults: &mut Vec<Fault>,
) -> Table<R> {
    let mut table = Table::<R>::default();
    table.present = present;
    table.reserve(pieces.iter().map(|p| p.offsets.len()).sum());
    for sheet in sheets {
        table.complete &= sheet.complete;
        faults.extend(sheet.faults);
    }
    for mut piece in pieces {
        table.complete &= piece.complete;
        table.has_broken |= piece.is_broken;
        faults.append(&mut piece.faults);
        let shift = Shift::join(table.kept(), &mut piece.gathered, known, words);
        match R::DESCRIPTION.form() {
            // Each file is a row: its number stands where a CSV file has the row's first byte.
            Form::TomlFiles => {
                for file in &piece.offsets {
                    table.begin_part(FileId(*file));
                    table.append(R::Columns::default(), vec![0], &Shift::default());
                }
                table.append(piece.columns, Vec::new(), &shift);
            }
            Form::Csv => {
                table.begin_part(piece.file);
                table.append(piece.columns, piece.offsets, &shift);
            }
        }
    }
    for (file, row, first) in &pass.repeats {
        table.repeated += 1;
        let first = table.row_at(crate::value::Row::new(*first));
        let at = At::Cell { file: *file, row: *row, column: R::DESCRIPTION.column("id").unwrap_or_default() };
        faults.push(Fault::in_row(at, *file, *row, FaultKind::RepeatedKey(first)));
    }
    if !R::DESCRIPTION.has_ids() {
        drop_repeats(&mut table, faults);
    }
    table
}

/// Finds rows without an id that repeat another's key, and takes them out.
fn drop_repeats<R: Record>(table: &mut Table<R>, faults: &mut Vec<Fault>) {
    let mut repeats = repeats_in_order(table).unwrap_or_else(|| {
        let mut keys: Vec<([u32; 3], u32)> = table.iter().filter_map(|(row, record)| Some((record.key()?, row.number))).collect();
        keys.par_sort_unstable();
        let mut repeats = Vec::new();
        find_repeats(&keys, &mut repeats);
        repeats
    });
    repeats.sort_unstable();
    for (row, first) in &repeats {
        let at = table.row_at(crate::value::Row::new(*row));
        if let At::Cell { file, row, .. } = at {
            faults.push(Fault::in_row(at, file, row, FaultKind::RepeatedKey(table.row_at(crate::value::Row::new(*first)))));
        }
    }
    let rows: Vec<u32> = repeats.iter().map(|(row, _)| *row).collect();
    if !rows.is_empty() {
        table.remove(&rows);
    }
}

/// So many rows one thread looks through for repeats at a time.
const SHARE: usize = 1 << 17;

/// The rows that repeat an earlier row's key, where rows of one first key (the participations in an activity) stand together, as
/// they mostly do: only these few need be compared. `None` where they do not.
fn repeats_in_order<R: Record>(table: &Table<R>) -> Option<Vec<(u32, u32)>> {
    let first_of = |n: usize| table.get(crate::value::Row::new(u32::try_from(n).ok()?))?.key().and_then(|key| key.first().copied());
    let found: Option<Vec<Vec<(u32, u32)>>> = (0..table.len().div_ceil(SHARE))
        .into_par_iter()
        .map(|n| {
            let (from, to) = (n * SHARE, (n + 1) * SHARE);
            // A group that began in the share before is that share's; one that ends in the next is ours to its end.
            let before = from.checked_sub(1).and_then(first_of);
            let (mut group, mut last, mut repeats) = (Vec::new(), before, Vec::new());
            for (row, record) in table.slice(from, table.len()) {
                let is_over = row.index() >= to;
                let Some(key) = record.key() else {
                    // With an unreadable key in it a row is no row's repeat, but its neighbours' order cannot be told.
                    return None;
                };
                let first = key.first().copied();
                if first < last {
                    return None;
                }
                if first != last {
                    close(&mut group, &mut repeats);
                    if is_over {
                        return Some(repeats);
                    }
                    last = first;
                } else if before == first && group.is_empty() {
                    continue;
                }
                group.push((key, row.number));
            }
            close(&mut group, &mut repeats);
            Some(repeats)
        })
        .collect();
    found.map(|found| found.into_iter().flatten().collect())
}

/// Finds the repeats among rows of one first key, and makes room for the next.
fn close(group: &mut Vec<([u32; 3], u32)>, repeats: &mut Vec<(u32, u32)>) {
    if group.len() > 1 {
        group.sort_unstable();
        find_repeats(group, repeats);
    }
    group.clear();
}

/// In keys sorted by key and row: each row whose key an earlier row has, with that row.
fn find_repeats(keys: &[([u32; 3], u32)], repeats: &mut Vec<(u32, u32)>) {
    for same in keys.chunk_by(|(a, _), (b, _)| a == b) {
        if let [(_, first), rest @ ..] = same {
            repeats.extend(rest.iter().map(|(_, row)| (*row, *first)));
        }
    }
}
