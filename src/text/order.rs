//! The order in which people look for ids and names: numbers by their value, Latin letters without case and accents, Chinese by the bytes of
//! GB2312, which is the order of pinyin for nearly all names.

use std::cmp::Ordering;

use encoding_rs::GBK;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Compares two texts as people look for them. Equal are only those that are written alike.
pub fn compare(a: &str, b: &str) -> Ordering {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    // What is the same need not be looked at again, but for a number that goes on.
    let is_plain = |c: &u8| c.is_ascii() && !c.is_ascii_digit();
    let from = a.as_bytes().get(..same).and_then(|head| head.iter().rposition(is_plain)).map_or(0, |at| at + 1);
    let rest = |text: &'_ str| -> Pieces { Pieces::of(text.get(from..).unwrap_or(text)) };
    rest(a).cmp(rest(b)).then_with(|| a.cmp(b))
}

/// What a text is compared by, piece by piece.
struct Pieces {
    pieces: std::vec::IntoIter<u32>,
}

/// Signs come first, then numbers, Latin letters, Chinese characters of GB2312, and all others.
const NUMBER: u32 = 1 << 24;
const LETTER: u32 = 2 << 24;
const CHINESE: u32 = 3 << 24;
const OTHER: u32 = 4 << 24;

impl Pieces {
    fn of(text: &str) -> Self {
        let mut pieces = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_digit() {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let (digits, after) = rest.split_at(end);
                let digits = digits.trim_start_matches('0');
                pieces.push(NUMBER + u32::try_from(digits.len()).unwrap_or(u32::MAX - NUMBER));
                pieces.extend(digits.bytes().map(u32::from));
                rest = after;
            } else {
                push(c, &mut pieces);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
        Self { pieces: pieces.into_iter() }
    }
}

impl Iterator for Pieces {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.pieces.next()
    }
}

/// A character that is no digit.
fn push(c: char, pieces: &mut Vec<u32>) {
    if c.is_ascii() {
        pieces.push(if c.is_ascii_alphabetic() { LETTER + u32::from(c.to_ascii_lowercase()) } else { u32::from(c) });
    } else if let Some(place) = in_gb2312(c) {
        pieces.push(CHINESE + place);
    } else {
        decompose_compatible(c, |part| {
            if !is_combining_mark(part) {
                let of = |c: char| {
                    if c.is_alphabetic() && c < '\u{250}' {
                        LETTER
                    } else if c.is_ascii() {
                        0
                    } else {
                        OTHER
                    }
                };
                part.to_lowercase().for_each(|c| pieces.push(of(c) + u32::from(c)));
            }
        });
    }
}

/// Where a Chinese character stands in GB2312; `None` where it does not.
fn in_gb2312(c: char) -> Option<u32> {
    let mut bytes = [0; 4];
    let (encoded, _, failed) = GBK.encode(c.encode_utf8(&mut bytes));
    match *encoded {
        [first @ 0xb0..=0xf7, second @ 0xa1..=0xfe] if !failed => Some(u32::from(first) << 8 | u32::from(second)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_in_the_order_in_which_they_are_looked_for() {
        for sorted in [
            &["", "p9", "p010", "p10", "p10a", "p100"][..],
            &["alice", "Bob", "bob", "Émile", "eve", "Zoë"],
            &["2-9", "2-10", "10-1"],
            &["a-b", "a1", "ab", "陈静"],
            &["阿明", "陈静", "丁一", "李强", "王芳", "赵六"],
            &["3号楼", "12号楼", "东门3号", "东门12号", "镕基"],
            &["v99999999999999999999", "v100000000000000000000"],
        ] {
            let mut shuffled: Vec<&str> = sorted.iter().rev().copied().collect();
            shuffled.sort_by(|a, b| compare(a, b));
            assert_eq!(shuffled, sorted);
        }
    }
}
