//! A table of the book, told whole: its files, its columns, some rows.

use crate::say;
use crate::say::{T, Text, t};
use crate::tables::{self, Column, Description, Form};
use crate::value::Kind;
use crate::value::fixed::FixedWord;

use super::{Body, Entry, Part, both, kind, typed};

/// All tables, in the order in which documents name them; the summaries are one in all but their form.
pub fn all() -> impl Iterator<Item = &'static Description> {
    tables::ALL.iter().copied().chain([&tables::summaries::DESCRIPTION])
}

/// A table.
pub fn entry(table: &'static Description) -> Entry {
    let mut parts = vec![Part::words("files", t("Files", "文件"), files(table))];
    if table.is_private() {
        let text = t(
            "private: this folder never enters git, and what stands in it is shown only when asked for by name",
            "个人信息：这个文件夹不进入 git，里面的内容只有点名要求才显示",
        );
        parts.push(Part::words("private", t("Who may see it", "谁能看"), text));
    }
    parts.push(Part::words("key", t("Key", "键"), key(table)));
    let rows = table.columns.iter().map(|column| vec![Text::same(typed(column.code)), headers(table, column), takes(column), column.about.into()]);
    parts.push(Part::of("columns", columns(table), Body::Rows(COLUMNS, rows.collect())));
    for column in table.columns {
        if let Some(words) = words(column.kind) {
            parts.push(Part::of(column.code, words_of(column.code), fixed(words)));
        }
    }
    let example = Text { en: table.example.en.trim_start_matches('\n').to_owned(), zh: table.example.zh.trim_start_matches('\n').to_owned() };
    parts.push(Part::of("example", t("Example", "示例"), Body::Code(example)));
    Entry {
        kind: "table",
        name: table.name.to_owned(),
        heading: say!("`{name}` · {title}", "`{name}` · {title}", name = table.name, title = table.title),
        says: say!("A row is {about}.", "一行是{about}。", about = table.about),
        parts,
    }
}

/// Where the rows of a table stand.
pub fn files(table: &Description) -> Text {
    match table.form() {
        Form::Csv => say!(
            "`{path}.csv`, or part files in a folder: `{path}/*.csv`",
            "`{path}.csv`，或放在文件夹里的几个文件：`{path}/*.csv`",
            path = table.path
        ),
        Form::TomlFiles => {
            say!("`{path}/*.{ending}`, a file for each row", "`{path}/*.{ending}`，每行一个文件", path = table.path, ending = table.extension())
        }
    }
}

fn key(table: &Description) -> Text {
    let columns = Text::list(table.key_columns().map(|column| Text::same(typed(column.code))));
    match table.key {
        [_] => say!("{columns}: no two rows have the same", "{columns}，各行不得相同", columns = columns),
        _ => say!("{columns} together: no two rows have the same", "{columns} 合在一起，各行不得相同", columns = columns),
    }
}

fn columns(table: &Description) -> T {
    match table.form() {
        Form::Csv => t("Columns", "列"),
        Form::TomlFiles => t("Keys", "键"),
    }
}

/// Whether a column may be headed by its titles and aliases as well as by its code.
pub fn has_titles(table: &Description) -> bool {
    tables::ALL.iter().any(|other| other.name == table.name)
}

/// Every header that means a column, but for its code.
fn headers(table: &Description, column: &Column) -> Text {
    if !has_titles(table) {
        return column.title.into();
    }
    let aliases = Text::list(column.aliases.iter().map(|alias| Text::same(*alias)));
    let title = both(column.title);
    if aliases.is_empty() { title } else { say!("{title}; {aliases}", "{title}；{aliases}", title = title, aliases = aliases) }
}

fn takes(column: &Column) -> Text {
    let takes = match column.kind {
        // Its words stand below, each with its meaning.
        Kind::Fixed(_) => kind::name(Kind::Fixed(&[])),
        Kind::FixedWords(_) => say!("list of fixed words", "固定的词（可多个）"),
        other => kind::name(other),
    };
    if column.required { say!("{takes}, required", "{takes}，必填", takes = takes) } else { takes }
}

/// The fixed words that a column takes.
pub fn words(kind: Kind) -> Option<&'static [FixedWord]> {
    match kind {
        Kind::Fixed(words) | Kind::FixedWords(words) => Some(words),
        _ => None,
    }
}

/// The title of a list of fixed words.
pub fn words_of(name: &str) -> Text {
    say!("Words of {name}", "{name} 的词", name = typed(name))
}

/// Fixed words, each with its titles and its meaning.
pub fn fixed(words: &'static [FixedWord]) -> Body {
    let row = |word: &FixedWord| {
        let aliases = word.aliases.iter().map(|alias| Text::same(*alias));
        let titles = Text::list(std::iter::once(both(word.title)).chain(aliases));
        vec![Text::same(typed(word.code)), titles, word.about.into()]
    };
    Body::Rows(WORDS, words.iter().map(row).collect())
}

const COLUMNS: &[(&str, T)] =
    &[("column", t("Column", "列")), ("headers", t("Headers", "表头")), ("takes", t("Takes", "填什么")), ("about", t("Meaning", "含义"))];

const WORDS: &[(&str, T)] = &[("word", t("Word", "词")), ("titles", t("Also", "也可写")), ("about", t("Meaning", "含义"))];
