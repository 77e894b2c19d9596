//! `[levels]` and `[[waivers]]`: which rules count, how much, and where they do not.

use crate::fixed_words;
use crate::say::t;
use crate::text::At;
use crate::text::toml::Item;
use crate::value::Day;
use crate::value::fixed::Fixed;

use super::key::{Form, Key, Outline, Takes};
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

/// `[levels]`.
pub static LEVELS: Outline = Outline {
    name: "levels",
    about: t(
        "how much a rule weighs, where that is not as the rule itself says; errors of families F and R go no lower than warning",
        "规则的级别，与规则自身的不同时才写；F、R 两类的错误最低为警告",
    ),
    form: Form::Free,
    keys: &[Key {
        name: "RULE",
        takes: Takes::OneOf(Level::WORDS),
        default: "",
        about: t("the level of the rule of that code or name", "规则的代码或名称，后面写级别"),
        example: t("below-wanted = \"off\"", "below-wanted = \"off\""),
    }],
    head: Some(t("[levels]", "[levels]")),
};

/// `[[waivers]]`.
pub static WAIVERS: Outline = Outline {
    name: "waivers",
    about: t("one rule is silent for one record, for a reason and for a time", "一条规则对一条记录豁免，写明原因和期限"),
    form: Form::Many,
    keys: &[
        Key {
            name: "rule",
            takes: Takes::Text,
            default: "",
            about: t("the rule's code or name; must be there", "规则的代码或名称；必须写"),
            example: t("\"no-backbone\"", "\"no-backbone\""),
        },
        Key {
            name: "record",
            takes: Takes::Text,
            default: "",
            about: t("table:id, or the id alone where one table has it; must be there", "表:编号，只有一个表有这个编号时可以只写编号；必须写"),
            example: t("\"teams:night-watch\"", "\"teams:夜巡队\""),
        },
        Key {
            name: "reason",
            takes: Takes::Text,
            default: "",
            about: t("why; must be there", "原因；必须写"),
            example: t("\"founded in May, training under way\"", "\"五月成立，正在培训\""),
        },
        Key {
            name: "until",
            takes: Takes::Day,
            default: "",
            about: t("the last day on which it holds; none: for good", "有效的最后一天；不写表示长期有效"),
            example: t("2026-12-31", "2026-12-31"),
        },
    ],
    head: Some(t("[[waivers]]", "[[waivers]]")),
};

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
            None => section.wrong(&entry.key, &entry.value, Takes::OneOf(Level::WORDS).said()),
        }
    }
    levels
}

pub(super) fn read_waivers(top: &mut Section<'_>) -> Vec<Waiver> {
    let Some(entry) = top.entries().iter().find(|entry| entry.key == WAIVERS.name) else { return Vec::new() };
    let headed = t("tables headed [[waivers]]", "以 [[waivers]] 开头的表");
    let Item::Array(all) = &entry.value.item else {
        top.wrong(WAIVERS.name, &entry.value, headed.into());
        return Vec::new();
    };
    let mut waivers = Vec::new();
    for value in all {
        let Item::Table(table) = &value.item else {
            top.wrong(WAIVERS.name, value, headed.into());
            continue;
        };
        let at = top.at(value.span);
        let rule_at = table.get("rule").map_or(at, |rule| top.at(rule.value.span));
        let waiver = top.below(table, &WAIVERS, WAIVERS.name, |section| {
            let (rule, record, reason) = (section.word("rule"), section.word("record"), section.text("reason"));
            let until = section.day("until");
            for (key, given) in [("rule", &rule), ("record", &record), ("reason", &reason)] {
                // What is there but no text has been told.
                if given.as_ref().map_or(table.get(key).is_none(), |text| text.trim().is_empty()) {
                    section.missing_at(at, key);
                }
            }
            Some(Waiver { rule: rule?, record: record?, reason: reason?, until, at, rule_at })
        });
        waivers.extend(waiver);
    }
    waivers
}
