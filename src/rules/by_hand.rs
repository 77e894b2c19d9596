//! What a person types into which file, in words: what mends are made of until commands do it.

use crate::rules::Cx;
use crate::say;
use crate::say::{T, Text};
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Col, Column, Description, Record};
use crate::text::{At, FileId};
use crate::value::{Day, Row, Target};

/// Stands in a row for an id that only the reader knows.
pub const BLANK: &str = "…";

/// The file and line of a row.
pub fn place(cx: &Cx<'_>, at: At) -> Text {
    say!("line {line} of {path}", "{path} 第 {line} 行", path = cx.book.sources.path(at.file()), line = cx.line(at))
}

/// A date as it stands in its cell, with the day it means where that is not the same.
pub fn written(cx: &Cx<'_>, at: At, day: Day) -> Text {
    let text = cx.book.locate(at).span.of(cx.book.sources.text(at.file())).trim_matches('"');
    let day = day.to_string();
    if text == day {
        return Text::same(day);
    }
    say!("{text} (which means {day})", "{text}（即 {day}）", text = text, day = day)
}

/// The day that a date means, with what stands in its cell where that is not the same.
pub fn on(cx: &Cx<'_>, at: At, day: Day) -> Text {
    let text = cx.book.locate(at).span.of(cx.book.sources.text(at.file())).trim_matches('"');
    if text == day.to_string() {
        return Text::same(text);
    }
    say!("{day} (the file says {text})", "{day}（写的是 {text}）", day = day, text = text)
}

/// A text before another word: in Chinese with a blank between them, unless it ends with a sign that needs none.
pub fn before_word(text: &Text) -> Text {
    let blank = if text.zh.ends_with('）') { "" } else { " " };
    Text { en: text.en.clone(), zh: format!("{}{blank}", text.zh) }
}

/// The file of a team.
pub fn file(cx: &Cx<'_>, team: Row<Team>) -> String {
    cx.book.sources.path(cx.book.teams.row_at(team).file()).to_owned()
}

/// The file that a new row of a table goes to, and the row, its cells in the order of that file's own header.
pub fn row<R: Record + Target>(cx: &Cx<'_>, cells: &[(Col<R>, &str)]) -> (String, String) {
    let table = R::DESCRIPTION;
    let last = cx.book.layout.files(R::TARGET).last().copied();
    let path = last.map_or_else(|| format!("{}.csv", table.path), |file| cx.book.sources.path(file).to_owned());
    let header = last.and_then(|file| cx.book.header(file));
    let mut line = vec![""; header.map_or(table.columns.len(), |header| header.width)];
    for (column, value) in cells {
        let number = column.number();
        let position = header.map_or(Some(usize::from(number)), |header| header.position(number));
        if let Some(slot) = position.and_then(|n| line.get_mut(n)) {
            *slot = value;
        }
    }
    (path, line.join(","))
}

/// The header that a new file of a table needs at the least, as the book writes headers.
pub fn least_header(cx: &Cx<'_>, table: &Description) -> Text {
    let joined = |names: Vec<&str>| names.join(",");
    let codes = joined(table.required().map(|column| column.code).collect());
    // The same line whoever reads it: it goes into the book.
    Text::same(cx.book.settings.titles_of_new_files().map_or(codes, |lang| joined(table.required().map(|column| column.title.get(lang)).collect())))
}

/// How the header of a file calls a column that it does not have: by its title where it calls others by their titles.
pub fn header_name(cx: &Cx<'_>, file: FileId, column: &Column) -> &'static str {
    let is_chinese = cx.book.cells_at(file, &[]).0.iter().any(|name| !name.is_ascii());
    if is_chinese { column.title.zh } else { column.code }
}

/// Whether a row of volunteers has an id to speak of it by; that it has none is told by the rules of the format.
pub fn is_named(cx: &Cx<'_>, volunteer: Row<Volunteer>) -> bool {
    !cx.id(volunteer).is_empty()
}

/// The lines of a waiver of a rule for a record, shown as one: `‖` parts them.
pub fn waiver(rule: &str, record: &str, reason: T) -> Text {
    say!(
        "[[waivers]] ‖ rule = \"{rule}\" ‖ record = \"{record}\" ‖ reason = \"{reason}\"",
        "[[waivers]] ‖ rule = \"{rule}\" ‖ record = \"{record}\" ‖ reason = \"{reason}\"",
        rule = rule,
        record = record,
        reason = reason
    )
}

/// A path as a shell takes it.
pub fn shell(path: &str) -> String {
    let plain = path.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_')) && !path.starts_with('-');
    if plain { path.to_owned() } else { format!("'./{}'", path.replace('\'', "'\\''")) }
}
