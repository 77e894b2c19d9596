//! References that point nowhere, and the rows that may have been meant: an id that is misspelt is most like the right one.

use std::collections::HashMap;
use std::rc::Rc;

use crate::tables::FaultKind;
use crate::text::{At, FileId};
use crate::value::{Field, Row, TableId, Target};

use super::Book;

/// Whom a row that could not be fully read belongs to.
pub enum Owner<R> {
    /// To that row.
    Row(Row<R>),
    /// To one of these, if to any: their ids are so near that one of them may have been meant.
    OneOf(Rc<[u32]>),
    /// To any row.
    Any,
}

/// For references that point nowhere: the rows whose ids are near.
#[derive(Default)]
pub struct Meant(HashMap<(FileId, u32, u16), Rc<[u32]>>);

/// So many different ids are looked for among those near; a book with more has other worries.
const MOST: usize = 100;

impl Meant {
    /// Looks for what may have been meant.
    pub fn of(book: &Book) -> Self {
        let mut near: HashMap<(TableId, &str), Rc<[u32]>> = HashMap::new();
        let mut meant = Self::default();
        for fault in &book.faults {
            let (FaultKind::Dangling(column, id, target), Some((file, row))) = (&fault.kind, fault.row) else { continue };
            let Some(number) = book.table(file).and_then(|table| table.column(column.code)) else { continue };
            let is_known = near.contains_key(&(*target, id.as_str()));
            let rows = if !is_known && near.len() >= MOST {
                Rc::from([])
            } else {
                let look = || book.keys(*target).map(|keys| keys.nearest(id).iter().filter_map(|id| keys.find(id)).collect());
                Rc::clone(near.entry((*target, id)).or_insert_with(|| look().unwrap_or_else(|| Rc::from([]))))
            };
            meant.0.insert((file, row, number), rows);
        }
        meant
    }

    /// Whom a row belongs to, from the cell that names its owner.
    pub fn owner<R: Target>(&self, owner: Field<Row<R>>, at: At) -> Owner<R> {
        match (owner.get(), at) {
            (Some(row), _) => Owner::Row(row),
            (None, At::Cell { file, row, column }) => self.0.get(&(file, row, column)).map_or(Owner::Any, |rows| Owner::OneOf(Rc::clone(rows))),
            (None, At::File(_) | At::Bytes(..)) => Owner::Any,
        }
    }
}
