//! `--where COLUMN=VALUE`: what a cell of a row must say for the row to be in question.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::book::Book;
use crate::figures::list::words;
use crate::figures::{Column, Value};
use crate::say;
use crate::say::Text;
use crate::schema::Column as TableColumn;
use crate::text::nearest::folded;
use crate::text::order;
use crate::value::{Amount, Day, Kind, Period};

use super::order::figure;

/// How a cell and a value are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// The signs of comparisons, longer ones before those that they begin with; also as Chinese keyboards write them.
const SIGNS: &[(&str, Comparison)] = &[
    ("!=", Comparison::Unequal),
    ("！=", Comparison::Unequal),
    ("！＝", Comparison::Unequal),
    ("≠", Comparison::Unequal),
    ("<=", Comparison::LessOrEqual),
    ("＜＝", Comparison::LessOrEqual),
    ("≤", Comparison::LessOrEqual),
    (">=", Comparison::GreaterOrEqual),
    ("＞＝", Comparison::GreaterOrEqual),
    ("≥", Comparison::GreaterOrEqual),
    ("=", Comparison::Equal),
    ("＝", Comparison::Equal),
    ("<", Comparison::Less),
    ("＜", Comparison::Less),
    (">", Comparison::Greater),
    ("＞", Comparison::Greater),
];

/// What a cell is compared with.
#[derive(Clone, Debug)]
enum Wanted {
    /// Nothing stands there.
    Nothing,
    Figure(Amount),
    /// A day, or all days of a period.
    Days(Period),
    /// One of these words, by code.
    Words(HashSet<String>),
    /// A text as it is compared, and as it was written.
    Text(String, String),
}

/// A condition on a column.
#[derive(Clone, Debug)]
pub struct Condition {
    comparison: Comparison,
    wanted: Wanted,
}

/// The two halves of a condition, and how they are compared.
pub struct Written<'a> {
    /// The column, by its key or title.
    pub column: &'a str,
    comparison: Comparison,
    value: &'a str,
}

/// What a condition is about.
#[derive(Clone, Copy)]
pub struct About<'a> {
    /// The book.
    pub book: &'a Book,
    /// The day asked about.
    pub as_of: Day,
    /// The column.
    pub column: &'a Column,
    /// The column of the book, where it is one.
    pub own: Option<&'static TableColumn>,
}

