//! What the rows of a table are called, besides their ids.

use crate::book::Book;
use crate::tables::activities::Activity;
use crate::tables::branches::Branch;
use crate::tables::campaigns::Campaign;
use crate::tables::centres::Centre;
use crate::tables::places::Place;
use crate::tables::posts::Post;
use crate::tables::recognitions::Recognition;
use crate::tables::requests::Request;
use crate::tables::teams::Team;
use crate::tables::trainings::Training;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Held, number_of};
use crate::value::{Field, Kind, Named, Row, Str, TableId, Target, Value};

/// The name of a row; `None` where rows of its table have none, or where this one's cannot be read.
pub fn name(book: &Book, table: TableId, row: u32) -> Option<&str> {
    fn of<R: Held>(book: &Book, row: u32, name: fn(&R) -> Field<Str>) -> Option<&str> {
        let table = R::table(book);
        table.get(Row::new(row)).and_then(|record| name(&record).get()).map(|name| table.text(name))
    }
    match table {
        Activity::TARGET => of::<Activity>(book, row, |record| record.title),
        Branch::TARGET => of::<Branch>(book, row, |record| record.name),
        Campaign::TARGET => of::<Campaign>(book, row, |record| record.name),
        Centre::TARGET => of::<Centre>(book, row, |record| record.name),
        Place::TARGET => of::<Place>(book, row, |record| record.name),
        Post::TARGET => of::<Post>(book, row, |record| record.name),
        Recognition::TARGET => of::<Recognition>(book, row, |record| record.title),
        Request::TARGET => of::<Request>(book, row, |record| record.subject),
        Team::TARGET => of::<Team>(book, row, |record| record.name),
        Training::TARGET => of::<Training>(book, row, |record| record.title),
        Volunteer::TARGET => of::<Volunteer>(book, row, |record| record.name),
        _ => None,
    }
}

/// A row by its id and its name.
pub fn named<R: Target>(book: &Book, row: Row<R>) -> Named {
    let id = book.keys(R::TARGET).map_or("", |keys| keys.id(row.number)).to_owned();
    Named { id, name: name(book, R::TARGET, row.number).unwrap_or_default().to_owned() }
}

/// The table that a column refers to.
pub fn referred(kind: Kind) -> Option<TableId> {
    if let Kind::Reference(table) = kind { Some(number_of(table)) } else { None }
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
