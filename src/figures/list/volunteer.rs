//! Volunteers: where they are at home, where they served, what they promised and learned.

use std::collections::HashMap;

use crate::book::Stay;
use crate::figures::needs::TALLIED;
use crate::figures::{Column, Sheet, Value};
use crate::say::t;
use crate::tables::appointments::Appointment;
use crate::tables::certificates::Certificate;
use crate::tables::commitments::Commitment;
use crate::tables::leaves::Leave;
use crate::tables::openings::Opening;
use crate::tables::pairings::Pairing;
use crate::tables::people::{self, Person};
use crate::tables::recognitions::Recognition;
use crate::tables::requests::Request;
use crate::tables::trainings::Training;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Column as TableColumn, Record, TableSet};
use crate::value::fixed::Fixed;
use crate::value::{Amount, Day, Period, Row, TableId};

use super::columns::{Extra, Gathers, Pick, columns, figures, lazily};
use super::names::named;
use super::related::{owned, related};
use super::{Asking, Belongs, Noun, Periods, Private, Thing, exchange, publicity};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "place", "branch", "track", "role", "volunteer"],
    reads: TALLIED,
    shows: TableSet::of(&[
        TableId::APPOINTMENTS,
        TableId::LEAVES,
        TableId::COMMITMENTS,
        TableId::PAIRINGS,
        TableId::EXCHANGES,
        TableId::REQUESTS,
        TableId::TRAININGS,
        TableId::RECOGNITIONS,
        TableId::CERTIFICATES,
        TableId::OPENINGS,
        TableId::PUBLICITY,
    ]),
    periods: Periods::Figures,
    counts: true,
    settled: t("left, or not yet joined", "已退出或尚未加入"),
    private: Private::Listed,
    ..Noun::of::<Volunteer>("volunteer", t("Volunteer", "志愿者"))
};

impl Thing for Volunteer {
    const COLUMNS: &'static [Pick<Self>] = columns![Volunteer: id, name, track, +home_team, +role, +services, +hours, +last, branch, skills, joined];

    fn belongs(&self, _: &Asking<'_>, row: Row<Self>) -> Belongs {
        Belongs::to(Some(row))
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let (book, day) = (asking.book, asking.ask.as_of);
        let mut extras = vec![
            Extra::refers("home_team", t("Home team", "所属服务队"), move |row, _| asking.named(home(asking, row).map(|stay| stay.team))),
            Extra::words("role", t("Role", "角色"), move |row, _| {
                home(asking, row).and_then(|stay| stay.role).map_or(Value::Empty, |role| Value::word(role.code(), role.title()))
            }),
            Extra::words("away", t("Away", "状态"), move |row, _| {
                if book.history().on_leave(book, row, day) { Value::word("yes", t("on leave", "暂离")) } else { Value::Empty }
            }),
        ];
        // Of one person, services taken part in and participations are the same number: one of them is enough.
        let own = |extra: &Extra<'_, Self>| ["services", "hours", "cross_team"].contains(&extra.column.key.as_str());
        extras.extend(figures(asking, "volunteer", Gathers::Own).into_iter().filter(own));
        extras.push(Extra::words("last", t("Last activity", "最近活动"), move |row, _| {
            attended(asking, row, None).map(|part| part.day).max().map_or(Value::Empty, Value::Day)
        }));
        extras.extend(private(asking));
        extras
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let mine = |of: Option<Row<Volunteer>>| of == Some(row);
        let mut sheets = vec![homes(asking, row)];
        sheets.extend(related::<Appointment>(asking, "offices", t("Offices", "任职"), columns![Appointment: team, office, from, to], |_, a| {
            mine(a.volunteer.get())
        }));
        sheets.push(services(asking, row, asking.figures_of(), 20));
        sheets.extend(related::<Opening>(
            asking,
            "openings",
            t("Before the book", "期初数"),
            columns![Opening: until, services, hours, beneficiaries, source],
            |_, opening| mine(opening.volunteer.get()) && opening.team.is_empty(),
        ));
        let columns = columns![Leave: from, to, +days, reason];
        sheets.extend(owned::<Leave>(asking, "leaves", t("Leaves", "暂离"), columns, row));
        let columns = columns![Commitment: id, category, text, made, due, published, kept];
        sheets.extend(owned::<Commitment>(asking, "commitments", t("Commitments", "承诺"), columns, row));
        let columns = columns![Pairing: id, kind, recipient, households, from, to, +months, raised];
        sheets.extend(owned::<Pairing>(asking, "pairings", t("Pairings", "结对帮扶"), columns, row));
        sheets.extend(exchange::balances(asking, &[row]));
        let columns = columns![Request: id, received, kind, subject, status];
        sheets.extend(related::<Request>(asking, "requests", t("Requests", "服务需求"), columns, |_, r| mine(r.volunteer.get())));
        let columns = columns![Training: id, date, title, hours, skill, expires, +in_force];
        sheets.extend(owned::<Training>(asking, "trainings", t("Trainings", "培训"), columns, row));
        let columns = columns![Recognition: id, date, title, by];
        sheets.extend(owned::<Recognition>(asking, "recognitions", t("Recognitions", "表彰奖励"), columns, row));
        let columns = columns![Certificate: id, issued, period, hours, services, revoked];
        sheets.extend(owned::<Certificate>(asking, "certificates", t("Certificates", "志愿服务记录证明"), columns, row));
        sheets.extend(publicity::about(asking, &named(asking.book, row).id));
        sheets
    }
}

