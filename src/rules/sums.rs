//! Rows of a spreadsheet that sum up the others: each is told once, by F009, whatever else is wrong in it.

use std::collections::BTreeMap;

use crate::tables::names::fold;
use crate::tables::{Fault, FaultKind, Form, number_of};
use crate::text::csv::{Field, Rows};
use crate::text::{At, FileId, Span};
use crate::value::{Kind, id};

use super::Cx;

/// What stands in a row that sums up others, as headers are compared.
const WORDS: &[&str] = &["合计", "小计", "总计", "共计", "总和", "total", "totals", "grandtotal", "subtotal", "subtotals", "sum"];

/// Whether what is wrong stands in a row that sums up others.
pub fn has(cx: &Cx<'_>, fault: &Fault) -> bool {
    sum_of(cx, fault).is_some()
}

/// The rows in which something is wrong and that sum up others, by file and first byte, each with the cell that says so.
pub fn all(cx: &Cx<'_>) -> BTreeMap<(FileId, u32), At> {
    let rows = cx.book.faults.chunk_by(|one, next| one.row == next.row).filter_map(|of_row| of_row.first());
    rows.filter_map(|fault| Some((fault.row?, sum_of(cx, fault)?))).collect()
}

/// The cell that says that a row is the sum of others: it stands where the row's key should, or nothing does.
fn sum_of(cx: &Cx<'_>, fault: &Fault) -> Option<At> {
    let (file, row) = fault.row?;
    let table = cx.book.table(file).filter(|table| table.form() == Form::Csv)?;
    let column = table.key.first().and_then(|code| table.columns.iter().find(|column| column.code == *code))?;
    let position = cx.book.header(file)?.position(table.column(column.code)?)?;
    let text = cx.book.sources.text(file);
    if position == 0 && text.get(row as usize..)?.starts_with(begins_no_sum) {
        return None;
    }
    let mut fields = Vec::new();
    let mut rows = Rows::new(text, Span { start: row, end: u32::try_from(text.len()).unwrap_or(u32::MAX) });
    rows.next_row(&mut fields)?;
    if !rows.faults.is_empty() {
        return None;
    }
    let is_sum = |field: &&Field| field.value(text).is_some_and(|value| WORDS.contains(&fold(&value).as_str()));
    let key = fields.get(position)?;
    if is_sum(&key) {
        // An id may be such a word: then nothing but what is missing tells a sum from a record.
        let word = key.value(text)?;
        let is_id = match column.kind {
            Kind::Reference(table) => cx.book.keys(number_of(table)).is_some_and(|keys| keys.find(&word).is_some()),
            _ => id::check(&word).is_ok(),
        };
        return (!is_id || lacks_cells(cx, file, row)).then_some(At::Bytes(file, key.span));
    }
    let said = fields.iter().find(is_sum).filter(|_| key.is_blank(text));
    said.map(|field| At::Bytes(file, field.span))
}

/// Whether a row lacks cells that a record has.
fn lacks_cells(cx: &Cx<'_>, file: FileId, row: u32) -> bool {
    let faults = &cx.book.faults;
    let begin = faults.partition_point(|fault| fault.at < At::Bytes(file, Span { start: row, end: row }));
    let mut of_row = faults.iter().skip(begin).take_while(|fault| fault.row == Some((file, row)));
    of_row.any(|fault| matches!(fault.kind, FaultKind::EmptyCell(_) | FaultKind::Ragged(..)))
}

/// Whether no sum begins with a character: most rows in which something is wrong need not be looked at more closely.
fn begins_no_sum(c: char) -> bool {
    let is_plain = c.is_ascii_alphanumeric() || ('\u{4e00}'..='\u{9fff}').contains(&c);
    is_plain && !WORDS.iter().any(|word| word.starts_with(c.to_ascii_lowercase()))
}
