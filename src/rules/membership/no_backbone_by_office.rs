//! M009: among the backbone of a team is somebody by office.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, count, t};
use crate::tables::memberships::Role;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::Row;

use super::by_hand::{add_member, change_role};
use super::ladder::{ladders, of_role};

/// M009.
pub static RULE: Rule = Rule {
    code: "M009",
    name: "no-backbone-by-office",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "None of a team's backbone members is one by office, that is, has one of the backbone-identities.",
        "一支服务队的骨干中，没有 backbone-identities 所列身份（按职务担任骨干）的人。",
    ),
    why: t(
        "People who hold an office, such as cadres and grid leaders, stay and have the means to call others together; \
         a backbone of others only goes as it came. The rule is silent where backbone-identities is empty, and where a team has no backbone at all, which M008 tells.",
        "干部、网格长等有职务的人比较稳定，也便于组织；骨干里一个都没有，人员一变动就散了。backbone-identities 为空时不检查；一名骨干也没有的服务队由 M008 提示，这里不再提示。",
    ),
    mend: t(
        "Make somebody with one of the identities a backbone member, or write the identity under 'identities' in volunteers.csv where it is missing.",
        "请有这类身份的人担任骨干；如果只是漏登，在 volunteers.csv 的“身份”补上。",
    ),
    thresholds: &["backbone-identities"],
    reads: Needs::of(HISTORY),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- rollbook.toml (add)
[vocabulary]
identities = [\"cadre\", \"grid-leader\", \"elder\"]

[rules]
minimum-members = 2
wanted-members = 2
backbone-identities = [\"cadre\", \"grid-leader\"]
-- volunteers.csv
id,name,track,identities,joined
v1,Ann Reed,community,elder,2020
v2,Ben Cole,community,,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- memberships.csv
volunteer,team,role,from,to
v1,patrol,backbone,2024-01-01,
v2,patrol,successor,2024-01-01,
",
    check: Check::Book(check),
};

/// Whether a volunteer has one of the identities; `None` where they cannot be read.
fn is_by_office(cx: &Cx<'_>, volunteer: Row<Volunteer>) -> Option<bool> {
    let (volunteers, wanted) = (&cx.book.volunteers, &cx.book.settings.rules.backbone_identities);
    let identities = volunteers.get(volunteer)?.identities;
    if identities.is_broken() {
        return None;
    }
    Some(identities.get().is_some_and(|list| volunteers.items(list).any(|identity| wanted.contains(&identity))))
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    let wanted = &cx.book.settings.rules.backbone_identities;
    if wanted.is_empty() {
        return;
    }
    for (team, stays) in ladders(cx) {
        let backbone: Vec<_> = of_role(&stays, Role::Backbone).collect();
        // A team without any backbone is told by M008.
        if backbone.is_empty() || backbone.iter().any(|stay| is_by_office(cx, stay.volunteer) != Some(false)) {
            continue;
        }
        let message = say!(
            "{team} has {n} and none by office ({identities})",
            "{team} 有 {n} 名骨干，没有一名是按职务担任的（{identities}）",
            team = cx.id(team),
            n = count(backbone.len(), "backbone member", "backbone members"),
            identities = Text::list(wanted.iter().map(|word| cx.book.words.title(*word)))
        );
        let by_office = |stay: &&&crate::book::Stay| cx.is_active(stay.volunteer) == Some(true) && is_by_office(cx, stay.volunteer) == Some(true);
        let help = match stays.iter().find(by_office) {
            Some(stay) => say!(
                "{who} has such an office: {change}",
                "{who}有这类职务：{change}",
                who = cx.who(stay.volunteer),
                change = change_role(cx, stay, Role::Backbone)
            ),
            None => add_member(cx, team, Role::Backbone),
        };
        let mut finding = Finding::new(cx.record(team), cx.book.teams.at(team, Team::name), message).help(help);
        for stay in backbone {
            let said = say!("{who} is a backbone member, not by office", "{who}是骨干，但不是按职务担任", who = cx.who(stay.volunteer));
            finding = finding.related(cx.book.volunteers.at(stay.volunteer, Volunteer::identities), said);
        }
        found.add(finding);
    }
}
