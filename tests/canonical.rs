//! `fmt` keeps every value and every answer, whatever the files looked like, and a second run changes nothing.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rollbook::book::{Ask, Book};
use rollbook::edit::fmt::format;
use rollbook::edit::verify::{Named, compare};
use rollbook::findings::Chosen;
use rollbook::rules::{check, example};
use rollbook::tables::{ALL, Held, Table};
use rollbook::value::Day;

use crate::harness::{example_book, rollbook_on};
use crate::naive::{QUESTIONS, ask};
use crate::random_book::{Dice, RandomBook, read};

type Files = Vec<(String, String)>;

fn today() -> Ask {
    Ask::on(Day::parse("2026-06-30").unwrap())
}

/// The files after `fmt`; `None` where it refuses.
fn formatted(files: &Files) -> Option<Files> {
    let book = read(files);
    let rewritten = format(&book, today()).ok()?;
    let mut files = files.clone();
    for (path, text) in &mut files {
        if let Some(new) = rewritten.iter().find(|new| book.sources.path(new.file) == path) {
            text.clone_from(&new.text);
        }
    }
    Some(files)
}

/// Every finding by code, record and number of places.
fn found(book: &Book) -> BTreeSet<(&'static str, Option<String>, usize)> {
    let checked = check(book, today(), &Chosen::default());
    // Which of several places of one cause is told first depends on the order of rows.
    let record = |finding: &rollbook::findings::Finding| finding.record.clone().filter(|_| finding.cause.is_none());
    checked.findings.iter().map(|finding| (finding.code, record(finding), finding.also.len())).collect()
}

fn rows<R: Held>(book: &Book, table: &Table<R>, all: &mut Vec<String>) {
    let shelf = book.shelf::<R>();
    let columns = 0..u16::try_from(R::DESCRIPTION.columns.len()).unwrap();
    let cells = |record: R| columns.clone().map(|column| record.shown(column, &shelf)).collect::<Vec<_>>();
    all.extend(table.iter().map(|(_, record)| format!("{}: {:?}", R::DESCRIPTION.name, cells(record))));
}

/// What all cells say, in no order.
fn values(book: &Book) -> Vec<String> {
    let mut all = Vec::new();
    rows(book, &book.places, &mut all);
    rows(book, &book.teams, &mut all);
    rows(book, &book.volunteers, &mut all);
    rows(book, &book.memberships, &mut all);
    rows(book, &book.appointments, &mut all);
    rows(book, &book.activities, &mut all);
    rows(book, &book.participations, &mut all);
    rows(book, &book.outcomes, &mut all);
    rows(book, &book.requests, &mut all);
    rows(book, &book.campaigns, &mut all);
    all.sort();
    all
}

/// The random book without what cannot be read, and with more kinds of cells.
fn readable(seed: u64) -> RandomBook {
    let mut book = RandomBook::new(seed);
    for table in book.tables.values_mut() {
        for cell in table.rows.iter_mut().flatten() {
            let mended = match cell.as_str() {
                "x" => "3",
                "-1" => "0.5",
                "2026-13-01" => "2026-01-31",
                "teapot" => "rural",
                _ => continue,
            };
            *cell = mended.to_owned();
        }
    }
    book.tables.get_mut("memberships").unwrap().rows.retain(|row| row[4].is_empty() || row[3] <= row[4]);
    book
}

/// The same files as people and spreadsheets write them.
fn dressed(book: &RandomBook, dice: &mut Dice) -> Files {
    let mut files = book.shuffled(u64::try_from(dice.below(1 << 20)).unwrap());
    for (path, text) in &mut files {
        if path == "rollbook.toml" {
            if dice.below(2) == 0 {
                text.push_str("[files]\nheaders = \"title\"\n");
            }
            if dice.below(2) == 0 {
                *text = text.replace("[organisation]\n", "[organisation]\nlanguage = \"zh-CN\"\n");
            }
        } else if path.ends_with(".csv") {
            *text = sloppy(path, text, dice);
        } else {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            dice.shuffle(&mut lines);
            *text = lines.iter().fold(String::new(), |all, line| {
                all + *dice.pick(&["", "# note\n", "\n", "\n# note  \n"]) + line + *dice.pick(&["\n", "  \n", " # why\n"])
            });
        }
        if dice.below(3) == 0 {
            *text = text.replace('\n', "\r\n");
        }
        if dice.below(4) == 0 {
            text.insert(0, '\u{feff}');
        }
    }
    files
}

