//! Books on disk to test on, and the program run on them in this process, with everything that surrounds a run given.

use std::path::{Path, PathBuf};
use std::process::Command;

use rollbook::commands::{Host, run};

/// The folder of an example book.
pub fn example_book(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

/// A copy of an example book, to be changed.
pub fn copy_of(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&example_book(name), folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).unwrap();
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

/// What a run said.
pub struct Said {
    pub out: String,
    pub err: String,
    pub code: u8,
}

/// Runs `rollbook` with arguments parted by blanks, in a folder, on a terminal of so many columns or piped, with an environment.
pub fn rollbook_on(directory: &Path, arguments: &str, terminal: Option<usize>, environment: &[(&str, &str)]) -> Said {
    rollbook_read(false, directory, arguments, terminal, environment)
}

/// The same, where the book may be read whole, whatever is asked of it.
pub fn rollbook_read(whole: bool, directory: &Path, arguments: &str, terminal: Option<usize>, environment: &[(&str, &str)]) -> Said {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut host = Host {
        directory: directory.to_owned(),
        environment: environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        now: "2026-06-30T12:00:00Z".parse().unwrap(),
        terminal,
        whole,
        out: &mut out,
        err: &mut err,
    };
    let words = std::iter::once("rollbook").chain(arguments.split_whitespace()).map(Into::into);
    let code = run(words, &mut host).code();
    Said { out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap(), code }
}

/// Puts a small book (see `rollbook::rules::example`) into a new folder.
pub fn book(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    put_book(folder.path(), text);
    folder
}

/// Puts a small book into a folder. Where git tracks some of its files, the folder becomes a repository.
pub fn put_book(folder: &Path, text: &str) {
    put(folder, &rollbook::rules::example::files(text));
    let tracked = rollbook::rules::example::tracked(text);
    if !tracked.is_empty() {
        git(folder, &["init", "-q"]);
        tracked.iter().for_each(|path| git(folder, &["add", path]));
    }
}

/// Puts files into a book that is there.
pub fn write(folder: &Path, text: &str) {
    let mut files = rollbook::rules::example::files(text);
    // Not the settings and the volunteers that every book has.
    files.retain(|(path, _)| {
        text.lines().filter_map(|line| line.strip_prefix("-- ")?.strip_prefix(path.as_str())).any(|rest| rest.is_empty() || rest.starts_with(" ("))
    });
    put(folder, &files);
}

fn put(folder: &Path, files: &[(String, Option<Vec<u8>>)]) {
    for (path, content) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        match content {
            Some(bytes) => std::fs::write(path, bytes).unwrap(),
            None => std::fs::create_dir(path).unwrap(),
        }
    }
}

/// Runs git in a folder, with nobody's configuration.
pub fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    for (name, value) in SHUT_OUT {
        command.env(name, value);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// What keeps git from anybody's configuration.
pub const SHUT_OUT: [(&str, &str); 4] =
    [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("HOME", "/nonexistent")];
