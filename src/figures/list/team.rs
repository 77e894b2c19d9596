//! Teams: who is in them, who leads them, what they did.

use std::collections::{HashMap, HashSet};

use crate::book::{Stay, Term};
use crate::figures::needs::TALLIED;
use crate::figures::{Column, Sheet, Value};
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::appointments::Office;
use crate::tables::memberships::Role;
use crate::tables::openings::Opening;
use crate::tables::posts::Post;
use crate::tables::recognitions::Recognition;
use crate::tables::requests::Request;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::fixed::Fixed;
use crate::value::{Day, Row, TableId};

use super::columns::{Extra, Gathers, Pick, below, columns, figures, lazily};
use super::names::named;
use super::related::related;
use super::{Asking, Belongs, Noun, Periods, Thing, publicity};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "kind", "place", "branch", "volunteer"],
    reads: TALLIED,
    shows: TableSet::of(&[
        TableId::ACTIVITIES,
        TableId::OPENINGS,
        TableId::POSTS,
        TableId::RECOGNITIONS,
        TableId::REQUESTS,
        TableId::TEAMS,
        TableId::PUBLICITY,
    ]),
    periods: Periods::Figures,
    counts: true,
    settled: t("closed or not yet founded", "已撤销或尚未成立"),
    note: Some(t(
        "What a team with sub-teams did includes what these did, so that rows do not add up.",
        "有分队的，活动数字包括其分队，因此各行不能相加。",
    )),
    ..Noun::of::<Team>("team", t("Team", "服务队"))
};

impl Thing for Team {
    const COLUMNS: &'static [Pick<Self>] =
        columns![Team: id, name, +leader, +members, +backbone, +successors, +services, +hours, +last, kind, +participations, +beneficiaries, place];

    fn belongs(&self, asking: &Asking<'_>, row: Row<Self>) -> Belongs {
        let is_in = |volunteer: &&Row<Volunteer>| {
            let (history, day) = (asking.book.history(), asking.ask.as_of);
            history.members(row, day).any(|stay| stay.volunteer == **volunteer)
                || history.terms(row).any(|term| term.volunteer == **volunteer && term.has(day))
        };
        let person = asking.filters.volunteers().and_then(|all| all.iter().find(is_in)).copied();
        Belongs { people: [person, None], team: Some(row), place: self.place.get(), branch: self.branch.get(), is_own: true, ..Belongs::default() }
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let (book, day) = (asking.book, asking.ask.as_of);
        let members = move |row, role: Option<Role>| {
            Value::Count(book.history().members(row, day).filter(|stay| role.is_none() || stay.role == role).count() as u64)
        };
        let last = lazily(move || last_held(asking));
        let below = lazily(move || members_below(asking));
        let mut extras = vec![
            Extra::refers("leader", t("Leader", "负责人"), move |row, _| officers(asking, row, Office::Leader)),
            Extra::refers("deputy", t("Deputy", "副负责人"), move |row, _| officers(asking, row, Office::Deputy)),
            Extra::figure("members", t("Members", "人数"), move |row, _| members(row, None)),
            Extra::figure("members_below", t("With sub-teams", "含分队人数"), move |row: Row<Team>, _: &Team| {
                below.get(&row.number).map_or(Value::Empty, |n| Value::Count(*n))
            }),
            Extra::figure("minimum", t("Members it must have", "至少应有人数"), move |_, _| {
                Value::Count(book.settings.rules.minimum_members.unsigned_abs())
            }),
            Extra::figure("backbone", t("Backbone", "骨干"), move |row, _| members(row, Some(Role::Backbone))),
            Extra::figure("successors", t("Successors", "后备"), move |row, _| members(row, Some(Role::Successor))),
            Extra::words("last", t("Last activity", "最近活动"), move |row: Row<Team>, _: &Team| {
                last.get(&row.number).copied().flatten().map_or(Value::Empty, Value::Day)
            }),
        ];
        extras.extend(figures(asking, "team", Gathers::Below(book.teams_below())));
        extras
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let day = asking.ask.as_of;
        let mut sheets = vec![people(asking, row)];
        let columns = columns![Team: id, name, kind, +leader, +members, +services, +hours];
        sheets.extend(related::<Team>(asking, "teams", t("Sub-teams", "分队"), columns, |_, team| team.parent.get() == Some(row)));
        sheets.push(recent(asking, row));
        sheets.extend(related::<Activity>(
            asking,
            "planned",
            t("Planned", "计划的活动"),
            columns![Activity: date, id, title, start, place],
            |_, a| a.team.get() == Some(row) && a.status.get() == Some(ActivityStatus::Planned) && a.date.get().is_some_and(|date| day <= date),
        ));
        let columns = columns![Request: id, received, kind, subject, +answer_by, +days_overdue];
        sheets.extend(related::<Request>(asking, "requests", t("Requests to answer", "待答复的需求"), columns, |_, request| {
            request.team.get() == Some(row) && request.is_current(asking)
        }));
        let columns = columns![Post: id, name, capacity, +declared, +free];
        sheets.extend(related::<Post>(asking, "posts", t("Service posts", "服务岗位"), columns, |_, post| post.team.get() == Some(row)));
        sheets.extend(related::<Recognition>(
            asking,
            "recognitions",
            t("Recognitions", "表彰奖励"),
            columns![Recognition: id, date, title, by],
            |_, r| r.team.get() == Some(row),
        ));
        let columns = columns![Opening: until, services, hours, beneficiaries, source];
        sheets.extend(related::<Opening>(asking, "openings", t("Before the book", "期初数"), columns, |_, opening| {
            opening.team.get() == Some(row) && opening.volunteer.is_empty()
        }));
        sheets.extend(publicity::about(asking, &named(asking.book, row).id));
        sheets
    }
}

