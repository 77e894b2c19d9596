//! `examples/broken`: a book that breaks every rule once, shown whole in both languages; and the other examples, which break none.

use std::collections::BTreeMap;
use std::path::Path;

use rollbook::rules;

use crate::harness::{copy_of, example_book, rollbook_on};

/// A book in which rules are broken.
struct Broken {
    /// Its name.
    name: &'static str,
    /// Where it is, from `examples`.
    folder: &'static str,
    /// What is done to a copy of it, where git cannot keep it so.
    make: Option<fn(&Path)>,
    /// The rules that are broken in it; empty: those that no other book names.
    rules: &'static [&'static str],
}

/// Where each rule is broken.
const BOOKS: &[Broken] = &[
    Broken { name: "broken", folder: "broken", make: None, rules: &[] },
    Broken {
        name: "broken_files",
        folder: "broken/files",
        make: None,
        rules: &["F002", "F004", "F005", "F006", "F007", "F016", "F018", "F029", "F030", "F031", "F032"],
    },
    Broken { name: "broken_folder", folder: "quickstart", make: Some(folder_for_a_file), rules: &["F001"] },
    Broken { name: "broken_git", folder: "quickstart", make: Some(private_in_git), rules: &["P003"] },
];

/// A folder stands where a file belongs.
fn folder_for_a_file(book: &Path) {
    std::fs::remove_file(book.join("outcomes.csv")).unwrap();
    std::fs::create_dir(book.join("outcomes.csv")).unwrap();
}

/// What is private is put into git.
fn private_in_git(book: &Path) {
    std::fs::create_dir(book.join("private")).unwrap();
    std::fs::write(book.join("private/people.csv"), "volunteer,phone\n").unwrap();
    crate::harness::git(book, &["init", "-q"]);
    crate::harness::git(book, &["add", "private/people.csv"]);
}

impl Broken {
    /// What is done with the book, or with the copy that is made of it.
    fn with<T>(&self, look: impl FnOnce(&Path) -> T) -> T {
        let Some(make) = self.make else { return look(&example_book(self.folder)) };
        let folder = copy_of(self.folder);
        make(folder.path());
        look(folder.path())
    }

    /// The codes of the rules that are to be broken in it.
    fn codes(&self) -> Vec<&'static str> {
        if !self.rules.is_empty() {
            return self.rules.to_vec();
        }
        let elsewhere = |code: &&str| !BOOKS.iter().any(|book| book.rules.contains(code));
        rules::all().map(|rule| rule.code).filter(elsewhere).collect()
    }
}

/// The findings of a book, as scripts read them.
fn findings(book: &Path) -> Vec<serde_json::Value> {
    let said = rollbook_on(book, "check --format json", None, &[]);
    let said: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    said["findings"].as_array().unwrap().clone()
}

/// What says which rule is broken where a finding is: the row, or, beside headers and in other files than tables, the whole file.
fn marked(book: &Path, finding: &serde_json::Value) -> String {
    let (file, line) = (finding["file"].as_str().unwrap(), finding["line"].as_u64().unwrap());
    let text = std::fs::read_to_string(book.join(file)).unwrap();
    if file.ends_with(".csv") && line > 1 { text.lines().nth(line as usize - 1).unwrap().to_owned() } else { text }
}

#[test]
fn every_rule_is_broken_once_and_where_it_says_so() {
    for broken in BOOKS {
        let mut times: BTreeMap<String, usize> = broken.codes().into_iter().map(|code| (code.to_owned(), 0)).collect();
        broken.with(|book| {
            for finding in findings(book) {
                let code = finding["code"].as_str().unwrap();
                *times.entry(code.to_owned()).or_default() += 1;
                if broken.name == "broken" {
                    assert!(marked(book, &finding).contains(code), "{code} is found where nothing says so: {finding:#}");
                }
            }
        });
        let other: BTreeMap<_, _> = times.iter().filter(|(code, n)| **n != 1 || !broken.codes().contains(&code.as_str())).collect();
        assert!(other.is_empty(), "examples/{}: these rules are not broken once: {other:?}", broken.folder);
    }
}

#[test]
fn what_the_broken_books_say() {
    for broken in BOOKS {
        let said = broken.with(|book| {
            let say = |lang: &str| {
                let arguments = format!("check --lang {lang}");
                let said = rollbook_on(book, &arguments, None, &[("NO_COLOR", "1")]);
                format!("$ rollbook {arguments}\n{}{}[exit {}]\n", said.out, said.err, said.code)
            };
            [say("en"), say("zh-CN")].join("\n")
        });
        insta::with_settings!({ snapshot_path => "screens", prepend_module_to_snapshot => false }, { insta::assert_snapshot!(broken.name, said) });
    }
}

#[test]
fn the_other_examples_break_no_rule() {
    for name in ["quickstart", "quickstart-zh", "chengdong", "wucheng"] {
        let told: Vec<_> = findings(&example_book(name)).into_iter().filter(|finding| finding["level"] != "note").collect();
        assert!(told.is_empty(), "examples/{name}: {} findings, the first is {:#?}", told.len(), told.first());
    }
}

/// The same book, the rows of each table in the opposite order.
fn turn_rows(book: &Path) {
    for entry in std::fs::read_dir(book).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|x| x == "csv") {
            let text = std::fs::read_to_string(&path).unwrap();
            let mut lines: Vec<&str> = text.lines().collect();
            lines[1..].reverse();
            std::fs::write(&path, lines.join("\n") + "\n").unwrap();
        }
    }
}

#[test]
fn what_is_told_of_an_organisation_does_not_rest_on_the_order_of_rows() {
    let told = |book: &Path| {
        let all = findings(book).into_iter().filter(|finding| !finding["code"].as_str().unwrap().starts_with(['F', 'R']));
        let mut told: Vec<String> = all.map(|finding| format!("{} {} {}", finding["code"], finding["record"], finding["message"])).collect();
        told.sort();
        told
    };
    let turned = Broken { name: "turned", folder: "broken", make: Some(turn_rows), rules: &[] };
    assert_eq!(told(&example_book("broken")), turned.with(told));
}
