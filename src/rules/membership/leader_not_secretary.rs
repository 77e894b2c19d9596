//! M007: the secretary of a team's branch leads it, or is one of those who do.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{place, row};
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::appointments::{Appointment, Office};
use crate::tables::branches::Branch;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::fixed::Fixed;
use crate::value::{Row, Target};

/// M007.
pub static RULE: Rule = Rule {
    code: "M007",
    name: "leader-not-secretary",
    level: Level::Warning,
    kind: Kind::State,
    says: t("No leader of a team is the secretary of its branch.", "服务队的负责人中没有其党支部的支部书记。"),
    why: t(
        "The secretary of a village's or unit's branch leads its team or teams, so that the branch stands behind the service. \
         After an election the one or the other is often forgotten. Where a team has two leaders for a time, one of them is enough; a team without a leader and a branch without a secretary are passed over.",
        "服务队由所在村或单位的支部书记负责，党支部才能做服务的后盾。换届以后常常只改了一处。一时有两名负责人的，其中一名是支部书记就可以；没有负责人的服务队、没有登记支部书记的党支部不检查。",
    ),
    mend: t(
        "End the appointment in appointments.csv and add the secretary's, or write the new secretary in branches.csv. \
         Where leaders are chosen otherwise, write leader-not-secretary = \"off\" under [levels].",
        "在 appointments.csv 结束现任并加上支部书记，或在 branches.csv 改成新的支部书记。如果负责人另行推选，在 [levels] 下写 leader-not-secretary = \"off\"。",
    ),
    thresholds: &[],
    reads: Needs::of(HISTORY.with(&[TableId::BRANCHES])),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- branches.csv
id,name,secretary
b1,East village,v2
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
branch = \"b1\"
founded = \"2020\"
-- appointments.csv
team,volunteer,office,from,to
patrol,v1,leader,2020-01-01,
",
    check: Check::Book(check),
};

/// The branch of a team, and its secretary.
pub fn secretary(cx: &Cx<'_>, team: Row<Team>) -> Option<(Row<Branch>, Row<Volunteer>)> {
    let branch = cx.book.teams.get(team)?.branch.get()?;
    Some((branch, cx.book.branches.get(branch)?.secretary.get()?))
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Branch::TARGET) || !cx.has(Appointment::TARGET) {
        return;
    }
    let (history, appointments, day) = (cx.book.history(), &cx.book.appointments, cx.ask.as_of);
    for (team, _) in cx.book.teams.iter() {
        let Some((branch, secretary)) = secretary(cx, team) else { continue };
        // The secretary may lead by a row that could not be read.
        if cx.is_open(team) != Some(true) || cx.book.unsure().leaders.on(team, day) > 0 {
            continue;
        }
        // While one leader hands over to the next, one of them is enough.
        if history.leaders(team, day).any(|term| term.volunteer == secretary) {
            continue;
        }
        let Some(leader) = history.leaders(team, day).next_back() else { continue };
        let message = say!(
            "{team} is led by {leader}, and the secretary of its branch {branch} is {secretary}",
            "{team} 的负责人是{leader}，而所属党支部 {branch} 的支部书记是{secretary}",
            team = cx.id(team),
            leader = cx.who(leader.volunteer),
            branch = cx.id(branch),
            secretary = cx.who(secretary)
        );
        let branch_at = cx.book.branches.at(branch, Branch::secretary);
        let last = day.plus(-1);
        let help = if cx.is_active(secretary) == Some(true) && leader.from <= last {
            let today = day.to_string();
            let cells = [
                (Appointment::team, cx.id(team)),
                (Appointment::volunteer, cx.id(secretary)),
                (Appointment::office, Office::Leader.code()),
                (Appointment::from, &today),
            ];
            let (path, line) = row::<Appointment>(cx, &cells);
            say!(
                "if {leader} is the secretary now, write {leader} under 'secretary' in {branch}; \
                 if {secretary} leads, write {last} under 'to' in {at}, and add to {path}: {line}",
                "如果 {leader} 已任支部书记，在 {branch}的“支部书记”写 {leader}；如果由 {secretary} 负责，在 {at}的“结束日期”写 {last}，并在 {path} 加一行：{line}",
                secretary = cx.id(secretary),
                last = last,
                at = place(cx, appointments.row_at(leader.row)),
                path = path,
                line = line,
                leader = cx.id(leader.volunteer),
                branch = place(cx, branch_at)
            )
        } else {
            say!(
                "if {leader} is the secretary now, write {leader} under 'secretary' in {branch}",
                "如果 {leader} 已任支部书记，在 {branch}的“支部书记”写 {leader}",
                leader = cx.id(leader.volunteer),
                branch = place(cx, branch_at)
            )
        };
        found.add(
            Finding::new(cx.record(team), appointments.at(leader.row, Appointment::volunteer), message)
                .related(branch_at, say!("secretary of {branch}", "{branch} 的支部书记", branch = cx.id(branch)))
                .help(help),
        );
    }
}
