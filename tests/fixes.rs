//! `check --fix` on books made up by chance, with what people and programs do to cells: no row comes to mean another, nothing that is not in
//! the diff changes, no figure falls, no new contradiction, and twice is once.

use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;
use rollbook::book::{Ask, Book};
use rollbook::edit::fix::{Fixed, Look, fix};
use rollbook::edit::verify::{self, Named};
use rollbook::figures::stats::{Filters, Query, count::count};
use rollbook::findings::{Chosen, Level};
use rollbook::rules::{self, Kind, check};
use rollbook::text::FileId;
use rollbook::value::Day;
use rollbook::value::lenient::Sureness;

use crate::random_book::{Dice, RandomBook, read};

type Files = Vec<(String, String)>;
type Rows = Vec<Vec<String>>;

fn today() -> Ask {
    Ask::on(Day::parse("2026-06-30").unwrap())
}

fn fixed(files: &Files, least: Sureness) -> Fixed {
    let look = |book: &Book| Ok::<Look, ()>(Look { ask: today(), findings: check(book, today(), &Chosen::default()).findings });
    fix(read(files), least, look, |_| true).unwrap()
}

/// The files after the fixes.
fn after(files: &Files, fixed: &Fixed) -> Files {
    let text = |path: &String, old: &String| fixed.changes.get(path).map_or_else(|| old.clone(), |changed| changed.new.clone());
    files.iter().map(|(path, old)| (path.clone(), text(path, old))).collect()
}

/// What happens to cells: they are copied from chats, typed with wide digits, written as a spreadsheet likes.
fn noisy(cell: &str, dice: &mut Dice) -> String {
    match dice.below(14) {
        0 => format!(" {cell}"),
        1 => format!("{cell} "),
        2 => format!("{cell}\u{200b}"),
        3 => format!("\u{feff}{cell}"),
        4 => format!("{cell}\u{200e}"),
        5 => cell.replace('-', "/"),
        6 => cell.replace('-', "."),
        7 => cell.chars().map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c }).collect(),
        8 if cell.parse::<u32>().is_ok() => format!("{cell}.{}", dice.pick(&["0", "00", "000"])),
        9 => cell.chars().flat_map(|c| [c, '\u{200b}']).collect(),
        10 => cell.chars().flat_map(|c| [c, '\u{ad}']).collect(),
        11 => format!("\u{3000}{cell}\u{a0}"),
        12 => cell.to_uppercase(),
        _ => format!("{cell}\u{2060}"),
    }
}

/// A book with noise in its cells, ids that look alike, rows twice but for a blank, and rows of nothing.
fn noisy_book(seed: u64) -> Files {
    let mut dice = Dice::new(seed);
    let mut book = RandomBook::new(seed);
    for (name, table) in &mut book.tables {
        let width = table.header.len();
        for row in &mut table.rows {
            for cell in row.iter_mut().filter(|cell| !cell.is_empty()) {
                if dice.below(9) == 0 {
                    *cell = noisy(cell, &mut dice);
                }
            }
        }
        for _ in 0..dice.below(3) {
            let n = dice.below(table.rows.len());
            if let Some(mut row) = table.rows.get(n).cloned() {
                // Another row that is this one but for what cannot be seen; under an id, another person or another day's work.
                row[0] = noisy(&row[0], &mut dice);
                if dice.below(2) == 0 && *name != "outcomes" {
                    row[1] = noisy(&row[1], &mut dice);
                }
                table.rows.insert(dice.below(table.rows.len() + 1), row);
            }
        }
        if dice.below(3) == 0 {
            table.rows.insert(dice.below(table.rows.len() + 1), vec![(*dice.pick(&["", " "])).to_owned(); width]);
        }
    }
    for (_, text) in &mut book.teams {
        if dice.below(4) == 0 {
            *text =
                text.replace("place = \"v1\"", "place = \"v1\u{200b}\"").replace("\"2020\"", "\"2020年\"").replace("parent = \"t", "parent = \" t");
        }
    }
    let mut files = book.files();
    for (path, text) in files.iter_mut().filter(|(path, _)| path.ends_with(".csv")) {
        if dice.below(3) == 0 {
            *text = text.replace('\n', "\r\n");
        }
        if dice.below(4) == 0 {
            text.insert(0, '\u{feff}');
        }
        if dice.below(4) == 0 && path != "rollbook.toml" {
            text.truncate(text.trim_end().len());
        }
    }
    files
}