impl Condition {
    /// Takes a condition apart: its column, the sign, its value.
    ///
    /// # Errors
    /// Says how a condition is written.
    pub fn parts(text: &str) -> Result<Written<'_>, Text> {
        let found = text.char_indices().find_map(|(at, _)| {
            let (column, rest) = text.split_at(at);
            SIGNS.iter().find_map(|(sign, comparison)| {
                Some(Written { column: column.trim(), comparison: *comparison, value: rest.strip_prefix(sign)?.trim() })
            })
        });
        found.filter(|written| !written.column.is_empty()).ok_or_else(|| {
            say!(
                "--where takes a column, one of = != < <= > >= and a value, such as services=0 or 'joined>=2024', and not '{text}'",
                "--where 后面写列名、= != < <= > >= 之一和值，如 services=0、'加入时间>=2024'，不能写“{text}”",
                text = text
            )
        })
    }

    /// Reads the value that a column is compared with.
    ///
    /// # Errors
    /// The column does not take the value, or has no order.
    pub fn of(written: &Written<'_>, about: About<'_>) -> Result<Self, Text> {
        let Written { comparison, value, .. } = *written;
        let title = || Text { en: about.column.key.clone(), zh: format!("“{}”", about.column.title.zh) };
        let is_order = !matches!(comparison, Comparison::Equal | Comparison::Unequal);
        let wanted = match about.own.map(|own| own.kind) {
            _ if value.is_empty() => Wanted::Nothing,
            _ if about.column.is_figure => Wanted::Figure(Amount::parse(value.trim_end_matches(['%', '％'])).map_err(|why| {
                say!(
                    "--where: {column} holds figures, and '{value}' is none: {why}",
                    "--where：{column}是数字，“{value}”不是：{why}",
                    column = title(),
                    value = value,
                    why = why
                )
            })?),
            Some(Kind::Day | Kind::PartialDay | Kind::End) => Wanted::Days(Period::parse(value, about.as_of)?),
            Some(Kind::Fixed(_) | Kind::Word(_) | Kind::Words(_) | Kind::FixedWords(_)) => {
                Wanted::Words(about.own.map(|own| words::codes(about.book, own, &[value.to_owned()])).transpose()?.unwrap_or_default())
            }
            Some(_) => Wanted::Text(folded(value).into_owned(), value.to_owned()),
            // Columns that are worked out may hold days, too.
            None if is_order && let Ok(days) = Period::parse(value, about.as_of) => Wanted::Days(days),
            None => Wanted::Text(folded(value).into_owned(), value.to_owned()),
        };
        match wanted {
            Wanted::Nothing if is_order => {
                Err(say!("--where: there is no value to compare {column} with", "--where：{column}后面没有写要比较的值", column = title()))
            }
            Wanted::Words(_) if is_order => Err(say!(
                "--where: {column} holds words, which have no order: use = or !=",
                "--where：{column}是用词，没有大小之分，请用 = 或 !=",
                column = title()
            )),
            wanted => Ok(Self { comparison, wanted }),
        }
    }

    /// Whether a cell meets it.
    pub fn holds(&self, value: &Value) -> bool {
        match self.comparison {
            Comparison::Equal => self.is(value),
            Comparison::Unequal => !self.is(value),
            Comparison::Less => self.order(value) == Some(Ordering::Less),
            Comparison::LessOrEqual => matches!(self.order(value), Some(Ordering::Less | Ordering::Equal)),
            Comparison::Greater => self.order(value) == Some(Ordering::Greater),
            Comparison::GreaterOrEqual => matches!(self.order(value), Some(Ordering::Greater | Ordering::Equal)),
        }
    }

    /// Whether a cell says what is wanted; of several things in it, whether one of them does.
    fn is(&self, value: &Value) -> bool {
        match (&self.wanted, value) {
            (Wanted::Nothing, value) => matches!(value, Value::Empty),
            (Wanted::Figure(wanted), value) => figure(value) == Some(*wanted),
            (Wanted::Days(days), Value::Day(day)) => days.has(*day),
            (Wanted::Words(wanted), Value::Word(word)) => word.code.split(';').any(|code| wanted.contains(code)),
            (Wanted::Text(wanted, _), value) => texts(value).iter().any(|text| folded(text) == *wanted),
            (Wanted::Days(_) | Wanted::Words(_), _) => false,
        }
    }

    /// How a cell stands to what is wanted; `None` where they cannot be compared.
    fn order(&self, value: &Value) -> Option<Ordering> {
        match (&self.wanted, value) {
            (Wanted::Figure(wanted), value) => figure(value).map(|figure| figure.cmp(wanted)),
            (Wanted::Days(days), Value::Day(day)) if days.has(*day) => Some(Ordering::Equal),
            (Wanted::Days(days), Value::Day(day)) => Some(day.cmp(&days.from)),
            (Wanted::Text(_, wanted), Value::Id(text) | Value::Text(text)) => Some(order::compare(text, wanted)),
            (Wanted::Text(_, wanted), Value::Refs(all)) => all.first().map(|one| order::compare(&one.id, wanted)),
            _ => None,
        }
    }
}

/// What a cell says, each thing by all its names.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Id(text) | Value::Text(text) => std::iter::once(text.as_str()).chain(text.split(';').map(str::trim)).map(str::to_owned).collect(),
        Value::Refs(all) => all.iter().flat_map(|one| [one.id.clone(), one.name.clone()]).filter(|name| !name.is_empty()).collect(),
        Value::Word(word) => {
            let all = [word.code.as_str(), &word.title.en, &word.title.zh];
            all.into_iter().chain(word.code.split(';')).chain(word.title.en.split(", ")).chain(word.title.zh.split('、')).map(str::to_owned).collect()
        }
        Value::Day(day) => vec![day.to_string()],
        Value::Empty | Value::Count(_) | Value::Amount(_) | Value::Percent(_) => Vec::new(),
    }
}
