//! F013: words are fixed ones, or in the vocabulary of the book.

use std::collections::HashSet;

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, mend};
use crate::say;
use crate::say::{Text, t};
use crate::tables::said::said;
use crate::tables::vocabulary::{self, Metrics};
use crate::tables::{Column, FaultKind};
use crate::text::At;
use crate::value::cell::WordSet;
use crate::value::desk::is_code;
use crate::value::lenient::{self, Sureness};
use crate::value::word::Entry;
use crate::value::{Kind as ColumnKind, Vocabulary};

use super::likely_words::LikelyWords;
use super::office_for_role;

/// F013.
pub static RULE: Rule = Rule {
    code: "F013",
    name: "bad-word",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A word is neither a fixed one nor in the vocabulary.", "单元格里的词既不是固定词，也不在词表中。"),
    why: t(
        "What is written in two ways is counted as two things. Some words are fixed by the format, such as roles and statuses; the others are those that rollbook.toml lists under [vocabulary].",
        "同一样东西写成两种，就会算成两样。角色、状态等词由格式固定；其他的词以 rollbook.toml 的 [vocabulary] 所列为准。",
    ),
    mend: t(
        "Write one of the words, as code or as title; or, where the vocabulary is your own, add the word to it in rollbook.toml. Several words in one cell are parted by ';'.",
        "改成其中一个词（代码或名称都可以）；如果是自己的词表，也可以在 rollbook.toml 中加上这个词。一个单元格里有几个词时用“;”分隔。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- pairings.csv
id,volunteer,kind,recipient,households,from
b1,v1,suport,family-12,1,2026-01-10
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut helped = HashSet::new();
    let mut compared = Compared::default();
    let held = office_for_role::Held::default();
    let mut likely = LikelyWords::of(cx);
    for fault in &cx.book.faults {
        let FaultKind::BadWord(column_of, word, among) = &fault.kind else { continue };
        let cause = format!("{}.{} {word}", cx.table(fault.at), column_of.code);
        let sure = sure_words(cx, fault.at, column_of.kind, word, among);
        // Only the first of each cause is shown.
        let help = match &sure {
            _ if !helped.insert(cause.clone()) => Text::default(),
            Some((_, sure)) => say!("write {sure}", "写作 {sure}", sure = sure),
            None => office_for_role::help(cx, &held, fault, column_of, word).unwrap_or_else(|| help(cx, column_of, word, among, &mut compared)),
        };
        let Some(message) = said(&fault.kind, &cx.book.words) else { continue };
        let (sure, meant) = match sure {
            Some(sure) => (Sureness::Certain, Some(sure)),
            None => (Sureness::Likely, likely.words(fault.at, column_of.kind, word, among)),
        };
        let fix = meant.and_then(|(said, meant)| mend::cell(cx, fault.at, column_of.kind, &said, &meant));
        found.add(cx.fault(fault, message).help(help).fixes(sure, fix).cause(cause));
    }
}

/// What a cell says, and its words without blanks around them and with signs of the usual width, if all of them then are words.
fn sure_words(cx: &Cx<'_>, at: At, kind: ColumnKind, word: &str, among: &WordSet) -> Option<(String, String)> {
    let is_list = matches!(kind, ColumnKind::Words(_) | ColumnKind::FixedWords(_));
    let written = if is_list { mend::text_of(cx, at)? } else { word.to_owned() };
    // What is in a list is known to be a word; where any word goes, two may have been parted by what is taken away.
    let is_open = matches!(among, WordSet::Vocabulary(number, _) if cx.book.words.list(*number).is_none_or(|list| !list.closed));
    let plain = if is_open { lenient::plain::plain_text(&written)? } else { lenient::plain::plain(&written)? };
    let is_word = |word: &str| match among {
        WordSet::Fixed(words) => words.iter().any(|known| known.is(word)),
        WordSet::Vocabulary(number, _) => cx.book.words.list(*number).is_some_and(|list| list.find(word).is_some() || !list.closed && is_code(word)),
    };
    let words: Vec<&str> = if is_list { plain.split(';').map(str::trim).filter(|word| !word.is_empty()).collect() } else { vec![&plain] };
    let sure = words.join(";");
    (sure != written && !words.is_empty() && words.iter().all(|word| is_word(word))).then_some((written, sure))
}

/// So many pairs of words may be compared for what was meant by those that are not known: about half a second.
const MOST_COMPARED: usize = 5_000_000;

/// How many pairs of words have been compared. A book with more bad words than can be looked for is told which words there are.
#[derive(Default)]
struct Compared(usize);

impl Compared {
    /// Whether a word may still be compared with so many.
    fn may(&mut self, known: usize) -> bool {
        self.0 = self.0.saturating_add(known);
        self.0 <= MOST_COMPARED
    }
}

fn help(cx: &Cx<'_>, column: &'static Column, word: &str, among: &WordSet, compared: &mut Compared) -> Text {
    match among {
        WordSet::Fixed(words) => {
            let all: Vec<Named<'_>> = words.iter().map(|word| Named { code: word.code, en: word.title.en, zh: word.title.zh }).collect();
            choose(column.kind, word, &all, |word| words.iter().any(|known| known.is(word))).unwrap_or_else(|| one_of(&all))
        }
        WordSet::Vocabulary(number, name) => match cx.book.words.list(*number) {
            Some(list) if list.closed => {
                let is_compared = compared.may(list.len());
                let all: Vec<Named<'_>> = list.entries().iter().take(if is_compared { list.len() } else { NAMED + 1 }).map(Named::of).collect();
                let near = if is_compared { all.as_slice() } else { &[] };
                choose(column.kind, word, near, |word| list.find(word).is_some()).unwrap_or_else(|| one_of_or_add(&all, name))
            }
            _ => match parted(column.kind, word, &SIGNS) {
                Some(parted) => several(&parted),
                None => {
                    let written: String = word.trim().chars().map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' }).collect();
                    say!("write {written}", "写作 {written}", written = written.trim_matches('-'))
                }
            },
        },
    }
}

/// What stands between words where a `;` belongs.
const SIGNS: [char; 7] = [',', '，', '、', '；', '/', '|', '\n'];

/// A word that is known, with its titles.
struct Named<'a> {
    code: &'a str,
    en: &'a str,
    zh: &'a str,
}

