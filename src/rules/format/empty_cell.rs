//! F009: cells that must not be empty are not.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::header_name;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, column, mend};
use crate::say;
use crate::say::t;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::said::said;
use crate::tables::{Column, Fault, FaultKind, Form};
use crate::text::csv::after_mark;
use crate::text::{At, FileId, Span};

/// F009.
pub static RULE: Rule = Rule {
    code: "F009",
    name: "empty-cell",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A cell that must have something in it is empty.", "必填的单元格是空的。"),
    why: t(
        "A row that lacks it cannot be counted: nobody knows whose it is, when it was or how much.",
        "缺了它，这一行就无法计入：不知道是谁的、什么时候、多少。",
    ),
    mend: t(
        "Fill the cell in, or delete the row if it says nothing. An activity that was held says how many people it reached: 0 if none.",
        "填好单元格；如果整行没有内容就删去这一行。已开展的活动要写受益人次，没有就写 0。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,,community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.of_each(&cx.book.faults, |fault, found| {
        let finding = match &fault.kind {
            FaultKind::EmptyCell(empty) => {
                let is_toml = cx.book.table(fault.at.file()).is_some_and(|table| table.form() == Form::TomlFiles);
                let Some(message) = said(&fault.kind, &cx.book.words) else { return };
                let help = if is_toml {
                    say!("write its value between the quotes", "在引号之间填写")
                } else {
                    say!("fill this cell in", "填写这个单元格")
                };
                cx.fault(fault, message).help(help).cause(cause(cx, fault.at, empty))
            }
            FaultKind::EmptyRow => {
                let message = say!("this row has commas and nothing else", "这一行只有逗号，没有内容");
                let help = say!(
                    "delete the row; in a spreadsheet choose the row and 'Delete', since clearing its cells leaves the commas",
                    "删去这一行；在电子表格中选中整行再“删除”，只清空单元格会留下逗号"
                );
                cx.fault(fault, message).help(help).certain(mend::without_row(cx, fault.at)).cause(format!("{} row", fault.at.file().0))
            }
            FaultKind::SumRow => sum(cx, fault),
            _ => return,
        };
        found.add(finding);
    });
    nobody_counted(cx, found);
}

/// A row that sums up the others: one finding, whatever is wrong in its cells.
fn sum(cx: &Cx<'_>, fault: &Fault) -> Finding {
    let message = say!("this row is a sum of others, and no record", "这一行是合计，不是记录");
    let help = say!("delete the row: rollbook stats works sums out", "删去这一行，合计由 rollbook stats 算出");
    cx.fault(fault, message).help(help).cause(format!("{} sum", fault.at.file().0))
}

/// Activities that were held, and do not say whom they reached.
fn nobody_counted(cx: &Cx<'_>, found: &mut Found) {
    let empty = Activity::beneficiaries.column;
    let mut told = Vec::new();
    for (row, activity) in cx.book.activities.if_read() {
        if activity.status.get() != Some(ActivityStatus::Held) || !activity.beneficiaries.is_empty() {
            continue;
        }
        let file = cx.book.activities.row_at(row).file();
        if told.contains(&file) {
            continue;
        }
        if cx.book.header(file).is_some_and(|header| !header.has(empty.number)) {
            // One cause for the whole file, and its place is the header.
            told.push(file);
            found.add(no_column(cx, file, empty));
            continue;
        }
        let message = say!("this activity was held, and {column} is empty", "这次活动已开展，{column}却是空的", column = column(empty));
        let help = say!("write how many people it reached; 0 if none", "写上受益人次，没有就写 0");
        let at = cx.book.activities.at(row, Activity::beneficiaries);
        found.add(Finding::new(cx.record(row), at, message).help(help).cause(cause(cx, at, empty)));
    }
}

/// Activities of a file were held, and it has no column that says whom they reached.
fn no_column(cx: &Cx<'_>, file: FileId, empty: &Column) -> Finding {
    let text = cx.book.sources.text(file);
    let start = after_mark(text);
    let end = text.get(start..).and_then(|rest| rest.find(['\r', '\n'])).map_or(text.len(), |n| start + n);
    let message = say!("activities were held, and the column {column} is not there", "有活动已开展，却没有{column}这一列", column = column(empty));
    let help = say!(
        "add {code} to this line or, if it is there under another name, rename that; then write in every row how many people it reached, 0 if none",
        "在这一行加上“{code}”，如果它已有别的名称，就改名；再在每一行写上受益人次，没有就写 0",
        code = header_name(cx, file, empty)
    );
    Finding::new(None, At::Bytes(file, Span::new(start, end)), message).help(help)
}

fn cause(cx: &Cx<'_>, at: At, column: &Column) -> String {
    format!("{}.{}", cx.table(at), column.code)
}
