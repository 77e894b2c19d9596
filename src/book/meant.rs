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
    /// To one of these, if to any: their ids are nearest, so that one of them may have been meant.
    OneOf(Rc<[u32]>),
    /// To any row.
    Any,
}

/// For references that point nowhere: the rows whose ids are near.
#[derive(Default)]
pub struct Meant(HashMap<(FileId, u32, u16), Rc<[u32]>>);

impl Meant {
    /// Looks for what may have been meant.
    pub fn of(book: &Book) -> Self {
        let mut near: HashMap<(TableId, &str), Rc<[u32]>> = HashMap::new();
        let mut looked: HashMap<TableId, usize> = HashMap::new();
        let mut meant = Self::default();
        for fault in &book.faults {
            let (FaultKind::Dangling(column, id, target), Some((file, row))) = (&fault.kind, fault.row) else { continue };
            let Some(number) = book.table(file).and_then(|table| table.column(column.code)) else { continue };
            let rows = near.entry((*target, id)).or_insert_with(|| {
                let looked = looked.entry(*target).or_default();
                *looked += 1;
                // A book with more ids that point nowhere than can be looked for has other worries.
                let keys = book.keys(*target).filter(|keys| *looked <= keys.comparable());
                keys.map_or_else(|| Rc::from([]), |keys| keys.meant(id).into())
            });
            let rows = Rc::clone(rows);
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
