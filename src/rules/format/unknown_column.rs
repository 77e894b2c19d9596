//! F027: columns that nobody reads, told once a book.

use std::collections::{BTreeMap, HashSet};

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{Text, count, t};
use crate::tables::{ALL, Fault, FaultKind, Secret};
use crate::text::FileId;

use super::missing_column::others;

/// F027.
pub static RULE: Rule = Rule {
    code: "F027",
    name: "unknown-column",
    level: Level::Note,
    kind: Kind::State,
    says: t("A table has a column that nobody reads.", "表里有一列没有被读取。"),
    why: t(
        "Columns of your own are welcome and left alone. They are named once, so that a column that should count does not stay unread without anyone knowing. Notes and remarks (备注, 说明, 序号) are not named.",
        "可以有自己的列，程序不会动它。这里提一次，免得该计入的列没有读取却没人知道。备注、说明、序号不提。",
    ),
    mend: t(
        "Rename the header if it should be a column of the format; rollbook explain names them. Name columns of your own in rollbook.toml under [files] extra.",
        "如果它应是格式中的一列，就改表头，列名见 rollbook explain；自加的列在 rollbook.toml 的 [files] extra 中写上。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined,shirt size
v1,Ann Reed,community,2020,M
",
    check: Check::Book(check),
};

/// So many columns of a table are named.
const NAMED: usize = 6;

fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut first: Option<&Fault> = None;
    // By the order of the tables; of each its columns, one time each, in the order in which they come.
    let mut tables: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    // Where a column is missing that must be there, these are asked about: whether one of them is it.
    let is_missing = |fault: &&Fault| matches!(fault.kind, FaultKind::MissingColumn(_, None));
    let asked: BTreeMap<FileId, Vec<String>> =
        cx.book.faults.iter().filter(is_missing).map(|fault| (fault.at.file(), others(cx, fault.at.file()))).collect();
    for fault in &cx.book.faults {
        let mut names: Vec<&str> = match &fault.kind {
            FaultKind::UnknownColumns(names) => names.iter().map(String::as_str).collect(),
            FaultKind::MisspeltColumn(name, meant) if !meant.is_lost(|table| cx.book.rows_of(table) > 0) => vec![name],
            _ => continue,
        };
        names.retain(|name| asked.get(&fault.at.file()).is_none_or(|asked| !asked.iter().any(|other| other == name)));
        if names.is_empty() {
            continue;
        }
        first = first.or(Some(fault));
        let table = ALL.iter().position(|table| table.name == cx.table(fault.at)).unwrap_or_default();
        tables.entry(table).or_default().extend(names);
    }
    // Those for identity numbers are told by those: where there are none, the column is one that nobody reads.
    let numbers: HashSet<FileId> = cx.book.personal.iter().filter(|found| found.by_header).map(|found| found.file).collect();
    let mut first = first.map(|fault| fault.at);
    for (file, _) in cx.book.sources.iter().filter(|(file, _)| !numbers.contains(file)) {
        let Some(header) = cx.book.header(file) else { continue };
        for column in header.secrets.iter().filter(|column| column.kind == Secret::Identity) {
            first = first.or(Some(column.at));
            let table = ALL.iter().position(|table| table.name == cx.table(column.at)).unwrap_or_default();
            tables.entry(table).or_default().push(&column.name);
        }
    }
    let Some(first) = first else { return };
    let (mut all, mut sum) = (Vec::new(), 0);
    for (table, mut names) in tables {
        let mut seen = HashSet::new();
        names.retain(|name| seen.insert(*name));
        sum += names.len();
        let mut listed: Vec<Text> = names.iter().take(NAMED).map(|name| say!("'{name}'", "“{name}”", name = name)).collect();
        if names.len() > NAMED {
            listed.push(say!("{n} more", "另有 {n} 列", n = names.len() - NAMED));
        }
        let title = ALL.get(table).map(|table| table.title).unwrap_or(t("", ""));
        all.push(say!("{title}: {names}", "{title}：{names}", title = title, names = Text::list(listed)));
    }
    let message = say!(
        "nobody reads {n}: {all}",
        "有 {n} 列没有被读取：{all}",
        n = count(sum, "column", "columns"),
        all = Text {
            en: all.iter().map(|of| of.en.as_str()).collect::<Vec<_>>().join("; "),
            zh: all.iter().map(|of| of.zh.as_str()).collect::<Vec<_>>().join("；")
        }
    );
    let help = say!(
        "if they are your own, name them in rollbook.toml under [files]: extra = [\"…\"]; else rename them as rollbook explain has it",
        "如果是自加的列，在 rollbook.toml 的 [files] 下写上：extra = [\"…\"]；否则按 rollbook explain 所列改表头"
    );
    found.add(Finding::new(None, first, message).help(help));
}
