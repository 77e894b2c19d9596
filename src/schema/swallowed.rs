//! Rows that two stray quotes have swallowed: inside a cell that goes over several lines stands what is a row of the table.

use crate::text::Span;
use crate::text::csv::{Field, Row, Rows};
use crate::value::cell::Kind;
use crate::value::{Amount, Day, PartialDay, id};

use super::description::{Column, Description};
use super::header::Header;

/// A line of so many cells or more that looks like a row is one, whatever stands in it.
const MANY: usize = 6;

/// How many lines below its first one a row has where one of them is a row of the table by itself; none where its text just goes over several
/// lines. The first line has as many cells as the header, too: it is not that the lines of one cell stand before all others.
pub fn swallowed(text: &str, row: Row, header: &Header, table: &'static Description) -> usize {
    if !row.is_tall || header.width < 3 {
        return 0;
    }
    let mut lines = row.span.of(text).lines();
    let begins = lines.next().is_some_and(|first| first.matches(',').count() + 1 >= header.width);
    let mut fields = Vec::new();
    // A quote in such a line may be one of the two, or go round a cell of it.
    let is_any = |line: &str| is_row(line, header, table, &mut fields) || is_row(&line.replace('"', ""), header, table, &mut fields);
    if begins && lines.clone().any(is_any) { lines.count() } else { 0 }
}

/// Whether a line would be a row of the table: as many cells as the header has, keys where keys belong, and in the other columns what they take.
fn is_row(line: &str, header: &Header, table: &'static Description, fields: &mut Vec<Field>) -> bool {
    let mut rows = Rows::new(line, Span::new(0, line.len()));
    if rows.next_row(fields).is_none() || fields.len() != header.width {
        return false;
    }
    let Some(values) = fields.iter().map(|field| field.value(line)).collect::<Option<Vec<_>>>() else { return false };
    let cells = || {
        let positions = (0u16..).zip(table.columns).filter_map(|(number, column)| Some((column, header.position(number)?)));
        positions.filter_map(|(column, position)| Some((column, values.get(position)?.as_ref())))
    };
    let keys = cells().filter(|(column, _)| table.key.contains(&column.number)).all(|(column, value)| fits(column, value));
    // Prose has blanks behind its commas.
    let is_prose = values.iter().any(|value| value.starts_with([' ', '\u{3000}']));
    keys && !is_prose && (header.width >= MANY || cells().all(|(column, value)| fits(column, value)))
}

/// Whether a column may take a value, as far as that can be told without the book.
fn fits(column: &Column, value: &str) -> bool {
    if value.is_empty() {
        return !column.required;
    }
    match column.kind {
        Kind::Id | Kind::Reference(_) => id::check(value).is_ok(),
        Kind::Day => Day::parse(value).is_ok(),
        Kind::PartialDay => PartialDay::parse(value).is_ok(),
        Kind::Amount => Amount::parse(value).is_ok(),
        Kind::Count => value.bytes().all(|byte| byte.is_ascii_digit()),
        Kind::Fixed(words) => words.iter().any(|word| word.is(value)),
        _ => true,
    }
}
