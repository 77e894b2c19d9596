//! F010: dates, times and periods are written in the one way.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, mend};
use crate::say;
use crate::say::t;
use crate::tables::said::said;
use crate::tables::{Fault, FaultKind};
use crate::value::lenient::{self, Meant, Sureness};
use crate::value::{Kind as ColumnKind, Period};

use super::lenient_help::{either, perhaps};

/// F010.
pub static RULE: Rule = Rule {
    code: "F010",
    name: "bad-date",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t(
        "A date, time or period cannot be read, or a summary is of another quarter than its file's name says.",
        "日期、时间或时段的写法有误，或总结的季度与文件名不符。",
    ),
    why: t(
        "7/1/2026 is January in one country and July in another; 2026-07-01 is one day everywhere, and sorts rightly. Nothing is guessed.",
        "7/1/2026 在有的地方是七月一日，有的地方是一月七日；2026-07-01 到处都是同一天，排序也对。程序不猜。",
    ),
    mend: t(
        "Write dates as 2026-07-01, times as 08:30, periods as 2026, 2026Q3, 2026-07 or 2026-07-01..2026-09-30. In a spreadsheet give the column the format yyyy-mm-dd before saving as CSV. rollbook check --fix writes what can only mean one day.",
        "日期写作 2026-07-01，时间写作 08:30，时段写作 2026、2026Q3、2026-07 或 2026-07-01..2026-09-30。在电子表格中，另存为 CSV 之前先把整列的单元格格式设为自定义 yyyy-mm-dd。只有一种读法的，rollbook check --fix 自动改好。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020/5/1
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.of_each(&cx.book.faults, |fault, found| {
        if let FaultKind::BadQuarter { said, stem } = &fault.kind {
            found.add(bad_quarter(cx, fault, said.as_deref(), stem));
        }
        let FaultKind::BadDate(column_of, text, _) = &fault.kind else { return };
        let Some(message) = said(&fault.kind, &cx.book.words) else { return };
        let is_day = matches!(column_of.kind, ColumnKind::Day | ColumnKind::PartialDay | ColumnKind::End);
        let here = &cx.book.settings.organisation;
        let moment = lenient::instant::day(text, here.timezone).filter(|_| is_day);
        let is_moment = moment.is_some();
        let meant = match moment {
            // UTC may be meant, or nobody thought of it: then a person is to judge.
            Some(day) if here.timezone == chrono_tz::Tz::UTC => Meant::Value(day, Sureness::Likely),
            Some(day) => Meant::Value(day, Sureness::Certain),
            None => lenient::read(text, column_of.kind),
        };
        let help = match &meant {
            Meant::Value(day, _) if is_moment => say!(
                "write {day}, the day that this moment has in the book's time zone, {zone}",
                "写作 {day}，即这一时刻按台账时区（{zone}）的日期",
                day = day,
                zone = here.timezone.name()
            ),
            Meant::Value(meant, Sureness::Guess) => perhaps(meant),
            Meant::Value(meant, _) => say!("write {meant}", "写作 {meant}", meant = meant),
            Meant::Either(one, other) => either(one, other),
            _ if text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-') => {
                say!("correct the year, the month or the day", "改正年、月或日")
            }
            _ if is_day => {
                say!("write the year first, then the month, then the day", "先写年，再写月，再写日")
            }
            _ => say!("write it in that way", "按这种写法填写"),
        };
        let (sure, fix) = mend::meant(cx, fault.at, column_of.kind, text, &meant);
        found.add(cx.fault(fault, message).help(help).fixes(sure, fix).cause(format!("{}.{} {text}", cx.table(fault.at), column_of.code)));
    });
}

/// A summary whose quarter is none, or not that of its file's name.
fn bad_quarter(cx: &Cx<'_>, fault: &Fault, said: Option<&str>, stem: &str) -> Finding {
    let meant = |text: &str| {
        let written = lenient::likely(text, ColumnKind::Period).unwrap_or_else(|| text.to_owned());
        Period::parse_quarter(&written).map(|_| written)
    };
    let is_quarter = |text: &str| Period::parse_quarter(text).is_some();
    let (message, help) = match said {
        Some(said) if is_quarter(said) && is_quarter(stem) => (
            say!(
                "it says that it sums up {said}, and its file is named {stem}.md",
                "写的是 {said} 的总结，文件名却是 {stem}.md",
                said = said,
                stem = stem
            ),
            say!(
                "write quarter = \"{stem}\", or rename the file to {said}.md",
                "写作 quarter = \"{stem}\"，或把文件改名为 {said}.md",
                said = said,
                stem = stem
            ),
        ),
        Some(said) if is_quarter(said) => (
            say!(
                "the file of a summary is named after its quarter, and this is {stem}.md",
                "总结的文件以季度命名，这个文件是 {stem}.md",
                stem = stem
            ),
            say!("rename it to {said}.md", "改名为 {said}.md", said = said),
        ),
        Some(said) => {
            let message = say!("the quarter says '{said}': a quarter is written 2026Q2", "季度写的是“{said}”：季度写作 2026Q2", said = said);
            let help = match meant(said).or_else(|| meant(stem)) {
                Some(quarter) => say!("write quarter = \"{quarter}\"", "写作 quarter = \"{quarter}\"", quarter = quarter),
                None => say!("write the year, a Q and the number of the quarter", "先写年份，再写 Q 和第几季度"),
            };
            (message, help)
        }
        None => {
            let message =
                say!("the file of a summary is named after its quarter, and '{stem}' is none", "总结的文件以季度命名，“{stem}”不是季度", stem = stem);
            let help = match meant(stem) {
                Some(quarter) => say!("rename it to {quarter}.md", "改名为 {quarter}.md", quarter = quarter),
                None => say!("rename it, such as to 2026Q2.md; what is no summary belongs elsewhere", "改名，如 2026Q2.md；不是总结的文件请放到别处"),
            };
            (message, help)
        }
    };
    cx.fault(fault, message).help(help)
}
