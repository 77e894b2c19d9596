//! What a report could not count, or counted though it doubts it: rows by table and by the rule that tells why.

use std::collections::BTreeMap;

use crate::say;
use crate::say::{Text, count};
use crate::tables::{Record, number_of};

/// Rows by table, and in each table by the code of the rule that tells what is wrong with them. A row counts once, for its first cause.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut(Vec<OfTable>);

/// The rows of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfTable {
    /// The table.
    pub table: &'static str,
    /// How many rows have which cause, by the code of its rule.
    pub causes: BTreeMap<&'static str, usize>,
}

impl OfTable {
    /// How many rows.
    pub fn rows(&self) -> usize {
        self.causes.values().sum()
    }
}

impl LeftOut {
    /// So many rows of one cause, if there are any.
    pub fn some(table: &'static str, cause: &'static str, rows: usize) -> Self {
        let mut all = Self::default();
        all.add(table, cause, rows);
        all
    }

    /// The rows of a record's table that repeat the key of another.
    pub fn repeats<R: Record>(rows: usize) -> Self {
        Self::some(R::DESCRIPTION.name, "F014", rows)
    }

    /// Adds so many rows of one cause.
    pub fn add(&mut self, table: &'static str, cause: &'static str, rows: usize) {
        if rows == 0 {
            return;
        }
        let at = self.0.iter().position(|of| of.table == table).unwrap_or_else(|| {
            self.0.push(OfTable { table, causes: BTreeMap::new() });
            self.0.len() - 1
        });
        if let Some(of) = self.0.get_mut(at) {
            *of.causes.entry(cause).or_default() += rows;
        }
    }

    /// Adds what another has.
    pub fn join(&mut self, other: Self) {
        for of in other.0 {
            of.causes.into_iter().for_each(|(cause, rows)| self.add(of.table, cause, rows));
        }
    }

    /// Takes up what another has and this has not: rows of one cause that both have are the same.
    pub fn cover(&mut self, other: &Self) {
        for of in &other.0 {
            let own = |cause: &str| self.0.iter().find(|own| own.table == of.table).and_then(|own| own.causes.get(cause)).copied().unwrap_or(0);
            let more: Vec<_> = of.causes.iter().map(|(cause, rows)| (*cause, rows.saturating_sub(own(cause)))).collect();
            more.into_iter().for_each(|(cause, rows)| self.add(of.table, cause, rows));
        }
    }

    /// The same of some tables only.
    pub fn only(mut self, tables: &[&str]) -> Self {
        self.0.retain(|of| tables.contains(&of.table));
        self
    }

    /// The tables with their rows.
    pub fn iter(&self) -> impl Iterator<Item = &OfTable> {
        self.0.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many rows of which table.
    pub fn texts(&self) -> impl Iterator<Item = Text> + '_ {
        self.0.iter().map(|of| {
            let title = number_of(of.table).description().map_or(of.table, |table| table.title.zh);
            let name = Text { en: of.table.to_owned(), zh: title.to_owned() };
            say!("{table}: {n}", "{table}：{n} 行", table = name, n = count(of.rows(), "row", "rows"))
        })
    }
}
