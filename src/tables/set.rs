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
        let heard = if self.has(TableId::SUMMARIES) { Audience::WORDS.len() } else { 0 };
        let heard = (0u8..).take(heard).map(|n| Audience::nth(n).table());
        self.and(self.iter().flat_map(referred).chain(heard).collect())
    }

    /// The tables that refer to one of these.
    #[must_use]
    pub fn referring(self) -> Self {
        Self::ALL.iter().filter(|table| referred(*table).any(|table| self.has(table))).collect()
    }

    /// These, and the tables that have words of the same vocabularies: an open one has the words of all of them.
    #[must_use]
    pub fn with_same_words(self) -> Self {
        let words = |table: TableId| {
            let columns = table.description().map_or(&[][..], |table| table.columns);
            columns.iter().filter_map(|column| if let Kind::Word(name) | Kind::Words(name) = column.kind { Some(name) } else { None })
        };
        let own: Vec<&str> = self.iter().flat_map(words).collect();
        self.and(Self::ALL.iter().filter(|table| words(*table).any(|name| own.contains(&name))).collect())
    }
}

/// The tables that a table refers to.
fn referred(table: TableId) -> impl Iterator<Item = TableId> {
    let columns = table.description().map_or(&[][..], |table| table.columns);
    columns.iter().filter_map(|column| if let Kind::Reference(name) = column.kind { Some(super::number_of(name)) } else { None })
}

impl FromIterator<TableId> for TableSet {
    fn from_iter<I: IntoIterator<Item = TableId>>(tables: I) -> Self {
        tables.into_iter().fold(Self::NONE, |all, table| all.with(&[table]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_with_what_it_refers_to() {
        let set = TableSet::of(&[TableId::LEAVES, TableId::SUMMARIES]);
        assert!(set.has(TableId::LEAVES) && set.has(TableId::SUMMARIES) && !set.has(TableId::VOLUNTEERS));
        let heard = [TableId::BRANCHES, TableId::TEAMS, TableId::CENTRES, TableId::PLACES];
        assert_eq!(set.with_referred(), set.with(&[TableId::VOLUNTEERS]).with(&heard));
        assert_eq!(set.iter().collect::<Vec<_>>(), [TableId::LEAVES]);
        assert!(TableSet::ALL.has_all(set) && TableSet::ALL.iter().count() == ALL.len());
        assert_eq!(TableSet::ALL.without(TableSet::ALL), TableSet::NONE);
        assert_eq!(TableSet::of(&[TableId::POSTS]).referring(), TableSet::of(&[TableId::VOLUNTEERS]));
    }

    #[test]
    fn words_are_those_of_every_table_that_has_them() {
        let of = |table| TableSet::of(&[table]).with_same_words();
        assert_eq!(of(TableId::CENTRES), TableSet::of(&[TableId::CENTRES]));
        assert!(of(TableId::CAMPAIGNS).has(TableId::VOLUNTEERS) && of(TableId::ACTIVITIES).has(TableId::VOLUNTEERS));
    }
}
