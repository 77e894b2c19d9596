//! F022: nothing ends before it starts.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::written;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SUMMARIES, SpeaksOf, column};
use crate::say;
use crate::say::t;
use crate::schema::{Column, Description, Role};
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::{AnyTable, Summary};
use crate::value::{Day, Loose, Row};

/// F022.
pub static RULE: Rule = Rule {
    code: "F022",
    name: "ends-before-start",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A date lies before the one that it follows.", "后面的日期早于前面的日期。"),
    why: t(
        "What ends before it starts covers no day at all, so that it would count for nothing. Mostly two dates changed places, or a year is wrong.",
        "结束早于开始，就没有任何一天在其中，等于没有。多半是两个日期写反了，或年份写错。",
    ),
    mend: t(
        "Correct one of the two dates. What lasted one day has that day under both; what still lasts has no end. A year or month alone means its first day, under left and closed its last.",
        "改正其中一个日期。只有一天时，起止写同一天；还没结束的不写结束日期。只写年或年月时，按其第一天算；退出时间、撤销时间按其最后一天算。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined,left
v1,Ann Reed,community,2020-05-01,2019-05-01
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    cx.book.tables.each(|table, rows| look(cx, table, rows, found));
    look_at_summaries(cx, found);
}

/// Summaries that were fed back before they were written.
fn look_at_summaries(cx: &Cx<'_>, found: &mut Found) {
    // Of one record that is shown, no summary is asked for.
    let summaries = if cx.book.has_read(SUMMARIES) { cx.book.summaries() } else { &[] };
    for summary in summaries {
        for entry in &summary.fed_back {
            let Some((from, to)) = summary.written.get().zip(entry.on.get()).filter(|(from, to)| to < from) else { continue };
            let message = say!(
                "{end} is {to}, before {start}, which is {from}",
                "{end}是 {to}，早于{start}的 {from}",
                end = column(Summary::ON.column),
                start = column(Summary::WRITTEN.column),
                to = to,
                from = from
            );
            let record = cx.book.record_at(summary.file, 0);
            found.add(
                Finding::new(record, entry.on_at, message)
                    .help(say!("correct one of the two dates", "改正其中一个日期"))
                    .related(summary.written_at, say!("this is later", "这个日期更晚"))
                    .cause(format!("{} {to}", summary.file.0)),
            );
        }
    }
}

/// The days of the columns of a table, each against those that it comes after.
fn look(cx: &Cx<'_>, table: &'static Description, rows: &dyn AnyTable, found: &mut Found) {
    let before = |end: &'static Column| end.after.iter().filter_map(move |number| Some((table.columns.get(usize::from(*number))?, end)));
    let pairs: Vec<(&'static Column, &'static Column)> = table.columns.iter().flat_map(before).collect();
    if pairs.is_empty() || !rows.is_read() {
        return;
    }
    for row in 0..u32::try_from(rows.rows()).unwrap_or(u32::MAX) {
        let mut told: Vec<(u16, u16)> = Vec::new();
        for (start, end) in &pairs {
            let (Loose::Days(from, _), Loose::Days(_, to)) = (rows.loose(row, start.number), rows.loose(row, end.number)) else { continue };
            // One wrong date contradicts several others, and is told once.
            if from <= to || told.iter().any(|(start_told, end_told)| *start_told == start.number || *end_told == end.number) {
                continue;
            }
            // What is planned or cancelled may well be written down before its day.
            let is_held = || cx.book.activities.get(Row::new(row)).is_some_and(|activity| activity.status.get() == Some(ActivityStatus::Held));
            if std::ptr::eq(*end, Activity::recorded.column) && !is_held() {
                continue;
            }
            told.push((start.number, end.number));
            found.add(finding(cx, (rows, row), (table, start, end), (from, to)));
        }
    }
}

fn finding(cx: &Cx<'_>, (rows, row): (&dyn AnyTable, u32), (table, start, end): (&Description, &Column, &Column), (from, to): (Day, Day)) -> Finding {
    let (start_at, end_at) = (rows.cell(row, start.number), rows.cell(row, end.number));
    let message = say!(
        "{end} is {to}, before {start}, which is {from}",
        "{end}是 {to}，早于{start}的 {from}",
        end = column(end),
        start = column(start),
        to = written(cx, end_at, to),
        from = written(cx, start_at, from)
    );
    let help = if end.role == Role::Ends {
        say!("correct one of the two dates; while it lasts, leave '{end}' empty", "改正其中一个日期；还没结束时“{end}”不填", end = end.code)
    } else {
        say!("correct one of the two dates", "改正其中一个日期")
    };
    let record = cx.record_at(rows.place(row));
    let cause = format!("{} {} {from} {} {to}", table.name, start.code, end.code);
    Finding::new(record, end_at, message).help(help).cause(cause).related(start_at, say!("this is later", "这个日期更晚"))
}
