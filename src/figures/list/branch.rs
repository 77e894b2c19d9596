//! Branches: who belongs to them, and what these people gave.

use crate::figures::Sheet;
use crate::figures::needs::TALLIED;
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::branches::Branch;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Row, TableId};

use super::columns::{Extra, Gathers, Pick, columns, counted, figures, tally_below};
use super::related::related;
use super::{Asking, Belongs, Noun, Periods, Thing};

pub(super) static NOUN: Noun = Noun {
    filters: &["branch", "place", "volunteer"],
    reads: TALLIED.with(&[TableId::BRANCHES]),
    shows: TableSet::of(&[TableId::BRANCHES, TableId::TEAMS, TableId::VOLUNTEERS]),
    periods: Periods::Figures,
    counts: true,
    note: Some(t(
        "The figures of a branch include those of all branches below it, so that rows do not add up.",
        "党支部的数字包括其全部下级，因此各行不能相加。",
    )),
    ..Noun::of::<Branch>("branch", t("Branch", "党支部"))
};

impl Thing for Branch {
    const COLUMNS: &'static [Pick<Self>] = columns![Branch: id, name, secretary, +volunteers, +teams, +participations, +hours, +cross_team, place];

    fn belongs(&self, asking: &Asking<'_>, row: Row<Self>) -> Belongs {
        let book = asking.book;
        let is_in = |volunteer: &&Row<Volunteer>| book.volunteers.get(**volunteer).is_some_and(|record| record.branch.get() == Some(row));
        let person = asking.filters.volunteers().and_then(|all| all.iter().find(is_in)).copied();
        Belongs { people: [person, None], branch: Some(row), place: self.place.get(), is_own: true, ..Belongs::default() }
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let book = asking.book;
        let branches = book.branches_below();
        let mut extras = vec![
            counted("volunteers", t("Volunteers", "志愿者"), move || {
                let active = book.volunteers.iter().filter(|(_, volunteer)| volunteer.is_current(asking));
                tally_below(branches, active.filter_map(|(_, volunteer)| volunteer.branch.get()).map(|branch| branch.number))
            }),
            counted("teams", t("Teams", "服务队"), move || {
                let open = book.teams.iter().filter(|(_, team)| team.is_current(asking));
                tally_below(branches, open.filter_map(|(_, team)| team.branch.get()).map(|branch| branch.number))
            }),
        ];
        // Everybody has one branch, so that what people gave adds up; the services that they touched do not.
        let adds_up = |extra: &Extra<'_, Self>| ["participations", "hours", "cross_team"].contains(&extra.column.key.as_str());
        extras.extend(figures(asking, "branch", Gathers::Below(branches)).into_iter().filter(adds_up));
        extras
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let mut sheets = Vec::new();
        let columns = columns![Branch: id, name, secretary, +volunteers, +participations, +hours];
        sheets.extend(related::<Branch>(asking, "branches", t("Branches below", "下级党支部"), columns, |_, branch| {
            branch.parent.get() == Some(row)
        }));
        let columns = columns![Team: id, name, kind, +leader, +members];
        sheets.extend(related::<Team>(asking, "teams", t("Teams", "服务队"), columns, |_, team| {
            team.branch.get() == Some(row) && team.is_current(asking)
        }));
        let columns = columns![Volunteer: id, name, track, +home_team, +role, +services, +hours];
        sheets.extend(related::<Volunteer>(asking, "volunteers", t("Volunteers", "志愿者"), columns, |_, volunteer| {
            volunteer.branch.get() == Some(row) && volunteer.is_current(asking)
        }));
        sheets
    }
}
