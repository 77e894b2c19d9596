//! What stands under headers that nobody reads, though somebody should.

use std::collections::BTreeMap;

use crate::schema::fault::{BadHeader, Fault, FaultKind};
use crate::schema::header::Header;
use crate::text::csv::Field;
use crate::text::{At, Span};

use super::open::Sheet;

/// How many rows have something under one cell of a header.
pub struct Unheard {
    /// The number of the file among those of its table.
    pub sheet: usize,
    /// The cell, by its number among the suspects of the header.
    suspect: usize,
    /// The first byte of the first of the rows.
    first: u32,
    rows: usize,
}

impl Unheard {
    /// Counts a row.
    pub fn count(all: &mut Vec<Self>, header: &Header, text: &str, fields: &[Field], row: u32) {
        for (suspect, of) in header.suspects.iter().enumerate() {
            if fields.get(of.position).is_none_or(|field| field.is_blank(text)) {
                continue;
            }
            match all.iter_mut().find(|unheard| unheard.suspect == suspect) {
                Some(unheard) => unheard.rows += 1,
                None => all.push(Self { sheet: 0, suspect, first: row, rows: 1 }),
            }
        }
    }
}

/// Tells in the faults of files how many rows have something under headers that nobody reads.
pub fn tell(sheets: &mut [Sheet], all: Vec<Unheard>) {
    let mut found: BTreeMap<(usize, usize), (u32, usize)> = BTreeMap::new();
    for unheard in all {
        let (first, rows) = found.entry((unheard.sheet, unheard.suspect)).or_insert((unheard.first, 0));
        (*first, *rows) = (unheard.first.min(*first), unheard.rows + *rows);
    }
    for ((sheet, suspect), (first, rows)) in found {
        let Some(sheet) = sheets.get_mut(sheet) else { continue };
        let Some(suspect) = sheet.header.as_ref().and_then(|header| header.suspects.get(suspect)) else { continue };
        match sheet.faults.iter_mut().find(|fault| fault.at == suspect.at) {
            Some(Fault { kind: FaultKind::MisspeltColumn(_, meant), .. }) => meant.rows = rows,
            Some(_) => {}
            None => {
                let first = At::Bytes(sheet.file, Span { start: first, end: first });
                sheet.faults.push(Fault::new(suspect.at, FaultKind::BadHeader(BadHeader::Empty(first, rows))));
            }
        }
    }
}
