//! The first row of a CSV file: which cell of a row belongs to which column.

use crate::text::csv::{Field, Form, Row};
use crate::text::width::is_hidden;
use crate::text::{At, FileId, Span, is_blank};

use super::description::Description;
use super::fault::{BadHeader, Fault, FaultKind, Meant};
use super::meant::{Own, Search};
use super::names::Found;
use super::secret::{SecretColumn, secret};

/// Where each column of a table stands in one file.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// For each column of the description, the number of the cell; `None` where the file does not have it or has it twice.
    pub positions: Vec<Option<u16>>,
    /// For each column: whether the header has it, so that its absence is no reason to be silent.
    pub present: Vec<bool>,
    /// How many cells a row has.
    pub width: usize,
    /// How many there are but for the empty ones at the end.
    pub filled: usize,
    /// Cells that something may stand in and nobody reads, though somebody should.
    pub suspects: Vec<Suspect>,
    /// The first cell of the header in which bytes cannot be decoded.
    pub damaged: Option<usize>,
    /// Cells that say that what stands under them is nobody's business.
    pub secrets: Vec<SecretColumn>,
}

/// A cell of the header that probably means a column, or that is empty.
#[derive(Clone, Debug)]
pub struct Suspect {
    /// The number of the cell.
    pub position: usize,
    /// Where it stands.
    pub at: At,
    /// The columns that it may mean: where something stands under it, nobody may take them for empty. None for an empty cell.
    pub columns: Vec<u16>,
}

/// A cell of the header, read.
struct Head {
    position: usize,
    name: String,
    at: At,
}

impl Header {
    /// Matches the cells of a header row with the columns of a table. `own` are the columns of the book's own.
    pub fn read(text: &str, row: Span, fields: &[Field], file: FileId, table: &'static Description, own: &Own) -> (Self, Vec<Fault>) {
        if fields.len() > usize::from(u16::MAX) {
            return (Self::default(), vec![Fault::new(At::Bytes(file, row), FaultKind::BadHeader(BadHeader::TooWide(fields.len())))]);
        }
        let mut header = Self {
            positions: vec![None; table.columns.len()],
            present: vec![false; table.columns.len()],
            width: fields.len(),
            filled: fields.iter().rposition(|field| !field.is_blank(text)).map_or(0, |last| last + 1),
            suspects: Vec::new(),
            damaged: None,
            secrets: Vec::new(),
        };
        let (mut faults, mut firsts, mut unknown) = (Vec::new(), vec![None; table.columns.len()], Vec::new());
        let names = table.names();
        for (position, field) in fields.iter().enumerate() {
            if field.form == Form::Broken {
                header.damaged.get_or_insert(position);
                continue;
            }
            let (name, at) = (field.value(text).unwrap_or_default(), At::Bytes(file, field.span));
            if is_blank(&name) {
                header.suspects.push(Suspect { position, at: At::Bytes(file, around(field.span, position)), columns: Vec::new() });
                continue;
            }
            let hidden = name.trim().chars().find(|c| is_hidden(*c) && !c.is_whitespace());
            let plain: String = name.chars().filter(|c| hidden.is_none() || !is_hidden(*c)).collect();
            match names.find(table, &plain) {
                Found::Column(number) => match hidden {
                    None => header.place(number, position, at, &mut firsts, &mut faults, table),
                    // What was meant is plain to see, and still it is not what stands there.
                    Some(c) => {
                        header.suspect(position, at, vec![number]);
                        faults.push(Fault::new(at, FaultKind::BadHeader(BadHeader::Hidden(c))));
                    }
                },
                _ if hidden.is_some_and(char::is_control) => {
                    faults.push(Fault::new(at, FaultKind::BadHeader(BadHeader::Hidden(hidden.unwrap_or_default()))));
                }
                Found::OtherUnit(_) | Found::Nothing => match (secret(table, &plain), name.trim().to_owned()) {
                    (Some(kind), name) => header.secrets.push(SecretColumn { position, at, name, kind }),
                    (None, name) => unknown.push(Head { position, name, at }),
                },
            }
        }
        header.guess(unknown, At::Bytes(file, row), table, own, &mut faults)
    }

    /// Says that a column stands in a cell.
    fn place(&mut self, number: u16, position: usize, at: At, firsts: &mut [Option<At>], faults: &mut Vec<Fault>, table: &'static Description) {
        let n = usize::from(number);
        let (Some(slot), Some(first), Some(present), Some(column)) =
            (self.positions.get_mut(n), firsts.get_mut(n), self.present.get_mut(n), table.columns.get(n))
        else {
            return;
        };
        *present = true;
        match first {
            Some(first) => {
                *slot = None;
                faults.push(Fault::new(at, FaultKind::RepeatedColumn(column, *first)));
            }
            None => {
                *first = Some(at);
                *slot = u16::try_from(position).ok();
            }
        }
    }

    /// Says that a cell may mean columns that are not there: nobody may take them for empty.
    fn suspect(&mut self, position: usize, at: At, columns: Vec<u16>) {
        for number in &columns {
            if let Some(present) = self.present.get_mut(usize::from(*number)) {
                *present = true;
            }
        }
        self.suspects.push(Suspect { position, at, columns });
    }

