//! F016: files that look as if they belonged to the book do.

use std::collections::HashSet;

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{Text, t};
use crate::tables::{Description, FaultKind, Form, Stray};

/// F016.
pub static RULE: Rule = Rule {
    code: "F016",
    name: "stray-file",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A file looks as if it belonged to the book, and is not read.", "一个文件看起来属于台账，却没有被读取。"),
    why: t(
        "A table under a misspelt name is not read, and everything in it is missing without a word; so is a team's file in another folder. A workbook \
         beside a table is soon another than the table. Files that have nothing to do with the book are left alone: README, hidden files, docs, pictures.",
        "表的文件名写错了就不会被读取，其中的内容会悄悄缺失；服务队的文件放错文件夹也是如此。表旁边的工作簿很快会与表不一致。\
         与台账无关的文件不受影响：README、隐藏文件、docs、图片等。",
    ),
    mend: t("Rename the file as it was meant, or move it out of the book.", "按本意改名，或把文件移出台账。"),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- membership.csv
volunteer,team,role,from,to
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut paths = None;
    for fault in &cx.book.faults {
        let FaultKind::StrayFile(table, stray) = &fault.kind else { continue };
        let paths = paths.get_or_insert_with(|| paths_of(cx));
        let path = cx.book.sources.path(fault.at.file());
        let (message, help, kind) = words(paths, path, *table, stray);
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        found.add(cx.fault(fault, message).help(help).cause(format!("{folder}/{kind}/{}", table.map_or("", |table| table.name))));
    }
}

/// The paths of all files.
pub(super) fn paths_of<'a>(cx: &Cx<'a>) -> HashSet<&'a str> {
    cx.book.sources.iter().map(|(_, source)| source.path.as_str()).collect()
}

/// What is said of a file, how it is fixed, and what such files have in common.
fn words(paths: &HashSet<&str>, path: &str, table: Option<&'static Description>, stray: &Stray) -> (Text, Text, &'static str) {
    let not_read = || say!("{path} is no file of the book, and is not read", "{path} 不是台账的文件，没有被读取", path = path);
    let title = table.map_or(t("", ""), |table| table.title);
    match stray {
        Stray::OneEach(meant) => (
            not_read(),
            say!(
                "each team has a file of its own, {meant}: move its rows there, or move {path} out of the book",
                "每支服务队各有一个文件 {meant}：把内容移到那里，或把 {path} 移出台账",
                meant = meant,
                path = path
            ),
            "one",
        ),
        Stray::Beside(own) => (
            say!("{path} lies beside {own}, and is not read", "{path} 放在 {own} 旁边，没有被读取", path = path, own = own),
            say!(
                "if there is anything in it that {own} does not have, put it there; then move {path} out of the book",
                "如果其中有 {own} 没有的内容，先并入；再把 {path} 移出台账",
                own = own,
                path = path
            ),
            "beside",
        ),
        Stray::Columns => (
            say!("{path} has columns of the table '{title}', and is not read", "{path} 有“{title}”表的列，却没有被读取", path = path, title = title),
            match table.filter(|table| table.form() == Form::Csv) {
                Some(table) => say!(
                    "if its rows belong to the table, move it to {folder}/ as a part file, or put its rows into {folder}.csv; otherwise move it out of the book",
                    "如果各行属于这张表，把它移进 {folder}/ 作为分表文件，或把各行并入 {folder}.csv；否则移出台账",
                    folder = table.path
                ),
                None => say!(
                    "move it out of the book, and give each team a file teams/<id>.toml",
                    "把它移出台账，每支服务队各建一个文件 teams/<编号>.toml"
                ),
            },
            "columns",
        ),
        Stray::Keys => (
            say!("{path} says what a team's file says, and is not read", "{path} 的内容像服务队的文件，却没有被读取", path = path),
            say!(
                "if it is a team of this book, move it to teams/; otherwise move it out of the book",
                "如果它是本台账的服务队，移进 teams/；否则移出台账"
            ),
            "team",
        ),
        Stray::NoRow(_) => (
            not_read(),
            say!("a team's file ends in .toml: rename it, or move it out of the book", "服务队的文件以 .toml 结尾：请改名，或移出台账"),
            "no-team",
        ),
        Stray::Near(meant) | Stray::Name(meant) | Stray::Copy(meant) | Stray::Below(meant) | Stray::Sheet(meant) | Stray::Outside(meant) => {
            (not_read(), near(paths, path, meant), "near")
        }
    }
}

fn near(paths: &HashSet<&str>, path: &str, meant: &str) -> Text {
    if paths.contains(meant) {
        say!(
            "{meant} is there, too: put its rows there, or move {path} out of the book",
            "{meant} 也在：把它的内容并入那里，或把 {path} 移出台账",
            meant = meant,
            path = path
        )
    } else if !path.to_ascii_lowercase().ends_with(".csv") && meant.ends_with(".csv") {
        as_csv(meant)
    } else {
        say!("did you mean {meant}? rename it, or move it out of the book", "是不是 {meant}？请改名，或移出台账", meant = meant)
    }
}

/// How a workbook becomes a table.
pub(super) fn as_csv(meant: &str) -> Text {
    say!(
        "open it in Excel or WPS, choose File > Save As, as type 'CSV UTF-8 (comma delimited)', and name it {meant}",
        "用 Excel 或 WPS 打开，选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”，文件名写 {meant}",
        meant = meant
    )
}
