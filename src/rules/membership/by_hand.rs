//! What a person types to change a team's members, in words: what the mends of this family are made of.

use crate::book::Stay;
use crate::rules::Cx;
use crate::rules::by_hand::{BLANK, place, row};
use crate::say;
use crate::say::Text;
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;
use crate::value::Row;
use crate::value::fixed::Fixed;

/// A new membership from the day asked about: its file and its row.
pub fn membership(cx: &Cx<'_>, volunteer: &str, team: Row<Team>, role: Role) -> (String, String) {
    let day = cx.ask.as_of.to_string();
    row::<Membership>(
        cx,
        &[(Membership::volunteer, volunteer), (Membership::team, cx.id(team)), (Membership::role, role.code()), (Membership::from, &day)],
    )
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
        return say!(
            "write {role} under 'role' in {at}",
            "在 {at}的“角色”写“{role}”",
            role = Text { en: role.code().to_owned(), zh: role.title().zh.to_owned() },
            at = at
        );
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