/// A table with other headers, words, numbers and quotes, and columns of somebody's own.
fn sloppy(path: &str, text: &str, dice: &mut Dice) -> String {
    let name = path.split(['/', '.']).next().unwrap();
    let table = ALL.iter().find(|table| table.name == name).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let codes = rows[0].clone();
    let own = dice.below(codes.len() + 1);
    for (n, row) in rows.iter_mut().enumerate() {
        for (code, cell) in codes.iter().zip(row.iter_mut()) {
            let column = &table.columns[usize::from(table.find(code).unwrap())];
            let other = if n == 0 {
                let names: Vec<&str> = [column.code, column.title.en, column.title.zh].into_iter().chain(column.aliases.iter().copied()).collect();
                (*dice.pick(&names)).to_owned()
            } else {
                match (cell.as_str(), code.as_str()) {
                    ("", _) if !table.key.contains(&column.number) => (*dice.pick(&["", " "])).to_owned(),
                    ("held", _) => (*dice.pick(&["held", "Held", "已开展", "HELD"])).to_owned(),
                    ("member", "role") => (*dice.pick(&["member", "队员", "Member"])).to_owned(),
                    ("absent", _) => (*dice.pick(&["absent", "缺席"])).to_owned(),
                    (number, "hours" | "quantity") => {
                        let longer = match number.split_once('.') {
                            Some((_, part)) if part.len() < 4 => format!("{number}0"),
                            Some(_) => number.to_owned(),
                            None => format!("{number}.0"),
                        };
                        dice.pick(&[number.to_owned(), format!("0{number}"), longer]).clone()
                    }
                    (number, "beneficiaries") => (*dice.pick(&[number.to_owned(), format!("00{number}")])).to_owned(),
                    (text, _) => text.to_owned(),
                }
            };
            *cell = other;
        }
        row.insert(
            own,
            if n == 0 {
                "our own, \"notes\"".to_owned()
            } else {
                (*dice.pick(&["", "a\nb", " x,", "\"", if own > 0 { "<<<<<<< HEAD" } else { "" }])).to_owned()
            },
        );
    }
    let style = *dice.pick(&[csv::QuoteStyle::Always, csv::QuoteStyle::Necessary, csv::QuoteStyle::NonNumeric]);
    let mut writer = csv::WriterBuilder::new().quote_style(style).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn every_value_and_every_answer_is_kept_and_twice_is_once(seed in any::<u64>(), other in any::<u64>()) {
        let random = readable(seed);
        let files = dressed(&random, &mut Dice::new(other));
        let Some(after) = formatted(&files) else {
            let wrong = rollbook::rules::errors_of_format(&read(&files), today());
            panic!("refused: {wrong:#?}");
        };
        let (before, book) = (read(&files), read(&after));
        prop_assert_eq!(values(&before), values(&book));
        prop_assert_eq!(found(&before), found(&book));
        prop_assert_eq!(compare(&before, &book, &Named::default()), vec![]);
        for by in QUESTIONS {
            let (a, b) = (ask(&before, by, None), ask(&book, by, None));
            prop_assert_eq!(format!("{:?} {:?} {:?}", a.rows, a.total, a.scope), format!("{:?} {:?} {:?}", b.rows, b.total, b.scope), "{:?}", by);
        }
        prop_assert_eq!(formatted(&after), Some(after.clone()));
        for ((path, old), (_, new)) in files.iter().zip(&after) {
            prop_assert_eq!(old.starts_with('\u{feff}'), new.starts_with('\u{feff}'), "{}", path);
            prop_assert_eq!(old.matches("# ").count(), new.matches("# ").count(), "{}: {:?}", path, new);
            prop_assert!(!path.ends_with(".toml") || !new.contains('\r') && !new.contains(" \n"), "{}: {:?}", path, new);
        }
    }

    /// Where bytes are changed by chance, either the book is refused or it still says the same.
    #[test]
    fn what_is_not_refused_says_the_same(seed in any::<u64>(), spots in prop::collection::vec((any::<u16>(), any::<u8>()), 0..6)) {
        let random = readable(seed);
        let mut dice = Dice::new(seed);
        let mut files = dressed(&random, &mut dice);
        for (spot, how) in spots {
            let n = dice.below(files.len());
            let text = &mut files[n].1;
            let mut at = usize::from(spot) % (text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            if how % 3 == 0 && at < text.len() {
                text.remove(at);
            }
            text.insert_str(at, ["\"", ",", "\n", " ", "\t", "\u{200b}", "\0", "'", "=", "#", "\"\"\"", "[", "é", "0", "<<<<<<< x\n", ";"][usize::from(how) % 16]);
        }
        if let Some(after) = formatted(&files) {
            let (before, book) = (read(&files), read(&after));
            prop_assert_eq!(values(&before), values(&book));
            prop_assert_eq!(found(&before), found(&book));
            prop_assert_eq!(formatted(&after), Some(after.clone()));
        }
    }
}

#[test]
fn the_examples_are_canonical() {
    for book in ["quickstart", "quickstart-zh", "chengdong", "wucheng"] {
        let said = rollbook_on(&example_book(book), "fmt --check", None, &[]);
        assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""), "{book}");
    }
}

#[test]
fn a_book_that_breaks_a_rule_of_format_is_refused_and_every_other_is_kept() {
    for rule in rollbook::rules::all() {
        let files: Option<Files> =
            example::files(rule.example).into_iter().map(|(path, bytes)| Some((path, String::from_utf8(bytes?).ok()?))).collect();
        let Some(files) = files else { continue };
        let before = read(&files);
        let is_refused = rule.code.starts_with('F') && rule.level == rollbook::findings::Level::Error;
        match formatted(&files) {
            None => assert!(is_refused, "{} is refused", rule.code),
            Some(after) => {
                assert!(!is_refused, "{} is not refused", rule.code);
                assert_eq!(found(&before), found(&read(&after)), "{}", rule.code);
            }
        }
    }
}
