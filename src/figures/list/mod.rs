//! `list` and `show`: one file a noun. A new one is a file here, its `mod` line, and its line in the list.
//!
//! What a noun's file says is little: its columns, its dates, whose it is, what belongs to it ([`Thing`]). The columns themselves
//! are those of its table's description; all that nouns have in common is in `thing.rs`.

mod belongs;
mod columns;
mod conditions;
mod names;
mod plain;
mod related;
mod thing;
mod unknown;
pub(in crate::figures) mod words;

mod activity;
mod branch;
mod campaign;
mod centre;
mod certificate;
mod commitment;
mod exchange;
mod leave;
mod pairing;
mod place;
mod post;
mod publicity;
mod recognition;
mod request;
mod served;
mod team;
mod training;
mod volunteer;

pub use belongs::Belongs;
pub use columns::Pick;
pub use names::{named, noun_of};
pub use thing::{Span, Thing};
pub use unknown::unknown;

use std::cell::OnceCell;

use words::Words;

use crate::book::{Ask, Book};
use crate::findings::Finding;
use crate::say;
use crate::say::{T, Text, t};
use crate::schema::{Col, Description, Record, Role};
use crate::tables::TableSet;
use crate::value::{Day, Period, Row, Target, Value};

use super::stats::{Asked, Filters};
use super::{LeftOut, Scope, Sheet, Wish, lost};

/// All nouns, in the order of the manual.
pub static ALL: &[&Noun] = &[
    &team::NOUN,
    &volunteer::NOUN,
    &activity::NOUN,
    &request::NOUN,
    &commitment::NOUN,
    &pairing::NOUN,
    &recognition::NOUN,
    &exchange::NOUN,
    &publicity::NOUN,
    &training::NOUN,
    &leave::NOUN,
    &campaign::NOUN,
    &place::NOUN,
    &centre::NOUN,
    &branch::NOUN,
    &post::NOUN,
    &certificate::NOUN,
];

/// A thing that can be listed and shown.
pub struct Noun {
    /// What the command line calls it.
    pub code: &'static str,
    /// What one of them is called.
    pub one: T,
    /// Its table.
    pub table: &'static Description,
    /// The filters that it goes by; all others are refused.
    pub filters: &'static [&'static str],
    /// The tables that a list reads besides its own and those that this refers to.
    pub reads: TableSet,
    /// The tables of what belongs to one, where one is shown.
    pub shows: TableSet,
    /// What `--period` means.
    pub periods: Periods,
    /// Whether it shows what was done, so that a list rests on the activities, too.
    pub counts: bool,
    /// What is said of rows that only `--all` lists.
    pub settled: T,
    /// What a reader must know of a tree's figures.
    pub note: Option<T>,
    /// What private data it has, for `--private`.
    pub private: Private,
    /// What one of them is called, besides its id.
    pub name: fn(&Book, u32) -> Option<&str>,
    /// Whether the filters ask for one of them, its people being in the teams that they were in on a day.
    pub is_asked_on: fn(&Asking<'_>, u32, Day) -> bool,
    /// Lists them.
    pub list: fn(&Noun, &Asking<'_>, &Wish) -> Result<Sheet, Text>,
    /// Shows one of them whole.
    pub show: fn(&Noun, &Asking<'_>, &str) -> Result<Vec<Sheet>, Text>,
}

/// What `--period` means for a noun.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Periods {
    /// Figures are those of the period.
    Figures,
    /// Only what begins in the period, or is dated in it, is listed.
    Begins,
    /// Only what lasts on a day of the period is listed.
    Lasts,
    /// Nothing.
    None,
}

/// Where a noun has private data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Private {
    /// Nowhere.
    None,
    /// Where one is shown.
    Shown,
    /// In lists, too.
    Listed,
}

impl Noun {
    /// A noun of a table, of which nothing is said yet but its names.
    const fn of<R: Thing>(code: &'static str, one: T) -> Self {
        Self {
            code,
            one,
            table: R::DESCRIPTION,
            filters: &[],
            reads: TableSet::NONE,
            shows: TableSet::NONE,
            periods: Periods::None,
            counts: false,
            settled: t("", ""),
            note: None,
            private: Private::None,
            name: names::name_of::<R>,
            is_asked_on: thing::is_asked_on::<R>,
            list: thing::list::<R>,
            show: thing::show::<R>,
        }
    }

