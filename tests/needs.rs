//! What is not needed is not read, and what is said is the same: rules, lists, what is shown and figures are held against those of a book that
//! is read whole. Whoever asks a table that it does not declare stops these tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rollbook::book::{Ask, Book, Needs, Snapshot};
use rollbook::disk;
use rollbook::figures::list;
use rollbook::figures::questions;
use rollbook::figures::stats::by;
use rollbook::findings::{Chosen, Finding};
use rollbook::rules::{self, check, check_about, example};
use rollbook::tables::{Column, TableSet, Unreadable, number_of};
use rollbook::value::Kind;

use crate::harness::{book, copy_of, example_book, rollbook_read};

/// A book that can be read as often as one likes: its files, and those that git tracks.
struct Sample {
    name: String,
    files: Vec<example::Sample>,
    tracked: Vec<String>,
}

impl Sample {
    fn of_text(name: String, text: &str) -> Self {
        Self { name, files: example::files(text), tracked: example::tracked(text) }
    }

    fn of_folder(folder: &str) -> Self {
        let read = disk::read(&example_book(folder)).files.into_iter();
        let files = read.filter_map(|file| Some((file.path, file.bytes?.ok()))).collect();
        Self { name: folder.to_owned(), files, tracked: Vec::new() }
    }

    fn load(&self, needs: Needs) -> Book {
        let mut snapshot = Snapshot::default();
        for (path, bytes) in &self.files {
            snapshot.put(path, bytes.clone().ok_or(Unreadable::Folder));
        }
        let book = Book::load(snapshot, needs);
        book.learn_tracked(|| self.tracked.clone());
        let as_of = example::day(&book);
        book.seen_on(as_of)
    }
}

/// The books of all pages of cases, each once, and that in which every rule is broken.
fn samples() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut pages: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let mut texts = BTreeSet::new();
    let mut samples = vec![Sample::of_folder("broken"), Sample::of_folder("broken/files"), Sample::of_folder("quickstart")];
    for page in pages {
        let text = std::fs::read_to_string(&page).unwrap();
        let name = page.file_stem().unwrap().to_string_lossy().into_owned();
        for part in text.split("\n```book").skip(1) {
            let (fence, rest) = part.split_once('\n').unwrap();
            let body = rest.split_once("\n```").map_or(rest, |(body, _)| body);
            if fence.trim() != "add" && texts.insert(body.to_owned()) {
                samples.push(Sample::of_text(name.clone(), body));
            }
        }
    }
    assert!(samples.len() > 200, "{}", samples.len());
    samples
}

/// All that is told of a finding.
fn told(finding: &Finding) -> String {
    format!("{:?}", (finding.code, &finding.at, &finding.record, &finding.message, &finding.help, &finding.related, &finding.also, &finding.fixes))
}

fn ask(book: &Book) -> Ask {
    Ask::on(example::day(book))
}

/// What was said in a panic.
fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    text.unwrap_or_default()
}

