//! `[rules]`: the thresholds, each with its default.

use crate::say;
use crate::say::t;
use crate::tables::vocabulary::{ActivityKinds, CentreKinds, Identities, PlaceKinds, Skills};
use crate::text::toml::Item;
use crate::value::desk::is_code;
use crate::value::{Day, Vocabulary, Word, Words};

use super::key::{Form, Key, Outline, Takes};
use super::reader::Section;

macro_rules! numbers {
    ($($field:ident = $key:literal, $default:literal, $least:literal, $en:literal, $zh:literal;)+) => {
        /// The thresholds of the rules.
        #[derive(Debug)]
        pub struct Thresholds {
            $(#[doc = concat!("`", $key, "`: ", $en, ".")] pub $field: i64,)+
            /// `backbone-identities`: what makes a backbone member one by office.
            pub backbone_identities: Vec<Word<Identities>>,
            /// `holidays`: days that are no working days; `None` where one of them cannot be read, so that nobody counts it as one.
            pub holidays: Option<Vec<Day>>,
            /// `stars`: the hours at which a star level is reached, rising.
            pub stars: Vec<i64>,
            /// `required-centres`: which kinds of centres a kind of place must have.
            pub required_centres: Vec<(Word<PlaceKinds>, Vec<Word<CentreKinds>>)>,
            /// `required-trainings`: which skill a kind of activity asks for.
            pub required_trainings: Vec<(Word<ActivityKinds>, Word<Skills>)>,
        }

        impl Default for Thresholds {
            fn default() -> Self {
                Self {
                    $($field: $default,)+
                    backbone_identities: Vec::new(),
                    holidays: Some(Vec::new()),
                    stars: vec![100, 300, 600, 1000, 1500],
                    required_centres: Vec::new(),
                    required_trainings: Vec::new(),
                }
            }
        }

        /// `[rules]`.
        pub static OUTLINE: Outline = Outline {
            name: "rules",
            about: t("the thresholds that the rules go by; what is not here keeps its default", "各规则的界限；没有写的照默认值"),
            form: Form::One,
            keys: &[
                $(Key { name: $key, takes: Takes::Whole($least), default: stringify!($default), about: t($en, $zh), example: t("", "") },)+
                Key {
                    name: "backbone-identities",
                    takes: Takes::This(t("a list of words of the vocabulary identities", "词表“identities”中的词，写成列表")),
                    default: "[]",
                    about: t("identities that make a backbone member one by office", "按职务算骨干的身份"),
                    example: t("[\"cadre\"]", "[\"干部\"]"),
                },
                Key {
                    name: "holidays",
                    takes: Takes::This(t("a list of dates", "日期的列表")),
                    default: "[]",
                    about: t("days that are no working days, besides Saturdays and Sundays", "周六、周日以外不算工作日的日期"),
                    example: t("[2026-05-01]", "[2026-05-01]"),
                },
                Key {
                    name: "stars",
                    takes: Takes::This(t("rising whole numbers of hours", "由小到大的整数小时")),
                    default: "[100, 300, 600, 1000, 1500]",
                    about: t("hours at which a star level is reached", "达到各星级的小时数"),
                    example: t("", ""),
                },
                Key {
                    name: "required-centres",
                    takes: Takes::This(t("a table: required-centres = { … }", "一个表：required-centres = { … }")),
                    default: "{}",
                    about: t("kinds of centres that a kind of place must have", "各类地点必须有的中心"),
                    example: t("{ village = [\"room\"] }", "{ \"村\" = [\"服务室\"] }"),
                },
                Key {
                    name: "required-trainings",
                    takes: Takes::This(t("a table: required-trainings = { … }", "一个表：required-trainings = { … }")),
                    default: "{}",
                    about: t("the speciality that a kind of activity asks for", "各类活动要求的特长培训"),
                    example: t("{ security = \"first-aid\" }", "{ \"治安\" = \"急救\" }"),
                },
            ],
            head: Some(t("[rules]", "[rules]")),
        };

        fn read_numbers(section: &mut Section<'_>, into: &mut Thresholds) {
            $(if let Some(n) = section.whole($key) { into.$field = n; })+
        }
    };
}

numbers! {
    minimum_members = "minimum-members", 5, 0, "members a team must have", "服务队至少应有的人数";
    wanted_members = "wanted-members", 7, 0, "members a team should have", "服务队的建议人数";
    hand_over_days = "hand-over-days", 7, 0, "days that two leaders may overlap", "两任负责人可以重叠的天数";
    vacancy_days = "vacancy-days", 30, 0, "days that a team may be without a leader", "服务队可以没有负责人的天数";
    record_within_working_days = "record-within-working-days", 10, 0, "working days within which an activity is recorded", "活动后记录的工作日数";
    same_hours_run = "same-hours-run", 10, 1, "activities in a row with the same full hours for all", "连续人人满时的活动次数";
    bulk_activities = "bulk-activities", 20, 1, "activities of a team recorded on one day", "一天内补记的活动次数";
    monthly_hours = "monthly-hours", 120, 0, "hours of a volunteer in a month", "一人一月的小时数";
    dormant_days = "dormant-days", 92, 0, "days without an activity held", "没有开展活动的天数";
    answer_within_days = "answer-within-days", 14, 0, "days within which a request is answered", "答复需求的天数";
    verify_within_days = "verify-within-days", 3, 0, "days within which a request is verified", "核实需求的天数";
    publish_within_days = "publish-within-days", 30, 0, "days within which a commitment is published", "公示承诺的天数";
    summary_within_days = "summary-within-days", 30, 0, "days within which a quarter is summed up, and then fed back", "每季总结、反馈各自的天数";
    exchange_balance = "exchange-balance", 40, 0, "hours that giving and receiving may differ by", "换工收支可以相差的小时数";
}

impl Thresholds {
    pub(super) fn read(section: &mut Section<'_>, words: &mut Words) -> Self {
        let mut rules = Self::default();
        read_numbers(section, &mut rules);
        if let Some(texts) = section.texts("backbone-identities") {
            // All or none: with one that is lost, nobody could be said to lack them.
            let found: Vec<_> = texts.into_iter().map(|(text, span)| find(section, "backbone-identities", &text, span, words)).collect();
            rules.backbone_identities = found.into_iter().collect::<Option<_>>().unwrap_or_default();
        }
        if let Some(entry) = section.take("holidays") {
            match &entry.value.item {
                Item::Array(days) => {
                    let days: Vec<Option<Day>> = days.iter().map(|day| section.as_day("holidays", day)).collect();
                    rules.holidays = days.into_iter().collect();
                }
                _ => {
                    section.refuse("holidays", &entry.value);
                    rules.holidays = None;
                }
            }
        }
        if let Some(entry) = section.take("stars") {
            let hours: Option<Vec<i64>> = match &entry.value.item {
                Item::Array(all) => all.iter().map(|v| if let Item::Whole(n) = v.item { Some(n) } else { None }).collect(),
                _ => None,
            };
            match hours.filter(|h| h.iter().all(|n| *n > 0) && h.is_sorted()) {
                Some(hours) => rules.stars = hours,
                None => section.refuse("stars", &entry.value),
            }
        }
        rules.required_centres = pairs(section, "required-centres", words, |section, value, words| {
            let texts = section.as_texts("required-centres", value);
            texts.into_iter().filter_map(|(text, span)| find(section, "required-centres", &text, span, words)).collect()
        });
        rules.required_trainings = pairs(section, "required-trainings", words, |section, value, words| match &value.item {
            Item::Text(text) => find(section, "required-trainings", text, value.span, words),
            _ => {
                section.wrong("required-trainings", value, say!("a speciality in quotes", "加引号的特长"));
                None
            }
        })
        .into_iter()
        .filter_map(|(kind, skill)| Some((kind, skill?)))
        .collect();
        rules
    }
}

/// A word of a vocabulary, or a finding that it is none. One that lays no words down takes any up.
fn find<V: Vocabulary>(section: &mut Section<'_>, key: &'static str, text: &str, span: crate::text::Span, words: &mut Words) -> Option<Word<V>> {
    let is_open = words.list(V::NUMBER).is_some_and(|list| !list.closed) && is_code(text);
    let found = if is_open { words.add(text) } else { words.find::<V>(text) };
    if found.is_none() {
        let value = crate::text::toml::Value { span, item: Item::Text(text.to_owned()) };
        let takes =
            say!("words of the vocabulary {name}, which has no '{text}'", "词表“{name}”中的词，其中没有“{text}”", name = V::NAME, text = text);
        let known = words.list(V::NUMBER).map_or(&[][..], |list| list.entries());
        let takes = super::reader::or_near(takes, text, known.iter().map(|entry| entry.code.as_str()));
        section.wrong(key, &value, takes);
    }
    found
}

/// A table whose keys are words of a vocabulary.
fn pairs<V: Vocabulary, R>(
    section: &mut Section<'_>,
    key: &'static str,
    words: &mut Words,
    mut read: impl FnMut(&mut Section<'_>, &crate::text::toml::Value, &mut Words) -> R,
) -> Vec<(Word<V>, R)> {
    let Some(entry) = section.take(key) else { return Vec::new() };
    let Item::Table(table) = &entry.value.item else {
        section.refuse(key, &entry.value);
        return Vec::new();
    };
    let mut all = Vec::new();
    for entry in &table.0 {
        if let Some(word) = find(section, key, &entry.key, entry.key_span, words) {
            all.push((word, read(section, &entry.value, words)));
        }
    }
    all
}
