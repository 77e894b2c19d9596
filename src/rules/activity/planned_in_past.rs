//! A009: what was planned for a day that is past was held or was not.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::{Activity, ActivityStatus};

/// A009.
pub static RULE: Rule = Rule {
    code: "A009",
    name: "planned-in-past",
    level: Level::Warning,
    kind: Kind::State,
    says: t("An activity is still planned, and its day is past.", "活动的日期已过，状态仍是“计划”。"),
    why: t(
        "Planned hours never count: what was held goes unseen until somebody says so, and what was not leaves people waiting. The date is compared with today.",
        "计划的时长不计入统计：已开展的不标明就没有成绩，没开展的不说明就让人空等。这里与今天比较。",
    ),
    mend: t(
        "Set the status to held and record who came, or to cancelled; if it was put off, write the new date.",
        "把状态改为“已开展”并记录参加的人，或改为“已取消”；改期的，写新的日期。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::ACTIVITIES]),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,status
a1,2026-06-20,2,patrol,security,Night patrol,planned
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (activities, today) = (&cx.book.activities, cx.ask.today);
    for (row, activity) in activities.iter() {
        // Today decides what is past; what comes after the day asked about is outside the question.
        let is_past = |day: &crate::value::Day| *day < today && *day <= cx.ask.as_of;
        let is_planned = activity.status.get() == Some(ActivityStatus::Planned);
        let Some(day) = activity.date.get().filter(|day| is_planned && is_past(day)) else { continue };
        let message = say!(
            "{activity} was planned for {day}, {days} before today, and is still planned",
            "{activity} 原定 {day} 开展，到今天已过 {days} 天，状态仍是“计划”",
            activity = cx.id(row),
            day = day,
            days = say::days(today.since(day))
        );
        found.add(Finding::new(cx.record(row), activities.at(row, Activity::status), message).help(say!(
            "write held under 'status' and add who came, or write cancelled; if it was put off, write the new day under 'date'",
            "在“状态”写 已开展，并补记参加的人，或写 已取消；如果改期，在“日期”写新的日期"
        )));
    }
}
