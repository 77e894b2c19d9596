//! The rows of a CSV file as they are and as they would be, each with its own.

use std::borrow::Cow;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::tables::{Description, Form, Header};
use crate::text::csv::{Field, Rows, after_mark};
use crate::text::{FileId, Span};
use crate::value::{Kind, Value};

use super::{Difference, MOST, Pair, Renamed, references_of};

/// A column of a file: where it stands in both texts, what it is called, and its number in the table if it is known.
struct Column {
    old: usize,
    new: usize,
    name: String,
    number: Option<u16>,
    target: Option<&'static str>,
}

/// What differs in a file that changes.
pub fn compare(pair: Pair<'_>, file: FileId, table: &'static Description, renamed: &Renamed) -> Vec<Difference> {
    let (old, new) =
        (Text::of(pair.before.sources.text(file), pair.before.header(file)), Text::of(pair.after.sources.text(file), pair.after.header(file)));
    let columns = match columns(pair, file, table, &old, &new) {
        Ok(columns) => columns,
        Err(different) => return vec![different],
    };
    let (mut old_rows, mut new_rows) = (old.rows(), new.rows());
    old_rows.retain(|row| !pair.named.takes(file, *row));
    if old_rows.len() != new_rows.len() {
        let count = |rows: &[Span]| rows.len().to_string();
        return vec![pair.different(file, old.first, "", &count(&old_rows), &count(&new_rows))];
    }
    if pair.named.is_silent_on(file) {
        by_key(&mut old_rows, &old, table);
        by_key(&mut new_rows, &new, table);
    }
    let (mut different, mut fields, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (row, other) in old_rows.iter().zip(&new_rows) {
        if pair.named.rewrites(file, *row) {
            if !is_same_but_signs(row.of(old.text), other.of(new.text)) {
                different.push(pair.different(file, *row, "", row.of(old.text), other.of(new.text)));
            }
            continue;
        }
        old.cells(*row, &mut fields);
        new.cells(*other, &mut others);
        for column in &columns {
            let (cell, instead) = (fields.get(column.old), others.get(column.new));
            let (a, b) = (said(cell, old.text), said(instead, new.text));
            let span = cell.map_or(*row, |cell| cell.span);
            let is_same = if pair.named.touches(file, span) {
                column.target.is_none_or(|target| pair.is_same_row(target, &a, &b, renamed))
            } else {
                a == b && column.target.is_none_or(|target| renamed.is_empty() || pair.is_same_row(target, &a, &b, renamed))
                    || a != b && is_one_value(pair, file, table, column.number, (*row, &a), (*other, &b))
            };
            if !is_same {
                different.push(pair.different(file, span, &column.name, &a, &b));
                if different.len() >= MOST {
                    return different;
                }
            }
        }
        // Empty cells at the end of a row say nothing, be there more or fewer of them.
        if (said_beyond(&fields, others.len(), old.text) || said_beyond(&others, fields.len(), new.text)) && !pair.named.touches(file, *row) {
            different.push(pair.different(file, *row, "", row.of(old.text), other.of(new.text)));
        }
    }
    different
}

/// What refers, in a file that does not change, to an id that does.
pub fn references(pair: Pair<'_>, file: FileId, table: &'static Description, renamed: &Renamed) -> Vec<Difference> {
    let targets: Vec<(u16, &'static str)> = references_of(table).into_iter().filter(|(_, target)| renamed.contains_key(target)).collect();
    if targets.is_empty() || table.form() != Form::Csv {
        return if targets.is_empty() { Vec::new() } else { super::values::compare(pair, file, Some(table), renamed) };
    }
    let text = Text::of(pair.before.sources.text(file), pair.before.header(file));
    let (mut different, mut fields) = (Vec::new(), Vec::new());
    for row in text.rows() {
        text.cells(row, &mut fields);
        for (number, target) in &targets {
            let Some(field) = text.header.and_then(|header| header.position(*number)).and_then(|position| fields.get(position)) else { continue };
            let id = said(Some(field), text.text);
            if let Some(new) = renamed.get(target).and_then(|ids| ids.get(id.as_ref())) {
                different.push(pair.different(file, field.span, target, &id, new));
            }
        }
    }
    different
}

/// The ids that are to change in files that do.
pub fn renamed(pair: Pair<'_>, changed: &[FileId]) -> Renamed {
    let mut renamed = Renamed::new();
    for file in changed.iter().filter(|file| !pair.named.is_silent_on(**file)) {
        let Some(table) = pair.before.table(*file).filter(|table| table.has_ids() && table.form() == Form::Csv) else { continue };
        let (old, new) = (
            Text::of(pair.before.sources.text(*file), pair.before.header(*file)),
            Text::of(pair.after.sources.text(*file), pair.after.header(*file)),
        );
        let position = |text: &Text<'_>| text.header.zip(table.id()).and_then(|(header, id)| header.position(id));
        let (Some(from), Some(to)) = (position(&old), position(&new)) else { continue };
        let rows: Vec<Span> = old.rows().into_iter().filter(|row| !pair.named.takes(*file, *row)).collect();
        let (mut fields, mut others) = (Vec::new(), Vec::new());
        for (row, other) in rows.into_iter().zip(new.rows()) {
            if !pair.named.touches(*file, row) {
                continue;
            }
            old.cells(row, &mut fields);
            new.cells(other, &mut others);
            let (a, b) = (said(fields.get(from), old.text), said(others.get(to), new.text));
            if a != b && fields.get(from).is_some_and(|field| pair.named.touches(*file, field.span)) {
                renamed.entry(table.name).or_default().insert(a.into_owned(), b.into_owned());
            }
        }
    }
    renamed
}

/// The columns of both texts, each with its own.
fn columns(pair: Pair<'_>, file: FileId, table: &'static Description, old: &Text<'_>, new: &Text<'_>) -> Result<Vec<Column>, Difference> {
    let (mut fields, mut others) = (Vec::new(), Vec::new());
    if pair.named.rewrites(file, old.first) && is_same_but_signs(old.first.of(old.text), new.first.of(new.text)) {
        // No column is what it was: every row is held against itself as a whole.
        return Ok(Vec::new());
    }
    old.cells(old.first, &mut fields);
    new.cells(new.first, &mut others);
    let meant = |text: &Text<'_>, position: usize| {
        (0u16..).zip(table.columns).find(|(n, _)| text.header.and_then(|header| header.position(*n)) == Some(position))
    };
    let mut free: Vec<usize> = (0..others.len()).filter(|position| meant(new, *position).is_none()).rev().collect();
    let mut columns = Vec::with_capacity(fields.len());
    for (position, field) in fields.iter().enumerate() {
        let name = said(Some(field), old.text);
        let known = meant(old, position);
        // A fix leaves every column in its place; where all is written anew, those that are nobody's keep their order.
        let to = match known {
            _ if !pair.named.is_silent_on(file) => Some(position),
            Some((number, _)) => new.header.and_then(|header| header.position(number)),
            None => free.pop(),
        };
        let there = said(to.and_then(|to| others.get(to)), new.text);
        let is_same = to.is_some() && (known.is_some() || name == there || pair.named.touches(file, field.span));
        if !is_same {
            return Err(pair.different(file, field.span, &name, &name, &there));
        }
        let target = known.and_then(|(_, column)| if let Kind::Reference(target) = column.kind { Some(target) } else { None });
        columns.extend(to.map(|new| Column { old: position, new, name: name.into_owned(), number: known.map(|(number, _)| number), target }));
    }
    let more = if pair.named.is_silent_on(file) { free.pop() } else { (others.len() > fields.len()).then_some(fields.len()) };
    match more.and_then(|position| others.get(position)) {
        Some(more) => Err(pair.different(file, old.first, "", "", &said(Some(more), new.text))),
        None => Ok(columns),
    }
}

/// Whether two texts of a row say the same but for commas and quotes of another width.
fn is_same_but_signs(old: &str, new: &str) -> bool {
    fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
        let sign = |c| match c {
            '，' => ',',
            '“' | '”' | '„' | '＂' => '"',
            c => c,
        };
        text.chars().map(sign)
    }
    plain(old).eq(plain(new))
}

