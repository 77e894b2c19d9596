//! By what a question can be told: dimensions of services where they mean the same, and others of its own.

use crate::book::Book;
use crate::book::needs::HISTORY;
use crate::figures::stats::by::{self, Heads, Key, Look, Of, Part};
use crate::say::T;
use crate::tables::TableSet;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row, Vocabulary};

/// A dimension of a question.
pub(super) struct Dimension<I> {
    /// How it and its groups are called.
    pub heads: Heads,
    key: KeyOf<I>,
}

/// Somebody an item is about, and the day on which home team and role are asked for.
type Who<I> = fn(&I) -> Option<(Day, Row<Volunteer>)>;

/// Where the key of an item is found.
enum KeyOf<I> {
    /// In itself; the last argument is the level asked for.
    Own(fn(&Look<'_>, &I, Option<u32>) -> Key),
    /// In somebody, on a day.
    Person(&'static by::Dimension, Who<I>),
    /// In its day.
    Day(fn(Day) -> Key, fn(&I) -> Day),
}

impl<I> Dimension<I> {
    /// A dimension of its own.
    pub fn own(heads: Heads, key: fn(&Look<'_>, &I, Option<u32>) -> Key) -> Self {
        Self { heads, key: KeyOf::Own(key) }
    }

    /// By the words of a vocabulary.
    pub fn words<V: Vocabulary>(code: &'static str, title: T, key: fn(&Look<'_>, &I, Option<u32>) -> Key) -> Self {
        Self::own(Heads { code, title, named: false, reads: TableSet::NONE, label: |look, number| look.word::<V>(number), level: None }, key)
    }

    /// By the volunteer, and by home team, branch and track: those of somebody on a day.
    pub fn of_people(who: Who<I>) -> impl Iterator<Item = Self> {
        let all = [&by::home_team::DIMENSION, &by::branch::DIMENSION, &by::track::DIMENSION, &by::volunteer::DIMENSION];
        all.into_iter().map(move |like| Self { heads: Heads { reads: like.reads.and(HISTORY), ..like.heads() }, key: KeyOf::Person(like, who) })
    }

    /// By month, quarter and year of a day.
    pub fn of_days(day: fn(&I) -> Day) -> impl Iterator<Item = Self> {
        by::OF_DAYS.into_iter().map(move |(like, key)| Self { heads: like.heads(), key: KeyOf::Day(key, day) })
    }

    /// The key of an item.
    pub fn key(&self, book: &Book, item: &I, level: Option<u32>) -> Key {
        let look = Look { book };
        match &self.key {
            KeyOf::Own(key) => key(&look, item, level),
            KeyOf::Day(key, day) => key(day(item)),
            KeyOf::Person(like, who) => match (&like.of, who(item)) {
                (Of::Person(key), Some((day, volunteer))) => key(&look, &Part { day, volunteer, home: book.history().home(volunteer, None, day) }),
                _ => Key::None,
            },
        }
    }
}
