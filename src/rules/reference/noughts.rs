//! Ids of digits from which a spreadsheet took the leading noughts: one cause, told once, where they are to be restored. Part of R001.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::book::{Meaning, Numbers};
use crate::findings::{Again, Finding, Found};
use crate::rules::mend::{self, Mend};
use crate::rules::{Cx, column};
use crate::say;
use crate::say::Text;
use crate::tables::{Column, Fault, FaultKind, Form};
use crate::text::{At, FileId};
use crate::value::lenient::Sureness;
use crate::value::{Keys, Kind, TableId};

/// So many ids are shown as examples.
const SHOWN: usize = 3;

/// A reference that has the number of an id, and other noughts before it.
struct Reference<'a> {
    /// Its number among the faults.
    number: usize,
    fault: &'a Fault,
    column: &'static Column,
    text: &'a str,
    /// The row that it means.
    row: u32,
    /// The ids of its table.
    keys: &'a Keys,
}

/// Tells the references that differ from ids in nothing but leading noughts, and says which they are, by their numbers among the faults.
pub fn check(cx: &Cx<'_>, found: &mut Found) -> HashSet<usize> {
    let mut of_ids: BTreeMap<TableId, Vec<Reference<'_>>> = BTreeMap::new();
    let mut of_references: BTreeMap<FileId, Vec<Reference<'_>>> = BTreeMap::new();
    for (number, fault) in cx.book.faults.iter().enumerate() {
        let FaultKind::Dangling(column, text, table) = &fault.kind else { continue };
        let Some(Meaning::Noughts(rows)) = cx.book.meant().meaning(number) else { continue };
        let ([row], Some(keys)) = (rows.as_ref(), cx.book.keys(*table)) else { continue };
        let reference = Reference { number, fault, column, text, row: *row, keys };
        if is_digits(text) && text.len() > keys.id(*row).len() {
            of_ids.entry(*table).or_default().push(reference);
        } else {
            of_references.entry(home(cx, fault.at.file())).or_default().push(reference);
        }
    }
    let mut told = HashSet::new();
    for (table, references) in of_ids {
        let Some(keys) = cx.book.keys(table).filter(|keys| are_many(keys, &references)) else { continue };
        told.extend(references.iter().map(|reference| reference.number));
        ids(cx, table, keys, references, found);
    }
    for (file, references) in of_references {
        let texts: HashSet<&str> = references.iter().map(|reference| reference.text).collect();
        // One of them alone is a slip.
        if texts.len() > 1 {
            told.extend(references.iter().map(|reference| reference.number));
            in_references(cx, file, &references, found);
        }
    }
    told
}

/// Whether a text is a number and nothing else: `7.0` has no noughts that are to be restored.
fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The file that a cause lies in: the rows of a table that has a file for each lie in its first.
fn home(cx: &Cx<'_>, file: FileId) -> FileId {
    let table = cx.book.table(file).filter(|table| table.form() == Form::TomlFiles);
    table.and_then(|table| cx.book.layout.files(table.number).first().copied()).unwrap_or(file)
}

/// The path of a file, or the folder of one that is a row.
fn path<'a>(cx: &'a Cx<'_>, file: FileId) -> &'a str {
    let path = cx.book.sources.path(file);
    let is_row = cx.book.table(file).is_some_and(|table| table.form() == Form::TomlFiles);
    path.split('/').next().filter(|_| is_row).unwrap_or(path)
}

