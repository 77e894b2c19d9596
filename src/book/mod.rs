//! The whole book in memory: its tables, what could not be read, and the relations between rows.
//!
//! Made from the bytes of files by [`Book::read`], which cannot fail: what is wrong is in [`Book::faults`].

pub mod about;
pub mod absent;
pub mod ask;
pub mod attendances;
mod causes;
pub mod certified;
mod doubtful;
pub mod doubts;
pub mod facts;
pub mod forest;
pub mod groups;
pub mod history;
mod implied;
pub mod load;
pub mod locate;
pub mod meant;
pub mod needs;
pub mod personal;
pub mod recipients;
pub mod snapshot;
pub mod tree;
pub mod unsure;
mod wider;

use std::sync::OnceLock;

use crate::schema::judge::Context;
use crate::tables::participations::Participation;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::tables::vocabulary::PlaceKinds;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Description, Fault, FaultKind, Header, Held, Layout, Settings, Summary, TableSet, Tables, layout, summaries};
use crate::text::{FileId, Sources};
use crate::value::{Day, End, Field, Keys, Pen, Row, Shelf, TableId, Value, Word, Words};

pub use about::About;
pub use absent::Absent;
pub use ask::Ask;
pub use attendances::{Attendance, Attendances};
pub use certified::Certified;
pub use facts::Facts;
pub use forest::Forest;
pub use groups::Groups;
pub use history::{History, Stay, Term};
pub use implied::Implied;
pub use locate::{CellAt, Located};
pub use meant::{Meaning, Meant, Names, Numbers, Part};
pub use needs::Needs;
pub use personal::PersonalNumber;
pub use recipients::Recipients;
pub use snapshot::{Snapshot, SnapshotFile};
pub use tree::Tree;
pub use unsure::{Unsure, UnsureRows};

/// A book.
pub struct Book {
    /// The files, in the order of their paths.
    pub sources: Sources,
    /// Which file holds which table.
    pub layout: Layout,
    /// `rollbook.toml`.
    pub settings: Settings,
    /// The words of the vocabularies.
    pub words: Words,
    /// The tables.
    pub tables: Tables,
    /// What could not be read.
    pub faults: Vec<Fault>,
    /// The identity numbers and mobile numbers in its files.
    pub personal: Vec<PersonalNumber>,
    /// The tables that it does not have and that rows name.
    pub absent: Vec<Absent>,
    /// The files under `private/` that git tracks, by their paths: told once, by whoever may ask git ([`crate::git`]).
    tracked: OnceLock<Vec<String>>,
    /// What of it was read.
    pub needs: Needs,
    /// The tables whose ids are known.
    ids: TableSet,
    summaries: Vec<Summary>,
    /// The folders of it that were there, by their paths.
    folders: Vec<String>,
    secrets: personal::SecretCells,
    keys: Vec<Keys>,
    headers: Vec<Option<(TableId, Option<Header>)>>,
    history: OnceLock<History>,
    facts: Facts,
    attendances: OnceLock<Attendances>,
    doubtful: OnceLock<Vec<Row<Participation>>>,
    tree: OnceLock<Tree>,
    implied: OnceLock<Vec<(TableId, Vec<Implied>)>>,
    meant: OnceLock<Meant>,
    unsure: OnceLock<Unsure>,
    wider: wider::Wider,
    causes: OnceLock<causes::Causes>,
}

impl std::ops::Deref for Book {
    type Target = Tables;
    fn deref(&self) -> &Tables {
        &self.tables
    }
}

impl Book {
    /// Settles what an end means that is known to the month or year only, as seen from the day asked about. Nothing else of a book depends
    /// on that day before it is asked; whoever reads `left` or `closed` afterwards finds the day that it counts as.
    #[must_use]
    pub fn seen_on(mut self, as_of: Day) -> Self {
        let settled = |end: Field<End>| end.get().filter(|end| end.is_vague_on(as_of)).map(|end| Field::of(end.settle(as_of)));
        self.tables.volunteers.change(|volunteer| Some(Volunteer { left: settled(volunteer.left)?, ..volunteer }));
        self.tables.teams.change(|team| Some(Team { closed: settled(team.closed)?, ..team }));
        self
    }

    /// The files under `private/` that git tracks, by their paths; none where nobody has asked git.
    pub fn tracked(&self) -> &[String] {
        self.tracked.get().map_or(&[], Vec::as_slice)
    }

    /// Learns which files under `private/` git tracks, unless it knows.
    pub fn learn_tracked(&self, ask: impl FnOnce() -> Vec<String>) {
        self.tracked.get_or_init(ask);
    }

