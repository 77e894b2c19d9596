//! F006: columns and keys that must be there are there.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{header_name, least_header};
use crate::rules::mend::wide;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, column, table_of};
use crate::say;
use crate::say::{Text, t};
use crate::schema::names::Found as Named;
use crate::schema::secret::secret;
use crate::tables::{Column, Description, Fault, FaultKind, Form};
use crate::text::csv::{Rows, after_mark};
use crate::text::{At, FileId, Span};
use crate::value::Kind as ColumnKind;

/// F006.
pub static RULE: Rule = Rule {
    code: "F006",
    name: "missing-column",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A required column or key is not there.", "缺少必填的列或键。"),
    why: t(
        "Without it a row says too little to be counted. Columns that may be empty may be left out; these may not.",
        "没有它，一行就信息不全，无法计入。可以为空的列可以不写，这些列不可以。",
    ),
    mend: t(
        "Add the column to the header and fill it in every row; if it is there under another name, rename it.",
        "在表头加上这一列，并填好每一行；如果它已有别的名称，就改名。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track
v1,Ann Reed,community
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let finding = match &fault.kind {
            FaultKind::MissingColumn(missing, meant) => missing_column(cx, fault, missing, meant.as_deref()),
            FaultKind::MissingSetting(key, example) => {
                let message = say!("'{key}' is not there, and must be", "缺少“{key}”，这一项必须有", key = key);
                let line = if example == key { format!("{key} = \"…\"") } else { (*example).to_owned() };
                cx.fault(fault, message).help(say!("add the line: {line}", "加上一行：{line}", line = line))
            }
            FaultKind::NoHeader(table) => no_header(cx, fault, table),
            _ => continue,
        };
        found.add(finding);
    }
}

fn missing_column(cx: &Cx<'_>, fault: &Fault, missing: &'static Column, meant: Option<&str>) -> Finding {
    let is_toml = cx.book.table(fault.at.file()).is_some_and(|table| table.form() == Form::TomlFiles);
    let name = column(missing);
    let message = if is_toml {
        say!("the key {name} is not there, and must be", "缺少键{name}，必须有", name = name)
    } else {
        say!("the column {name} is not there, and must be", "缺少列{name}，必须有", name = name)
    };
    // Of an entry of a list only the last part is its key.
    let code = missing.code.rsplit('.').next().unwrap_or(missing.code);
    let doubt = meant.and_then(|meant| doubt(cx, fault, missing, meant));
    let help = match meant {
        Some(_) if doubt.is_some() => doubt.unwrap_or_default(),
        Some(meant) => say!(
            "did you mean {code} by '{meant}'? rename it",
            "“{meant}”是不是“{code}”？请改名",
            code = Text { en: code.to_owned(), zh: if is_toml { code } else { missing.title.zh }.to_owned() },
            meant = meant
        ),
        None if code != missing.code => {
            say!(
                "write such an entry as {{ to = \"branches:b1\", on = 2026-07-08 }}, with the right id and date",
                "这样的一项写作 {{ to = \"branches:b1\", on = 2026-07-08 }}（改成实际的编号和日期）"
            )
        }
        None if is_toml && missing.kind == ColumnKind::Quarter => {
            say!("add the line: {code} = \"2026Q2\", with the right quarter", "加上一行：{code} = \"2026Q2\"（改成实际的季度）", code = code)
        }
        None if is_toml && matches!(missing.kind, ColumnKind::Day | ColumnKind::PartialDay | ColumnKind::End) => {
            say!("add the line: {code} = 2011-03-01, with the right date", "加上一行：{code} = 2011-03-01（改成实际日期）", code = code)
        }
        None if is_toml => say!("add the line: {code} = \"…\"", "加上一行：{code} = \"…\"", code = code),
        None => {
            let code = header_name(cx, fault.at.file(), missing);
            match others(cx, fault.at.file()).as_slice() {
                [] => say!(
                    "add {code} to this line, and a cell for it to every row below",
                    "在这一行加上“{code}”，并在下面每一行加上对应的单元格",
                    code = code
                ),
                [other] => say!(
                    "if '{other}' is it, rename that to {code}; otherwise add {code} to this line, and a cell for it to every row below",
                    "如果“{other}”就是这一列，改名为“{code}”；否则在这一行加上“{code}”，并在下面每一行加上对应的单元格",
                    other = other,
                    code = code
                ),
                others => say!(
                    "if one of {others} is it, rename that to {code}; otherwise add {code} to this line, and a cell for it to every row below",
                    "如果{others}中有一个就是这一列，把它改名为“{code}”；否则在这一行加上“{code}”，并在下面每一行加上对应的单元格",
                    others = Text::list(others.iter().map(|name| say!("'{name}'", "“{name}”", name = name))),
                    code = code
                ),
            }
        }
    };
    cx.fault(fault, message).help(help).cause(format!("{}.{code} {meant:?}", cx.table(fault.at)))
}

/// What is to be thought of before a header is renamed: it is in another unit, or may mean something else.
fn doubt(cx: &Cx<'_>, fault: &Fault, missing: &'static Column, meant: &str) -> Option<Text> {
    let table = cx.book.table(fault.at.file()).filter(|table| table.form() == Form::Csv)?;
    let code = header_name(cx, fault.at.file(), missing);
    if matches!(table.names().find(table, meant), Named::OtherUnit(_)) {
        return Some(say!(
            "'{meant}' may be it, in another unit: work the values out in that of {code}, and rename it",
            "“{meant}”可能就是，但单位不同：把数换算成“{code}”的单位，再改名",
            meant = meant,
            code = code
        ));
    }
    let asked = table.asks(meant).find(|asked| asked.columns.contains(&missing.code))?;
    Some(say!(
        "'{meant}' may be it, and {why}; if it is, rename it to {code}",
        "“{meant}”可能就是，不过{why}；如果是，改名为“{code}”",
        meant = meant,
        why = asked.why,
        code = code
    ))
}

