//! F004: TOML files are TOML.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;
use crate::value::Kind as ColumnKind;

use super::meant;

/// F004.
pub static RULE: Rule = Rule {
    code: "F004",
    name: "toml-syntax",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A TOML file, or the front matter of a summary, cannot be understood.", "TOML 文件或总结开头的写法有误。"),
    why: t(
        "Of a file that cannot be understood nothing counts: neither a team nor the settings of the book, nor when a summary was written.",
        "写法有误的文件整个都不算，无论是服务队、台账设置，还是总结开头的说明。",
    ),
    mend: t(
        "Write one setting a line, as key = value: texts between double quotes, dates and numbers without, lists in brackets.",
        "每行一项，写作 键 = 值：文字放进双引号，日期和数字不加引号，列表放进方括号；符号都用半角。",
    ),
    thresholds: &[],
    example: "
-- teams/patrol.toml
name = Patrol
kind = \"security\"
place = \"east\"
founded = 2011-03-01
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut last = None;
    for fault in &cx.book.faults {
        let FaultKind::TomlSyntax(words) = &fault.kind else { continue };
        let place = (fault.at.file(), cx.line(fault.at));
        // What comes after the first fault of a line mostly comes of it.
        if last.replace(place) == Some(place) {
            continue;
        }
        let text = cx.book.sources.text(fault.at.file());
        let line = text.lines().nth(place.1.saturating_sub(1)).unwrap_or_default().trim();
        let message = say!("this line is not written as TOML: {words}", "这一行不符合 TOML 写法（{words}）", words = words);
        let help = match better(line) {
            _ if words == "duplicate key" => say!("this key is there already: delete one of the two", "这个键已经有了：删去其中一个"),
            Some(better) => say!("write: {better}", "写作：{better}", better = better),
            None => say!(
                "write it as key = value, with texts between plain double quotes, such as name = \"Patrol\"",
                "写作 键 = 值，文字放进半角双引号，如 name = \"巡逻队\""
            ),
        };
        found.add(cx.fault(fault, message).help(help));
    }
}

/// A line as it should be written, where no more is wrong with it than its quotes, its date or its bracket.
fn better(line: &str) -> Option<String> {
    if line.starts_with('[') && !line.contains([']', '=']) {
        return Some(format!("{line}]"));
    }
    let (key, value) = line.split_once(['=', '＝'])?;
    let (key, value) = (key.trim(), value.trim().trim_matches(['"', '\'', '“', '”', '‘', '’', '＂']));
    if value.is_empty()
        || key.is_empty()
        || [key.trim_matches('"'), value].iter().any(|part| part.contains(['"', '\'', '\\', '[', ']', '{', '}', '#', '=']))
    {
        return None;
    }
    let is_bare = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let key = if is_bare { key.to_owned() } else { format!("\"{}\"", key.trim_matches('"')) };
    let better = match meant::value(value, ColumnKind::Day) {
        Some(day) => format!("{key} = {day}"),
        None => format!("{key} = \"{value}\""),
    };
    (better != line).then_some(better)
}
