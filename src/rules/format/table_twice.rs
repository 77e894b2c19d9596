//! F018: a table is one file or a folder of part files, under one name.

use crate::findings::{Found, Level};
use crate::rules::by_hand::shell;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;

/// F018.
pub static RULE: Rule = Rule {
    code: "F018",
    name: "table-twice",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t(
        "A table stands in two places: as a file and as a folder of part files, or under its code and under its Chinese title.",
        "一张表放在两处：既有单个文件又有分表文件夹，或既用代码又用中文名。",
    ),
    why: t(
        "Where a file was parted by year and the old one stayed, everything in it would count twice; and nobody knows where the next row belongs. Rows that repeat a key count once, the rest of both is read.",
        "按年拆分后旧文件还在，其中的内容就有两份，也不知道下一行该写到哪里。主键相同的行只算一次，其余两处都读。",
    ),
    mend: t(
        "If the one is an old copy of the other, delete it; if not, put both together.",
        "如果其中一处是另一处的旧本，就删去它；否则把两处合在一起。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
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
        let FaultKind::TableTwice(table, other) = &fault.kind else { continue };
        let path = cx.book.sources.path(fault.at.file());
        let is_folder = |home: &str| !home.ends_with(".csv");
        // What is parted is a folder as a whole.
        let own = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
        let slash = |home: &str| if is_folder(home) { format!("{home}/") } else { home.to_owned() };
        let (here, there) = (slash(own), slash(other));
        let message = say!(
            "the table '{title}' stands both in {here} and in {there}",
            "表“{title}”既在 {here}，又在 {there}",
            title = table.title,
            here = here,
            there = there
        );
        let help = if is_folder(other) && !is_folder(own) {
            say!(
                "if {here} has been parted into the folder, delete it; if not, move it there: mv {from} {to}more.csv",
                "如果 {here} 已经拆分到文件夹里，删去它；否则移进去：mv {from} {to}more.csv",
                here = here,
                from = shell(own),
                to = there
            )
        } else if is_folder(own) {
            say!(
                "if {here} is an old copy, delete it; if not, move its files into {there}",
                "如果 {here} 是旧本，删去它；否则把其中的文件移进 {there}",
                here = here,
                there = there
            )
        } else {
            say!(
                "if {here} is an old copy, delete it; if not, put its rows at the end of {there} and delete it",
                "如果 {here} 是旧本，删去它；否则把它的各行接到 {there} 末尾，再删去它",
                here = here,
                there = there
            )
        };
        found.add(cx.fault(fault, message).help(help));
    }
}
