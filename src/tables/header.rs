//! The first row of a CSV file: which cell of a row belongs to which column.

use crate::text::csv::{Field, Form, Row};
use crate::text::nearest::{distance, nearest};
use crate::text::{At, FileId, Span};

use super::description::{Column, Description};
use super::fault::{Fault, FaultKind};

/// Where each column of a table stands in one file.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// For each column of the description, the number of the cell; `None` where the file does not have it or has it twice.
    pub positions: Vec<Option<u16>>,
    /// For each column: whether the header has it, so that its absence is no reason to be silent.
    pub present: Vec<bool>,
    /// How many cells a row has.
    pub width: usize,
    /// The first cell of the header in which bytes cannot be decoded.
    pub damaged: Option<usize>,
}

impl Header {
    /// Matches the cells of a header row with the columns of a table.
    pub fn read(text: &str, row: Span, fields: &[Field], file: FileId, table: &'static Description) -> (Self, Vec<Fault>) {
        let mut header =
            Self { positions: vec![None; table.columns.len()], present: vec![false; table.columns.len()], width: fields.len(), damaged: None };
        let mut faults = Vec::new();
        let mut firsts: Vec<Option<At>> = vec![None; table.columns.len()];
        let mut unknown = Vec::new();
        for (position, field) in fields.iter().enumerate() {
            if field.form == Form::Broken {
                header.damaged.get_or_insert(position);
                continue;
            }
            let name = field.value(text).unwrap_or_default();
            let at = At::Bytes(file, field.span);
            let Some(number) = table.find(name.trim()) else {
                unknown.push((name.trim().to_owned(), at));
                continue;
            };
            let n = usize::from(number);
            let (Some(slot), Some(first), Some(present), Some(column)) =
                (header.positions.get_mut(n), firsts.get_mut(n), header.present.get_mut(n), table.columns.get(n))
            else {
                continue;
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
        let is_header = header.present.contains(&true) || unknown.iter().any(|(name, _)| table.columns.iter().any(|column| is_near(name, column)));
        if !is_header && header.damaged.is_some() {
            // What it says cannot be read, which is told.
            return (Self::default(), Vec::new());
        }
        if !is_header {
            // One cause, not one for each column: the header line is missing, or its cells are not parted by commas.
            return (Self::default(), vec![Fault::new(At::Bytes(file, row), FaultKind::NoHeader(table))]);
        }
        for (column, present) in table.columns.iter().zip(&mut header.present) {
            if *present {
                continue;
            }
            let meant = unknown.iter().position(|(name, _)| is_near(name, column));
            match meant.map(|n| unknown.swap_remove(n)) {
                Some((name, at)) if column.required => faults.push(Fault::new(at, FaultKind::MissingColumn(column, Some(name)))),
                Some((name, at)) => {
                    // What stands under the misspelt header is lost to the column: nobody may take it for empty.
                    *present = true;
                    faults.push(Fault::new(at, FaultKind::MisspeltColumn(name, column)));
                }
                // The header that cannot be read may be that of the column.
                None if header.damaged.is_some() => *present = true,
                None if column.required => faults.push(Fault::new(At::Bytes(file, row), FaultKind::MissingColumn(column, None))),
                None => {}
            }
        }
        (header, faults)
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
}

/// Whether a header that means nothing is so near a column that this was meant. Of short words two letters apart (date, due) neither is the other misspelt.
fn is_near(name: &str, column: &Column) -> bool {
    let length = name.chars().count();
    let names = [column.code, column.title.en, column.title.zh];
    length > 2 && nearest(name, names, 1).first().is_some_and(|near| length > 4 || distance(name, near) < 2)
}
