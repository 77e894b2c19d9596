//! Dimensions of `stats`: one file each. A new one is a file here, its `mod` line, and its line in the list.

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

use crate::book::{Book, Stay};
use crate::figures::{Column, Value};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::activities::Activity;
use crate::tables::volunteers::Volunteer;
use crate::text::nearest::nearest;
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

/// A dimension: what `--by` may say.
pub struct Dimension {
    /// What `--by` calls it, and machines its column.
    pub code: &'static str,
    /// Its heading.
    pub title: T,
    /// Whether its rows have names besides their ids.
    pub named: bool,
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
    /// Where it stands among others: by this, then by its code.
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
        (self.order, &self.code).cmp(&(other.order, &other.code))
    }
}

impl Look<'_> {
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

/// How a dimension and its groups are called.
#[derive(Clone, Copy)]
pub struct Heads {
    /// What `--by` calls it, and machines its column.
    pub code: &'static str,
    /// Its heading.
    pub title: T,
    /// Whether its rows have names besides their ids.
    pub named: bool,
    /// What a key of it is called.
    pub label: fn(&Look<'_>, u32) -> Label,
    /// Reads what stands behind a colon, where it takes that.
    pub level: Option<ReadLevel>,
}

impl Dimension {
    /// How it and its groups are called.
    pub fn heads(&self) -> Heads {
        Heads { code: self.code, title: self.title, named: self.named, label: self.label, level: self.level }
    }
}

/// A dimension as it was asked for: how it and its groups are called, and at which level.
pub struct Axis {
    heads: Heads,
    /// The level, for a dimension that takes one.
    pub level: Option<u32>,
    /// The level as it is shown.
    level_text: String,
}

/// Reads `team`, `place:township` among some dimensions; gives which of them it is.
///
/// # Errors
/// Says that there is no such dimension or level, and what may have been meant.
pub fn read(book: &Book, text: &str, all: &[Heads]) -> Result<(usize, Axis), Text> {
    let (code, level) = text.split_once(':').map_or((text, None), |(code, level)| (code, Some(level)));
    let Some((n, heads)) = all.iter().enumerate().find(|(_, heads)| heads.code == code) else {
        let codes: Vec<&str> = all.iter().map(|heads| heads.code).collect();
        return Err(match nearest(code, codes.iter().copied(), 1).first() {
            Some(near) => say!("--by takes no '{code}'; did you mean {near}?", "--by 不接受“{code}”；是不是 {near}？", code = code, near = near),
            None => say!("--by takes no '{code}', but {all}", "--by 不接受“{code}”，可用：{all}", code = code, all = Text::names(codes)),
        });
    };
    let level_text = level.unwrap_or_default().to_owned();
    let level = match (level, heads.level) {
        (None, _) => None,
        (Some(level), Some(read)) => Some(read(book, level)?),
        (Some(_), None) => return Err(say!("--by {code} takes nothing after a colon", "--by {code} 后面不能带冒号", code = code)),
    };
    Ok((n, Axis { heads: *heads, level, level_text }))
}

impl Axis {
    /// What a group is called.
    pub fn label(&self, look: &Look<'_>, key: Key) -> Label {
        let last = |order: u64, title: T| Label { order: u64::MAX - order, code: title.en.to_owned(), title: title.into() };
        match key {
            Key::Of(number) => (self.heads.label)(look, number),
            Key::Above => last(2, t("(above)", "（上级）")),
            Key::None => last(1, t("(none)", "（无）")),
            Key::Unknown => last(0, t("(unknown)", "（不明）")),
        }
    }

    /// Its heading.
    pub fn title(&self) -> Text {
        if self.level_text.is_empty() {
            return self.heads.title.into();
        }
        say!("{title}: {level}", "{title}：{level}", title = self.heads.title, level = self.level_text)
    }

    /// Its columns.
    pub fn columns(&self) -> Vec<Column> {
        let code = self.heads.code.replace('-', "_");
        let mut columns = vec![Column::words(code.clone(), self.title())];
        if self.heads.named {
            columns.push(Column::words(format!("{code}_name"), t("Name", "名称")));
        }
        columns
    }

    /// The cells of a group under its columns.
    pub fn values(&self, label: Label) -> Vec<Value> {
        if label.order >= u64::MAX - 2 {
            let mut values = vec![Value::word(label.code, label.title)];
            values.extend(self.heads.named.then_some(Value::Empty));
            return values;
        }
        if self.heads.named {
            return vec![Value::Id(label.code), Value::Text(label.title.en)];
        }
        vec![Value::word(label.code, label.title)]
    }
}

/// A dimension of services, as it was asked for.
pub struct Chosen {
    /// The dimension.
    pub dimension: &'static Dimension,
    axis: Axis,
}

impl Chosen {
    /// Reads `team`, `place:township`.
    ///
    /// # Errors
    /// Says that there is no such dimension or level, and what may have been meant.
    pub fn parse(book: &Book, text: &str) -> Result<Self, Text> {
        let heads: Vec<Heads> = ALL.iter().map(|dimension| dimension.heads()).collect();
        let (n, axis) = read(book, text, &heads)?;
        let dimension = ALL.get(n).copied().unwrap_or(&team::DIMENSION);
        Ok(Self { dimension, axis })
    }

    /// The key of an activity; a placeholder where the dimension is about people.
    pub fn service_key(&self, look: &Look<'_>, service: &Service) -> Key {
        match self.dimension.of {
            Of::Service(key) => key(look, service, self.axis.level),
            Of::Person(_) => Key::None,
        }
    }

    /// The key of a participant, where the dimension is about people.
    pub fn person_key(&self, look: &Look<'_>, part: &Part<'_>) -> Option<Key> {
        match self.dimension.of {
            Of::Service(_) => None,
            Of::Person(key) => Some(key(look, part)),
        }
    }

    /// What a group is called.
    pub fn label(&self, look: &Look<'_>, key: Key) -> Label {
        self.axis.label(look, key)
    }

    /// Its heading.
    pub fn title(&self) -> Text {
        self.axis.title()
    }

    /// Its columns.
    pub fn columns(&self) -> Vec<Column> {
        self.axis.columns()
    }

    /// The cells of a group under its columns.
    pub fn values(&self, label: Label) -> Vec<Value> {
        self.axis.values(label)
    }
}
