//! Activities: who held them, who took part, what they achieved.

use crate::figures::{Column, Sheet, Value};
use crate::say::t;
use crate::tables::activities::Activity;
use crate::value::fixed::Fixed;
use crate::value::{Amount, Row};

use super::made::{related, scope};
use super::{Asking, Extra, Made, Noun, facts, listed};

pub(super) static NOUN: Noun = Noun {
    code: "activity",
    title: t("Activities", "活动"),
    columns: &["id", "date", "team", "kind", "title", "status", "participations", "hours_given", "beneficiaries", "place"],
    list,
    show,
    table: "activities",
};

fn list(asking: &Asking<'_>) -> Made {
    let book = asking.book;
    let keep = |row, activity: &Activity| {
        let day = activity.date.get();
        asking.period.is_none_or(|period| day.is_some_and(|day| period.has(day)))
            && asking.filters.has_service(book, activity)
            && (!asking.filters.is_about_people() || touched(asking, row))
    };
    listed(asking, &book.activities, keep, &extras(asking))
}

/// Whether somebody who is asked for took part.
fn touched(asking: &Asking<'_>, row: Row<Activity>) -> bool {
    let book = asking.book;
    let record = book.activities.get(row);
    let (day, host) = (record.and_then(|a| a.date.get()), record.and_then(|a| a.team.get()));
    book.facts().of_activity(book, row).filter(|(_, p)| p.attended() == Some(true)).filter_map(|(_, p)| p.volunteer.get()).any(|volunteer| {
        let is_asked = book.volunteers.get(volunteer).is_some_and(|record| asking.filters.has_volunteer(volunteer, &record));
        is_asked && asking.filters.has_role(day.and_then(|day| book.history().home(volunteer, host, day)))
    })
}

fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Activity>> {
    let attended = |row| asking.book.facts().of_activity(asking.book, row).filter(|(_, p)| p.attended() == Some(true));
    vec![
        Extra::figure("participations", t("Participations", "参加人次"), move |row| Value::Count(attended(row).count() as u64)),
        Extra::figure("hours_given", t("Hours given", "服务总时长"), move |row| {
            Value::Amount(attended(row).filter_map(|(_, p)| p.hours.get()).sum::<Amount>())
        }),
    ]
}

fn show(asking: &Asking<'_>, id: &str) -> Option<Vec<Sheet>> {
    let row = asking.find::<Activity>(id)?;
    let book = asking.book;
    let mut about = facts(asking, &book.activities, row, &extras(asking), crate::say!("Activity {id}", "活动 {id}", id = id));
    about.notes = asking.findings_about("activities", id);
    let mut sheets = vec![about, people(asking, row)];
    sheets.extend(related(asking, &book.outcomes, "outcomes", &["metric", "quantity"], |outcome| outcome.activity.get() == Some(row)));
    Some(sheets)
}

/// Who took part, and who only signed up.
fn people(asking: &Asking<'_>, row: Row<Activity>) -> Sheet {
    let book = asking.book;
    let rows = book.facts().of_activity(book, row).map(|(_, p)| {
        let volunteer = p.volunteer.get();
        let name = volunteer.and_then(|v| book.volunteers.get(v)).and_then(|v| v.name.get());
        let status = p.status.get().unwrap_or(crate::tables::participations::Attendance::Attended);
        vec![
            volunteer.map_or(Value::Empty, |v| Value::Id(asking.id(v))),
            name.map_or(Value::Empty, |name| Value::Text(book.volunteers.text(name).to_owned())),
            p.hours.get().map_or(Value::Empty, Value::Amount),
            Value::word(status.code(), status.title()),
        ]
    });
    let columns = vec![
        Column::words("volunteer", t("Volunteer", "志愿者")),
        Column::words("name", t("Name", "姓名")),
        Column::figure("hours", t("Hours", "服务时长")),
        Column::words("status", t("Status", "状态")),
    ];
    Sheet::list("people", t("People", "人员"), scope(asking), columns, rows.collect())
}
