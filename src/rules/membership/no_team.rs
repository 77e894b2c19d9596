//! M002: every active volunteer belongs to a team.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{BLANK, is_named, place, row};
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::memberships::{Membership, Role};
use crate::value::Target;
use crate::value::fixed::Fixed;

/// M002.
pub static RULE: Rule = Rule {
    code: "M002",
    name: "no-team",
    level: Level::Warning,
    kind: Kind::State,
    says: t("An active volunteer is a member of no team.", "一名在册志愿者没有编入任何服务队。"),
    why: t(
        "Whoever belongs to no team is missed by every list: nobody invites them, sums up their hours for their branch, or notices that they have gone.",
        "没有编队的志愿者不在任何名单上：没有人通知、没有人向其党支部汇总，人走了也没有人知道。",
    ),
    mend: t(
        "Add a membership to memberships.csv. If the volunteer has gone, write the last day under 'left' in volunteers.csv.",
        "在 memberships.csv 加一行归属关系。如果人已退出，在 volunteers.csv 的“退出时间”写最后一天。",
    ),
    thresholds: &[],
    reads: Needs::of(HISTORY),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- memberships.csv
volunteer,team,role,from,to
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Membership::TARGET) {
        return;
    }
    let (history, unsure, volunteers, day) = (cx.book.history(), cx.book.unsure(), &cx.book.volunteers, cx.ask.as_of);
    for (volunteer, _) in volunteers.iter() {
        if cx.is_active(volunteer) != Some(true) || history.of_volunteer(volunteer).any(|stay| stay.has(day)) {
            continue;
        }
        if unsure.homes.on(volunteer, day) > 0 || !is_named(cx, volunteer) {
            continue;
        }
        let at = volunteers.row_at(volunteer);
        let today = day.to_string();
        let (path, line) = row::<Membership>(
            cx,
            &[
                (Membership::volunteer, cx.id(volunteer)),
                (Membership::team, BLANK),
                (Membership::role, Role::Member.code()),
                (Membership::from, &today),
            ],
        );
        let help = say!(
            "if {id} has left, write the last day under 'left' in {place}; if not, add to {path}, with the team's id in place of '{blank}': {line}",
            "如果 {id} 已退出，在 {place}的“退出时间”写最后一天；否则在 {path} 加一行（“{blank}”处写服务队编号）：{line}",
            path = path,
            line = line,
            blank = BLANK,
            id = cx.id(volunteer),
            place = place(cx, at)
        );
        let message = say!("{who} is active and a member of no team", "{who}在册，但没有编入任何服务队", who = cx.who(volunteer));
        let mut finding = Finding::new(cx.record(volunteer), at, message).help(help);
        let last = history.of_volunteer(volunteer).filter(|stay| stay.to < day).max_by_key(|stay| stay.to);
        if let Some(last) = last {
            let said = say!("was a member of {team} until {day}", "{day} 以前是 {team} 的队员", team = cx.id(last.team), day = last.to);
            finding = finding.related(cx.book.memberships.at(last.row, Membership::to), said);
        }
        found.add(finding);
    }
}
