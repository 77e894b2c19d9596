//! The one reader of CSV: text to located cells, without loss, faults as data.
//!
//! RFC 4180 with LF or CRLF and any number of blank lines between rows. It never gives up: what is wrong with one cell
//! or row is a [`Fault`], and reading goes on at the next cell or line. On well-formed input it reads what the `csv`
//! crate reads (a property in `tests/properties.rs`).

use std::borrow::Cow;

use super::Span;

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Plain,
    /// Between quotes, none inside.
    Quoted,
    /// Between quotes, with doubled quotes inside.
    Doubled,
    /// Not as RFC 4180 has it; a fault tells why.
    Broken,
}

/// One cell: where it stands and how it is written.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its bytes, the quotes included.
    pub span: Span,
    /// How it is written.
    pub form: Form,
}

impl Field {
    /// What the cell says, without quotes; `None` where it is broken.
    pub fn value<'a>(&self, text: &'a str) -> Option<Cow<'a, str>> {
        let raw = self.span.of(text);
        let inside = || raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        match self.form {
            Form::Plain => Some(Cow::Borrowed(raw)),
            Form::Quoted => Some(Cow::Borrowed(inside())),
            Form::Doubled => Some(Cow::Owned(inside().replace("\"\"", "\""))),
            Form::Broken => None,
        }
    }
}

/// What is wrong with the way a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A cell begins with a quote that is never closed.
    OpenQuote,
    /// Something other than a comma or line end follows a closing quote.
    TextAfterQuote,
    /// A quote in a cell that does not begin with one.
    QuoteInside,
    /// A carriage return that no line feed follows.
    LoneReturn,
}

/// A cell that is not written as RFC 4180 has it.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The bytes to point at.
    pub span: Span,
    /// The row's first byte.
    pub row: u32,
    /// What is wrong.
    pub wrong: Wrong,
}

/// Where a row lies and whether all of its cells could be told apart.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// From its first byte up to its line end.
    pub span: Span,
    /// The cells after the last one given are lost (a quote is left open).
    pub cut: bool,
}

/// Walks over the rows of a part of a text.
pub struct Rows<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// What was wrong with the rows so far.
    pub faults: Vec<Fault>,
}

impl<'a> Rows<'a> {
    /// The rows in `part` of the text; `part` begins and ends at a line's beginning.
    pub fn new(text: &'a str, part: Span) -> Self {
        let end = (part.end as usize).min(text.len());
        Self { text, at: (part.start as usize).min(end), end, faults: Vec::new() }
    }

    /// The next row, its cells put into `fields`; blank lines are passed over.
    pub fn next_row(&mut self, fields: &mut Vec<Field>) -> Option<Row> {
        let bytes = self.text.as_bytes();
        loop {
            fields.clear();
            let rest = bytes.get(self.at..self.end)?;
            if rest.is_empty() {
                return None;
            }
            let start = self.at;
            let (line, next) = match memchr::memchr(b'\n', rest) {
                Some(n) => (rest.get(..n)?, start + n + 1),
                None => (rest, self.end),
            };
            let line = match line.split_last() {
                Some((b'\r', before)) if next > start + line.len() => before,
                _ => line,
            };
            if line.is_empty() {
                self.at = next;
                continue;
            }
            if split_plain(line, start, fields) {
                self.at = next;
                return Some(Row { span: Span::new(start, start + line.len()), cut: false });
            }
            fields.clear();
            return Some(self.careful(start, fields));
        }
    }

