//! Bytes that are no UTF-8: the text without them, each in its place, so that every other byte is where it was.

use std::fmt::Write;

use crate::text::Span;
use crate::text::width::visible;

/// A text with bytes that could not be decoded.
pub struct Damage {
    /// The text, with `STAND_IN` for each such byte: as long as the bytes.
    pub text: String,
    /// Where such bytes stand, in rising order.
    pub bad: Vec<Span>,
}

/// What stands for a byte that cannot be decoded: a letter that neither CSV nor TOML parts cells or values by. Nobody reads it: what it
/// stands in is broken.
const STAND_IN: char = '_';

/// Takes the bytes that are no UTF-8 out of a text.
pub fn damage(bytes: &[u8]) -> Damage {
    let mut damage = Damage { text: String::with_capacity(bytes.len()), bad: Vec::new() };
    for chunk in bytes.utf8_chunks() {
        damage.text.push_str(chunk.valid());
        let (start, bad) = (damage.text.len(), chunk.invalid().len());
        if bad == 0 {
            continue;
        }
        damage.text.extend(std::iter::repeat_n(STAND_IN, bad));
        let span = Span::new(start, start + bad);
        match damage.bad.last_mut().filter(|last| last.end == span.start) {
            Some(last) => last.end = span.end,
            None => damage.bad.push(span),
        }
    }
    damage
}

/// Whether bytes that cannot be decoded stand in a part of a text. An empty part is met by what stands at its place.
pub fn meets(bad: &[Span], part: Span) -> bool {
    let next = bad.partition_point(|bad| bad.end <= part.start);
    bad.get(next).is_some_and(|bad| bad.start < part.end.max(part.start.saturating_add(1)))
}

/// A part of a text, beginning at a byte of it, as it can be shown: each byte that cannot be decoded as `\xNN`. `bytes` are those of the file.
pub fn readable(part: &str, from: usize, bad: &[Span], bytes: &[u8]) -> String {
    let (mut shown, mut at) = (String::with_capacity(part.len()), 0);
    let first = bad.partition_point(|bad| bad.end as usize <= from);
    for bad in bad.get(first..).unwrap_or_default().iter().take_while(|bad| (bad.start as usize) < from + part.len()) {
        let (start, end) = ((bad.start as usize).saturating_sub(from), (bad.end as usize - from).min(part.len()));
        shown.push_str(&visible(part.get(at..start).unwrap_or_default()));
        for (n, byte) in bytes.get(from + start..from + end).unwrap_or_default().iter().enumerate() {
            // Where a file breaks off its last letter cannot be trusted, and can be shown.
            match part.get(start + n..start + n + 1).filter(|shown| shown.as_bytes() == [*byte]) {
                Some(letter) => shown.push_str(letter),
                None => hexadecimal(&mut shown, &[*byte]),
            }
        }
        at = end;
    }
    shown.push_str(&visible(part.get(at..).unwrap_or_default()));
    shown
}

/// Bytes as `\xNN\xNN`.
pub fn hexadecimal(shown: &mut String, bytes: &[u8]) {
    for byte in bytes {
        // Writing to a text cannot fail.
        let _ = write!(shown, "\\x{byte:02X}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_other_byte_stays_where_it_was() {
        let bytes = b"v1,\xcd\xf5\xb7\xbc,\xe7\x8e\x8b\xe7\x8e\n";
        let damage = damage(bytes);
        assert_eq!(damage.text, "v1,____,王__\n");
        assert_eq!(damage.text.len(), bytes.len());
        assert_eq!(damage.bad, [Span::new(3, 7), Span::new(11, 13)]);
        assert_eq!(readable(&damage.text[1..12], 1, &damage.bad, bytes), "1,\\xCD\\xF5\\xB7\\xBC,王\\xE7");
        assert_eq!(readable("v1,202", 0, &[Span::new(5, 7)], b"v1,202\0"), "v1,202");
        let met = |from, to| meets(&damage.bad, Span::new(from, to));
        assert!(met(0, 4) && met(6, 8) && met(3, 3) && !met(0, 3) && !met(7, 11) && !met(7, 7) && !met(13, 14));
    }
}
