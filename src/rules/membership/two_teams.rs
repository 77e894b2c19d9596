//! M001: a volunteer belongs to exactly one team on any day.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::memberships::Membership;
use crate::value::Day;

/// M001.
pub static RULE: Rule = Rule {
    code: "M001",
    name: "two-teams",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A volunteer is a member of two teams on one day.", "一名志愿者同一天是两支服务队的队员。"),
    why: t(
        "A volunteer belongs to exactly one team and may serve with any: the home team reports, assesses and looks after its people, so there must be one.",
        "志愿者只编入一支服务队，可以参加任何服务队的活动：由所属队负责汇总、考核和关心，所以只能有一支。",
    ),
    mend: t(
        "End the earlier membership on the day before the later one begins. Where people may belong to several teams, write two-teams = \"off\" under [levels].",
        "把前一段归属关系的结束日期写成后一段开始的前一天。如果允许一人多队，在 [levels] 下写 two-teams = \"off\"。",
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
v3,Cho Park,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- teams/repair.toml
name = \"Repair\"
kind = \"repair\"
place = \"east\"
founded = \"2020\"
-- memberships.csv
volunteer,team,role,from,to
v1,patrol,backbone,2024-01-01,
v2,patrol,successor,2024-01-01,
v3,repair,successor,2024-01-01,
v1,repair,backbone,2026-03-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (history, memberships) = (cx.book.history(), &cx.book.memberships);
    for (volunteer, _) in cx.book.volunteers.iter() {
        let stays: Vec<_> = history.of_volunteer(volunteer).collect();
        for (n, later) in stays.iter().enumerate() {
            // Told once for each stay: against the first earlier one that reaches into it.
            let earlier = stays.iter().take(n).find(|earlier| earlier.to >= later.from && earlier.team != later.team);
            let Some(earlier) = earlier else { continue };
            let end = later.from.plus(-1);
            let (who, a, b) = (cx.who(volunteer), cx.id(earlier.team), cx.id(later.team));
            let message = match earlier.to.min(later.to) {
                Day::MAX => say!(
                    "{who} belongs to {a} and to {b} from {from} on",
                    "{who}从 {from} 起同时属于 {a} 和 {b}",
                    who = who,
                    a = a,
                    b = b,
                    from = later.from
                ),
                to => say!(
                    "{who} belongs to {a} and to {b} from {from} to {to}",
                    "{who}从 {from} 到 {to} 同时属于 {a} 和 {b}",
                    who = who,
                    a = a,
                    b = b,
                    from = later.from,
                    to = to
                ),
            };
            let help = if earlier.from <= end {
                say!(
                    "if {who} moved, write {end} under 'to' of the membership in {a}, line {line}",
                    "如果 {who} 是转队，在第 {line} 行 {a} 的归属关系的“结束日期”写 {end}",
                    who = cx.id(volunteer),
                    end = end,
                    a = a,
                    line = cx.line(memberships.row_at(earlier.row))
                )
            } else {
                say!("delete one of the two memberships, or change its dates", "删去其中一段归属关系，或修改日期")
            };
            found.add(
                Finding::new(cx.record(volunteer), memberships.at(later.row, Membership::from), message)
                    .related(memberships.at(earlier.row, Membership::to), say!("belongs to {a} here", "这里属于 {a}", a = a))
                    .help(help),
            );
        }
    }
}
