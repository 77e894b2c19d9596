//! M016: nobody is a member of one team twice on one day.

use std::collections::HashMap;

use crate::book::Stay;
use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;
use crate::value::fixed::Fixed;
use crate::value::{Day, Row};

/// M016.
pub static RULE: Rule = Rule {
    code: "M016",
    name: "member-twice",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t(
        "Two memberships of one volunteer in one team overlap. The person counts once, in the role of the membership that began last.",
        "同一名志愿者在同一支服务队的两段归属关系日期重叠。人数只计一次，角色以后开始的一段为准。",
    ),
    why: t(
        "Whoever takes another role gets a new row, and the old one is to end the day before: else nobody can tell which role holds.",
        "队员换了角色，要加一行新的归属关系，原来一行在前一天结束；不然说不清现在是什么角色。",
    ),
    mend: t(
        "End the earlier membership on the day before the later one begins, or delete one of the two.",
        "把前一段的“结束日期”写成后一段开始的前一天，或删去其中一段。",
    ),
    thresholds: &[],
    reads: Needs::of(HISTORY),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS]),
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
v1,patrol,member,2024-01-01,
v1,patrol,backbone,2026-01-01,
v2,patrol,successor,2024-01-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for (volunteer, _) in cx.book.volunteers.iter() {
        // Of those before, in each team: the one that reaches farthest. Each later one is told against it, and once.
        let mut farthest: HashMap<Row<Team>, &Stay> = HashMap::new();
        for later in cx.book.history().of_volunteer(volunteer) {
            let Some(earlier) = farthest.get(&later.team).copied() else {
                farthest.insert(later.team, later);
                continue;
            };
            if later.from <= earlier.to {
                found.add(finding(cx, earlier, later));
            }
            if earlier.to <= later.to {
                farthest.insert(later.team, later);
            }
        }
    }
}

fn finding(cx: &Cx<'_>, earlier: &Stay, later: &Stay) -> Finding {
    let (memberships, team) = (&cx.book.memberships, cx.id(later.team));
    let (who, b, from) = (cx.who(later.volunteer), role(later.role), later.from);
    let roles =
        if earlier.role == later.role { Text::default() } else { say!(", as {a} and as {b}", "（{a}、{b}）", a = role(earlier.role), b = b) };
    let message = match earlier.to.min(later.to) {
        Day::MAX => say!(
            "{who} is a member of {team} twice from {from} on{roles}: counted once, as {b}",
            "{who}从 {from} 起在 {team} 有两段归属关系{roles}，只计一次，角色按{b}",
            who = who,
            team = team,
            roles = roles,
            b = b,
            from = from
        ),
        to => say!(
            "{who} is a member of {team} twice from {from} to {to}{roles}: counted once, as {b}",
            "{who}从 {from} 到 {to} 在 {team} 有两段归属关系{roles}，只计一次，角色按{b}",
            who = who,
            team = team,
            roles = roles,
            b = b,
            from = from,
            to = to
        ),
    };
    Finding::new(cx.record(later.volunteer), memberships.at(later.row, Membership::from), message)
        .related(memberships.at(earlier.row, Membership::to), say!("the earlier membership", "前一段归属关系"))
        .help(help(cx, earlier, later))
}

fn help(cx: &Cx<'_>, earlier: &Stay, later: &Stay) -> Text {
    let memberships = &cx.book.memberships;
    let (first, second) = (place(cx, memberships.row_at(earlier.row)), place(cx, memberships.row_at(later.row)));
    if earlier.role == later.role && later.to <= earlier.to {
        return say!("delete {second}: {first} covers its days", "删去 {second}：{first}已包括这段时间", first = first, second = second);
    }
    say!(
        "write {end}, the day before the later one begins, under 'to' in {first}; or delete one of the two",
        "在 {first}的“结束日期”写 {end}（后一段开始的前一天）；或删去其中一段",
        end = later.from.plus(-1),
        first = first
    )
}

/// A role in words; one that cannot be read has a finding of its own.
fn role(role: Option<Role>) -> Text {
    const UNKNOWN: T = t("a role that cannot be read", "无法读取的角色");
    role.map_or(Text::from(UNKNOWN), |role| Text { en: role.code().to_owned(), zh: role.title().zh.to_owned() })
}
