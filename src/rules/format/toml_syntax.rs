//! F004: TOML files are TOML.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::{Text, t};
use crate::tables::FaultKind;
use crate::text::Span;
use crate::text::place::lines_of;
use crate::value::Kind as ColumnKind;

use crate::value::lenient;

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
        let offset = fault.at.offset();
        let line = lines_of(text, Span { start: offset, end: offset }).of(text).trim();
        let message = say!("this line is not written as TOML: {words}", "这一行不符合 TOML 写法：{words}", words = spoken(words));
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

/// What the parser says, in both languages. It says what is wrong, then what it expected; the help says that better.
fn spoken(words: &str) -> Text {
    match SAID.iter().find(|(begin, _)| words.starts_with(begin)) {
        Some((_, zh)) => Text { en: words.to_owned(), zh: (*zh).to_owned() },
        None => Text::same(words),
    }
}

/// How the parser's words begin, and what they mean.
const SAID: &[(&str, &str)] = &[
    ("duplicate key", "这个键重复了"),
    ("string values must be quoted", "文字要放进引号"),
    ("invalid literal string", "单引号没有配对"),
    ("invalid multi-line literal string", "三个单引号没有配对"),
    ("invalid basic string", "双引号没有配对，或里面有不允许的字符"),
    ("invalid multi-line basic string", "三个双引号没有配对，或里面有不允许的字符"),
    ("missing opening quote", "缺少前一个引号"),
    ("missing escaped value", "反斜杠后面缺少字符"),
    ("too few unicode value digits", "\\u 后面的数字不够"),
    ("invalid date", "日期的写法有误"),
    ("invalid time", "时间的写法有误"),
    ("invalid datetime", "日期或时间的写法有误"),
    ("unclosed array table", "缺少后面的 ]]"),
    ("unclosed array", "缺少后面的 ]"),
    ("unclosed table", "缺少后面的 ]"),
    ("unclosed inline table", "缺少后面的 }"),
    ("missing table open", "缺少前面的 ["),
    ("missing array opening", "缺少前面的 ["),
    ("missing inline table opening", "缺少前面的 {"),
    ("missing comma", "两项之间缺少半角逗号"),
    ("extra comma", "多了一个逗号"),
    ("missing assignment", "键与值之间缺少等号"),
    ("extra assignment", "多了一个等号"),
    ("extra `=`", "多了一个等号"),
    ("unexpected `=`", "多了一个等号"),
    ("missing value", "等号后面没有值"),
    ("key with no value", "只有键，没有等号和值"),
    ("missing key", "缺少键"),
    ("unquoted keys cannot be empty", "等号前面没有键"),
    ("invalid unquoted key", "键里有不加引号就不能用的字符"),
    ("unexpected key or value", "这里多了内容"),
    ("unexpected content", "这里多了内容"),
    ("invalid value", "值的写法有误"),
    ("invalid key-value pair", "键和值的写法有误"),
    ("unexpected leading zero", "数字前面多了 0"),
    ("integer number overflowed", "数字太大"),
    ("carriage return must be followed by newline", "换行符不完整"),
    ("invalid comment character", "注释里有不允许的字符"),
];

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
    let better = match lenient::likely(value, ColumnKind::Day) {
        Some(day) => format!("{key} = {day}"),
        None => format!("{key} = \"{value}\""),
    };
    (better != line).then_some(better)
}
