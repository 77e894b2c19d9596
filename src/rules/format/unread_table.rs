//! F029: every file that another system or program would read as a table's is read here, too.

use std::collections::HashSet;

use crate::findings::{Found, Level};
use crate::rules::by_hand::shell;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{Text, t};
use crate::tables::{Description, FaultKind, Stray};

use super::stray_file::{as_csv, paths_of};

/// F029.
pub static RULE: Rule = Rule {
    code: "F029",
    name: "unread-table",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t(
        "A file has a table's name but for its ending, its case or its folder, is a copy of a table's file, or a workbook in its place: it is not read.",
        "文件名与表名只差扩展名、大小写或所在文件夹，或是表文件的副本，或用工作簿代替了表：没有被读取。",
    ),
    why: t(
        "Windows and macOS take Teams/ for teams/, and Linux does not; a spreadsheet opens activities.CSV and a workbook alike. What one computer counts and \
         another does not is missing from figures without a word. Figures name such files as unread.",
        "Windows 和 macOS 把 Teams/ 当作 teams/，Linux 不会；电子表格软件打开 activities.CSV 和工作簿也看不出差别。\
         这台电脑算进去、那台电脑算不进去的内容会悄悄缺失。统计时会列明没有读取的文件。",
    ),
    mend: t(
        "Give the file the name that the table has, put what only a copy has into the table, and save a workbook as CSV.",
        "把文件改成表应有的名字；副本里独有的内容并入表；工作簿另存为 CSV。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- leaves.CSV
volunteer,from,to
v1,2026-06-01,2026-06-10
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut paths = None;
    for fault in &cx.book.faults {
        let FaultKind::UnreadTable(table, stray) = &fault.kind else { continue };
        let paths = paths.get_or_insert_with(|| paths_of(cx));
        let path = cx.book.sources.path(fault.at.file());
        let (message, help, kind) = words(paths, path, table, stray);
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        found.add(cx.fault(fault, message).help(help).cause(format!("{folder}/{kind}/{}", table.name)));
    }
}

/// What is said of a file, how it is fixed, and what such files have in common.
fn words(paths: &HashSet<&str>, path: &str, table: &'static Description, stray: &Stray) -> (Text, Text, &'static str) {
    match stray {
        Stray::Copy(own) => (
            say!("{path} is a copy of {own}, and is not read", "{path} 是 {own} 的副本，没有被读取", path = path, own = own),
            say!(
                "see which of the two is right: put what only the copy has into {own}, then delete {path}",
                "比较两个文件：把副本独有的内容并入 {own}，再删去 {path}",
                own = own,
                path = path
            ),
            "copy",
        ),
        Stray::Below(home) => (
            say!(
                "{path} is in a folder below {home}/, and nothing in it is read",
                "{path} 在 {home}/ 下的文件夹里，其中的内容没有被读取",
                path = path,
                home = home
            ),
            say!(
                "move it to {home}/, or out of the book: mv {path} {home}/",
                "把它移到 {home}/，或移出台账：mv {path} {home}/",
                path = shell(path),
                home = home
            ),
            "below",
        ),
        Stray::Sheet(own) => (
            say!(
                "{path} is a workbook in place of the table '{title}', and is not read",
                "{path} 是工作簿，代替了表“{title}”，没有被读取",
                path = path,
                title = table.title
            ),
            as_csv(own),
            "sheet",
        ),
        Stray::Outside(own) => (
            say!(
                "{path} is named like the private table '{title}', which belongs in private/; it is not read",
                "{path} 与私密表“{title}”同名，它应放在 private/ 里；没有被读取",
                path = path,
                title = table.title
            ),
            say!(
                "move it there, so that it does not enter git: mv {path} {own}",
                "把它移到那里，以免进入 git：mv {path} {own}",
                path = shell(path),
                own = own
            ),
            "outside",
        ),
        Stray::Name(own) | Stray::Beside(own) | Stray::Near(own) | Stray::OneEach(own) | Stray::NoRow(own) => {
            let help = if paths.contains(own.as_str()) {
                say!(
                    "{own} is there, too: put its rows there, or move {path} out of the book",
                    "{own} 也在：把它的内容并入那里，或把 {path} 移出台账",
                    own = own,
                    path = path
                )
            } else if path.to_ascii_lowercase().ends_with(".tsv") {
                as_csv(own)
            } else {
                say!("rename it: mv {path} {own}", "改名：mv {path} {own}", path = shell(path), own = own)
            };
            (say!("{path} is not read: it is to be called {own}", "{path} 没有被读取：应叫 {own}", path = path, own = own), help, "name")
        }
        Stray::Columns | Stray::Keys => (say!("{path} is not read", "{path} 没有被读取", path = path), Text::default(), "name"),
    }
}
