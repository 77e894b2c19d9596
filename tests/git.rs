//! Real repositories, the user's configuration shut out.

use std::path::Path;
use std::process::Command;

use crate::harness::{SHUT_OUT, git};

const BOOK: &str = "-- volunteers.csv\nid,name,track,joined\nv1,Ann Reed,community,2020\n-- private/people.csv\nvolunteer,sex\nv1,female\n";

/// What `rollbook check --format short --select P003` says in a folder, with programs looked for in `path`.
fn check_with(folder: &Path, lang: &str, path: &std::ffi::OsStr, also: &[(&str, &str)]) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    command.args(["check", "--format", "short", "--select", "P003", "--lang", lang]).current_dir(folder).env_clear().env("PATH", path);
    command.envs(SHUT_OUT).envs(also.iter().copied());
    let output = command.output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

/// What a command says in a folder, in English.
fn said(folder: &Path, command: &str) -> String {
    let mut rollbook = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    rollbook.args(command.split_whitespace()).args(["--lang", "en"]).current_dir(folder).env_clear().envs(SHUT_OUT);
    rollbook.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    String::from_utf8(rollbook.output().unwrap().stdout).unwrap()
}

fn check(folder: &Path) -> String {
    let (out, code) = check_with(folder, "en", &std::env::var_os("PATH").unwrap_or_default(), &[]);
    assert_eq!(code, i32::from(!out.is_empty()), "{out}");
    out
}

#[test]
fn what_is_private_and_tracked_is_told() {
    let book = crate::harness::book(BOOK);
    let folder = book.path();
    assert_eq!(check(folder), "", "no repository");
    git(folder, &["init", "-q"]);
    assert_eq!(check(folder), "", "nothing is tracked yet");
    git(folder, &["add", "rollbook.toml", "volunteers.csv"]);
    assert_eq!(check(folder), "", "nothing private is tracked");
    git(folder, &["add", "private/people.csv"]);
    assert_eq!(
        check(folder),
        "private/people.csv:1:1: error[P003 private-tracked] git tracks private/people.csv, and what is private must not enter git\n"
    );
    let home = said(folder, "");
    assert!(home.contains("1 × P003 private-tracked"), "the screen of rollbook alone finds what check finds: {home}");
    let (chinese, code) = check_with(folder, "zh-CN", &std::env::var_os("PATH").unwrap_or_default(), &[]);
    assert_eq!(
        (chinese.as_str(), code),
        ("private/people.csv:1:1: 错误[P003 private-tracked] git 跟踪了 private/people.csv，私密内容不应进入 git\n", 1)
    );
    // What the help says mends it.
    git(folder, &["rm", "-q", "--cached", "private/people.csv"]);
    std::fs::write(folder.join(".gitignore"), "/private/\n").unwrap();
    git(folder, &["add", "-A"]);
    assert_eq!(check(folder), "");
}

#[test]
fn what_the_readme_has_git_ignore_is_all_that_must_stay_out() {
    let book = crate::harness::book(BOOK);
    let folder = book.path();
    for page in ["README.md", "README.zh-CN.md"] {
        let page = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let (_, after) = page.split_once("printf '").unwrap();
        let (lines, _) = after.split_once("' > .gitignore").unwrap();
        std::fs::write(folder.join(".gitignore"), lines.replace("\\n", "\n")).unwrap();
        // What the program makes while it writes, should it be killed then, beside the files of the book.
        std::fs::create_dir_all(folder.join(".rollbook")).unwrap();
        std::fs::create_dir_all(folder.join("teams")).unwrap();
        for path in [".rollbook/lock", ".rollbook-Ab12Cd", "teams/.rollbook-Ab12Cd"] {
            std::fs::write(folder.join(path), "x").unwrap();
        }
        git(folder, &["init", "-q"]);
        git(folder, &["add", "-A"]);
        let tracked = std::process::Command::new("git").current_dir(folder).arg("ls-files").output().unwrap().stdout;
        assert_eq!(String::from_utf8(tracked).unwrap(), ".gitignore\nrollbook.toml\nvolunteers.csv\n");
    }
}

#[test]
fn a_book_below_the_top_of_its_repository_and_names_of_any_kind() {
    let top = tempfile::tempdir().unwrap();
    let folder = top.path().join("records/book");
    crate::harness::put_book(&folder, BOOK);
    std::fs::create_dir_all(folder.join("private/scans")).unwrap();
    std::fs::write(folder.join("private/scans/王芳 1.png"), "x").unwrap();
    std::fs::create_dir(top.path().join("private")).unwrap();
    std::fs::write(top.path().join("private/other.csv"), "x").unwrap();
    git(top.path(), &["init", "-q"]);
    git(top.path(), &["add", "-A"]);
    // What is no file of the book stands at the book itself; what lies outside of the book is nobody's business.
    assert_eq!(
        check(&folder),
        "private/people.csv:1:1: error[P003 private-tracked] git tracks private/people.csv, and what is private must not enter git\n\
         rollbook.toml:1:1: error[P003 private-tracked] git tracks private/scans/王芳 1.png, and what is private must not enter git\n"
    );
    // In a hook git names its folder and its index by paths from the top.
    let path = std::env::var_os("PATH").unwrap_or_default();
    let (out, _) = check_with(&folder, "en", &path, &[("GIT_DIR", ".git"), ("GIT_INDEX_FILE", ".git/index")]);
    assert_eq!(out, check(&folder));
    git(top.path(), &["rm", "-rq", "--cached", "records/book/private"]);
    assert_eq!(check(&folder), "");
}

#[test]
fn without_git_nothing_is_known_and_nothing_fails() {
    let book = crate::harness::book(BOOK);
    git(book.path(), &["init", "-q"]);
    git(book.path(), &["add", "-A"]);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(check_with(book.path(), "en", empty.path().as_os_str(), &[]), (String::new(), 0));
    // A repository that is none.
    std::fs::remove_dir_all(book.path().join(".git")).unwrap();
    std::fs::write(book.path().join(".git"), "gitdir: nowhere\n").unwrap();
    assert_eq!(check(book.path()), "");
}
