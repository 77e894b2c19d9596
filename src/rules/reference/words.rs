//! What is said of a cell whose id nothing has, by what it may mean. Part of R001.

use crate::book::{Meaning, Numbers, Part};
use crate::rules::format::lost_digits;
use crate::rules::{Cx, column, table_of};
use crate::say;
use crate::say::Text;
use crate::schema::Role;
use crate::tables::said::missing;
use crate::tables::{Column, Description, Fault, Form, summaries};
use crate::value::{Keys, id};

/// So many rows of one name, or parts of one cell, are named.
const SHOWN: usize = 6;

/// A cell that refers to nothing.
pub struct Cell<'a> {
    /// The table that it refers to.
    pub target: &'static Description,
    /// Its ids.
    pub keys: &'a Keys,
    /// The column that it stands in.
    pub column: &'static Column,
    /// What it says.
    pub text: &'a str,
    /// Whether each of several would have a row, or an entry, of its own.
    pub is_row: bool,
}

/// Whether several things in a cell are several rows: where they tell the row apart, or whose row it is. A volunteer has one branch.
pub fn is_row(cx: &Cx<'_>, fault: &Fault, column: &Column) -> bool {
    let Some(table) = cx.book.table(fault.at.file()) else { return false };
    table.key.contains(&column.number) || column.role == Role::Owner || std::ptr::eq(table, &summaries::DESCRIPTION)
}

impl Cell<'_> {
    /// What is wrong.
    pub fn message(&self, meaning: &Meaning) -> Text {
        let column = column(self.column);
        match meaning {
            Meaning::Several(_) => {
                say!(
                    "{column} says '{id}', and only one id can stand there",
                    "{column}写的是“{id}”，这里只能写一个编号",
                    column = column,
                    id = self.text
                )
            }
            _ => missing(self.column, self.text, self.target),
        }
    }

    /// What findings of one cause have in common: a column of which a spreadsheet took digits, or that has several in its cells, is one.
    pub fn cause(&self, meaning: &Meaning) -> &str {
        match meaning {
            Meaning::Several(_) => "\u{0} several",
            Meaning::LostDigits(_) => "\u{0} digits",
            Meaning::IdsLostDigits(_) => "\u{0} digits of ids",
            _ => self.text,
        }
    }

    /// The table referred to: in English by the name that machines read, in Chinese by its title.
    fn table(&self) -> Text {
        Text { en: self.target.name.to_owned(), zh: format!("表“{}”", self.target.title.zh) }
    }

    /// What mends it.
    pub fn help(&self, meaning: &Meaning) -> Text {
        let id = |row: &u32| self.keys.id(*row);
        match meaning {
            Meaning::Sure(row) => say!("write {sure}", "写作 {sure}", sure = id(row)),
            Meaning::Noughts(rows) => self.perhaps(rows.iter().map(id)),
            Meaning::LostDigits(_) => lost_digits(),
            Meaning::IdsLostDigits(rows) => say!(
                "a spreadsheet took digits of the ids in {table}, such as {ids}: copy them again from where they came from, into a column whose format is Text",
                "{table}的编号被电子表格改写，丢了部分数字，如 {ids}：请从原始记录重新抄录，并先把这一列的格式设为“文本”",
                table = self.table(),
                ids = some(rows.iter().map(id).map(Text::same))
            ),
            Meaning::Named(rows) => match rows.as_ref() {
                [row] => say!("this is the name of {named}: write {named}", "这是 {named} 的名称，请写 {named}", named = id(row)),
                rows => say!(
                    "{n} are called so, {all}: write the id of the one that is meant",
                    "有 {n} 个都叫这个名称：{all}。请写所指的那一个的编号",
                    n = rows.len(),
                    all = some(rows.iter().map(|row| Text::same(id(row))))
                ),
            },
            Meaning::Several(parts) => self.parts(parts),
            Meaning::Near(_, near) if near.is_empty() && id::check(self.text).is_err() => say!(
                "nothing in {table} has this id or name: write the id of what is meant, or add it there first",
                "{table}中没有这个编号，也没有这个名称：请写所指的编号，没有的先加上",
                table = self.table()
            ),
            Meaning::Near(_, near) if near.is_empty() => match self.target.form() {
                Form::Csv => {
                    say!("correct the id, or add a row with it to {table}", "改正编号，或在{table}中加上这一行", table = self.table())
                }
                Form::TomlFiles => say!(
                    "correct the id, or add a file for it to the folder {table}",
                    "改正编号，或在文件夹 {table}/ 中加上它的文件",
                    table = self.target.name
                ),
            },
            Meaning::Near(_, near) => self.perhaps(near.iter().map(String::as_str)),
        }
    }

    /// One of these is meant, perhaps.
    fn perhaps<'i>(&self, ids: impl ExactSizeIterator<Item = &'i str>) -> Text {
        let is_one = ids.len() == 1;
        let all = some(ids.map(Text::same));
        if is_one {
            return say!("did you mean {first}?", "是不是 {first}？", first = all);
        }
        say!("did you mean one of these: {all}?", "是不是其中之一：{all}？", all = all)
    }

    /// Several in one cell, each with its id.
    fn parts(&self, parts: &[Part]) -> Text {
        let known = parts.iter().filter(|part| !part.rows.is_empty()).map(|part| {
            let ids = part.rows.iter().map(|row| self.keys.id(*row));
            match part.rows.as_ref() {
                // Noughts that a spreadsheet took from ids are told of for themselves.
                [row] if self.keys.id(*row) == part.text || Numbers::are_same(self.keys.id(*row), &part.text) => Text::same(part.text.as_str()),
                [row] => say!("{id} ({name})", "{id}（{name}）", id = self.keys.id(*row), name = part.text),
                _ => say!("one of {ids} ({name})", "{ids} 中的一个（{name}）", ids = some(ids.map(Text::same)), name = part.text),
            }
        });
        let (known, unknown): (Vec<Text>, Vec<Text>) =
            (known.collect(), parts.iter().filter(|part| part.rows.is_empty()).map(|part| Text::same(part.text.as_str())).collect());
        let what = match (known.is_empty(), unknown.is_empty()) {
            (true, _) => say!(
                "first find out the ids, which no {table} has: {unknown}",
                "先查明编号，表{table}中没有：{unknown}",
                table = table_of(self.target),
                unknown = some(unknown.into_iter())
            ),
            (false, true) => some(known.into_iter()),
            (false, false) => say!(
                "{known}; and {table} has no {unknown}",
                "{known}；表{table}中没有：{unknown}",
                known = some(known.into_iter()),
                table = table_of(self.target),
                unknown = some(unknown.into_iter())
            ),
        };
        if self.is_row {
            say!("give each a row of its own, with its id: {what}", "每个单独写一行，写编号：{what}", what = what)
        } else {
            say!("write the id of one: {what}", "只写一个的编号：{what}", what = what)
        }
    }
}

/// The first of a list, and that there are more.
fn some(all: impl ExactSizeIterator<Item = Text>) -> Text {
    let is_cut = all.len() > SHOWN;
    let mut shown: Vec<Text> = all.take(SHOWN).collect();
    if is_cut {
        shown.push(Text::same("…"));
    }
    Text::list(shown)
}
