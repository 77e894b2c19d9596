//! F008: every row has as many cells as the header.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Rule, sums};
use crate::say;
use crate::say::{count, t};
use crate::tables::FaultKind;

/// F008.
pub static RULE: Rule = Rule {
    code: "F008",
    name: "ragged-row",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A row has more or fewer cells than the header.", "一行的单元格数与表头不同。"),
    why: t(
        "With a comma too many or too few nobody can tell which cell belongs to which column, so nothing of the row is counted.",
        "多一个或少一个逗号，就无法知道哪个单元格属于哪一列，所以整行都不计。",
    ),
    mend: t(
        "Add the commas that are missing, also for empty cells, or put a cell that has a comma in it between double quotes.",
        "补上缺少的逗号（空单元格也要），或把含逗号的单元格放进双引号。",
    ),
    thresholds: &[],
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::Ragged(cells, headers) = fault.kind else { continue };
        if sums::has(cx, fault) {
            continue;
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
    }
}
