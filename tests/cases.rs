//! Each page of `tests/cases`, and each README, is a test of its own: `cargo test M001` plays one. What is written there is what the commands
//! say; `UPDATE=1 cargo test M001` writes what they say now: read the diff before you commit it. `player.rs` has the form of a page.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails is to panic, and tests read what they like"
)]

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};

#[allow(dead_code, reason = "the other tests use more of it")]
mod harness;
mod player;

/// The pages that show what a terminal of 100 columns shows; the cases show what is piped.
const PAGES: &[&str] = &["README.md", "README.zh-CN.md"];

/// Flags of a test binary that take a value.
const WITH_VALUE: &[&str] = &["--test-threads", "--logfile", "--skip", "--color", "--format", "-Z"];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (flags, filters) = arguments(std::env::args());
    let folder = std::fs::read_dir(root.join("tests/cases")).unwrap();
    let mut pages: Vec<(PathBuf, Option<usize>)> = folder.map(|entry| (entry.unwrap().path(), None)).collect();
    assert!(!pages.is_empty());
    pages.extend(PAGES.iter().map(|page| (root.join(page), Some(100))));
    pages.sort();
    let trials = pages.into_iter().map(|(path, columns)| {
        let name = format!("cases::{}", path.file_stem().unwrap().to_string_lossy());
        Trial::test(name, move || is_as_written(&path, columns))
    });
    let chosen = trials.filter(|trial| filters.is_empty() || filters.iter().any(|filter| trial.name().contains(filter))).collect();
    libtest_mimic::run(&flags, chosen).exit();
}

/// The arguments parted into flags and filters: of these a test binary takes any number, `libtest_mimic` one. Where names are to be met
/// exactly it looks at its one.
fn arguments(given: impl Iterator<Item = String>) -> (Arguments, Vec<String>) {
    let (mut flags, mut filters) = (Vec::new(), Vec::new());
    for (n, word) in given.enumerate() {
        let is_value = flags.last().is_some_and(|last: &String| WITH_VALUE.contains(&last.as_str()));
        if n > 0 && !word.starts_with('-') && !is_value {
            filters.push(word);
        } else {
            flags.push(word);
        }
    }
    if flags.iter().any(|flag| flag == "--exact") {
        flags.append(&mut filters);
    }
    (Arguments::from_iter(flags), filters)
}

/// Plays a page, and holds it against what is written there.
fn is_as_written(path: &Path, columns: Option<usize>) -> Result<(), Failed> {
    let written = std::fs::read_to_string(path).unwrap();
    let now = player::play(&written, columns, Path::new(env!("CARGO_MANIFEST_DIR")));
    if columns.is_some() && now.contains("[exit 2]") {
        return Err(format!("{} shows a command that could not do its work", path.display()).into());
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, now).unwrap();
    } else if now != written {
        return Err(format!("{} (UPDATE=1 cargo test --test cases writes it anew) {}", path.display(), difference(&written, &now)).into());
    }
    Ok(())
}

/// The first lines that differ.
fn difference(written: &str, now: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (written.lines().collect(), now.lines().collect());
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let show = |lines: &[&str], sign: &str| lines.iter().skip(same).take(12).fold(String::new(), |text, line| text + sign + line + "\n");
    format!("from line {}\n{}{}", same + 1, show(&a, "- "), show(&b, "+ "))
}
