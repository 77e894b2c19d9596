//! One file a table: its columns are its record type, and everything else that is known of the table follows from it.
//!
//! A new table is a file here, its `mod` line, and its line in the list below.

pub mod asked;
pub mod extent;
#[cfg(test)]
mod headers;
pub mod layout;
pub mod said;
pub mod set;
pub mod settings;
mod table;
pub mod vocabulary;

pub mod activities;
pub mod appointments;
pub mod branches;
pub mod campaigns;
pub mod centres;
pub mod certificates;
pub mod commitments;
pub mod exchanges;
pub mod leaves;
pub mod memberships;
pub mod openings;
pub mod outcomes;
pub mod pairings;
pub mod participations;
pub mod people;
pub mod places;
pub mod posts;
pub mod publicity;
pub mod recognitions;
pub mod requests;
pub mod served;
pub mod summaries;
pub mod teams;
pub mod trainings;
pub mod volunteers;

pub use crate::schema::{
    BadHeader, Cells, Col, Column, Description, Fault, FaultKind, Form, Header, Meant, Record, Secret, SecretCell, SecretColumn, Stray, Table,
    Unreadable, cell_span,
};
pub use layout::Layout;
pub use set::TableSet;
pub use settings::Settings;
pub use summaries::Summary;

use crate::schema::read::{Sheet, read_implied};
use crate::text::{At, FileId, Sources};
use crate::value::{Keys, Loose, Row, TableId, Target, Value, Words};

