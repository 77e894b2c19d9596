//! S001: a quarter in which something was held is summed up.

use std::collections::BTreeMap;

use crate::book::attendances::is_held;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SUMMARIES, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::activities::Activity;
use crate::value::{Day, Period, Row};

use super::record;

/// S001.
pub static RULE: Rule = Rule {
    code: "S001",
    name: "not-summed-up",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "A quarter with activities is not summed up, summary-within-days days after its end.",
        "有活动的季度结束后 summary-within-days 天还没有总结。",
    ),
    why: t(
        "Every quarter the work of each team is summed up and fed back: good work is made known, taking part counts in the branch's assessment, and the layout of teams is adjusted.",
        "每季总结各服务队的活动并作反馈：好的做法得到宣传，参加情况列入党支部的考核，队伍的布局也据此调整。",
    ),
    mend: t(
        "Write the summary to summaries/<quarter>.md. A book without a folder summaries is not asked for any; for an old quarter that nobody will sum up any more write a waiver.",
        "把总结写到 summaries/<季度>.md。台账没有 summaries 文件夹时不检查；不再补写的旧季度可以写一条豁免。",
    ),
    thresholds: &["summary-within-days"],
    reads: Needs::of(SUMMARIES.with(&[TableId::ACTIVITIES])),
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-20,2,patrol,security,Night patrol,10,held
-- summaries/2025Q4.md
+++
quarter = \"2025Q4\"
written = 2026-01-05
fed-back = [{ to = \"branches:b1\", on = 2026-01-08 }]
+++
A quiet quarter.
",
    check: Check::Book(check),
};

/// What was held in a quarter: how much, and the last of it.
struct Held {
    services: usize,
    last: (Day, Row<Activity>),
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (book, as_of, allowed) = (cx.book, cx.ask.as_of, cx.book.settings.rules.summary_within_days);
    // A summary that tells no quarter may be that of any.
    if !book.layout.has_summaries || book.summaries().iter().any(|summary| summary.quarter().is_none()) {
        return;
    }
    for (quarter, Held { services, last: (_, last) }) in held(cx) {
        let days = as_of.since(quarter.to);
        let is_of_it = |said: Option<Period>| said == Some(quarter);
        let of_it = || book.summaries().iter().filter(|summary| is_of_it(summary.named) || is_of_it(summary.said));
        // One that could not be read is there all the same; one dated later than the day asked about is not there yet.
        if days <= allowed || of_it().any(|summary| summary.written.get().is_none_or(|day| day <= as_of)) {
            continue;
        }
        let message = say!(
            "{quarter} ended {days} ago and is not summed up; {services} held in it; at most {allowed} days are allowed",
            "{quarter} 结束已 {days} 天，还没有总结；本季开展活动 {services} 次；最多 {allowed} 天",
            quarter = quarter,
            days = say::days(days),
            services = count(services, "activity was", "activities were"),
            allowed = allowed
        );
        let help = match of_it().next() {
            Some(summary) => say!(
                "its summary is dated later than the day asked about: correct 'written' in {path}, if it was written before",
                "它的总结日期晚于所问的日期：如果早已写成，改正 {path} 中的 written",
                path = book.sources.path(summary.file)
            ),
            None => say!(
                "write summaries/{quarter}.md, beginning, each on a line of its own: +++ ‖ quarter = \"{quarter}\" ‖ written = {day} ‖ fed-back = [] ‖ +++",
                "写 summaries/{quarter}.md，开头各占一行：+++ ‖ quarter = \"{quarter}\" ‖ written = {day} ‖ fed-back = [] ‖ +++",
                quarter = quarter,
                day = as_of
            ),
        };
        found.add(Finding::new(record(quarter), book.activities.at(last, Activity::date), message).help(help));
    }
}

/// The quarters in which something was held, up to the day asked about.
fn held(cx: &Cx<'_>) -> Vec<(Period, Held)> {
    let mut quarters: BTreeMap<(i32, u32), Held> = BTreeMap::new();
    // Activities of one day or quarter mostly stand together.
    let mut now: Option<(Period, (i32, u32))> = None;
    for (row, activity) in cx.book.activities.iter().filter(|(_, activity)| is_held(activity)) {
        let Some(day) = activity.date.get().filter(|day| *day <= cx.ask.as_of) else { continue };
        let key = match now.filter(|(quarter, _)| quarter.has(day)) {
            Some((_, key)) => key,
            None => (day.year(), day.quarter()),
        };
        now = Period::quarter(key.0, key.1).map(|quarter| (quarter, key));
        let held = quarters.entry(key).or_insert(Held { services: 0, last: (day, row) });
        held.services += 1;
        held.last = held.last.max((day, row));
    }
    quarters.into_iter().filter_map(|((year, quarter), held)| Some((Period::quarter(year, quarter)?, held))).collect()
}
