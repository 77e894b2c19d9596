//! F010: dates, times and periods are written in the one way.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Rule, column};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;
use crate::value::Kind as ColumnKind;

use super::meant;

/// F010.
pub static RULE: Rule = Rule {
    code: "F010",
    name: "bad-date",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A date, time or period cannot be read.", "日期、时间或时段的写法有误。"),
    why: t(
        "7/1/2026 is January in one country and July in another; 2026-07-01 is one day everywhere, and sorts rightly. Nothing is guessed.",
        "7/1/2026 在有的地方是七月一日，有的地方是一月七日；2026-07-01 到处都是同一天，排序也对。程序不猜。",
    ),
    mend: t(
        "Write dates as 2026-07-01, times as 08:30, periods as 2026, 2026Q3, 2026-07 or 2026-07-01..2026-09-30. In a spreadsheet give the column the format yyyy-mm-dd before saving as CSV.",
        "日期写作 2026-07-01，时间写作 08:30，时段写作 2026、2026Q3、2026-07 或 2026-07-01..2026-09-30。在电子表格中，另存为 CSV 之前先把整列的单元格格式设为自定义 yyyy-mm-dd。",
    ),
    thresholds: &[],
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020/5/1
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::BadDate(column_of, text, why) = &fault.kind else { continue };
        let message = say!("{column} says '{text}': {why}", "{column}写的是“{text}”：{why}", column = column(column_of), text = text, why = *why);
        let help = match meant::value(text, column_of.kind) {
            Some(meant) => say!("write {meant}", "写作 {meant}", meant = meant),
            None if text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-') => {
                say!("correct the year, the month or the day", "改正年、月或日")
            }
            None if matches!(column_of.kind, ColumnKind::Day | ColumnKind::PartialDay) => {
                say!("write the year first, then the month, then the day", "先写年，再写月，再写日")
            }
            None => say!("write it in that way", "按这种写法填写"),
        };
        found.add(cx.fault(fault, message).help(help).cause(format!("{}.{} {text}", cx.table(fault.at), column_of.code)));
    }
}
