//! R001: what a row refers to is there.

use std::collections::HashMap;

use crate::findings::{Finding, Found, Level};
use crate::rules::mend::sure;
use crate::rules::{Check, Cx, Kind, Rule, column, mend};
use crate::say;
use crate::say::{Text, t};
use crate::tables::branches::Branch;
use crate::tables::places::Place;
use crate::tables::summaries::{self, Audience};
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Column, Fault, FaultKind, Form, Record, Table};
use crate::value::fixed::Fixed;
use crate::value::{Field, Kind as ColumnKind, Row, Str, TableId, Target};

/// R001.
pub static RULE: Rule = Rule {
    code: "R001",
    name: "dangling",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A row, or a summary, refers to something that is not there.", "一行记录或一份总结引用了不存在的编号。"),
    why: t(
        "Hours written to an id that nobody has count for nobody. Mostly the id is misspelt, or a name stands where the id belongs.",
        "记在不存在的编号下的时长不属于任何人。多半是编号写错，或把姓名写在了该写编号的地方。",
    ),
    mend: t(
        "Correct the id, or add the row that it should refer to. Nothing is said where that table is absent or could not be read whole.",
        "改正编号，或补上它应引用的那一行。被引用的表不存在或没有读全时，不提示。",
    ),
    thresholds: &[],
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- leaves.csv
volunteer,from,to
v11,2026-05-01,2026-05-31
",
    check: Check::Book(check),
};

/// So many different ids of one table are compared with all that there are: each time that takes a while in a large book.
const COMPARED: usize = 20;

fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut nearest: HashMap<(TableId, &str), Text> = HashMap::new();
    let mut compared: HashMap<TableId, usize> = HashMap::new();
    for fault in &cx.book.faults {
        let (column_of, id, table) = match &fault.kind {
            FaultKind::Dangling(column_of, id, table) => (column_of, id, table),
            FaultKind::NoTable(column_of, id) => {
                found.add(no_table(cx, fault, column_of, id));
                continue;
            }
            FaultKind::NoGrid(column_of, place) => {
                found.add(no_grid(cx, fault, column_of, Row::new(*place)));
                continue;
            }
            _ => continue,
        };
        let Some(target) = table.description() else { continue };
        let message = say!(
            "{column} says '{id}', and the table '{title}' ({table}) has no such id",
            "{column}写的是“{id}”，表“{title}”（{table}）中没有这个编号",
            column = column(column_of),
            id = id,
            title = target.title,
            table = target.name
        );
        let sure = certain(cx, *table, id);
        let help = nearest.entry((*table, id)).or_insert_with(|| {
            if let Some(sure) = &sure {
                return say!("write {sure}", "写作 {sure}", sure = sure);
            }
            let so_far = compared.entry(*table).or_default();
            *so_far += 1;
            let is_compared = *so_far <= COMPARED;
            let names = if is_compared { by_name(cx, *table, id) } else { Vec::new() };
            if let [named] = names.as_slice() {
                return say!("this is the name of {named}: write {named}", "这是 {named} 的名称，请写 {named}", named = named);
            }
            let near = cx.book.keys(*table).filter(|_| is_compared).map(|keys| keys.nearest(id)).unwrap_or_default();
            if let [first, more @ ..] = near.as_slice() {
                return match more {
                    [] => say!("did you mean {first}?", "是不是 {first}？", first = first),
                    _ => say!(
                        "did you mean one of these: {all}?",
                        "是不是其中之一：{all}？",
                        all = Text::list(near.iter().map(|id| Text::same(id.as_str())))
                    ),
                };
            }
            match target.form() {
                Form::Csv => say!("correct the id, or add a row with it to {table}", "改正编号，或在 {table} 中加上这一行", table = target.name),
                Form::TomlFiles => say!(
                    "correct the id, or add a file for it to the folder {table}",
                    "改正编号，或在文件夹 {table} 中加上它的文件",
                    table = target.name
                ),
            }
        });
        let cause = format!("{}.{} {id}", cx.table(fault.at), column_of.code);
        let mend = sure.and_then(|sure| mend::cell(cx, fault.at, ColumnKind::Id, id, &sure));
        found.add(cx.fault(fault, message).help(help.clone()).mends(mend).cause(cause));
    }
}