/// Whether so many ids lack noughts that they were lost: one that does so among many others was written with one too many.
fn are_many(keys: &Keys, references: &[Reference<'_>]) -> bool {
    let width = references.iter().map(|reference| reference.text.len()).max().unwrap_or_default();
    let rows: HashSet<u32> = references.iter().map(|reference| reference.row).collect();
    let all = Numbers::of(keys).shorter_than(width);
    rows.len() == all || rows.len() > 1 && rows.len() * 4 >= all
}

/// Pairs of what is there and what it was, by rows.
fn examples(references: &[Reference<'_>], is_lost_in_ids: bool) -> Text {
    let mut pairs: BTreeMap<(u32, &str), &str> = BTreeMap::new();
    for reference in references {
        pairs.entry((reference.row, reference.keys.id(reference.row))).or_insert(reference.text);
    }
    let mut shown: Vec<Text> = Vec::new();
    for ((_, id), text) in pairs.iter().take(SHOWN) {
        let (now, was) = if is_lost_in_ids { (*id, *text) } else { (*text, *id) };
        shown.push(say!("{now} for {was}", "{was} 成了 {now}", now = now, was = was));
    }
    let shown = Text::list(shown);
    if pairs.len() > SHOWN { say!("{shown} …", "{shown}……", shown = shown) } else { shown }
}

/// The ids of a table have lost them: a finding for each of its files, at the first of the ids.
fn ids(cx: &Cx<'_>, table: TableId, keys: &Keys, references: Vec<Reference<'_>>, found: &mut Found) {
    let mut places: HashMap<u32, At> = HashMap::new();
    let Some(target) = table.description() else { return };
    let id = target.id().unwrap_or_default();
    cx.book.tables.each(|other, rows| {
        if other.name == target.name {
            places.extend(references.iter().map(|reference| (reference.row, rows.cell(reference.row, id))));
        }
    });
    let mut files: BTreeMap<FileId, Vec<Reference<'_>>> = BTreeMap::new();
    for reference in references {
        let Some(at) = places.get(&reference.row) else { continue };
        files.entry(home(cx, at.file())).or_default().push(reference);
    }
    for (file, references) in files {
        let Some(first) = references.iter().map(|reference| reference.row).min() else { continue };
        let Some(at) = places.get(&first).copied() else { continue };
        let (path, pairs) = (path(cx, file), examples(&references, true));
        let (message, help) = if target.form() == Form::TomlFiles {
            (
                say!(
                    "the files in {path} are named without the leading noughts that their ids have elsewhere ({pairs})",
                    "文件夹 {path}/ 里的文件名没有开头的 0，别处的编号却有（{pairs}）",
                    path = path,
                    pairs = pairs
                ),
                say!("rename the files, so that the ids are the same everywhere", "给文件改名，使编号处处一致"),
            )
        } else {
            (
                say!(
                    "the ids of {path} lost their leading noughts ({pairs}), as spreadsheets do",
                    "{path} 的编号丢了开头的 0（{pairs}），多半是电子表格保存时去掉的",
                    path = path,
                    pairs = pairs
                ),
                say!(
                    "restore them in {path}, in a column whose format is Text, and wherever else they were lost",
                    "在 {path} 补回开头的 0，并先把这一列的格式设为“文本”；别处丢了的也要补回",
                    path = path
                ),
            )
        };
        let mut finding = Finding::new(Some(format!("{}:{}", target.name, keys.id(first))), at, message).help(help);
        finding.also.extend(references.iter().map(|reference| again(cx, reference)));
        found.add(finding.fixes(Sureness::Likely, restored(cx, &references, &places)));
    }
}

/// The ids with the noughts that what refers to them has, where all agree how many.
fn restored(cx: &Cx<'_>, references: &[Reference<'_>], places: &HashMap<u32, At>) -> Vec<Mend> {
    let mut texts: BTreeMap<u32, HashSet<&str>> = BTreeMap::new();
    for reference in references {
        texts.entry(reference.row).or_default().insert(reference.text);
    }
    let Some(first) = references.first() else { return Vec::new() };
    let fix = |(row, texts): (u32, HashSet<&str>)| {
        let (text, at) = (texts.iter().next().filter(|_| texts.len() == 1)?, places.get(&row)?);
        let at = At::Bytes(at.file(), cx.book.span(*at));
        mend::cell(cx, at, Kind::Id, first.keys.id(row), text)
    };
    texts.into_iter().filter_map(fix).collect()
}

/// Where a reference stands that has the noughts.
fn again(cx: &Cx<'_>, reference: &Reference<'_>) -> Again {
    let message = say!("{column} says '{id}' here", "这里{column}写的是“{id}”", column = column(reference.column), id = reference.text);
    let record = reference.fault.row.and_then(|(file, row)| cx.book.record_at(file, row));
    Again { at: reference.fault.at, record, message: Some(message) }
}

/// The references in a file have lost them.
fn in_references(cx: &Cx<'_>, file: FileId, references: &[Reference<'_>], found: &mut Found) {
    let (path, pairs) = (path(cx, file), examples(references, false));
    let message = say!(
        "the ids that {path} refers to lost their leading noughts there ({pairs}), as spreadsheets do",
        "{path} 里引用的编号丢了开头的 0（{pairs}），多半是电子表格保存时去掉的",
        path = path,
        pairs = pairs
    );
    let help = say!("restore them in {path}, in a column whose format is Text", "在 {path} 补回开头的 0，并先把这一列的格式设为“文本”", path = path);
    let cause = format!("noughts {}", file.0);
    found.extend(references.iter().map(|reference| {
        let fix = mend::cell(cx, reference.fault.at, Kind::Id, reference.text, reference.keys.id(reference.row));
        cx.fault(reference.fault, message.clone()).help(help.clone()).fixes(Sureness::Likely, fix).cause(cause.clone())
    }));
}
