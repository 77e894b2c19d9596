//! F028: where no vocabulary rules, no two words of a column differ only in case, width or blanks.

use std::collections::HashMap;

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::header_name;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, column};
use crate::say;
use crate::say::{count, t};
use crate::tables::{AnyTable, Column, Description, Form, vocabulary};
use crate::text::alike::folded;
use crate::value::{Kind as ColumnKind, Value, WordList};

/// F028.
pub static RULE: Rule = Rule {
    code: "F028",
    name: "look-alike-word",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "Two words of a column that has no vocabulary differ only in case, width or blanks.",
        "没有词表的列里，有两个词只差大小写、全角半角或空格。",
    ),
    why: t(
        "They are counted as two things, and the figures of one are split in silence. Where rollbook.toml has a vocabulary, such a word is refused.",
        "写法不同就算成两样，同一类的数字被悄悄分开。rollbook.toml 有词表的，这样的词直接报错。",
    ),
    mend: t(
        "Write one of the two everywhere; or list the words in rollbook.toml under [vocabulary], which keeps others out.",
        "统一改成其中一种写法；或在 rollbook.toml 的 [vocabulary] 下列出可用的词，别的写法就进不来了。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,Community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for (number, (name, _)) in vocabulary::ALL.iter().enumerate() {
        // Only where two words are alike are the columns looked through.
        let Some(alike) = cx.book.words.list(number).filter(|list| !list.closed).map(alike).filter(|alike| !alike.is_empty()) else { continue };
        cx.book.tables.each(|table, rows| {
            let columns = if rows.is_read() { table.columns } else { &[] };
            for (column, at) in columns.iter().zip(0u16..) {
                if matches!(column.kind, ColumnKind::Word(of) | ColumnKind::Words(of) if of == *name) {
                    look(cx, &Place { table, column, number: at, rows }, &alike, found);
                }
            }
        });
    }
    super::implied_ids::alike_words(cx, found);
}

/// For each word that another is like: what they have in common.
fn alike(list: &WordList) -> HashMap<&str, String> {
    let all = || list.entries().iter().map(|entry| (entry.code.as_str(), folded(&entry.code).collect::<String>()));
    let mut times: HashMap<String, usize> = HashMap::with_capacity(list.len());
    all().for_each(|(_, folded)| *times.entry(folded).or_default() += 1);
    all().filter(|(_, folded)| times.get(folded).is_some_and(|times| *times > 1)).collect()
}

/// A word of a column: the row it first stands in, and in how many it does.
struct Use<'w> {
    word: &'w str,
    first: u32,
    times: usize,
}

/// A column of a table.
struct Place<'a> {
    table: &'static Description,
    column: &'static Column,
    number: u16,
    rows: &'a dyn AnyTable,
}

fn look(cx: &Cx<'_>, place: &Place<'_>, alike: &HashMap<&str, String>, found: &mut Found) {
    let mut uses: HashMap<&str, Use<'_>> = HashMap::new();
    for row in 0..u32::try_from(place.rows.rows()).unwrap_or(u32::MAX) {
        let Value::Word(said) = place.rows.words(row, place.number, &cx.book.words) else { continue };
        for (word, _) in said.code.split(';').filter_map(|word| alike.get_key_value(word)) {
            uses.entry(word).or_insert(Use { word, first: row, times: 0 }).times += 1;
        }
    }
    let mut uses: Vec<Use<'_>> = uses.into_values().collect();
    let common = |word: &str| alike.get(word).map(String::as_str).unwrap_or_default();
    // The commonest writing is the one that is probably meant, else the first.
    uses.sort_by(|a, b| common(a.word).cmp(common(b.word)).then(b.times.cmp(&a.times)).then(a.first.cmp(&b.first)).then(a.word.cmp(b.word)));
    for group in uses.chunk_by(|a, b| common(a.word) == common(b.word)) {
        let Some((meant, others)) = group.split_first() else { continue };
        found.extend(others.iter().map(|other| finding(cx, place, meant, other)));
    }
}

fn finding(cx: &Cx<'_>, place: &Place<'_>, meant: &Use<'_>, other: &Use<'_>) -> Finding {
    let (at, meant_at) = (place.rows.cell(other.first, place.number), place.rows.cell(meant.first, place.number));
    let message = say!(
        "{column} says '{other}' in {n} and '{meant}' in {m}: they differ only in case, width or blanks, and count as two",
        "{column}有 {n} 行写“{other}”，{m} 行写“{meant}”：只差大小写、全角半角或空格，会算成两样",
        column = column(place.column),
        other = other.word,
        meant = meant.word,
        n = count(other.times, "row", "rows"),
        m = count(meant.times, "row", "rows")
    );
    let path = cx.book.sources.path(at.file());
    let (name, path) = match place.table.form() {
        Form::TomlFiles => (place.column.code, path.split('/').next().unwrap_or(path)),
        Form::Csv => (header_name(cx, at.file(), place.column), path),
    };
    let help = say!(
        "if they are one, write {meant} wherever '{name}' in {path} says {other}",
        "如果是同一个词，把 {path} 的“{name}”里的 {other} 都改成 {meant}",
        meant = meant.word,
        other = other.word,
        name = name,
        path = path
    );
    Finding::new(cx.record_at(at), at, message).related(meant_at, say!("the other way of writing it", "另一种写法")).help(help)
}
