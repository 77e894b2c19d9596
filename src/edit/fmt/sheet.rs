//! A CSV file written canonically: columns as the table is described, rows by their keys, no quote too many.
//!
//! The file has been read before, and nothing in it is lost: every row has a cell under each header.

use std::borrow::Cow;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::tables::{Column, Description, Header};
use crate::text::csv::{Field, Rows, after_mark, pieces};
use crate::text::{Span, written};
use crate::value::Pen;

use super::hand::{self, Hand};

/// How much of a file one thread writes at a time, in bytes.
const PIECE: usize = 4 << 20;

/// The text of a file, written canonically. A byte-order mark is kept.
pub fn write(text: &str, table: &'static Description, header: &Header, hand: &Hand<'_>) -> String {
    let mark = after_mark(text);
    let mut fields = Vec::new();
    let mut rows = Rows::new(text, Span::new(mark, text.len()));
    let Some(first) = rows.next_row(&mut fields) else { return text.to_owned() };
    let order = Order::of(table, header, fields.len());
    let mut written = String::with_capacity(text.len());
    written.push_str(text.get(..mark).unwrap_or_default());
    let names: Vec<Cow<'_, str>> = fields.iter().map(|field| field.value(text).unwrap_or_default()).collect();
    let pen = &hand.pen(table, names.iter().map(AsRef::as_ref));
    let heads: Vec<Cow<'_, str>> = order
        .0
        .iter()
        .map(|(position, column)| {
            let name = names.get(*position).map_or("", AsRef::as_ref);
            column.map_or(Cow::Borrowed(name), |column| hand::header(column, name, pen))
        })
        .collect();
    line(&mut written, heads.iter().map(AsRef::as_ref));
    let parts: Vec<Part> = pieces(text, Span { start: first.span.end, end: Span::new(0, text.len()).end }, PIECE)
        .into_par_iter()
        .map(|piece| Part::of(text, piece, table, &order, pen))
        .collect();
    let all = || parts.iter().flat_map(|part| part.rows.iter().map(move |row| (part, row)));
    if all().is_sorted_by(|a, b| a.0.key(a.1) <= b.0.key(b.1)) {
        parts.iter().for_each(|part| written.push_str(&part.lines));
    } else {
        let mut rows: Vec<(&Part, &Row)> = all().collect();
        rows.par_sort_by(|a, b| a.0.key(a.1).cmp(b.0.key(b.1)));
        rows.iter().for_each(|(part, row)| written.push_str(row.line.of(&part.lines)));
    }
    written
}

/// The cells of a row in the order in which they are written: where each stands, and the column it belongs to if it is known.
struct Order(Vec<(usize, Option<&'static Column>)>);

impl Order {
    /// The columns of the table in the order of its description, then the others in theirs.
    fn of(table: &'static Description, header: &Header, width: usize) -> Self {
        let known = (0u16..).zip(table.columns).filter_map(|(number, column)| Some((header.position(number)?, Some(column))));
        let mut order: Vec<_> = known.collect();
        let others: Vec<_> =
            (0..width).filter(|position| !order.iter().any(|(known, _)| known == position)).map(|position| (position, None)).collect();
        order.extend(others);
        Self(order)
    }
}

/// A row, by its place in the buffers of its part.
struct Row {
    line: Span,
    key: Span,
}

/// A piece of the file, its rows written.
#[derive(Default)]
struct Part {
    lines: String,
    /// The keys of the rows, one behind the other.
    keys: String,
    rows: Vec<Row>,
}

impl Part {
    fn of(text: &str, piece: Span, table: &'static Description, order: &Order, pen: &Pen<'_>) -> Self {
        let mut part = Self { lines: String::with_capacity(piece.range().len()), ..Self::default() };
        let keys: Vec<Option<usize>> = table
            .key
            .iter()
            .map(|key| order.0.iter().find(|(_, column)| column.is_some_and(|c| c.number == *key)).map(|(position, _)| *position))
            .collect();
        let mut rows = Rows::new(text, piece);
        let mut fields = Vec::new();
        while rows.next_row(&mut fields).is_some() {
            let (line_start, key_start) = (part.lines.len(), part.keys.len());
            line(&mut part.lines, order.0.iter().map(|(position, column)| cell(text, &fields, *position, *column, table, pen)));
            for position in &keys {
                let value = position.and_then(|position| fields.get(position)).and_then(|field| field.value(text)).unwrap_or_default();
                if value.is_ascii() {
                    part.keys.push_str(&value);
                } else {
                    part.keys.extend(value.nfc());
                }
                // Sorts before whatever a key has, so that a shorter cell comes first.
                part.keys.push('\0');
            }
            part.rows.push(Row { line: Span::new(line_start, part.lines.len()), key: Span::new(key_start, part.keys.len()) });
        }
        part
    }

    fn key(&self, row: &Row) -> &str {
        row.key.of(&self.keys)
    }
}

/// A cell as it is written. Waivers name a row by the very cells of its key, so these stay as they are.
fn cell<'a>(
    text: &'a str,
    fields: &[Field],
    position: usize,
    column: Option<&'static Column>,
    table: &'static Description,
    pen: &Pen<'_>,
) -> Cow<'a, str> {
    let value = fields.get(position).and_then(|field| field.value(text)).unwrap_or_default();
    let Some(column) = column.filter(|column| !value.is_empty() && !table.key.contains(&column.number)) else { return value };
    if value.trim().is_empty() {
        return Cow::Borrowed("");
    }
    (column.write)(&value, pen).map_or(value, Cow::Owned)
}

/// Writes a row.
fn line<S: AsRef<str>>(into: &mut String, cells: impl Iterator<Item = S>) {
    let start = into.len();
    for (n, value) in cells.enumerate() {
        let value = value.as_ref();
        if n > 0 {
            into.push(',');
        }
        // A line that begins like a conflict marker of git would be taken for one.
        let is_marker = n == 0 && value.starts_with("<<<<<<< ");
        into.push_str(&if is_marker { Cow::Owned(written::quoted(value)) } else { written::csv(value) });
    }
    if into.len() == start {
        // A row of one empty cell is no blank line.
        into.push_str("\"\"");
    }
    into.push('\n');
}
