//! `--where` of a list: which of its rows meet the conditions on its columns.

use crate::figures::Wish;
use crate::figures::wish::{About, Condition};
use crate::say::Text;
use crate::schema::{Column, Role};
use crate::value::{Loose, Row};

use super::columns::{Extra, find};
use super::{Asking, Thing};

/// What every row must meet.
pub struct Conditions<'e, 'a, R>(Vec<(&'e Extra<'a, R>, Condition)>);

/// Whether a row meets what is asked.
#[derive(Clone, Copy)]
pub enum Met {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nobody knows: its cell under this column cannot be read.
    Unknown(&'static Column),
}

impl<'e, 'a, R: Thing> Conditions<'e, 'a, R> {
    /// Reads the conditions.
    ///
    /// # Errors
    /// Names a column that there is not, or a value that a column does not take.
    pub fn of(asking: &Asking<'_>, all: &'e [Extra<'a, R>], wish: &Wish) -> Result<Self, Text> {
        let mut conditions = Vec::new();
        for text in &wish.conditions {
            let written = Condition::parts(text)?;
            let Some(extra) = all.get(find(asking, all, written.column)?) else { continue };
            let about = About { book: asking.book, as_of: asking.ask.as_of, column: &extra.column, own: extra.own };
            conditions.push((extra, Condition::of(&written, about)?));
        }
        Ok(Self(conditions))
    }

    /// Whether they say themselves how far the rows have come that are meant: by a state, or by a day on which something begins, ends or is done.
    pub fn say_how_far(&self) -> bool {
        let roles = [Role::State, Role::Starts, Role::Ends, Role::Dated, Role::Step];
        self.0.iter().any(|(extra, _)| extra.own.is_some_and(|own| roles.contains(&own.role)))
    }

    /// Whether a row meets all of them.
    pub fn met(&self, row: Row<R>, record: &R) -> Met {
        let mut met = Met::Yes;
        for (extra, condition) in &self.0 {
            match extra.own.filter(|own| record.loose(own.number) == Loose::Broken) {
                Some(own) => met = Met::Unknown(own),
                None if condition.holds(&(extra.value)(row, record)) => {}
                None => return Met::No,
            }
        }
        met
    }
}
