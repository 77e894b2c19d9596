//! Ids of tables that the book does not have and that look alike: any word is such an id, and each counts as a thing of its own. Part of F019
//! where both may be ids, else of F028.

use std::collections::HashMap;

use crate::book::Implied;
use crate::findings::{Finding, Found};
use crate::rules::by_hand::header_name;
use crate::rules::{Cx, column, table_of};
use crate::say;
use crate::say::{Text, count};
use crate::tables::{Column, Description, Form};
use crate::text::At;
use crate::text::alike::folded;
use crate::value::id;

/// Ids that differ only in case, by letters that look alike or in leading noughts.
pub fn look_alike(cx: &Cx<'_>, found: &mut Found) {
    for (table, ids) in tables(cx) {
        let ids = || ids.iter().filter(|implied| id::check(&implied.id).is_ok());
        let mut told: HashMap<&str, ()> = HashMap::new();
        for (meant, other) in pairs(ids(), |id| Some(id::skeleton(id))) {
            let is_case = meant.id.to_lowercase() == other.id.to_lowercase();
            let how = if is_case { say!("they differ only in case", "只差大小写") } else { say!("they look alike", "看起来一样") };
            told.insert(&other.id, ());
            found.add(finding(cx, table, meant, other, how));
        }
        let number = |id: &str| id.bytes().all(|byte| byte.is_ascii_digit()).then(|| id.trim_start_matches('0').to_owned());
        for (meant, other) in pairs(ids(), number).filter(|(_, other)| !told.contains_key(other.id.as_str())) {
            let how = say!("they differ only in leading noughts, which spreadsheets take away", "只差开头的 0，电子表格会把它去掉");
            found.add(finding(cx, table, meant, other, how));
        }
    }
}

/// Words in place of ids that differ only in case, width or blanks.
pub fn alike_words(cx: &Cx<'_>, found: &mut Found) {
    for (table, ids) in tables(cx) {
        for (meant, other) in pairs(ids.iter(), |id| Some(folded(id).collect::<String>())) {
            let are_ids = id::check(&meant.id).is_ok() && id::check(&other.id).is_ok();
            // Of two that may be ids, that is told as of other ids.
            if !are_ids {
                found.add(finding(cx, table, meant, other, say!("they differ only in case, width or blanks", "只差大小写、全角半角或空格")));
            }
        }
    }
}

/// The tables that are not there, and their ids.
fn tables<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = (&'static Description, &'a [Implied])> {
    cx.book.implied().iter().filter_map(|(table, ids)| Some((table.description()?, ids.as_slice())))
}

/// The ids that have something in common: of each group the commonest, which is probably meant, with each of the others.
fn pairs<'i>(ids: impl Iterator<Item = &'i Implied>, common: impl Fn(&str) -> Option<String>) -> impl Iterator<Item = (&'i Implied, &'i Implied)> {
    let mut groups: HashMap<String, Vec<&Implied>> = HashMap::new();
    for implied in ids {
        if let Some(common) = common(&implied.id) {
            groups.entry(common).or_default().push(implied);
        }
    }
    let mut groups: Vec<Vec<&Implied>> = groups.into_values().filter(|group| group.len() > 1).collect();
    for group in &mut groups {
        group.sort_by(|a, b| b.times.cmp(&a.times).then(a.first.cmp(&b.first)).then(a.id.cmp(&b.id)));
    }
    groups.into_iter().flat_map(|group| {
        let meant = group.first().copied();
        group.into_iter().skip(1).filter_map(move |other| Some((meant?, other))).collect::<Vec<_>>()
    })
}

fn finding(cx: &Cx<'_>, table: &Description, meant: &Implied, other: &Implied, how: Text) -> Finding {
    let Some(of) = column_at(cx, other.first) else { return Finding::new(None, other.first, how) };
    let message = say!(
        "{column} says '{other}' in {n}, and '{meant}' stands in {m}: {how}, and as there is no table {table} they count as two",
        "{column}写的是“{other}”（{n} 处），另有 {m} 处写“{meant}”：{how}；台账里没有表{table}，会算成两样",
        column = column(of),
        other = other.id,
        meant = meant.id,
        n = count(other.times, "cell", "cells"),
        m = count(meant.times, "cell", "cells"),
        how = how,
        table = table_of(table)
    );
    let file = other.first.file();
    let path = cx.book.sources.path(file);
    let is_toml = cx.book.table(file).is_some_and(|table| table.form() == Form::TomlFiles);
    let name = if is_toml { of.code } else { header_name(cx, file, of) };
    let help = say!(
        "if they are one, write {meant} wherever {other} stands, such as under '{name}' in {path}",
        "如果是同一个，把各处的 {other} 都改成 {meant}，如 {path} 的“{name}”",
        meant = meant.id,
        other = other.id,
        name = name,
        path = path
    );
    let record = cx.record_at(other.first);
    Finding::new(record, other.first, message).related(meant.first, say!("the other way of writing it", "另一种写法")).help(help)
}

/// The column of a cell.
fn column_at(cx: &Cx<'_>, at: At) -> Option<&'static Column> {
    let At::Cell { file, column, .. } = at else { return None };
    cx.book.table(file)?.columns.get(usize::from(column))
}
