//! Teams: who is in them, who leads them, what they did.

use std::collections::HashMap;

use crate::book::Stay;
use crate::figures::stats::count::{Tally, tallies_by};
use crate::figures::{Column, Sheet, Value};
use crate::say::{T, t};
use crate::tables::activities::ActivityStatus;
use crate::tables::memberships::Role;
use crate::tables::teams::Team;
use crate::value::fixed::Fixed;
use crate::value::{Day, Row};

use super::made::scope;
use super::{Asking, Extra, Made, Noun, facts, listed};

pub(super) static NOUN: Noun = Noun {
    code: "team",
    title: t("Teams", "服务队"),
    columns: &["id", "name", "kind", "leader", "members", "backbone", "successors", "services", "participations", "hours", "last", "place"],
    list,
    show,
    table: "teams",
};

fn list(asking: &Asking<'_>) -> Made {
    let book = asking.book;
    listed(asking, &book.teams, |row, team| (asking.all || is_open(asking, row)) && asking.filters.has_team(book, row, team), &extras(asking))
}

fn is_open(asking: &Asking<'_>, row: Row<Team>) -> bool {
    let Some(team) = asking.book.teams.get(row) else { return false };
    let day = asking.ask.as_of;
    team.founded.get().is_none_or(|founded| founded.0 <= day) && team.closed.get().is_none_or(|closed| day <= closed.0)
}

/// What is worked out of each team.
fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Team>> {
    let (book, day) = (asking.book, asking.ask.as_of);
    let history = book.history();
    let members =
        move |row, role: Option<Role>| Value::Count(history.members(row, day).filter(|stay| role.is_none() || stay.role == role).count() as u64);
    let tallies = tallies_by(book, asking.ask, asking.period, "team");
    let last = last_held(asking);
    let mut extras = vec![
        Extra::words("leader", T { en: "Leader", zh: "负责人" }, move |row| leaders(asking, row)),
        Extra::figure("members", t("Members", "人数"), move |row| members(row, None)),
        Extra::figure("backbone", t("Backbone", "骨干"), move |row| members(row, Some(Role::Backbone))),
        Extra::figure("successors", t("Successors", "后备"), move |row| members(row, Some(Role::Successor))),
        Extra::words("last", t("Last activity", "最近活动"), move |row: Row<Team>| last.get(&row).map_or(Value::Empty, |day| Value::Day(*day))),
    ];
    extras.extend(figures(tallies));
    extras
}

/// Services, participations and hours of each row, from the sums by row.
pub(super) fn figures<'a, R: 'a>(tallies: HashMap<u32, Tally>) -> Vec<Extra<'a, R>> {
    let tallies = std::rc::Rc::new(tallies);
    let column = |key: &str, title: T, value: fn(&Tally) -> Value| {
        let tallies = std::rc::Rc::clone(&tallies);
        Extra::figure(key, title, move |row: Row<R>| tallies.get(&row.number).map_or(value(&Tally::default()), value))
    };
    vec![
        column("services", t("Services", "服务次数"), |tally| Value::Count(tally.services)),
        column("participations", t("Participations", "参加人次"), |tally| Value::Count(tally.participations)),
        column("hours", t("Hours", "服务时长"), |tally| Value::Amount(tally.hours)),
        column("beneficiaries", t("Beneficiaries", "受益人次"), |tally| Value::Count(tally.beneficiaries)),
    ]
}

/// The day of the last activity that each team has held up to the day asked about.
fn last_held(asking: &Asking<'_>) -> HashMap<Row<Team>, Day> {
    let mut last = HashMap::new();
    for (_, activity) in asking.book.activities.iter() {
        if let (Some(team), Some(day), Some(ActivityStatus::Held)) = (activity.team.get(), activity.date.get(), activity.status.get())
            && day <= asking.ask.as_of
        {
            let latest = last.entry(team).or_insert(day);
            *latest = day.max(*latest);
        }
    }
    last
}

/// The leaders of a team on the day asked about, by id.
fn leaders(asking: &Asking<'_>, team: Row<Team>) -> Value {
    let mut ids: Vec<String> = asking.book.history().leaders(team, asking.ask.as_of).map(|term| asking.id(term.volunteer)).collect();
    ids.sort();
    ids.dedup();
    if ids.is_empty() { Value::Empty } else { Value::Id(ids.join(";")) }
}

