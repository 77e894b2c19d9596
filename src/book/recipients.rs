//! Whom pairings reach: what every figure of households asks, so that nobody is counted twice who is helped twice.
//!
//! A recipient given as a code (`s1`) is the same household or point in each pairing; a description ("4 service points") says nothing of
//! another row. How many households a code stands for is the largest number that a pairing gives for it.

use std::collections::HashMap;

use crate::tables::pairings::Pairing;
use crate::value::{Day, Row};

use super::{Book, Forest};

/// Whom each pairing reaches: a recipient is known by the first row that names it.
pub struct Recipients {
    firsts: Vec<Row<Pairing>>,
}

/// Whether a recipient is given as a code: an ASCII letter, then letters, digits, `-` and `_`, a digit last.
fn is_code(text: &str) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let bytes = text.as_bytes();
    bytes.iter().all(is_plain) && bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.last().is_some_and(u8::is_ascii_digit)
}

impl Recipients {
    /// Those of a book.
    pub fn of(book: &Book) -> Self {
        let mut codes: HashMap<&str, Row<Pairing>> = HashMap::new();
        let first = |(row, pairing): (Row<Pairing>, Pairing)| {
            let text = pairing.recipient.get().map(|text| book.pairings.text(text).trim());
            text.filter(|text| is_code(text)).map_or(row, |code| *codes.entry(code).or_insert(row))
        };
        Self { firsts: book.pairings.iter().map(first).collect() }
    }

    /// Whom a pairing reaches.
    pub fn get(&self, row: Row<Pairing>) -> Row<Pairing> {
        self.firsts.get(row.index()).copied().unwrap_or(row)
    }

    /// The first day on which each was raised, in any of its pairings: it is raised once.
    pub fn raised(&self, book: &Book) -> HashMap<Row<Pairing>, Day> {
        let mut first = HashMap::new();
        for (row, pairing) in book.pairings.iter() {
            if let Some(day) = pairing.raised.get() {
                first.entry(self.get(row)).and_modify(|first| *first = day.min(*first)).or_insert(day);
            }
        }
        first
    }
}

/// How many households some pairings reach, given whom and how many each: each recipient once, with the largest number.
pub fn households(reached: impl Iterator<Item = (Row<Pairing>, u64)>) -> u64 {
    let mut largest = HashMap::new();
    for (recipient, households) in reached {
        let most = largest.entry(recipient).or_default();
        *most = households.max(*most);
    }
    largest.into_values().sum()
}

/// The same for each row of a forest and all below it, given the row that each pairing stands at: a point lies in a place, say.
pub fn households_below(forest: &Forest, reached: impl Iterator<Item = (u32, Row<Pairing>, u64)>) -> Vec<u64> {
    let mut sums = vec![0; forest.len()];
    forest.distinct_below(reached.map(|(row, recipient, households)| (row, recipient.number, households)), |row, below| {
        if let Some(slot) = sums.get_mut(row as usize) {
            *slot = below.sum;
        }
    });
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_from_a_description() {
        assert!(["s1", "S-12", "family_7", "R2", "a-b-0"].into_iter().all(is_code));
        assert!(
            ["", "s", "1", "12", "4 组服务点", "组1", "s 1", "Building 3", "s1a", "-s1", "s1-", "３s1", "s１"].into_iter().all(|text| !is_code(text))
        );
    }

    #[test]
    fn a_recipient_counts_once_with_its_largest_number() {
        let all = || [(0, 2), (0, 5), (2, 5), (3, 5)].map(|(recipient, n)| (Row::new(recipient), n)).into_iter();
        assert_eq!(households(all()), 15);
        let chain = Forest::of([None, Some(0), Some(0)].into_iter());
        let points = all().zip([1, 2, 2, 0]).map(|((recipient, n), row)| (row, recipient, n));
        assert_eq!(households_below(&chain, points), [15, 2, 10]);
    }
}
