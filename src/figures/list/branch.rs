//! Branches: who belongs to them, and what these people gave.

use std::collections::HashMap;

use crate::figures::stats::count::tallies_by;
use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::branches::Branch;
use crate::value::Row;

use super::made::related;
use super::team::figures;
use super::{Asking, Extra, Made, Noun, facts, listed};

pub(super) static NOUN: Noun = Noun {
    code: "branch",
    title: t("Branches", "党支部"),
    columns: &["id", "name", "parent", "secretary", "volunteers", "participations", "hours", "place"],
    list,
    show,
    table: "branches",
};

fn list(asking: &Asking<'_>) -> Made {
    let keep = |row, branch: &Branch| asking.filters.has_branch(Some(row)) && asking.filters.has_place(branch.place.get());
    listed(asking, &asking.book.branches, keep, &extras(asking))
}

fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Branch>> {
    let day = asking.ask.as_of;
    let mut people: HashMap<u32, u64> = HashMap::new();
    for (_, volunteer) in asking.book.volunteers.iter() {
        let is_active = volunteer.joined.get().is_none_or(|joined| joined.0 <= day) && volunteer.left.get().is_none_or(|left| day <= left.0);
        if let Some(branch) = volunteer.branch.get().filter(|_| is_active) {
            *people.entry(branch.number).or_default() += 1;
        }
    }
    let mut extras = vec![Extra::figure("volunteers", t("Volunteers", "志愿者"), move |row: Row<Branch>| {
        Value::Count(people.get(&row.number).copied().unwrap_or_default())
    })];
    let tallies = tallies_by(asking.book, asking.ask, asking.period, "branch");
    extras.extend(figures(tallies).into_iter().filter(|extra| ["participations", "hours"].contains(&extra.column.key.as_str())));
    extras
}

fn show(asking: &Asking<'_>, id: &str) -> Option<Vec<Sheet>> {
    let row = asking.find::<Branch>(id)?;
    let book = asking.book;
    let mut about = facts(asking, &book.branches, row, &extras(asking), crate::say!("Branch {id}", "党支部 {id}", id = id));
    about.notes = asking.findings_about("branches", id);
    let mut sheets = vec![about];
    sheets.extend(related(asking, &book.branches, "branches", &["id", "name", "secretary"], |branch| branch.parent.get() == Some(row)));
    sheets.extend(related(asking, &book.teams, "teams", &["id", "name", "kind"], |team| team.branch.get() == Some(row)));
    sheets.extend(related(asking, &book.volunteers, "volunteers", &["id", "name", "track", "joined", "left"], |v| v.branch.get() == Some(row)));
    Some(sheets)
}
