//! The rows of other tables that belong to what is shown, as they were known on the day asked about.

use crate::figures::{Sheet, Value};
use crate::say::Text;
use crate::tables::volunteers::Volunteer;
use crate::value::Row;

use super::columns::{Extra, Pick};
use super::thing::columns;
use super::{Asking, Belongs, Thing};

/// The rows of a table that are a volunteer's, by the columns that say whose they are.
pub fn owned<R: Thing>(
    asking: &Asking<'_>,
    key: &'static str,
    title: impl Into<Text>,
    columns: &[Pick<R>],
    volunteer: Row<Volunteer>,
) -> Option<Sheet> {
    related::<R>(asking, key, title, columns, |_, record| Belongs::by_roles(record).people.contains(&Some(volunteer)))
}

/// The rows of a table that belong to what is shown, under some of the columns that a list of that table has; `None` where there are none.
pub fn related<R: Thing>(
    asking: &Asking<'_>,
    key: &'static str,
    title: impl Into<Text>,
    picked: &[Pick<R>],
    keep: impl Fn(Row<R>, &R) -> bool,
) -> Option<Sheet> {
    let all = columns::<R>(asking);
    let chosen: Vec<&Extra<'_, R>> = picked.iter().filter_map(|pick| all.iter().find(|extra| extra.column.key == pick.key())).collect();
    debug_assert_eq!(chosen.len(), picked.len(), "{} has no such columns", R::DESCRIPTION.name);
    // Whoever asks about a day that is past is told nothing that came later.
    let is_known = |record: &R| asking.ask.today <= asking.ask.as_of || record.is_known(asking.ask.as_of);
    let kept = R::table(asking.book).iter().filter(|(row, record)| keep(*row, record) && is_known(record));
    let rows: Vec<Vec<Value>> = kept.map(|(row, record)| chosen.iter().map(|extra| (extra.value)(row, &record)).collect()).collect();
    if rows.is_empty() {
        return None;
    }
    Some(Sheet::list(key, title, asking.scope.clone(), chosen.into_iter().map(|extra| extra.column.clone()).collect(), rows))
}
