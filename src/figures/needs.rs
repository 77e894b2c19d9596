//! What figures and lists need of a book: only that is read.
//!
//! What a figure rests on is part of it: the rows that are left out, those that are doubted, and the files that could not be read.

use crate::book::Needs;
use crate::book::needs::{HISTORY, SERVICES, SUMMARIES};
use crate::tables::TableSet;
use crate::value::TableId;

use super::list::{Choice, Noun};
use super::stats::{Asked, by};
use super::{Wish, questions};

/// What [`Scope::of`](super::Scope::of) goes over.
const COUNTED: TableSet = SERVICES.with(&[TableId::OUTCOMES]);

/// What services are counted from, with the home of everybody who took part, and the place of each activity that names none.
pub const TALLIED: TableSet = COUNTED.and(HISTORY);

/// What filters need: whose the rows are, and where.
pub fn of_filters(filters: &Asked) -> TableSet {
    if filters.given().is_empty() {
        return TableSet::NONE;
    }
    let all = HISTORY.with(&[TableId::PLACES, TableId::BRANCHES, TableId::CAMPAIGNS]);
    // The words of kinds are those of every table that has them.
    if filters.kind.is_empty() { all } else { all.with(&[TableId::ACTIVITIES, TableId::POSTS, TableId::TRAININGS]) }
}

/// What the count of services needs, by some dimensions; as a whole it is an overview with figures of every question beside it.
pub fn of_stats(by: &[String], filters: &Asked) -> Needs {
    let heads: Vec<by::Heads> = by::ALL.iter().map(|dimension| dimension.heads()).collect();
    let base = TALLIED.with(&[TableId::OPENINGS]).and(of_filters(filters));
    let rows = if by.is_empty() {
        questions::ALL.iter().fold(base, |all, question| all.and(question.reads)).with_referred()
    } else {
        by.iter().fold(base, |all, text| all.and(by::reads(text.trim(), &heads)))
    };
    Needs::of(rows).and_unread()
}

/// What is looked through for what is due.
pub fn of_due() -> Needs {
    let tables =
        [TableId::ACTIVITIES, TableId::REQUESTS, TableId::COMMITMENTS, TableId::LEAVES, TableId::TRAININGS, TableId::TEAMS, TableId::VOLUNTEERS];
    Needs::of(SUMMARIES.with(&tables)).and_unread()
}

impl Noun {
    /// What a list of it needs: its table, the names of what this refers to, and what its other columns are worked out from.
    pub fn needs(&self, choice: &Choice, wish: &Wish) -> Needs {
        let own = TableSet::of(&[crate::tables::number_of(self.table.name)]);
        let mut rows = own.with_referred().and(self.reads).and(of_filters(&choice.filters));
        if !(choice.status.is_empty() && choice.filters.kind.is_empty() && wish.conditions.is_empty()) {
            rows = rows.and(own.with_same_words());
        }
        if rows.has(TableId::ACTIVITIES) && !choice.filters.given().is_empty() {
            // An activity is of those who took part in it.
            rows = rows.and(SERVICES);
        }
        if choice.private {
            rows = rows.with(&[TableId::PEOPLE, TableId::SERVED]);
        }
        if self.counts { Needs::of(rows.and(COUNTED)).and_unread() } else { Needs { unread: own, ..Needs::of(rows) } }
    }

    /// What showing one of them needs, beside what is wrong with it: also what belongs to it, with the names of what that refers to.
    pub fn needs_of_one(&self, private: bool) -> Needs {
        let own = TableSet::of(&[crate::tables::number_of(self.table.name)]);
        let rows = own.and(self.shows).with_referred().and(self.reads).and(TALLIED);
        let rows = if private { rows.with(&[TableId::PEOPLE, TableId::SERVED]) } else { rows };
        Needs::of(rows).and_unread()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::list::noun_of;

    #[test]
    fn publicity_may_be_about_whatever_has_an_id() {
        let publicity = noun_of(TableId::PUBLICITY).unwrap();
        let has_id = |table: &TableId| table.description().is_some_and(|table| table.has_ids() && !table.is_private());
        assert_eq!(publicity.reads, TableSet::ALL.iter().filter(has_id).collect());
    }
}