fn rows(files: &Files, name: &str) -> Rows {
    let text = &files.iter().find(|(path, _)| path == &format!("{name}.csv")).unwrap().1;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The rows but those of nothing.
fn filled(files: &Files, name: &str) -> Rows {
    rows(files, name).into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect()
}

/// The row of ids that each cell of a column refers to.
fn targets(files: &Files, name: &str, column: usize, ids: &str) -> Vec<Option<usize>> {
    let known: HashMap<String, usize> = filled(files, ids).into_iter().enumerate().rev().map(|(n, row)| (row[0].clone(), n)).collect();
    filled(files, name).iter().map(|row| known.get(&row[column]).copied()).collect()
}

/// Columns that refer to ids: the table, the number of the column, and the table of the ids.
const REFERENCES: [(&str, usize, &str); 6] = [
    ("participations", 0, "activities"),
    ("participations", 1, "volunteers"),
    ("memberships", 0, "volunteers"),
    ("outcomes", 0, "activities"),
    ("volunteers", 3, "branches"),
    ("branches", 2, "branches"),
];

/// A text without blanks and what cannot be seen, its digits narrow, the signs between numbers alike: what a fix may change.
fn bare(cell: &str) -> String {
    let kept = cell.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{ad}' | '\u{2060}'));
    let narrow = kept.map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
        '/' | '.' => '-',
        c => c,
    });
    let bare: String = narrow.collect();
    bare.strip_suffix("-0").or(bare.strip_suffix("-00")).unwrap_or(&bare).trim_end_matches("-0000").to_owned()
}

/// How often each contradiction that is an error shows.
fn contradictions(book: &Book) -> BTreeMap<&'static str, usize> {
    let mut all = BTreeMap::new();
    for finding in check(book, today(), &Chosen::default()).findings {
        if finding.level == Level::Error && rules::find(finding.code).unwrap().kind == Kind::Contradiction {
            *all.entry(finding.code).or_default() += 1 + finding.also.len();
        }
    }
    all
}

fn totals(book: &Book) -> [u64; 4] {
    let all = count(book, today(), &Query { period: None, filters: Filters::default(), by: Vec::new() }, &[]).overall;
    [all.services, all.participations, u64::try_from(all.hours.ten_thousandths()).unwrap(), all.beneficiaries]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn a_fix_changes_what_it_names_and_nothing_else(seed in any::<u64>()) {
        let files = noisy_book(seed);
        let fixed = fixed(&files, Sureness::Certain);
        prop_assert_eq!(&fixed.differences, &[]);
        let now = after(&files, &fixed);
        let (before, book) = (read(&files), read(&now));
        for table in ["volunteers", "memberships", "branches", "activities", "participations", "outcomes"] {
            let (old, new) = (filled(&files, table), filled(&now, table));
            prop_assert_eq!(old.len(), new.len(), "{}", table);
            for (a, b) in old.iter().flatten().zip(new.iter().flatten()) {
                prop_assert_eq!(bare(a), bare(b), "{}", table);
                // A zero-width space between letters of a name may have been a blank.
                prop_assert!(a == b || !a.contains("N\u{200b}a") || b.contains("N\u{200b}a"), "{:?} {:?}", a, b);
                // 3.000 may be three thousand.
                prop_assert!(a == b || !(a.trim().len() > 4 && a.trim().ends_with(".000") && !a.contains('-')), "{:?} {:?}", a, b);
            }
        }
        for (table, column, ids) in REFERENCES {
            for (n, (a, b)) in targets(&files, table, column, ids).into_iter().zip(targets(&now, table, column, ids)).enumerate() {
                prop_assert!(a.is_none() || a == b, "row {} of {} refers to {:?} and then to {:?} of {}", n, table, a, b, ids);
            }
        }
        for (code, n) in contradictions(&book) {
            let old = contradictions(&before).get(code).copied().unwrap_or_default();
            prop_assert!(n <= old, "{}: {} and then {}", code, old, n);
        }
        let (old, new) = (totals(&before), totals(&book));
        prop_assert!(old.iter().zip(&new).all(|(a, b)| a <= b), "{:?} {:?}", old, new);
        prop_assert_eq!(after(&now, &super::fixes::fixed(&now, Sureness::Certain)), now);
    }
}