/// The day of the last activity that each team, or one below it, has held up to the day asked about.
fn last_held(asking: &Asking<'_>) -> HashMap<u32, Option<Day>> {
    let mut last: HashMap<u32, Option<Day>> = HashMap::new();
    for (_, activity) in asking.book.activities.iter() {
        if let (Some(team), Some(day), Some(ActivityStatus::Held)) = (activity.team.get(), activity.date.get(), activity.status.get())
            && day <= asking.ask.as_of
        {
            let latest = last.entry(team.number).or_default();
            *latest = Some(day).max(*latest);
        }
    }
    below(asking.book.teams_below(), &last, |latest, day| *latest = (*latest).max(*day))
}

/// How many people are in a team or in one below it, for teams with others below: somebody who is in several counts once.
fn members_below(asking: &Asking<'_>) -> HashMap<u32, u64> {
    let (book, day) = (asking.book, asking.ask.as_of);
    let parents: HashSet<u32> = book.teams.iter().filter_map(|(_, team)| team.parent.get()).map(|parent| parent.number).collect();
    let members = book.teams.iter().flat_map(|(team, _)| book.history().members(team, day).map(move |stay| (team.number, stay.volunteer.number, 1)));
    let mut counts = HashMap::new();
    book.teams_below().distinct_below(members, |team, people| {
        if parents.contains(&team) {
            counts.insert(team, people.sum);
        }
    });
    counts
}

/// Who holds an office in a team on the day asked about, by id.
fn officers(asking: &Asking<'_>, team: Row<Team>, office: Office) -> Value {
    let terms = asking.book.history().terms(team).filter(|term| term.office == office && term.has(asking.ask.as_of));
    let mut all: Vec<_> = terms.map(|term| named(asking.book, term.volunteer)).collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all.dedup();
    if all.is_empty() { Value::Empty } else { Value::Refs(all) }
}

/// The people of a team on the day asked about, by office and role; also who leads it without being a member.
fn people(asking: &Asking<'_>, team: Row<Team>) -> Sheet {
    let (book, day) = (asking.book, asking.ask.as_of);
    let terms: Vec<&Term> = book.history().terms(team).filter(|term| term.has(day)).collect();
    let office = |volunteer| terms.iter().filter(|term| term.volunteer == volunteer).map(|term| term.office).min();
    let mut all: Vec<(Row<Volunteer>, Option<&Stay>)> = book.history().members(team, day).map(|stay| (stay.volunteer, Some(stay))).collect();
    for term in &terms {
        if all.iter().all(|(volunteer, _)| *volunteer != term.volunteer) {
            all.push((term.volunteer, None));
        }
    }
    let last = u8::MAX;
    all.sort_by_cached_key(|(volunteer, stay)| {
        let role = stay.and_then(|stay| stay.role).map_or(last, Fixed::number);
        (office(*volunteer).map_or(last, Fixed::number), role, named(book, *volunteer).id)
    });
    let rows = all.into_iter().map(|(volunteer, stay)| {
        let identities = book.volunteers.get(volunteer).and_then(|v| v.identities.get()).map_or(Value::Empty, |list| {
            Value::words(book.volunteers.items(list).map(|word| (book.words.code(word).to_owned(), book.words.title(word))))
        });
        let away = if book.history().on_leave(book, volunteer, day) { Value::word("yes", t("on leave", "暂离")) } else { Value::Empty };
        let named = named(book, volunteer);
        vec![
            Value::Id(named.id),
            Value::Text(named.name),
            office(volunteer).map_or(Value::Empty, |office| Value::word(office.code(), office.title())),
            stay.and_then(|stay| stay.role).map_or(Value::Empty, |role| Value::word(role.code(), role.title())),
            stay.map_or(Value::Empty, |stay| Value::Day(stay.from)),
            away,
            identities,
        ]
    });
    let columns = vec![
        Column::words("volunteer", t("Volunteer", "志愿者")),
        Column::words("name", t("Name", "姓名")),
        Column::words("office", t("Office", "职务")),
        Column::words("role", t("Role", "角色")),
        Column::words("from", t("From", "起始日期")),
        Column::words("away", t("Away", "状态")),
        Column::words("identities", t("Identities", "身份")),
    ];
    Sheet::list("people", t("People", "人员"), asking.scope.clone(), columns, rows.collect())
}

/// The last activities that a team has held.
fn recent(asking: &Asking<'_>, team: Row<Team>) -> Sheet {
    const MOST: usize = 5;
    let book = asking.book;
    let mut held: Vec<(Day, Row<Activity>)> = book
        .activities
        .iter()
        .filter(|(_, a)| a.team.get() == Some(team) && a.status.get() == Some(ActivityStatus::Held))
        .filter_map(|(row, a)| Some((a.date.get().filter(|day| *day <= asking.ask.as_of)?, row)))
        .collect();
    held.sort_unstable_by_key(|(day, row)| std::cmp::Reverse((*day, row.number)));
    let rows = held
        .into_iter()
        .map(|(day, row)| {
            let people = book.facts().of_activity(book, row).filter(|(_, p)| p.attended() == Some(true)).count();
            let named = named(book, row);
            vec![Value::Day(day), Value::Id(named.id), Value::Text(named.name), Value::Count(people as u64)]
        })
        .collect();
    let columns = vec![
        Column::words("date", t("Date", "日期")),
        Column::words("activity", t("Activity", "活动")),
        Column::words("title", t("Title", "活动名称")),
        Column::figure("participations", t("Participations", "参加人次")),
    ];
    Sheet { most: Some(MOST), ..Sheet::list("recent", t("Last activities", "最近的活动"), asking.scope.clone(), columns, rows) }
}
