//! M010: a team has successors.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::memberships::Role;
use crate::tables::teams::Team;

use super::by_hand::add_member;
use super::ladder::{ladders, of_role};

/// M010.
pub static RULE: Rule = Rule {
    code: "M010",
    name: "no-successor",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A team has no successor.", "一支服务队没有后备。"),
    why: t(
        "Successors, drawn for instance from doctors, teachers, delegates and elders, take over when a backbone member goes. \
         A team without any is a hollow shell in the making. Those on leave count; those of sub-teams do not.",
        "后备从医生、教师、代表、五老等人中物色，骨干离开时由其接上。没有后备，人一走队伍就成空壳。暂离的后备算在内，分队的后备不算。",
    ),
    mend: t(
        "Choose a member to grow into the work: end the old row in memberships.csv on the day before, and add one with the role successor.",
        "选一名队员培养：在 memberships.csv 把原来一行的结束日期写成前一天，再加一行角色为“后备”的记录。",
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
v1,patrol,backbone,2024-01-01,
v2,patrol,member,2024-01-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for (team, stays) in ladders(cx) {
        if of_role(&stays, Role::Successor).next().is_some() {
            continue;
        }
        let backbone = of_role(&stays, Role::Backbone).count();
        let message = say!(
            "{team} has {backbone} and no successor: it may become a hollow shell",
            "{team} 有 {backbone} 名骨干，没有后备，骨干一走就可能成为空壳",
            team = cx.id(team),
            backbone = count(backbone, "backbone member", "backbone members")
        );
        let message = if backbone == 0 {
            say!("{team} has no successor: it may become a hollow shell", "{team} 没有后备，可能成为空壳", team = cx.id(team))
        } else {
            message
        };
        found.add(Finding::new(cx.record(team), cx.book.teams.at(team, Team::name), message).help(add_member(cx, team, Role::Successor)));
    }
}
