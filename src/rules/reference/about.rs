//! What publicity is about is there, and is one thing: part of R001.

use crate::book::About;
use crate::findings::{Finding, Found};
use crate::rules::Cx;
use crate::rules::by_hand::place;
use crate::say;
use crate::say::Text;

/// Finds what names nothing, or may name several things.
pub fn check(cx: &Cx<'_>, found: &mut Found) {
    let publicity = &cx.book.publicity;
    for (row, record) in publicity.iter() {
        let (about, at) = (cx.book.about(&record), publicity.at(row, "about"));
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
                say!(
                    "correct it in {place}, or empty it if it is about nothing in the book",
                    "在 {place}改正；宣传的内容台账里没有的，不填",
                    place = place(cx, at)
                ),
            ),
            _ => continue,
        };
        found.add(Finding::new(cx.record(row), at, message).help(help).cause(format!("about {text}")));
    }
}