    /// A row with a quote or a carriage return in it, cell by cell.
    fn careful(&mut self, start: usize, fields: &mut Vec<Field>) -> Row {
        let row = Span::new(start, start).start;
        let mut at = start;
        loop {
            if self.byte(at) == Some(b'"') {
                match self.quoted(at, row) {
                    Quoted::Closed(field, end) => {
                        fields.push(field);
                        at = end;
                    }
                    Quoted::Open(line_end) => {
                        fields.push(Field { span: Span::new(at, line_end), form: Form::Broken });
                        self.at = self.after_line_end(line_end);
                        return Row { span: Span::new(start, line_end), cut: true };
                    }
                }
            } else {
                let (field, end) = self.plain(at, row);
                fields.push(field);
                at = end;
            }
            if self.byte(at) == Some(b',') {
                at += 1;
                continue;
            }
            self.at = self.after_line_end(at);
            return Row { span: Span::new(start, at), cut: false };
        }
    }

    /// A cell that begins with a quote.
    fn quoted(&mut self, open: usize, row: u32) -> Quoted {
        let bytes = self.text.as_bytes();
        let mut at = open + 1;
        let mut form = Form::Quoted;
        loop {
            let rest = bytes.get(at..self.end).unwrap_or_default();
            let Some(n) = memchr::memchr(b'"', rest) else {
                return self.open_quote(open, row);
            };
            let close = at + n;
            match self.byte(close + 1) {
                Some(b'"') => {
                    form = Form::Doubled;
                    at = close + 2;
                }
                None | Some(b',' | b'\n') => {
                    return Quoted::Closed(Field { span: Span::new(open, close + 1), form }, close + 1);
                }
                Some(b'\r') if self.is_line_end(close + 1) => {
                    return Quoted::Closed(Field { span: Span::new(open, close + 1), form }, close + 1);
                }
                // The quote that seems to close a cell lines further down opens another one: the first is the one left open.
                Some(_) if bytes.get(open..close).is_some_and(|inside| inside.contains(&b'\n')) => {
                    return self.open_quote(open, row);
                }
                Some(_) => {
                    let end = self.cell_end(close + 1);
                    self.faults.push(Fault { span: Span::new(close + 1, end), row, wrong: Wrong::TextAfterQuote });
                    return Quoted::Closed(Field { span: Span::new(open, end), form: Form::Broken }, end);
                }
            }
        }
    }

    fn open_quote(&mut self, open: usize, row: u32) -> Quoted {
        let mut line_end = open;
        while self.byte(line_end).is_some() && !self.is_line_end(line_end) {
            line_end += 1;
        }
        self.faults.push(Fault { span: Span::new(open, line_end), row, wrong: Wrong::OpenQuote });
        Quoted::Open(line_end)
    }

    /// A cell that does not begin with a quote.
    fn plain(&mut self, start: usize, row: u32) -> (Field, usize) {
        let end = self.cell_end(start);
        let cell = self.text.as_bytes().get(start..end).unwrap_or_default();
        let wrong = cell.iter().enumerate().find_map(|(n, byte)| match byte {
            b'"' => Some((n, Wrong::QuoteInside)),
            b'\r' => Some((n, Wrong::LoneReturn)),
            _ => None,
        });
        let form = match wrong {
            Some((n, wrong)) => {
                self.faults.push(Fault { span: Span::new(start + n, start + n + 1), row, wrong });
                Form::Broken
            }
            None => Form::Plain,
        };
        (Field { span: Span::new(start, end), form }, end)
    }

    /// The comma or line end at or after a place.
    fn cell_end(&self, mut at: usize) -> usize {
        while let Some(byte) = self.byte(at) {
            if byte == b',' || self.is_line_end(at) {
                break;
            }
            at += 1;
        }
        at
    }

    fn byte(&self, at: usize) -> Option<u8> {
        if at < self.end { self.text.as_bytes().get(at).copied() } else { None }
    }

    fn is_line_end(&self, at: usize) -> bool {
        match self.byte(at) {
            Some(b'\n') => true,
            Some(b'\r') => self.byte(at + 1) == Some(b'\n'),
            _ => false,
        }
    }

    fn after_line_end(&self, at: usize) -> usize {
        match self.byte(at) {
            Some(b'\r') => at + 2,
            Some(_) => at + 1,
            None => at,
        }
    }
}

