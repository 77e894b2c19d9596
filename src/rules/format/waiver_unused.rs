//! F023: every waiver silences something.

use std::collections::HashMap;

use crate::findings::{Finding, Found, Level, Settled};
use crate::rules::{self, Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{Text, t};
use crate::tables::settings::Waiver;
use crate::tables::{ALL, Fault, FaultKind, summaries};
use crate::text::nearest::nearest;
use crate::value::{Period, TableId};

use super::unknown_key::exists;

/// F023.
pub static RULE: Rule = Rule {
    code: "F023",
    name: "waiver-unused",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A waiver silences nothing.", "一条豁免没有用到。"),
    why: t(
        "A waiver that nothing needs any more, or that names a record which is not there, would one day silence what should be seen.",
        "不再需要的豁免，或写错了记录的豁免，迟早会盖住应该看到的问题。",
    ),
    mend: t(
        "Delete the waiver, or correct the record it names: table:id, as --format json tells it under 'record'.",
        "删去这条豁免，或改正它的 record：写作 表:编号，--format json 的 record 就是这种写法。",
    ),
    thresholds: &[],
    reads: Needs::ALL,
    speaks_of: SpeaksOf::Book,
    example: "
-- rollbook.toml (add)
[[waivers]]
rule = \"two-teams\"
record = \"volunteers:v1\"
reason = \"moves in July\"
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
",
    check: Check::Settled(check),
};

fn check(cx: &Cx<'_>, settled: &Settled, found: &mut Found) {
    let waivers = &cx.book.settings.waivers;
    // The first waiver of each rule and record.
    let mut firsts: HashMap<(&str, &str), usize> = HashMap::new();
    for (n, waiver) in waivers.iter().enumerate() {
        firsts.entry((&waiver.rule, &waiver.record)).or_insert(n);
    }
    let is_unsure = !waivers.is_empty() && cx.book.faults.iter().any(loses);
    let mut compared = HashMap::new();
    for (n, (waiver, used)) in waivers.iter().zip(&settled.used).enumerate() {
        let is_past = waiver.until.is_some_and(|until| until < cx.ask.as_of);
        if *used || is_past || !exists(&waiver.rule) {
            continue;
        }
        let missing = missing(cx, waiver, &mut compared);
        // A waiver may be of use later than the day asked about; and what could not be read may hold what it is for.
        if missing.is_none() && (cx.ask.as_of < cx.ask.today || is_unsure) {
            continue;
        }
        let first = firsts.get(&(waiver.rule.as_str(), waiver.record.as_str())).filter(|first| **first < n);
        let again = first.and_then(|first| waivers.get(*first));
        let (message, help) = match (missing, again) {
            (Some(near), _) => {
                let message = say!("this waiver names '{record}', which is not there", "这条豁免的记录“{record}”不存在", record = waiver.record);
                (message, near)
            }
            (None, Some(again)) => (
                say!("this waiver says what the one on line {line} says", "这条豁免与第 {line} 行的重复", line = cx.line(again.at)),
                say!("delete one of the two", "删去其中一条"),
            ),
            (None, None) if is_off(cx, &waiver.rule) => (
                say!("this waiver silences nothing: {rule} is off", "这条豁免没有用到：{rule} 已关闭", rule = waiver.rule),
                say!("delete the waiver, or the line under [levels] that turns the rule off", "删去这条豁免，或删去 [levels] 下关闭该规则的一行"),
            ),
            (None, None) => (
                say!(
                    "this waiver silences nothing: {rule} finds nothing about {record}",
                    "这条豁免没有用到：{rule} 在 {record} 没有发现问题",
                    rule = waiver.rule,
                    record = waiver.record
                ),
                say!(
                    "delete the waiver; rollbook check --format json tells the 'record' of each finding",
                    "删去这条豁免；rollbook check --format json 会给出每个问题的 record"
                ),
            ),
        };
        found.add(Finding::new(None, waiver.at, message).help(help));
    }
}

fn is_off(cx: &Cx<'_>, rule: &str) -> bool {
    rules::find(rule).is_some_and(|rule| crate::findings::sink::level(&cx.book.settings, rule.code, rule.name, rule.level) == Level::Off)
}

/// Whether a fault hides something of what the book holds.
fn loses(fault: &Fault) -> bool {
    !matches!(fault.kind, FaultKind::UnknownKey(..) | FaultKind::Hidden(_) | FaultKind::TableTwice(..) | FaultKind::WrongType(..))
}

fn is_quarter(id: &str) -> bool {
    Period::parse_quarter(id).is_some()
}

/// Where it is certain that the book has no such record: what may have been meant.
fn missing(cx: &Cx<'_>, waiver: &Waiver, compared: &mut HashMap<TableId, usize>) -> Option<Text> {
    let how = || say!("write it as table:id, such as teams:patrol", "写作“表:编号”，如“teams:patrol”");
    let tables = || (0u8..).map(TableId).zip(ALL);
    // Some findings are about two records, A/B, and some records are known by several columns.
    if waiver.record.contains('/') {
        return None;
    }
    let Some((name, id)) = waiver.record.split_once(':') else {
        let may_have =
            |table: TableId| cx.has(table) && cx.book.keys(table).is_some_and(|keys| keys.find(&waiver.record).is_some() || !keys.complete);
        let is_there = is_quarter(&waiver.record) || tables().any(|(number, table)| table.has_ids() && may_have(number));
        return (!is_there).then(how);
    };
    if name == summaries::DESCRIPTION.name {
        // A quarter that nobody summed up is one of these, too.
        return (!is_quarter(id)).then(|| say!("write a quarter as summaries:2026Q2", "季度写作 summaries:2026Q2"));
    }
    let Some((number, table)) = tables().find(|(_, table)| table.name == name) else {
        let near = nearest(name, ALL.iter().map(|table| table.name).chain([summaries::DESCRIPTION.name]), 1);
        return Some(near.first().map_or_else(how, |near| say!("did you mean {near}:{id}?", "是不是 {near}:{id}？", near = near, id = id)));
    };
    let correct = || say!("correct the record, or delete the waiver", "改正 record，或删去这条豁免");
    if !cx.has(number) {
        return Some(correct());
    }
    let keys = cx.book.keys(number).filter(|keys| table.has_ids() && keys.complete && keys.find(id).is_none())?;
    // More than can be looked for are told without what was meant.
    let compared = compared.entry(number).or_default();
    *compared += 1;
    let near = if *compared <= keys.comparable() { keys.nearest(id) } else { Vec::new() };
    Some(near.first().map_or_else(correct, |near| say!("did you mean {name}:{near}?", "是不是 {name}:{near}？", name = name, near = near)))
}
