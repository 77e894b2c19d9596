//! Rows with a quote or a lone carriage return in them, cell by cell.

use crate::text::Span;

use super::{Fault, Field, Form, Row, Rows, Wrong};

impl Rows<'_> {
    /// The rest of the row that begins at `start`, from a cell that begins at `at`, cell by cell.
    pub(super) fn careful(&mut self, start: usize, mut at: usize, fields: &mut Vec<Field>) -> Row {
        let row = Span::new(start, start).start;
        let mut is_tall = false;
        loop {
            if self.byte(at) == Some(b'"') {
                match self.quoted(at, row) {
                    Quoted::Closed(field, end) => {
                        is_tall |= self.bytes().get(at..end).is_some_and(|cell| memchr::memchr(b'\n', cell).is_some());
                        fields.push(field);
                        at = end;
                    }
                    Quoted::Open(line_end) => {
                        fields.push(Field { span: Span::new(at, line_end), form: Form::Broken });
                        self.at = self.after_line_end(line_end);
                        return Row { span: Span::new(start, line_end), cut: true, is_tall, damaged: false };
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
            return Row { span: Span::new(start, at), cut: false, is_tall, damaged: false };
        }
    }

    /// A cell that begins with a quote.
    fn quoted(&mut self, open: usize, row: u32) -> Quoted {
        let bytes = self.bytes();
        let mut at = open + 1;
        let mut form = Form::Quoted;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
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
        let cell = self.bytes().get(start..end).unwrap_or_default();
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
        while let Some(n) = self.bytes().get(at..).and_then(|rest| memchr::memchr3(b',', b'\n', b'\r', rest)) {
            at += n;
            if self.byte(at) == Some(b',') || self.is_line_end(at) {
                return at;
            }
            at += 1;
        }
        self.end
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes().get(at).copied()
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