#[test]
fn a_rule_finds_by_what_it_says_it_reads_all_that_it_finds() {
    let mut wrong = BTreeMap::new();
    for sample in samples() {
        let whole = sample.load(Needs::ALL);
        let ask = ask(&whole);
        let all = check(&whole, ask, &Chosen::default()).findings;
        let mut books: Vec<(Needs, Book)> = Vec::new();
        // What reads everything is what was just done.
        let is_of_rule = rules::find(&sample.name).is_some();
        for rule in rules::all().filter(|rule| rule.reads.rows != TableSet::ALL && (!is_of_rule || sample.name == rule.code)) {
            if books.iter().all(|(needs, _)| *needs != rule.reads) {
                books.push((rule.reads, sample.load(rule.reads)));
            }
            let Some((_, book)) = books.iter().find(|(needs, _)| *needs == rule.reads) else { continue };
            let chosen = Chosen { select: vec![rule.code.to_owned()], ignore: Vec::new() };
            let alone = catch_unwind(AssertUnwindSafe(|| check(book, ask, &chosen).findings));
            let expected: Vec<String> = all.iter().filter(|finding| finding.code == rule.code).map(told).collect();
            let found = alone.map(|alone| alone.iter().map(told).collect::<Vec<String>>());
            match found {
                Ok(found) if found == expected => {}
                Ok(found) => drop(wrong.entry(rule.code).or_insert_with(|| format!("{}: {found:#?} for {expected:#?}", sample.name))),
                Err(panic) => drop(wrong.entry(rule.code).or_insert_with(|| format!("{}: {}", sample.name, said(&*panic)))),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn of_a_record_is_said_all_that_a_check_says_of_it() {
    let mut wrong = BTreeMap::new();
    for sample in samples() {
        let whole = sample.load(Needs::ALL);
        let ask = ask(&whole);
        let all = check(&whole, ask, &Chosen::default()).findings;
        let named: BTreeSet<&str> =
            all.iter().flat_map(|f| f.also.iter().map(|again| &again.record).chain([&f.record])).flatten().map(String::as_str).collect();
        for noun in list::ALL {
            let table = number_of(noun.table.name);
            let begin = format!("{}:", noun.table.name);
            let records: Vec<&str> = named.iter().copied().filter(|record| record.starts_with(&begin)).collect();
            if records.is_empty() {
                continue;
            }
            let book = sample.load(rules::needs_about(table));
            let about = catch_unwind(AssertUnwindSafe(|| check_about(None, &book, ask, table).findings));
            let about = match about {
                Ok(about) => about,
                Err(panic) => {
                    wrong.insert(noun.code, format!("{}: {}", sample.name, said(&*panic)));
                    continue;
                }
            };
            for record in records {
                let of = |findings: &[Finding]| findings.iter().filter(|finding| finding.is_about(record)).map(told).collect::<Vec<String>>();
                let is_pair = noun.table.has_ids() && record.contains('/');
                if !is_pair && of(&all) != of(&about) {
                    wrong.insert(noun.code, format!("{} {record}: {:#?} for {:#?}", sample.name, of(&about), of(&all)));
                }
                for finding in all.iter().filter(|finding| !is_pair && finding.is_about(record)) {
                    let rule = rules::find(finding.code).unwrap();
                    if !rule.speaks_of.may_be_of(table) {
                        wrong.insert(rule.code, format!("{} speaks of {record}", sample.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Runs a command line on a book as it is needed, and on the book whole; says what is not the same.
fn compare(folder: &Path, line: &str, wrong: &mut String) {
    let needed = rollbook_read(false, folder, line, None, &[]);
    let whole = rollbook_read(true, folder, line, None, &[]);
    if (&needed.out, &needed.err, needed.code) != (&whole.out, &whole.err, whole.code) {
        writeln!(wrong, "{line}\n{}{}[{}]\nread whole:\n{}{}[{}]", needed.out, needed.err, needed.code, whole.out, whole.err, whole.code).unwrap();
    }
}

/// Every list, with and without each of its filters.
fn lists(folder: &Path) -> Vec<String> {
    let book = Book::read(disk::read(folder));
    let mut lines = Vec::new();
    let id = |table: &str| {
        let keys = book.keys(number_of(table)).unwrap();
        keys.iter().next().map_or("none".to_owned(), |(_, id)| id.to_owned())
    };
    for noun in list::ALL {
        lines.push(format!("{} list", noun.code));
        lines.push(format!("{} list --all --columns all --format json", noun.code));
        lines.push(format!("{} list --all --kind nothing-of-the-kind", noun.code));
        let is_word = |column: &&Column| matches!(column.kind, Kind::Word(_) | Kind::Words(_) | Kind::Fixed(_) | Kind::FixedWords(_));
        for column in noun.table.columns.iter().filter(is_word) {
            // Of a word that is none, the answer names all there are.
            lines.push(format!("{} list --all --where {}=nothing-of-the-kind", noun.code, column.code));
            lines.push(format!("{} list --where {}!= --columns all", noun.code, column.code));
        }
        lines.push(format!("{} list --where id=nothing-of-the-kind --sort -id --top 3 --columns all", noun.code));
        for option in noun.options() {
            let value = match option {
                "team" => id("teams"),
                "place" => id("places"),
                "branch" => id("branches"),
                "campaign" => id("campaigns"),
                "volunteer" => id("volunteers"),
                "role" => "backbone".to_owned(),
                "track" => "community".to_owned(),
                "kind" => "security".to_owned(),
                "status" => "planned".to_owned(),
                "private" => {
                    lines.push(format!("{} list --all --private --columns all", noun.code));
                    continue;
                }
                _ => "2026".to_owned(),
            };
            lines.push(format!("{} list --all --{option} {value} --columns all", noun.code));
        }
    }
    lines
}

/// Some of every noun, each shown.
fn shown(folder: &Path, most: usize) -> Vec<String> {
    let book = Book::read(disk::read(folder));
    let mut lines = Vec::new();
    for noun in list::ALL {
        let keys = book.keys(number_of(noun.table.name)).filter(|_| noun.table.has_ids());
        let ids = keys.into_iter().flat_map(|keys| keys.iter().map(|(_, id)| id.to_owned())).take(most);
        lines.extend(ids.map(|id| format!("{} show {id} --format json", noun.code)));
        lines.push(format!("{} show nothing-of-the-kind", noun.code));
        if noun.private != list::Private::None {
            lines.extend(keys.and_then(|keys| keys.iter().next()).map(|(_, id)| format!("{} show {id} --private", noun.code)));
        }
    }
    lines
}

/// Every count, by every dimension and by some two.
fn counts() -> Vec<String> {
    let mut lines =
        vec!["stats".to_owned(), "stats --strict".to_owned(), "stats --period 2026 --compare year".to_owned(), "stats --by nothing".to_owned()];
    lines.push("stats --by team,quarter --pivot hours".to_owned());
    for dimension in by::ALL {
        lines.push(format!("stats --by {} --format json", dimension.code));
        lines.push(format!("stats --by {} --track community --role member", dimension.code));
    }
    for question in questions::ALL {
        lines.push(format!("stats --of {}", question.code));
        lines.push(format!("stats --of {} --volunteer nobody", question.code));
        lines.push(format!("stats --of {} --kind nothing-of-the-kind", question.code));
        lines.extend((question.heads)().iter().map(|heads| format!("stats --of {} --by {} --format json", question.code, heads.code)));
        lines.extend(question.filters.iter().filter(|filter| **filter == "track").map(|_| format!("stats --of {} --track community", question.code)));
    }
    lines
}

/// Checks for one rule, and for each family.
fn checks() -> Vec<String> {
    let letters = rules::FAMILIES.iter().map(|family| family.letter.to_string());
    let codes = rules::all().map(|rule| rule.code.to_owned()).chain(letters);
    let statistics =
        ["check --statistics", "check --select M001 --statistics --quiet", "check --select N --statistics --format json --quiet"].map(str::to_owned);
    codes.map(|code| format!("check --select {code} --format json")).chain(statistics).collect()
}

/// A book in which something of nearly every table cannot be read, each in another way.
fn damaged() -> tempfile::TempDir {
    let folder = copy_of("broken");
    let path = |name: &str| folder.path().join(name);
    let append = |name: &str, bytes: &[u8]| {
        let mut all = std::fs::read(path(name)).unwrap_or_default();
        all.extend_from_slice(bytes);
        std::fs::write(path(name), all).unwrap();
    };
    // A quote left open swallows what comes behind it.
    append("commitments.csv", b"c901,v1,\"cleaning,open,2026-01-01\nc902,v2,x,y,2026-01-01\nc903,v2,x,y,2026-01-01\n");
    append("requests.csv", b"r901,\"2026-01-01\n\nr902,v2\nr903\n");
    append("participations.csv", b"nobody,nothing,2\n\"a,b\n");
    // Bytes that are no text, a conflict, a header that is none, a file that is no table and a folder that is no file.
    append("trainings.csv", b"t901,\xff\xfe,x\n");
    append("leaves.csv", b"<<<<<<< ours\nv1,2026-01-01,\n=======\n>>>>>>> theirs\n");
    std::fs::write(path("posts.csv"), b"\n").unwrap();
    std::fs::write(path("openings.csv"), b"\xff\xfev\x001\x00").unwrap();
    std::fs::write(path("publicity.tsv"), b"id\tdate\tchannel\ttitle\nx1\t2026-01-01\tboard\tA\n").unwrap();
    std::fs::remove_file(path("outcomes.csv")).unwrap();
    std::fs::create_dir(path("outcomes.csv")).unwrap();
    folder
}

#[test]
fn what_cannot_be_read_is_told_as_of_the_whole_book() {
    let folder = damaged();
    let due = ["due", "due --strict", "", "stats --strict"].map(str::to_owned);
    hold(folder.path(), lists(folder.path()).into_iter().chain(shown(folder.path(), 2)).chain(counts()).chain(checks()).chain(due));
    let said = rollbook_read(false, folder.path(), "stats --by team --format json", None, &[]).out;
    for file in ["commitments.csv", "requests.csv", "leaves.csv", "posts.csv", "openings.csv", "publicity.tsv", "outcomes.csv"] {
        assert!(said.contains(file), "{file} is not in what stats say was not read: {said}");
    }
}

fn hold(folder: &Path, lines: impl IntoIterator<Item = String>) {
    let mut wrong = String::new();
    let mut n = 0;
    for line in lines {
        compare(folder, &line, &mut wrong);
        n += 1;
    }
    assert!(wrong.is_empty() && n > 0, "{wrong}");
}

#[test]
fn lists_say_what_they_would_say_of_the_whole_book() {
    let folder = example_book("broken");
    hold(&folder, lists(&folder));
}

#[test]
fn what_is_shown_is_what_would_be_shown_of_the_whole_book() {
    let folder = example_book("broken");
    hold(&folder, shown(&folder, 5));
}

#[test]
fn figures_are_those_of_the_whole_book() {
    let due = ["due", "due --strict", "due --within 400 --format json"].map(str::to_owned);
    hold(&example_book("broken"), counts().into_iter().chain(due));
}

#[test]
fn a_check_for_some_rules_says_what_a_check_for_all_says_of_them() {
    hold(&example_book("broken"), checks());
}

#[test]
fn a_condition_knows_the_words_of_every_table() {
    let folder = book(
        "-- rollbook.toml (add)\n-- volunteers.csv\nid,name,track,joined,skills\nv1,Ann Reed,community,2020,first-aid\n\
         -- trainings.csv\nid,volunteer,date,title,hours,skill\nt1,v1,2026-02-01,Lamps,2,electrics\n",
    );
    let line = "volunteer list --where skills=electrics --format csv";
    hold(folder.path(), [line, "volunteer list --where skills=electrix"].map(str::to_owned));
    let said = rollbook_read(false, folder.path(), line, None, &[]);
    assert_eq!((said.code, said.out.lines().count()), (0, 1), "the word is known, though no volunteer has it: {}", said.err);
}