/// The id of the table that a text can only mean: without blanks around it, with letters and signs put together as ids are.
fn certain(cx: &Cx<'_>, table: TableId, text: &str) -> Option<String> {
    let keys = cx.book.keys(table)?;
    [sure::an_id(text), sure::plain(text)].into_iter().flatten().find(|id| id != text && keys.find(id).is_some())
}

/// An id without its table, where several tables may be meant.
fn no_table(cx: &Cx<'_>, fault: &Fault, column_of: &Column, id: &str) -> Finding {
    let message = say!(
        "{column} says '{id}', and does not say which table that is of",
        "{column}写的是“{id}”，没有写是哪张表的编号",
        column = column(column_of),
        id = id
    );
    let audiences = (0u8..).zip(Audience::WORDS).map(|(n, word)| (Audience::nth(n).table(), word.code));
    let written: Vec<String> = audiences
        .flat_map(|(table, name)| {
            let is_id = cx.book.keys(table).is_some_and(|keys| keys.find(id).is_some());
            let ids = if is_id { vec![id] } else { by_name(cx, table, id) };
            ids.into_iter().map(move |id| format!("{name}:{id}"))
        })
        .collect();
    let help = match written.as_slice() {
        [] => say!("write it as table:id, such as branches:b1, places:g1", "写作 表:编号，如 branches:b1、places:g1"),
        [one] => say!("write {one}", "写作 {one}", one = one),
        many => say!("write one of: {all}", "写作其中之一：{all}", all = Text::list(many.iter().map(|one| Text::same(one.as_str())))),
    };
    cx.fault(fault, message).help(help)
}

/// So many grids are named as what may have been meant.
const GRIDS: usize = 8;

/// A place that is no grid, where there is no such grid.
fn no_grid(cx: &Cx<'_>, fault: &Fault, column_of: &Column, place: Row<Place>) -> Finding {
    let kind = |row: Row<Place>| cx.book.places.get(row).and_then(|place| place.kind.get());
    let message = say!(
        "{column} says '{place}', and that is no grid but a place of kind {kind}",
        "{column}写的是“{place}”，它不是网格，类型是“{kind}”",
        column = column(column_of),
        place = cx.id(place),
        kind = kind(place).map(|kind| cx.book.words.title(kind)).unwrap_or_default()
    );
    let is_grid = |row: Row<Place>| kind(row).is_some_and(|kind| summaries::is_grid(&cx.book.words, kind));
    let inside = cx.book.places.iter().filter(|(row, _)| is_grid(*row) && cx.book.tree().places_up(*row).any(|up| up == place));
    let grids: Vec<Text> = inside.map(|(row, _)| Text::same(format!("places:{}", cx.id(row)))).take(GRIDS).collect();
    let help = if grids.is_empty() {
        say!("name a place of kind grid (网格), or else a branch, a team or a centre", "写类型为网格（grid）的地点，或写党支部、服务队、服务中心")
    } else {
        say!("name the grids in it, each as an entry: {grids}", "写它下面的网格，每个一项：{grids}", grids = Text::list(grids))
    };
    cx.fault(fault, message).help(help)
}

/// The ids of the rows with a name, where somebody wrote the name in place of the id. Two may have the same.
fn by_name<'a>(cx: &'a Cx<'_>, table: TableId, name: &str) -> Vec<&'a str> {
    let book = cx.book;
    if table == Volunteer::TARGET {
        named(cx, &book.volunteers, name, |volunteer| volunteer.name)
    } else if table == Team::TARGET {
        named(cx, &book.teams, name, |team| team.name)
    } else if table == Place::TARGET {
        named(cx, &book.places, name, |place| place.name)
    } else if table == Branch::TARGET {
        named(cx, &book.branches, name, |branch| branch.name)
    } else {
        Vec::new()
    }
}

fn named<'a, R: Record + Target>(cx: &'a Cx<'_>, table: &Table<R>, name: &str, of: impl Fn(&R) -> Field<Str>) -> Vec<&'a str> {
    let rows = table.iter().filter(|(_, record)| of(record).get().is_some_and(|text| table.text(text) == name.trim()));
    rows.map(|(row, _)| cx.id(row)).take(2).collect()
}
