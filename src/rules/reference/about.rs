//! What publicity is about is there, and is one thing: part of R001.

use crate::book::about::ABOUT;
use crate::book::{About, Names, Numbers};
use crate::findings::{Finding, Found};
use crate::rules::Cx;
use crate::rules::by_hand::place;
use crate::say;
use crate::say::Text;
use crate::tables::ALL;
use crate::tables::publicity::Publicity;
use crate::value::TableId;

/// Finds what names nothing, or may name several things.
pub fn check(cx: &Cx<'_>, found: &mut Found) {
    // Where one record is shown, this is asked of publicity alone.
    if !cx.book.has_read(ABOUT) {
        return;
    }
    let publicity = &cx.book.publicity;
    let nothing = publicity.iter().filter(|(_, record)| cx.book.about(record) == Some(About::Nothing));
    let texts: Vec<&str> = nothing.filter_map(|(_, record)| Some(name(publicity.text(record.about.get()?)))).collect();
    let tables: Vec<(TableId, &str)> = ABOUT.iter().filter_map(|number| Some((number, number.description()?.name))).collect();
    let names = Names::of(cx.book, texts.iter().flat_map(|text| tables.iter().map(move |(table, _)| (*table, *text))));
    let numbers = numbers(cx, &texts);
    for (row, record) in publicity.iter() {
        let (about, at) = (cx.book.about(&record), publicity.at(row, Publicity::about));
        let text = record.about.get().map(|about| publicity.text(about)).unwrap_or_default();
        let (message, help) = match about {
            Some(About::Several(tables)) => (
                say!(
                    "'About' says '{text}', and {n} tables have that id",
                    "“关于”写的是“{text}”，有 {n} 张表都有这个编号",
                    text = text,
                    n = tables.len()
                ),
                say!(
                    "write which is meant in {place}: {all}",
                    "在 {place}写明是哪一个：{all}",
                    place = place(cx, at),
                    all = Text::list(tables.iter().map(|table| Text::same(format!("{table}:{text}"))))
                ),
            ),
            Some(About::Nothing) => (
                say!("'About' says '{text}', and no table has such an id", "“关于”写的是“{text}”，哪张表都没有这个编号", text = text),
                called(cx, &names, &tables, name(text)).or_else(|| same_number(&numbers, text)).unwrap_or_else(|| {
                    say!(
                        "correct it in {place}, or empty it if it is about nothing in the book",
                        "在 {place}改正；宣传的内容台账里没有的，不填",
                        place = place(cx, at)
                    )
                }),
            ),
            _ => continue,
        };
        found.add(Finding::new(cx.record(row), at, message).help(help).cause(format!("about {text}")));
    }
}

/// What an `about` says without the table that it may name.
fn name(text: &str) -> &str {
    text.split_once([':', '：']).map_or(text, |(_, name)| name).trim()
}

/// So many rows of one name are proposed.
const SHOWN: usize = 6;

/// What is called so, as it is to be written.
fn called(cx: &Cx<'_>, names: &Names, tables: &[(TableId, &str)], text: &str) -> Option<Text> {
    let rows = |(table, name): &(TableId, &str)| {
        let (keys, name) = (cx.book.keys(*table)?, (*name).to_owned());
        Some(names.rows(*table, text).iter().map(move |row| Text::same(format!("{name}:{}", keys.id(*row)))))
    };
    let all: Vec<Text> = tables.iter().filter_map(rows).flatten().take(SHOWN).collect();
    (!all.is_empty()).then(|| say!("this is the name of {all}: write that", "这是名称，请写编号：{all}", all = Text::list(all)))
}

/// The ids that are numbers, by the names of their tables; none where no text is a number.
fn numbers<'a>(cx: &'a Cx<'_>, texts: &[&str]) -> Vec<(&'static str, Numbers<'a>)> {
    let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !texts.iter().any(is_number) {
        return Vec::new();
    }
    let tables = (0u8..).map(TableId).zip(ALL).filter(|(_, table)| !table.is_private() && table.has_ids());
    tables.filter_map(|(number, table)| Some((table.name, Numbers::of(cx.book.keys(number)?)))).collect()
}

/// The ids that differ from a text in nothing but leading noughts.
fn same_number(numbers: &[(&str, Numbers<'_>)], text: &str) -> Option<Text> {
    let of = text.split_once([':', '：']).map(|(table, _)| table.trim());
    let tables = numbers.iter().filter(|(table, _)| of.is_none_or(|of| of == *table));
    let ids = tables.flat_map(|(table, numbers)| numbers.ids(name(text)).map(move |id| Text::same(format!("{table}:{id}"))));
    let all: Vec<Text> = ids.take(SHOWN).collect();
    (!all.is_empty()).then(|| {
        say!("if {all} is meant, write it with the same noughts here and there", "如果是 {all}，两处编号开头的 0 要写得一样", all = Text::list(all))
    })
}
