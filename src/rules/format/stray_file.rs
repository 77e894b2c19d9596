//! F016: files that look as if they belonged to the book do.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;

/// F016.
pub static RULE: Rule = Rule {
    code: "F016",
    name: "stray-file",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A file looks as if it belonged to the book, and is not read.", "一个文件看起来属于台账，却没有被读取。"),
    why: t(
        "A table under a misspelt name is not read, and everything in it is missing without a word. Files that have nothing to do with the book are left alone.",
        "表的文件名写错了就不会被读取，其中的内容会悄悄缺失。与台账无关的文件不受影响。",
    ),
    mend: t("Rename the file as it was meant, or move it out of the book.", "按本意改名，或把文件移出台账。"),
    thresholds: &[],
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
    for fault in &cx.book.faults {
        let FaultKind::StrayFile(meant) = &fault.kind else { continue };
        let path = cx.book.sources.path(fault.at.file());
        let message = say!("{path} is no file of the book, and is not read", "{path} 不是台账的文件，没有被读取", path = path);
        let help = match meant {
            Some(meant) if meant.contains('<') => say!(
                "each team has a file of its own, {meant}: move its rows there, or move {path} out of the book",
                "每支服务队各有一个文件 {meant}：把内容移到那里，或把 {path} 移出台账",
                meant = meant,
                path = path
            ),
            Some(meant) if cx.book.sources.iter().any(|(_, source)| source.path == *meant) => say!(
                "{meant} is there, too: put its rows there, or move {path} out of the book",
                "{meant} 也在：把它的内容并入那里，或把 {path} 移出台账",
                meant = meant,
                path = path
            ),
            Some(meant) if !path.to_ascii_lowercase().ends_with(".csv") && meant.ends_with(".csv") => say!(
                "open it in Excel or WPS, choose File > Save As, as type 'CSV UTF-8 (comma delimited)', and name it {meant}",
                "用 Excel 或 WPS 打开，选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”，文件名写 {meant}",
                meant = meant
            ),
            Some(meant) => say!("did you mean {meant}? rename it, or move it out of the book", "是不是 {meant}？请改名，或移出台账", meant = meant),
            None => say!("a team's file ends in .toml: rename it, or move it out of the book", "服务队的文件以 .toml 结尾：请改名，或移出台账"),
        };
        found.add(cx.fault(fault, message).help(help));
    }
}