impl<'a> Named<'a> {
    fn of(entry: &'a Entry) -> Self {
        Self { code: &entry.code, en: &entry.title.en, zh: &entry.title.zh }
    }

    fn names(&self) -> [&'a str; 3] {
        [self.code, self.en, self.zh]
    }

    /// As it may be written: its code, in Chinese its title.
    fn text(&self) -> Text {
        Text { en: self.code.to_owned(), zh: format!("“{}”", if self.zh.is_empty() { self.code } else { self.zh }) }
    }
}

/// The word that was meant, or the several words.
fn choose(kind: ColumnKind, word: &str, known: &[Named<'_>], is_known: impl Fn(&str) -> bool) -> Option<Text> {
    let names = known.iter().enumerate().flat_map(|(n, known)| known.names().map(|name| (n, name)));
    if let Some((near, _)) = lenient::word::read(word, names) {
        let named = known.iter().find(|known| known.names().contains(&near))?.text();
        return Some(say!("did you mean {named}?", "是不是{named}？", named = named));
    }
    let parted = parted(kind, word, &SIGNS).or_else(|| {
        let words = parted(kind, word, &[' ', '\u{3000}'])?;
        words.split(';').all(is_known).then_some(words)
    });
    parted.map(|parted| several(&parted))
}

fn several(parted: &str) -> Text {
    say!("if these are several words, part them by ';': {parted}", "如果是几个词，用“;”分隔：{parted}", parted = parted)
}

/// So many words are named.
const NAMED: usize = 20;

/// The words that there are; of many only the first.
fn one_of(known: &[Named<'_>]) -> Text {
    let mut words: Vec<Text> = known.iter().take(NAMED).map(Named::text).collect();
    if known.len() > NAMED {
        words.push(Text::same("…"));
    }
    let words = Text::list(words);
    say!("write one of: {words}", "请写其中之一：{words}", words = words)
}

fn one_of_or_add(known: &[Named<'_>], name: &str) -> Text {
    let add = if vocabulary::ALL.get(Metrics::NUMBER).is_some_and(|(key, _)| *key == name) {
        say!("or add it in rollbook.toml under [metrics]", "或在 rollbook.toml 的 [metrics] 下加上它")
    } else {
        say!("or add it in rollbook.toml under [vocabulary] to {name}", "或在 rollbook.toml 的 [vocabulary] 下把它加进“{name}”", name = name)
    };
    let words = one_of(known);
    say!("{words}; {add}", "{words}；{add}", words = words, add = add)
}

/// Several words with another sign between them, as they should be written.
fn parted(kind: ColumnKind, word: &str, signs: &[char]) -> Option<String> {
    let is_list = matches!(kind, ColumnKind::Words(_) | ColumnKind::FixedWords(_));
    let words: Vec<&str> = word.split(signs).map(str::trim).filter(|word| !word.is_empty()).collect();
    (is_list && words.len() > 1).then(|| words.join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_so_many_words_are_compared() {
        let mut compared = Compared::default();
        let known = 20_000;
        let may = (0..20_000).filter(|_| compared.may(known)).count();
        assert_eq!(may, MOST_COMPARED / known);
        assert!(!compared.may(1), "nor is a word compared with some of the words only");
    }
}
