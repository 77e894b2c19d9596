//! F018: a table is one file or a folder of part files, not both.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;

/// F018.
pub static RULE: Rule = Rule {
    code: "F018",
    name: "table-twice",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A table is both a file and a folder of part files.", "一张表既有单个文件，又有分表文件夹。"),
    why: t(
        "Where a file was parted by year and the old one stayed, everything in it would count twice; and nobody knows where the next row belongs. Rows that repeat a key count once, the rest of both is read.",
        "按年拆分后旧文件还在，其中的内容就有两份，也不知道下一行该写到哪里。主键相同的行只算一次，其余两处都读。",
    ),
    mend: t(
        "If the file has been parted, delete it; if not, move it into the folder as another part file.",
        "如果文件已经拆分，就删去它；否则把它移进文件夹，作为一个分表文件。",
    ),
    thresholds: &[],
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- volunteers/2026.csv
id,name,track,joined
v2,Ben Hill,community,2026-02-01
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::TableTwice(table) = &fault.kind else { continue };
        let path = cx.book.sources.path(fault.at.file());
        let message = say!(
            "the table '{title}' is both this file and the folder {folder}/",
            "表“{title}”既有这个文件，又有文件夹 {folder}/",
            title = table.title,
            folder = table.path
        );
        let help = say!(
            "if {path} has been parted into the folder, delete it; if not, move it there: mv {path} {folder}/more.csv",
            "如果 {path} 已经拆分到文件夹里，删去它；否则移进去：mv {path} {folder}/more.csv",
            path = path,
            folder = table.path
        );
        found.add(cx.fault(fault, message).help(help));
    }
}
