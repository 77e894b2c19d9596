//! F001: every file of the book can be opened and is a regular file in it.

use crate::findings::{Found, Level};
use crate::rules::by_hand::{least_header, shell};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{Text, t};
use crate::tables::{Fault, FaultKind, Form, Unreadable, layout};

/// F001.
pub static RULE: Rule = Rule {
    code: "F001",
    name: "unreadable",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A file of the book cannot be opened.", "台账的一个文件打不开。"),
    why: t(
        "What stands in a file that cannot be opened is missing from every figure. A link that leads out of the book is refused, since a copy of the book would not have what it leads to.",
        "打不开的文件，其内容不会进入任何统计。指向台账之外的链接不予接受，因为复制台账时带不走它指向的内容。",
    ),
    mend: t(
        "Put a plain file in its place that you may read, or move what stands there out of the book.",
        "在原处放一个有权读取的普通文件，或把那里的东西移出台账。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv (folder)
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::Unreadable(why) = &fault.kind else { continue };
        let path = cx.book.sources.path(fault.at.file());
        let (message, help) = words(cx, why, path, fault.at.file());
        found.add(cx.fault(fault, message).help(help));
    }
}

fn words(cx: &Cx<'_>, why: &Unreadable, path: &str, file: crate::text::FileId) -> (Text, Text) {
    match why {
        Unreadable::Missing(table) => {
            let file = format!("{}.csv", table.path);
            let is_it = |fault: &&Fault| matches!(&fault.kind, FaultKind::StrayFile(Some(of), _) if of.name == table.name);
            let help = match cx.book.faults.iter().find(is_it) {
                Some(stray) => say!(
                    "perhaps {stray} is it: see what is said of that file",
                    "可能就是 {stray}：改法见关于那个文件的提示",
                    stray = cx.book.sources.path(stray.at.file())
                ),
                None => {
                    say!(
                        "make a file {file} with this first line: {header}",
                        "新建文件 {file}，第一行写：{header}",
                        file = file,
                        header = least_header(cx, table)
                    )
                }
            };
            (say!("the book has no {file}, and no book is without it", "台账中没有 {file}，而每本台账都要有它", file = file), help)
        }
        Unreadable::Denied => (
            say!("you have no permission to read {path}", "没有读取 {path} 的权限", path = path),
            say!("in the folder of the book run: chmod -R u+rX {path}", "在台账文件夹中运行：chmod -R u+rX {path}", path = shell(path)),
        ),
        Unreadable::Folder => {
            let parts = path.strip_suffix(".csv").filter(|_| layout::is_home(path.trim_end_matches(".csv")));
            let help = match parts {
                Some(name) => say!(
                    "if the folder holds part files of this table, rename it to {name}; otherwise move it out of the book",
                    "如果文件夹里是这张表的分表文件，把它改名为“{name}”；否则把它移出台账",
                    name = name
                ),
                None => say!("move the folder out of the book, and put the file in its place", "把这个文件夹移出台账，在原处放上文件"),
            };
            (say!("{path} is a folder, where a file belongs", "{path} 是文件夹，这里应该是文件", path = path), help)
        }
        Unreadable::NoFolder => {
            let message = say!("{path} is a file, where a folder belongs", "{path} 是文件，这里应该是文件夹", path = path);
            let is_csv = cx.book.table(file).is_some_and(|table| table.form() == Form::Csv);
            let help = if is_csv {
                say!(
                    "if it is the table, rename it to {path}.csv; otherwise move it out of the book",
                    "如果它就是这张表，改名为 {path}.csv；否则把它移出台账",
                    path = path
                )
            } else {
                say!(
                    "move it out of the book, and make a folder {path} with one file for each team in it, such as {path}/patrol.toml",
                    "把它移出台账，新建文件夹 {path}，每支服务队在其中一个文件，如 {path}/patrol.toml",
                    path = path
                )
            };
            (message, help)
        }
        Unreadable::Special => (
            say!("{path} is a pipe, a socket or a device, and no file", "{path} 是管道、套接字或设备，不是文件", path = path),
            say!("move it out of the book, and put a plain file in its place", "把它移出台账，在原处放上普通文件"),
        ),
        Unreadable::LinkOut => (
            say!("{path} is a link that leads out of the book", "{path} 是指向台账之外的链接", path = path),
            say!("delete the link, and put what it leads to in its place", "删去链接，把它指向的内容放到原处"),
        ),
        Unreadable::LinkBroken => (
            say!("{path} is a link that leads nowhere, or in a circle", "{path} 是失效的链接，或链接成环", path = path),
            say!("delete the link, and put the file itself in its place", "删去链接，在原处放上文件本身"),
        ),
        Unreadable::TooLarge => (
            say!("{path} has 4 GiB or more, and that is too much for one file", "{path} 达到或超过 4 GiB，单个文件太大", path = path),
            match path.strip_suffix(".csv").filter(|name| !name.contains('/')) {
                Some(name) => say!(
                    "part it by year: {name}/2025.csv, {name}/2026.csv, each with the header line",
                    "按年拆分：{name}/2025.csv、{name}/2026.csv，每个文件都要有表头",
                    name = name
                ),
                None => say!("part it into several files, each with the header line", "拆成几个文件，每个文件都要有表头"),
            },
        ),
        Unreadable::Name => (
            say!("the name of {path} is not UTF-8, and cannot be read everywhere", "{path} 的文件名不是 UTF-8 编码，在别处可能读不出", path = path),
            say!("give the file a new name, of letters, digits, '-' and '_'", "给文件改名，只用文字、数字、“-”和“_”"),
        ),
        Unreadable::Other(words) => (
            say!("{path} cannot be read; the system says: {words}", "无法读取 {path}；系统提示：{words}", path = path, words = words),
            say!("see whether the disk is there and another program opens the file", "检查磁盘是否正常，其他程序能否打开这个文件"),
        ),
    }
}
