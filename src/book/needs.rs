//! What a question needs of a book: what it does not need is not read.

use crate::tables::TableSet;
use crate::value::TableId;

use super::Book;

/// Who belonged where, when: what [`Book::history`] is made of.
pub const HISTORY: TableSet = TableSet::of(&[TableId::MEMBERSHIPS, TableId::APPOINTMENTS, TableId::LEAVES, TableId::VOLUNTEERS, TableId::TEAMS]);

/// Who took part in what: what [`Book::facts`] and [`Book::attendances`] are made of.
pub const SERVICES: TableSet = TableSet::of(&[TableId::ACTIVITIES, TableId::PARTICIPATIONS, TableId::VOLUNTEERS]);

/// What [`Book::doubtful`] is made of.
pub const DOUBTFUL: TableSet = HISTORY.and(SERVICES).with(&[TableId::OPENINGS]);

/// The summaries, and the places that they may have been fed back to.
pub const SUMMARIES: TableSet = TableSet::of(&[TableId::SUMMARIES, TableId::PLACES]);

/// What a question needs of a book. A table that nobody needs is as one that could not be read: nothing is missing in it and nothing dangles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// The tables whose rows it looks at. The ids that these refer to are known, too.
    pub rows: TableSet,
    /// The tables of which it says which files could not be read whole.
    pub unread: TableSet,
    /// The tables in whose files it looks for numbers of persons.
    pub numbers: TableSet,
    /// Whether it asks for the ids of tables that are not there: those are known by what refers to them ([`Book::implied`]).
    pub implied: bool,
}

impl Needs {
    /// Nothing but names of files, and `rollbook.toml`.
    pub const NONE: Self = Self::of(TableSet::NONE);

    /// Everything.
    pub const ALL: Self = Self { rows: TableSet::ALL, unread: TableSet::ALL, numbers: TableSet::ALL, implied: true };

    /// The rows of every table, as what is said of single rows of any needs them.
    pub const ROWS: Self = Self { implied: true, ..Self::of(TableSet::ALL) };

    /// The rows of some tables.
    pub const fn of(rows: TableSet) -> Self {
        Self { rows, unread: TableSet::NONE, numbers: TableSet::NONE, implied: false }
    }

    /// The same of tables that are named one by one.
    pub const fn rows(tables: &[TableId]) -> Self {
        Self::of(TableSet::of(tables))
    }

    /// What either of two questions needs.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            rows: self.rows.and(other.rows),
            unread: self.unread.and(other.unread),
            numbers: self.numbers.and(other.numbers),
            implied: self.implied || other.implied,
        }
    }

    /// The same, and which files of the whole book could not be read whole.
    #[must_use]
    pub const fn and_unread(self) -> Self {
        // Of summaries that is known when they are read.
        Self { rows: self.rows.and(SUMMARIES), unread: TableSet::ALL, ..self }
    }

    /// The tables whose ids are known.
    pub fn ids(self) -> TableSet {
        self.rows.with_referred()
    }

    /// The tables whose files are opened at all, in a book that has certain tables.
    pub fn files(self, present: TableSet) -> TableSet {
        let files = self.ids().and(self.unread).and(self.numbers);
        if self.implied { files.and(TableSet::ALL.without(present).referring()) } else { files }
    }
}

impl Book {
    /// Whether the ids of a table are known.
    pub fn has_ids(&self, table: TableId) -> bool {
        self.ids.has(table)
    }

    /// Whether the rows of these tables were read.
    pub fn has_read(&self, tables: TableSet) -> bool {
        self.needs.rows.has_all(tables)
    }
}
