//! What is wrong with a cell, in words: the same wherever it is told, in a check or before something is written.

use crate::say;
use crate::say::Text;
use crate::schema::{Column, Description, FaultKind, Form};
use crate::value::Words;
use crate::value::cell::WordSet;

use super::ALL;

/// A column as messages name it: in English with its code, in Chinese by its title, which a header may have. A key of TOML has only
/// its code, which must be typed.
pub fn column(column: &Column) -> Text {
    let is_key = |table: &&'static Description| table.form() == Form::TomlFiles && table.columns.iter().any(|own| std::ptr::eq(own, column));
    let (title, code) = (column.title, column.code);
    let zh = if ALL.iter().any(is_key) { format!("“{}”（“{code}”）", title.zh) } else { format!("“{}”", title.zh) };
    Text { en: format!("'{}' ({code})", title.en), zh }
}

/// A table as messages name it: in English with the name that machines read, in Chinese by its title.
pub fn table_of(table: &Description) -> Text {
    Text { en: format!("'{}' ({})", table.title.en, table.name), zh: format!("“{}”", table.title.zh) }
}

/// What is wrong with the text of a cell; `None` for what is wrong with more than a cell.
pub fn said(fault: &FaultKind, words: &Words) -> Option<Text> {
    Some(match fault {
        FaultKind::EmptyCell(empty) => say!("{column} is empty, and must be filled in", "{column}是空的，必须填写", column = column(empty)),
        FaultKind::BadDate(of, text, why) | FaultKind::BadNumber(of, text, why) => {
            say!("{column} says '{text}': {why}", "{column}写的是“{text}”：{why}", column = column(of), text = text, why = **why)
        }
        FaultKind::BadId(text, why) => say!("'{text}' is no id: {why}", "“{text}”不能作编号：{why}", text = text, why = **why),
        FaultKind::BadWord(of, word, among) => no_word(of, word, among, words),
        FaultKind::Dangling(of, id, table) => missing(of, id, table.description()?),
        _ => return None,
    })
}

/// What is said of an id that a table does not have.
pub fn missing(of: &Column, id: &str, table: &Description) -> Text {
    say!(
        "{column} says '{id}', and the table {table} has no such id",
        "{column}写的是“{id}”，表{table}中没有这个编号",
        column = column(of),
        id = id,
        table = table_of(table)
    )
}

/// What is said of a word that is none of those that a column takes.
fn no_word(of: &Column, word: &str, among: &WordSet, words: &Words) -> Text {
    match among {
        WordSet::Vocabulary(number, _) if words.list(*number).is_none_or(|list| !list.closed) => say!(
            "{column} says '{word}', and that is no word: a word is made of letters, digits, '-' and '_'",
            "{column}写的是“{word}”，不能作词：词只由文字、数字、“-”和“_”组成",
            column = column(of),
            word = word
        ),
        WordSet::Fixed(_) => {
            say!("{column} says '{word}', which is none of its words", "{column}写的是“{word}”，不是可用的词", column = column(of), word = word)
        }
        WordSet::Vocabulary(_, name) => say!(
            "{column} says '{word}', which is not in the vocabulary {name}",
            "{column}写的是“{word}”，rollbook.toml 的词表“{name}”中没有",
            column = column(of),
            word = word,
            name = name
        ),
    }
}
