//! What lies below what: places, branches and teams, each with a parent.

use std::sync::OnceLock;

use crate::tables::branches::Branch;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::tables::vocabulary::PlaceKinds;
use crate::value::{Row, Target, Vocabulary, Word};

use super::{Book, Forest};

/// The places, branches and teams of a book with what they are part of.
pub struct Tree {
    places: OnceLock<Forest>,
    branches: OnceLock<Forest>,
    teams: OnceLock<Forest>,
    /// For each kind of place that has been asked for: the place at its level that each place lies in.
    levels: Vec<OnceLock<Vec<Option<u32>>>>,
}

impl Tree {
    pub(super) fn of(book: &Book) -> Self {
        let kinds = book.words.list(PlaceKinds::NUMBER).map_or(0, |list| list.len());
        Self {
            places: OnceLock::new(),
            branches: OnceLock::new(),
            teams: OnceLock::new(),
            levels: std::iter::repeat_with(OnceLock::new).take(kinds).collect(),
        }
    }

    /// The place at the level of a kind that a place is, or lies in.
    pub fn place_at(&self, book: &Book, place: Row<Place>, kind: Word<PlaceKinds>) -> Option<Row<Place>> {
        let places = self.levels.get(kind.number as usize)?.get_or_init(|| {
            let levels = &book.settings.vocabularies;
            let depth = levels.place_level(kind);
            let is_there = |own: Word<PlaceKinds>| own == kind || (depth.is_some() && levels.place_level(own) == depth);
            book.places_below().nearest(|row| book.places.get(Row::new(row)).and_then(|place| place.kind.get()).is_some_and(is_there))
        });
        places.get(place.index()).copied().flatten().map(Row::new)
    }
}

/// All rows of a table; of one that is not there those that others name, of which nothing is part of anything.
fn all<R: Target>(book: &Book) -> impl Iterator<Item = Row<R>> {
    (0..).take(book.ids::<R>()).map(Row::new)
}

fn number<R>(row: Option<Row<R>>) -> Option<u32> {
    row.map(|row| row.number)
}

impl Book {
    /// What lies below which place.
    pub fn places_below(&self) -> &Forest {
        self.tree().places.get_or_init(|| Forest::of(all::<Place>(self).map(|row| number(self.places.get(row)?.parent.get()))))
    }

    /// What lies below which branch.
    pub fn branches_below(&self) -> &Forest {
        self.tree().branches.get_or_init(|| Forest::of(all::<Branch>(self).map(|row| number(self.branches.get(row)?.parent.get()))))
    }

    /// What lies below which team.
    pub fn teams_below(&self) -> &Forest {
        self.tree().teams.get_or_init(|| Forest::of(all::<Team>(self).map(|row| number(self.teams.get(row)?.parent.get()))))
    }
}
