//! What stands in `private/` shows only where it is asked for by `--private`, whatever the noun, the verb and the format.

use std::path::Path;

use rollbook::figures::list::{ALL, Private};

use crate::harness::{book, rollbook_on};

/// What only `private/` says, in the book of `tests/cases/nouns.md`.
const OF_VOLUNTEERS: &[&str] = &["10000000001", "female", "1970", "bad knee", "likes tea"];
const OF_THE_SERVED: &[&str] = &["old tom", "10000000002", "5 lower lane", "deaf"];

fn nouns() -> tempfile::TempDir {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/nouns.md")).unwrap();
    let (_, after) = page.split_once("```book\n").unwrap();
    let (text, _) = after.split_once("```\n").unwrap();
    book(text)
}

/// All that is said on both streams, in small letters.
fn said(folder: &Path, arguments: &str) -> (String, u8) {
    let said = rollbook_on(folder, arguments, None, &[("ROLLBOOK_TODAY", "2026-06-30")]);
    ((said.out + &said.err).to_lowercase(), said.code)
}

/// The ids of a noun; of leaves, their keys.
fn ids(folder: &Path, noun: &str) -> Vec<String> {
    let columns = if noun == "leave" { "volunteer,from" } else { "id" };
    let (list, code) = said(folder, &format!("{noun} list --all --columns {columns} --format csv"));
    assert_eq!(code, 0, "{noun}: {list}");
    list.lines().skip(1).map(|line| line.replace(',', "/")).collect()
}

#[test]
fn nothing_private_is_shown_unasked() {
    let folder = nouns();
    let folder = folder.path();
    let mut pages = 0;
    for noun in ALL {
        let ids = ids(folder, noun.code);
        assert!(!ids.is_empty(), "{} has no row in the book", noun.code);
        let lists = ["", "--all", "--all --columns all"].map(|options| format!("{} list {options}", noun.code));
        let shown = ids.iter().map(|id| format!("{} show {id}", noun.code));
        for command in lists.into_iter().chain(shown) {
            for format in ["table", "csv", "json", "md"] {
                let (text, code) = said(folder, &format!("{command} --format {format}"));
                assert_eq!(code, 0, "{command} --format {format}: {text}");
                for secret in OF_VOLUNTEERS.iter().chain(OF_THE_SERVED) {
                    assert!(!text.contains(secret), "{command} --format {format} tells {secret}");
                }
                pages += 1;
            }
        }
    }
    assert!(pages > 17 * 4 * 4, "{pages}");
    for command in ["stats", "stats --by volunteer --format json", "volunteer list --columns id,phone", "volunteer list --sort birth", "check"] {
        let (text, _) = said(folder, command);
        assert!(OF_VOLUNTEERS.iter().chain(OF_THE_SERVED).all(|secret| !text.contains(secret)), "{command}: {text}");
    }
}

#[test]
fn it_is_shown_where_it_is_asked_for() {
    let folder = nouns();
    let folder = folder.path();
    let tells = |command: &str, secrets: &[&str]| {
        let (text, code) = said(folder, command);
        assert_eq!(code, 0, "{command}: {text}");
        let untold: Vec<_> = secrets.iter().filter(|secret| !text.contains(**secret)).collect();
        assert!(untold.is_empty(), "{command} does not tell {untold:?}");
    };
    for format in ["table", "csv", "json", "md"] {
        tells(&format!("volunteer list --private --format {format}"), OF_VOLUNTEERS);
        tells(&format!("volunteer show v1 --private --format {format}"), OF_VOLUNTEERS);
    }
    for command in ["request show r1", "pairing show h1"] {
        for format in ["table", "json", "md"] {
            tells(&format!("{command} --private --format {format}"), OF_THE_SERVED);
        }
    }
    for noun in ALL {
        let (text, code) = said(folder, &format!("{} list --private", noun.code));
        assert_eq!(code == 0, noun.private == Private::Listed, "{}: {text}", noun.code);
        let id = ids(folder, noun.code).remove(0);
        let (text, code) = said(folder, &format!("{} show {id} --private", noun.code));
        assert_eq!(code == 0, noun.private != Private::None, "{}: {text}", noun.code);
    }
}
