//! What a person types into which file, in words: what the mends of this family are made of until commands do it.

use crate::book::Stay;
use crate::rules::Cx;
use crate::say;
use crate::say::Text;
use crate::tables::Record;
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::text::At;
use crate::value::fixed::Fixed;
use crate::value::{Row, Target};

/// Stands in a row for an id that only the reader knows.
pub const BLANK: &str = "…";

/// The file and line of a row.
pub fn place(cx: &Cx<'_>, at: At) -> Text {
    say!("line {line} of {path}", "{path} 第 {line} 行", path = cx.book.sources.path(at.file()), line = cx.line(at))
}

/// The file of a team.
pub fn file(cx: &Cx<'_>, team: Row<Team>) -> String {
    cx.book.sources.path(cx.book.teams.row_at(team).file()).to_owned()
}

/// The file that a new row of a table goes to, and the row, its cells in the order of that file's own header.
pub fn row<R: Record + Target>(cx: &Cx<'_>, cells: &[(&str, &str)]) -> (String, String) {
    let table = R::DESCRIPTION;
    let last = cx.book.layout.files(R::TARGET).last().copied();
    let path = last.map_or_else(|| format!("{}.csv", table.path), |file| cx.book.sources.path(file).to_owned());
    let header = last.and_then(|file| cx.book.header(file));
    let mut line = vec![""; header.map_or(table.columns.len(), |header| header.width)];
    for (code, value) in cells {
        let Some(column) = table.column(code) else { continue };
        let position = header.map_or(Some(usize::from(column)), |header| header.position(column));
        if let Some(slot) = position.and_then(|n| line.get_mut(n)) {
            *slot = value;
        }
    }
    (path, line.join(","))
}

/// A new membership from the day asked about: its file and its row.
pub fn membership(cx: &Cx<'_>, volunteer: &str, team: Row<Team>, role: Role) -> (String, String) {
    let day = cx.ask.as_of.to_string();
    row::<Membership>(cx, &[("volunteer", volunteer), ("team", cx.id(team)), ("role", role.code()), ("from", &day)])
}

/// How somebody comes into a role of a team.
pub fn add_member(cx: &Cx<'_>, team: Row<Team>, role: Role) -> Text {
    let (path, line) = membership(cx, BLANK, team, role);
    say!(
        "choose somebody; for a member, first write {last} under 'to' of the old row; then add to {path}, with the volunteer's id in place of '{blank}': {line}",
        "如果选的是现有队员，先在其原来一行的“结束日期”写 {last}；再在 {path} 加一行（“{blank}”处写志愿者编号）：{line}",
        path = path,
        line = line,
        blank = BLANK,
        last = cx.ask.as_of.plus(-1)
    )
}

/// How somebody goes on in another role, the old one kept in the history.
pub fn change_role(cx: &Cx<'_>, stay: &Stay, role: Role) -> Text {
    let at = place(cx, cx.book.memberships.row_at(stay.row));
    let last = cx.ask.as_of.plus(-1);
    if last < stay.from {
        return say!("write {role} under 'role' in {at}", "在 {at}的“角色”写 {role}", role = role.code(), at = at);
    }
    let (path, row) = membership(cx, cx.id(stay.volunteer), stay.team, role);
    say!(
        "write {last} under 'to' in {at}, and add to {path}: {row}",
        "在 {at}的“结束日期”写 {last}，并在 {path} 加一行：{row}",
        last = last,
        at = at,
        path = path,
        row = row
    )
}

/// Whether a row of volunteers has an id to speak of it by; that it has none is told by the rules of the format.
pub fn is_named(cx: &Cx<'_>, volunteer: Row<Volunteer>) -> bool {
    !cx.id(volunteer).is_empty()
}
