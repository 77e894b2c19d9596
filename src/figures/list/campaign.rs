//! Campaigns: their goals, and the activities under their names.

use crate::figures::Sheet;
use crate::figures::stats::count::tallies_by;
use crate::say::t;
use crate::tables::campaigns::Campaign;
use crate::value::Row;

use super::made::related;
use super::team::figures;
use super::{Asking, Extra, Made, Noun, facts, listed};

pub(super) static NOUN: Noun = Noun {
    code: "campaign",
    title: t("Campaigns", "活动品牌"),
    columns: &["id", "name", "place", "services", "participations", "hours", "beneficiaries", "from", "to", "goals"],
    list,
    show,
    table: "campaigns",
};

fn list(asking: &Asking<'_>) -> Made {
    let day = asking.ask.as_of;
    let keep = |row: Row<Campaign>, campaign: &Campaign| {
        let is_on = campaign.from.get().is_none_or(|from| from <= day) && campaign.to.get().is_none_or(|to| day <= to);
        (asking.all || is_on) && asking.filters.has_campaign(row, campaign.track.get()) && asking.filters.has_place(campaign.place.get())
    };
    listed(asking, &asking.book.campaigns, keep, &extras(asking))
}

fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Campaign>> {
    figures(tallies_by(asking.book, asking.ask, asking.period, "campaign"))
}

fn show(asking: &Asking<'_>, id: &str) -> Option<Vec<Sheet>> {
    let row = asking.find::<Campaign>(id)?;
    let book = asking.book;
    let mut about = facts(asking, &book.campaigns, row, &extras(asking), crate::say!("Campaign {id}", "活动品牌 {id}", id = id));
    about.notes = asking.findings_about("campaigns", id);
    let mut sheets = vec![about];
    sheets.extend(related(asking, &book.activities, "activities", &["id", "date", "team", "title", "goal", "status"], |a| {
        a.campaign.get() == Some(row)
    }));
    Some(sheets)
}