    /// What a column of the row of a table says that begins at a byte of a file; `None` where there is no such row, as of rows that repeat
    /// a key.
    pub fn shown(&self, table: &Description, file: FileId, row: u32, column: u16) -> Option<Value> {
        self.tables.any(table.number)?.shown(file, row, column, &self.words, &self.keys)
    }

    /// The summaries of the quarters, in the order of their paths.
    pub fn summaries(&self) -> &[Summary] {
        debug_assert!(self.needs.rows.has(TableId::SUMMARIES), "summaries are not read: whoever reads them must say so");
        &self.summaries
    }

    /// The ids of a table.
    pub fn keys(&self, table: TableId) -> Option<&Keys> {
        debug_assert!(self.ids.has(table) || table.description().is_none(), "the ids of {table:?} are not read: whoever reads them must say so");
        self.keys.get(usize::from(table.0))
    }

    /// What the text of a cell is judged in.
    pub fn judging<'a>(&'a self, pen: Pen<'a>) -> Context<'a> {
        Context { keys: &self.keys, words: &self.words, pen }
    }

    /// How many ids a table has; of one that is not there, those that others name.
    pub fn ids<R: crate::value::Target>(&self) -> usize {
        self.keys(R::TARGET).map_or(0, Keys::len)
    }

    /// The header of a CSV file, if it has one that could be read.
    pub fn header(&self, file: FileId) -> Option<&Header> {
        self.headers.get(file.0 as usize)?.as_ref()?.1.as_ref()
    }

    /// The files that seem to hold rows of a private table and do not lie in `private/`; a few, where there are many.
    pub fn private_elsewhere(&self) -> Vec<&str> {
        let private = self.faults.iter().filter(|fault| matches!(&fault.kind, FaultKind::UnreadTable(table, _) if table.is_private()));
        private.map(|fault| self.sources.path(fault.at.file())).filter(|path| !layout::is_private(path)).take(100).collect()
    }

    /// The table that a file holds rows of.
    pub fn table(&self, file: FileId) -> Option<&'static Description> {
        if self.layout.summaries.contains(&file) {
            return Some(&summaries::DESCRIPTION);
        }
        self.headers.get(file.0 as usize)?.as_ref()?.0.description()
    }

    /// How many rows of a table count, by its name.
    pub fn rows_of(&self, table: &str) -> usize {
        let mut rows = 0;
        self.tables.each(|other, of| rows += if other.name == table && of.is_read() { of.rows() } else { 0 });
        rows
    }

    /// What the cells of a table are looked up in when they are shown.
    pub fn shelf<R: Held>(&self) -> Shelf<'_> {
        R::table(&self.tables).shelf(&self.words, &self.keys)
    }

    /// Who belonged where, when.
    pub fn history(&self) -> &History {
        self.history.get_or_init(|| History::of(self))
    }

    /// Who took part in what.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Who attended what was held, by volunteer and day.
    pub fn attendances(&self) -> &Attendances {
        self.attendances.get_or_init(|| Attendances::of(self))
    }

    /// The participations that a rule about single ones may have something to say about: on all others every such rule is silent.
    pub fn doubtful(&self) -> &[Row<Participation>] {
        self.doubtful.get_or_init(|| doubtful::doubtful(self))
    }

    /// Takes every participation for a doubtful one: to hold the rules that rest on [`Book::doubtful`] against themselves.
    pub fn doubt_all(&self) {
        self.doubtful.get_or_init(|| self.participations.iter().map(|(row, _)| row).collect());
    }

    /// What lies below what: places, branches, teams.
    pub fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| Tree::of(self))
    }

    /// Whether a place of a kind lies in a place.
    pub fn is_wider(&self, place: Row<Place>, kind: Word<PlaceKinds>) -> bool {
        self.wider.has(self, place, kind)
    }

    /// The ids of tables that are not there: the words that refer to them.
    pub fn implied(&self) -> &[(TableId, Vec<Implied>)] {
        self.implied.get_or_init(|| implied::implied(self))
    }

    /// What references that point nowhere may mean.
    pub fn meant(&self) -> &Meant {
        self.meant.get_or_init(|| Meant::of(self))
    }

    /// What rows that could not be read might supply.
    pub fn unsure(&self) -> &Unsure {
        self.unsure.get_or_init(|| Unsure::of(self))
    }

    /// Whether somebody without a home team on a day has a membership that cannot be read, so that nobody knows.
    pub fn may_have_home(&self, volunteer: Row<Volunteer>, day: Day) -> bool {
        self.memberships.has_broken && self.unsure().unread_homes.own_on(volunteer, day) > 0
    }
}
