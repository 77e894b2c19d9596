//! The order of a list by one of its columns.

use std::cmp::Ordering;

use crate::figures::Value;
use crate::text::order;
use crate::value::{Amount, Row};

use super::Thing;
use super::columns::Extra;

/// Sorts by a column; empty cells come last either way.
pub fn sort_by<R: Thing>(rows: &mut Vec<(Row<R>, R)>, extra: &Extra<'_, R>, is_down: bool) {
    let mut ranked: Vec<(Option<Rank>, _)> = rows.drain(..).map(|(row, record)| (rank(&(extra.value)(row, &record)), (row, record))).collect();
    ranked.sort_by(|(a, _), (b, _)| match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) if is_down => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
    });
    rows.extend(ranked.into_iter().map(|(_, row)| row));
}

/// What cells are sorted by: figures as figures, everything else as people look for it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Figure(Amount),
    Text(Looked),
}

/// A text in the order in which people look for it.
#[derive(PartialEq, Eq)]
struct Looked(String);

impl PartialOrd for Looked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Looked {
    fn cmp(&self, other: &Self) -> Ordering {
        order::compare(&self.0, &other.0)
    }
}

fn rank(value: &Value) -> Option<Rank> {
    let text = |text: &str| Some(Rank::Text(Looked(text.to_owned())));
    match value {
        Value::Empty => None,
        Value::Count(n) => Some(Rank::Figure(Amount::from_ten_thousandths(i64::try_from(*n).unwrap_or(i64::MAX).saturating_mul(10_000)))),
        Value::Amount(amount) | Value::Percent(amount) => Some(Rank::Figure(*amount)),
        Value::Id(id) | Value::Text(id) => text(id),
        Value::Refs(all) => text(all.first().map_or("", |one| &one.id)),
        Value::Word(word) => text(&word.code),
        Value::Day(day) => text(&day.to_string()),
    }
}
