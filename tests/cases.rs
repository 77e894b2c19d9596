//! Runs `tests/cases/*.md` and the READMEs: a small book in a fenced block, commands and what they say. `UPDATE=1 cargo test cases` writes
//! what they say now; read the diff before you commit it.
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

use crate::program::{book, rollbook_on, write};

/// The pages that show what a terminal of 100 columns shows; the cases show what is piped.
const PAGES: &[&str] = &["README.md", "README.zh-CN.md"];

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!paths.is_empty());
    paths.extend(PAGES.iter().map(|page| Path::new(env!("CARGO_MANIFEST_DIR")).join(page)));
    paths.sort();
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = String::new();
    for path in paths {
        let written = std::fs::read_to_string(&path).unwrap();
        let is_page = PAGES.iter().any(|page| path.ends_with(page));
        let now = play(&written, is_page.then_some(100), Path::new(env!("CARGO_MANIFEST_DIR")));
        if is_page && now.contains("[exit 2]") {
            writeln!(wrong, "{}: shows a command that could not do its work", path.display()).unwrap();
        }
        if update {
            std::fs::write(&path, now).unwrap();
        } else if now != written {
            writeln!(wrong, "{}:\n{}", path.display(), difference(&written, &now)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "cases that say something else now (UPDATE=1 writes them anew):\n{wrong}");
}

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

/// The first lines that differ.
fn difference(written: &str, now: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (written.lines().collect(), now.lines().collect());
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let show = |lines: &[&str], sign: &str| lines.iter().skip(same).take(12).fold(String::new(), |text, line| text + sign + line + "\n");
    format!("from line {}\n{}{}", same + 1, show(&a, "- "), show(&b, "+ "))
}
