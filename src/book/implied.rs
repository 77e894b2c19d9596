//! The ids of tables that the book does not have: the words that refer to them.

use hashbrown::HashMap;

use crate::tables::{ALL, Column, Description, Form, Header};
use crate::text::csv::{Rows, after_mark};
use crate::text::toml::{self, Item};
use crate::text::{At, FileId, Span, is_blank};
use crate::value::TableId;

use super::Book;

/// An id of a table that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implied {
    /// The id.
    pub id: String,
    /// Where it first stands.
    pub first: At,
    /// In how many cells it stands.
    pub times: usize,
}

/// The ids of one table, by their words.
#[derive(Default)]
struct Ids {
    numbers: HashMap<String, usize>,
    all: Vec<Implied>,
}

impl Ids {
    fn add(&mut self, id: &str, at: At) {
        if let Some(known) = self.numbers.get(id).and_then(|number| self.all.get_mut(*number)) {
            known.times += 1;
            return;
        }
        self.numbers.insert(id.to_owned(), self.all.len());
        self.all.push(Implied { id: id.to_owned(), first: at, times: 1 });
    }
}

/// The ids of every table that is not there, in the order in which they first stand.
pub(super) fn implied(book: &Book) -> Vec<(TableId, Vec<Implied>)> {
    let is_absent = |table: TableId| !book.layout.has(table) && !book.layout.unread.get(usize::from(table.0)).copied().unwrap_or_default();
    let mut of_tables: Vec<(TableId, Ids)> =
        (0u8..).map(TableId).zip(ALL).filter(|(number, _)| is_absent(*number)).map(|(number, _)| (number, Ids::default())).collect();
    for (number, table) in (0u8..).map(TableId).zip(ALL) {
        // The columns that refer to such a table, each with the place of what it refers to among them.
        let refers = |column: &Column| of_tables.iter().position(|(absent, _)| Some(*absent) == column.refers);
        let columns: Vec<(u16, usize)> = (0u16..).zip(table.columns).filter_map(|(column, described)| Some((column, refers(described)?))).collect();
        if columns.is_empty() {
            continue;
        }
        let mut add = |absent: usize, id: &str, at: At| {
            if let Some((_, ids)) = of_tables.get_mut(absent).filter(|_| !is_blank(id)) {
                ids.add(id.trim(), at);
            }
        };
        for file in book.layout.files(number) {
            match (table.form(), book.header(*file)) {
                (Form::TomlFiles, _) => in_toml(book, *file, table, &columns, &mut add),
                (Form::Csv, Some(header)) => in_csv(book, *file, header, &columns, &mut add),
                (Form::Csv, None) => {}
            }
        }
    }
    of_tables.into_iter().map(|(number, ids)| (number, ids.all)).filter(|(_, ids)| !ids.is_empty()).collect()
}

fn in_csv(book: &Book, file: FileId, header: &Header, columns: &[(u16, usize)], add: &mut impl FnMut(usize, &str, At)) {
    let columns: Vec<(u16, usize, usize)> =
        columns.iter().filter_map(|(column, absent)| Some((*column, header.position(*column)?, *absent))).collect();
    if columns.is_empty() {
        return;
    }
    let text = book.sources.text(file);
    let mut rows = Rows::new(text, Span::new(after_mark(text), text.len())).with_bad(book.sources.bad(file));
    let mut fields = Vec::new();
    // The header.
    rows.next_row(&mut fields);
    while let Some(row) = rows.next_row(&mut fields) {
        if row.cut || row.damaged || fields.len() != header.width {
            continue;
        }
        for (column, position, absent) in &columns {
            if let Some(id) = fields.get(*position).and_then(|field| field.value(text)) {
                add(*absent, &id, At::Cell { file, row: row.span.start, column: *column });
            }
        }
    }
}

fn in_toml(book: &Book, file: FileId, table: &Description, columns: &[(u16, usize)], add: &mut impl FnMut(usize, &str, At)) {
    for entry in &toml::read(book.sources.text(file)).0.0 {
        let column = table.find(&entry.key).and_then(|number| columns.iter().find(|(column, _)| *column == number));
        if let (Some((column, absent)), Item::Text(id)) = (column, &entry.value.item) {
            add(*absent, id, At::Cell { file, row: 0, column: *column });
        }
    }
}
