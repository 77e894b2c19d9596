//! What surrounds a run: streams, environment, clock. Tests give their own, so that every run can be repeated.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use crate::figures::Scope;
use crate::say;
use crate::say::{Lang, t};
use crate::text::width::{visible, wrap};

use super::Failure;

/// Where a run gets what it is not told by its arguments, and where it writes.
pub struct Host<'a> {
    /// The working directory.
    pub directory: PathBuf,
    /// The environment.
    pub environment: HashMap<String, String>,
    /// The moment, by the clock.
    pub now: chrono::DateTime<chrono::Utc>,
    /// Whether the result goes to a terminal, and how many columns it has.
    pub terminal: Option<usize>,
    /// Whether books are read whole and every rule is run, whatever a question needs: what is said is the same, which tests hold it to.
    pub whole: bool,
    /// The result.
    pub out: &'a mut dyn Write,
    /// Everything else.
    pub err: &'a mut dyn Write,
}

/// A result that is written piece by piece. A reader that has gone away ends the writing, and is no failure.
pub struct Stream<'a> {
    out: &'a mut dyn Write,
    /// What has not been handed to the system.
    waiting: String,
    failed: Option<io::Error>,
}

impl Stream<'_> {
    /// So many bytes are handed to the system at once.
    const PIECE: usize = 1 << 16;

    fn hand_on(&mut self) -> std::fmt::Result {
        let written = self.out.write_all(self.waiting.as_bytes()).and_then(|()| self.out.flush());
        self.waiting.clear();
        written.map_err(|error| {
            self.failed = Some(error);
            std::fmt::Error
        })
    }

    /// Hands on what is left.
    ///
    /// # Errors
    /// What the system said, but for a closed pipe.
    pub fn end(mut self) -> io::Result<()> {
        if self.failed.is_none() {
            // What goes wrong is kept.
            let _ = self.hand_on();
        }
        self.failed.filter(|error| error.kind() != io::ErrorKind::BrokenPipe).map_or(Ok(()), Err)
    }
}

impl std::fmt::Write for Stream<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.waiting.push_str(text);
        if self.waiting.len() < Self::PIECE { Ok(()) } else { self.hand_on() }
    }
}

impl Host<'_> {
    /// The language of the locale; English where it is not one of ours.
    pub fn locale(&self) -> Lang {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| self.environment.get(*name)).find(|value| !value.is_empty());
        set.and_then(|value| Lang::from_tag(value)).unwrap_or(Lang::En)
    }

    /// The language of help and of errors in the arguments, before the arguments are understood.
    pub fn early_language(&self, arguments: &[OsString]) -> Lang {
        let words: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).take_while(|a| *a != "--").collect();
        let given = words.iter().enumerate().find_map(|(n, word)| match *word {
            "--lang" => words.get(n + 1).copied(),
            other => other.strip_prefix("--lang="),
        });
        let directory = words.iter().enumerate().find_map(|(n, word)| match *word {
            "-C" => words.get(n + 1).copied(),
            other => other.strip_prefix("-C"),
        });
        let start = directory.map_or_else(|| self.directory.clone(), |d| self.directory.join(d));
        given.and_then(Lang::from_tag).or_else(|| super::session::language_of_book(&start)).unwrap_or_else(|| self.locale())
    }

    /// Whether to use colours, by `--color`, `NO_COLOR` and where the result goes.
    pub fn color(&self, choice: Option<&str>) -> bool {
        match choice {
            Some("always") => true,
            Some("never") => false,
            _ => self.terminal.is_some() && self.environment.get("NO_COLOR").is_none_or(String::is_empty),
        }
    }

    /// How many columns a table may take; without bound where the result is no terminal.
    pub fn width(&self) -> Option<usize> {
        let set = self.environment.get("COLUMNS").and_then(|c| c.parse().ok()).filter(|c| *c >= 20);
        self.terminal.map(|columns| set.unwrap_or(columns))
    }

    /// Writes to the result's stream. A reader that has gone away is no failure.
    ///
    /// # Errors
    /// What the system says, but for a closed pipe.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        match self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }

    /// The result's stream, for what is written piece by piece.
    pub fn stream(&mut self) -> Stream<'_> {
        Stream { out: self.out, waiting: String::new(), failed: None }
    }

    /// Writes a line to the other stream, broken where a terminal ends. That it cannot be written is nobody's loss.
    pub fn tell(&mut self, line: &str) {
        let _ = write!(self.err, "{}", wrap(&visible(line), self.width()));
    }

    /// Says what could not be counted; where a list has no figures, what it could not list.
    pub fn tell_left_out(&mut self, scope: &Scope, counts: bool, lang: Lang) {
        let Some(rows) = scope.left_out_text() else { return };
        let said = if counts {
            say!("left out of the figures: {rows}; see rollbook check", "未计入以上数字：{rows}；详见 rollbook check", rows = rows)
        } else {
            say!("left out of the list: {rows}; see rollbook check", "未列入：{rows}；详见 rollbook check", rows = rows)
        };
        self.tell(said.get(lang));
    }

    /// With `--strict`: says that nothing is shown where something could not be counted or listed. Gives whether that is so.
    pub fn refuses_left_out(&mut self, scope: &Scope, counts: bool, strict: bool, lang: Lang) -> bool {
        let Some(rows) = scope.left_out_text().filter(|_| strict) else { return false };
        let said = if counts {
            say!(
                "nothing counted, for this would be left out: {rows}; see rollbook check",
                "没有统计，因为以下内容无法计入：{rows}；详见 rollbook check",
                rows = rows
            )
        } else {
            say!(
                "nothing listed, for this would be left out: {rows}; see rollbook check",
                "没有列出，因为以下内容无法列入：{rows}；详见 rollbook check",
                rows = rows
            )
        };
        self.tell(said.get(lang));
        true
    }

    /// Says why a command could not do its work.
    pub fn fail(&mut self, error: &anyhow::Error, lang: Lang) {
        let words = error.downcast_ref::<Failure>().map_or_else(|| format!("{error:#}"), |failure| failure.0.get(lang).to_owned());
        // What was typed, and names of the book, must not drive the terminal.
        let words = words.lines().map(visible).collect::<Vec<_>>().join("\n");
        self.tell(&format!("{}{}{words}", t("error", "错误").get(lang), t(": ", "：").get(lang)));
    }
}
