//! A record type, its columns, and the macro that makes both from one description.

use std::marker::PhantomData;

use crate::value::cell::Cell;
use crate::value::{Field, Loose, Shelf, Shift, TableId, Value};

use super::description::{Column, Description};

/// A column of a table, as code names it: `Volunteer::joined`. One of another table does not compile.
pub struct Col<R> {
    /// What is known of it.
    pub column: &'static Column,
    of: PhantomData<fn() -> R>,
}

impl<R> Col<R> {
    /// A column of the record's table.
    pub const fn of(column: &'static Column) -> Self {
        Self { column, of: PhantomData }
    }

    /// Its number in the description.
    pub fn number(self) -> u16 {
        self.column.number
    }
}

impl<R> Clone for Col<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Col<R> {}

impl<R> PartialEq for Col<R> {
    fn eq(&self, other: &Self) -> bool {
        self.number() == other.number()
    }
}

/// Where the cells of one row are taken from.
pub trait Cells {
    /// The cell of a column, by its number in the description.
    fn cell<C: Cell>(&mut self, column: u16) -> Field<C>;
}

/// The record type of a table.
pub trait Record: Copy + Send + Sync + 'static {
    /// Its columns, each a list of small values.
    type Columns: Columns<Self>;
    /// Its description.
    const DESCRIPTION: &'static Description;
    /// Its number among the tables.
    const TABLE: TableId;

    /// Takes a record's cells one after the other.
    fn read(cells: &mut impl Cells) -> Self;
    /// What tells the record apart from others, if it has no id: the bits of its key columns; `None` where one cannot be read.
    fn key(&self) -> Option<[u32; 3]>;
    /// The cell of a column without its type, by its number in the description.
    fn loose(&self, column: u16) -> Loose;
    /// The cell of a column as it is shown, by its number in the description.
    fn shown(&self, column: u16, shelf: &Shelf<'_>) -> Value;
}

/// The columns of a table.
pub trait Columns<R>: Default + Send + Sync {
    /// Puts a record behind the others.
    fn push(&mut self, record: R);
    /// The record of a row.
    fn get(&self, row: usize) -> Option<R>;
    /// One cell of a row without its type, no other being looked at; `None` where there is no such row.
    fn loose(&self, row: usize, column: u16) -> Option<Loose>;
    /// Takes the rows out of pieces and puts them behind the others, the values of each piece moved; several threads do so, each with columns
    /// of its own.
    fn append<'a>(&mut self, pieces: impl Iterator<Item = &'a mut Self>, shifts: &[Shift])
    where
        Self: 'a;
    /// Puts a record in the place of another.
    fn set(&mut self, row: usize, record: R);
    /// Makes room for more rows.
    fn reserve(&mut self, rows: usize);
    /// Takes rows out, given in rising order.
    fn remove(&mut self, rows: &[u32]);
}

/// The key of a record, from its parts: `None` where one cannot be read.
#[inline]
pub fn key<const N: usize>(parts: [Option<u32>; N]) -> Option<[u32; 3]> {
    let mut key = [0; 3];
    for (slot, part) in key.iter_mut().zip(parts) {
        *slot = part?;
    }
    Some(key)
}

/// Takes the values out of pieces of a column and puts them behind it, those of each piece moved.
pub fn append<C: Cell>(column: &mut Vec<C::Stored>, pieces: Vec<&mut Vec<C::Stored>>, shifts: &[Shift]) {
    for (piece, shift) in pieces.into_iter().zip(shifts) {
        column.extend(piece.drain(..).map(|stored| Field::<C>::kept(stored).settle(shift).stored()));
    }
}

/// Takes the values at certain places, given in rising order, out of a column.
pub fn remove<S>(column: &mut Vec<S>, rows: &[u32]) {
    let (mut at, mut rest) = (0u32, rows);
    column.retain(|_| {
        let out = rest.first() == Some(&at);
        if out {
            rest = rest.get(1..).unwrap_or_default();
        }
        at += 1;
        !out
    });
}
