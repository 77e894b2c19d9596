//! Centres: where they are, which teams belong to them, what was brought there.

use std::collections::HashMap;

use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::centres::Centre;
use crate::value::Row;

use super::made::related;
use super::{Asking, Extra, Made, Noun, facts, listed};

pub(super) static NOUN: Noun = Noun {
    code: "centre",
    title: t("Centres", "服务中心"),
    columns: &["id", "name", "kind", "place", "teams", "requests"],
    list,
    show,
    table: "centres",
};

fn list(asking: &Asking<'_>) -> Made {
    listed(asking, &asking.book.centres, |_, centre| asking.filters.has_place(centre.place.get()), &extras(asking))
}

fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Centre>> {
    let book = asking.book;
    let (mut teams, mut requests): (HashMap<u32, u64>, HashMap<u32, u64>) = Default::default();
    for centre in book.teams.iter().filter_map(|(_, team)| team.centre.get()) {
        *teams.entry(centre.number).or_default() += 1;
    }
    let received = book.requests.iter().filter(|(_, request)| {
        request.received.get().is_some_and(|day| day <= asking.ask.as_of && asking.period.is_none_or(|period| period.has(day)))
    });
    for centre in received.filter_map(|(_, request)| request.centre.get()) {
        *requests.entry(centre.number).or_default() += 1;
    }
    let count = |all: HashMap<u32, u64>| move |row: Row<Centre>| Value::Count(all.get(&row.number).copied().unwrap_or_default());
    vec![Extra::figure("teams", t("Teams", "服务队"), count(teams)), Extra::figure("requests", t("Requests", "服务需求"), count(requests))]
}

fn show(asking: &Asking<'_>, id: &str) -> Option<Vec<Sheet>> {
    let row = asking.find::<Centre>(id)?;
    let book = asking.book;
    let mut about = facts(asking, &book.centres, row, &extras(asking), crate::say!("Centre {id}", "服务中心 {id}", id = id));
    about.notes = asking.findings_about("centres", id);
    let mut sheets = vec![about];
    sheets.extend(related(asking, &book.teams, "teams", &["id", "name", "kind"], |team| team.centre.get() == Some(row)));
    sheets.extend(related(asking, &book.requests, "requests", &["id", "received", "kind", "subject", "status"], |r| r.centre.get() == Some(row)));
    Some(sheets)
}