/// Whether two texts of a cell, written otherwise, are one value of its column.
fn is_one_value(pair: Pair<'_>, file: FileId, table: &Description, column: Option<u16>, (row, a): (Span, &str), (other, b): (Span, &str)) -> bool {
    if a.trim().is_empty() && b.trim().is_empty() {
        return true;
    }
    let Some(column) = column else { return false };
    let shown = (pair.before.shown(table, file, row.start, column), pair.after.shown(table, file, other.start, column));
    matches!(&shown, (Some(a), Some(b)) if a == b && *a != Value::Empty)
}

/// Puts rows into the order of their keys; rows of one key keep theirs.
fn by_key(rows: &mut [Span], text: &Text<'_>, table: &Description) {
    let places: Vec<usize> = table.key.iter().filter_map(|column| text.header?.position(*column)).collect();
    let hasher = FixedState::default();
    let mut fields = Vec::new();
    let mut keyed: Vec<(u64, Span)> = rows
        .iter()
        .map(|row| {
            text.cells(*row, &mut fields);
            let key: Vec<Cow<'_, str>> = places.iter().map(|position| said(fields.get(*position), text.text)).collect();
            (hasher.hash_one(key), *row)
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    rows.iter_mut().zip(keyed).for_each(|(row, (_, kept))| *row = kept);
}

/// Whether one of a row's cells beyond a number of them says something.
fn said_beyond(fields: &[Field], number: usize, text: &str) -> bool {
    fields.iter().skip(number).any(|field| !field.is_blank(text))
}

/// What a cell says; of one that is not written as it should be, its bytes.
fn said<'a>(field: Option<&Field>, text: &'a str) -> Cow<'a, str> {
    field.map_or(Cow::Borrowed(""), |field| field.value(text).unwrap_or_else(|| Cow::Borrowed(field.span.of(text))))
}

/// The text of a file, and where its columns stand.
struct Text<'a> {
    text: &'a str,
    header: Option<&'a Header>,
    first: Span,
}

impl<'a> Text<'a> {
    fn of(text: &'a str, header: Option<&'a Header>) -> Self {
        let first = Rows::new(text, Span::new(after_mark(text), text.len())).next_row(&mut Vec::new()).map_or(Span::default(), |row| row.span);
        Self { text, header, first }
    }

    /// Its rows without the first.
    fn rows(&self) -> Vec<Span> {
        let mut rows = Rows::new(self.text, Span { start: self.first.end, end: Span::new(0, self.text.len()).end });
        let mut fields = Vec::new();
        std::iter::from_fn(|| rows.next_row(&mut fields).map(|row| row.span)).collect()
    }

    fn cells(&self, row: Span, fields: &mut Vec<Field>) {
        // To the end of the text, since a quote may run on beyond what looks like the end of a row.
        if Rows::new(self.text, Span { start: row.start, end: Span::new(0, self.text.len()).end }).next_row(fields).is_none() {
            fields.clear();
        }
    }
}
