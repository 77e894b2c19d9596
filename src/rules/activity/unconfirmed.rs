//! A016: of an activity that was held it is written down who came.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::Activity;
use crate::tables::participations::{Attendance, Participation};
use crate::value::{Row, Workdays};

use super::attended::{in_doubt, is_held, participant};

/// A016.
pub static RULE: Rule = Rule {
    code: "A016",
    name: "unconfirmed",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "Somebody is still signed up for an activity that was held longer ago than records may take.",
        "活动早已开展，超过了补记的期限，还有人的状态是“已报名”。",
    ),
    why: t(
        "Whoever only signed up counts nowhere: if they came, their hours are lost, and nothing else says so. Service is recorded within 10 working days (Order 67, art. 11).",
        "只报名的不计入统计：人其实到了，时长就丢了，别处也看不出来。服务情况应在 10 个工作日以内记录（民政部令第 67 号第十一条）。",
    ),
    mend: t("Write attended, excused or absent under the status of the participation.", "在参加记录的“状态”写“已参加”“请假”或“缺席”。"),
    thresholds: &["record-within-working-days", "holidays"],
    reads: Needs::of(DOUBTFUL),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-06-01,2,patrol,security,Night patrol,10,held
-- participations.csv
activity,volunteer,hours,status
a1,v1,2,attended
a1,v2,2,signed-up
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let rules = &cx.book.settings.rules;
    // A holiday that cannot be read leaves open what is late.
    let Some(workdays) = rules.holidays.as_deref().map(Workdays::less) else { return };
    let (allowed, as_of) = (rules.record_within_working_days, cx.ask.as_of);
    found.extend(in_doubt(cx, |row, participation| {
        if participation.status.get() != Some(Attendance::SignedUp) {
            return None;
        }
        let activity = cx.book.activities.get(participation.activity.get()?).filter(is_held)?;
        let day = activity.date.get().filter(|day| workdays.after(*day, as_of) > allowed)?;
        Some(finding(cx, row, &participation, day))
    }));
}

fn finding(cx: &Cx<'_>, row: Row<Participation>, participation: &Participation, day: crate::value::Day) -> Finding {
    let (at, activity) = (cx.book.participations.at(row, Participation::status), participation.activity.get());
    let id = activity.map_or("", |activity| cx.id(activity));
    let message = say!(
        "{who} is still signed up for {activity}, which was held on {day}",
        "{activity} 已于 {day} 开展，{who}的状态还是“已报名”",
        who = participant(cx, row, participation),
        activity = id,
        day = day
    );
    let help = say!(
        "write attended, excused or absent under 'status' of the participations in {activity}; only attended counts",
        "在 {activity} 的参加记录的“状态”写 已参加、请假 或 缺席；只有已参加的计入统计",
        activity = id
    );
    // Nobody has gone through the list of that activity: one thing to do.
    let finding = Finding::new(activity.and_then(|activity| cx.record(activity)), at, message).cause(id).help(help);
    match activity {
        Some(activity) => {
            finding.related(cx.book.activities.at(activity, Activity::status), say!("{activity} was held", "{activity} 已开展", activity = id))
        }
        None => finding,
    }
}
