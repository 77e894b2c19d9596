//! What the rows of a table are called, besides their ids.

use crate::book::Book;
use crate::value::{Named, Row, TableId, Target, Value};

use super::{ALL, Noun, Thing};

/// The name of a row of a noun's table; `None` where such rows have none, or where this one's cannot be read.
pub fn name_of<R: Thing>(book: &Book, row: u32) -> Option<&str> {
    let table = R::table(book);
    table.get(Row::new(row)).and_then(|record| record.name()).map(|name| table.text(name))
}

/// The name of a row of any table; `None` where it is no noun's.
pub fn name(book: &Book, table: TableId, row: u32) -> Option<&str> {
    (noun_of(table)?.name)(book, row)
}

/// The noun of a table, if it has one.
pub fn noun_of(table: TableId) -> Option<&'static Noun> {
    let table = table.description()?;
    ALL.iter().copied().find(|noun| std::ptr::eq(noun.table, table))
}

/// A row by its id and its name.
pub fn named<R: Target>(book: &Book, row: Row<R>) -> Named {
    let id = book.keys(R::TARGET).map_or("", |keys| keys.id(row.number)).to_owned();
    Named { id, name: name(book, R::TARGET, row.number).unwrap_or_default().to_owned() }
}

/// The id that a column refers to a table by, with the name of what it stands for.
pub fn with_name(book: &Book, table: Option<TableId>, value: Value) -> Value {
    match (table, value) {
        (Some(table), Value::Id(id)) => {
            let row = book.keys(table).and_then(|keys| keys.find(&id));
            let name = row.and_then(|row| name(book, table, row)).unwrap_or_default().to_owned();
            Value::Refs(vec![Named { id, name }])
        }
        (_, value) => value,
    }
}
