//! `[levels]` and `[[waivers]]`: which rules count, how much, and where they do not.

use crate::fixed_words;
use crate::say;
use crate::text::At;
use crate::text::toml::Item;
use crate::value::Day;
use crate::value::fixed::Fixed;

use super::reader::Section;

fixed_words! {
    /// How much a finding weighs.
    pub enum Level {
        Error = "error", "error", "错误": "check ends with exit code 1", "检查的退出码为 1";
        Warning = "warning", "warning", "警告": "to be mended; the exit code stays 0", "应当改正，退出码仍为 0";
        Note = "note", "note", "提示": "worth knowing", "值得知道";
        Off = "off", "off", "关闭": "is not told", "不提示";
    }
}

/// A line of `[levels]`: the level of one rule.
#[derive(Clone, Debug)]
pub struct LevelSetting {
    /// The rule's code or name, as it is written.
    pub rule: String,
    /// Where the rule is named.
    pub at: At,
    /// Where its level stands.
    pub level_at: At,
    /// The level.
    pub level: Level,
}

/// A waiver: one rule is silent for one record.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The rule's code or name, as it is written.
    pub rule: String,
    /// `table:id`, or the id alone.
    pub record: String,
    /// Why.
    pub reason: String,
    /// The last day on which it holds; none: for good.
    pub until: Option<Day>,
    /// Where it begins.
    pub at: At,
    /// Where the rule is named.
    pub rule_at: At,
}

pub(super) fn read_levels(section: &mut Section<'_>) -> Vec<LevelSetting> {
    let mut levels = Vec::new();
    // The keys are names of rules: F015 says which of them mean nothing.
    for entry in section.entries() {
        let level = match &entry.value.item {
            Item::Text(text) => Level::find(text),
            _ => None,
        };
        match level {
            Some(level) => {
                levels.push(LevelSetting { rule: entry.key.clone(), at: section.at(entry.key_span), level_at: section.at(entry.value.span), level })
            }
            None => section.wrong(&entry.key, &entry.value, say!("one of: error, warning, note, off", "以下之一：error、warning、note、off")),
        }
    }
    levels
}

pub(super) fn read_waivers(top: &mut Section<'_>) -> Vec<Waiver> {
    let Some(entry) = top.take("waivers") else { return Vec::new() };
    let Item::Array(all) = &entry.value.item else {
        top.wrong("waivers", &entry.value, say!("tables headed [[waivers]]", "以 [[waivers]] 开头的表"));
        return Vec::new();
    };
    let mut waivers = Vec::new();
    for value in all {
        let Item::Table(table) = &value.item else {
            top.wrong("waivers", value, say!("tables headed [[waivers]]", "以 [[waivers]] 开头的表"));
            continue;
        };
        let at = top.at(value.span);
        let rule_at = table.get("rule").map_or(at, |rule| top.at(rule.value.span));
        let waiver = top.below(table, "waivers", |section| {
            let (rule, record, reason) = (section.word("rule"), section.word("record"), section.text("reason"));
            let until = section.day("until");
            for (key, given) in [("rule", &rule), ("record", &record), ("reason", &reason)] {
                // What is there but no text has been told.
                if given.as_ref().map_or(table.get(key).is_none(), |text| text.trim().is_empty()) {
                    section.missing_at(at, key);
                }
            }
            section.finish();
            Some(Waiver { rule: rule?, record: record?, reason: reason?, until, at, rule_at })
        });
        waivers.extend(waiver);
    }
    waivers
}
