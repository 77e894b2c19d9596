//! A column of a table, told whole: what may stand in it, and what is said where something else does.

use crate::say;
use crate::say::{Lang, Text, t};
use crate::tables::{Column, Description, Form, vocabulary};
use crate::value::Kind;

use super::{Body, Entry, Ours, Part, kind, rule, table, typed};

/// A column of a table; `ours` is the book at hand, whose words it takes.
pub fn entry(of: &'static Description, column: &'static Column, ours: Option<&Ours>) -> Entry {
    let mut parts = vec![Part::words("takes", t("What may stand in it", "可以填什么"), kind::about(column.kind))];
    if let Some(words) = table::words(column.kind) {
        parts.push(Part::of("words", t("Words", "词"), table::fixed(words)));
    }
    if let Kind::Word(name) | Kind::Words(name) = column.kind {
        parts.extend(own_words(name, ours));
    }
    parts.push(Part::words("required", t("May it be empty", "能否不填"), required(of, column)));
    if !column.after.is_empty() {
        let before = column.after.iter().filter_map(|number| of.columns.get(usize::from(*number)));
        parts.push(Part::words("after", t("Not before", "不得早于"), Text::list(before.map(|column| Text::same(typed(column.code))))));
    }
    let written = match of.form() {
        Form::Csv => t("How its header may be written", "表头可以怎样写"),
        Form::TomlFiles => t("How the key may be written", "键可以怎样写"),
    };
    parts.push(Part::words("headers", written, headers(of, column)));
    let (en, zh) = (sample(of, column, Lang::En), sample(of, column, Lang::Zh));
    if let (Some(en), Some(zh)) = (en, zh) {
        parts.push(Part::words("example", t("Example", "示例"), Text { en: typed(&en), zh: typed(&zh) }));
    }
    parts.push(Part::of("rules", t("Rules that look at it", "检查它的规则"), Body::Words(rules(of, column))));
    Entry {
        kind: "column",
        name: format!("{}.{}", of.name, column.code),
        heading: say!("{table}.{code} · {title}", "{table}.{code} · {title}", table = of.name, code = column.code, title = column.title),
        says: column.about.into(),
        parts,
    }
}

fn required(of: &Description, column: &Column) -> Text {
    let required = match (column.required, of.form()) {
        (true, Form::TomlFiles) if column.is_id() => t("no: it is the name of the file", "不能，它就是文件名"),
        (true, Form::Csv) => t("no: every row has it", "不能，每行都要填"),
        (true, Form::TomlFiles) => t("no: every file has it", "不能，每个文件都要写"),
        (false, Form::TomlFiles) => t("yes; then the key may be left out", "可以，这个键也可以不写"),
        (false, Form::Csv) => t("yes; where no row has it, the column may be left out", "可以；各行都不填时，这一列也可以不写"),
    };
    required.into()
}

fn headers(of: &Description, column: &Column) -> Text {
    if !table::has_titles(of) {
        return Text::same(typed(column.code));
    }
    let names = [column.code, column.title.en, column.title.zh].into_iter().chain(column.aliases.iter().copied());
    Text::list(names.map(|name| Text::same(typed(name))))
}

/// The words of the vocabulary that the book at hand has.
fn own_words(name: &str, ours: Option<&Ours>) -> Option<Part> {
    let ours = ours?;
    let number = vocabulary::ALL.iter().position(|(key, _)| *key == name)?;
    let list = ours.words.list(number).filter(|list| list.closed)?;
    let words = list.iter().map(|(n, entry)| {
        let (code, title) = (typed(&entry.code), list.title(n));
        let named = say!("{code} ({title})", "{code}（{title}）", code = code, title = title);
        Text { en: if title.en == entry.code { code.clone() } else { named.en }, zh: if title.zh == entry.code { code } else { named.zh } }
    });
    let title = t("Words of this book", "这本台账的词");
    Some(Part::of("words", title, Body::Words(vec![Text::list(words)])))
}

/// A value of the column, from the example of its table.
fn sample(of: &Description, column: &Column, lang: Lang) -> Option<String> {
    let mut lines = of.example.get(lang).lines().filter(|line| !line.is_empty() && !line.starts_with("-- "));
    if of.form() == Form::TomlFiles {
        let line = lines.find_map(|line| line.split_once(" = ").filter(|(key, _)| of.find(key.trim_matches('"')) == Some(column.number)));
        return line.map(|(_, value)| value.to_owned());
    }
    let position = lines.next()?.split(',').position(|header| of.find(header) == Some(column.number))?;
    lines.filter_map(|line| line.split(',').nth(position)).find(|cell| !cell.is_empty()).map(str::to_owned)
}

fn rules(of: &Description, column: &Column) -> Vec<Text> {
    let empty: &[&str] = match (column.required, of.form()) {
        (true, _) => &["F006", "F009"],
        (false, Form::Csv) => &["F017"],
        (false, Form::TomlFiles) => &["F015"],
    };
    let is_ordered = !column.after.is_empty() || of.columns.iter().any(|other| other.after.contains(&column.number));
    let order: &[&str] = if is_ordered { &["F022"] } else { &[] };
    let mut rules: Vec<Text> = empty.iter().chain(kind::rules(column.kind)).chain(order).filter_map(|code| rule::line(code)).collect();
    rules.push(say!("`rollbook explain CODE` tells why, and how to mend it", "`rollbook explain 代码` 说明原因和改法"));
    rules
}