fn home<'a>(asking: &Asking<'a>, row: Row<Volunteer>) -> Option<&'a Stay> {
    asking.book.history().home(row, None, asking.ask.as_of)
}

/// What `private/people` says of each volunteer: the columns of that table but for the volunteer.
fn private<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Volunteer>> {
    let book = asking.book;
    let rows =
        lazily(move || book.people.iter().filter_map(|(row, person)| Some((person.volunteer.get()?, row))).collect::<HashMap<_, Row<Person>>>());
    let columns = people::DESCRIPTION.columns.iter().filter(|column| column.number != Person::volunteer.number());
    let column = |column: &'static TableColumn| {
        let rows = std::rc::Rc::clone(&rows);
        Extra::private(column.code, column.title, move |row: Row<Volunteer>, _: &Volunteer| {
            let person = rows.get(&row).and_then(|person| book.people.get(*person));
            person.map_or(Value::Empty, |person| person.shown(column.number, &book.shelf::<Person>()))
        })
    };
    columns.map(column).collect()
}

/// Home teams over time.
fn homes(asking: &Asking<'_>, row: Row<Volunteer>) -> Sheet {
    let rows = asking.book.history().of_volunteer(row).map(|stay| {
        let to = if stay.to == Day::MAX { Value::Empty } else { Value::Day(stay.to) };
        let role = stay.role.map_or(Value::Empty, |role| Value::word(role.code(), role.title()));
        vec![asking.named(Some(stay.team)), role, Value::Day(stay.from), to]
    });
    let columns = vec![
        Column::words("team", t("Home team", "所属服务队")),
        Column::words("role", t("Role", "角色")),
        Column::words("from", t("From", "起始日期")),
        Column::words("to", t("To", "结束日期")),
    ];
    Sheet::list("homes", t("Home teams", "归属"), asking.scope.clone(), columns, rows.collect())
}

/// A part in a held activity, up to the day asked about.
pub(super) struct Attended {
    /// The day.
    pub day: Day,
    /// The activity.
    pub activity: Row<crate::tables::activities::Activity>,
    /// The hours given.
    pub hours: Amount,
}

/// What a volunteer took part in, in a period.
pub(super) fn attended<'a>(asking: &'a Asking<'_>, row: Row<Volunteer>, period: Option<Period>) -> impl Iterator<Item = Attended> + 'a {
    let book = asking.book;
    let last = asking.ask.as_of.min(asking.ask.today);
    book.facts().of_volunteer(book, row).filter(|(_, p)| p.counts()).filter_map(move |(_, p)| {
        let activity = p.activity.get()?;
        let record = book.activities.get(activity).filter(|activity| activity.counts_by(last))?;
        let day = record.date.get().filter(|day| period.is_none_or(|period| period.has(*day)))?;
        Some(Attended { day, activity, hours: p.hours.get()? })
    })
}

/// Services taken part in, the latest first; those with another team are marked.
pub(super) fn services(asking: &Asking<'_>, row: Row<Volunteer>, period: Option<Period>, most: usize) -> Sheet {
    let book = asking.book;
    let mut parts: Vec<Attended> = attended(asking, row, period).collect();
    parts.sort_by_key(|part| std::cmp::Reverse((part.day, part.activity.number)));
    let rows = parts.into_iter().map(|part| {
        let host = book.activities.get(part.activity).and_then(|activity| activity.team.get());
        let home = book.history().home(row, host, part.day);
        let is_crossing = host.is_some() && home.is_some_and(|home| Some(home.team) != host);
        let activity = named(book, part.activity);
        let crossing = if is_crossing { Value::word("yes", t("cross-team", "跨队")) } else { Value::Empty };
        vec![Value::Day(part.day), Value::Id(activity.id), Value::Text(activity.name), Value::Amount(part.hours), crossing, asking.named(host)]
    });
    let columns = vec![
        Column::words("date", t("Date", "日期")),
        Column::words("activity", t("Activity", "活动")),
        Column::words("title", t("Title", "活动名称")),
        Column::figure("hours", t("Hours", "服务时长")),
        Column::words("cross_team", t("Cross-team", "跨队")),
        Column::words("team", t("Host team", "主办服务队")),
    ];
    Sheet { most: Some(most), ..Sheet::list("services", t("Services", "服务"), asking.scope.clone(), columns, rows.collect()) }
}