/// The headers of a file that name no column of its table.
pub(super) fn others(cx: &Cx<'_>, file: FileId) -> Vec<String> {
    let Some(table) = cx.book.table(file).filter(|table| table.form() == Form::Csv) else { return Vec::new() };
    let mut headers = cx.book.cells_at(file, &[]).0;
    // What is private is never offered: nobody is to make an id of an identity number or of a phone.
    headers.retain(|name| !name.is_empty() && table.find(name).is_none() && secret(table, name).is_none());
    // Nor is what probably is another column.
    let is_another = |name: &String| {
        let is_it = |of: &Fault| of.at.file() == file && matches!(&of.kind, FaultKind::MisspeltColumn(meant, _) if meant == name);
        cx.book.faults.iter().any(is_it)
    };
    headers.retain(|name| !is_another(name));
    headers.truncate(OTHERS);
    headers
}

/// So many headers are named as what may have been meant.
const OTHERS: usize = 6;

/// So many lines are looked at for a header that does not stand in the first.
const LINES: usize = 10;

/// The line of a file that is its header, where something stands above it, as the title of a table does: it names two columns or more.
fn header_below(cx: &Cx<'_>, fault: &Fault, table: &Description) -> Option<usize> {
    let file = fault.at.file();
    let text = cx.book.sources.text(file);
    let mut rows = Rows::new(text, Span::new(after_mark(text), text.len()));
    let mut fields = Vec::new();
    for _ in 0..LINES {
        let row = rows.next_row(&mut fields)?;
        let known = fields.iter().filter_map(|field| field.value(text)).filter(|name| table.find(name.trim()).is_some());
        if known.count() > 1 {
            return Some(cx.book.sources.line_column(file, row.span.start).0);
        }
    }
    None
}

/// Whether a line names two columns or more.
fn names_columns(line: &str, table: &Description) -> bool {
    line.split(',').filter(|name| table.find(name.trim().trim_matches('"')).is_some()).count() > 1
}

fn no_header(cx: &Cx<'_>, fault: &Fault, table: &'static Description) -> Finding {
    if table.form() == Form::TomlFiles {
        let keys = Text::list(table.required().filter(|column| !column.is_id()).map(|column| Text::same(column.code)));
        let message = say!("the file is empty: it says nothing of the team", "文件是空的，没有写服务队的任何信息");
        let help =
            say!("write {keys}, each on a line of its own, such as name = \"Patrol\"", "写上 {keys}，每项一行，如 name = \"巡逻队\"", keys = keys);
        return cx.fault(fault, message).help(help);
    }
    let first = match fault.at {
        At::Bytes(file, span) => span.of(cx.book.sources.text(file)),
        _ => "",
    };
    if first.chars().all(|c| c.is_whitespace() || c == ',') {
        let message = say!("the file is empty: not even a header is there", "文件是空的，连表头也没有");
        let help = say!("write this as its first line: {line}", "第一行写：{line}", line = least_header(cx, table));
        return cx.fault(fault, message).help(help);
    }
    // Commas and quotes as an input method writes them: once they are plain ones, it is a header.
    let wide = match fault.at {
        At::Bytes(file, span) => wide::row(cx.book.sources.text(file), span).filter(|wide| names_columns(&wide.patch.with, table)),
        _ => None,
    };
    if let Some(wide) = wide {
        let message = say!(
            "this header has {what}, and must have plain commas and double quotes",
            "这个表头用了{what}，要用半角逗号和双引号",
            what = wide.what
        );
        let help = say!("write plain ones in this line and in every row below", "这一行和下面每一行都改用半角的");
        let file = fault.at.file();
        let mends = wide::all(cx.book.sources.text(file)).into_iter().map(|patch| (file, patch));
        let mut finding = cx.fault(fault, message).help(help).certain(mends);
        finding.at = At::Bytes(file, wide.first);
        return finding;
    }
    let message = say!(
        "this first line is no header: it names no column of the table {table}",
        "第一行不是表头：没有表{table}的任何一列",
        table = table_of(table)
    );
    let other: Option<Text> =
        [(';', t("semicolons", "分号")), ('\t', t("tabs", "制表符")), ('，', t("wide commas", "全角逗号")), ('|', t("bars", "竖线"))]
            .iter()
            .find(|(parting, _)| first.split(*parting).any(|name| first.contains(*parting) && table.find(name.trim()).is_some()))
            .map(|(_, name)| (*name).into());
    let help = match other {
        Some(other) => say!(
            "its cells are parted by {other}, and must be parted by commas: in Excel choose File > Save As, and as type 'CSV UTF-8 (comma delimited)'",
            "单元格用{other}分隔，应改用半角逗号：在 Excel 中选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”",
            other = other
        ),
        None => match header_below(cx, fault, table) {
            Some(below) => say!("line {below} is the header: delete what stands above it", "第 {below} 行才是表头：删去它上面的内容", below = below),
            None => say!("put a header before it: {line}", "在它前面加上表头：{line}", line = least_header(cx, table)),
        },
    };
    cx.fault(fault, message).help(help)
}
