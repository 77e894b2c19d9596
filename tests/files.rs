//! Files that are not what a file of a book should be: other encodings, links, folders, pipes. Each is told once, and nothing hangs.

use std::fs;
use std::path::Path;

use crate::harness::{Said, rollbook_on};

const SETTINGS: &str = "format = 1\n\n[organisation]\nas-of = 2026-06-30\n";
const VOLUNTEERS: &str = "id,name,track,joined\nv1,王芳,community,2020\n";

/// A book with settings and volunteers.
fn book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rollbook.toml"), SETTINGS).unwrap();
    fs::write(folder.path().join("volunteers.csv"), VOLUNTEERS).unwrap();
    folder
}

/// What `check --format short` says, in both languages; the English is given.
fn check(folder: &Path) -> Said {
    let chinese = rollbook_on(folder, "check --lang zh-CN --format short", None, &[]);
    let english = rollbook_on(folder, "check --lang en --format short", None, &[]);
    assert_eq!((chinese.code, chinese.out.lines().count()), (english.code, english.out.lines().count()), "{}", chinese.out);
    for format in ["full", "json"] {
        assert_eq!(rollbook_on(folder, &format!("check --format {format}"), None, &[]).code, english.code);
    }
    english
}

/// That there is one finding, with words in it, and the exit code is 1.
fn one(folder: &Path, words: &[&str]) {
    let said = check(folder);
    assert_eq!(said.out.lines().count(), 1, "{}", said.out);
    assert_eq!(said.code, 1, "{}", said.out);
    for word in words {
        assert!(said.out.contains(word), "{word}: {}", said.out);
    }
}

