//! M008: a team has backbone members.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;

use super::by_hand::{add_member, change_role};
use super::ladder::{ladders, of_role};

/// M008.
pub static RULE: Rule = Rule {
    code: "M008",
    name: "no-backbone",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A team has no backbone member.", "一支服务队没有骨干。"),
    why: t(
        "Each team keeps a ladder of backbone members and successors, so that it never becomes a hollow shell when people leave. \
         Without backbone members nobody carries the work. Those on leave count; those of sub-teams do not.",
        "每支服务队都要有骨干、后备的梯次结构，人员变动时才不会成为空壳。没有骨干，工作就没有人挑头。暂离的骨干算在内，分队的骨干不算。",
    ),
    mend: t(
        "Make a successor or another member a backbone member: end the old row in memberships.csv on the day before, and add one with the role backbone.",
        "让一名后备或队员成为骨干：在 memberships.csv 把原来一行的结束日期写成前一天，再加一行角色为“骨干”的记录。",
    ),
    thresholds: &[],
    reads: Needs::of(HISTORY),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- rollbook.toml (add)
[rules]
minimum-members = 2
wanted-members = 2
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- memberships.csv
volunteer,team,role,from,to
v1,patrol,successor,2024-01-01,
v2,patrol,member,2024-01-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for (team, stays) in ladders(cx) {
        if of_role(&stays, Role::Backbone).next().is_some() {
            continue;
        }
        let message = if stays.is_empty() {
            say!(
                "{team} has no backbone member, nor any other: it is a hollow shell",
                "{team} 没有骨干，也没有别的队员，已是空壳",
                team = cx.id(team)
            )
        } else {
            say!(
                "{team} has no backbone member among its {n}: it may become a hollow shell",
                "{team} 有 {n} 名队员，其中没有骨干，可能成为空壳",
                team = cx.id(team),
                n = count(stays.len(), "member", "members")
            )
        };
        let mut finding = Finding::new(cx.record(team), cx.book.teams.at(team, Team::name), message);
        let next = of_role(&stays, Role::Successor).find(|stay| cx.is_active(stay.volunteer) == Some(true));
        let help = match next {
            Some(next) => {
                let said = say!("a successor, {who}", "后备{who}", who = cx.who(next.volunteer));
                finding = finding.related(cx.book.memberships.at(next.row, Membership::role), said);
                say!(
                    "if {who} moves up: {change}",
                    "如果由 {who} 接任骨干：{change}",
                    who = cx.id(next.volunteer),
                    change = change_role(cx, next, Role::Backbone)
                )
            }
            None => add_member(cx, team, Role::Backbone),
        };
        found.add(finding.help(help));
    }
}
