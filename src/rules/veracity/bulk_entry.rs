//! V003: a team does not write down a season of activities at one sitting.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::waiver;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::activities::Activity;
use crate::tables::teams::Team;
use crate::value::{Day, Row};

use super::lateness::Lateness;

/// V003.
pub static RULE: Rule = Rule {
    code: "V003",
    name: "bulk-entry",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "A team has more than bulk-activities activities that were recorded on one day, each more than record-within-working-days working days after.",
        "一支服务队有超过 bulk-activities 次活动在同一天补记，且每次都超过 record-within-working-days 个工作日。",
    ),
    why: t(
        "Many activities written down together long afterwards may have been written to fill a table. What was recorded in time on that day does not count.",
        "事后很久一次补记许多活动，可能是为了填表。当天按时记录的不算在内。",
    ),
    mend: t(
        "Ask the team for what it noted at the time: sign-in sheets, pictures, messages. Delete what did not take place; keep the reason for the rest in a waiver.",
        "请服务队拿出当时的签到、照片或消息核对；没有开展的删去，其余的用豁免写明原因。",
    ),
    thresholds: &["bulk-activities", "record-within-working-days", "holidays"],
    reads: Needs::rows(&[TableId::ACTIVITIES, TableId::TEAMS]),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- rollbook.toml (add)
[rules]
bulk-activities = 1

[levels]
recorded-late = \"off\"
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,headcount,status,recorded
a1,2026-04-02,2,patrol,security,Night patrol,10,3,held,2026-06-01
a2,2026-04-09,2,patrol,security,Night patrol,10,3,held,2026-06-01
",
    check: Check::Book(check),
};

/// A team, the day of recording, the activity and its day.
type Entry = (Row<Team>, Day, Day, Row<Activity>);

fn check(cx: &Cx<'_>, found: &mut Found) {
    let Some(lateness) = Lateness::of(cx) else { return };
    let most = usize::try_from(cx.book.settings.rules.bulk_activities).unwrap_or(usize::MAX);
    let entry = |(row, activity): (Row<Activity>, Activity)| {
        let late = lateness.late(&activity).filter(|late| late.held <= cx.ask.as_of && late.recorded <= cx.ask.as_of)?;
        Some((activity.team.get()?, late.recorded, late.held, row))
    };
    let mut late: Vec<Entry> = cx.book.activities.iter().filter_map(entry).collect();
    late.sort_unstable();
    for entries in late.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|entries| entries.len() > most) {
        found.extend(finding(cx, entries, most, lateness.allowed));
    }
}

fn finding(cx: &Cx<'_>, entries: &[Entry], most: usize, allowed: i64) -> Option<Finding> {
    let ((team, recorded, first_day, first), (_, _, last_day, last)) = (entries.first()?, entries.last()?);
    let activities = &cx.book.activities;
    let message = say!(
        "{team} recorded {n} on {recorded}, held from {first_day} to {last_day}, each more than {allowed} before; at most {most} at once are allowed",
        "{team} 在 {recorded} 一天补记了 {n} 次活动，开展于 {first_day} 至 {last_day}，都隔了超过 {allowed} 个工作日；一天最多补记 {most} 次",
        team = cx.id(*team),
        n = count(entries.len(), "activity", "activities"),
        recorded = recorded,
        first_day = first_day,
        last_day = last_day,
        allowed = count(usize::try_from(allowed).unwrap_or_default(), "working day", "working days"),
        most = most
    );
    let record = cx.record(*team);
    let help = say!(
        "check them against sign-in sheets or pictures of the time and delete what did not take place; if all did, add to the end of rollbook.toml: {waiver}",
        "用当时的签到或照片核对，删去没有开展的；确实都开展了的，在 rollbook.toml 末尾加：{waiver}",
        waiver = waiver(RULE.name, record.as_deref().unwrap_or_default(), t("checked against sign-in sheets", "已与签到表核对"))
    );
    let finding = Finding::new(record, cx.book.teams.at(*team, Team::name), message).help(help);
    let finding = finding.related(activities.at(*first, Activity::recorded), say!("the first of them", "其中最早的一次"));
    // With a limit of 0 one alone is too many.
    Some(if first == last {
        finding
    } else {
        finding.related(activities.at(*last, Activity::recorded), say!("the last of them", "其中最晚的一次"))
    })
}
