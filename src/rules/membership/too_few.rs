//! M003: a team has the members that it must have.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{BLANK, file};
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;
use crate::value::Target;

use super::by_hand::membership;
use super::strength::strengths;

/// M003.
pub static RULE: Rule = Rule {
    code: "M003",
    name: "too-few",
    level: Level::Error,
    kind: Kind::State,
    says: t("A team has fewer members than it must have.", "一支服务队的人数少于应有的人数。"),
    why: t(
        "With fewer than so many a team cannot share out its work and ends when one or two people leave: it becomes a hollow shell. \
         Members of its sub-teams count; people on leave do not.",
        "人数太少，活动就排不开，走一两个人队伍就成了空壳。分队的队员算在内，暂离的人不算。",
    ),
    mend: t(
        "Add members to memberships.csv, join the team to another, or write under 'closed' in its file the day on which it ended. \
         A team that is being built up may be waived for a time.",
        "在 memberships.csv 增加队员，或与别的服务队合并，或在它的文件里用“closed”写明撤销日期。正在组建的服务队可以限期豁免。",
    ),
    thresholds: &["minimum-members"],
    reads: Needs::of(HISTORY),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
v3,Cho Park,community,2020
v4,Dan Frost,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- memberships.csv
volunteer,team,role,from,to
v1,patrol,backbone,2024-01-01,
v2,patrol,successor,2024-01-01,
v3,patrol,member,2024-01-01,
v4,patrol,member,2024-01-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Team::TARGET) || !cx.has(Membership::TARGET) {
        return;
    }
    let least = usize::try_from(cx.book.settings.rules.minimum_members).unwrap_or_default();
    for (team, strength) in strengths(cx) {
        if strength.most() >= least {
            continue;
        }
        let (has, away) = (strength.present, strength.on_leave.len());
        let message = if away == 0 {
            say!(
                "{team} has {has} of at least {least}",
                "{team}只有 {has} 名队员，至少应有 {least} 名",
                team = strength.team(cx, team),
                has = has,
                least = count(least, "member", "members")
            )
        } else {
            say!(
                "{team} has {has} of at least {least}, besides {away} on leave",
                "{team}只有 {has} 名队员，至少应有 {least} 名；另有 {away} 名暂离，不算在内",
                team = strength.team(cx, team),
                has = has,
                least = count(least, "member", "members"),
                away = away
            )
        };
        let (path, line) = membership(cx, BLANK, team, Role::Member);
        let help = say!(
            "if {id} has ended, add to {file}: closed = {day}; if not, add {n} to {path}, with the volunteer's id in place of '{blank}': {line}",
            "如果 {id} 已撤销，在 {file} 加一行：closed = {day}；否则在 {path} 再加 {n} 行（“{blank}”处写志愿者编号）：{line}",
            n = count(least - has, "row", "rows"),
            path = path,
            line = line,
            blank = BLANK,
            id = cx.id(team),
            file = file(cx, team),
            day = cx.ask.as_of
        );
        let finding = Finding::new(cx.record(team), cx.book.teams.at(team, Team::name), message).help(help);
        found.add(strength.with_leaves(cx, finding));
    }
}
