//! A record type, its columns, and the macro that makes both from one description.

use std::marker::PhantomData;

use crate::value::cell::Cell;
use crate::value::{Field, Shelf, Shift, TableId, Value};

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
    /// The cell of a column as it is shown, by its number in the description.
    fn shown(&self, column: u16, shelf: &Shelf<'_>) -> Value;
}

/// The columns of a table.
pub trait Columns<R>: Default + Send + Sync {
    /// Puts a record behind the others.
    fn push(&mut self, record: R);
    /// The record of a row.
    fn get(&self, row: usize) -> Option<R>;
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

/// Declares a table: its record type, its columns and its [`Description`].
///
/// `must` before a column says that every row has something in it, `may` that it may be empty or missing. After the colon stands what
/// the column means, in a sentence; after `=>` some rows as an example, which make one book with those of the other tables.
#[macro_export]
macro_rules! table {
    (
        $(#[$about:meta])*
        $record:ident in $path:literal by $first:ident $(, $more:ident)* = $en:literal, $zh:literal: $row_en:literal, $row_zh:literal;
        $($need:ident $field:ident : $cell:ty = $title_en:literal, $title_zh:literal $([$($alias:literal),*])?: $about_en:literal, $about_zh:literal;)+
        => $example_en:literal, $example_zh:literal;
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $record {
            $(#[doc = concat!($title_en, " (", $title_zh, "). ", $about_en)] pub $field: $crate::value::Field<$cell>,)+
        }

        /// The columns of the table.
        #[derive(Default)]
        pub struct Columns {
            $($field: Vec<<$cell as $crate::value::Cell>::Stored>,)+
        }

        /// The table, described.
        pub static DESCRIPTION: $crate::tables::Description = $crate::tables::Description {
            name: $crate::tables::name_of($path),
            path: $path,
            title: $crate::say::t($en, $zh),
            about: $crate::say::t($row_en, $row_zh),
            example: $crate::say::t($example_en, $example_zh),
            key: &[Number::$first as u16 $(, Number::$more as u16)*],
            columns: &COLUMNS,
        };

        static COLUMNS: [$crate::tables::Column; [$(Number::$field),+].len()] = [$($crate::tables::Column {
            number: Number::$field as u16,
            code: stringify!($field),
            title: $crate::say::t($title_en, $title_zh),
            about: $crate::say::t($about_en, $about_zh),
            aliases: &[$($($alias),*)?],
            kind: <$cell as $crate::value::Cell>::KIND,
            required: $crate::table!(@ $need),
            write: <$cell as $crate::value::Cell>::write,
        },)+];

        #[allow(non_upper_case_globals, clippy::indexing_slicing, reason = "a column is called in code as in a header; the compiler looks it up")]
        impl $record {
            $(#[doc = concat!("The column ", $title_en, " (", $title_zh, ").")] pub const $field: $crate::tables::Col<$record> = $crate::tables::Col::of(&COLUMNS[Number::$field as usize]);)+
        }

        /// The columns, in their order.
        #[allow(non_camel_case_types, reason = "a column is called in code as it is in a header")]
        enum Number {
            $($field,)+
        }

        impl $crate::value::Target for $record {
            const TARGET: $crate::value::TableId = $crate::tables::number_of($crate::tables::name_of($path));
            const NAME: &'static str = $crate::tables::name_of($path);
        }

        impl $crate::tables::Record for $record {
            type Columns = Columns;
            const DESCRIPTION: &'static $crate::tables::Description = &DESCRIPTION;
            const TABLE: $crate::value::TableId = <$record as $crate::value::Target>::TARGET;

            fn read(cells: &mut impl $crate::tables::Cells) -> Self {
                let mut next = 0u16;
                let mut take = || { next += 1; next - 1 };
                Self { $($field: cells.cell(take()),)+ }
            }

            fn key(&self) -> Option<[u32; 3]> {
                let mut key = [0; 3];
                let bits = [self.$first.bits()? $(, self.$more.bits()?)*];
                for (slot, bits) in key.iter_mut().zip(bits) { *slot = bits; }
                Some(key)
            }

            fn shown(&self, column: u16, shelf: &$crate::value::Shelf<'_>) -> $crate::value::Value {
                let mut number = 0u16;
                $(
                    if number == column {
                        return self.$field.show(shelf);
                    }
                    number += 1;
                )+
                debug_assert!(number > 0);
                $crate::value::Value::Empty
            }
        }

        impl $crate::tables::record::Columns<$record> for Columns {
            fn push(&mut self, record: $record) {
                $(self.$field.push(record.$field.stored());)+
            }
            // Inlined wherever it is called: who looks at one column then loads no other, and a table has up to twenty.
            #[inline(always)]
            fn get(&self, row: usize) -> Option<$record> {
                Some($record { $($field: $crate::value::Field::kept(*self.$field.get(row)?),)+ })
            }
            fn append<'a>(&mut self, pieces: impl Iterator<Item = &'a mut Self>, shifts: &[$crate::value::Shift]) {
                $(let mut $field = Vec::new();)+
                for piece in pieces {
                    $($field.push(&mut piece.$field);)+
                }
                rayon::scope(|scope| {
                    $({
                        let column = &mut self.$field;
                        scope.spawn(move |_| $crate::tables::record::append::<$cell>(column, $field, shifts));
                    })+
                });
            }
            fn set(&mut self, row: usize, record: $record) {
                $(if let Some(slot) = self.$field.get_mut(row) { *slot = record.$field.stored(); })+
            }
            fn reserve(&mut self, rows: usize) {
                $(self.$field.reserve_exact(rows);)+
            }
            fn remove(&mut self, rows: &[u32]) {
                $($crate::tables::record::remove(&mut self.$field, rows);)+
            }
        }
    };
    (@ must) => { true };
    (@ may) => { false };
}
