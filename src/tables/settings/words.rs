//! `[vocabulary]` and `[metrics]`: the organisation's own words.

use std::collections::HashMap;

use crate::say;
use crate::say::Text;
use crate::tables::vocabulary::{ActivityKinds, CommitmentCategories, Metrics, PlaceKinds, TeamKinds, Tracks};
use crate::text::toml::{Entry, Item, Value};
use crate::value::desk::is_code;
use crate::value::word::Entry as WordEntry;
use crate::value::{Vocabulary, Word, WordList, Words};

use super::key::{METRIC, METRICS, WORD};
use super::reader::Section;

/// What the vocabularies say beyond their words.
#[derive(Debug, Default)]
pub struct Vocabularies {
    /// The kinds of places from wide to narrow; peers share a level.
    pub place_levels: Vec<Vec<Word<PlaceKinds>>>,
    /// The categories of commitments that fit each track.
    pub categories: Vec<(Word<Tracks>, Vec<Word<CommitmentCategories>>)>,
    /// What outcomes count.
    pub metrics: Vec<Metric>,
}

/// What an outcome counts.
#[derive(Debug)]
pub struct Metric {
    /// Its word.
    pub word: Word<Metrics>,
    /// The unit, as it is shown.
    pub unit: String,
    /// The track it belongs to.
    pub track: Option<Word<Tracks>>,
}

/// Every vocabulary, without a word.
pub(super) fn empty() -> Words {
    Words(crate::tables::vocabulary::ALL.iter().map(|_| WordList::default()).collect())
}

/// Kinds of activities that nobody named are the kinds of teams.
pub(super) fn share(words: &mut Words) {
    let kinds = words.list(TeamKinds::NUMBER).cloned().unwrap_or_default();
    if let Some(list) = words.0.get_mut(ActivityKinds::NUMBER).filter(|list| list.is_empty()) {
        *list = kinds;
    }
}

impl Vocabularies {
    /// The level of a kind of place, from 0, the widest.
    pub fn place_level(&self, kind: Word<PlaceKinds>) -> Option<usize> {
        self.place_levels.iter().position(|level| level.contains(&kind))
    }

    /// The metric of a word.
    pub fn metric(&self, word: Word<Metrics>) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.word == word)
    }

    /// The categories of commitments that fit a track; `None` where the vocabulary does not name the track, which may take any.
    pub fn fitting(&self, track: Word<Tracks>) -> Option<&[Word<CommitmentCategories>]> {
        let (_, categories) = self.categories.iter().find(|(named, _)| *named == track)?;
        (!categories.is_empty()).then_some(categories)
    }

    pub(super) fn read_words(&mut self, section: &mut Section<'_>, words: &mut Words) {
        for (number, key) in crate::tables::vocabulary::KEYS.iter().map(|key| key.name).enumerate() {
            let Some(entry) = section.take(key) else { continue };
            let Some(list) = words.0.get_mut(number) else { continue };
            let value = &entry.value;
            if number == CommitmentCategories::NUMBER {
                self.read_categories(section, value, words);
            } else if number == PlaceKinds::NUMBER {
                self.place_levels = read_levels(section, value, list);
            } else {
                read_list(section, key, value, list);
            }
        }
    }

    fn read_categories(&mut self, section: &mut Section<'_>, value: &Value, words: &mut Words) {
        let Item::Table(tracks) = &value.item else {
            section.refuse("commitment-categories", value);
            return;
        };
        for entry in &tracks.0 {
            let Some(track) = track(words, &entry.key) else {
                let at = entry.value.clone();
                section.wrong(
                    "commitment-categories",
                    &at,
                    say!("a table whose keys are tracks, and '{key}' is none", "以类别为键的表，而“{key}”不是类别", key = entry.key),
                );
                continue;
            };
            if let Some(list) = words.0.get_mut(CommitmentCategories::NUMBER) {
                let numbers = read_list(section, "commitment-categories", &entry.value, list);
                self.categories.push((track, numbers.into_iter().map(Word::new).collect()));
            }
        }
    }

    pub(super) fn read_metrics(&mut self, section: &mut Section<'_>, words: &mut Words) {
        for entry in section.entries() {
            let (unit, track, title) = match &entry.value.item {
                Item::Text(unit) => (unit.clone(), None, Text::default()),
                Item::Table(_) => {
                    let read = section.table(entry, &METRIC, |metric| {
                        let unit = metric.text("unit").unwrap_or_default();
                        let track = metric.word("track");
                        let title = Text { en: metric.text("en").unwrap_or_default(), zh: metric.text("zh-CN").unwrap_or_default() };
                        (unit, track, title)
                    });
                    read.unwrap_or_default()
                }
                _ => {
                    let takes = METRICS.keys.first().map(|key| key.takes.said()).unwrap_or_default();
                    section.wrong(&entry.key, &entry.value, takes);
                    continue;
                }
            };
            let known = track.as_ref().and_then(|code| self::track(words, code));
            if known.is_none() && track.is_some() {
                section.wrong(&entry.key, &entry.value, say!("a track that the vocabulary has", "词表中有的类别"));
            }
            if !check_code(section, &entry.key, &entry.key, &entry.value) {
                continue;
            }
            if let Some(list) = words.0.get_mut(Metrics::NUMBER) {
                list.closed = true;
                let word = Word::new(list.add(WordEntry { code: entry.key.clone(), title }));
                self.metrics.push(Metric { word, unit, track: known });
            }
        }
        if let Some(list) = words.0.get(Metrics::NUMBER) {
            check_titles(section, Metrics::NAME, section.entries(), list);
        }
    }
}

