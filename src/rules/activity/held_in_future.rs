//! A008: what is yet to come has not been held.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::Activity;

use super::attended::is_held;

/// A008.
pub static RULE: Rule = Rule {
    code: "A008",
    name: "held-in-future",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("An activity is held on a day that is yet to come.", "活动标为已开展，日期却还没有到。"),
    why: t(
        "Hours count once they are given. The date is compared with today, whatever day --as-of asks about.",
        "服务时长在付出以后才计算。这里与今天比较，不随 --as-of 所问的日期改变。",
    ),
    mend: t("Set the status to planned, or correct the date.", "把状态改为“计划”，或改正日期。"),
    thresholds: &[],
    reads: Needs::rows(&[TableId::ACTIVITIES]),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-07-05,2,patrol,security,Night patrol,10,held
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (activities, today) = (&cx.book.activities, cx.ask.today);
    for (row, activity) in activities.iter() {
        let Some(day) = activity.date.get().filter(|day| *day > today && is_held(&activity)) else { continue };
        let message = say!(
            "{activity} is marked held, and its date, {day}, is yet to come: today is {today}",
            "{activity} 标为已开展，而日期 {day} 还没有到：今天是 {today}",
            activity = cx.id(row),
            day = day,
            today = today
        );
        let days = day.since(today);
        found.add(
            Finding::new(cx.record(row), activities.at(row, Activity::date), message)
                .related(activities.at(row, Activity::status), say!("held", "已开展"))
                .help(say!(
                    "if it is to come in {days}, write planned under 'status'; if it was held already, correct 'date'",
                    "如果 {days} 天后才开展，在“状态”写 计划；如果已经开展，改正“日期”",
                    days = say::days(days)
                )),
        );
    }
}
