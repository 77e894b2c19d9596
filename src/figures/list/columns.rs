//! The columns of a list: those of its table, the names of what these refer to, and others worked out for each row.

use std::cell::LazyCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::book::{Book, Forest};
use crate::figures::stats::count::{Tally, tallies_by};
use crate::figures::wish::no_column;
use crate::figures::{Column, Value, lost};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::{Col, Column as TableColumn, Held};
use crate::text::called::{self, Called};
use crate::value::{Kind, Row};

use super::Asking;
use super::names::with_name;

/// A column of a list, as code names it.
pub enum Pick<R> {
    /// One of its table.
    Own(Col<R>),
    /// One that is worked out, by its key.
    Worked(&'static str),
}

impl<R> Pick<R> {
    /// Its key.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Own(own) => own.column.code,
            Self::Worked(key) => key,
        }
    }
}

/// The columns of a list: those of its table, and with `+` before them those that are worked out.
macro_rules! columns {
    ($record:ident: $($(+ $worked:ident)? $($own:ident)?),+) => {
        &[$($($crate::figures::list::Pick::Worked(stringify!($worked)))? $($crate::figures::list::Pick::Own($record::$own))?),+]
    };
}
pub(super) use columns;

/// What works a column out for a row.
type Worked<'a, R> = Rc<dyn Fn(Row<R>, &R) -> Value + 'a>;

/// A column that could be shown, and its value in each row.
pub struct Extra<'a, R> {
    /// Its column.
    pub column: Column,
    /// Its value.
    pub value: Worked<'a, R>,
    /// The column of its table that it is; none where it is worked out.
    pub own: Option<&'static TableColumn>,
    /// Whether it is shown only when private data is asked for.
    pub is_private: bool,
    /// Whether it refers to rows by id: their names are a column, too.
    pub refers: bool,
    /// Whether it only repeats by name what another column says by id.
    pub is_name: bool,
}

impl<'a, R> Extra<'a, R> {
    fn of(column: Column, value: impl Fn(Row<R>, &R) -> Value + 'a) -> Self {
        Self { column, value: Rc::new(value), own: None, is_private: false, refers: false, is_name: false }
    }

    /// A column of figures.
    pub fn figure(key: &str, title: impl Into<Text>, value: impl Fn(Row<R>, &R) -> Value + 'a) -> Self {
        Self::of(Column::figure(key, title), value)
    }

    /// A column of words or days.
    pub fn words(key: &str, title: impl Into<Text>, value: impl Fn(Row<R>, &R) -> Value + 'a) -> Self {
        Self::of(Column::words(key, title), value)
    }

    /// A column of ids of other rows, with their names.
    pub fn refers(key: &str, title: impl Into<Text>, value: impl Fn(Row<R>, &R) -> Value + 'a) -> Self {
        Self { refers: true, ..Self::words(key, title, value) }
    }

    /// A column of private data.
    pub fn private(key: &str, title: impl Into<Text>, value: impl Fn(Row<R>, &R) -> Value + 'a) -> Self {
        Self { is_private: true, ..Self::words(key, title, value) }
    }
}

impl<'a, R: 'a> Extra<'a, R> {
    /// The names of the rows that it refers to, as a column of their own: for machines, which read only ids in the other.
    pub fn names(&self) -> Self {
        let ids = Rc::clone(&self.value);
        let value = move |row, record: &R| match ids(row, record) {
            Value::Refs(all) if all.iter().any(|one| !one.name.is_empty()) => {
                Value::Text(all.into_iter().map(|one| one.name).collect::<Vec<_>>().join(";"))
            }
            _ => Value::Empty,
        };
        let title = say!("{title}: name", "{title}名称", title = self.column.title);
        Self { is_name: true, ..Self::words(&format!("{}_name", self.column.key), title, value) }
    }
}

/// What is worked out when it is first asked for, since most lists show only some of their columns.
pub type Lazily<'a, V> = Rc<LazyCell<V, Box<dyn FnOnce() -> V + 'a>>>;

/// Puts off working something out until it is asked for.
pub fn lazily<'a, V>(make: impl FnOnce() -> V + 'a) -> Lazily<'a, V> {
    Rc::new(LazyCell::new(Box::new(make)))
}

/// The columns of a table.
pub fn own<'a, R: Held>(asking: &'a Asking<'_>) -> Vec<Extra<'a, R>> {
    let book = asking.book;
    let column = move |(number, column): (u16, &'static TableColumn)| {
        let table = column.refers;
        let is_figure = matches!(column.kind, Kind::Amount | Kind::Count | Kind::Rating);
        let shown = Column { key: column.code.to_owned(), title: column.title.into(), is_figure };
        let value = move |_, record: &R| with_name(book, table, record.shown(number, &book.shelf::<R>()));
        Extra { own: Some(column), refers: table.is_some(), ..Extra::of(shown, value) }
    };
    (0u16..).zip(R::DESCRIPTION.columns).map(column).collect()
}

