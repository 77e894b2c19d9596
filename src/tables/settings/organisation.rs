//! `[organisation]`: who keeps the book, in which language and time zone.

use chrono_tz::Tz;

use crate::fixed_words;
use crate::say::{Lang, t};
use crate::text::toml::Item;
use crate::value::Day;
use crate::value::fixed::Fixed;

use super::key::{Form, Key, Outline, Takes};
use super::reader::{Section, or_near};

fixed_words! {
    /// The languages of a book.
    pub enum Language {
        En = "en", "English", "英文": "English", "英文";
        Zh = "zh-CN", "Chinese", "中文": "Simplified Chinese", "简体中文";
    }
}

/// `[organisation]`.
pub static OUTLINE: Outline = Outline {
    name: "organisation",
    about: t("who keeps the book, and in which language", "谁的台账，用什么语言"),
    form: Form::One,
    keys: &[
        Key {
            name: "name",
            takes: Takes::Text,
            default: "",
            about: t("its name, shown at the head of tables and reports", "名称，显示在表格和报告的开头"),
            example: t("\"Riverside volunteer service\"", "\"城东区志愿服务总队\""),
        },
        Key {
            name: "level",
            takes: Takes::Text,
            default: "",
            about: t("what kind of organisation it is, in words of your own, shown behind its name", "哪一级的组织，用自己的话写，显示在名称后面"),
            example: t("\"district\"", "\"区\""),
        },
        Key {
            name: "language",
            takes: Takes::OneOf(Language::WORDS),
            default: "",
            about: t("the language of tables and messages; none: the language of the computer", "表格和提示用的语言；不写就用电脑的语言"),
            example: t("\"en\"", "\"zh-CN\""),
        },
        Key {
            name: "timezone",
            takes: Takes::This(t("the name of a time zone, such as \"Asia/Shanghai\"", "时区名称，如 \"Asia/Shanghai\"")),
            default: "\"UTC\"",
            about: t("where the organisation is, which decides what day it is", "所在的时区，据此判断今天是哪一天"),
            example: t("\"Asia/Shanghai\"", "\"Asia/Shanghai\""),
        },
        Key {
            name: "hotline",
            takes: Takes::Text,
            default: "",
            about: t("the number of its hotline", "服务热线的号码"),
            example: t("\"12345\"", "\"12345\""),
        },
        Key {
            name: "as-of",
            takes: Takes::Day,
            default: "",
            about: t(
                "of a closed book: the day that stands for today, after --as-of and ROLLBOOK_TODAY; a book in use has none",
                "已封存的台账写：代替今天的日期，次于 --as-of 和 ROLLBOOK_TODAY；正在使用的台账不写",
            ),
            example: t("2026-06-30", "2026-06-30"),
        },
    ],
    head: Some(t("[organisation]", "[organisation]")),
};

/// Who keeps the book.
#[derive(Debug)]
pub struct Organisation {
    /// Its name; may be empty.
    pub name: String,
    /// Its level, free text.
    pub level: Option<String>,
    /// The language of the book; absent: the reader's own.
    pub language: Option<Lang>,
    /// The time zone that decides which day it is.
    pub timezone: Tz,
    /// The number of its hotline.
    pub hotline: Option<String>,
    /// A closed book: the day that stands for today.
    pub as_of: Option<Day>,
}

impl Default for Organisation {
    fn default() -> Self {
        Self { name: String::new(), level: None, language: None, timezone: Tz::UTC, hotline: None, as_of: None }
    }
}

impl Organisation {
    /// Its name and level, as they stand in headings; empty where it has neither.
    pub fn heading(&self) -> String {
        let parts = [Some(self.name.as_str()), self.level.as_deref()];
        parts.into_iter().flatten().map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    pub(super) fn read(section: &mut Section<'_>) -> Self {
        let language = section.choice("language").and_then(Lang::from_tag);
        let timezone = section.take("timezone").and_then(|entry| {
            let zone = match &entry.value.item {
                Item::Text(text) => text.parse().ok(),
                _ => None,
            };
            if zone.is_none() {
                let takes = OUTLINE.key("timezone").map(|key| key.takes.said()).unwrap_or_default();
                let text = if let Item::Text(text) = &entry.value.item { text.as_str() } else { "" };
                section.wrong("timezone", &entry.value, or_near(takes, text, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())));
            }
            zone
        });
        Self {
            name: section.text("name").unwrap_or_default(),
            level: section.text("level"),
            language,
            timezone: timezone.unwrap_or(Tz::UTC),
            hotline: section.text("hotline"),
            as_of: section.day("as-of"),
        }
    }
}
