//! What publicity is about: the row that an id alone, or `table:id`, names.

use crate::tables::publicity::Publicity;
use crate::tables::{ALL, Description, TableSet};
use crate::value::TableId;

use super::Book;

/// What an `about` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// This row.
    Row(TableId, u32),
    /// An id that several tables have, all of them named.
    Several(Vec<&'static str>),
    /// Nothing that the book has.
    Nothing,
    /// It cannot be known: a table that may have it could not be read whole.
    Unknown,
}

/// The tables of whatever publicity may be about: the public ones with ids.
pub const ABOUT: TableSet = TableSet::of(&[
    TableId::PLACES,
    TableId::CENTRES,
    TableId::BRANCHES,
    TableId::TEAMS,
    TableId::VOLUNTEERS,
    TableId::POSTS,
    TableId::TRAININGS,
    TableId::CAMPAIGNS,
    TableId::ACTIVITIES,
    TableId::REQUESTS,
    TableId::COMMITMENTS,
    TableId::PAIRINGS,
    TableId::EXCHANGES,
    TableId::RECOGNITIONS,
    TableId::PUBLICITY,
    TableId::CERTIFICATES,
]);

/// The public tables with ids.
fn tables() -> impl Iterator<Item = (TableId, &'static Description)> {
    (0u8..).map(TableId).zip(ALL.iter().copied()).filter(|(_, table)| !table.is_private() && table.has_ids())
}

impl Book {
    /// What publicity is about; `None` where it does not say.
    pub fn about(&self, publicity: &Publicity) -> Option<About> {
        Some(self.named(self.publicity.text(publicity.about.get()?).trim()))
    }

    /// The row that an id, or `table:id`, names.
    fn named(&self, text: &str) -> About {
        let (table, id) = match text.split_once([':', '：']) {
            Some((table, id)) => (Some(table.trim()), id.trim()),
            None => (None, text),
        };
        let is_asked = |of: &Description| table.is_none_or(|table| of.name == table || of.title.en == table || of.title.zh == table);
        let asked = || tables().filter(|(_, of)| is_asked(of));
        let found: Vec<(TableId, u32, &'static str)> =
            asked().filter_map(|(number, of)| Some((number, self.keys(number)?.find(id)?, of.name))).collect();
        match found.as_slice() {
            [(table, row, _)] => About::Row(*table, *row),
            [] => {
                let may_have = |number: TableId| self.layout.has(number) && self.keys(number).is_none_or(|keys| !keys.complete);
                // Rows of a table that is not there are known by what refers to them, which is not looked for here.
                let is_absent = table.is_some() && asked().any(|(number, _)| !self.layout.has(number));
                if is_absent || asked().any(|(number, _)| may_have(number)) { About::Unknown } else { About::Nothing }
            }
            several => About::Several(several.iter().map(|(_, _, name)| *name).collect()),
        }
    }
}