/// Finds a column by its key or by its title in either language.
///
/// # Errors
/// Names a column that there is not, and what may have been meant, or says that it is private.
pub fn find<R>(asking: &Asking<'_>, all: &[Extra<'_, R>], key: &str) -> Result<usize, Text> {
    let names: Vec<Called<'_>> = all.iter().map(|extra| extra.column.called()).collect();
    let Some(found) = called::find(&names, key) else {
        let is_listed = |extra: &&Extra<'_, R>| !extra.is_name && (asking.private || !extra.is_private);
        let known: Vec<Called<'_>> = all.iter().filter(is_listed).map(|extra| extra.column.called()).collect();
        return Err(no_column(key, &names, &known));
    };
    if all.get(found).is_some_and(|extra| extra.is_private) && !asking.private {
        return Err(say!("the column '{key}' is private: --private shows it", "列“{key}”属于个人信息：加 --private 才显示", key = key));
    }
    Ok(found)
}

/// Whose figures a row shows beside those that have it as their dimension.
#[derive(Clone, Copy)]
pub enum Gathers<'a> {
    /// Nobody's.
    Own,
    /// Those of all rows below it: an activity is held by one team in one place, so that nothing is counted twice.
    Below(&'a Forest),
    /// Those of the rows of another table that name it.
    By(fn(&Book, u32) -> Option<u32>),
}

/// Services, participations, hours and beneficiaries of each row of a dimension of `stats`. Distinct volunteers cannot be added up, and are left
/// out.
pub fn figures<'a, R: 'a>(asking: &'a Asking<'_>, dimension: &'static str, gathers: Gathers<'a>) -> Vec<Extra<'a, R>> {
    let tallies = lazily(move || {
        let (own, doubted) = tallies_by(asking.book, asking.ask, asking.figures_of(), dimension);
        asking.doubts(doubted, lost::by_dimension(asking.book, asking.ask, asking.figures_of(), dimension));
        match gathers {
            Gathers::Own => own,
            Gathers::Below(forest) => below(forest, &own, add),
            Gathers::By(of) => {
                let mut sums: HashMap<u32, Tally> = HashMap::new();
                own.iter()
                    .filter_map(|(row, tally)| Some((of(asking.book, *row)?, tally)))
                    .for_each(|(to, tally)| add(sums.entry(to).or_default(), tally));
                sums
            }
        }
    });
    let column = |key: &str, title: T, value: fn(&Tally) -> Value| {
        let tallies = Rc::clone(&tallies);
        Extra::figure(key, title, move |row: Row<R>, _: &R| tallies.get(&row.number).map_or_else(|| value(&Tally::default()), value))
    };
    vec![
        column("services", t("Services", "服务次数"), |tally| Value::Count(tally.services)),
        column("participations", t("Participations", "参加人次"), |tally| Value::Count(tally.participations)),
        column("hours", t("Hours", "服务时长"), |tally| Value::Amount(tally.hours)),
        column("beneficiaries", t("Beneficiaries", "受益人次"), |tally| Value::Count(tally.beneficiaries)),
        column("cross_team", t("Cross-team", "跨队人次"), |tally| Value::Count(tally.crossing)),
    ]
}

fn add(sum: &mut Tally, tally: &Tally) {
    sum.services += tally.services;
    sum.participations += tally.participations;
    sum.hours += tally.hours;
    sum.beneficiaries += tally.beneficiaries;
    sum.crossing += tally.crossing;
}

/// What each row has, together with that of all rows below it.
pub fn below<T: Clone + Default>(forest: &Forest, own: &HashMap<u32, T>, add: impl FnMut(&mut T, &T)) -> HashMap<u32, T> {
    let mut sums: Vec<T> = (0..).take(forest.len()).map(|row| own.get(&row).cloned().unwrap_or_default()).collect();
    forest.roll_up(&mut sums, add);
    (0..).zip(sums).collect()
}

/// How many of some rows each row has, together with all rows below it.
pub fn tally_below(forest: &Forest, rows: impl Iterator<Item = u32>) -> HashMap<u32, u64> {
    below(forest, &tally(rows), |sum, n| *sum += n)
}

/// How many rows of something belong to each row, as a column.
pub fn counted<'a, R: 'a>(key: &str, title: T, count: impl FnOnce() -> HashMap<u32, u64> + 'a) -> Extra<'a, R> {
    let counts = lazily(count);
    Extra::figure(key, title, move |row: Row<R>, _: &R| Value::Count(counts.get(&row.number).copied().unwrap_or_default()))
}

/// Counts how often each number comes up.
pub fn tally(numbers: impl Iterator<Item = u32>) -> HashMap<u32, u64> {
    let mut counts = HashMap::new();
    for number in numbers {
        *counts.entry(number).or_default() += 1;
    }
    counts
}
