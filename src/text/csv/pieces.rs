//! A text cut into pieces that several threads can read.

use crate::text::Span;

use super::Rows;

/// Cuts a part of a text into pieces of about `size` bytes, each of which begins where a reader of the whole would begin a row.
/// A cell between quotes may span lines, so every row with a quote in it is read on the way.
pub fn pieces(text: &str, part: Span, size: usize) -> Vec<Span> {
    let end = (part.end as usize).min(text.len());
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    let mut at = (part.start as usize).min(end);
    let mut begin = at;
    let (mut all, mut fields) = (Vec::with_capacity((end - at) / size.max(1) + 1), Vec::new());
    while at < end {
        let rest = bytes.get(at..).unwrap_or_default();
        let quote = if rest.len() + (at - begin) <= size { None } else { memchr::memchr(b'"', rest) };
        // Before the line with the quote each line is a row.
        let lines = quote.map_or(rest, |n| rest.get(..n).unwrap_or_default());
        let plain = if quote.is_some() { memchr::memrchr(b'\n', lines).map_or(at, |n| at + n + 1) } else { end };
        while begin + size < plain {
            let aim = at.max(begin + size);
            let line_end = bytes.get(aim.saturating_sub(1)..plain).and_then(|rest| memchr::memchr(b'\n', rest));
            let stop = line_end.map_or(plain, |n| aim + n);
            all.push(Span::new(begin, stop));
            begin = stop;
        }
        if quote.is_none() {
            break;
        }
        let mut rows = Rows::new(text, Span::new(plain, end));
        rows.next_row(&mut fields);
        at = rows.at;
    }
    if begin < end {
        all.push(Span::new(begin, end));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, size: usize) -> Vec<&str> {
        pieces(text, Span::new(0, text.len()), size).iter().map(|piece| piece.of(text)).collect()
    }

    #[test]
    fn pieces_cover_the_text_and_end_at_line_ends() {
        assert_eq!(cut("aa,b\ncc,d\nee,f\n", 4), ["aa,b\n", "cc,d\n", "ee,f\n"]);
        assert_eq!(cut("aa,b\ncc,d\nee,f", 6), ["aa,b\ncc,d\n", "ee,f"]);
        assert_eq!(cut("", 4), [""; 0]);
    }

    #[test]
    fn no_piece_begins_within_quotes() {
        assert_eq!(cut("a,\"b\n\"\n", 2), ["a,\"b\n\"\n"]);
        assert_eq!(cut("a\nb,\"c\nd\ne\"\nf\ng\n", 3), ["a\nb,\"c\nd\ne\"\n", "f\ng\n"]);
        // A quote that is left open costs its line only.
        assert_eq!(cut("a,\"b\nc\nd\n", 3), ["a,\"b\n", "c\nd\n"]);
    }
}
