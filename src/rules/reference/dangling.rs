//! R001: what a row refers to is there.

use std::collections::HashMap;

use crate::book::Book;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Rule, column, mend, sums, table_of};
use crate::say;
use crate::say::{Text, t};
use crate::tables::places::Place;
use crate::tables::summaries::{self, Audience};
use crate::tables::{Column, Fault, FaultKind, Form, Record, Table};
use crate::value::fixed::Fixed;
use crate::value::lenient;
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

fn check(cx: &Cx<'_>, found: &mut Found) {
    super::about::check(cx, found);
    let mut nearest: HashMap<(TableId, &str), Text> = HashMap::new();
    let mut compared: HashMap<TableId, usize> = HashMap::new();
    let names = Names::of(cx.book);
    for fault in &cx.book.faults {
        let (column_of, id, table) = match &fault.kind {
            FaultKind::Dangling(column_of, id, table) => (column_of, id, table),
            FaultKind::NoTable(column_of, id) => {
                found.add(no_table(cx, &names, fault, column_of, id));
                continue;
            }
            FaultKind::NoGrid(column_of, place) => {
                found.add(no_grid(cx, fault, column_of, Row::new(*place)));
                continue;
            }
            _ => continue,
        };
        let Some(target) = table.description().filter(|_| !sums::has(cx, fault)) else { continue };
        let message = say!(
            "{column} says '{id}', and the table {table} has no such id",
            "{column}写的是“{id}”，表{table}中没有这个编号",
            column = column(column_of),
            id = id,
            table = table_of(target)
        );
        let sure = certain(cx, *table, id);
        let help = nearest.entry((*table, id)).or_insert_with(|| {
            if let Some(sure) = &sure {
                return say!("write {sure}", "写作 {sure}", sure = sure);
            }
            if let [named] = names.rows(*table, id) {
                let named = cx.book.keys(*table).map(|keys| keys.id(*named)).unwrap_or_default();
                return say!("this is the name of {named}: write {named}", "这是 {named} 的名称，请写 {named}", named = named);
            }
            let so_far = compared.entry(*table).or_default();
            *so_far += 1;
            let keys = cx.book.keys(*table).filter(|keys| *so_far <= keys.comparable());
            let near = keys.map(|keys| keys.nearest(id)).unwrap_or_default();
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
    [lenient::id::certain(text), lenient::plain::plain(text)].into_iter().flatten().find(|id| id != text && keys.find(id).is_some())
}

/// An id without its table, which several tables have, or none.
fn no_table(cx: &Cx<'_>, names: &Names<'_>, fault: &Fault, column_of: &Column, id: &str) -> Finding {
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
    let below = cx.book.tree().places.at_or_below(std::iter::once(place.number));
    let inside = cx.book.places.iter().filter(|(row, _)| is_grid(*row) && below.contains(&row.number));
    let grids: Vec<Text> = inside.map(|(row, _)| Text::same(format!("places:{}", cx.id(row)))).take(GRIDS).collect();
    let help = if grids.is_empty() {
        say!("name a place of kind grid (网格), or else a branch, a team or a centre", "写类型为网格（grid）的地点，或写党支部、服务队、服务中心")
    } else {
        say!("name the grids in it, each as an entry: {grids}", "写它下面的网格，每个一项：{grids}", grids = Text::list(grids))
    };
    cx.fault(fault, message).help(help)
}

/// The rows whose names were written where an id belongs: the names of a table are gone over once for all that point nowhere.
struct Names<'a>(HashMap<TableId, HashMap<&'a str, Vec<u32>>>);

impl<'a> Names<'a> {
    fn of(book: &'a Book) -> Self {
        let mut names = Self(HashMap::new());
        for fault in &book.faults {
            match &fault.kind {
                FaultKind::Dangling(_, text, table) => names.want(*table, text),
                FaultKind::NoTable(_, text) => Audience::WORDS.iter().zip(0..).for_each(|(_, n)| names.want(Audience::nth(n).table(), text)),
                _ => {}
            }
        }
        names.look(&book.volunteers, |volunteer| volunteer.name);
        names.look(&book.teams, |team| team.name);
        names.look(&book.places, |place| place.name);
        names.look(&book.branches, |branch| branch.name);
        names
    }

    fn want(&mut self, table: TableId, text: &'a str) {
        self.0.entry(table).or_default().entry(text.trim()).or_default();
    }

    /// Two rows may have one name; of more than two, which were meant is no longer asked.
    fn look<R: Record + Target>(&mut self, table: &'a Table<R>, of: impl Fn(&R) -> Field<Str>) {
        let Some(wanted) = self.0.get_mut(&R::TARGET) else { return };
        for (row, record) in table.iter() {
            let rows = of(&record).get().and_then(|text| wanted.get_mut(table.text(text)));
            if let Some(rows) = rows.filter(|rows| rows.len() < 2) {
                rows.push(row.number);
            }
        }
    }

    /// The rows with that name, at most two.
    fn rows(&self, table: TableId, name: &str) -> &[u32] {
        self.0.get(&table).and_then(|names| names.get(name.trim())).map(Vec::as_slice).unwrap_or_default()
    }
}
