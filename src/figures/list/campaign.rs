//! Campaigns: their goals, and the activities under their names.

use std::collections::HashMap;

use crate::figures::needs::TALLIED;
use crate::figures::{Column, Sheet, Value};
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::campaigns::Campaign;
use crate::value::{Row, TableId};

use super::columns::{Extra, Gathers, Pick, columns, figures};
use super::names::named;
use super::related::related;
use super::{Asking, Belongs, Noun, Periods, Thing, publicity};

pub(super) static NOUN: Noun = Noun {
    filters: &["campaign", "place", "track"],
    reads: TALLIED,
    shows: TableSet::of(&[TableId::ACTIVITIES, TableId::PUBLICITY]),
    periods: Periods::Figures,
    counts: true,
    settled: t("over or not yet begun", "已结束或尚未开始"),
    ..Noun::of::<Campaign>("campaign", t("Campaign", "活动品牌"))
};

impl Thing for Campaign {
    const COLUMNS: &'static [Pick<Self>] = columns![Campaign: id, name, place, from, to, +services, +participations, +hours, +beneficiaries, goals];

    fn belongs(&self, _: &Asking<'_>, row: Row<Self>) -> Belongs {
        Belongs { campaign: Some(row), place: self.place.get(), track: self.track.get(), ..Belongs::default() }
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        figures(asking, "campaign", Gathers::Own)
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let mut sheets: Vec<Sheet> = goals(asking, row, self).into_iter().collect();
        let columns = columns![Activity: id, date, title, team, status, +participations, beneficiaries, goal];
        let activities = related::<Activity>(asking, "activities", t("Activities", "活动"), columns, |_, a| {
            a.campaign.get() == Some(row) && asking.figures_of().is_none_or(|period| a.date.get().is_some_and(|day| period.has(day)))
        });
        sheets.extend(activities.map(|sheet| Sheet { most: Some(30), ..sheet }));
        sheets.extend(publicity::about(asking, &named(asking.book, row).id));
        sheets
    }
}

/// How many services each goal of a campaign has had; those whose goal is none of the campaign's, or which name none, stand apart.
fn goals(asking: &Asking<'_>, row: Row<Campaign>, campaign: &Campaign) -> Option<Sheet> {
    let book = asking.book;
    let goals: Vec<&str> = book.campaigns.text(campaign.goals.get()?.0).split(';').map(str::trim).filter(|goal| !goal.is_empty()).collect();
    let mut services: HashMap<&str, u64> = HashMap::new();
    let is_counted = |activity: &Activity| {
        let day = activity.date.get().filter(|day| *day <= asking.ask.as_of);
        activity.campaign.get() == Some(row)
            && activity.status.get() == Some(ActivityStatus::Held)
            && activity.hours.get().is_some()
            && day.is_some_and(|day| asking.figures_of().is_none_or(|period| period.has(day)))
    };
    for (_, activity) in book.activities.iter().filter(|(_, activity)| is_counted(activity)) {
        let goal = activity.goal.get().map_or("", |goal| book.activities.text(goal).trim());
        *services.entry(goals.iter().find(|known| **known == goal).copied().unwrap_or_default()).or_default() += 1;
    }
    // Where no activity names its goal there is nothing to tell.
    if services.keys().all(|goal| goal.is_empty()) {
        return None;
    }
    let mut rows: Vec<Vec<Value>> =
        goals.iter().map(|goal| vec![Value::Text((*goal).to_owned()), Value::Count(services.get(goal).copied().unwrap_or_default())]).collect();
    if let Some(others) = services.get("") {
        rows.push(vec![Value::word("none", t("(none of these)", "（其他）")), Value::Count(*others)]);
    }
    let columns = vec![Column::words("goal", t("Goal", "目标")), Column::figure("services", t("Services", "服务次数"))];
    Some(Sheet::list("goals", t("Goals", "目标"), asking.scope.clone(), columns, rows))
}
