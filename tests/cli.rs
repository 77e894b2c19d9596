//! The program as a process: exit codes, the two streams, pipes, colour.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::harness::book;

fn rollbook(directory: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    command.current_dir(directory).env_clear().env("LANG", "en_US.UTF-8");
    command
}

fn run(command: &mut Command) -> (String, String, i32) {
    let output = command.output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}

fn broken() -> tempfile::TempDir {
    book(
        "-- volunteers.csv\nid,name,track,joined\nv1,Ann,community\n-- activities.csv\nid,date,hours,team,kind,title,beneficiaries,status\na1,2026-02-30,1,t,k,x,3,held\n",
    )
}

#[test]
fn exit_codes_tell_findings_from_failures() {
    let fine = book("-- volunteers.csv\nid,name,track,joined\nv1,Ann,community,2020\n");
    assert_eq!(run(rollbook(fine.path()).arg("check")).2, 0);
    assert_eq!(run(rollbook(broken().path()).arg("check")).2, 1);
    let empty = tempfile::tempdir().unwrap();
    for arguments in [&["check"][..], &["stats"], &["chekc"], &["check", "--frmat", "x"], &["explain", "Z999"], &[]] {
        let (out, err, code) = run(rollbook(empty.path()).args(arguments));
        assert_eq!((out.as_str(), code), ("", 2), "{arguments:?}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_result_goes_to_one_stream_and_the_rest_to_the_other() {
    let broken = broken();
    let (out, err, code) = run(rollbook(broken.path()).args(["stats", "--format", "csv"]));
    assert!(out.starts_with("teams,active_volunteers,services,") && out.lines().count() == 2, "{out}");
    assert!(err.contains("left out") && err.contains("activities: 1 row"), "{err}");
    assert_eq!(code, 0);
    let (out, err, code) = run(rollbook(broken.path()).args(["stats", "--strict"]));
    assert_eq!((out.as_str(), code), ("", 1), "{err}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let broken = broken();
    let mut child = rollbook(broken.path()).args(["explain"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[test]
fn what_is_piped_is_plain_and_color_can_be_asked_for() {
    let broken = broken();
    let (plain, _, _) = run(rollbook(broken.path()).arg("check"));
    assert!(!plain.contains('\u{1b}'));
    let (colored, _, _) = run(rollbook(broken.path()).args(["check", "--color", "always"]));
    assert!(colored.contains('\u{1b}'));
}

#[test]
fn a_newer_format_is_refused() {
    let newer = book("-- rollbook.toml\nformat = 2\n");
    let (_, err, code) = run(rollbook(newer.path()).arg("check"));
    assert!(err.contains("format 2"), "{err}");
    assert_eq!(code, 2);
}

#[test]
fn a_settings_file_that_cannot_be_read_fails_with_its_findings() {
    let lost = book("-- rollbook.toml\nformat = 1\n[rules\n");
    let (out, err, code) = run(rollbook(lost.path()).args(["check", "--format", "json"]));
    let findings: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((findings["findings"].as_array().map(Vec::is_empty), code), (Some(false), 2), "{out}{err}");
    assert_eq!(run(rollbook(lost.path()).arg("stats")).2, 2);
}

#[test]
fn the_day_comes_from_the_option_then_the_environment_then_the_book() {
    let closed = book("-- rollbook.toml\nformat = 1\n[organisation]\nas-of = 2026-01-31\n-- volunteers.csv\nid,name,track,joined\n");
    let day = |arguments: &[&str], today: Option<&str>| {
        let mut command = rollbook(closed.path());
        command.args(["stats", "--format", "json"]).args(arguments);
        if let Some(today) = today {
            command.env("ROLLBOOK_TODAY", today);
        }
        let (out, err, _) = run(&mut command);
        let told: serde_json::Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
        told["as_of"].as_str().unwrap().to_owned()
    };
    assert_eq!(day(&[], None), "2026-01-31");
    assert_eq!(day(&[], Some("2026-05-05")), "2026-05-05");
    assert_eq!(day(&["--as-of", "2025-12-31"], Some("2026-05-05")), "2025-12-31");
}

#[test]
fn github_is_told_paths_of_the_repository() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("books/river");
    std::fs::create_dir_all(book.join("teams")).unwrap();
    crate::harness::write(&book, "-- rollbook.toml\nformat = 1\n-- volunteers.csv\nid,name,track,joined\nv1,Ann,community\n");
    let told = |directory: &Path, arguments: &str, workspace: &str| {
        let said = crate::harness::rollbook_on(directory, &format!("check --format github {arguments}"), None, &[("GITHUB_WORKSPACE", workspace)]);
        assert_eq!(said.code, 1);
        said.out.split(',').next().unwrap().to_owned()
    };
    let top = folder.path().to_string_lossy().into_owned();
    for directory in [folder.path(), &book, &book.join("teams")] {
        let from = format!("-C {}", book.display());
        assert_eq!(told(directory, &from, &top), "::error file=books/river/volunteers.csv", "in {}", directory.display());
    }
    // Without GITHUB_WORKSPACE, or where it is elsewhere, the repository is where git keeps it; else paths are those of the working directory.
    assert_eq!(told(folder.path(), "-C books/river", ""), "::error file=books/river/volunteers.csv");
    assert_eq!(told(&book, "", "/nowhere"), "::error file=volunteers.csv");
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    assert_eq!(told(&book, "", "/nowhere"), "::error file=books/river/volunteers.csv");
}

#[test]
fn without_a_book_rollbook_alone_says_what_to_do_next() {
    let empty = tempfile::tempdir().unwrap();
    let (out, err, code) = run(&mut rollbook(empty.path()));
    assert_eq!((out.as_str(), code), ("", 2));
    assert!(err.contains("rollbook -C FOLDER") && err.contains("format = 1") && err.contains("rollbook --help"), "{err}");
    let (_, err, _) = run(rollbook(empty.path()).args(["--lang", "zh-CN"]));
    assert!(err.contains("这里没有台账") && err.contains("rollbook --help"), "{err}");
    let (_, err, code) = run(rollbook(empty.path()).args(["-C", "nowhere"]));
    assert!(code == 2 && err.contains("no such folder"), "{err}");
}

#[test]
fn help_has_every_command_once_and_is_the_same_either_way() {
    let empty = tempfile::tempdir().unwrap();
    let (help, _, code) = run(rollbook(empty.path()).arg("--help"));
    assert_eq!(code, 0);
    let groups: Vec<&str> = help.lines().filter(|line| !line.starts_with(' ') && line.ends_with(':')).collect();
    assert_eq!(groups, ["Every day:", "People:", "Other tables:", "For scripts and git:", "Options:"]);
    for command in ["check", "due", "stats", "team", "centre", "fmt", "help"] {
        let lines = help.lines().filter(|line| line.starts_with(&format!("  {command} "))).count();
        assert_eq!(lines, 1, "{command}");
    }
    assert_eq!(run(rollbook(empty.path()).arg("help")).0, help);
    for arguments in [&["check"][..], &["stats"], &["team"], &["team", "list"]] {
        let by_option = run(rollbook(empty.path()).args(arguments).arg("--help"));
        let by_command = run(rollbook(empty.path()).arg("help").args(arguments));
        assert_eq!(by_option, by_command, "{arguments:?}");
    }
}

#[test]
fn what_was_typed_and_what_a_book_says_do_not_drive_the_terminal() {
    let fine = book("-- volunteers.csv\nid,name,track,joined\nv1,Ann\u{1b}[31mRed,community,2020\n");
    for arguments in [&["volunteer", "show", "Red"][..], &["volunteer", "show", "x\u{1b}[31m"], &["stats", "--of", "\u{1b}c"], &["\u{1b}c"]] {
        let (_, err, code) = run(rollbook(fine.path()).args(arguments));
        assert!(!err.contains('\u{1b}') && err.contains("\\u{1b}"), "{err:?}");
        assert_eq!(code, 2);
    }
}
