//! M012: nobody is a member of a team or appointed in it before it was founded or after it was closed.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{before_word, file, on, place};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::schema::{Col, Record, Role, Table};
use crate::tables::teams::Team;
use crate::value::fixed::Fixed;
use crate::value::{Field, Row};

use super::dates::{Dates, Outside};

/// M012.
pub static RULE: Rule = Rule {
    code: "M012",
    name: "outside-team",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A membership or appointment lies outside the team's own dates.", "归属关系或任职超出了服务队的成立、撤销日期。"),
    why: t(
        "Whoever is still a member of a closed team belongs nowhere, though the book looks complete. \
         Either the row or the team's own date is wrong. A row without an end lasts to the day asked about.",
        "还挂在已撤销服务队名下的人，其实哪里也不属于，台账上却看不出来。不是这一行错了，就是服务队的日期错了。没有结束日期的，算到所问的那一天。",
    ),
    mend: t(
        "When a team is closed, write the day under 'to' of each of its rows that is still open, and give its members a new team from the next day on.",
        "撤销服务队时，在它每一行未结束的“结束日期”写上那一天，从次日起给队员编入新的服务队。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::MEMBERSHIPS, TableId::APPOINTMENTS, TableId::TEAMS, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::MEMBERSHIPS, TableId::APPOINTMENTS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
closed = 2026-03-31
-- memberships.csv
volunteer,team,role,from,to
v1,patrol,member,2024-01-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let book = cx.book;
    for (row, m) in book.memberships.iter() {
        let what = || match m.volunteer.get() {
            Some(volunteer) => say!("membership of {who}", "{who}的归属关系", who = cx.who(volunteer)),
            None => say!("membership", "归属关系"),
        };
        look(cx, (&book.memberships, row), m.team, Dates::of_days(m.from, m.to), what, found);
    }
    for (row, a) in book.appointments.iter() {
        let what = || match (a.volunteer.get(), a.office.get()) {
            (Some(volunteer), Some(office)) => {
                say!("appointment of {who} as {office}", "{who}的{office}任职", who = cx.who(volunteer), office = office.spoken())
            }
            _ => say!("appointment", "任职"),
        };
        look(cx, (&book.appointments, row), a.team, Dates::of_days(a.from, a.to), what, found);
    }
}

/// Tells where the days of a row of a table lie outside those of whoever it belongs to.
fn look<R: Record>(cx: &Cx<'_>, (table, row): (&Table<R>, Row<R>), team: Field<Row<Team>>, dates: Dates, what: impl Fn() -> Text, found: &mut Found) {
    let Some(team) = team.get() else { return };
    let Some(record) = cx.book.teams.get(team) else { return };
    for outside in dates.outside(Dates::of_partial(record.founded, record.closed), cx.ask.as_of) {
        let (role, own) = match outside {
            Outside::Early(..) => (Role::Starts, Team::founded),
            Outside::Late(..) => (Role::Starts, Team::closed),
            Outside::Long(..) | Outside::Open(_) => (Role::Ends, Team::closed),
        };
        let Some(column) = R::DESCRIPTION.column_for(role) else { continue };
        let at = table.at(row, Col::of(column));
        let (team_id, what, here, there) = (cx.id(team), what(), place(cx, at), file(cx, team));
        let own_day = before_word(&on(cx, cx.book.teams.at(team, own), outside.bound()));
        let (message, help) = words(outside, &own_day, team_id, &what, &here, &there);
        let said = if own == Team::founded { say!("founded here", "这里是成立日期") } else { say!("closed here", "这里是撤销日期") };
        let cause = format!("{} {} {:?}", team.number, own.column.code, std::mem::discriminant(&outside));
        found.add(Finding::new(cx.record_at(at), at, message).cause(cause).related(cx.book.teams.at(team, own), said).help(help));
    }
}

/// What is wrong, and what mends it.
fn words(outside: Outside, own: &Text, team: &str, what: &Text, here: &Text, there: &str) -> (Text, Text) {
    match outside {
        Outside::Early(from, first) => (
            say!(
                "{team} was founded on {first}, and the {what} begins before, on {from}",
                "{team} 于 {first}成立，{what}却从 {from} 开始",
                team = team,
                first = *own,
                what = *what,
                from = from
            ),
            say!(
                "write {first} under 'from' in {here}, or the true day as 'founded' in {there}",
                "在 {here}的“起始日期”写 {first}，或把 {there} 的“founded”改成实际日期",
                first = first,
                here = *here,
                there = there
            ),
        ),
        Outside::Late(from, _) => (
            say!(
                "{team} was closed on {last}, and the {what} begins after, on {from}",
                "{team} 已于 {last}撤销，{what}却从 {from} 开始",
                team = team,
                last = *own,
                what = *what,
                from = from
            ),
            say!(
                "write another team under 'team' in {here}; or, if {team} goes on, delete 'closed' in {there}",
                "在 {here}的“服务队”写另一支服务队；如果 {team} 仍在活动，删去 {there} 的“closed”",
                team = team,
                here = *here,
                there = there
            ),
        ),
        Outside::Long(to, last) => (
            say!(
                "{team} was closed on {last}, and the {what} ends after, on {to}",
                "{team} 于 {last}撤销，{what}却到 {to} 才结束",
                team = team,
                last = *own,
                what = *what,
                to = to
            ),
            end(last, here, there),
        ),
        Outside::Open(last) => (
            say!(
                "{team} was closed on {last}, and the {what} has no end",
                "{team} 已于 {last}撤销，{what}还没有结束日期",
                team = team,
                last = *own,
                what = *what
            ),
            end(last, here, there),
        ),
    }
}

fn end(last: crate::value::Day, here: &Text, there: &str) -> Text {
    say!(
        "write {last} under 'to' in {here}, or the true day as 'closed' in {there}",
        "在 {here}的“结束日期”写 {last}，或把 {there} 的“closed” 改成实际日期",
        last = last,
        here = *here,
        there = *there
    )
}
