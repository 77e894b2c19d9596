//! S002: a summary is fed back.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SUMMARIES, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::tables::Summary;

use super::record;

/// S002.
pub static RULE: Rule = Rule {
    code: "S002",
    name: "not-fed-back",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "A quarter is summed up, and nobody was told, summary-within-days days after the summary was written.",
        "季度总结写成后 summary-within-days 天还没有反馈给任何人。",
    ),
    why: t(
        "A summary that stays in the office changes nothing. It goes to the branches that the volunteers come from, whose assessment it counts in, and to the grid teams.",
        "总结留在办公室里不起作用。要反馈到志愿者所在的党支部（列入考核）和网格服务团队。",
    ),
    mend: t(
        "Feed it back, and write to whom and on which day under fed-back: a branch, a team, a centre, or a grid.",
        "作出反馈，并在 fed-back 写明反馈给谁、在哪天：党支部、服务队、服务中心或网格。",
    ),
    thresholds: &["summary-within-days"],
    reads: Needs::of(SUMMARIES),
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- summaries/2026Q1.md
+++
quarter = \"2026Q1\"
written = 2026-05-20
fed-back = []
+++
A quiet quarter.
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (as_of, allowed) = (cx.ask.as_of, cx.book.settings.rules.summary_within_days);
    for summary in cx.book.summaries().iter().filter(|summary| summary.complete) {
        let (Some(quarter), Some(written)) = (summary.quarter(), summary.written.get()) else { continue };
        let days = as_of.since(written);
        if days <= allowed || summary.fed_back.iter().any(|entry| entry.on.get().is_some_and(|on| on <= as_of)) {
            continue;
        }
        let message = say!(
            "{quarter} was summed up on {written} and not fed back, {days} later; at most {allowed} are allowed",
            "{quarter} 的总结写成于 {written}，已 {days} 天没有反馈，最多 {allowed} 天",
            quarter = quarter,
            written = written,
            days = say::days(days),
            allowed = allowed
        );
        found.add(Finding::new(record(quarter), summary.written_at, message).help(help(cx, summary)));
    }
}

fn help(cx: &Cx<'_>, summary: &Summary) -> crate::say::Text {
    let path = cx.book.sources.path(summary.file);
    match summary.fed_back.iter().filter_map(|entry| entry.on.get()).min() {
        Some(first) => say!(
            "it is to be fed back on {first}: if that was done before, correct the day in {path}",
            "{first} 才反馈：如果早已反馈，改正 {path} 中的日期",
            first = first,
            path = path
        ),
        None => say!(
            "feed it back, and write in {path}: fed-back = [{{ to = \"branches:…\", on = {day} }}]",
            "作出反馈，并在 {path} 写明：fed-back = [{{ to = \"branches:…\", on = {day} }}]",
            path = path,
            day = cx.ask.as_of
        ),
    }
}
