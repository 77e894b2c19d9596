//! V004: nobody serves as many hours as a job takes.

use crate::book::Attendance;
use crate::findings::{Finding, Found, Level};
use crate::rules::activity::attended::{are_possible, with_unit};
use crate::rules::by_hand::waiver;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SERVICES, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Row};

/// V004.
pub static RULE: Rule = Rule {
    code: "V004",
    name: "too-many-hours",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A volunteer has more than monthly-hours hours in a calendar month.", "志愿者一个月的服务时长超过 monthly-hours 小时。"),
    why: t(
        "More than so many hours in a month is nearly a job: perhaps planned hours stand for real ones, or an activity stands there twice. \
         Hours that are impossible in themselves are told by bad-hours and do not count here.",
        "一个月服务这么多小时，几乎等于上班：也许把计划的时长当成了实际的，也许同一次活动记了两遍。单条就不可能的时长由 bad-hours 提示，不计入这里。",
    ),
    mend: t(
        "Check the activities of that month with the volunteer, and correct hours and dates. If they are right, thank the volunteer and keep the reason in a waiver.",
        "与本人核对当月的各次活动，改正服务时长和日期。确实如此的，向志愿者致谢，并用豁免写明原因。",
    ),
    thresholds: &["monthly-hours"],
    reads: Needs::of(SERVICES),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS]),
    example: "
-- rollbook.toml (add)
[rules]
monthly-hours = 20
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,12,patrol,security,Flood watch,10,held
a2,2026-03-19,9,repair,repair,Sandbags,4,held
-- participations.csv
activity,volunteer,hours
a1,v1,12
a2,v1,9
",
    check: Check::Book(check),
};

/// So many of the month's rows are shown, those with the most hours.
const SHOWN: usize = 5;

fn check(cx: &Cx<'_>, found: &mut Found) {
    let most = u32::try_from(cx.book.settings.rules.monthly_hours).unwrap_or(u32::MAX);
    // No participation has more than 24 hours: so many in a month may be too much, fewer are not.
    let enough = most as usize / 24 + 1;
    let as_of = cx.ask.as_of;
    found.extend(cx.book.attendances().each(|volunteer, attended, found| {
        let attended = attended.get(..attended.partition_point(|(day, _)| *day <= as_of)).unwrap_or_default();
        // Nearly nobody comes so often within any days that might be one month.
        let are_near = |some: &[Attendance]| matches!((some.first(), some.last()), (Some((first, _)), Some((last, _))) if last.since(*first) < 31);
        if !attended.windows(enough).any(are_near) {
            return;
        }
        let mut rest = attended;
        while let Some((day, _)) = rest.first() {
            let after = next_month(*day);
            let (month, later) = rest.split_at(rest.partition_point(|(day, _)| *day < after));
            rest = later;
            if month.len() >= enough {
                found.extend(judge(cx, volunteer, month, Amount::whole(most)));
            }
        }
    }));
}

/// The first day of the month after.
fn next_month(day: Day) -> Day {
    let (year, month) = (day.year(), day.month());
    Day::new(year + i32::from(month == 12), month % 12 + 1, 1).unwrap_or(Day::MAX)
}

fn judge(cx: &Cx<'_>, volunteer: Row<Volunteer>, month: &[Attendance], most: Amount) -> Option<Finding> {
    let participations = &cx.book.participations;
    let hours = |row: Row<Participation>| participations.get(row)?.hours.get().filter(|hours| are_possible(*hours));
    let total: Amount = month.iter().filter_map(|(_, row)| hours(*row)).sum();
    if total <= most {
        return None;
    }
    let mut counted: Vec<(Amount, Attendance)> = month.iter().filter_map(|item| Some((hours(item.1)?, *item))).collect();
    let (_, (day, last)) = *counted.last()?;
    let message = say!(
        "{who} has {total} in {year}-{month}, in {activities}; at most {most} are allowed",
        "{who}在 {year}-{month} 的服务时长合计 {total}，共 {activities} 次活动，最多 {most} 小时",
        who = cx.who(volunteer),
        total = with_unit(total),
        year = format!("{:04}", day.year()),
        month = format!("{:02}", day.month()),
        activities = count(counted.len(), "activity", "activities"),
        most = most
    );
    let record = cx.record(volunteer);
    let help = say!(
        "that is {over} over: correct 'hours' of participations, or 'date' of activities that were in another month, or delete what was entered twice; \
         if all of it is right, add to the end of rollbook.toml: {waiver}",
        "超出 {over}：改正参加记录的“服务时长”，或改正不在这个月的活动的“日期”，或删去重复的记录；确实如此的，在 rollbook.toml 末尾加：{waiver}",
        over = with_unit(total - most),
        waiver = waiver(RULE.name, record.as_deref().unwrap_or_default(), t("checked with the volunteer", "已与本人核对"))
    );
    let mut finding = Finding::new(record, participations.at(last, Participation::hours), message).help(help);
    counted.pop();
    counted.sort_by_key(|(hours, item)| (-*hours, *item));
    for (hours, (_, row)) in counted.into_iter().take(SHOWN) {
        let activity = participations.get(row)?.activity.get()?;
        let said = say!("{hours} in {activity}", "{activity} 有 {hours}", hours = with_unit(hours), activity = cx.id(activity));
        finding = finding.related(participations.at(row, Participation::hours), said);
    }
    Some(finding)
}
