//! Sheets made of the rows of a table: its own columns, and others worked out for each row.

use crate::figures::{Column, Scope, Sheet, Value};
use crate::say;
use crate::say::Text;
use crate::tables::{Record, Table};
use crate::text::nearest::nearest;
use crate::value::{Amount, Row};

use super::Asking;

/// A column that is worked out for each row.
pub struct Extra<'a, R> {
    /// Its column.
    pub column: Column,
    /// Its value.
    pub value: Box<dyn Fn(Row<R>) -> Value + 'a>,
}

impl<'a, R> Extra<'a, R> {
    /// A column of figures.
    pub fn figure(key: &str, title: impl Into<Text>, value: impl Fn(Row<R>) -> Value + 'a) -> Self {
        Self { column: Column::figure(key, title), value: Box::new(value) }
    }

    /// A column of words, names or ids.
    pub fn words(key: &str, title: impl Into<Text>, value: impl Fn(Row<R>) -> Value + 'a) -> Self {
        Self { column: Column::words(key, title), value: Box::new(value) }
    }
}

/// A list with every column it could have.
pub struct Made {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
}

/// The rows of a table that are kept, with its own columns and others.
pub fn listed<R: Record>(asking: &Asking<'_>, table: &Table<R>, keep: impl Fn(Row<R>, &R) -> bool, extras: &[Extra<'_, R>]) -> Made {
    let mut columns = own_columns::<R>();
    columns.extend(extras.iter().map(|extra| extra.column.clone()));
    let rows = table
        .iter()
        .filter(|(row, record)| keep(*row, record))
        .map(|(row, _)| {
            let mut cells = asking.book.show(table, row);
            cells.extend(extras.iter().map(|extra| (extra.value)(row)));
            cells
        })
        .collect();
    Made { columns, rows }
}

fn own_columns<R: Record>() -> Vec<Column> {
    let is_figure = |kind| matches!(kind, crate::value::Kind::Amount | crate::value::Kind::Count | crate::value::Kind::Rating);
    let columns = R::DESCRIPTION.columns.iter();
    columns.map(|column| Column { key: column.code.to_owned(), title: column.title.into(), is_figure: is_figure(column.kind) }).collect()
}

/// The facts of one row: the cells that have something in them, and what is worked out.
pub fn facts<R: Record>(asking: &Asking<'_>, table: &Table<R>, row: Row<R>, extras: &[Extra<'_, R>], title: Text) -> Sheet {
    let Made { columns, mut rows } = listed(asking, table, |this, _| this == row, extras);
    let cells = rows.pop().unwrap_or_default();
    let (columns, total) = columns.into_iter().zip(cells).filter(|(_, value)| *value != Value::Empty).unzip();
    Sheet::facts("facts", title, scope(asking), columns, total)
}

/// What a list rests on.
pub fn scope(asking: &Asking<'_>) -> Scope {
    Scope::of(asking.book, asking.ask, asking.period, asking.filters.given.clone())
}

impl Made {
    /// Keeps the columns asked for, in that order, and sorts the rows.
    ///
    /// # Errors
    /// Names a column that there is not, and what may have been meant.
    pub fn sheet(mut self, title: Text, scope: Scope, columns: &[String], sort: Option<&str>) -> Result<Sheet, Text> {
        let find = |key: &str| {
            self.columns.iter().position(|column| column.key == key).ok_or_else(|| {
                let all: Vec<&str> = self.columns.iter().map(|column| column.key.as_str()).collect();
                match nearest(key, all.iter().copied(), 1).first() {
                    Some(near) => say!("there is no column '{key}'; did you mean {near}?", "没有列“{key}”；是不是 {near}？", key = key, near = near),
                    None => say!("there is no column '{key}', but: {all}", "没有列“{key}”，可用：{all}", key = key, all = all.join(", ")),
                }
            })
        };
        if let Some(key) = sort {
            let (key, is_down) = key.strip_prefix('-').map_or((key, false), |key| (key, true));
            let n = find(key)?;
            let at = |row: &Vec<Value>| row.get(n).map(rank).unwrap_or_default();
            self.rows.sort_by(|a, b| if is_down { at(b).cmp(&at(a)) } else { at(a).cmp(&at(b)) });
        }
        let chosen = columns.iter().map(|key| find(key)).collect::<Result<Vec<_>, _>>()?;
        let rows = self.rows.into_iter().map(|row| chosen.iter().map(|n| row.get(*n).cloned().unwrap_or(Value::Empty)).collect()).collect();
        let columns = chosen.iter().filter_map(|n| self.columns.get(*n).cloned()).collect();
        Ok(Sheet::list("rows", title, scope, columns, rows))
    }
}

/// What rows are sorted by: figures as figures, everything else by its letters; nothing comes first.
fn rank(value: &Value) -> (u8, Amount, String) {
    match value {
        Value::Empty => (0, Amount::ZERO, String::new()),
        Value::Count(n) => (1, Amount::from_ten_thousandths(i64::try_from(*n).unwrap_or(i64::MAX).saturating_mul(10_000)), String::new()),
        Value::Amount(amount) | Value::Percent(amount) => (1, *amount, String::new()),
        Value::Id(text) | Value::Text(text) => (2, Amount::ZERO, text.clone()),
        Value::Word(word) => (2, Amount::ZERO, word.code.clone()),
        Value::Day(day) => (2, Amount::ZERO, day.to_string()),
    }
}

/// The rows of a table that belong to what is shown, under some of its columns; nothing where there are none.
pub fn related<R: Record>(asking: &Asking<'_>, table: &Table<R>, key: &'static str, columns: &[&str], keep: impl Fn(&R) -> bool) -> Option<Sheet> {
    let made = listed(asking, table, |_, record| keep(record), &[]);
    if made.rows.is_empty() {
        return None;
    }
    let columns: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
    let sheet = made.sheet(R::DESCRIPTION.title.into(), scope(asking), &columns, None).ok()?;
    Some(Sheet { key, ..sheet })
}
