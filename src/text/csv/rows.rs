//! The rows of a text, eight bytes at a time.

use crate::text::Span;
use crate::text::encoding::meets;

use super::{Fault, Field, Form, Row};

/// Walks over the rows of a part of a text.
pub struct Rows<'a> {
    pub(super) text: &'a str,
    /// The next row's first byte.
    pub(super) at: usize,
    pub(super) end: usize,
    /// Where bytes stand that cannot be decoded, from the next row on.
    bad: &'a [Span],
    /// What was wrong with the rows so far.
    pub faults: Vec<Fault>,
}

impl<'a> Rows<'a> {
    /// The rows in `part` of the text; `part` begins and ends at a line's beginning.
    pub fn new(text: &'a str, part: Span) -> Self {
        let end = (part.end as usize).min(text.len());
        Self { text, at: (part.start as usize).min(end), end, bad: &[], faults: Vec::new() }
    }

    /// The same of a text in which bytes cannot be decoded, by their places in rising order: what they stand in is broken.
    pub fn with_bad(mut self, bad: &'a [Span]) -> Self {
        self.bad = bad.get(bad.partition_point(|bad| bad.end as usize <= self.at)..).unwrap_or_default();
        self
    }

    /// The next row, its cells put into `fields`; blank lines are passed over.
    #[inline]
    pub fn next_row(&mut self, fields: &mut Vec<Field>) -> Option<Row> {
        let row = self.row(fields)?;
        Some(if self.bad.is_empty() { row } else { self.damaged(row, fields) })
    }

    /// Breaks the cells that bytes stand in that cannot be decoded. What seems wrong with how such a row is written may be so for that alone.
    #[cold]
    fn damaged(&mut self, mut row: Row, fields: &mut [Field]) -> Row {
        let before = self.bad.iter().take_while(|bad| bad.end <= row.span.start).count();
        self.bad = self.bad.get(before..).unwrap_or_default();
        if !meets(self.bad, row.span) {
            return row;
        }
        row.damaged = true;
        for field in fields {
            let before = self.bad.iter().take_while(|bad| bad.end <= field.span.start).count();
            self.bad = self.bad.get(before..).unwrap_or_default();
            if meets(self.bad.get(..1).unwrap_or_default(), field.span) {
                field.form = Form::Broken;
            }
        }
        self.faults.retain(|fault| fault.row != row.span.start);
        row
    }

    fn row(&mut self, fields: &mut Vec<Field>) -> Option<Row> {
        let bytes = self.bytes();
        while self.at < self.end {
            fields.clear();
            let start = self.at;
            let (mut from, mut at) = (start, start);
            let (end, next) = 'row: {
                while at < self.end {
                    let mut low = low_bytes(word(bytes, at));
                    while low != 0 {
                        let place = at + (low.trailing_zeros() / 8) as usize;
                        low &= low - 1;
                        match bytes.get(place) {
                            Some(b',') => {
                                fields.push(plain(from, place));
                                from = place + 1;
                            }
                            Some(b'\n') => break 'row (place, place + 1),
                            Some(b'\r') if bytes.get(place + 1) == Some(&b'\n') => break 'row (place, place + 2),
                            Some(b'"' | b'\r') => return Some(self.careful(start, from, fields)),
                            _ => {}
                        }
                    }
                    at += 8;
                }
                (self.end, self.end)
            };
            self.at = next;
            if end > start {
                fields.push(plain(from, end));
                return Some(Row { span: Span::new(start, end), cut: false, is_tall: false, damaged: false });
            }
        }
        None
    }

    /// The next row and one cell of it, for who wants no other; no cell where the row is too short. `room` is for cells on the way.
    pub fn next_cell(&mut self, number: usize, room: &mut Vec<Field>) -> Option<(Row, Option<Field>)> {
        let rest = self.bytes().get(self.at..)?;
        let line = memchr::memchr(b'\n', rest).and_then(|n| rest.get(..n)).unwrap_or(rest);
        if line.is_empty() || !self.bad.is_empty() || memchr::memchr2(b'"', b'\r', line).is_some() {
            let row = self.next_row(room)?;
            return Some((row, room.get(number).copied()));
        }
        let (start, end) = (self.at, self.at + line.len());
        self.at = (end + 1).min(self.end);
        let mut from = Some(start);
        for _ in 0..number {
            from = from.and_then(|from| Some(from + memchr::memchr(b',', line.get(from - start..)?)? + 1));
        }
        let cell = from.map(|from| {
            let rest = line.get(from - start..).unwrap_or_default();
            plain(from, memchr::memchr(b',', rest).map_or(end, |n| from + n))
        });
        Some((Row { span: Span::new(start, end), cut: false, is_tall: false, damaged: false }, cell))
    }

    pub(super) fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes().get(..self.end).unwrap_or_default()
    }
}

fn plain(from: usize, to: usize) -> Field {
    Field { span: Span::new(from, to), form: Form::Plain }
}

/// Eight bytes as a number, the first the lowest; behind the end stand bytes that mean nothing.
fn word(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    let word = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut word = [0xFF; 8];
        word.iter_mut().zip(rest).for_each(|(slot, byte)| *slot = *byte);
        word
    });
    u64::from_le_bytes(word)
}

/// Marks the highest bit of every byte below `-`: the comma, the quote and both line ends, and of what stands in cells only blanks and
/// brackets. No carry goes from one byte to the next, so that each mark is exact.
fn low_bytes(word: u64) -> u64 {
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    const UP_TO_HIGH: u64 = u64::from_le_bytes([0x80 - b'-'; 8]);
    !(((word & !HIGH) + UP_TO_HIGH) | word) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn low_bytes_are_marked_and_no_others() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut around = [b'x'; 8];
                around[place] = byte;
                assert_eq!(low_bytes(u64::from_le_bytes(around)) != 0, byte < b'-', "{byte}");
                let mut among = [b','; 8];
                among[place] = byte;
                let expected = if byte < b'-' { 8 } else { 7 };
                assert_eq!(low_bytes(u64::from_le_bytes(among)).count_ones(), expected, "{byte}");
            }
        }
    }
}
