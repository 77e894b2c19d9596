//! M011: nobody is a member, appointed or on leave before joining or after leaving.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{before_word, on, place};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::schema::{Col, Record, Role, Table};
use crate::tables::volunteers::Volunteer;
use crate::value::fixed::Fixed;
use crate::value::{Field, Row};

use super::dates::{Dates, Outside};

/// M011.
pub static RULE: Rule = Rule {
    code: "M011",
    name: "outside-person",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A membership, appointment or leave lies outside the volunteer's own dates.", "归属关系、任职或暂离超出了志愿者本人的加入、退出日期。"),
    why: t(
        "Somebody who has left and is still on the list of a team fills it on paper only. Either the row or the volunteer's own date is wrong. \
         A row without an end lasts to the day asked about.",
        "人已退出却还在服务队名单上，队伍只是纸面上有人。不是这一行错了，就是本人的日期错了。没有结束日期的，算到所问的那一天。",
    ),
    mend: t(
        "When somebody leaves, write the day under 'left' in volunteers.csv and under 'to' of each row that is still open.",
        "有人退出时，在 volunteers.csv 的“退出时间”和每一行未结束的“结束日期”都写上那一天。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::MEMBERSHIPS, TableId::APPOINTMENTS, TableId::LEAVES, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::MEMBERSHIPS, TableId::APPOINTMENTS, TableId::LEAVES]),
    example: "
-- rollbook.toml (add)
[rules]
minimum-members = 2
wanted-members = 2
-- volunteers.csv
id,name,track,joined,left
v1,Ann Reed,community,2020,2026-03-31
v2,Ben Cole,community,2020,
v3,Cho Park,community,2020,
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- memberships.csv
volunteer,team,role,from,to
v1,patrol,backbone,2024-01-01,
v2,patrol,backbone,2024-01-01,
v3,patrol,successor,2024-01-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let book = cx.book;
    for (row, m) in book.memberships.iter() {
        let what = || match m.team.get() {
            Some(team) => say!("membership in {team}", "在 {team} 的归属关系", team = cx.id(team)),
            None => say!("membership", "归属关系"),
        };
        look(cx, (&book.memberships, row), m.volunteer, Dates::of_days(m.from, m.to), what, found);
    }
    for (row, a) in book.appointments.iter() {
        let what = || match (a.team.get(), a.office.get()) {
            (Some(team), Some(office)) => {
                say!("appointment as {office} of {team}", "{team} {office}的任职", team = cx.id(team), office = office.spoken())
            }
            _ => say!("appointment", "任职"),
        };
        look(cx, (&book.appointments, row), a.volunteer, Dates::of_days(a.from, a.to), what, found);
    }
    for (row, l) in book.leaves.iter() {
        look(cx, (&book.leaves, row), l.volunteer, Dates::of_days(l.from, l.to), || say!("leave", "暂离"), found);
    }
}

/// Tells where the days of a row of a table lie outside those of whoever it belongs to.
fn look<R: Record>(
    cx: &Cx<'_>,
    (table, row): (&Table<R>, Row<R>),
    volunteer: Field<Row<Volunteer>>,
    dates: Dates,
    what: impl Fn() -> Text,
    found: &mut Found,
) {
    let Some(volunteer) = volunteer.get() else { return };
    let Some(record) = cx.book.volunteers.get(volunteer) else { return };
    for outside in dates.outside(Dates::of_partial(record.joined, record.left), cx.ask.as_of) {
        let (role, own) = match outside {
            Outside::Early(..) => (Role::Starts, Volunteer::joined),
            Outside::Late(..) => (Role::Starts, Volunteer::left),
            Outside::Long(..) | Outside::Open(_) => (Role::Ends, Volunteer::left),
        };
        let Some(column) = R::DESCRIPTION.column_for(role) else { continue };
        let at = table.at(row, Col::of(column));
        let own_at = cx.book.volunteers.at(volunteer, own);
        let (who, what, here, there) = (cx.who(volunteer), what(), place(cx, at), place(cx, own_at));
        let own_day = before_word(&on(cx, own_at, outside.bound()));
        let (message, help) = words(outside, &own_day, &who, &what, &here, &there);
        let said = if own == Volunteer::joined { say!("joined here", "这里是加入时间") } else { say!("left here", "这里是退出时间") };
        let cause = format!("{} {} {:?}", volunteer.number, own.column.code, std::mem::discriminant(&outside));
        found.add(Finding::new(cx.record_at(at), at, message).cause(cause).related(own_at, said).help(help));
    }
}

/// What is wrong, and what mends it.
fn words(outside: Outside, own: &Text, who: &Text, what: &Text, here: &Text, there: &Text) -> (Text, Text) {
    match outside {
        Outside::Early(from, first) => (
            say!(
                "{who} joined on {first}, and the {what} begins before, on {from}",
                "{who}于 {first}加入，{what}却从 {from} 开始",
                who = *who,
                first = *own,
                what = *what,
                from = from
            ),
            say!(
                "write {first} under 'from' in {here}, or the true day under 'joined' in {there}",
                "在 {here}的“起始日期”写 {first}，或在 {there}的“加入时间”改成实际日期",
                first = first,
                here = *here,
                there = *there
            ),
        ),
        Outside::Late(from, _) => (
            say!(
                "{who} left on {last}, and the {what} begins after, on {from}",
                "{who}已于 {last}退出，{what}却从 {from} 开始",
                who = *who,
                last = *own,
                what = *what,
                from = from
            ),
            say!(
                "delete {here}; or, if the volunteer came back, empty 'left' in {there}",
                "删去 {here}；如果人又回来了，清空 {there}的“退出时间”",
                here = *here,
                there = *there
            ),
        ),
        Outside::Long(to, last) => (
            say!(
                "{who} left on {last}, and the {what} ends after, on {to}",
                "{who}于 {last}退出，{what}却到 {to} 才结束",
                who = *who,
                last = *own,
                what = *what,
                to = to
            ),
            end(last, here, there),
        ),
        Outside::Open(last) => (
            say!(
                "{who} left on {last}, and the {what} has no end",
                "{who}已于 {last}退出，{what}还没有结束日期",
                who = *who,
                last = *own,
                what = *what
            ),
            end(last, here, there),
        ),
    }
}

fn end(last: crate::value::Day, here: &Text, there: &Text) -> Text {
    say!(
        "write {last} under 'to' in {here}, or the true day under 'left' in {there}",
        "在 {here}的“结束日期”写 {last}，或在 {there}的“退出时间”改成实际日期",
        last = last,
        here = *here,
        there = *there
    )
}
