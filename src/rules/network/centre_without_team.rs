//! N003: a centre has a team that works from it.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::centres::Centre;
use crate::tables::teams::Team;
use crate::value::{Day, Row, Target};

/// N003.
pub static RULE: Rule = Rule {
    code: "N003",
    name: "centre-without-team",
    level: Level::Note,
    kind: Kind::State,
    says: t("No team names a centre as its own.", "一个服务中心没有服务队。"),
    why: t(
        "What is brought to a centre must go to somebody: a centre that no team works from can only pass it on. A team that is closed does not count.",
        "群众把需求提到中心，要有人去办；没有服务队的中心只能转手。已撤销的服务队不算。",
    ),
    mend: t(
        "Write the centre's id under 'centre' in the file of the team that works from it. \
         Where centres such as rooms need no team, write centre-without-team = \"off\" under [levels].",
        "在驻该中心的服务队的文件里用“centre”写中心编号。如果服务室这样的中心不必有服务队，在 [levels] 下写 centre-without-team = \"off\"。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::CENTRES, TableId::TEAMS]),
    speaks_of: SpeaksOf::records(&[TableId::CENTRES]),
    example: "
-- centres.csv
id,name,kind,place
c1,Northfield centre,convenience,north
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"north\"
founded = \"2020\"
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Centre::TARGET) || !cx.has(Team::TARGET) {
        return;
    }
    let book = cx.book;
    let mut has_team = vec![false; book.centres.len()];
    let mut last: Vec<Option<(Day, Row<Team>)>> = vec![None; book.centres.len()];
    for (team, record) in book.teams.iter() {
        let Some(centre) = record.centre.get() else { continue };
        // Of a team whose dates cannot be read nobody knows.
        if cx.is_open(team) == Some(false) {
            let closed = record.closed.get().map(|closed| closed.day()).filter(|closed| *closed < cx.ask.as_of);
            if let (Some(slot), Some(closed)) = (last.get_mut(centre.index()), closed) {
                *slot = (*slot).max(Some((closed, team)));
            }
        } else if let Some(slot) = has_team.get_mut(centre.index()) {
            *slot = true;
        }
    }
    for (((centre, _), has_team), last) in book.centres.iter().zip(has_team).zip(last) {
        if !has_team && !book.unsure().teams.has(centre) && !cx.id(centre).is_empty() {
            found.add(finding(cx, centre, last));
        }
    }
}

fn finding(cx: &Cx<'_>, centre: Row<Centre>, last: Option<(Day, Row<Team>)>) -> Finding {
    let centres = &cx.book.centres;
    let name = centres.get(centre).and_then(|record| record.name.get()).map(|name| centres.text(name)).unwrap_or_default();
    let id = cx.id(centre);
    let message = say!("no team works from {name} ({id})", "{name}（{id}）没有服务队", name = name, id = id);
    let help = say!(
        "write centre = \"{id}\" in the file of the team that works from it; where such centres need no team, write centre-without-team = \"off\" under [levels] in rollbook.toml",
        "在驻该中心的服务队的文件里写 centre = \"{id}\"；如果这样的中心不必有服务队，在 rollbook.toml 的 [levels] 下写 centre-without-team = \"off\"",
        id = id
    );
    let finding = Finding::new(cx.record(centre), centres.at(centre, Centre::name), message).help(help);
    match last {
        Some((_, team)) => finding.related(cx.book.teams.at(team, Team::closed), say!("its last team was closed here", "最后一支服务队在这里撤销")),
        None => finding,
    }
}
