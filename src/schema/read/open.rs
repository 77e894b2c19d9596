//! The files of a table opened: each one's header is read and its rows are cut into pieces.

use crate::schema::description::{Description, Form};
use crate::schema::fault::{BadHeader, Fault, FaultKind};
use crate::schema::header::Header;
use crate::schema::meant::Own;
use crate::text::csv::{self, Rows};
use crate::text::encoding::meets;
use crate::text::{At, FileId, Span, conflict, place, toml};

/// How much of a file one thread reads at a time, in bytes.
const PIECE: usize = 1 << 18;

/// A file of a table, opened: its header is known and its rows are cut into pieces.
pub struct Sheet {
    /// The file.
    pub file: FileId,
    /// The header; `None` where the file has none that could be read.
    pub header: Option<Header>,
    /// What may be read at once.
    pub(super) pieces: Vec<Span>,
    /// A TOML file's keys and values.
    pub(super) toml: Option<toml::Table>,
    /// Whether nothing of the file is lost.
    pub(super) complete: bool,
    /// What is wrong with the file as a whole.
    pub faults: Vec<Fault>,
}

impl Sheet {
    /// The file breaks off: what comes after its end is lost.
    pub fn cut_short(&mut self) {
        self.complete = false;
    }
}

/// Opens a file of a table. `readable` says whether it could be read and decoded at all, `bad` where in it bytes stand that could not be;
/// `own` are the columns of the book's own.
pub fn open(text: &str, bad: &[Span], file: FileId, table: &'static Description, readable: bool, own: &Own) -> Sheet {
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
            for fault in wrong.iter().filter(|fault| !meets(bad, place::lines_of(text, fault.span))) {
                sheet.faults.push(Fault::in_row(At::Bytes(file, fault.span), file, 0, FaultKind::TomlSyntax(fault.message.clone())));
            }
            sheet.toml = wrong.is_empty().then_some(toml);
        }
        Form::TomlFiles => {}
        Form::Csv => open_csv(&mut sheet, text, bad, table, &conflicts, own),
    }
    sheet
}

fn open_csv(sheet: &mut Sheet, text: &str, bad: &[Span], table: &'static Description, conflicts: &[Span], own: &Own) {
    let parts = conflict::outside(text, csv::after_mark(text), conflicts);
    let (mut fields, mut first) = (Vec::new(), None);
    for (n, part) in parts.iter().enumerate() {
        let mut rows = Rows::new(text, *part).with_bad(bad);
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
    if let Some((at, parting)) = parted(text, row.span, table) {
        sheet.complete = false;
        sheet.faults.push(Fault::new(At::Bytes(sheet.file, at), FaultKind::BadHeader(BadHeader::Parted(parting))));
        return;
    }
    if conflicts.first().is_some_and(|c| c.start < row.span.start) || !faults.is_empty() {
        // Without a header nothing can be said of the rows.
        sheet.complete = false;
        sheet.faults.extend(faults.iter().map(|f| Fault::new(At::Bytes(sheet.file, f.span), FaultKind::CsvSyntax(f.wrong))));
        return;
    }
    let (header, faults) = Header::read(text, row.span, &fields, sheet.file, table, own);
    sheet.faults.extend(faults);
    if row.damaged {
        // What stands under such a header is lost.
        sheet.faults.push(Fault::new(At::Bytes(sheet.file, row.span), FaultKind::Undecoded));
    }
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

/// The first character in a header by which its records are parted in place of line ends, where what stands before it is a header and a row
/// follows.
fn parted(text: &str, row: Span, table: &Description) -> Option<(Span, char)> {
    let line = row.of(text);
    let parts_records = |c: char| matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\0');
    let (at, c) = line.char_indices().find(|(_, c)| parts_records(*c))?;
    let (before, after) = line.split_at_checked(at)?;
    let is_header = before.split(',').filter(|name| table.find(name.trim().trim_matches('"')).is_some()).count() > 1;
    let start = row.start as usize + at;
    (is_header && after.trim_matches(parts_records).contains(',')).then(|| (Span::new(start, start + c.len_utf8()), c))
}
