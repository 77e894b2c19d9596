//! The order of cells: figures by their size, everything else as people look for it, empty cells last.

use std::cmp::Ordering;

use crate::figures::Value;
use crate::text::order;
use crate::value::Amount;

/// What cells are sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A figure.
    Figure(Amount),
    /// Everything else.
    Text(Looked),
}

/// A text in the order in which people look for it.
#[derive(PartialEq, Eq)]
pub struct Looked(String);

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

/// Where a cell stands among others; `None`: there is nothing in it.
pub fn rank(value: &Value) -> Option<Rank> {
    let text = |text: &str| Some(Rank::Text(Looked(text.to_owned())));
    match value {
        Value::Empty => None,
        Value::Count(_) | Value::Amount(_) | Value::Percent(_) => figure(value).map(Rank::Figure),
        Value::Id(id) | Value::Text(id) => text(id),
        Value::Refs(all) => text(all.first().map_or("", |one| &one.id)),
        Value::Word(word) => text(&word.code),
        Value::Day(day) => text(&day.to_string()),
    }
}

/// The figure that stands in a cell.
pub(super) fn figure(value: &Value) -> Option<Amount> {
    match value {
        Value::Count(n) => Some(Amount::from_ten_thousandths(i64::try_from(*n).unwrap_or(i64::MAX).saturating_mul(10_000))),
        Value::Amount(amount) | Value::Percent(amount) => Some(*amount),
        _ => None,
    }
}

/// Sorts rows by what a cell of each has in it, the greatest first where `is_down`; empty cells come last either way, and what is equal
/// stays as it was.
pub fn by_rank<R>(rows: &mut Vec<R>, is_down: bool, rank: impl Fn(&R) -> Option<Rank>) {
    let mut ranked: Vec<(Option<Rank>, R)> = rows.drain(..).map(|row| (rank(&row), row)).collect();
    ranked.sort_by(|(a, _), (b, _)| match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) if is_down => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
    });
    rows.extend(ranked.into_iter().map(|(_, row)| row));
}
