//! Activities: who held them, who took part, what they achieved.

use crate::book::needs::SERVICES;
use crate::figures::{Column, Sheet, Value};
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::outcomes::Outcome;
use crate::tables::participations::{Attendance, Participation};
use crate::value::fixed::Fixed;
use crate::value::{Amount, Day, Row, TableId};

use super::columns::{Extra, Pick, columns};
use super::names::named;
use super::related::related;
use super::{Asking, Noun, Periods, Thing, publicity};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "kind", "place", "branch", "track", "campaign", "role", "volunteer", "status"],
    reads: SERVICES,
    shows: TableSet::of(&[TableId::OUTCOMES, TableId::PARTICIPATIONS, TableId::PUBLICITY]),
    periods: Periods::Begins,
    counts: true,
    ..Noun::of::<Activity>("activity", t("Activity", "活动"))
};

impl Thing for Activity {
    const COLUMNS: &'static [Pick<Self>] =
        columns![Activity: id, date, title, team, kind, status, +participations, +hours_given, beneficiaries, place];

    /// Also what is planned for a later day.
    fn is_current(&self, _: &Asking<'_>) -> bool {
        true
    }

    /// What is planned is known before its day.
    fn is_known(&self, day: Day) -> bool {
        self.status.get() == Some(ActivityStatus::Planned) || self.date.get().is_none_or(|date| date <= day)
    }

    fn is_asked_on(&self, asking: &Asking<'_>, row: Row<Self>, _: Day) -> bool {
        asking.filters.has_service(asking.book, self) && (!asking.filters.is_about_people() || touched(asking, row, self))
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let counts = |activity: &Activity| activity.counts_by(asking.ask.as_of.min(asking.ask.today));
        let attended = move |row, activity: &Activity| {
            let parts = asking.book.facts().of_activity(asking.book, row).filter(|(_, p)| p.counts());
            parts.take(if counts(activity) { usize::MAX } else { 0 })
        };
        vec![
            Extra::figure("participations", t("Participations", "参加人次"), move |row, activity| {
                Value::Count(attended(row, activity).count() as u64)
            }),
            Extra::figure("hours_given", t("Hours given", "服务总时长"), move |row, activity| {
                Value::Amount(attended(row, activity).filter_map(|(_, p)| p.hours.get()).sum::<Amount>())
            }),
        ]
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let mut sheets = vec![people(asking, row, self)];
        sheets.extend(related::<Outcome>(asking, "outcomes", t("Outcomes", "成效"), columns![Outcome: metric, quantity], |_, outcome| {
            outcome.activity.get() == Some(row)
        }));
        sheets.extend(publicity::about(asking, &named(asking.book, row).id));
        sheets
    }
}

/// Whether somebody who is asked for took part or, where it is yet to come, signed up.
fn touched(asking: &Asking<'_>, row: Row<Activity>, activity: &Activity) -> bool {
    let book = asking.book;
    let (day, host) = (activity.date.get(), activity.team.get());
    let is_planned = activity.status.get() == Some(ActivityStatus::Planned);
    let takes_part = |p: &Participation| p.attended() == Some(true) || (is_planned && p.status.get() == Some(Attendance::SignedUp));
    let mut people = book.facts().of_activity(book, row).filter(|(_, p)| takes_part(p)).filter_map(|(_, p)| p.volunteer.get());
    people.any(|volunteer| {
        let is_asked = book.volunteers.get(volunteer).is_some_and(|record| asking.filters.has_volunteer(volunteer, &record));
        is_asked && asking.filters.has_role(day.and_then(|day| book.history().home(volunteer, host, day)))
    })
}

/// Who took part, and who only signed up, with the team each was at home in that day.
fn people(asking: &Asking<'_>, row: Row<Activity>, activity: &Activity) -> Sheet {
    let book = asking.book;
    let (day, host) = (activity.date.get(), activity.team.get());
    let rows = book.facts().of_activity(book, row).map(|(_, p)| {
        let who = p.volunteer.get().map(|volunteer| named(book, volunteer));
        let home = p.volunteer.get().zip(day).and_then(|(volunteer, day)| book.history().home(volunteer, host, day));
        let status = if p.status.is_broken() { None } else { Some(p.status.get().unwrap_or(Attendance::Attended)) };
        vec![
            who.as_ref().map_or(Value::Empty, |who| Value::Id(who.id.clone())),
            who.map_or(Value::Empty, |who| Value::Text(who.name)),
            p.hours.get().map_or(Value::Empty, Value::Amount),
            status.map_or(Value::Empty, |status| Value::word(status.code(), status.title())),
            p.rating.get().map_or(Value::Empty, |rating| Value::Count(u64::from(rating.0))),
            asking.named(home.map(|home| home.team)),
        ]
    });
    let columns = vec![
        Column::words("volunteer", t("Volunteer", "志愿者")),
        Column::words("name", t("Name", "姓名")),
        Column::figure("hours", t("Hours", "服务时长")),
        Column::words("status", t("Status", "状态")),
        Column::figure("rating", t("Rating", "评价")),
        Column::words("home_team", t("Home team", "所属服务队")),
    ];
    Sheet::list("people", t("People", "人员"), asking.scope.clone(), columns, rows.collect())
}
