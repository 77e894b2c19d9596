//! A rule and a family of rules, told whole.

use crate::findings::Level;
use crate::rules::{self, Family, Kind, Rule};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::settings::thresholds;
use crate::value::fixed::Fixed;

use super::{Body, Entry, Part};

/// A rule.
pub fn entry(rule: &Rule) -> Entry {
    let mut parts = vec![
        Part::words("level", t("Level", "级别"), level(rule)),
        Part::words("kind", t("Kind", "性质"), kind(rule)),
        Part::words("why", t("Why", "为什么"), rule.why),
        Part::words("mend", t("How to mend it", "怎样改正"), rule.mend),
    ];
    let keys: Vec<Text> = rule.thresholds.iter().filter_map(|key| thresholds::OUTLINE.key(key)).map(threshold).collect();
    if !keys.is_empty() {
        let title = t("Threshold, under [rules] in rollbook.toml", "界限，写在 rollbook.toml 的 [rules] 下");
        parts.push(Part::of("thresholds", title, Body::Words(keys)));
    }
    let example = Body::Code(Text::same(rule.example.trim_start_matches('\n')));
    parts.push(Part::of("example", t("A smallest book that breaks it", "违反它的最小台账"), example));
    Entry { kind: "rule", name: rule.name.to_owned(), heading: Text::same(format!("{} {}", rule.code, rule.name)), says: rule.says.into(), parts }
}

fn level(rule: &Rule) -> Text {
    let level = rule.level.title();
    if rule.level == Level::Error && rule.code.starts_with(['F', 'R']) {
        return say!("{level} (never less than warning)", "{level}（最低为警告）", level = level);
    }
    level.into()
}

fn kind(rule: &Rule) -> T {
    match rule.kind {
        Kind::Contradiction => t("a contradiction: a command that writes refuses to add one", "矛盾：写入的命令会拒绝"),
        Kind::State => t("a state: a command that writes shows it and writes", "状态：写入的命令会提示，仍然写入"),
    }
}

fn threshold(key: &crate::tables::settings::Key) -> Text {
    say!("`{name} = {default}`: {about}", "`{name} = {default}`：{about}", name = key.name, default = key.default, about = key.about)
}

/// A family.
pub fn family(family: &Family) -> Entry {
    let rows = family.rules.iter().map(|rule| {
        let name = format!("{} {}", rule.code, rule.name);
        vec![Text::same(name), rule.level.title().into(), rule.says.into()]
    });
    let body = Body::Rows(HEADS, rows.collect());
    Entry {
        kind: "family",
        name: family.letter.to_string(),
        heading: say!("{letter} · {title}", "{letter} · {title}", letter = family.letter, title = family.title),
        says: say!(
            "`rollbook explain CODE` tells a rule whole; `rollbook check --select {letter}` checks these alone.",
            "`rollbook explain 代码` 解释其中一条；`rollbook check --select {letter}` 只检查这一类。",
            letter = family.letter
        ),
        parts: vec![Part::of("rules", t("Rules", "规则"), body)],
    }
}

const HEADS: &[(&str, T)] = &[("rule", t("Rule", "规则")), ("level", t("Level", "级别")), ("finds", t("Finds", "查出什么"))];

/// A rule in a list: code, name and what it says.
pub fn line(code: &str) -> Option<Text> {
    let rule = rules::find(code)?;
    Some(say!("{code} {name}: {says}", "{code} {name}：{says}", code = rule.code, name = rule.name, says = rule.says))
}
