//! Volunteers: where they are at home, where they served, what they promised and learned.

use crate::book::Stay;
use crate::figures::stats::count::tallies_by;
use crate::figures::{Column, Sheet, Value};
use crate::say::t;
use crate::tables::activities::ActivityStatus;
use crate::tables::volunteers::Volunteer;
use crate::value::fixed::Fixed;
use crate::value::{Day, Row};

use super::made::{related, scope};
use super::team::figures;
use super::{Asking, Extra, Made, Noun, facts, listed};

pub(super) static NOUN: Noun = Noun {
    code: "volunteer",
    title: t("Volunteers", "志愿者"),
    columns: &["id", "name", "track", "home_team", "role", "services", "hours", "branch", "skills", "joined"],
    list,
    show,
    table: "volunteers",
};

fn list(asking: &Asking<'_>) -> Made {
    let book = asking.book;
    let keep = |row, volunteer: &Volunteer| {
        (asking.all || is_active(asking, volunteer))
            && asking.filters.has_volunteer(row, volunteer)
            && asking.filters.has_place(volunteer.residence.get())
            && asking.filters.has_home(home(asking, row))
    };
    listed(asking, &book.volunteers, keep, &extras(asking))
}

fn is_active(asking: &Asking<'_>, volunteer: &Volunteer) -> bool {
    let day = asking.ask.as_of;
    volunteer.joined.get().is_none_or(|joined| joined.0 <= day) && volunteer.left.get().is_none_or(|left| day <= left.0)
}

fn home<'a>(asking: &Asking<'a>, row: Row<Volunteer>) -> Option<&'a Stay> {
    asking.book.history().home(row, None, asking.ask.as_of)
}

fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Volunteer>> {
    let mut extras = vec![
        Extra::words("home_team", t("Home team", "所属服务队"), |row| {
            home(asking, row).map_or(Value::Empty, |stay| Value::Id(asking.id(stay.team)))
        }),
        Extra::words("role", t("Role", "角色"), |row| {
            home(asking, row).and_then(|stay| stay.role).map_or(Value::Empty, |role| Value::word(role.code(), role.title()))
        }),
    ];
    // Of one person, services taken part in and participations are the same number: one of them is enough.
    let tallies = tallies_by(asking.book, asking.ask, asking.period, "volunteer");
    extras.extend(figures(tallies).into_iter().filter(|extra| ["services", "hours"].contains(&extra.column.key.as_str())));
    extras
}

fn show(asking: &Asking<'_>, id: &str) -> Option<Vec<Sheet>> {
    let row = asking.find::<Volunteer>(id)?;
    let book = asking.book;
    let mut about = facts(asking, &book.volunteers, row, &extras(asking), crate::say!("Volunteer {id}", "志愿者 {id}", id = id));
    about.notes = asking.findings_about("volunteers", id);
    let mine = |of: Option<Row<Volunteer>>| of == Some(row);
    let mut sheets = vec![about, homes(asking, row), services(asking, row)];
    sheets.extend(related(asking, &book.commitments, "commitments", &["id", "category", "text", "made", "due", "published", "kept"], |c| {
        mine(c.volunteer.get())
    }));
    sheets.extend(related(asking, &book.trainings, "trainings", &["id", "date", "title", "hours", "skill", "expires"], |c| mine(c.volunteer.get())));
    sheets.extend(related(asking, &book.recognitions, "recognitions", &["id", "date", "title", "by"], |c| mine(c.volunteer.get())));
    Some(sheets)
}

/// Home teams over time.
fn homes(asking: &Asking<'_>, row: Row<Volunteer>) -> Sheet {
    let rows = asking.book.history().of_volunteer(row).map(|stay| {
        let to = if stay.to == Day::MAX { Value::Empty } else { Value::Day(stay.to) };
        let role = stay.role.map_or(Value::Empty, |role| Value::word(role.code(), role.title()));
        vec![Value::Id(asking.id(stay.team)), role, Value::Day(stay.from), to]
    });
    let columns = vec![
        Column::words("team", t("Home team", "所属服务队")),
        Column::words("role", t("Role", "角色")),
        Column::words("from", t("From", "起始日期")),
        Column::words("to", t("To", "结束日期")),
    ];
    Sheet::list("homes", t("Home teams", "组织关系"), scope(asking), columns, rows.collect())
}

/// Services taken part in, the latest first; those with another team are marked.
fn services(asking: &Asking<'_>, row: Row<Volunteer>) -> Sheet {
    const MOST: usize = 20;
    let book = asking.book;
    let mut parts: Vec<_> = book
        .facts()
        .of_volunteer(book, row)
        .filter(|(_, p)| p.attended() == Some(true))
        .filter_map(|(_, p)| {
            let activity = p.activity.get()?;
            let record = book.activities.get(activity).filter(|a| a.status.get() == Some(ActivityStatus::Held))?;
            let day = record.date.get().filter(|day| *day <= asking.ask.as_of && asking.period.is_none_or(|period| period.has(*day)))?;
            Some((day, activity, record, p.hours.get()?))
        })
        .collect();
    parts.sort_by_key(|(day, activity, _, _)| std::cmp::Reverse((*day, activity.number)));
    let others = parts.len().saturating_sub(MOST);
    let rows = parts.into_iter().take(MOST).map(|(day, activity, record, hours)| {
        let host = record.team.get();
        let home = book.history().home(row, host, day);
        let is_crossing = host.is_some() && home.is_some_and(|home| Some(home.team) != host);
        let title = record.title.get().map_or(Value::Empty, |title| Value::Text(book.activities.text(title).to_owned()));
        let team = host.map_or(Value::Empty, |host| Value::Id(asking.id(host)));
        let crossing = if is_crossing { Value::word("yes", t("cross-team", "跨队")) } else { Value::Empty };
        vec![Value::Day(day), Value::Id(asking.id(activity)), title, team, Value::Amount(hours), crossing]
    });
    let columns = vec![
        Column::words("date", t("Date", "日期")),
        Column::words("activity", t("Activity", "活动")),
        Column::words("title", t("Title", "活动名称")),
        Column::words("team", t("Host team", "主办服务队")),
        Column::figure("hours", t("Hours", "服务时长")),
        Column::words("cross_team", t("Cross-team", "跨队")),
    ];
    let mut sheet = Sheet::list("services", t("Services", "服务"), scope(asking), columns, rows.collect());
    if others > 0 {
        sheet.notes.push(crate::say!("… and {n} earlier; --period narrows them down", "……另有 {n} 次更早的；可用 --period 缩小范围", n = others));
    }
    sheet
}
