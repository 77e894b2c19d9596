//! Recognitions: awards, exemplars and stars of volunteers and teams.

use crate::figures::Sheet;
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::recognitions::Recognition;
use crate::value::{Row, TableId};

use super::columns::{Pick, columns};
use super::names::named;
use super::{Asking, Belongs, Noun, Periods, Thing, publicity};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "place", "branch", "track", "role", "volunteer"],
    shows: TableSet::of(&[TableId::PUBLICITY]),
    periods: Periods::Begins,
    settled: t("dated later", "日期在此之后"),
    ..Noun::of::<Recognition>("recognition", t("Recognition", "表彰奖励"))
};

impl Thing for Recognition {
    const COLUMNS: &'static [Pick<Self>] = columns![Recognition: id, date, title, volunteer, team, by, citation];

    fn belongs(&self, asking: &Asking<'_>, _: Row<Self>) -> Belongs {
        let team = self.team.get();
        let record = team.and_then(|team| asking.book.teams.get(team));
        Belongs {
            team,
            place: record.and_then(|team| team.place.get()),
            branch: record.and_then(|team| team.branch.get()),
            ..Belongs::to(self.volunteer.get())
        }
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        publicity::about(asking, &named(asking.book, row).id).into_iter().collect()
    }
}
