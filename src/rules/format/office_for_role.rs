//! What is said where a membership has an office as its role: who leads a team stands in a table of its own.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::rules::Cx;
use crate::rules::by_hand;
use crate::say;
use crate::say::Text;
use crate::tables::appointments::{Appointment, Office};
use crate::tables::memberships::Membership;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Column, Fault, Record};
use crate::text::At;
use crate::value::fixed::Fixed;
use crate::value::{Keys, Target};

/// The offices that people hold or have held, by team and volunteer; gathered when they are asked for.
#[derive(Default)]
pub struct Held(OnceCell<HashSet<(u32, u32, Office)>>);

impl Held {
    fn has(&self, cx: &Cx<'_>, office: (u32, u32, Office)) -> bool {
        let gather = || {
            let rows = cx.book.appointments.iter();
            rows.filter_map(|(_, row)| Some((row.team.get()?.number, row.volunteer.get()?.number, row.office.get()?))).collect()
        };
        self.0.get_or_init(gather).contains(&office)
    }
}

/// What mends a role that is an office: the row that belongs among the appointments.
pub fn help(cx: &Cx<'_>, held: &Held, fault: &Fault, column: &Column, word: &str) -> Option<Text> {
    if column.code != "role" || cx.table(fault.at) != Membership::DESCRIPTION.name {
        return None;
    }
    let (office, (file, row)) = (Office::meant(word)?, fault.row?);
    let cell = |code| {
        let column = Membership::DESCRIPTION.column(code)?;
        let has_it = cx.book.header(file).is_some_and(|header| header.has(column));
        has_it.then(|| cx.book.locate(At::Cell { file, row, column }).span.of(cx.book.sources.text(file)).to_owned())
    };
    let [volunteer, team, from, to] = ["volunteer", "team", "from", "to"].map(|code| cell(code).unwrap_or_default());
    let cells = [("team", team.as_str()), ("volunteer", &volunteer), ("office", office.code()), ("from", &from), ("to", &to)];
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
        return Some(say!(
            "leaders stand in {path}: add a row there for each, for this one {line}, and write backbone, successor or member here",
            "负责人、副负责人记在 {path} 中：每人在那里加一行，这一行对应 {line}；这里改写骨干、后备或队员",
            path = path,
            line = line
        ));
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