fn show(asking: &Asking<'_>, id: &str) -> Option<Vec<Sheet>> {
    let row = asking.find::<Team>(id)?;
    let book = asking.book;
    let mut about = facts(asking, &book.teams, row, &extras(asking), crate::say!("Team {id}", "服务队 {id}", id = id));
    about.columns.push(Column::figure("minimum", t("Members it must have", "至少应有人数")));
    about.total.get_or_insert_default().push(Value::Count(book.settings.rules.minimum_members.unsigned_abs()));
    about.notes = asking.findings_about("teams", id);
    Some(vec![about, people(asking, row), recent(asking, row)])
}

/// The people of a team on the day asked about, by office and role.
fn people(asking: &Asking<'_>, team: Row<Team>) -> Sheet {
    let book = asking.book;
    let day = asking.ask.as_of;
    let office = |stay: &Stay| {
        let term = book.history().terms(team).find(|term| term.volunteer == stay.volunteer && term.has(day));
        term.map_or(Value::Empty, |term| Value::word(term.office.code(), term.office.title()))
    };
    let mut stays: Vec<&Stay> = book.history().members(team, day).collect();
    stays.sort_by_key(|stay| (stay.role.map_or(u8::MAX, Fixed::number), asking.id(stay.volunteer)));
    let rows = stays
        .into_iter()
        .map(|stay| {
            let volunteer = book.volunteers.get(stay.volunteer);
            let name = volunteer.and_then(|v| v.name.get()).map_or(Value::Empty, |name| Value::Text(book.volunteers.text(name).to_owned()));
            let identities = volunteer.and_then(|v| v.identities.get()).map_or(Value::Empty, |list| {
                Value::words(book.volunteers.items(list).map(|word| (book.words.code(word).to_owned(), book.words.title(word))))
            });
            let away =
                if book.history().on_leave(book, stay.volunteer, day) { Value::word("on-leave", t("on leave", "暂离")) } else { Value::Empty };
            let role = stay.role.map_or(Value::Empty, |role| Value::word(role.code(), role.title()));
            vec![Value::Id(asking.id(stay.volunteer)), name, office(stay), role, identities, Value::Day(stay.from), away]
        })
        .collect();
    let columns = vec![
        Column::words("volunteer", t("Volunteer", "志愿者")),
        Column::words("name", t("Name", "姓名")),
        Column::words("office", t("Office", "职务")),
        Column::words("role", t("Role", "角色")),
        Column::words("identities", t("Identities", "身份")),
        Column::words("from", t("From", "起始日期")),
        Column::words("away", t("Away", "状态")),
    ];
    Sheet::list("people", t("People", "人员"), scope(asking), columns, rows)
}

/// The last activities that a team has held.
fn recent(asking: &Asking<'_>, team: Row<Team>) -> Sheet {
    const MOST: usize = 5;
    let book = asking.book;
    let mut held: Vec<_> = book
        .activities
        .iter()
        .filter(|(_, a)| a.team.get() == Some(team) && a.status.get() == Some(ActivityStatus::Held))
        .filter_map(|(row, a)| Some((a.date.get().filter(|day| *day <= asking.ask.as_of)?, row, a)))
        .collect();
    held.sort_by_key(|(day, row, _)| std::cmp::Reverse((*day, row.number)));
    let rows = held
        .into_iter()
        .take(MOST)
        .map(|(day, row, a)| {
            let title = a.title.get().map_or(Value::Empty, |title| Value::Text(book.activities.text(title).to_owned()));
            let people = book.facts().of_activity(book, row).filter(|(_, p)| p.attended() == Some(true)).count();
            vec![Value::Day(day), Value::Id(asking.id(row)), title, Value::Count(people as u64)]
        })
        .collect();
    let columns = vec![
        Column::words("date", t("Date", "日期")),
        Column::words("activity", t("Activity", "活动")),
        Column::words("title", t("Title", "活动名称")),
        Column::figure("participations", t("Participations", "参加人次")),
    ];
    Sheet::list("recent", t("Last activities", "最近的活动"), scope(asking), columns, rows)
}
