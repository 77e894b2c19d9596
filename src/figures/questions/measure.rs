//! The figures of a question: what is worked out of the items of one group.

use std::collections::HashSet;
use std::hash::Hash;

use crate::figures::{Column, Value};
use crate::say::T;
use crate::value::Amount;

/// A figure.
pub(super) struct Measure<I> {
    /// What machines call it.
    pub key: &'static str,
    /// Its heading.
    pub title: T,
    /// What the overview calls it, for machines and for people; `None`: it does not have it.
    pub overview: Option<(&'static str, T)>,
    /// Its value for a group.
    pub value: fn(&[&I]) -> Value,
}

impl<I> Measure<I> {
    /// A figure.
    pub fn new(key: &'static str, title: T, value: fn(&[&I]) -> Value) -> Self {
        Self { key, title, overview: None, value }
    }

    /// The overview has it, too, under a name that says of what it is.
    pub fn in_overview(self, key: &'static str, title: T) -> Self {
        Self { overview: Some((key, title)), ..self }
    }

    /// Its column.
    pub fn column(&self) -> Column {
        Column::figure(self.key, self.title)
    }
}

/// How many.
pub(super) fn count(n: usize) -> Value {
    Value::Count(n as u64)
}

/// How many different ones.
pub(super) fn distinct<T: Hash + Eq>(all: impl Iterator<Item = T>) -> Value {
    count(all.collect::<HashSet<T>>().len())
}

/// The day count in the middle, sorted by length; of an even number the mean of the two in the middle, which is whole or a half.
pub(super) fn median(days: impl Iterator<Item = i64>) -> Value {
    let mut days: Vec<i64> = days.collect();
    days.sort_unstable();
    let half = days.len() / 2;
    let (before, after) = if days.len().is_multiple_of(2) { (half.checked_sub(1), half) } else { (Some(half), half) };
    match (before.and_then(|n| days.get(n)), days.get(after)) {
        (Some(a), Some(b)) => Value::Amount(Amount::from_ten_thousandths((a + b) * 5000)),
        _ => Value::Empty,
    }
}

/// The longest of some numbers of days.
pub(super) fn longest(days: impl Iterator<Item = i64>) -> Value {
    days.max().and_then(|days| u64::try_from(days).ok()).map_or(Value::Empty, Value::Count)
}

/// The mean of ratings, with at most two digits after the point, half a hundredth up.
pub(super) fn mean(ratings: impl Iterator<Item = u8>) -> Value {
    let (mut sum, mut n) = (0i64, 0i64);
    for rating in ratings {
        sum += i64::from(rating);
        n += 1;
    }
    if n == 0 {
        return Value::Empty;
    }
    Value::Amount(Amount::from_ten_thousandths((sum * 200 + n) / (n * 2) * 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Value {
        Value::Amount(Amount::parse(text).unwrap())
    }

    #[test]
    fn a_median_is_in_the_middle() {
        assert_eq!(median([].into_iter()), Value::Empty);
        assert_eq!(median([7].into_iter()), amount("7"));
        assert_eq!(median([9, 1].into_iter()), amount("5"));
        assert_eq!(median([9, 1, 4].into_iter()), amount("4"));
        assert_eq!(median([9, 1, 4, 5].into_iter()), amount("4.5"));
        assert_eq!(median([0, 0, 1, 40].into_iter()), amount("0.5"));
    }

    #[test]
    fn a_mean_has_two_digits() {
        assert_eq!(mean([].into_iter()), Value::Empty);
        assert_eq!(mean([5, 4].into_iter()), amount("4.5"));
        assert_eq!(mean([5, 5, 4].into_iter()), amount("4.67"));
        assert_eq!(mean([1, 1, 2].into_iter()), amount("1.33"));
        assert_eq!(mean([1, 1, 1, 1, 1, 1, 1, 2].into_iter()), amount("1.13"), "1.125");
    }
}
