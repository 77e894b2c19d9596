//! Which tables are read, and how far: what nobody asks for costs nothing.

use rayon::prelude::*;

use crate::schema::read::{KeyPass, LARGE, Sheet, read_keys, read_records};
use crate::text::Sources;
use crate::value::{Keys, TableId, Words};

use super::{ALL, Fault, FaultKind, Layout, Record, Table, TableSet};

/// How far each table is read.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// The tables whose rows are read.
    pub rows: TableSet,
    /// Those whose ids are: these, and what they refer to.
    pub ids: TableSet,
    /// Those gone over only for rows that a quote left open may have swallowed.
    pub quotes: TableSet,
}

/// What is known before records are read.
pub struct Known<'a> {
    /// Which files are of which table.
    pub layout: &'a Layout,
    /// What the first pass found of each table.
    pub passes: &'a [KeyPass],
    /// The ids of each.
    pub keys: &'a [Keys],
}

/// The ids of every table of which they are asked for.
pub fn read_all_keys(sheets: &[Vec<Sheet>], sources: &Sources, layout: &Layout, asked: &Extent) -> Vec<KeyPass> {
    let of_tables = sheets.par_iter().with_max_len(1).zip(ALL).zip(layout.present.par_iter().zip(&layout.unread)).enumerate();
    of_tables
        .map(|(number, ((sheets, table), (present, unread)))| {
            let is_asked = asked.ids.has(TableId(u8::try_from(number).unwrap_or(u8::MAX)));
            // Of others nothing is known, so that nothing is missing.
            if is_asked { read_keys(sheets, sources, table, *present && !*unread) } else { KeyPass::default() }
        })
        .collect()
}

/// The records of a table, if they are asked for; what is wrong with its files goes behind `faults` in any case.
pub fn read_table<R: Record>(
    sheets: Vec<Sheet>,
    sources: &mut Sources,
    known: &Known<'_>,
    words: &mut Words,
    asked: &Extent,
    faults: &mut Vec<Fault>,
) -> Table<R> {
    let number = usize::from(R::TABLE.0);
    let present = known.layout.present.get(number).copied().unwrap_or_default();
    let Some(pass) = known.passes.get(number) else { return Table::not_read(present) };
    if asked.rows.has(R::TABLE) {
        let mut table = read_records(sheets, sources, pass, present, known.keys, words, faults);
        table.complete &= !known.layout.unread.get(number).copied().unwrap_or_default();
        return table;
    }
    if asked.quotes.has(R::TABLE) {
        let mut wrong = Vec::new();
        // What else it holds nobody asks for: its words are none of the book's, and its cells refer to nothing.
        let _: Table<R> = read_records(sheets, sources, pass, present, known.keys, &mut words.clone(), &mut wrong);
        faults.extend(wrong.into_iter().filter(|fault| fault.row.is_none() || matches!(fault.kind, FaultKind::CsvSyntax(_))));
    } else {
        for sheet in sheets {
            sources.forget(sheet.file, LARGE);
            faults.extend(sheet.faults);
        }
    }
    Table::not_read(present)
}
