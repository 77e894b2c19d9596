//! Dimensions of `stats`: one file each. A new one is a file here, its `mod` line, and its line in the list.

mod axis;
pub(in crate::figures) mod branch;
mod campaign;
pub(in crate::figures) mod home_team;
mod kind;
pub(in crate::figures) mod month;
pub(in crate::figures) mod place;
pub(in crate::figures) mod quarter;
mod role;
pub(in crate::figures) mod team;
pub(in crate::figures) mod track;
pub(in crate::figures) mod volunteer;
pub(in crate::figures) mod year;

pub use axis::{Axis, Chosen, Heads, read, reads};

use crate::book::{Book, Stay};
use crate::say::{T, Text};
use crate::tables::TableSet;
use crate::tables::activities::Activity;
use crate::tables::volunteers::Volunteer;
use crate::text::order;
use crate::value::cell::Cell;
use crate::value::{Day, Field, Row, Str, Target, Vocabulary, Word};

/// All dimensions, in the order of the manual.
pub static ALL: &[&Dimension] = &[
    &team::DIMENSION,
    &home_team::DIMENSION,
    &kind::DIMENSION,
    &place::DIMENSION,
    &branch::DIMENSION,
    &track::DIMENSION,
    &campaign::DIMENSION,
    &role::DIMENSION,
    &volunteer::DIMENSION,
    &month::DIMENSION,
    &quarter::DIMENSION,
    &year::DIMENSION,
];

/// The dimensions of days, each with the key of a day.
pub(in crate::figures) static OF_DAYS: [ByDay; 3] =
    [(&month::DIMENSION, month::key), (&quarter::DIMENSION, quarter::key), (&year::DIMENSION, year::key)];

/// A dimension of days, and the key of a day in it.
pub(in crate::figures) type ByDay = (&'static Dimension, fn(Day) -> Key);

/// A dimension: what `--by` may say.
pub struct Dimension {
    /// What `--by` calls it, and machines its column.
    pub code: &'static str,
    /// Its heading.
    pub title: T,
    /// What it tells rows apart by, as a sentence.
    pub meaning: T,
    /// Whether its rows have names besides their ids.
    pub named: bool,
    /// The tables that it reads.
    pub reads: TableSet,
    /// What it looks at.
    pub of: Of,
    /// What a key of it is called.
    pub label: fn(&Look<'_>, u32) -> Label,
    /// Reads what stands behind a colon, where it takes that: `place:township`.
    pub level: Option<ReadLevel>,
}

/// Reads a level, or says that there is none of that name.
pub type ReadLevel = fn(&Book, &str) -> Result<u32, Text>;

/// What a dimension looks at.
pub enum Of {
    /// The activity; the second argument is the level asked for.
    Service(fn(&Look<'_>, &Service, Option<u32>) -> Key),
    /// The participant, as of the day of the activity.
    Person(fn(&Look<'_>, &Part<'_>) -> Key),
}

impl Dimension {
    /// Whether it tells people apart, so that services are those they touched.
    pub fn is_about_people(&self) -> bool {
        matches!(self.of, Of::Person(_))
    }
}

/// What a dimension may look things up in.
pub struct Look<'a> {
    /// The book.
    pub book: &'a Book,
}

/// An activity that counts.
pub struct Service {
    /// Its row.
    pub row: Row<Activity>,
    /// Its day.
    pub day: Day,
    /// What is recorded of it.
    pub activity: Activity,
}

/// A participation that counts.
pub struct Part<'a> {
    /// The day of the activity.
    pub day: Day,
    /// Who.
    pub volunteer: Row<Volunteer>,
    /// The membership that counts as home that day.
    pub home: Option<&'a Stay>,
}

/// What tells the groups of a dimension apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// Something with a number: a row, a word, a month.
    Of(u32),
    /// A place above the level asked for.
    Above,
    /// Nothing is there.
    None,
    /// Something is there that cannot be read or found.
    Unknown,
}

impl Key {
    /// The key of a reference.
    pub fn row<R: Target>(field: Field<Row<R>>) -> Self {
        Self::field(field, |row| row.number)
    }

    /// The key of a word.
    pub fn word<V: Vocabulary>(field: Field<Word<V>>) -> Self {
        Self::field(field, |word| word.number)
    }

    fn field<C: Cell>(field: Field<C>, number: impl FnOnce(C) -> u32) -> Self {
        match field.get() {
            Some(value) => Self::Of(number(value)),
            None if field.is_empty() => Self::None,
            None => Self::Unknown,
        }
    }
}

/// What a group is called, in the order of its dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it stands among others: by this, then by its code, as people look for it.
    pub order: u64,
    /// For machines; an id where it is one.
    pub code: String,
    /// For people.
    pub title: Text,
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Label {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order.cmp(&other.order).then_with(|| order::compare(&self.code, &other.code))
    }
}

impl Look<'_> {
    /// The key of somebody without a home team: nobody knows it where a membership cannot be read.
    pub fn homeless(&self, part: &Part<'_>) -> Key {
        if self.book.may_have_home(part.volunteer, part.day) { Key::Unknown } else { Key::None }
    }

    /// A row by its id and name, in the order of ids.
    pub fn row<R: Target>(&self, number: u32, name: impl FnOnce(&Book) -> Option<String>) -> Label {
        let code = self.book.keys(R::TARGET).map_or("", |keys| keys.id(number)).to_owned();
        Label { order: 0, title: Text::same(name(self.book).unwrap_or_default()), code }
    }

    /// A word, in the order of its vocabulary; where that lays no words down, in the order of codes.
    pub fn word<V: Vocabulary>(&self, number: u32) -> Label {
        let word = Word::<V>::new(number);
        let is_laid_down = self.book.words.list(V::NUMBER).is_some_and(|list| list.closed);
        Label {
            order: if is_laid_down { u64::from(number) } else { 0 },
            code: self.book.words.code(word).to_owned(),
            title: self.book.words.title(word),
        }
    }
}

/// The name of a row of a table.
pub fn name_in<R: crate::tables::Record>(table: &crate::tables::Table<R>, name: Option<Field<Str>>) -> Option<String> {
    name.and_then(Field::get).map(|name| table.text(name).to_owned())
}

impl Dimension {
    /// How it and its groups are called.
    pub fn heads(&self) -> Heads {
        Heads { code: self.code, title: self.title, named: self.named, reads: self.reads, label: self.label, level: self.level }
    }
}
