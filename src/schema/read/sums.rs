//! Rows of a spreadsheet that sum up the others: they are no records, and nothing in them is read.

use crate::schema::description::{Column, Description};
use crate::schema::header::Header;
use crate::schema::names::fold;
use crate::text::Span;
use crate::text::csv::{Field, Row, Rows};
use crate::value::{Keys, Kind, id};

/// What stands in a row that sums up others, as headers are compared.
const WORDS: &[&str] = &[
    "合计",
    "小计",
    "总计",
    "共计",
    "总和",
    "总共",
    "累计",
    "合共",
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "subtotals",
    "sum",
    "sums",
    "sumtotal",
    "overalltotal",
    "totalhours",
];

/// What a text ends with that says what it sums up: 5月小计, 夜巡队合计.
const ENDS: &[&str] = &["合计", "小计", "总计", "共计", "累计"];

/// So many bytes a text has at most that says that a row is a sum.
const LONGEST: usize = 48;

/// What rows of a file are looked at with.
pub struct Sums<'a> {
    text: &'a str,
    header: &'a Header,
    table: &'static Description,
    /// The ids of every table, as far as they are known.
    keys: &'a [Keys],
    /// Where the cells of the key stand.
    key: Vec<usize>,
}

impl<'a> Sums<'a> {
    /// Worked out once for many rows.
    pub fn of(text: &'a str, header: &'a Header, table: &'static Description, keys: &'a [Keys]) -> Self {
        let key = table.key.iter().filter_map(|column| header.position(*column)).collect();
        Self { text, header, table, keys, key }
    }

    /// The cell that says that a row is the sum of others, if it is one.
    #[inline]
    pub fn find(&self, row: Row, fields: &[Field]) -> Option<Span> {
        let may_be = |position: &usize| fields.get(*position).is_some_and(|field| begins_sum(self.text, field));
        if row.damaged || row.cut || !self.key.iter().any(may_be) { None } else { self.look(row.span) }
    }

    #[cold]
    fn look(&self, row: Span) -> Option<Span> {
        let (text, header, table) = (self.text, self.header, self.table);
        let mut fields = Vec::new();
        let mut rows = Rows::new(text, row);
        let whole = rows.next_row(&mut fields)?;
        if !rows.faults.is_empty() || whole.is_tall {
            return None;
        }
        let cell = |column: &Column| fields.get(header.position(column.number)?);
        let columns = || table.key_columns();
        // Where the first cell of a key may be empty, it is nothing that the others are empty of.
        let must = if columns().next()?.required { 1 } else { table.key.len() };
        if columns().take(must).all(|column| cell(column).is_some_and(|field| field.is_blank(text))) {
            let (position, field) = fields.iter().enumerate().find(|(_, field)| says_sum(text, field))?;
            // A title may be such a word: a row that lacks nothing but its id is a record.
            let of = (0u16..).zip(table.columns).find(|(number, _)| header.position(*number) == Some(position));
            let may_be_title = of.is_some_and(|(_, column)| matches!(column.kind, Kind::Text | Kind::Texts));
            return (!may_be_title || lacks_cells(text, &fields, header, table, table.key)).then_some(field.span);
        }
        for column in columns() {
            let Some(field) = cell(column).filter(|field| says_sum(text, field)) else { continue };
            let word = field.value(text)?;
            // An id may be such a word: then nothing but what is missing tells a sum from a record.
            let is_id = match (column.refers, column.kind) {
                (Some(table), _) => self.keys.get(usize::from(table.0)).is_some_and(|keys| keys.find(&word).is_some()),
                (None, Kind::Id) => id::check(&word).is_ok(),
                _ => continue,
            };
            if !is_id || lacks_cells(text, &fields, header, table, &[]) {
                return Some(field.span);
            }
        }
        None
    }
}

/// Whether a row may be a sum by a cell of its key: nothing stands there, or such a word.
#[inline]
pub fn begins_sum(text: &str, key: &Field) -> bool {
    // Nearly every id ends with a digit, and no sum does: most rows are not looked at more closely.
    let (start, end) = (key.span.start as usize, key.span.end as usize);
    let is_id = start < end && text.as_bytes().get(end - 1).is_some_and(u8::is_ascii_digit);
    !is_id && (key.is_blank(text) || says_sum(text, key))
}

/// Whether a cell says that its row is a sum.
fn says_sum(text: &str, field: &Field) -> bool {
    let raw = field.span.of(text);
    if raw.is_empty() || raw.len() > LONGEST || !may_say_sum(raw) {
        return false;
    }
    let Some(value) = field.value(text) else { return false };
    let folded = fold(&value);
    let word = folded.split(['(', '[']).next().unwrap_or(&folded);
    WORDS.contains(&word) || !word.is_ascii() && ENDS.iter().any(|end| word.ends_with(end))
}

/// Whether a cell is worth a closer look: ids that end with letters are nearly never.
fn may_say_sum(raw: &str) -> bool {
    if raw.is_ascii() {
        let first = raw.bytes().find(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase());
        return first.is_some_and(|first| b"tsgo".contains(&first)) && !raw.bytes().any(|byte| byte.is_ascii_digit());
    }
    // The last is the width of letters: ＴＯＴＡＬ.
    raw.contains(['计', '和', '共']) || raw.bytes().any(|byte| byte == 0xef)
}

/// Whether a row lacks cells that a record has, besides some: nothing stands there, or a dash.
fn lacks_cells(text: &str, fields: &[Field], header: &Header, table: &'static Description, besides: &[u16]) -> bool {
    let is_there = |position: usize| {
        let value = fields.get(position).and_then(|field| field.value(text));
        value.is_some_and(|value| value.chars().any(char::is_alphanumeric))
    };
    let required = (0u16..).zip(table.columns).filter(|(_, column)| column.required && !besides.contains(&column.number));
    fields.len() < header.filled || required.filter_map(|(number, _)| header.position(number)).any(|position| !is_there(position))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_a_row_is_a_sum_is_told_from_ids() {
        let says = |text: &str| {
            let mut fields = Vec::new();
            Rows::new(text, Span::new(0, text.len())).next_row(&mut fields).unwrap();
            says_sum(text, &fields[0])
        };
        for word in
            ["合计", " 合 计 ", "\"Total:\"", "Grand total", "ＴＯＴＡＬ", "小计：", "总计（人）", "5月小计", "夜巡队合计", "sub-total", "累计"]
        {
            assert!(says(word), "{word}");
        }
        for id in ["v1", "V0012-sms", "total1", "s", "统计", "设计队", "总和平社区", "summer", "totaliser", "会计"] {
            assert!(!says(id), "{id}");
        }
    }
}
