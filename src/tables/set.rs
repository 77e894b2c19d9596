//! Some of the tables of a book: what a question reads, what a rule speaks of.

use crate::value::fixed::Fixed;
use crate::value::{Kind, TableId};

use super::summaries::Audience;
use super::{ALL, NAMES};

/// Some of the tables of a book. The summaries, a table in all but their form, can be among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableSet(u32);

impl TableSet {
    /// None of them.
    pub const NONE: Self = Self(0);

    /// All of them.
    pub const ALL: Self = Self((1 << (NAMES.len() + 1)) - 1);

    /// These.
    pub const fn of(tables: &[TableId]) -> Self {
        let mut set = 0;
        let mut rest = tables;
        while let [first, others @ ..] = rest {
            set |= 1 << first.0;
            rest = others;
        }
        Self(set)
    }

    /// These and those.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These and those tables.
    pub const fn with(self, tables: &[TableId]) -> Self {
        self.and(Self::of(tables))
    }

    /// These, but not those.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a table is among them.
    pub const fn has(self, table: TableId) -> bool {
        table.0 < 32 && self.0 & (1 << table.0) != 0
    }

    /// Whether all of those are among them.
    pub const fn has_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The tables, in the order of the list; the summaries are not in it.
    pub fn iter(self) -> impl Iterator<Item = TableId> {
        (0u8..).map(TableId).take(ALL.len()).filter(move |table| self.has(*table))
    }

    /// These, and the tables that they refer to: a reference is looked up as it is read.
    #[must_use]
    pub fn with_referred(self) -> Self {
        let columns = self.iter().filter_map(TableId::description).flat_map(|table| table.columns);
        let heard = if self.has(TableId::SUMMARIES) { Audience::WORDS.len() } else { 0 };
        let heard = (0u8..).take(heard).map(|n| Audience::nth(n).table());
        let referred = columns.filter_map(|column| if let Kind::Reference(name) = column.kind { Some(super::number_of(name)) } else { None });
        referred.chain(heard).fold(self, |all, table| all.with(&[table]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_with_what_it_refers_to() {
        let set = TableSet::of(&[TableId::LEAVES, TableId::SUMMARIES]);
        assert!(set.has(TableId::LEAVES) && set.has(TableId::SUMMARIES) && !set.has(TableId::VOLUNTEERS));
        assert_eq!(set.with_referred(), set.with(&[TableId::VOLUNTEERS]));
        assert_eq!(set.iter().collect::<Vec<_>>(), [TableId::LEAVES]);
        assert!(TableSet::ALL.has_all(set) && TableSet::ALL.iter().count() == ALL.len());
        assert_eq!(TableSet::ALL.without(TableSet::ALL), TableSet::NONE);
    }
}
