//! `[organisation]`: who keeps the book, in which language and time zone.

use chrono_tz::Tz;

use crate::say;
use crate::say::Lang;
use crate::text::toml::Item;
use crate::value::Day;

use super::reader::{Section, or_near};

/// Who keeps the book.
#[derive(Debug)]
pub struct Organisation {
    /// Its name, shown in headings; may be empty.
    pub name: String,
    /// Its level, free text, shown in headings.
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
    pub(super) fn read(section: &mut Section<'_>) -> Self {
        let language = section.choice("language", &["en", "zh-CN"]).and_then(Lang::from_tag);
        let timezone = section.take("timezone").and_then(|entry| {
            let zone = match &entry.value.item {
                Item::Text(text) => text.parse().ok(),
                _ => None,
            };
            if zone.is_none() {
                let takes = say!("the name of a time zone, such as \"Asia/Shanghai\"", "时区名称，如 \"Asia/Shanghai\"");
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
