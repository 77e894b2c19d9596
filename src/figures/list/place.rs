//! Places: what lies in them, and what was done there and below.

use std::collections::{HashMap, HashSet};

use crate::figures::Value;
use crate::figures::stats::count::{Tally, tallies_by};
use crate::say::t;
use crate::tables::places::Place;
use crate::value::Row;

use super::made::related;
use super::team::figures;
use super::{Asking, Extra, Made, Noun, facts, listed};
use crate::figures::Sheet;

pub(super) static NOUN: Noun = Noun {
    code: "place",
    title: t("Places", "地点"),
    columns: &["id", "name", "kind", "parent", "teams", "residents", "services", "participations", "hours", "beneficiaries", "households"],
    list,
    show,
    table: "places",
};

fn list(asking: &Asking<'_>) -> Made {
    listed(asking, &asking.book.places, |row, _| asking.filters.has_place(Some(row)), &extras(asking))
}

/// Figures of a place are rolled up: they are those of all below it, too.
fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Place>> {
    let book = asking.book;
    let tree = book.tree();
    let (mut teams, mut residents): (HashMap<u32, u64>, HashMap<u32, u64>) = Default::default();
    for place in book.teams.iter().filter_map(|(_, team)| team.place.get()) {
        tree.places_up(place).for_each(|above| *teams.entry(above.number).or_default() += 1);
    }
    for place in book.volunteers.iter().filter_map(|(_, volunteer)| volunteer.residence.get()) {
        tree.places_up(place).for_each(|above| *residents.entry(above.number).or_default() += 1);
    }
    let own = tallies_by(book, asking.ask, asking.period, "place");
    let tallies = rolled_up(own, |place| tree.places_up(Row::new(place)).map(|above| above.number).collect());
    let mut extras = vec![
        Extra::figure("teams", t("Teams", "服务队"), move |row: Row<Place>| Value::Count(teams.get(&row.number).copied().unwrap_or_default())),
        Extra::figure("residents", t("Volunteers living there", "居住的志愿者"), move |row: Row<Place>| {
            Value::Count(residents.get(&row.number).copied().unwrap_or_default())
        }),
    ];
    extras.extend(figures(tallies));
    extras
}

/// Sums with those of all below. An activity lies in one place, so that what is summed here is never counted twice;
/// distinct volunteers are, and are left out.
fn rolled_up(own: HashMap<u32, Tally>, up: impl Fn(u32) -> Vec<u32>) -> HashMap<u32, Tally> {
    let mut sums: HashMap<u32, Tally> = HashMap::new();
    for (number, tally) in own {
        let above: HashSet<u32> = up(number).into_iter().collect();
        for place in above {
            let sum = sums.entry(place).or_default();
            sum.services += tally.services;
            sum.participations += tally.participations;
            sum.hours += tally.hours;
            sum.beneficiaries += tally.beneficiaries;
        }
    }
    sums
}

fn show(asking: &Asking<'_>, id: &str) -> Option<Vec<Sheet>> {
    let row = asking.find::<Place>(id)?;
    let book = asking.book;
    let mut about = facts(asking, &book.places, row, &extras(asking), crate::say!("Place {id}", "地点 {id}", id = id));
    about.notes = asking.findings_about("places", id);
    let mut sheets = vec![about];
    let here = |place: Option<Row<Place>>| place == Some(row);
    sheets.extend(related(asking, &book.places, "places", &["id", "name", "kind"], |place| here(place.parent.get())));
    sheets.extend(related(asking, &book.centres, "centres", &["id", "name", "kind"], |centre| here(centre.place.get())));
    sheets.extend(related(asking, &book.teams, "teams", &["id", "name", "kind"], |team| here(team.place.get())));
    Some(sheets)
}
