//! F004: TOML files are TOML.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::findings::{Finding, Found, Level};
use crate::rules::mend::toml::{Statement, statements};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;
use crate::tables::settings::called::code_of;
use crate::text::csv::after_mark;
use crate::text::encoding::meets;
use crate::text::patch::apply;
use crate::text::place::lines_of;
use crate::text::toml::Item;
use crate::text::{At, FileId, Patch, Span, md, toml};

use super::toml_words::{help, of_parser, wrong};

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
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
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
    let faults = || cx.book.faults.iter().filter(|fault| matches!(fault.kind, FaultKind::TomlSyntax(_)));
    let mut files: Vec<FileId> = faults().map(|fault| fault.at.file()).collect();
    files.dedup();
    for file in files {
        let Some(part) = part_of(cx, file) else { continue };
        of_file(cx, file, part, found);
    }
}

/// The part of a file that is TOML.
fn part_of(cx: &Cx<'_>, file: FileId) -> Option<Span> {
    let text = cx.book.sources.text(file);
    if cx.book.layout.summaries.contains(&file) { md::parts(text).front } else { Some(Span::new(after_mark(text), text.len())) }
}

/// Tells every statement that is no TOML once, and then what the parser finds where all that is understood is made right: what comes of a
/// slip further up is gone then.
fn of_file(cx: &Cx<'_>, file: FileId, part: Span, found: &mut Found) {
    let (text, bad) = (cx.book.sources.text(file), cx.book.sources.bad(file));
    let is_settings = cx.book.settings.file == Some(file);
    let known = |section: &str, key: &str| if is_settings { code_of(section, key).map(str::to_owned) } else { None };
    let all = statements(text, part, &known);
    let mut told: Vec<Span> = Vec::new();
    let mut patches: Vec<Patch> = Vec::new();
    for statement in &all {
        patches.extend(statement.slips.iter().filter(|_| statement.better.is_some()).flat_map(|slip| slip.patches.iter().cloned()));
        told.push(statement.span);
        if !meets(bad, lines_of(text, statement.span)) {
            found.add(of_statement(cx, file, statement));
        }
    }
    let fixed = apply(text, patches);
    // All of them lie in the part.
    let end = (part.end as usize + fixed.len()).saturating_sub(text.len());
    let (table, faults) = toml::read_part(&fixed, Span::new(part.start as usize, end));
    let (lines, lines_fixed) = (starts(text), starts(&fixed));
    let (mut last, keys) = (None, OnceCell::new());
    for fault in faults {
        // No line end moves: a line of the one is the same line of the other.
        let line = line_of(&lines_fixed, fault.span.start);
        let whole = whole_line(text, &lines, line);
        let before = told.partition_point(|span| span.start <= whole.end);
        let is_told = before.checked_sub(1).and_then(|n| told.get(n)).is_some_and(|span| whole.start <= span.end);
        if is_told || last.replace(line) == Some(line) || meets(bad, whole) {
            continue;
        }
        let said = fault.span.of(&fixed);
        let place = whole.of(text).find(said).filter(|_| !said.is_empty() && !said.contains('\n'));
        let span = place.map_or(whole, |n| Span::new(whole.start as usize + n, whole.start as usize + n + said.len()));
        let mut finding = Finding::new(cx.book.record_at(file, 0), At::Bytes(file, span), of_parser(&fault.message));
        let keys = if fault.message == "duplicate key" { keys.get_or_init(|| keys_of(&table)).get(said.trim_matches(['"', '\''])) } else { None };
        // The nearest before it: keys of other sections are farther away.
        let first = keys.and_then(|keys| keys.get(keys.partition_point(|span| span.start < fault.span.start).checked_sub(1)?));
        found.add(match first {
            Some(first) => {
                let line = line_of(&lines_fixed, first.start);
                let whole = whole_line(text, &lines, line);
                let message =
                    say!("the key {key} is there already, on line {line}", "键“{key}”已经有了，在第 {line} 行", key = said, line = line + 1);
                finding.message = message;
                let finding = finding.related(At::Bytes(file, whole), say!("first here", "先出现在这里"));
                finding.help(say!("delete one of the two", "删去其中一个"))
            }
            None => finding.help(help(None)),
        });
    }
}

/// What is said of a statement.
fn of_statement(cx: &Cx<'_>, file: FileId, statement: &Statement) -> Finding {
    let text = cx.book.sources.text(file);
    let record = cx.book.record_at(file, 0);
    // What is not understood is told in the words of the parser.
    let Some(first) = statement.slips.first() else {
        let faults = toml::read(statement.span.of(text)).1;
        let (span, words) = faults.first().map_or((Span::default(), ""), |fault| (fault.span, fault.message.as_str()));
        let start = statement.span.start;
        let inside = Span { start: start + span.start, end: (start + span.end).min(statement.span.end) };
        let place = if inside.start < inside.end { inside } else { statement.span };
        return Finding::new(record, At::Bytes(file, place), of_parser(words)).help(help(None));
    };
    let help = match &statement.better {
        Some(better) => say!("write: {better}", "写作：{better}", better = better),
        None => help(Some(&first.wrong)),
    };
    let finding = Finding::new(record, At::Bytes(file, first.span), wrong(&first.wrong)).help(help);
    finding.certain(statement.patches().into_iter().map(|patch| (file, patch)))
}

/// The places of the keys of a file, in rising order.
fn keys_of(table: &toml::Table) -> HashMap<&str, Vec<Span>> {
    fn take<'t>(table: &'t toml::Table, keys: &mut HashMap<&'t str, Vec<Span>>) {
        for entry in &table.0 {
            keys.entry(entry.key.as_str()).or_default().push(entry.key_span);
            match &entry.value.item {
                Item::Table(table) => take(table, keys),
                Item::Array(all) => all.iter().for_each(|one| {
                    if let Item::Table(table) = &one.item {
                        take(table, keys)
                    }
                }),
                _ => {}
            }
        }
    }
    let mut keys = HashMap::new();
    take(table, &mut keys);
    keys.values_mut().for_each(|places| places.sort_unstable());
    keys
}

/// The first bytes of the lines of a text.
fn starts(text: &str) -> Vec<u32> {
    std::iter::once(0).chain(text.bytes().zip(1u32..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next)).collect()
}

/// The number of the line that a byte stands in, from 0.
fn line_of(starts: &[u32], at: u32) -> usize {
    starts.partition_point(|start| *start <= at).saturating_sub(1)
}

/// The bytes of a line, without its end.
fn whole_line(text: &str, starts: &[u32], line: usize) -> Span {
    let start = starts.get(line).copied().unwrap_or_default() as usize;
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    Span::new(start, start + line.len())
}