enum Quoted {
    /// The cell, and the byte after it.
    Closed(Field, usize),
    /// The end of the line where it was opened.
    Open(usize),
}

/// Splits a line at its commas; `false` if it has a quote or a carriage return and wants a careful look.
fn split_plain(line: &[u8], start: usize, fields: &mut Vec<Field>) -> bool {
    let mut from = start;
    for (n, byte) in line.iter().enumerate() {
        match byte {
            b',' => {
                fields.push(Field { span: Span::new(from, start + n), form: Form::Plain });
                from = start + n + 1;
            }
            b'"' | b'\r' => return false,
            _ => {}
        }
    }
    fields.push(Field { span: Span::new(from, start + line.len()), form: Form::Plain });
    true
}

/// The byte after a byte-order mark, if the text begins with one.
pub fn after_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Cuts a part of a text into pieces of about `size` bytes that begin and end at a line's beginning,
/// so that several threads can read one file. A part with a quote in it stays whole: a quoted cell may span lines.
pub fn pieces(text: &str, part: Span, size: usize) -> Vec<Span> {
    let bytes = text.as_bytes();
    let end = (part.end as usize).min(bytes.len());
    let mut at = (part.start as usize).min(end);
    let body = bytes.get(at..end).unwrap_or_default();
    if body.len() <= size || memchr::memchr(b'"', body).is_some() {
        return vec![Span::new(at, end)];
    }
    let mut all = Vec::with_capacity(body.len() / size.max(1) + 1);
    while at < end {
        let stop = (at + size).min(end);
        let stop = bytes.get(stop..end).and_then(|rest| memchr::memchr(b'\n', rest)).map_or(end, |n| stop + n + 1);
        all.push(Span::new(at, stop));
        at = stop;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Vec<Option<String>>>, Vec<Wrong>) {
        let mut rows = Rows::new(text, Span::new(0, text.len()));
        let (mut all, mut fields) = (Vec::new(), Vec::new());
        while rows.next_row(&mut fields).is_some() {
            all.push(fields.iter().map(|f| f.value(text).map(Cow::into_owned)).collect());
        }
        (all, rows.faults.iter().map(|f| f.wrong).collect())
    }

    fn cells(words: &[&str]) -> Vec<Option<String>> {
        words.iter().map(|w| (*w != "?").then(|| (*w).to_owned())).collect()
    }

    #[test]
    fn quotes_line_ends_and_blank_lines() {
        let (rows, faults) = read("a,b\r\n\n\"x, \"\"y\"\"\nz\",2\r\n,\n");
        assert_eq!(rows, [cells(&["a", "b"]), cells(&["x, \"y\"\nz", "2"]), cells(&["", ""])]);
        assert!(faults.is_empty());
    }

    #[test]
    fn a_quote_left_open_costs_one_row_only() {
        let (rows, faults) = read("a,\"b,c\nd,e\nf,\"g\"\n");
        assert_eq!(rows, [cells(&["a", "?"]), cells(&["d", "e"]), cells(&["f", "g"])]);
        assert_eq!(faults, [Wrong::OpenQuote]);
    }

    #[test]
    fn what_is_wrong_is_told_and_the_rest_is_read() {
        let (rows, faults) = read("\"x\"y,b\na\"b,c\nd\re,f\n");
        assert_eq!(rows, [cells(&["?", "b"]), cells(&["?", "c"]), cells(&["?", "f"])]);
        assert_eq!(faults, [Wrong::TextAfterQuote, Wrong::QuoteInside, Wrong::LoneReturn]);
    }

    #[test]
    fn pieces_cover_the_text_and_end_at_line_ends() {
        let text = "aa,b\ncc,d\nee,f\n";
        let cut = pieces(text, Span::new(0, text.len()), 4);
        assert_eq!(cut, [Span::new(0, 5), Span::new(5, 10), Span::new(10, 15)]);
        assert_eq!(pieces("a,\"b\n\"\n", Span::new(0, 7), 2).len(), 1);
    }
}
