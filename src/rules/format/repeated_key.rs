//! F014: no two rows of a table have the same key.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{T, Text, t};
use crate::schema::names::fold;
use crate::tables::served::Served;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Description, FaultKind, layout};
use crate::text::{At, FileId};
use crate::value::Target;
use crate::value::lenient::{self, Meant};

/// F014.
pub static RULE: Rule = Rule {
    code: "F014",
    name: "repeated-key",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("Two rows have the same id or key.", "两行的编号或主键相同。"),
    why: t(
        "An id stands for one thing, and a volunteer takes part in an activity once. Only the first row counts, so what the second says is lost.",
        "一个编号只代表一个对象，一名志愿者参加一次活动只记一行。只有前一行计入，后一行的内容就丢了。",
    ),
    mend: t(
        "Delete one of the rows if they say the same; otherwise give one of them another id, or put what they say into one row.",
        "两行内容相同就删去一行；否则给其中一行换一个编号，或把两行合成一行。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v1,Ben Hill,rural,2021
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.of_each(&cx.book.faults, |fault, found| {
        let FaultKind::RepeatedKey(first) = fault.kind else { return };
        if is_twice(cx, fault.at.file(), first.file()) {
            return;
        }
        let Some(table) = cx.book.table(fault.at.file()) else { return };
        let record = cx.record_at(fault.at);
        let key = record.as_deref().and_then(|record| record.split_once(':')).map_or("", |(_, key)| key);
        if key.split('/').any(|part| lenient::id::read(part) == Meant::LostDigits) {
            // That a spreadsheet made one id of several has been told.
            return;
        }
        let place = place(cx, fault.at.file(), first);
        let names = names(cx, table, fault.at, first);
        let message = if let Some((here, there)) = names.clone() {
            say!(
                "the id '{key}' is there already, {place}, for {there}, and here it stands for {here}: these may be two people",
                "编号“{key}”已经有了，{place}，是{there}；这里是{here}，可能是两个人",
                key = key,
                place = place,
                there = there,
                here = here
            )
        } else if table.has_ids() {
            say!("the id '{key}' is there already, {place}", "编号“{key}”已经有了，{place}", key = key, place = place)
        } else {
            let columns = Text::list(table.key_columns().map(|column| column.title.into()));
            say!(
                "a row with the same {columns} is there already, {place}: {key}",
                "{columns}相同的行已经有了，{place}：{key}",
                columns = columns,
                place = place,
                key = key
            )
        };
        let is_same = row_text(cx, fault.at) == row_text(cx, first);
        let help = if is_same {
            say!("both rows say the same: delete this one", "两行内容相同，删去这一行")
        } else if names.is_some() {
            say!(
                "if they are two people, give this one an id that nobody has, and write it in every row of the other tables that means this person: until then all of them count for the first; if it is one person, delete this row",
                "如果是两个人，给这一位另取没有人用过的编号，各表中属于这一位的行都改用新编号：改好之前全部算在前一位名下；如果是同一个人，删去这一行"
            )
        } else if table.has_ids() {
            say!(
                "give this row an id of its own, or delete it; until then only the first counts",
                "给这一行另取编号，或删去它；改好之前只有前一行计入"
            )
        } else {
            say!(
                "put both into one row, or delete this one; until then only the first counts",
                "把两行合成一行，或删去这一行；改好之前只有前一行计入"
            )
        };
        let cause = format!("{first:?} {is_same} {names:?}");
        found.add(cx.fault(fault, message).help(help).cause(cause).related(first, say!("first here", "先出现在这里")));
    });
}

/// The names of two rows of people that are not the same, the second row's first; in `private/` they are not told.
fn names(cx: &Cx<'_>, table: &'static Description, second: At, first: At) -> Option<(Text, Text)> {
    let column = match table.name {
        Volunteer::NAME => Volunteer::name.number(),
        Served::NAME => Served::name.number(),
        _ => return None,
    };
    let name = |at: At| {
        let row = At::Cell { file: at.file(), row: at.offset(), column };
        cx.book.header(at.file())?.position(column)?;
        Some(cx.book.locate(row).span.of(cx.book.sources.text(at.file())).trim_matches(['"', ' ', '　']).to_owned())
    };
    let (here, there) = (name(second)?, name(first)?);
    if here.is_empty() || there.is_empty() || fold(&here) == fold(&there) {
        return None;
    }
    let told = |name: String, other: T| if table.is_private() { other.into() } else { say!("{name}", "“{name}”", name = name) };
    Some((told(here, t("another name", "另一个姓名")), told(there, t("one name", "一个姓名"))))
}

/// Whether two files are two places of one table, of which F018 tells once for all rows.
fn is_twice(cx: &Cx<'_>, a: FileId, b: FileId) -> bool {
    let home = |file| {
        let path = cx.book.sources.path(file);
        path.rsplit_once('/').filter(|(folder, _)| *folder != layout::PRIVATE).map_or(path, |(folder, _)| folder)
    };
    a != b && home(a) != home(b)
}

/// The line of a row, with its file if that is another.
fn place(cx: &Cx<'_>, from: FileId, at: At) -> Text {
    let line = cx.line(at);
    if at.file() == from {
        return say!("on line {line}", "在第 {line} 行", line = line);
    }
    say!("in {path}, line {line}", "在 {path} 第 {line} 行", path = cx.book.sources.path(at.file()), line = line)
}

fn row_text<'a>(cx: &'a Cx<'_>, at: At) -> &'a str {
    let text = cx.book.sources.text(at.file());
    text.get(at.offset() as usize..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}
