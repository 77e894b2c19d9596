//! What an overview shows beside services: requests, commitments, pairings and whatever else is a question of its own, and what was
//! done before the book began. Each is counted apart.

use crate::book::doubts::names_one;
use crate::book::{Ask, Book};
use crate::figures::questions::{self, Asking, Beside};
use crate::figures::{Column, LeftOut, Value};
use crate::say::t;
use crate::tables::openings::Opening;
use crate::tables::{Col, Record};
use crate::value::Amount;

use super::Query;

/// The figures beside services, for the tables that the book has. Where there is a filter, only those it has a meaning for.
pub fn beside(book: &Book, ask: Ask, query: &Query) -> Beside {
    let asking = Asking { book, ask, period: query.period, filters: &query.filters, kinds: None };
    let mut all = Beside::default();
    // Here a kind is one of activities.
    let given = &query.filters.given;
    let of_any_kind = given.iter().all(|(name, _)| *name != "kind");
    for question in questions::ALL.iter().filter(|question| of_any_kind && questions::refuse(question, given).is_ok()) {
        let Beside { columns, values, left_out } = (question.beside)(&asking);
        all.columns.extend(columns);
        all.values.extend(values);
        all.left_out.join(left_out);
    }
    openings(book, ask, query, &mut all);
    all
}

/// What was done before the book began, up to days that are in question; never in another figure. What teams did and what their people
/// gave are the same services from two sides: they stand apart, and are never added up.
fn openings(book: &Book, ask: Ask, query: &Query, all: &mut Beside) {
    let filters = &query.filters;
    if query.period.is_some() {
        return;
    }
    // Only filters that an opening has an answer to: which team held it, or who gave it.
    let only = |names: &[&str]| filters.given.iter().all(|(name, _)| names.contains(name));
    let openings = || book.openings.iter().map(|(_, opening)| opening);
    let in_question = |opening: &Opening| opening.until.get().is_some_and(|day| query.has(ask, day));
    let mut is_shown = false;
    let mut put = |key: &str, title, value| {
        is_shown = true;
        all.columns.push(Column::figure(key, title));
        all.values.push(value);
    };
    if only(&["team"]) && openings().any(|opening| !opening.team.is_empty()) {
        let of_teams =
            || openings().filter(in_question).filter(|o| o.volunteer.is_empty() && o.team.get().is_some_and(|team| filters.has_host(Some(team))));
        put("openings.teams.services", t("Before the book, teams: services", "期初（服务队）：服务次数"), services(of_teams()));
        put("openings.teams.hours", t("Before the book, teams: hours", "期初（服务队）：服务时长"), hours(of_teams()));
        put("openings.teams.beneficiaries", t("Before the book, teams: beneficiaries", "期初（服务队）：受益人次"), beneficiaries(of_teams()));
    }
    if only(&["branch", "track", "volunteer"]) && openings().any(|opening| !opening.volunteer.is_empty()) {
        let is_asked = |volunteer| book.volunteers.get(volunteer).is_some_and(|record| filters.has_volunteer(volunteer, &record));
        let of_people = || openings().filter(in_question).filter(|o| o.team.is_empty() && o.volunteer.get().is_some_and(is_asked));
        put("openings.volunteers.hours", t("Before the book, volunteers: hours", "期初（志愿者）：服务时长"), hours(of_people()));
        // Two who were at one service have it in both their openings: only of one person it can be said how many there were.
        if filters.volunteers().is_some_and(|asked| asked.len() == 1) {
            put("openings.volunteers.services", t("Before the book, volunteers: services", "期初（志愿者）：服务次数"), services(of_people()));
            let title = t("Before the book, volunteers: beneficiaries", "期初（志愿者）：受益人次");
            put("openings.volunteers.beneficiaries", title, beneficiaries(of_people()));
        }
    }
    if is_shown {
        all.left_out.join(left_out(book, ask, query));
    }
}

/// The columns of an opening without which it does not count.
const OF_OPENING: &[Col<Opening>] = &[Opening::volunteer, Opening::team, Opening::until, Opening::services, Opening::hours, Opening::beneficiaries];

/// What of the openings could not be counted.
fn left_out(book: &Book, ask: Ask, query: &Query) -> LeftOut {
    let mut left = LeftOut::repeats::<Opening>(book.openings.repeated);
    for (row, opening) in book.openings.iter().filter(|(_, opening)| opening.until.get().is_none_or(|day| query.has(ask, day))) {
        let figures = opening.services.is_broken() || opening.hours.is_broken() || opening.beneficiaries.is_broken();
        let cause = match names_one(book, opening.volunteer, opening.team) {
            Some(false) => Some("F021"),
            one if one.is_none() || opening.team.is_broken() || opening.until.get().is_none() || figures => {
                Some(book.cause(&book.openings, row, OF_OPENING))
            }
            _ => None,
        };
        cause.into_iter().for_each(|cause| left.add(Opening::DESCRIPTION.name, cause, 1));
    }
    left
}

fn services(openings: impl Iterator<Item = Opening>) -> Value {
    Value::Count(openings.filter_map(|opening| opening.services.get()).map(|n| u64::from(n.0)).sum())
}

fn hours(openings: impl Iterator<Item = Opening>) -> Value {
    Value::Amount(openings.filter_map(|opening| opening.hours.get()).sum::<Amount>())
}

fn beneficiaries(openings: impl Iterator<Item = Opening>) -> Value {
    Value::Count(openings.filter_map(|opening| opening.beneficiaries.get()).map(|n| u64::from(n.0)).sum())
}