    /// Whether its rows have dates, for `--started`, `--ended` and `--active`.
    fn is_dated(&self) -> bool {
        self.table.dated_by().is_some()
    }

    /// Whether its rows are a tree.
    pub fn is_tree(&self) -> bool {
        self.table.column_for(Role::Parent).is_some()
    }

    /// The options of a list that this noun goes by, of those that not every noun does.
    pub fn options(&self) -> impl Iterator<Item = &'static str> {
        let dates: &[&'static str] = if self.is_dated() { &["started", "ended", "active"] } else { &[] };
        let period = (self.periods != Periods::None).then_some("period");
        let private = (self.private == Private::Listed).then_some("private");
        self.filters.iter().chain(dates).copied().chain(period).chain(private)
    }
}

/// What is asked, as it is written on the command line.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The filters.
    pub filters: Asked,
    /// Statuses.
    pub status: Vec<String>,
    /// The period that figures are for, or that rows are dated in.
    pub period: Option<Period>,
    /// Only what began in it.
    pub started: Option<Period>,
    /// Only what ended in it.
    pub ended: Option<Period>,
    /// Only what lasted on a day of it.
    pub active: Option<Period>,
    /// Whether what has ended is listed, too.
    pub all: bool,
    /// Whether private data is shown.
    pub private: bool,
}

impl Choice {
    /// The options that were given, of those that not every noun goes by.
    fn given(&self) -> Vec<(&'static str, String)> {
        let mut given = self.filters.given();
        given.extend((!self.status.is_empty()).then(|| ("status", self.status.join(","))));
        for (name, period) in [("started", self.started), ("ended", self.ended), ("active", self.active)] {
            given.extend(period.map(|period| (name, period.to_string())));
        }
        given
    }
}

/// What is asked, looked up in a book.
pub struct Asking<'a> {
    /// The book.
    pub book: &'a Book,
    /// The day.
    pub ask: Ask,
    /// Which rows, by whose they are and where.
    pub filters: Filters,
    /// Whether private data is shown.
    pub private: bool,
    /// What a check of the book says.
    pub findings: &'a [Finding],
    /// What the answer rests on.
    pub scope: Scope,
    periods: Periods,
    choice: Choice,
    words: Vec<Words>,
    /// What of the figures that were worked out a rule doubts, and what they leave out.
    doubted: OnceCell<(LeftOut, LeftOut)>,
}

impl<'a> Asking<'a> {
    /// Looks up what is asked of a noun's list.
    ///
    /// # Errors
    /// Names a filter that means nothing for the noun, or what the book does not have.
    pub fn of(noun: &Noun, book: &'a Book, ask: Ask, choice: Choice) -> Result<Self, Text> {
        let given = choice.given();
        let period = choice.period.map(|_| "period");
        let private = choice.private.then_some("private");
        let mut asked = given.iter().map(|(name, _)| *name).chain(period).chain(private);
        if let Some(refused) = asked.find(|name| !noun.options().any(|option| option == *name)) {
            return Err(refusal(noun, refused));
        }
        let kind = Words::of(book, noun.table.column_for(Role::Kind), &choice.filters.kind)?;
        let status = Words::of(book, noun.table.column_for(Role::State), &choice.status)?;
        let filters = Filters::of(book, &Asked { kind: Vec::new(), ..choice.filters.clone() })?;
        let scope = if noun.counts {
            Scope::of_counted(book, ask, choice.period, given, noun.table)
        } else {
            Scope::of_table(book, ask, choice.period, given, noun.table)
        };
        Ok(Self {
            book,
            ask,
            filters,
            private: choice.private,
            findings: &[],
            scope,
            periods: noun.periods,
            choice,
            words: kind.into_iter().chain(status).collect(),
            doubted: OnceCell::new(),
        })
    }

    /// What is asked where one is shown: everything of it. `period` is that of its figures.
    ///
    /// # Errors
    /// The noun has no figures of a period, or nothing private.
    pub fn about(noun: &Noun, book: &'a Book, ask: Ask, period: Option<Period>, private: bool, findings: &'a [Finding]) -> Result<Self, Text> {
        let refused = match (period, private) {
            (Some(_), _) if noun.periods != Periods::Figures => Some("period"),
            (_, true) if noun.private == Private::None => Some("private"),
            _ => None,
        };
        if let Some(option) = refused {
            return Err(say!(
                "--{option} means nothing where one {code} is shown",
                "查看单个{code}时不能用 --{option}",
                option = option,
                code = Text { en: noun.code.to_owned(), zh: noun.one.zh.to_owned() }
            ));
        }
        let choice = Choice { period, private, all: true, ..Choice::default() };
        let scope = Scope::of(book, ask, period, Vec::new());
        let filters = Filters::default();
        Ok(Self { book, ask, filters, private, findings, scope, periods: Periods::Figures, choice, words: Vec::new(), doubted: OnceCell::new() })
    }

