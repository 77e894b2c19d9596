//! F008: every row has as many cells as the header.

use crate::findings::{Finding, Found, Level};
use crate::rules::mend::wide;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, mend};
use crate::say;
use crate::say::{count, t};
use crate::tables::{Fault, FaultKind};
use crate::text::csv::Rows;
use crate::text::{At, Patch, Span};

/// F008.
pub static RULE: Rule = Rule {
    code: "F008",
    name: "ragged-row",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A row has more or fewer cells than the header.", "一行的单元格数与表头不同。"),
    why: t(
        "With a comma too many or too few nobody can tell which cell belongs to which column, so nothing of the row is counted. Spreadsheets leave \
         empty cells at the end out or write more of them: such a row is read, and this is a warning.",
        "多一个或少一个逗号，就无法知道哪个单元格属于哪一列，所以整行都不计。电子表格会省去或多写末尾的空单元格：这样的行照常读取，只作警告。",
    ),
    mend: t(
        "Add the commas that are missing, also for empty cells, or put a cell that has a comma in it between double quotes.",
        "补上缺少的逗号（空单元格也要），或把含逗号的单元格放进双引号。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.of_each(&cx.book.faults, |fault, found| {
        if let FaultKind::RaggedEnd(cells, headers) = fault.kind {
            found.add(ragged_end(cx, fault, cells, headers));
            return;
        }
        let FaultKind::Ragged(cells, headers) = fault.kind else { return };
        if let Some(finding) = of_wide(cx, fault, headers) {
            found.add(finding);
            return;
        }
        let message = say!(
            "this row has {cells}, and the header has {headers}",
            "这一行有 {cells} 个单元格，表头有 {headers} 个",
            cells = count(cells, "cell", "cells"),
            headers = headers
        );
        let help = if cells < headers {
            say!("add {n} where cells are missing", "在缺少单元格的地方补 {n} 个逗号", n = count(headers - cells, "comma", "commas"))
        } else if cells + 1 == 2 * headers || cells == 2 * headers {
            // Two rows without the line end between them: the last cell of one runs into the first of the other, or a comma was put there.
            say!("these look like two rows in one line: begin a new line where the second begins", "像是两行连成了一行：在第二行开始的地方换行")
        } else {
            say!(
                "take out {n}, or put the cell that has a comma in it between double quotes",
                "删去 {n} 个逗号，或把含逗号的单元格放进双引号",
                n = count(cells - headers, "comma", "commas")
            )
        };
        let cause = format!("{} {cells}", fault.at.file().0);
        found.add(cx.fault(fault, message).help(help).cause(cause));
    });
}

/// A row whose cells are parted by commas, or held together by quotes, as an input method writes them.
fn of_wide(cx: &Cx<'_>, fault: &Fault, headers: usize) -> Option<Finding> {
    let At::Bytes(file, span) = fault.at else { return None };
    let wide = wide::row(cx.book.sources.text(file), span).filter(|wide| wide.cells == headers)?;
    let message =
        say!("this row has {what}, and must have plain commas and double quotes", "这一行用了{what}，要用半角逗号和双引号", what = wide.what);
    let help = if wide.is_certain {
        say!("write plain ones", "改用半角的")
    } else {
        say!("write plain ones where they part cells; one that belongs to a text may stay", "分隔单元格的改用半角的；属于内容的可以不改")
    };
    let mends = wide.is_certain.then_some((file, wide.patch));
    let cause = format!("{} wide {} {:?}", file.0, wide.is_certain, wide.what.en);
    let mut finding = cx.fault(fault, message).help(help).certain(mends).cause(cause);
    finding.at = At::Bytes(file, wide.first);
    Some(finding)
}

/// A row of which only empty cells at its end are too many or too few: it was read.
fn ragged_end(cx: &Cx<'_>, fault: &Fault, cells: usize, headers: usize) -> Finding {
    let (message, help) = if cells > headers {
        (
            say!(
                "{n} too many at the end of this row; it was read",
                "这一行末尾多了 {n} 个空单元格；已照常读取",
                n = count(cells - headers, "empty cell", "empty cells")
            ),
            say!("take {n} off the end", "删去末尾 {n} 个逗号", n = count(cells - headers, "comma", "commas")),
        )
    } else {
        (
            say!(
                "{n} missing at the end of this row, where nothing need stand; it was read",
                "这一行末尾少了 {n} 个可以为空的单元格；已照常读取",
                n = count(headers - cells, "cell", "cells")
            ),
            say!("add {n} at the end", "在末尾补 {n} 个逗号", n = count(headers - cells, "comma", "commas")),
        )
    };
    let cause = format!("{} end {cells}", fault.at.file().0);
    cx.fault(fault, message).weighs(Level::Warning).help(help).certain(end(cx, fault, cells, headers)).cause(cause)
}

/// The end of a row as it should be.
fn end(cx: &Cx<'_>, fault: &Fault, cells: usize, headers: usize) -> Option<mend::Mend> {
    let At::Bytes(file, row) = fault.at else { return None };
    let mut fields = Vec::new();
    Rows::new(cx.book.sources.text(file), row).next_row(&mut fields)?;
    let (start, commas) = match headers.checked_sub(cells) {
        Some(missing) => (row.end, ",".repeat(missing)),
        None => (fields.get(headers.checked_sub(1)?)?.span.end, String::new()),
    };
    Some((file, Patch::new(Span { start, end: row.end }, commas)))
}
