//! A011: a team that exists holds something now and then.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::file;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::Activity;
use crate::tables::teams::Team;
use crate::value::{Day, Row, Target};

use super::attended::is_held;

/// A011.
pub static RULE: Rule = Rule {
    code: "A011",
    name: "dormant",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A team has held nothing for longer than dormant-days.", "服务队超过规定的天数没有开展活动。"),
    why: t(
        "A team without activities is on its way to a hollow shell. Days are counted from the last activity held, or from the founding; \
         what a sub-team holds counts for the teams it is part of.",
        "长期不开展活动的服务队会成为空壳。天数从最近一次已开展的活动算起，没有活动的从成立算起；分队的活动也算上级服务队的。",
    ),
    mend: t(
        "Record what was held and is not written down yet. If the team has ended, write the day under closed in its file.",
        "补记已经开展而未记录的活动。如果服务队已经不再存在，在它的文件里写撤销时间（“closed”）。",
    ),
    thresholds: &["dormant-days"],
    reads: Needs::rows(&[TableId::ACTIVITIES, TableId::TEAMS]),
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
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-01-05,2,patrol,security,Night patrol,10,held
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Activity::TARGET) {
        return;
    }
    for ((row, team), last) in cx.book.teams.iter().zip(last_held(cx)) {
        let (Some(founded), false) = (team.founded.get(), last.may_be_later) else { continue };
        let since = last.held.map_or(founded.0, |(day, _)| day.max(founded.0));
        if cx.is_open(row) == Some(true) && cx.ask.as_of.since(since) > cx.book.settings.rules.dormant_days {
            found.add(finding(cx, row, last.held, since));
        }
    }
}

/// What a team and those below it held last, up to the day asked about.
#[derive(Clone, Copy, Default)]
struct Last {
    held: Option<(Day, Row<Activity>)>,
    /// Whether a row that could not be read may tell of something later.
    may_be_later: bool,
}

/// For each team: what it held last.
fn last_held(cx: &Cx<'_>) -> Vec<Last> {
    let book = cx.book;
    let mut own: Vec<Last> = book.teams.iter().map(|(team, _)| Last { held: None, may_be_later: book.unsure().activities.has(team) }).collect();
    for (row, activity) in book.activities.iter().filter(|(_, activity)| is_held(activity)) {
        let (Some(team), Some(day)) = (activity.team.get(), activity.date.get()) else { continue };
        if let Some(last) = own.get_mut(team.index()).filter(|_| day <= cx.ask.as_of) {
            last.held = last.held.max(Some((day, row)));
        }
    }
    // What is below counts above, and so does what may be missing below.
    book.teams_below().roll_up(&mut own, |above, below| {
        above.held = above.held.max(below.held);
        above.may_be_later |= below.may_be_later;
    });
    own
}

fn finding(cx: &Cx<'_>, team: Row<Team>, last: Option<(Day, Row<Activity>)>, since: Day) -> Finding {
    let (book, days, most) = (cx.book, say::days(cx.ask.as_of.since(since)), cx.book.settings.rules.dormant_days);
    let finding = match last {
        Some((day, activity)) => {
            let message = say!(
                "team {team} has held nothing since {activity} on {day}, {days} ago; at most {most} are allowed",
                "服务队 {team} 自 {day} 的 {activity} 以来没有开展活动，已 {days} 天，最多 {most} 天",
                team = cx.id(team),
                activity = cx.id(activity),
                day = day,
                days = days,
                most = most
            );
            Finding::new(cx.record(team), book.teams.at(team, Team::name), message)
                .related(book.activities.at(activity, Activity::date), say!("held last", "最近一次活动"))
        }
        None => {
            let message = say!(
                "team {team} has held nothing since it was founded on {day}, {days} ago; at most {most} are allowed",
                "服务队 {team} 自 {day} 成立以来没有开展活动，已 {days} 天，最多 {most} 天",
                team = cx.id(team),
                day = since,
                days = days,
                most = most
            );
            Finding::new(cx.record(team), book.teams.at(team, Team::founded), message)
        }
    };
    finding.help(say!(
        "add what it has held since; if the team is no more, write its last day in {file}, such as closed = {day}",
        "补记此后开展的活动；如果服务队已不存在，在 {file} 写明撤销时间，如 closed = {day}",
        day = since,
        file = file(cx, team)
    ))
}