    /// Takes up what of the figures a rule doubts, and what no row of the list was given.
    pub fn doubts(&self, doubted: LeftOut, lost: LeftOut) {
        // Whatever is asked, the figures are those of one period.
        let _ = self.doubted.set((doubted, lost));
    }

    /// What an answer rests on whose figures are worked out.
    pub fn rests_on(&self, scope: Scope) -> Scope {
        let (doubted, lost) = self.doubted.get().cloned().unwrap_or_default();
        let mut scope = Scope { doubted, ..scope };
        scope.left_out.join(lost);
        scope
    }

    /// The row of an id.
    pub fn find<R: Target>(&self, id: &str) -> Option<Row<R>> {
        self.book.keys(R::TARGET).and_then(|keys| keys.find(id)).map(Row::new)
    }

    /// The id of a row, with its name.
    pub fn named<R: Target>(&self, row: Option<Row<R>>) -> Value {
        row.map_or(Value::Empty, |row| Value::Refs(vec![names::named(self.book, row)]))
    }

    /// The period that figures are for.
    pub fn figures_of(&self) -> Option<Period> {
        self.choice.period.filter(|_| self.periods == Periods::Figures)
    }

    /// Whether rows are chosen in a way that says itself whether those that have ended are meant.
    fn is_about_all(&self) -> bool {
        let Choice { status, period, started, ended, active, all, .. } = &self.choice;
        let by_period = period.is_some() && matches!(self.periods, Periods::Begins | Periods::Lasts);
        *all || by_period || !status.is_empty() || started.is_some() || ended.is_some() || active.is_some()
    }

    /// The columns that the question goes by.
    fn goes_by<R: Record>(&self) -> Vec<Col<R>> {
        let begins = self.periods == Periods::Begins;
        let by_period = lost::period_as(self.choice.period.filter(|_| begins || self.periods == Periods::Lasts), begins);
        lost::columns(self.choice.given().into_iter().map(|(name, _)| name).chain(by_period))
    }

    /// Whether a row has the words asked for.
    fn has_words<R: Thing>(&self, record: &R) -> bool {
        self.words.iter().all(|words| words.has(self, record))
    }

    /// Whether a row has the dates asked for; what cannot be read is in no period.
    fn has_dates(&self, span: Span) -> bool {
        let Choice { period, started, ended, active, .. } = self.choice;
        let begins = |period: Period| span.first.is_some_and(|first| period.has(first));
        // What lasts on and on ends in no period, also where that has no end.
        let ends = |period: Period| span.last.is_some_and(|last| last != Day::MAX && period.has(last));
        let lasts = |period: Period| span.first.is_some_and(|first| first <= period.to) && span.last.is_some_and(|last| period.from <= last);
        let by_period = |period: Period| match self.periods {
            Periods::Begins => begins(period),
            Periods::Lasts => lasts(period),
            Periods::Figures | Periods::None => true,
        };
        started.is_none_or(begins) && ended.is_none_or(ends) && active.is_none_or(lasts) && period.is_none_or(by_period)
    }
}

/// Why a filter is refused.
fn refusal(noun: &Noun, option: &str) -> Text {
    say!(
        "--{option} means nothing for {code}: it goes by {options}",
        "--{option} 不适用于{code}；可用：{options}",
        option = option,
        code = Text { en: noun.code.to_owned(), zh: noun.one.zh.to_owned() },
        options = Text::names(noun.options().map(|option| format!("--{option}")))
    )
}

/// The noun of a table.
pub fn find_by_table(name: &str) -> Option<&'static Noun> {
    ALL.iter().find(|noun| noun.table.name == name).copied()
}

/// The noun that the command line calls by a name.
pub fn find(code: &str) -> Option<&'static Noun> {
    ALL.iter().find(|noun| noun.code == code).copied()
}
