//! What an overview shows beside services: requests, commitments, pairings and whatever else is a question of its own, and what was
//! done before the book began. Each is counted apart.

use crate::book::{Ask, Book};
use crate::figures::questions::{self, Asking, Beside};
use crate::figures::{Column, Value};
use crate::say::t;
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

/// What was done before the book began, up to days that are in question; never in another figure.
fn openings(book: &Book, ask: Ask, query: &Query, all: &mut Beside) {
    let filters = &query.filters;
    if !book.openings.present || query.period.is_some() || filters.is_about_activities() {
        return;
    }
    let is_asked = |volunteer| book.volunteers.get(volunteer).is_some_and(|record| filters.has_volunteer(volunteer, &record));
    let before: Vec<_> = book
        .openings
        .iter()
        .map(|(_, opening)| opening)
        .filter(|o| o.until.get().is_some_and(|day| query.has(ask, day)))
        .filter(|o| !filters.is_about_people() || o.volunteer.get().is_some_and(is_asked))
        .collect();
    let services = before.iter().filter_map(|o| o.services.get()).map(|n| u64::from(n.0)).sum();
    let hours: Amount = before.iter().filter_map(|o| o.hours.get()).sum();
    let beneficiaries = before.iter().filter_map(|o| o.beneficiaries.get()).map(|n| u64::from(n.0)).sum();
    let mut put = |key: &str, title, value| {
        all.columns.push(Column::figure(key, title));
        all.values.push(value);
    };
    put("openings.services", t("Before the book: services", "期初：服务次数"), Value::Count(services));
    put("openings.hours", t("Before the book: hours", "期初：服务时长"), Value::Amount(hours));
    put("openings.beneficiaries", t("Before the book: beneficiaries", "期初：受益人次"), Value::Count(beneficiaries));
}