/// What people type that is likely and not certain, or only a guess: units, names for ids, other orders of a date, slips in words.
fn likely_noise(book: &RandomBook, column: &str, cell: &str, dice: &mut Dice) -> String {
    let is_number = cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let [year, month, day] = cell.splitn(3, '-').collect::<Vec<_>>().try_into().unwrap_or_default();
    let name = |table: &str, column: usize, dice: &mut Dice| dice.pick(&book.tables[table].rows).get(column).cloned().unwrap_or_default();
    match column {
        "hours" if is_number => format!("{cell}{}", dice.pick(&["小时", "h", " hours", "个小时左右", "天"])),
        "beneficiaries" | "headcount" => format!("{cell}{}", dice.pick(&["人", "人次", "余人", ","])),
        "date" | "from" | "to" if !day.is_empty() => {
            dice.pick(&[format!("{day}/{month}/{year}"), format!("{month}.{day}.{year}"), format!("{cell} 9:30")]).clone()
        }
        "volunteer" | "branch" | "place" | "activity" if dice.below(4) == 0 => cell.to_uppercase(),
        "volunteer" => name("volunteers", 1, dice),
        "branch" => name("branches", 1, dice),
        "place" => name("places", 1, dice),
        "activity" => name("activities", 6, dice),
        "team" => format!("Team {}", dice.below(4)),
        "id" => format!("{cell}.0"),
        _ if cell.len() > 3 => format!("{cell}{}", &cell[cell.len() - 1..]),
        _ => cell.to_owned(),
    }
}

/// A noisy book with likely noise in it, too.
fn likely_book(seed: u64) -> Files {
    let mut dice = Dice::new(seed ^ 0x5eed);
    let mut book = RandomBook::new(seed);
    let clean = book.clone();
    for table in book.tables.values_mut() {
        let header = table.header.clone();
        for row in &mut table.rows {
            for (column, cell) in header.iter().zip(row.iter_mut()).filter(|(_, cell)| !cell.is_empty() && cell.is_ascii()) {
                match dice.below(16) {
                    0 | 1 => *cell = likely_noise(&clean, column, cell, &mut dice),
                    2 => *cell = noisy(cell, &mut dice),
                    _ => {}
                }
            }
        }
    }
    book.files()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    /// What is likely makes nothing worse, changes no reference that leads to a row, and does all that is certain; twice is once.
    #[test]
    fn a_likely_fix_makes_nothing_worse(seed in any::<u64>()) {
        let files = if seed % 4 == 0 { noisy_book(seed) } else { likely_book(seed) };
        let fixed = super::fixes::fixed(&files, Sureness::Likely);
        prop_assert_eq!(&fixed.differences, &[]);
        let now = after(&files, &fixed);
        let certain = after(&files, &super::fixes::fixed(&files, Sureness::Certain));
        prop_assert_eq!(fixed.likely.is_empty(), certain == now, "what is likely, and nothing else, is told line by line");
        let (before, book) = (read(&certain), read(&now));
        for (table, column, ids) in REFERENCES {
            for (n, (a, b)) in targets(&certain, table, column, ids).into_iter().zip(targets(&now, table, column, ids)).enumerate() {
                prop_assert!(a.is_none() || a == b, "row {} of {} refers to {:?} and then to {:?} of {}", n, table, a, b, ids);
            }
        }
        for table in ["volunteers", "memberships", "branches", "activities", "participations", "outcomes"] {
            let (old, new) = (filled(&certain, table), filled(&now, table));
            prop_assert_eq!(old.len(), new.len(), "{}", table);
            for (a, b) in old.iter().flatten().zip(new.iter().flatten()).filter(|(a, b)| a != b) {
                prop_assert!(!["左右", "余人", "天"].iter().any(|word| a.contains(word)), "{} became {}: it was a guess", a, b);
            }
        }
        for (code, n) in contradictions(&book) {
            let old = contradictions(&before).get(code).copied().unwrap_or_default();
            prop_assert!(n <= old, "{}: {} and then {}", code, old, n);
        }
        let (old, new) = (totals(&before), totals(&book));
        prop_assert!(old.iter().zip(&new).all(|(a, b)| a <= b), "{:?} {:?}", old, new);
        prop_assert_eq!(after(&now, &super::fixes::fixed(&now, Sureness::Likely)), now);
    }
}

/// What would be written, with one cell changed that nobody named.
fn smuggled(path: &str, from: &str, to: &str, files: &Files) -> Vec<verify::Difference> {
    let book = read(files);
    let file = book.sources.iter().find(|(_, source)| source.path == path).unwrap().0;
    let text = book.sources.text(file).replacen(from, to, 1);
    assert_ne!(text, book.sources.text(file));
    let after = Book::read(book.snapshot_with(&BTreeMap::from([(file, text)])));
    verify::compare(&book, &after, &Named::default())
}