fn none(folder: &Path) {
    let said = check(folder);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn other_encodings_are_named() {
    let volunteers = "编号,姓名,类别,加入时间\nv1,王芳,社区,2020\n";
    let gb18030 = encoding_rs::GB18030.encode(volunteers).0.into_owned();
    let mut little = vec![0xff, 0xfe];
    little.extend(wide(volunteers, u16::to_le_bytes));
    let mut big = vec![0xfe, 0xff];
    big.extend(wide(volunteers, u16::to_be_bytes));
    let cases: [(&str, Vec<u8>); 6] = [
        ("GB18030", gb18030),
        ("UTF-16", little),
        ("UTF-16", big),
        ("UTF-16", wide(volunteers, u16::to_le_bytes)),
        // Plain letters in UTF-16 are UTF-8, too.
        ("UTF-16", wide("id,name,track,joined\nv1,A,rural,2020\n", u16::to_le_bytes)),
        ("workbook", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xff\xfe".to_vec()),
    ];
    for (words, bytes) in cases {
        let book = book();
        fs::write(book.path().join("volunteers.csv"), bytes).unwrap();
        fs::write(book.path().join("leaves.csv"), "volunteer,from\nv1,2026-01-01\n").unwrap();
        one(book.path(), &["volunteers.csv:1:1", "F002", words]);
    }
    let book = book();
    fs::write(book.path().join("volunteers.csv"), b"id,name,track,joined\nv1,Jos\xe9,community,2020\n").unwrap();
    one(book.path(), &["volunteers.csv:2:7", "F002", "neither"]);
}

#[test]
fn one_bad_byte_in_any_file_is_one_finding() {
    let files: [(&str, &[u8]); 5] = [
        ("leaves.csv", b"volunteer,from\nv1,\xff\n"),
        ("teams/a.toml", b"name = \"A\"\nkind = \"\xff\"\nplace = \"east\"\nfounded = 2026-01-01\n"),
        ("activities/2026.csv", b"id,date,hours,team,kind,title,beneficiaries,status\na1,2026-01-05,2,\xff,x,Patrol,0,planned\n"),
        ("summaries/2026Q2.md", b"+++\nquarter = \"2026Q2\"\nwritten = 2026-06-\xff\n+++\n"),
        ("private/people.csv", b"volunteer,phone\nv1,\xff\n"),
    ];
    for (path, bytes) in files {
        let book = book();
        let full = book.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
        // That tables are not there is another matter.
        let told = rollbook_on(book.path(), "check --ignore F030 --select F,R --format short", None, &[]);
        assert_eq!((told.out.lines().count(), told.code), (1, 1), "{}", told.out);
        assert!(told.out.contains(path) && told.out.contains("F002"), "{}", told.out);
    }
}

#[test]
fn settings_that_cannot_be_read_end_with_2() {
    for bytes in [&b"name = \"\xff\""[..], b"a = [", b"<<<<<<< HEAD\n"] {
        let book = book();
        fs::write(book.path().join("rollbook.toml"), bytes).unwrap();
        let said = check(book.path());
        assert_eq!((said.code, said.out.lines().count()), (2, 1), "{}", said.out);
    }
    let book = book();
    fs::remove_file(book.path().join("rollbook.toml")).unwrap();
    fs::create_dir(book.path().join("rollbook.toml")).unwrap();
    let said = check(book.path());
    assert_eq!((said.code, said.out.lines().count()), (2, 1), "{}", said.out);
}

#[test]
fn empty_files_and_marks_only() {
    for content in ["", "\u{feff}", "\n\n", "  \n", "\u{feff}\r\n", ",,,\n"] {
        let book = book();
        fs::write(book.path().join("leaves.csv"), content).unwrap();
        one(book.path(), &["leaves.csv", "F006", "empty"]);
    }
    let book = book();
    fs::create_dir(book.path().join("teams")).unwrap();
    fs::write(book.path().join("teams/a.toml"), "# nothing yet\n").unwrap();
    one(book.path(), &["teams/a.toml", "F006", "empty"]);
}

#[test]
fn a_folder_in_place_of_a_file_and_a_file_in_place_of_a_folder() {
    let folder = book();
    fs::create_dir_all(folder.path().join("leaves.csv/inside")).unwrap();
    one(folder.path(), &["leaves.csv is a folder", "F001"]);

    let folder = book();
    fs::write(folder.path().join("teams"), "x").unwrap();
    fs::write(folder.path().join("memberships.csv"), "volunteer,team,role,from\nv1,patrol,member,2026-01-01\n").unwrap();
    one(folder.path(), &["teams is a file", "F001"]);

    let folder = book();
    fs::write(folder.path().join("private"), "x").unwrap();
    fs::create_dir(folder.path().join("photos")).unwrap();
    none(folder.path());
}

/// Text of the signs that mean something in a file, some hidden characters, and anything else.
const ANY: &str = "([,;\"\r\n=\\[\\]{}#:<>a-z0-9 \u{200b}\u{202e}\u{feff}编-]{0,12}|.{0,4})";

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    /// Whatever stands in the files of a book, every rule gets through it, and everything found can be shown.
    #[test]
    fn any_text_is_checked(rule in 0usize..1024, at in proptest::prelude::any::<proptest::sample::Index>(), bytes in ANY, cut in 0usize..8) {
        let rules: Vec<_> = rollbook::rules::all().collect();
        let example = rules[rule % rules.len()].example;
        let folder = tempfile::tempdir().unwrap();
        for (path, content) in rollbook::rules::example::files(example) {
            let Some(mut content) = content else { continue };
            let from = at.index(content.len() + 1);
            let to = (from + cut).min(content.len());
            content.splice(from..to, bytes.bytes());
            let full = folder.path().join(path);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(full, content).unwrap();
        }
        for format in ["full", "short", "json"] {
            rollbook_on(folder.path(), &format!("check --format {format}"), None, &[]);
        }
    }
}

#[cfg(unix)]
mod links {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_stay_in_the_book() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("leaves.csv"), "volunteer,from\n").unwrap();

        let folder = book();
        symlink(outside.path().join("leaves.csv"), folder.path().join("leaves.csv")).unwrap();
        one(folder.path(), &["leaves.csv is a link that leads out of the book", "F001"]);

        let folder = book();
        symlink(outside.path(), folder.path().join("teams")).unwrap();
        fs::write(folder.path().join("memberships.csv"), "volunteer,team,role,from\nv1,patrol,member,2026-01-01\n").unwrap();
        one(folder.path(), &["teams is a link that leads out of the book", "F001"]);

        let folder = book();
        fs::create_dir(folder.path().join("teams")).unwrap();
        symlink("/etc/hostname", folder.path().join("teams/a.toml")).unwrap();
        one(folder.path(), &["teams/a.toml is a link", "F001"]);

        let folder = book();
        fs::create_dir(folder.path().join("old")).unwrap();
        fs::write(folder.path().join("old/leaves.csv"), "volunteer,from\n").unwrap();
        symlink("old/leaves.csv", folder.path().join("leaves.csv")).unwrap();
        none(folder.path());
    }

    #[test]
    fn links_that_lead_nowhere_or_in_a_circle() {
        for to in ["nowhere.csv", "leaves.csv", "teams"] {
            let folder = book();
            symlink(to, folder.path().join("leaves.csv")).unwrap();
            one(folder.path(), &["leaves.csv is a link that leads nowhere", "F001"]);
        }
        let folder = book();
        symlink("summaries", folder.path().join("teams")).unwrap();
        symlink("teams", folder.path().join("summaries")).unwrap();
        let said = check(folder.path());
        assert_eq!((said.code, said.out.lines().count()), (1, 2), "{}", said.out);
    }

    #[test]
    fn a_pipe_is_no_file_and_nobody_waits_for_it() {
        for path in ["leaves.csv", "teams/a.toml", "summaries/2026Q2.md"] {
            let folder = book();
            let full = folder.path().join(path);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            if !std::process::Command::new("mkfifo").arg(&full).status().is_ok_and(|status| status.success()) {
                return;
            }
            one(folder.path(), &[path, "F001", "a pipe"]);
        }
        let folder = book();
        let full = folder.path().join("notes.csv.old");
        if std::process::Command::new("mkfifo").arg(full).status().is_ok_and(|status| status.success()) {
            none(folder.path());
        }
    }

    #[test]
    fn a_file_that_one_may_not_read() {
        let folder = book();
        let path = folder.path().join("leaves.csv");
        fs::write(&path, "volunteer,from\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        // Root may read everything.
        if fs::read(&path).is_err() {
            one(folder.path(), &["no permission to read leaves.csv", "F001"]);
        }
    }

    #[test]
    fn a_name_that_is_no_text() {
        let folder = book();
        fs::create_dir(folder.path().join("teams")).unwrap();
        // Some systems refuse such a name at once.
        if fs::write(folder.path().join("teams").join(std::ffi::OsStr::from_bytes(b"a\xff.toml")), "name = 5\n").is_ok() {
            one(folder.path(), &["F001", "the name of"]);
        }
        if fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"photo\xff.jpg")), "x").is_ok() {
            assert_eq!(check(folder.path()).out.lines().count(), 1);
        }
    }
}
