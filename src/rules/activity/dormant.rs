//! A011: a team that exists holds something now and then.

use super::attended::is_held;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::{Plural, t};
use crate::tables::activities::Activity;
use crate::value::{Day, Row, Target};

/// A011.
pub static RULE: Rule = Rule {
    code: "A011",
    name: "dormant",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A team has held nothing for longer than dormant-days.", "服务队超过 dormant-days 规定的天数没有开展活动。"),
    why: t(
        "A team without activities is on its way to a hollow shell. Days are counted from the last activity held, or from the founding; \
         what a sub-team holds counts for the teams it is part of.",
        "长期不开展活动的服务队会成为空壳。天数从最近一次已开展的活动算起，没有活动的从成立算起；分队的活动也算上级服务队的。",
    ),
    mend: t(
        "Record what was held and is not written down yet. If the team has ended, write the day under closed in its file.",
        "补记已经开展而未记录的活动。如果服务队已经不再存在，在它的文件里写撤销时间 closed。",
    ),
    thresholds: &["dormant-days"],
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
    let (book, tree, as_of) = (cx.book, cx.book.tree(), cx.ask.as_of);
    let mut last: Vec<Option<(Day, Row<Activity>)>> = vec![None; book.teams.len()];
    for (row, activity) in book.activities.iter().filter(|(_, activity)| is_held(activity)) {
        let (Some(team), Some(day)) = (activity.team.get(), activity.date.get()) else { continue };
        if day <= as_of
            && let Some(slot) = last.get_mut(team.index())
        {
            *slot = (*slot).max(Some((day, row)));
        }
    }
    // What is below counts above, and so does what may be missing below.
    let (mut with_below, mut unsure) = (last.clone(), vec![false; last.len()]);
    for ((team, _), of_team) in book.teams.iter().zip(&last) {
        let is_unsure = book.unsure().activities.has(team);
        for above in tree.teams_up(team) {
            if let Some(slot) = with_below.get_mut(above.index()) {
                *slot = (*slot).max(*of_team);
            }
            if let Some(slot) = unsure.get_mut(above.index()) {
                *slot |= is_unsure;
            }
        }
    }
    for (((row, team), last), unsure) in book.teams.iter().zip(with_below).zip(unsure) {
        let Some(founded) = team.founded.get().map(|founded| founded.0) else { continue };
        let since = last.map_or(founded, |(day, _)| day.max(founded));
        let days = as_of.since(since);
        if unsure || cx.is_open(row) != Some(true) || days <= book.settings.rules.dormant_days {
            continue;
        }
        let days = Plural(u64::try_from(days).unwrap_or_default(), "day", "days");
        let message = match last {
            Some((day, activity)) => say!(
                "team {team} has held nothing since {activity} on {day}, {days} ago; at most {most} are allowed",
                "服务队 {team} 自 {day} 的 {activity} 以来没有开展活动，已 {days} 天，最多 {most} 天",
                team = cx.id(row),
                activity = cx.id(activity),
                day = day,
                days = days,
                most = book.settings.rules.dormant_days
            ),
            None => say!(
                "team {team} has held nothing since it was founded on {day}, {days} ago; at most {most} are allowed",
                "服务队 {team} 自 {day} 成立以来没有开展活动，已 {days} 天，最多 {most} 天",
                team = cx.id(row),
                day = founded,
                days = days,
                most = book.settings.rules.dormant_days
            ),
        };
        let finding = match last {
            Some((_, activity)) => Finding::new(cx.record(row), book.teams.at(row, "name"), message)
                .related(book.activities.at(activity, "date"), say!("held last", "最近一次活动")),
            None => Finding::new(cx.record(row), book.teams.at(row, "founded"), message),
        };
        found.add(finding.help(say!(
            "add what it has held since; if the team is no more, write its last day in {file}, such as closed = {day}",
            "补记此后开展的活动；如果服务队已不存在，在 {file} 写明撤销时间，如 closed = {day}",
            day = since,
            file = book.sources.path(book.teams.row_at(row).file())
        )));
    }
}