/// A track; where the book lists none, any word is one.
fn track(words: &mut Words, code: &str) -> Option<Word<Tracks>> {
    let is_open = words.list(Tracks::NUMBER).is_some_and(|list| !list.closed) && is_code(code);
    if is_open { words.add(code) } else { words.find(code) }
}

fn check_code(section: &mut Section<'_>, key: &str, code: &str, value: &Value) -> bool {
    let right = is_code(code);
    if !right {
        section.wrong(
            key,
            value,
            say!("words of letters, digits, '-' and '_', and '{code}' is none", "由文字、数字、“-”和“_”组成的词，而“{code}”不是", code = code),
        );
    }
    right
}

/// Finds the titles of a table of words that are other words, too, or titles of others.
fn check_titles(section: &mut Section<'_>, key: &str, entries: &[Entry], list: &WordList) {
    // The words that have a name, in their order, for each name that two of them have.
    let mut named: HashMap<&str, Vec<u32>> = HashMap::new();
    for (number, word) in list.iter() {
        let mut names = vec![word.code.as_str(), &word.title.zh, &word.title.en];
        names.sort_unstable();
        names.dedup();
        names.into_iter().filter(|name| list.is_twice(name)).for_each(|name| named.entry(name).or_default().push(number));
    }
    for entry in entries {
        let Some((number, own)) = list.coded(&entry.key).and_then(|number| Some((number, list.get(number)?))) else { continue };
        let mut titles = vec![&own.title.zh, &own.title.en];
        titles.dedup();
        for title in titles.into_iter().filter(|title| !title.is_empty() && list.is_twice(title) && **title != own.code) {
            let others = named.get(title.as_str()).map(Vec::as_slice).unwrap_or_default();
            let Some((other, word)) = others.iter().find(|other| **other != number).and_then(|other| Some((*other, list.get(*other)?))) else {
                continue;
            };
            // Two words of one title are one cause, told at the first.
            if word.code == *title || number < other {
                section.named_twice(key, entry.value.span, title.clone(), [own.code.clone(), word.code.clone()]);
            }
        }
    }
}

/// Words as an array of codes, or as a table of codes with titles. Gives their numbers.
fn read_list(section: &mut Section<'_>, key: &str, value: &Value, list: &mut WordList) -> Vec<u32> {
    let mut numbers = Vec::new();
    match &value.item {
        Item::Table(table) => {
            for entry in &table.0 {
                let title = match &entry.value.item {
                    Item::Text(title) => Text::same(title.clone()),
                    Item::Table(_) => section
                        .table(entry, &WORD, |titles| Text {
                            en: titles.text("en").unwrap_or_default(),
                            zh: titles.text("zh-CN").unwrap_or_default(),
                        })
                        .unwrap_or_default(),
                    _ => {
                        section.wrong(key, &entry.value, say!("titles: {{ en = \"…\", zh-CN = \"…\" }}", "名称：{{ en = \"…\", zh-CN = \"…\" }}"));
                        continue;
                    }
                };
                if check_code(section, key, &entry.key, &entry.value) {
                    numbers.push(list.add(WordEntry { code: entry.key.clone(), title }));
                }
            }
            check_titles(section, key, &table.0, list);
        }
        _ => {
            for (code, span) in section.as_texts(key, value) {
                if check_code(section, key, &code, &Value { span, item: Item::Text(code.clone()) }) {
                    numbers.push(list.add(WordEntry { code, title: Text::default() }));
                }
            }
        }
    }
    list.closed = !list.is_empty();
    numbers
}

/// The kinds of places: an array of codes and of arrays of peers, from wide to narrow; or a table with titles.
fn read_levels(section: &mut Section<'_>, value: &Value, list: &mut WordList) -> Vec<Vec<Word<PlaceKinds>>> {
    let Item::Array(all) = &value.item else {
        return read_list(section, "place-kinds", value, list).into_iter().map(|n| vec![Word::new(n)]).collect();
    };
    let mut levels = Vec::new();
    for item in all {
        let level = match &item.item {
            Item::Text(_) => Value { span: item.span, item: Item::Array(vec![item.clone()]) },
            _ => item.clone(),
        };
        let numbers = read_list(section, "place-kinds", &level, list);
        levels.push(numbers.into_iter().map(Word::new).collect());
    }
    levels
}
