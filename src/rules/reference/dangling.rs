//! R001: what a row refers to is there.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, column, mend};
use crate::say;
use crate::say::{Text, t};
use crate::tables::places::Place;
use crate::tables::summaries::{self, Audience};
use crate::tables::{Column, Fault, FaultKind};
use crate::value::fixed::Fixed;
use crate::value::{Kind as ColumnKind, Row};

use super::words;

/// R001.
pub static RULE: Rule = Rule {
    code: "R001",
    name: "dangling",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A row, or a summary, refers to something that is not there.", "一行记录或一份总结引用了不存在的编号。"),
    why: t(
        "Hours written to an id that nobody has count for nobody. Mostly the id is misspelt, a name stands where the id belongs, or a spreadsheet took the noughts before a number.",
        "记在不存在的编号下的时长不属于任何人。多半是编号写错，把姓名写在了该写编号的地方，或编号开头的 0 被电子表格去掉了。",
    ),
    mend: t(
        "Correct the id, or add the row that it should refer to; of several in one cell each gets a row of its own. Nothing is said where that table is absent or could not be read whole.",
        "改正编号，或补上它应引用的那一行；一个单元格里写了几个的，每个单独写一行。被引用的表不存在或没有读全时，不提示。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
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

fn check(cx: &Cx<'_>, found: &mut Found) {
    super::about::check(cx, found);
    let told = super::noughts::check(cx, found);
    let meant = cx.book.meant();
    let broken = super::likely::Broken::of(cx.book);
    let faults: Vec<(usize, &Fault)> = cx.book.faults.iter().enumerate().filter(|(number, _)| !told.contains(number)).collect();
    found.of_each(&faults, |(number, fault), found| {
        let (column_of, id, table) = match &fault.kind {
            FaultKind::Dangling(column_of, id, table) => (column_of, id, table),
            FaultKind::NoTable(column_of, id) => {
                found.add(no_table(cx, fault, column_of, id));
                return;
            }
            FaultKind::NoGrid(column_of, place) => {
                found.add(no_grid(cx, fault, column_of, Row::new(*place)));
                return;
            }
            _ => return,
        };
        let Some(target) = table.description() else { return };
        let Some((meaning, keys)) = meant.meaning(*number).zip(cx.book.keys(*table)) else { return };
        let cell = words::Cell { target, keys, column: column_of, text: id, is_row: words::is_row(cx, fault, column_of) };
        let (sure, row) = super::likely::row(meaning, id, keys, *table, &broken);
        let fix = row.and_then(|row| mend::cell(cx, fault.at, ColumnKind::Id, id, keys.id(row)));
        let cause = format!("{}.{} {}", cx.table(fault.at), column_of.code, cell.cause(meaning));
        found.add(cx.fault(fault, cell.message(meaning)).help(cell.help(meaning)).fixes(sure, fix).cause(cause));
    });
}

/// An id without its table, which several tables have, or none.
fn no_table(cx: &Cx<'_>, fault: &Fault, column_of: &Column, id: &str) -> Finding {
    let names = cx.book.meant().names();
    let audiences = (0u8..).zip(Audience::WORDS).map(|(n, word)| (Audience::nth(n).table(), word.code));
    let written: Vec<String> = audiences
        .flat_map(|(table, name)| {
            let keys = cx.book.keys(table);
            let is_id = keys.is_some_and(|keys| keys.find(id).is_some());
            let named = keys.filter(|_| !is_id).into_iter().flat_map(move |keys| names.rows(table, id).iter().map(|row| keys.id(*row)));
            is_id.then_some(id).into_iter().chain(named).map(move |id| format!("{name}:{id}"))
        })
        .collect();
    let is_id = audiences_with(cx, id) > 0;
    let message = if is_id {
        say!(
            "{column} says '{id}', and does not say which table that is of: several have it",
            "{column}写的是“{id}”，没有写是哪张表的编号，而几张表都有",
            column = column(column_of),
            id = id
        )
    } else {
        say!(
            "{column} says '{id}', and no branch, team, centre or grid has such an id",
            "{column}写的是“{id}”，党支部、服务队、服务中心和网格都没有这个编号",
            column = column(column_of),
            id = id
        )
    };
    let help = match written.as_slice() {
        [] => say!("write it as table:id, such as branches:b1, places:g1", "写作“表:编号”，如“branches:b1”“places:g1”"),
        [one] => say!("write {one}", "写作 {one}", one = one),
        many => say!("write one of: {all}", "写作其中之一：{all}", all = Text::list(many.iter().map(|one| Text::same(one.as_str())))),
    };
    cx.fault(fault, message).help(help)
}

/// How many of the tables that a summary may be fed back to have an id.
fn audiences_with(cx: &Cx<'_>, id: &str) -> usize {
    let tables = (0u8..).zip(Audience::WORDS).map(|(n, _)| Audience::nth(n).table());
    tables.filter(|table| cx.book.keys(*table).is_some_and(|keys| keys.find(id).is_some())).count()
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
    let below = cx.book.places_below().at_or_below(std::iter::once(place.number));
    let inside = cx.book.places.iter().filter(|(row, _)| is_grid(*row) && below.contains(&row.number));
    let grids: Vec<Text> = inside.map(|(row, _)| Text::same(format!("places:{}", cx.id(row)))).take(GRIDS).collect();
    let help = if grids.is_empty() {
        say!("name a place of kind grid (网格), or else a branch, a team or a centre", "写类型为网格（grid）的地点，或写党支部、服务队、服务中心")
    } else {
        say!("name the grids in it, each as an entry: {grids}", "写它下面的网格，每个一项：{grids}", grids = Text::list(grids))
    };
    cx.fault(fault, message).help(help)
}
