//! A section of `rollbook.toml` and a key of it, told whole.

use crate::rules;
use crate::say;
use crate::say::{Lang, T, Text, t};
use crate::tables::settings::key::LATER;
use crate::tables::settings::{self, Key, Outline, Takes, thresholds};
use crate::text::toml::Item;
use crate::text::width::visible;

use super::{Body, Entry, Ours, Part, table, typed};

/// All sections, with those that nothing reads yet.
pub fn all() -> impl Iterator<Item = &'static Outline> {
    settings::ALL.iter().copied().chain(LATER)
}

/// A section.
pub fn section(outline: &'static Outline) -> Entry {
    let mut parts = Vec::new();
    if !outline.keys.is_empty() {
        let rows = outline.keys.iter().map(|key| vec![Text::same(typed(key.name)), key.takes.said(), default(key), key.about.into()]);
        parts.push(Part::of("keys", t("Keys", "键"), Body::Rows(KEYS, rows.collect())));
    }
    for key in outline.keys {
        parts.extend(words(key).map(|words| Part::of(key.name, table::words_of(key.name), words)));
    }
    let (en, zh) = (outline.example(Lang::En), outline.example(Lang::Zh));
    if !en.is_empty() {
        parts.push(Part::of("example", t("Example", "示例"), Body::Code(Text { en, zh })));
    }
    Entry {
        kind: "section",
        name: outline.name.to_owned(),
        heading: if outline.name.is_empty() { say!("Above all sections", "各节之前") } else { Text::same(typed(&outline.heading())) },
        says: sentence(outline.about),
        parts,
    }
}

/// A key; `ours` is the book at hand, which may say something of its own.
pub fn key(outline: &'static Outline, key: &'static Key, ours: Option<&Ours>) -> Entry {
    let place = match outline.name {
        "" => say!("above all sections of `rollbook.toml`", "`rollbook.toml` 中，写在各节之前"),
        _ => say!("under `{head}` in `rollbook.toml`", "`rollbook.toml` 的 `{head}` 下", head = outline.heading()),
    };
    let mut parts = vec![Part::words("place", t("Where it stands", "写在哪里"), place), Part::words("takes", t("Takes", "填什么"), key.takes.said())];
    parts.extend(words(key).map(|words| Part::of("words", t("Words", "词"), words)));
    if !key.default.is_empty() {
        parts.push(Part::words("default", t("Where it is not there", "不写时"), default(key)));
    }
    if let Some(value) = ours.and_then(|ours| value(outline, key, ours)) {
        parts.push(Part::words("ours", t("In this book", "这本台账里"), Text::same(typed(&value))));
    }
    let rules: Vec<Text> = rules::all()
        .filter(|rule| outline.name == thresholds::OUTLINE.name && rule.thresholds.contains(&key.name))
        .map(|rule| say!("{code} {name}: {says}", "{code} {name}：{says}", code = rule.code, name = rule.name, says = rule.says))
        .collect();
    if !rules.is_empty() {
        parts.push(Part::of("rules", t("Rules that go by it", "依据它的规则"), Body::Words(rules)));
    }
    if let Some(head) = outline.head {
        let example = |lang: Lang| format!("{}\n{}\n", head.get(lang), key.line(outline, lang)).trim_start_matches('\n').to_owned();
        let example = Text { en: example(Lang::En), zh: example(Lang::Zh) };
        parts.push(Part::of("example", t("Example", "示例"), Body::Code(example)));
    }
    let name = if outline.name.is_empty() { key.name.to_owned() } else { format!("{}.{}", outline.name, key.name) };
    Entry { kind: "setting", heading: Text::same(name.clone()), name, says: sentence(key.about), parts }
}

/// The words that a key takes, each with its meaning.
fn words(key: &Key) -> Option<Body> {
    if let Takes::OneOf(words) = key.takes { Some(table::fixed(words)) } else { None }
}

/// A phrase as a sentence.
pub fn sentence(phrase: T) -> Text {
    let mut letters = phrase.en.chars();
    let en = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default();
    Text { en: format!("{en}."), zh: format!("{}。", phrase.zh) }
}

fn default(key: &Key) -> Text {
    Text::same(if key.default.is_empty() { "–".to_owned() } else { typed(key.default) })
}

/// What the book at hand says under a key, as it stands there.
fn value(outline: &Outline, key: &Key, ours: &Ours) -> Option<String> {
    let entry = if outline.name.is_empty() {
        ours.toml.get(key.name)?
    } else {
        match &ours.toml.get(outline.name)?.value.item {
            Item::Table(table) => table.get(key.name)?,
            _ => return None,
        }
    };
    let text = entry.value.span.of(&ours.text);
    Some(visible(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned())
}

const KEYS: &[(&str, T)] =
    &[("key", t("Key", "键")), ("takes", t("Takes", "填什么")), ("default", t("Without it", "不写时")), ("about", t("Meaning", "含义"))];
