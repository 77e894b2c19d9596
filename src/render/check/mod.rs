//! What a check found, in one of several formats.
//!
//! A new format is a file here, its `mod` line, and its line in the list.

pub mod full;
pub mod github;
pub mod json;
pub mod places;
pub mod short;

use std::fmt::{self, Write};

use rayon::prelude::*;

use crate::book::{Ask, Book};
use crate::rules::Checked;
use crate::say;
use crate::say::{Lang, Text, count};
use crate::tables::{Record, Table};

/// A format of findings.
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// Writes what was found, piece by piece: a million findings are never one text.
    pub write: fn(&Report<'_>, &mut dyn Write) -> fmt::Result,
}

impl Format {
    /// All that it writes, as one text.
    pub fn text(&self, report: &Report<'_>) -> String {
        let mut text = String::new();
        // A text takes whatever is written to it.
        let _ = (self.write)(report, &mut text);
        text
    }
}

/// So many things are drawn before they are written.
const PIECE: usize = 1024;

/// Writes each of many things, drawn side by side, in their order.
fn write_each<T: Sync>(all: &[T], out: &mut dyn Write, draw: impl Fn(&T) -> String + Sync) -> fmt::Result {
    for piece in all.chunks(PIECE) {
        let drawn: Vec<String> = piece.par_iter().map(&draw).collect();
        drawn.iter().try_for_each(|text| out.write_str(text))?;
    }
    Ok(())
}

/// All formats; the first is the default.
pub static FORMATS: &[Format] = &[full::FORMAT, short::FORMAT, json::FORMAT, github::FORMAT];

/// What was found, and how it is to be shown.
pub struct Report<'a> {
    /// The book.
    pub book: &'a Book,
    /// The day asked about.
    pub ask: Ask,
    /// What was found.
    pub checked: &'a Checked,
    /// The language of messages.
    pub lang: Lang,
    /// Whether to use colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
    /// What to put before a path of the book, so that it can be opened from the working directory.
    pub prefix: &'a str,
    /// Whether repeats are folded: on a terminal.
    pub fold: bool,
    /// Whether excerpts show all of the rows of `private/`.
    pub private: bool,
}

impl Report<'_> {
    /// The summary: how many findings, and on what they rest: rows of tables that no rule asked for are not counted.
    pub fn summary(&self) -> Text {
        let (summary, day) = (self.checked.summary, self.ask.as_of);
        let book = self.book;
        let rows = [
            rows(&book.teams, |n| say!("{n}", "{n} 支服务队", n = count(n, "team", "teams"))),
            rows(&book.volunteers, |n| say!("{n}", "{n} 名志愿者", n = count(n, "volunteer", "volunteers"))),
            rows(&book.activities, |n| say!("{n}", "{n} 次活动", n = count(n, "activity", "activities"))),
            rows(&book.participations, |n| say!("{n}", "{n} 条参加记录", n = count(n, "participation", "participations"))),
        ];
        let found = if self.checked.findings.is_empty() {
            say!("Nothing found", "没有发现问题")
        } else {
            say!(
                "{errors}, {warnings}, {notes}",
                "{errors} 个错误，{warnings} 个警告，{notes} 个提示",
                errors = count(summary.errors, "error", "errors"),
                warnings = count(summary.warnings, "warning", "warnings"),
                notes = count(summary.notes, "note", "notes")
            )
        };
        match Text::list(rows.into_iter().flatten()) {
            none if none.is_empty() => say!("{found}, as of {day}.", "{found}，截至 {day}。", found = found, day = day),
            rows => say!("{found}: {rows}, as of {day}.", "{found}：{rows}，截至 {day}。", found = found, rows = rows, day = day),
        }
    }
}

/// How many rows of a table were checked; nothing where it was not read.
fn rows<R: Record>(table: &Table<R>, said: impl FnOnce(usize) -> Text) -> Option<Text> {
    table.is_read().then(|| said(table.len()))
}
