//! What is counted beside services, one file a question: requests, commitments, exchanges … Each answers `stats --of`, as a whole or by
//! one or two dimensions of its own, and gives the overview its figures. A new one is a file here, its `mod` line, and its line in the list.

mod commitments;
mod dimension;
mod exchanges;
mod made;
mod measure;
mod pairings;
mod publicity;
mod recognitions;
mod requests;
mod stars;
mod trainings;

pub use made::{Beside, Entry, refuse};

use std::collections::HashSet;

use dimension::Dimension;
use made::entry;
use measure::Measure;

use crate::book::{Ask, Book};
use crate::say;
use crate::say::{T, Text};
use crate::tables::volunteers::Volunteer;
use crate::tables::{Col, Column, Record, Table, TableSet};
use crate::text::called::{self, Called};
use crate::value::{Day, Period, Row};

use super::stats::Filters;
use super::{LeftOut, lost};

/// All questions, in the order of the overview.
pub static ALL: &[Entry] = &[
    entry::<requests::Requests>(),
    entry::<commitments::Commitments>(),
    entry::<pairings::Pairings>(),
    entry::<exchanges::Exchanges>(),
    entry::<trainings::Trainings>(),
    entry::<stars::Stars>(),
    entry::<recognitions::Recognitions>(),
    entry::<publicity::PublicityOf>(),
];

/// The question that `--of` calls by a name.
///
/// # Errors
/// There is none of that name; says what may have been meant.
pub fn find(code: &str) -> Result<&'static Entry, Text> {
    let names: Vec<Called<'_>> = ALL.iter().map(|entry| Called { code: entry.code, en: entry.title.en, zh: entry.title.zh }).collect();
    called::find(&names, code).and_then(|n| ALL.get(n)).ok_or_else(|| match called::meant(&names, code) {
        Some(near) => say!("--of takes no '{code}'; did you mean {near}?", "--of 不接受“{code}”；是不是“{near}”？", code = code, near = near),
        None => say!("--of takes no '{code}', but {all}", "--of 不接受“{code}”，可用：{all}", code = code, all = called::list(&names)),
    })
}

/// What is asked.
pub struct Asking<'a> {
    /// The book.
    pub book: &'a Book,
    /// The day.
    pub ask: Ask,
    /// The period, where one is asked for.
    pub period: Option<Period>,
    /// Which rows count; only filters that the question takes.
    pub filters: &'a Filters,
    /// Of which kinds they are, by code; `None`: of any.
    pub kinds: Option<HashSet<String>>,
}

impl Asking<'_> {
    /// Whether a day is in question.
    fn has(&self, day: Day) -> bool {
        day <= self.ask.as_of && self.period.is_none_or(|period| period.has(day))
    }

    /// Whether somebody is asked about; nobody is, where people are asked about.
    fn has_volunteer(&self, volunteer: Option<Row<Volunteer>>) -> bool {
        match volunteer.and_then(|row| Some((row, self.book.volunteers.get(row)?))) {
            Some((row, record)) => self.filters.has_volunteer(row, &record),
            None => !self.filters.is_about_people(),
        }
    }
}

/// One question: what it counts, by what, and which figures.
trait Question: 'static {
    /// What is counted: mostly a row of a table, as it stood on the day asked about.
    type Item;
    /// What `--of` calls it.
    const CODE: &'static str;
    /// Its heading.
    const TITLE: T;
    /// The tables that it rests on.
    const TABLES: TableSet;
    /// Those that it reads besides, and besides what they refer to.
    const READS: TableSet = TableSet::NONE;
    /// The filters that have a meaning for it.
    const FILTERS: &'static [&'static str];
    /// The table and the column that `--kind` is about, if it has a meaning; a dimension of that name tells kinds apart.
    const KIND: Option<&'static Column> = None;
    /// By what it is told where nobody says; `None`: as a whole.
    const BY: Option<&'static str> = None;

    /// What is in question.
    fn items(asking: &Asking<'_>) -> Items<Self::Item>;
    /// By what it can be told.
    fn dimensions() -> Vec<Dimension<Self::Item>>;
    /// Its figures, in the order of their columns; the first is how many there are.
    fn measures() -> Vec<Measure<Self::Item>>;
    /// What a reader must know of the figures.
    fn notes(_: &Book) -> Vec<Text> {
        Vec::new()
    }
    /// What could not be counted, of tables that the overview looks through anyway.
    fn left_out(_: &Asking<'_>) -> LeftOut {
        LeftOut::default()
    }
    /// Whether the overview has it.
    fn is_in_overview(items: &Items<Self::Item>, book: &Book) -> bool {
        let _ = items;
        Self::TABLES.iter().any(|table| book.layout.has(table))
    }
}

/// The columns that every row of a table must have something in.
fn required<R: Record>() -> Vec<Col<R>> {
    R::DESCRIPTION.required().map(Col::of).collect()
}

/// What is in question, and what could not be counted.
struct Items<I> {
    items: Vec<I>,
    left_out: LeftOut,
}

impl<I> Items<I> {
    /// The rows of a table whose day is in question. A row without a readable day is in question and left out, as one that is `lost` is.
    fn of<R: Record>(
        asking: &Asking<'_>,
        table: &Table<R>,
        day: impl Fn(&R) -> Option<Day>,
        is_lost: impl Fn(&R) -> bool,
        mut item: impl FnMut(Row<R>, R, Day) -> Option<I>,
    ) -> Self {
        let (mut items, mut left_out) = (Vec::new(), LeftOut::repeats::<R>(table.repeated));
        let looked_at = if table.has_broken { lost::columns(lost::names(asking.filters)) } else { Vec::new() };
        let kinds = if table.has_broken { lost::columns(std::iter::once("kind")) } else { Vec::new() };
        let mut lost_here = LeftOut::default();
        let mut lose = |row, columns: &[Col<R>]| lost_here.add(R::DESCRIPTION.name, asking.book.cause(table, row, columns), 1);
        for (row, record) in table.iter() {
            match day(&record) {
                Some(day) if !asking.has(day) => {}
                Some(day) if !is_lost(&record) => match item(row, record, day) {
                    // Which kind it is of is asked later.
                    Some(_) if asking.kinds.is_some() && lost::is_broken(&record, &kinds) => lose(row, &kinds),
                    Some(item) => items.push(item),
                    None if lost::is_broken(&record, &looked_at) => lose(row, &looked_at),
                    None => {}
                },
                _ => left_out.add(R::DESCRIPTION.name, asking.book.cause(table, row, &required::<R>()), 1),
            }
        }
        left_out.join(lost_here);
        Self { items, left_out }
    }
}
