//! The only process that is started: git, which knows what of the book it keeps.
//!
//! Where there is no git, or the book is in no repository, nothing is known and nothing is said.
#![allow(clippy::disallowed_methods, reason = "the one room that starts a process")]

use std::path::Path;
use std::process::{Command, Stdio};

use crate::disk;

/// The files under `private/`, in whatever case, and those of private tables that lie elsewhere that git tracks, by their paths from the
/// book, rising. git is only started where the book has any of them and lies in a repository.
pub fn tracked_private(book: &Path, elsewhere: &[&str]) -> Vec<String> {
    let Some((top, below)) = disk::repository(book).and_then(|top| Some((top, book.strip_prefix(top).ok()?))) else { return Vec::new() };
    if elsewhere.is_empty() && !disk::has_private(book) {
        return Vec::new();
    }
    // What begins with a dot is no magic word of git's, whatever the folder is called.
    let here = Path::new(".").join(below);
    let mut git = Command::new("git");
    // A repository may name a program that git is to run beside it: not for this.
    git.args(["--noglob-pathspecs", "--icase-pathspecs", "-c", "core.fsmonitor=false", "ls-files", "-z", "--"]);
    git.arg(here.join("private")).args(elsewhere.iter().map(|path| here.join(path)));
    // In a hook git says by paths from the top which index is meant.
    git.current_dir(top).env("GIT_OPTIONAL_LOCKS", "0").stdin(Stdio::null()).stderr(Stdio::null());
    let Ok(output) = git.output() else { return Vec::new() };
    if !output.status.success() {
        return Vec::new();
    }
    let paths = output.stdout.split(|byte| *byte == 0).filter(|path| !path.is_empty());
    let below = below.to_string_lossy().replace('\\', "/");
    let below = if below.is_empty() { below } else { format!("{below}/") };
    let mut paths: Vec<String> = paths.filter_map(|path| String::from_utf8_lossy(path).strip_prefix(&below).map(str::to_owned)).collect();
    // A file with a conflict is there three times.
    paths.sort();
    paths.dedup();
    paths
}