/// Lists the tables, in the order in which documents name them.
macro_rules! tables {
    ($($id:ident $name:ident: $record:ident;)+) => {
        /// All tables of a book, described.
        pub static ALL: &[&Description] = &[$(&$name::DESCRIPTION),+];
        const NAMES: &[&str] = &[$(stringify!($name)),+];

        /// All tables of a book.
        #[derive(Default)]
        pub struct Tables {
            $(#[doc = concat!("The table `", stringify!($name), "`.")] pub $name: Table<$name::$record>,)+
        }

        $(
            impl Target for $name::$record {
                const TARGET: TableId = number_of(stringify!($name));
                const NAME: &'static str = stringify!($name);
            }

            impl Held for $name::$record {
                fn table(tables: &Tables) -> &Table<Self> {
                    &tables.$name
                }
            }
        )+

        impl TableId {
            $(#[doc = concat!("The table `", stringify!($name), "`.")] pub const $id: Self = number_of(stringify!($name));)+
        }

        impl Tables {
            /// Reads the tables that are asked for. `sheets` has the opened files of each; the words that open vocabularies take up go into `words`.
            /// Gives the ids of the tables, too.
            pub fn read(
                mut sheets: Vec<Vec<Sheet>>, sources: &mut Sources, layout: &Layout, words: &mut Words, asked: &extent::Extent,
            ) -> (Self, Vec<Keys>, Vec<Fault>) {
                let mut passes = extent::read_all_keys(&sheets, sources, layout, asked);
                let mut keys: Vec<Keys> = passes.iter_mut().map(|pass| std::mem::take(&mut pass.keys)).collect();
                let is_implied = |number: usize, table: &Description| asked.ids.has(table.number) && layout.is_implied(number, table);
                read_implied(ALL, &sheets, sources, &mut keys, is_implied);
                let mut faults = Vec::new();
                let mut tables = Self::default();
                // One table after the other, each read by all threads: what a large file says is forgotten before the next is read.
                $({
                    let sheets = sheets.get_mut(usize::from(TableId::$id.0)).map(std::mem::take).unwrap_or_default();
                    let known = extent::Known { layout, passes: &passes, keys: &keys };
                    tables.$name = extent::read_table(sheets, sources, &known, words, asked, &mut faults);
                })+
                (tables, keys, faults)
            }

            /// The table of that number, without its type.
            pub fn any(&self, table: TableId) -> Option<&dyn AnyTable> {
                let all: &[&dyn AnyTable] = &[$(&self.$name),+];
                all.get(usize::from(table.0)).copied()
            }

            /// Shows each table to a visitor, without its types.
            pub fn each(&self, mut visit: impl FnMut(&'static Description, &dyn AnyTable)) {
                $(visit(&$name::DESCRIPTION, &self.$name);)+
            }
        }
    };
}

tables! {
    PLACES places: Place;
    CENTRES centres: Centre;
    BRANCHES branches: Branch;
    TEAMS teams: Team;
    VOLUNTEERS volunteers: Volunteer;
    PEOPLE people: Person;
    SERVED served: Served;
    POSTS posts: Post;
    MEMBERSHIPS memberships: Membership;
    APPOINTMENTS appointments: Appointment;
    LEAVES leaves: Leave;
    TRAININGS trainings: Training;
    CAMPAIGNS campaigns: Campaign;
    ACTIVITIES activities: Activity;
    PARTICIPATIONS participations: Participation;
    OUTCOMES outcomes: Outcome;
    OPENINGS openings: Opening;
    REQUESTS requests: Request;
    COMMITMENTS commitments: Commitment;
    PAIRINGS pairings: Pairing;
    EXCHANGES exchanges: Exchange;
    RECOGNITIONS recognitions: Recognition;
    PUBLICITY publicity: Publicity;
    CERTIFICATES certificates: Certificate;
}

/// A record type whose table is known by the type alone.
pub trait Held: Record {
    /// Its table.
    fn table(tables: &Tables) -> &Table<Self>;
}

/// What can be asked of any table.
pub trait AnyTable {
    /// Whether its rows were read: nobody may ask for those of another.
    fn is_read(&self) -> bool;
    /// How many rows count.
    fn rows(&self) -> usize;
    /// Whether the book has it.
    fn is_present(&self) -> bool;
    /// Whether all of it could be read.
    fn is_complete(&self) -> bool;
    /// How many rows repeat the key of another.
    fn repeated(&self) -> usize;
    /// Where the row of that number begins.
    fn place(&self, row: u32) -> At;
    /// A cell without its type.
    fn loose(&self, row: u32, column: u16) -> Loose;
    /// Where a cell stands: its row, and its column's number in the description.
    fn cell(&self, row: u32, column: u16) -> At;
    /// The word or words of a cell as they are shown, where it is one of words.
    fn words(&self, row: u32, column: u16, words: &Words) -> Value;
    /// What a column of the row says that begins at a byte of a file; `None` where there is no such row.
    fn shown(&self, file: FileId, row: u32, column: u16, words: &Words, keys: &[Keys]) -> Option<Value>;
}

impl<R: Record> AnyTable for Table<R> {
    fn is_read(&self) -> bool {
        self.is_read()
    }
    fn rows(&self) -> usize {
        self.len()
    }
    fn is_present(&self) -> bool {
        self.present
    }
    fn is_complete(&self) -> bool {
        self.complete
    }
    fn repeated(&self) -> usize {
        self.repeated
    }
    fn place(&self, row: u32) -> At {
        self.row_at(Row::new(row))
    }
    fn loose(&self, row: u32, column: u16) -> Loose {
        Table::loose(self, Row::new(row), column)
    }
    fn cell(&self, row: u32, column: u16) -> At {
        self.at_number(Row::new(row), column)
    }
    fn words(&self, row: u32, column: u16, words: &Words) -> Value {
        self.get(Row::new(row)).map_or(Value::Empty, |record| record.shown(column, &self.shelf(words, &[])))
    }
    fn shown(&self, file: FileId, row: u32, column: u16, words: &Words, keys: &[Keys]) -> Option<Value> {
        Some(self.get(self.find(file, row)?)?.shown(column, &self.shelf(words, keys)))
    }
}

impl TableId {
    /// The summaries, which stand behind all tables.
    pub const SUMMARIES: Self = Self(NAMES.len() as u8);

    /// The description of the table.
    pub fn description(self) -> Option<&'static Description> {
        ALL.get(usize::from(self.0)).copied()
    }
}

/// A table of which nothing is said yet, but what is asked about in every table.
pub const PLAIN: Description = Description { asked_everywhere: asked::EVERYWHERE, ..Description::PLAIN };

/// The number of a table, from its name.
pub const fn number_of(name: &str) -> TableId {
    let mut number = 0u8;
    let mut rest = NAMES;
    while let [first, others @ ..] = rest {
        if same(first.as_bytes(), name.as_bytes()) {
            return TableId(number);
        }
        number += 1;
        rest = others;
    }
    TableId(u8::MAX)
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([x, more_a @ ..], [y, more_b @ ..]) = (a, b) {
        if *x != *y {
            return false;
        }
        a = more_a;
        b = more_b;
    }
    a.is_empty() && b.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_known_by_its_number() {
        for (n, table) in ALL.iter().enumerate() {
            assert_eq!(usize::from(table.number.0), n, "{}", table.name);
            assert!(table.key_columns().count() == table.key.len(), "{}", table.name);
        }
    }
}