    /// Asks what was meant by headers that name no column, and tells what is missing.
    fn guess(mut self, unknown: Vec<Head>, row: At, table: &'static Description, own: &Own, faults: &mut Vec<Fault>) -> (Self, Vec<Fault>) {
        let mut faults = std::mem::take(faults);
        let mut search = Search::new(table, &self.present);
        let meant: Vec<Option<Meant>> = unknown.iter().map(|head| if own.has(&head.name) { None } else { search.meant(&head.name) }).collect();
        if !self.present.contains(&true) && meant.iter().all(|meant| meant.as_ref().is_none_or(|meant| meant.columns.is_empty())) {
            if self.damaged.is_some() {
                // What it says cannot be read, which is told.
                return (Self::default(), Vec::new());
            }
            // One cause, not one for each column: the header line is missing, or its cells are not parted by commas.
            faults.retain(|fault| matches!(fault.kind, FaultKind::BadHeader(_)));
            if faults.is_empty() {
                faults.push(Fault::new(row, FaultKind::NoHeader(table)));
            }
            return (Self::default(), faults);
        }
        let absent: Vec<bool> = self.present.iter().map(|present| !present).collect();
        let (mut told, mut nobodys) = (vec![false; table.columns.len()], Vec::new());
        for (head, meant) in unknown.into_iter().zip(meant) {
            let Some(meant) = meant else {
                if !own.has(&head.name) {
                    nobodys.push((head.name, head.at));
                }
                continue;
            };
            let numbers: Vec<u16> = meant.columns.iter().map(|column| column.number).collect();
            self.suspect(head.position, head.at, numbers.clone());
            let mut required =
                numbers.iter().zip(&meant.columns).filter(|(n, column)| column.required && absent.get(usize::from(**n)) == Some(&true));
            let first = required.find(|(n, _)| told.get(usize::from(**n)) == Some(&false));
            match first {
                Some((number, column)) => {
                    if let Some(told) = told.get_mut(usize::from(*number)) {
                        *told = true;
                    }
                    faults.push(Fault::new(head.at, FaultKind::MissingColumn(column, Some(head.name))));
                }
                None => faults.push(Fault::new(head.at, FaultKind::MisspeltColumn(head.name, Box::new(meant)))),
            }
        }
        if self.damaged.is_some() {
            // The header that cannot be read may be that of any absent column.
            self.present.iter_mut().for_each(|present| *present = true);
            told.iter_mut().for_each(|told| *told = true);
        }
        for (n, column) in table.columns.iter().enumerate().filter(|(n, column)| column.required && absent.get(*n) == Some(&true)) {
            // A column that may be one of two is not told twice.
            let is_asked = self.suspects.iter().any(|suspect| suspect.columns.iter().any(|number| usize::from(*number) == n));
            if told.get(n) == Some(&false) && !(is_asked && self.present.get(n) == Some(&true)) {
                faults.push(Fault::new(row, FaultKind::MissingColumn(column, None)));
            }
        }
        if let Some((_, at)) = nobodys.first() {
            faults.push(Fault::new(*at, FaultKind::UnknownColumns(nobodys.into_iter().map(|(name, _)| name).collect())));
        }
        (self, faults)
    }

    /// The first cell of a row that may stand under another column than it was written for, or be two cells in one: a comma or a line end
    /// may be among the bytes that cannot be decoded. `None` where every cell stands where it belongs.
    pub fn damaged_from(&self, row: &Row, fields: &[Field]) -> Option<usize> {
        if fields.len() == self.width || !(row.damaged || self.damaged.is_some()) {
            return None;
        }
        let in_row = if row.damaged { fields.iter().position(|field| field.form == Form::Broken) } else { None };
        in_row.into_iter().chain(self.damaged).min()
    }

    /// Whether it names any column at all.
    pub fn is_header(&self) -> bool {
        self.width > 0
    }

    /// The cell of a column.
    pub fn position(&self, column: u16) -> Option<usize> {
        self.positions.get(usize::from(column)).copied().flatten().map(usize::from)
    }

    /// Whether the file has the column, though perhaps not readably.
    pub fn has(&self, column: u16) -> bool {
        self.present.get(usize::from(column)).copied().unwrap_or(false)
    }

    /// Whether a row may have something in a column that has no cell of its own: under a header that probably means it.
    pub fn may_hold(&self, column: u16, fields: &[Field], text: &str) -> bool {
        let mut meant = self.suspects.iter().filter(|suspect| suspect.columns.contains(&column)).peekable();
        // Where nothing is suspected, two headers mean the column, and which one counts nobody knows.
        self.has(column) && (meant.peek().is_none() || meant.any(|suspect| fields.get(suspect.position).is_some_and(|field| !field.is_blank(text))))
    }

    /// Whether a row of so many cells lacks none that must have something in it.
    pub fn may_end_after(&self, cells: usize, table: &Description) -> bool {
        let mut columns = table.columns.iter().zip(&self.positions);
        columns.all(|(column, position)| !column.required || position.is_none_or(|position| usize::from(position) < cells))
    }
}

/// The bytes of an empty cell with a comma beside it, so that there is something to point at.
fn around(span: Span, position: usize) -> Span {
    match (span.start == span.end, position) {
        (false, _) => span,
        (true, 0) => Span { start: span.start, end: span.end + 1 },
        (true, _) => Span { start: span.start.saturating_sub(1), end: span.end },
    }
}
