//! The one reader of CSV: text to located cells, without loss, faults as data.
//!
//! RFC 4180 with LF or CRLF and any number of blank lines between rows. It never gives up: what is wrong with one cell
//! or row is a [`Fault`], and reading goes on at the next cell or line. On well-formed input it reads what the `csv`
//! crate reads (a property in `tests/properties.rs`).

mod careful;
mod pieces;
mod rows;

use std::borrow::Cow;

use super::{Span, is_blank};

pub use pieces::pieces;
pub use rows::Rows;

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
    #[inline]
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

    /// Whether the cell says nothing; what a broken one says nobody knows.
    pub fn is_blank(&self, text: &str) -> bool {
        // A quote inside is something, and is not to be written anew to see that.
        self.form != Form::Doubled && (self.span.start == self.span.end || self.value(text).is_some_and(|value| is_blank(&value)))
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
    /// So many lines of rows stand inside a cell between quotes: two quotes that do not belong together.
    Swallowed(usize),
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
    /// Bytes in it cannot be decoded: the cells that they stand in are broken, and no fault is told of the row.
    pub damaged: bool,
    /// A cell between quotes goes over several lines.
    pub is_tall: bool,
}

/// The byte after a byte-order mark, if the text begins with one.
pub fn after_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
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
}
