//! M004: a team has the members that one would wish it.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::BLANK;
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;
use crate::value::Target;

use super::by_hand::membership;
use super::strength::strengths;

/// M004.
pub static RULE: Rule = Rule {
    code: "M004",
    name: "below-wanted",
    level: Level::Note,
    kind: Kind::State,
    says: t("A team has enough members, but fewer than are wanted.", "一支服务队达到应有人数，但少于建议人数。"),
    why: t(
        "A team that has just the least number of members falls below it as soon as one goes. \
         The note comes while there is time to look for people.",
        "刚够人数的服务队，走一个人就不够了。早提示，才来得及找人。",
    ),
    mend: t(
        "Look for volunteers who live or work near by and share the speciality, and add them to memberships.csv. \
         Where this is never wanted, write below-wanted = \"off\" under [levels].",
        "就近物色特长相近的志愿者，加到 memberships.csv。如果不需要这种提示，在 [levels] 下写 below-wanted = \"off\"。",
    ),
    thresholds: &["wanted-members", "minimum-members"],
    reads: Needs::of(HISTORY),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
v3,Cho Park,community,2020
v4,Dan Frost,community,2020
v5,Eve Long,community,2020
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
v5,patrol,member,2024-01-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Team::TARGET) || !cx.has(Membership::TARGET) {
        return;
    }
    let rules = &cx.book.settings.rules;
    let least = usize::try_from(rules.minimum_members).unwrap_or_default();
    let wanted = usize::try_from(rules.wanted_members).unwrap_or_default();
    for (team, strength) in strengths(cx) {
        if strength.present < least || strength.most() >= wanted {
            continue;
        }
        let message = say!(
            "{team} has {has}, and {wanted} are wanted",
            "{team}有 {has} 名队员，建议 {wanted} 名",
            team = strength.team(cx, team),
            has = count(strength.present, "member", "members"),
            wanted = wanted
        );
        let (path, line) = membership(cx, BLANK, team, Role::Member);
        let help = say!(
            "for each new member add to {path}, with the volunteer's id in place of '{blank}': {line}",
            "每增加一名队员，在 {path} 加一行（“{blank}”处写志愿者编号）：{line}",
            path = path,
            line = line,
            blank = BLANK
        );
        let finding = Finding::new(cx.record(team), cx.book.teams.at(team, Team::name), message).help(help);
        found.add(strength.with_leaves(cx, finding));
    }
}
