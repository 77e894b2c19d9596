//! What is said where a membership has an office as its role, or an appointment a role as its office: each stands in a table of its own.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::rules::{Cx, by_hand};
use crate::say;
use crate::say::Text;
use crate::tables::appointments::{Appointment, Office};
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Col, Column, Fault, Record};
use crate::text::At;
use crate::value::fixed::Fixed;
use crate::value::{Keys, Target};

/// The offices that people hold or have held, by team and volunteer; gathered when they are asked for.
#[derive(Default)]
pub struct Held(OnceCell<HashSet<(u32, u32, Office)>>);

impl Held {
    fn has(&self, cx: &Cx<'_>, office: (u32, u32, Office)) -> bool {
        let gather = || {
            let rows = cx.book.appointments.if_read();
            rows.filter_map(|(_, row)| Some((row.team.get()?.number, row.volunteer.get()?.number, row.office.get()?))).collect()
        };
        self.0.get_or_init(gather).contains(&office)
    }
}

/// What mends a role that is an office, or an office that is a role: the row that belongs in the other table.
pub fn help(cx: &Cx<'_>, held: &Held, fault: &Fault, column: &Column, word: &str) -> Option<Text> {
    if std::ptr::eq(column, Membership::role.column) {
        appoint(cx, held, fault, Office::meant(word)?)
    } else if std::ptr::eq(column, Appointment::office.column) {
        enrol(cx, fault, Role::find(word)?)
    } else {
        None
    }
}

/// What stands in the cells of a fault's row that both tables have.
fn cells<R: Record>(cx: &Cx<'_>, fault: &Fault, columns: [Col<R>; 4]) -> Option<[String; 4]> {
    let (file, row) = fault.row?;
    let cell = |column: Col<R>| {
        let column = column.number();
        let has_it = cx.book.header(file).is_some_and(|header| header.has(column));
        has_it.then(|| cx.book.locate(At::Cell { file, row, column }).span.of(cx.book.sources.text(file)).to_owned())
    };
    Some(columns.map(|column| cell(column).unwrap_or_default()))
}

/// A role as an office: the row that belongs among the memberships.
fn enrol(cx: &Cx<'_>, fault: &Fault, role: Role) -> Option<Text> {
    let [volunteer, team, from, to] = cells(cx, fault, [Appointment::volunteer, Appointment::team, Appointment::from, Appointment::to])?;
    let cells = [
        (Membership::volunteer, volunteer.as_str()),
        (Membership::team, &team),
        (Membership::role, role.code()),
        (Membership::from, &from),
        (Membership::to, &to),
    ];
    let (path, line) = by_hand::row::<Membership>(cx, &cells);
    let help = say!(
        "members stand in {path}: delete this row, and see that there is one for each there, for this one {line}; or write leader or deputy here",
        "队员记在 {path} 中：删去这一行，每人在那里要有一行，这一行对应 {line}；如果是任职，这里改写负责人或副负责人",
        path = path,
        line = line
    );
    Some(with_end(help, &line, &path, &to))
}

/// What mends it, where a row ends and the file that it goes to has no column for that.
fn with_end(help: Text, line: &str, path: &str, to: &str) -> Text {
    if to.is_empty() || line.contains(to) {
        return help;
    }
    say!(
        "{help}; first add a column 'to' to {path}, for {to} in this one",
        "{help}；要先在 {path} 加一列“结束日期”，这一行写 {to}",
        help = help,
        path = path,
        to = to
    )
}

/// An office as a role: the row that belongs among the appointments.
fn appoint(cx: &Cx<'_>, held: &Held, fault: &Fault, office: Office) -> Option<Text> {
    let [volunteer, team, from, to] = cells(cx, fault, [Membership::volunteer, Membership::team, Membership::from, Membership::to])?;
    let cells = [
        (Appointment::team, team.as_str()),
        (Appointment::volunteer, &volunteer),
        (Appointment::office, office.code()),
        (Appointment::from, &from),
        (Appointment::to, &to),
    ];
    let (path, line) = by_hand::row::<Appointment>(cx, &cells);
    let row = |keys: Option<&Keys>, id: &str| keys.and_then(|keys| keys.find(id));
    let [team, volunteer] = [row(cx.book.keys(Team::TARGET), &team), row(cx.book.keys(Volunteer::TARGET), &volunteer)];
    let says_so = team.zip(volunteer).is_some_and(|(team, volunteer)| held.has(cx, (team, volunteer, office)));
    if says_so {
        return Some(say!(
            "{path} has that already: write backbone, successor or member here, whichever they are besides",
            "{path} 中已有这项任职，这里改写骨干、后备或队员",
            path = path
        ));
    }
    if cx.has(Appointment::TARGET) {
        let help = say!(
            "leaders stand in {path}: add a row there for each, for this one {line}, and write backbone, successor or member here",
            "负责人、副负责人记在 {path} 中：每人在那里加一行，这一行对应 {line}；这里改写骨干、后备或队员",
            path = path,
            line = line
        );
        return Some(with_end(help, &line, &path, &to));
    }
    let header: Vec<&str> = Appointment::DESCRIPTION.columns.iter().map(|column| column.code).collect();
    Some(say!(
        "leaders stand in {path}: make that file, with the first line {header} and a row for each, for this one {line}; and write backbone, successor or member here",
        "负责人、副负责人记在 {path} 中：新建这个文件，第一行写 {header}，每人一行，这一行对应 {line}；这里改写骨干、后备或队员",
        path = path,
        header = header.join(","),
        line = line
    ))
}