fn small() -> Files {
    let files = [
        ("rollbook.toml", "format = 1\n[organisation]\nname = \"North\"\n"),
        ("teams/t1.toml", "name = \"One\"\nkind = \"repair\"\nplace = \"p1\"\nfounded = \"2020\"\nx = 1\n"),
        ("volunteers.csv", "id,name,track,joined,note\nv1,Ann,community,2020,a\nv2,Bo,community,2020-05-01,b\n"),
        ("memberships.csv", "volunteer,team,role,from\nv1,t1,member,2020-01-01\nv2,t1,member,2020-01-01\n"),
    ];
    files.map(|(path, text)| (path.to_owned(), text.to_owned())).to_vec()
}

#[test]
fn whatever_is_not_named_and_differs_is_seen() {
    let files = small();
    for (path, from, to, column) in [
        ("volunteers.csv", "Ann", "Anna", "name"),
        ("volunteers.csv", "2020,a", "2021,a", "joined"),
        ("volunteers.csv", ",b", ",c", "note"),
        ("volunteers.csv", "v1,", "v3,", "id"),
        ("volunteers.csv", "note", "notes", "note"),
        ("volunteers.csv", "v1,Ann,community,2020,a\n", "", ""),
        ("volunteers.csv", "joined,note", "left,note", "joined"),
        ("memberships.csv", "v1,t1", "v2,t1", "volunteer"),
        ("memberships.csv", "member", "backbone", "role"),
        ("teams/t1.toml", "\"One\"", "\"Two\"", "name"),
        ("teams/t1.toml", "x = 1", "x = 2", "x"),
        ("teams/t1.toml", "x = 1\n", "", "x"),
        ("rollbook.toml", "North", "South", "organisation"),
    ] {
        let different = smuggled(path, from, to, &files);
        let first = different.first().unwrap_or_else(|| panic!("{path}: {from} may become {to}"));
        assert_eq!((first.path.as_str(), first.name.as_str()), (path, column), "{first:?}");
        assert!(first.said("b/").en.starts_with(&format!("b/{path}:{}", first.line)), "{first:?}");
    }
}

#[test]
fn the_same_values_in_another_order_and_other_words_are_the_same() {
    let files = small();
    for (path, from, to) in [
        ("memberships.csv", "member,", "队员,"),
        ("memberships.csv", "volunteer,team", "志愿者,服务队"),
        ("memberships.csv", "v1,t1,member,2020-01-01\nv2,t1,member,2020-01-01", "v2,t1,member,2020-01-01\nv1,t1,member,2020-01-01"),
        ("volunteers.csv", "Ann", "\"Ann\""),
        ("teams/t1.toml", "founded = \"2020\"\nx = 1", "x = 1\nfounded = \"2020\""),
        ("teams/t1.toml", "name =", "\"名称\"  ="),
        ("rollbook.toml", "name = \"North\"", "name   = 'North' # the north"),
    ] {
        assert_eq!(smuggled(path, from, to, &files), [], "{path}: {to}");
    }
}

/// An id changes and what refers to it does not: the row would lose what it refers to.
#[test]
fn an_id_never_changes_alone() {
    let files = small();
    let book = read(&files);
    let file = |path: &str| book.sources.iter().find(|(_, source)| source.path == path).unwrap().0;
    let text = |file: FileId, from: &str, to: &str| (file, book.sources.text(file).replacen(from, to, 1));
    let patch = |file: FileId, word: &str, with: &str| {
        let at = book.sources.text(file).find(word).unwrap();
        (file, rollbook::text::Patch::new(rollbook::text::Span::new(at, at + word.len()), with))
    };
    let (ids, members) = (file("volunteers.csv"), file("memberships.csv"));
    let alone = Book::read(book.snapshot_with(&BTreeMap::from([text(ids, "v1", "v9")])));
    assert_eq!(verify::compare(&book, &alone, &Named::of(&[patch(ids, "v1", "v9")])).len(), 1);
    let both = Book::read(book.snapshot_with(&BTreeMap::from([text(ids, "v1", "v9"), text(members, "v1", "v9")])));
    let named = [patch(ids, "v1", "v9"), patch(members, "v1", "v9")];
    assert_eq!(verify::compare(&book, &both, &Named::of(&named)), []);
    let other = Book::read(book.snapshot_with(&BTreeMap::from([text(ids, "v1", "v9"), text(members, "v1", "v2")])));
    assert_eq!(verify::compare(&book, &other, &Named::of(&named)).len(), 1);
}
