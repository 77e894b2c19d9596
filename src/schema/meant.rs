//! What was probably meant by a header that names no column: one that is nearly it, one in another unit, one that may be several.

use std::collections::HashSet;

use crate::text::nearest::distance;

use super::description::{Column, Description};
use super::fault::Meant;
use super::names::{Found, Name, fold, letters};

/// The columns of a book's own: what every book may have, and what `rollbook.toml` names.
pub struct Own(HashSet<String>);

/// Columns that every book may have: nothing is said of them.
const SILENT: &[&str] = &["备注", "说明", "序号", "note", "notes", "remark", "remarks", "comment", "comments"];

impl Own {
    /// Those that every book may have, and these.
    pub fn of(extra: &[String]) -> Self {
        Self(SILENT.iter().map(|name| (*name).to_owned()).chain(extra.iter().map(|name| fold(name))).collect())
    }

    /// Whether a header is one of them.
    pub fn has(&self, header: &str) -> bool {
        self.0.contains(&fold(header))
    }
}

/// What parts headers in a line that is no CSV: such a line is no header of one column.
pub const PARTING: &[char] = &['，', '；', ';', '\t', '|'];

/// So many headers are told for one column: more are no slips of a hand.
const MOST: usize = 8;

/// Looks for the absent columns that headers of a file may mean.
pub struct Search {
    table: &'static Description,
    /// The names of the absent columns.
    names: Vec<&'static Name>,
    is_absent: Vec<bool>,
    told: Vec<usize>,
}

impl Search {
    /// A search among the columns of a table that a header does not have.
    pub fn new(table: &'static Description, present: &[bool]) -> Self {
        let is_absent: Vec<bool> = present.iter().map(|present| !present).collect();
        let names = table.names().near.iter().filter(|name| is_absent.get(usize::from(name.column)) == Some(&true)).collect();
        Self { table, names, is_absent, told: vec![0; table.columns.len()] }
    }

    /// What a header may mean; nothing where it is a column of somebody's own.
    pub fn meant(&mut self, header: &str) -> Option<Meant> {
        if header.contains(PARTING) {
            return None;
        }
        let meant = self.asked(header).or_else(|| self.other_unit(header)).or_else(|| self.near(header))?;
        let mut is_new = meant.columns.is_empty();
        for column in &meant.columns {
            if let Some(told) = self.told.get_mut(usize::from(column.number)) {
                *told += 1;
                is_new |= *told <= MOST;
            }
        }
        is_new.then_some(meant)
    }

    fn absent(&self, number: u16) -> Option<&'static Column> {
        self.table.columns.get(usize::from(number)).filter(|_| self.is_absent.get(usize::from(number)) == Some(&true))
    }

    fn asked(&self, header: &str) -> Option<Meant> {
        self.table.asks(header).find_map(|asked| {
            let columns: Vec<_> = asked
                .columns
                .iter()
                .filter_map(|code| self.table.columns.iter().find(|column| column.code == *code).and_then(|column| self.absent(column.number)))
                .collect();
            (!columns.is_empty() || !asked.elsewhere.is_empty()).then_some(Meant { columns, asked: Some(asked), is_other_unit: false, rows: 0 })
        })
    }

    fn other_unit(&self, header: &str) -> Option<Meant> {
        let Found::OtherUnit(number) = self.table.names().find(self.table, header) else { return None };
        Some(Meant { columns: vec![self.absent(number)?], asked: None, is_other_unit: true, rows: 0 })
    }

    /// The columns that a header is nearest to. Of short words two letters apart (date, due) neither is the other misspelt, and two characters
    /// of Chinese are no likeness at all.
    fn near(&self, header: &str) -> Option<Meant> {
        let plain = fold(header);
        let (length, has) = (plain.chars().count(), letters(&plain));
        if length < 3 {
            return None;
        }
        let is_han = !plain.is_ascii();
        let allowed = if is_han { 1 + length / 8 } else { 1 + usize::from(length > 4) };
        let (mut nearest, mut numbers) = (allowed, Vec::new());
        for name in &self.names {
            let most = nearest.min(name.allowed);
            // A whole name at the end: 本人退出时间.
            let ends = is_han && name.length > 3 && plain.ends_with(&name.folded);
            // Each letter that differs takes one out of the letters used and puts one in, at most: most names are passed over so.
            let is_far = name.length.abs_diff(length) > most || (name.letters ^ has).count_ones() as usize > 2 * most;
            if !ends && (is_far || most == 0) || self.told.get(usize::from(name.column)).is_some_and(|told| *told >= MOST) {
                continue;
            }
            let far = if ends { allowed } else { distance(&plain, &name.folded) };
            if far < nearest && far <= most {
                numbers.clear();
            }
            if far <= nearest.min(if ends { allowed } else { most }) && far < length && !numbers.contains(&name.column) {
                nearest = far;
                numbers.push(name.column);
            }
        }
        let columns: Vec<_> = numbers.into_iter().filter_map(|number| self.absent(number)).collect();
        (!columns.is_empty()).then_some(Meant { columns, asked: None, is_other_unit: false, rows: 0 })
    }
}
