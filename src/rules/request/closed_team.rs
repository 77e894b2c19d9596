//! Q004: a request is assigned to a team that is there to serve it.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::requests::Request;
use crate::tables::teams::Team;

/// Q004.
pub static RULE: Rule = Rule {
    code: "Q004",
    name: "closed-team",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A request is assigned to a team that is closed.", "服务需求派给了已撤销的服务队。"),
    why: t(
        "Nobody in a team that is no more will answer. It was closed before the request was assigned (or, without that day, received), \
         or it has been closed since and the request is still not answered.",
        "已撤销的服务队不会有人答复。这里指派单时（没有派单日期的，受理时）服务队已经撤销，或者后来撤销而需求还没有答复。",
    ),
    mend: t("Assign it to another team, or correct the days.", "改派给别的服务队，或改正日期。"),
    thresholds: &[],
    reads: Needs::rows(&[TableId::REQUESTS, TableId::TEAMS]),
    speaks_of: SpeaksOf::records(&[TableId::REQUESTS]),
    example: "
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
closed = 2026-05-31
-- requests.csv
id,received,channel,kind,subject,status,verified,assigned,team
r1,2026-06-25,hotline,security,Dark lane,assigned,2026-06-25,2026-06-26,patrol
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (requests, teams, as_of) = (&cx.book.requests, &cx.book.teams, cx.ask.as_of);
    for (row, request) in requests.iter() {
        let Some((team, record)) = request.team.get().and_then(|team| Some((team, teams.get(team)?))) else { continue };
        let (Some(closed), Some(founded)) = (record.closed.get(), record.founded.get()) else { continue };
        // A team that ends before it begins is told as that, and is no ground to stand on.
        if closed.latest() < founded.0 {
            continue;
        }
        let closed = closed.day();
        let (id, name) = (cx.id(row), cx.id(team));
        let assigned = if request.assigned.is_empty() { request.received.get() } else { request.assigned.get() };
        let (how, message) = match assigned.filter(|assigned| closed < *assigned) {
            Some(day) if request.assigned.is_empty() => (
                "received",
                say!(
                    "{request} was received on {day} and is assigned to {team}, which was closed on {closed}",
                    "{request} 于 {day} 受理，派给了 {team}，而它已于 {closed} 撤销",
                    request = id,
                    team = name,
                    day = day,
                    closed = closed
                ),
            ),
            Some(day) => (
                "assigned",
                say!(
                    "{request} was assigned on {day} to {team}, which was closed on {closed}",
                    "{request} 于 {day} 派给 {team}，而它已于 {closed} 撤销",
                    request = id,
                    team = name,
                    day = day,
                    closed = closed
                ),
            ),
            None if closed < as_of && request.is_answered(as_of) == Some(false) => (
                "waits",
                say!(
                    "{request} is not answered and is assigned to {team}, which was closed on {closed}",
                    "{request} 还没有答复，派给的 {team} 已于 {closed} 撤销",
                    request = id,
                    team = name,
                    closed = closed
                ),
            ),
            None => continue,
        };
        let at = requests.at(row, Request::team);
        let help = say!(
            "write the id of a team that is open under 'team' and the day under 'assigned' in {place}; or correct 'closed' of {team}",
            "在 {place}的“服务队”写另一支服务队的编号，“派单日期”写改派的日期；或改正 {team} 的撤销时间",
            place = place(cx, at),
            team = name
        );
        // All that one team leaves behind has one cause.
        let finding = Finding::new(cx.record(row), at, message).help(help).cause(format!("{name} {how}"));
        found.add(finding.related(teams.at(team, Team::closed), say!("closed here", "在这里撤销")));
    }
}
