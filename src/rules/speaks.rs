//! What a rule speaks of: whoever shows a record runs the rules that may speak of it, and no others.

use crate::tables::TableSet;
use crate::value::TableId;

/// What the findings of a rule are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeaksOf {
    /// Single rows, of whatever table: what stands in one of them is wrong in itself, or in what it refers to. Where a record is shown not every
    /// table is read, and such a rule looks only at those that are.
    Rows,
    /// Records of these tables, each with its neighbours: the rows of other tables that belong to it.
    Records(TableSet),
    /// The book as a whole: files, settings, quarters, two records that may be one. No finding names a record that can be shown.
    Book,
}

impl SpeaksOf {
    /// Records of some tables.
    pub const fn records(tables: &[TableId]) -> Self {
        Self::Records(TableSet::of(tables))
    }

    /// Whether a finding may be about a record of a table.
    pub const fn may_be_of(self, table: TableId) -> bool {
        match self {
            Self::Rows => true,
            Self::Records(tables) => tables.has(table),
            Self::Book => false,
        }
    }
}
