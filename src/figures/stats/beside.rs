//! What an overview shows beside services: commitments, pairings, and what was done before the book began. Each counted apart.

use crate::book::Ask;
use crate::figures::{Column, Value};
use crate::say::{T, t};
use crate::tables::commitments::Kept;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Row};

use super::Query;
use super::by::Look;

/// The figures beside services, for the tables that the book has. Filters about activities are not about these.
pub fn beside(look: &Look<'_>, ask: Ask, query: &Query) -> (Vec<Column>, Vec<Value>) {
    let mut found = Found { look, ask, query, columns: Vec::new(), values: Vec::new() };
    if !query.filters.is_about_activities() {
        found.commitments();
        found.pairings();
        found.openings();
    }
    (found.columns, found.values)
}

struct Found<'a> {
    look: &'a Look<'a>,
    ask: Ask,
    query: &'a Query,
    columns: Vec<Column>,
    values: Vec<Value>,
}

impl Found<'_> {
    fn put(&mut self, key: &str, title: T, value: Value) {
        self.columns.push(Column::figure(key, title));
        self.values.push(value);
    }

    fn count(&mut self, key: &str, title: T, count: u64) {
        self.put(key, title, Value::Count(count));
    }

    /// Whether a day is in question.
    fn has(&self, day: Option<Day>) -> bool {
        day.is_some_and(|day| self.query.has(self.ask, day))
    }

    /// Whether somebody is asked about.
    fn asks_about(&self, volunteer: Option<Row<Volunteer>>) -> bool {
        let book = self.look.book;
        volunteer.is_some_and(|row| book.volunteers.get(row).is_some_and(|record| self.query.filters.has_volunteer(row, &record)))
    }

    /// Commitments made in the period; of these, published and kept up to the day asked about.
    fn commitments(&mut self) {
        let book = self.look.book;
        if !book.commitments.present {
            return;
        }
        let made: Vec<_> =
            book.commitments.iter().filter(|(_, c)| self.has(c.made.get()) && self.asks_about(c.volunteer.get())).map(|(_, c)| c).collect();
        let published = made.iter().filter(|c| c.published.get().is_some_and(|day| day <= self.ask.as_of)).count() as u64;
        let kept = made.iter().filter(|c| c.kept.get() == Some(Kept::Yes)).count() as u64;
        self.count("commitments", t("Commitments made", "承诺"), made.len() as u64);
        self.count("commitments_published", t("Commitments published", "已公示的承诺"), published);
        self.count("commitments_kept", t("Commitments kept", "已践诺的承诺"), kept);
    }

    /// Pairings that lasted on a day of the period, the households they reached, and those raised in it.
    fn pairings(&mut self) {
        let book = self.look.book;
        if !book.pairings.present {
            return;
        }
        let first = self.query.period.map_or(Day::MIN, |period| period.from);
        let last = self.query.period.map_or(self.ask.as_of, |period| period.to.min(self.ask.as_of));
        let households = |p: &crate::tables::pairings::Pairing| p.households.get().map_or(0, |n| u64::from(n.0));
        let lasting: Vec<_> = book
            .pairings
            .iter()
            .map(|(_, pairing)| pairing)
            .filter(|p| p.from.get().is_some_and(|from| from <= last) && !p.to.is_broken() && p.to.get().is_none_or(|to| first <= to))
            .filter(|p| self.asks_about(p.volunteer.get()))
            .collect();
        let raised = lasting.iter().filter(|p| self.has(p.raised.get())).map(households).sum();
        self.count("pairings", t("Pairings", "结对帮扶"), lasting.len() as u64);
        self.count("households_reached", t("Households reached", "结对帮扶户数"), lasting.iter().map(households).sum());
        self.count("households_raised", t("Households raised", "脱困户数"), raised);
    }

    /// What was done before the book began, up to days that are in question; never in another figure.
    fn openings(&mut self) {
        let book = self.look.book;
        if !book.openings.present || self.query.period.is_some() {
            return;
        }
        let before: Vec<_> = book
            .openings
            .iter()
            .map(|(_, opening)| opening)
            .filter(|o| self.has(o.until.get()))
            .filter(|o| if self.query.filters.is_about_people() { self.asks_about(o.volunteer.get()) } else { true })
            .collect();
        let services = before.iter().filter_map(|o| o.services.get()).map(|n| u64::from(n.0)).sum();
        let hours: Amount = before.iter().filter_map(|o| o.hours.get()).sum();
        let beneficiaries = before.iter().filter_map(|o| o.beneficiaries.get()).map(|n| u64::from(n.0)).sum();
        self.count("openings.services", t("Before the book: services", "期初：服务次数"), services);
        self.put("openings.hours", t("Before the book: hours", "期初：服务时长"), Value::Amount(hours));
        self.count("openings.beneficiaries", t("Before the book: beneficiaries", "期初：受益人次"), beneficiaries);
    }
}
