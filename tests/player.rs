//! Plays a page: puts the books of its fenced blocks on disk, runs its commands on them, and writes what they say now.
//!
//! ```text
//! ```book            a book: lines `-- path` and what stands in each file;
//! ```book M001       without content: the example of that rule
//! ```book add        files put into the book that is there
//! ```console         `$ rollbook …` and its output: standard output, then `stderr: ` lines, then `[exit N]` unless 0
//! ```console home    the same, on the examples of the repository though there is a book
//! ```

use std::fmt::Write;
use std::path::Path;

use crate::harness::{book, rollbook_on, write};

/// The case with what its commands say now; where it has no book of its own, they run in `home`.
pub fn play(case: &str, columns: Option<usize>, home: &Path) -> String {
    let mut now = String::new();
    let mut lines = case.lines().peekable();
    let mut folder: Option<tempfile::TempDir> = None;
    while let Some(line) = lines.next() {
        now.push_str(line);
        now.push('\n');
        let Some(fence) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if let Some(rule) = fence.strip_prefix("book") {
            let mut text = body.join("\n");
            text.push('\n');
            if rule.trim() == "add" {
                write(folder.as_ref().expect("a book to add to").path(), &text);
                now.push_str(&text);
                now.push_str("```\n");
                continue;
            }
            if !rule.trim().is_empty() {
                let rule = rollbook::rules::find(rule.trim()).unwrap_or_else(|| panic!("no rule {rule}"));
                text = rule.example.trim_start_matches('\n').to_owned();
            }
            folder = Some(book(&text));
            now.push_str(&text);
        } else if let Some(at) = fence.strip_prefix("console") {
            let folder = folder.as_ref().filter(|_| at.trim() != "home").map_or(home, |folder| folder.path());
            for command in body.iter().filter_map(|line| line.strip_prefix("$ ")) {
                writeln!(now, "$ {command}").unwrap();
                now.push_str(&say(folder, command, columns));
            }
        } else {
            now.extend(body.iter().map(|line| format!("{line}\n")));
        }
        now.push_str("```\n");
    }
    now
}

/// What a command line says: `NAME=value …` before `rollbook` is the environment; `COLUMNS` stands for a terminal of that width.
fn say(folder: &Path, command: &str, columns: Option<usize>) -> String {
    let (before, arguments) = command.split_once("rollbook").expect("a rollbook command");
    let mut environment: Vec<(&str, &str)> = before.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    let columns = environment.iter().find(|(name, _)| *name == "COLUMNS").and_then(|(_, n)| n.parse().ok()).or(columns);
    environment.push(("NO_COLOR", "1"));
    let said = rollbook_on(folder, arguments, columns, &environment);
    let mut text = said.out;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str("\n[no line end]\n");
    }
    for line in said.err.lines() {
        writeln!(text, "stderr: {line}").unwrap();
    }
    if said.code != 0 {
        writeln!(text, "[exit {}]", said.code).unwrap();
    }
    text.replace(&*folder.to_string_lossy(), "BOOK")
}
