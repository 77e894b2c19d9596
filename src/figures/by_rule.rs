//! How many findings each rule has, and in how many places: `check --statistics`.

use std::collections::HashMap;

use crate::book::{Ask, Book};
use crate::findings::{Finding, Level};
use crate::say::{Text, t};
use crate::value::fixed::Fixed;

use super::{Column, Scope, Sheet, Value};

/// What is counted of one rule at one level.
struct Counted {
    code: &'static str,
    name: &'static str,
    level: Level,
    findings: u64,
    places: u64,
}

/// Counts findings by rule, those of which there are most first. `chosen` is which rules were asked for, as it was given.
pub fn by_rule(book: &Book, ask: Ask, findings: &[Finding], chosen: Vec<(&'static str, String)>) -> Sheet {
    // A rule whose findings do not all weigh the same has a row for each level.
    let mut numbers: HashMap<(&str, &str), usize> = HashMap::new();
    let mut counted: Vec<Counted> = Vec::new();
    for finding in findings {
        let number = *numbers.entry((finding.code, finding.level.code())).or_insert(counted.len());
        if number == counted.len() {
            counted.push(Counted { code: finding.code, name: finding.name, level: finding.level, findings: 0, places: 0 });
        }
        if let Some(rule) = counted.get_mut(number) {
            rule.findings += 1;
            rule.places += finding.places() as u64;
        }
    }
    counted.sort_by(|a, b| b.findings.cmp(&a.findings).then_with(|| (a.code, a.level).cmp(&(b.code, b.level))));
    let columns = vec![
        Column::words("code", t("Code", "代码")),
        Column::words("name", t("Name", "名称")),
        Column::words("level", t("Level", "级别")),
        Column::figure("findings", t("Findings", "问题数")),
        Column::figure("places", t("Places", "处数")),
    ];
    let total = |of: fn(&Counted) -> u64| Value::Count(counted.iter().map(of).sum());
    let totals = vec![Value::word("total", t("Total", "合计")), Value::Empty, Value::Empty, total(|c| c.findings), total(|c| c.places)];
    let rows = counted.iter().map(|rule| {
        vec![
            Value::Id(rule.code.to_owned()),
            Value::Id(rule.name.to_owned()),
            Value::word(rule.level.code(), rule.level.title()),
            Value::Count(rule.findings),
            Value::Count(rule.places),
        ]
    });
    let scope = Scope { filters: chosen, ..Scope::bare(book, ask) };
    let notes: Vec<Text> = if counted.iter().any(|rule| rule.places > rule.findings) {
        vec![t("A cause that shows in many places is one finding.", "同一原因出现在多处，只算一个问题。").into()]
    } else {
        Vec::new()
    };
    let nothing = t("Nothing was found.", "没有发现问题。");
    Sheet { notes, nothing, ..Sheet::groups(t("Findings by rule", "各规则的问题数"), scope, columns, rows.collect(), totals) }
}
