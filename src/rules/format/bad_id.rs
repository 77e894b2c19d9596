//! F012: ids are letters, digits, `-` and `_`.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, mend};
use crate::say;
use crate::say::t;
use crate::tables::said::said;
use crate::tables::{Fault, FaultKind, Form};
use crate::value::Kind as ColumnKind;
use crate::value::lenient::{self, Meant, Sureness};

use super::lenient_help::lost_digits;

/// F012.
pub static RULE: Rule = Rule {
    code: "F012",
    name: "bad-id",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("An id has characters in it that an id does not have.", "编号中有不允许的字符。"),
    why: t(
        "Ids are file names, stand in links and are typed by hand, so they are 1 to 64 letters, digits, '-' and '_' of any script, with nothing invisible in them.",
        "编号会用作文件名、出现在链接里，也要手工输入，所以只用 1 到 64 个文字、数字、“-”和“_”，不能有看不见的字符。",
    ),
    mend: t(
        "Give it an id such as v1, patrol-02 or 东门-01, and write the same wherever something refers to it.",
        "改成 v1、patrol-02、东门-01 这样的编号，凡引用它的地方也一起改。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v 1,Ann Reed,community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    // By their hashes, since of a million ids the texts are heavy: should two have one hash, nobody fixes them but a person.
    let mut wanted: HashMap<u64, u32> = HashMap::new();
    let hash = |row: &(&'static str, String)| FixedState::with_seed(0).hash_one(row);
    for (_, row) in cx.book.faults.iter().filter_map(|fault| meant(cx, fault)) {
        *wanted.entry(hash(&row)).or_default() += 1;
    }
    found.of_each(&cx.book.faults, |fault, found| {
        let FaultKind::BadId(text, _) = &fault.kind else { return };
        let Some(message) = said(&fault.kind, &cx.book.words) else { return };
        let is_toml = cx.book.table(fault.at.file()).is_some_and(|table| table.form() == Form::TomlFiles);
        // Two rows never get one id.
        let alone = meant(cx, fault).filter(|(_, row)| wanted.get(&hash(row)) == Some(&1));
        let (sure, fix) = match &alone {
            Some((sure, (_, id))) => (*sure, mend::cell(cx, fault.at, ColumnKind::Id, text, id)),
            None => (Sureness::Guess, None),
        };
        let better = alone.map_or_else(|| lenient::id::read(text), |(sure, (_, id))| Meant::Value(id, sure));
        let is_lost = better == Meant::LostDigits;
        // Whatever was lost in a table was lost when it was saved.
        let cause = if is_lost { format!("{is_toml} \u{0} {}", cx.table(fault.at)) } else { format!("{is_toml} {text}") };
        let better = if let Meant::Value(better, _) = better { Some(better) } else { None };
        let help = match (better, is_toml) {
            (None, false) if is_lost => lost_digits(),
            (Some(better), true) => say!(
                "rename the file to {better}.toml, and write {better} wherever something refers to it; if it is a copy, move it out of the book",
                "把文件改名为 {better}.toml，凡引用它的地方也写 {better}；如果是副本，把它移出台账",
                better = better
            ),
            (Some(better), false) => {
                say!("write {better}, here and wherever something refers to it", "写作 {better}，凡引用它的地方也一样", better = better)
            }
            (None, true) => say!("give the file a new name", "给文件改名"),
            (None, false) => say!("write another id, here and wherever something refers to it", "换一个编号，凡引用它的地方也一起改"),
        };
        found.add(cx.fault(fault, message).help(help).fixes(sure, fix).cause(cause));
    });
}

/// The id that a text means, with its table and how sure it is; nothing where a row has that id. What refers to it then points nowhere,
/// and is fixed in the same way by R001.
fn meant(cx: &Cx<'_>, fault: &Fault) -> Option<(Sureness, (&'static str, String))> {
    let FaultKind::BadId(text, _) = &fault.kind else { return None };
    let (sure, id) = match (lenient::id::certain(text), lenient::id::read(text)) {
        (Some(id), _) => (Sureness::Certain, id),
        (None, Meant::Value(id, Sureness::Likely)) => (Sureness::Likely, id),
        _ => return None,
    };
    let table = cx.book.table(fault.at.file())?;
    let is_taken = cx.book.keys(table.number).is_none_or(|keys| keys.find(&id).is_some());
    (!is_taken).then_some((sure, (table.name, id)))
}
