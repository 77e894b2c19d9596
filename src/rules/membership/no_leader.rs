//! M005: a team is not long without a leader.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{BLANK, row};
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{T, count, t};
use crate::tables::appointments::{Appointment, Office};
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::fixed::Fixed;
use crate::value::{Row, Target};

use super::leader_not_secretary::secretary;

/// M005.
pub static RULE: Rule = Rule {
    code: "M005",
    name: "no-leader",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A team has had no leader for longer than is allowed.", "一支服务队没有负责人的时间超过了允许的天数。"),
    why: t(
        "Without a leader nobody calls the team together, answers for its records, or is there for those who need it. \
         The days are counted from the day after the last leader's end, or from the founding.",
        "没有负责人，就没有人召集、没有人对记录负责，需要服务的人也找不到人。天数从上一任结束的次日算起，没有上一任的从成立之日算起。",
    ),
    mend: t(
        "Add the new leader to appointments.csv. If the team has ended, write the day under 'closed' in its file.",
        "在 appointments.csv 加上新负责人。如果服务队已撤销，在它的文件里用“closed”写明日期。",
    ),
    thresholds: &["vacancy-days"],
    reads: Needs::of(HISTORY.with(&[TableId::BRANCHES])),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- appointments.csv
team,volunteer,office,from,to
patrol,v1,leader,2020-01-01,2026-04-30
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Team::TARGET) || !cx.has(Appointment::TARGET) {
        return;
    }
    let (history, unsure, as_of) = (cx.book.history(), cx.book.unsure(), cx.ask.as_of);
    let allowed = cx.book.settings.rules.vacancy_days;
    for (team, record) in cx.book.teams.iter() {
        let Some(founded) = record.founded.get() else { continue };
        if cx.is_open(team) != Some(true) || history.leaders(team, as_of).next().is_some() {
            continue;
        }
        let last = history.terms(team).filter(|term| term.office == Office::Leader && term.to < as_of).max_by_key(|term| term.to);
        let since = last.map_or(founded.0, |last| last.to.plus(1).max(founded.0));
        let days = as_of.since(since) + 1;
        // A row that could not be read might say who leads, or has led since.
        if days <= allowed || unsure.leaders.within(team, since, as_of) > 0 {
            continue;
        }
        let message = say!(
            "{team} has had no leader since {since}, for {days}; {allowed} are allowed",
            "{team} 从 {since} 起没有负责人，已有 {days} 天，最多 {allowed} 天",
            team = cx.id(team),
            since = since,
            days = count(usize::try_from(days).unwrap_or_default(), "day", "days"),
            allowed = allowed
        );
        let heir = heir(cx, team);
        let today = as_of.to_string();
        let id = heir.map_or(BLANK, |(volunteer, _)| cx.id(volunteer));
        let (path, line) = row::<Appointment>(
            cx,
            &[
                (Appointment::team, cx.id(team)),
                (Appointment::volunteer, id),
                (Appointment::office, Office::Leader.code()),
                (Appointment::from, &today),
            ],
        );
        let help = match heir {
            Some((volunteer, what)) => say!(
                "appoint somebody, for instance {what}, {who}: add to {path}: {line}",
                "任命新的负责人，例如{what}{who}：在 {path} 加一行：{line}",
                what = what,
                who = cx.who(volunteer),
                path = path,
                line = line
            ),
            None => say!(
                "add the new leader to {path}, with the volunteer's id in place of '{blank}': {line}",
                "在 {path} 为新负责人加一行（“{blank}”处写志愿者编号）：{line}",
                path = path,
                line = line,
                blank = BLANK
            ),
        };
        let mut finding = Finding::new(cx.record(team), cx.book.teams.at(team, Team::name), message).help(help);
        if let Some(last) = last {
            let said = say!("the last leader was {who}, until here", "上一任负责人{who}到此为止", who = cx.who(last.volunteer));
            finding = finding.related(cx.book.appointments.at(last.row, Appointment::to), said);
        }
        found.add(finding);
    }
}

/// Who might lead the team, and as what: the secretary of its branch, or its deputy.
fn heir(cx: &Cx<'_>, team: Row<Team>) -> Option<(Row<Volunteer>, T)> {
    let is_active = |volunteer: &Row<Volunteer>| cx.is_active(*volunteer) == Some(true);
    let secretary = secretary(cx, team).map(|(_, volunteer)| volunteer).filter(is_active);
    let deputies = cx.book.history().terms(team).filter(|term| term.office == Office::Deputy && term.has(cx.ask.as_of));
    let as_secretary = secretary.map(|volunteer| (volunteer, t("the secretary of its branch", "所属党支部的支部书记")));
    as_secretary.or_else(|| Some((deputies.map(|term| term.volunteer).find(is_active)?, t("its deputy", "副负责人"))))
}
