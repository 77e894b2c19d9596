//! F019: no two ids of a table differ only in case, by letters that look alike, or in leading noughts.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::tables::{AnyTable, Description, Form};
use crate::value::id;

/// F019.
pub static RULE: Rule = Rule {
    code: "F019",
    name: "look-alike-id",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t(
        "Two ids differ only in case, by letters that look alike, or in the noughts before a number.",
        "两个编号只差大小写、形状相近的字符，或数字前面的 0。",
    ),
    why: t(
        "Who types V01 for VO1 writes hours to somebody else, and nobody sees it. A spreadsheet saves 001, 01 and 1 as one id. Team ids are file names: two that differ only in case are one file on Windows and on a Mac, so that is an error.",
        "把 V01 打成 VO1，时长就记到了别人名下，谁也看不出来。电子表格会把 001、01、1 都存成 1。服务队编号是文件名：只差大小写的两个名称在 Windows 和 Mac 上是同一个文件，所以算错误。",
    ),
    mend: t("Give one of the two another id, and write it wherever something refers to it.", "给其中一个换编号，凡引用它的地方也一起改。"),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v01,Ann Reed,community,2020
vo1,Ben Hill,community,2021
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    cx.book.tables.each(|table, rows| {
        if table.has_ids() && rows.is_read() && rows.is_present() {
            look(cx, table, rows, found);
        }
    });
    super::implied_ids::look_alike(cx, found);
}

fn look(cx: &Cx<'_>, table: &'static Description, rows: &dyn AnyTable, found: &mut Found) {
    let Some(keys) = cx.book.keys(table.number).filter(|keys| !keys.are_numbered_alike()) else { return };
    let mut firsts: HashMap<String, u32> = HashMap::with_capacity(keys.len());
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    for (row, id) in keys.iter() {
        let alike = put(&mut firsts, id::skeleton(id), row);
        let number = id.bytes().all(|byte| byte.is_ascii_digit()).then(|| id.trim_start_matches('0'));
        let same_number = number.and_then(|number| put(&mut numbers, number, row));
        let is_number = alike.is_none();
        let Some(first) = alike.or(same_number) else { continue };
        // What is no id at all has been told.
        let other = keys.id(first);
        if id::check(id).is_err() || id::check(other).is_err() {
            continue;
        }
        let (at, first_at) = (rows.place(row), rows.place(first));
        let is_case = id.to_lowercase() == other.to_lowercase();
        let message = if is_number {
            say!(
                "the ids '{id}' and '{other}' differ only in leading noughts: a spreadsheet makes one id of them",
                "编号“{id}”和“{other}”只差开头的 0：电子表格会把它们存成同一个编号",
                id = id,
                other = other
            )
        } else if is_case {
            say!("the ids '{id}' and '{other}' differ only in case", "编号“{id}”和“{other}”只差大小写", id = id, other = other)
        } else {
            say!("the ids '{id}' and '{other}' look alike", "编号“{id}”和“{other}”看起来一样", id = id, other = other)
        };
        let help = if table.form() == Form::TomlFiles {
            say!("rename one of the two files, and write the new id wherever something refers to it", "给其中一个文件改名，凡引用它的地方也写新编号")
        } else {
            say!("give one of the two another id, also wherever something refers to it", "给其中一个换编号，凡引用它的地方也一起改")
        };
        let finding = Finding::new(format!("{}:{id}", table.name), at, message).help(help).related(first_at, say!("the other", "另一个"));
        found.add(if is_case && table.form() == Form::TomlFiles { finding.weighs(Level::Error) } else { finding });
    }
}

/// Puts a row in, or gives the one that is there already.
fn put<K: Eq + std::hash::Hash>(firsts: &mut HashMap<K, u32>, key: K, row: u32) -> Option<u32> {
    match firsts.entry(key) {
        Entry::Occupied(first) => Some(*first.get()),
        Entry::Vacant(slot) => {
            slot.insert(row);
            None
        }
    }
}
