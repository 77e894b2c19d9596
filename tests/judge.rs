//! What a column says of a text is what a check of a file says that has it: every cell of the example books is a value that reads back to
//! itself, and whatever stands in a cell has the fault that a file with it has.

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;
use rollbook::book::{Book, Snapshot};
use rollbook::disk;
use rollbook::manual;
use rollbook::say::Lang;
use rollbook::schema::{Column, Description, FaultKind, Form, Role};
use rollbook::tables::ALL;
use rollbook::tables::said::said;
use rollbook::text::toml::{self, Item};
use rollbook::value::lenient::{Meant, Sureness};
use rollbook::value::{Keys, Pen, Words};

use crate::harness::example_book;

fn pen(words: &Words) -> Pen<'_> {
    Pen { words, titles: None, keeps: false }
}

/// The cells of a CSV or TOML file: their columns and what they say.
fn cells(text: &str, table: &'static Description) -> Vec<(&'static Column, String)> {
    let column = |name: &str| table.find(name).map(|number| &table.columns[usize::from(number)]);
    if table.form() == Form::TomlFiles {
        let entries = toml::read(text).0.0;
        return entries
            .iter()
            .filter_map(|entry| match &entry.value.item {
                Item::Text(text) | Item::Date(text) => Some((column(&entry.key)?, text.clone())),
                _ => None,
            })
            .collect();
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows = reader.records().map(Result::unwrap);
    let columns: Vec<_> = rows.next().unwrap().iter().map(column).collect();
    let named = |row: csv::StringRecord| {
        let cells: Vec<String> = row.iter().map(str::to_owned).collect();
        columns.clone().into_iter().zip(cells).filter_map(|(column, cell)| Some((column?, cell)))
    };
    rows.flat_map(named).collect()
}

#[test]
fn every_cell_of_the_example_books_is_a_value_that_reads_back_to_itself() {
    for name in ["quickstart", "quickstart-zh", "chengdong", "wucheng"] {
        let book = Book::read(disk::read::read(&example_book(name)));
        let context = book.judging(pen(&book.words));
        let mut seen: HashSet<(*const Column, String)> = HashSet::new();
        let mut asked: HashSet<*const Column> = HashSet::new();
        for (number, table) in ALL.iter().enumerate() {
            for file in &book.layout.files[number] {
                let text = std::fs::read_to_string(example_book(name).join(book.sources.path(*file))).unwrap();
                for (column, cell) in cells(&text, table) {
                    asked.insert(column);
                    if !seen.insert((column, cell.clone())) {
                        continue;
                    }
                    let judged = column.judge(&cell, &context);
                    assert!(judged.fault.is_none(), "{name} {}.{}: {cell}: {judged:?}", table.name, column.code);
                    // A table that is not there has no ids to look among.
                    let is_known = column.refers.is_none_or(|table| book.keys(table).is_some_and(|keys: &Keys| keys.complete));
                    let Some(value) = judged.value else {
                        assert!(!is_known, "{name} {}.{}: {cell}", table.name, column.code);
                        continue;
                    };
                    assert_eq!(column.judge(&value, &context).value.as_ref(), Some(&value), "{name} {}.{}: {cell}", table.name, column.code);
                }
            }
        }
        assert!(asked.len() > 40, "{name}: {}", asked.len());
    }
}

/// The texts of files by their paths.
type Files = BTreeMap<String, String>;

/// The example rows of all tables as one book, by path, in which every table has all of its columns.
fn whole(lang: Lang) -> Files {
    let tables = manual::table::all().map(|table| table.example.get(lang).trim_start_matches('\n'));
    let text = format!("-- rollbook.toml\n{}\n{}", rollbook::tables::settings::key::example(lang), tables.collect::<String>());
    let files = text.strip_prefix("-- ").unwrap().split("\n-- ").filter_map(|file| file.split_once('\n'));
    let mut files: Files = files.map(|(path, text)| (path.to_owned(), format!("{}\n", text.trim_end_matches('\n')))).collect();
    for table in ALL.iter().filter(|table| table.form() == Form::Csv) {
        for (path, text) in files.iter_mut().filter(|(path, _)| path.starts_with(table.path)) {
            assert!(path.ends_with(".csv"));
            let header = text.lines().next().unwrap().to_owned();
            let named: Vec<Option<u16>> = header.split(',').map(|name| table.find(name)).collect();
            let absent: Vec<&str> = table.columns.iter().filter(|column| !named.contains(&Some(column.number))).map(|column| column.code).collect();
            let commas = ",".repeat(absent.len());
            let rows = text.lines().skip(1).map(|line| format!("{line}{commas}\n")).collect::<String>();
            *text = format!("{}\n{rows}", [header.as_str()].into_iter().chain(absent.iter().copied()).collect::<Vec<_>>().join(","));
        }
    }
    files
}

fn read(files: &Files) -> Book {
    Book::read(Snapshot::of(files.iter().map(|(path, text)| (path.clone(), text.clone()))))
}

/// The files of a book with more rows, like the last of a table but for their ids and one cell, and the line of the first of them. Of a team
/// it is the file that has another value. `None` where nothing can stand in the cell but the file's own name.
fn with_cells(files: &Files, table: &Description, column: &Column, texts: &[&str]) -> Option<(String, Files, usize)> {
    let (path, text) =
        files.iter().find(|(path, _)| path.starts_with(&format!("{}.", table.path)) || path.starts_with(&format!("{}/", table.path)))?;
    let (mut files, mut lines) = (files.clone(), text.lines().map(str::to_owned).collect::<Vec<String>>());
    let first = lines.len();
    if table.form() == Form::TomlFiles {
        let escaped = |c: char| if c.is_control() || matches!(c, '"' | '\\') { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
        lines.retain(|line| line.split_once(" = ").is_none_or(|(key, _)| table.find(key.trim_matches('"')) != Some(column.number)));
        lines.insert(0, format!("{} = \"{}\"", column.code, texts[0].chars().map(escaped).collect::<String>()));
        files.insert(path.clone(), lines.join("\n"));
        return (!column.is_id()).then(|| (path.clone(), files, 0));
    }
    let position = |number: u16| lines[0].split(',').position(|name| table.find(name) == Some(number));
    let (id, position) = (table.id().and_then(position), position(column.number)?);
    let last: Vec<String> = lines.last()?.split(',').map(str::to_owned).collect();
    for (n, said) in texts.iter().enumerate() {
        let mut cells = last.clone();
        id.into_iter().for_each(|id| cells[id] = format!("q{n}"));
        cells[position] = format!("\"{}\"", said.replace('"', "\"\""));
        lines.push(cells.join(","));
    }
    files.insert(path.clone(), format!("{}\n", lines.join("\n")));
    Some((path.clone(), files, first + 1))
}

/// Holds what a column says of texts against what a check says of a file that has them.
fn hold(files: &Files, book: &Book, table: &'static Description, column: &'static Column, texts: &[&str]) -> usize {
    let context = book.judging(pen(&book.words));
    let Some((path, files, first)) = with_cells(files, table, column, texts) else { return 0 };
    let mut wrong = 0;
    let changed = read(&files);
    let file = changed.sources.iter().find(|(_, source)| source.path == path).map(|(file, _)| file).unwrap();
    let mut told: BTreeMap<usize, Vec<&FaultKind>> = BTreeMap::new();
    for fault in changed.faults.iter().filter(|fault| fault.at.file() == file) {
        let line = if first == 0 { 0 } else { changed.line_of(fault.at) };
        // A row may repeat another's key: that is more than a cell can be asked.
        told.entry(line).or_default().extend(Some(&fault.kind).filter(|kind| !matches!(kind, FaultKind::RepeatedKey(_))));
    }
    for (n, text) in texts.iter().enumerate() {
        let judged = column.judge(text, &context);
        let what = format!("{}.{}: {text:?}", table.name, column.code);
        if let Some(value) = &judged.value {
            assert_eq!(column.judge(value, &context).value.as_ref(), Some(value), "{what}");
        }
        if let Meant::Value(value, Sureness::Certain) = &judged.meant {
            assert!(column.judge(value, &context).fault.is_none(), "{what} means {value:?}");
        }
        let kinds = told.remove(&(first + n)).unwrap_or_default();
        // So may it be the sum of others.
        if !kinds.iter().any(|kind| matches!(kind, FaultKind::SumRow)) {
            let told: Vec<String> = kinds.iter().map(|kind| format!("{kind:?}")).collect();
            assert_eq!(told, judged.fault.iter().map(|kind| format!("{kind:?}")).collect::<Vec<_>>(), "{what}");
        }
        if let Some(fault) = judged.fault.filter(|fault| !matches!(fault, FaultKind::Hidden(_))) {
            let words = said(&fault, &book.words).unwrap();
            assert!(!words.en.is_empty() && !words.zh.is_empty());
            wrong += 1;
        }
    }
    assert!(told.values().all(Vec::is_empty), "{}.{}: {told:?}", table.name, column.code);
    wrong
}

/// What people write, and what nobody should.
const TEXTS: &[&str] = &[
    "",
    " ",
    "　",
    "x",
    "-1",
    "0",
    "1,5",
    "2小时",
    "2026-02-30",
    "2026/7/1",
    "2026-07-01",
    "2026-07",
    "2026",
    "8:30",
    "1.38E+10",
    "100余",
    "至今",
    "v1",
    "V1",
    " v1",
    "v1;v2",
    "no such",
    "night-watch",
    "held",
    "已开展",
    "HELD",
    "cleaning;",
    "5",
    "6",
    "\"",
    "a\u{200b}b",
    "\u{1b}[31m",
    "=1+1",
];

#[test]
fn a_column_says_of_a_text_what_a_check_says_of_a_file_with_it() {
    for lang in [Lang::En, Lang::Zh] {
        let files = whole(lang);
        let book = read(&files);
        assert!(book.faults.is_empty(), "{:#?}", book.faults);
        let mut wrong = 0;
        for table in ALL {
            for column in table.columns {
                // A team is a file, which has one value.
                let at_once = if table.form() == Form::Csv { TEXTS.len() } else { 1 };
                wrong += TEXTS.chunks(at_once).map(|texts| hold(&files, &book, table, column, texts)).sum::<usize>();
            }
        }
        assert!(wrong > 1500, "{wrong}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn the_same_of_any_text(table in 0..ALL.len(), column in any::<prop::sample::Index>(), text in "[^\r\n\u{0}\u{fffd}]{0,10}|[0-9./: 年月日：-]{1,10}|[a-z0-9;；-]{1,8}") {
        let files = whole(Lang::En);
        let book = read(&files);
        let table = ALL[table];
        hold(&files, &book, table, column.get(table.columns), &[&text]);
    }
}

#[test]
fn the_year_of_a_row_is_that_of_the_day_it_is_dated() {
    let by = |name: &str| ALL.iter().find(|table| table.name == name).unwrap().dated_by().map(|column| column.code);
    let dated = ["activities", "volunteers", "requests", "memberships", "certificates"].map(by);
    assert_eq!(dated, ["date", "joined", "received", "from", "issued"].map(Some));
    // A participation is of its activity's day, a place of none.
    assert_eq!(["participations", "places"].map(by), [None, None]);
}

#[test]
fn what_a_column_is_for_fits_what_it_takes() {
    use rollbook::value::Kind;
    for table in ALL {
        for column in table.columns {
            let fits = match column.role {
                Role::Plain => true,
                Role::Name | Role::Note | Role::Phone => matches!(column.kind, Kind::Text),
                Role::Starts | Role::Dated | Role::Step | Role::Until => matches!(column.kind, Kind::Day | Kind::PartialDay),
                Role::Ends => matches!(column.kind, Kind::Day | Kind::End) && table.column_for(Role::Starts).is_some() && !column.required,
                Role::State => matches!(column.kind, Kind::Fixed(_)),
                Role::Kind => matches!(column.kind, Kind::Fixed(_) | Kind::Word(_)),
                Role::Parent => column.kind == Kind::Reference(table.name),
                Role::Owner => column.kind == Kind::Reference("volunteers"),
                Role::Hours | Role::Quantity => column.kind == Kind::Amount,
                Role::Times | Role::People | Role::PersonTimes | Role::Households => column.kind == Kind::Count,
            };
            assert!(fits, "{}.{} is no {:?}", table.name, column.code, column.role);
            let is_day = |number: &u16| matches!(table.columns[usize::from(*number)].kind, Kind::Day | Kind::PartialDay);
            assert!(column.after.iter().all(is_day), "{}.{}", table.name, column.code);
        }
        let once = [Role::Name, Role::Starts, Role::Ends, Role::Dated, Role::State, Role::Kind, Role::Parent];
        for role in once {
            assert!(table.columns_for(role).count() <= 1, "{} has several of {role:?}", table.name);
        }
        assert!(table.column_for(Role::Starts).is_none() || table.column_for(Role::Dated).is_none(), "{}", table.name);
    }
}

/// What was probably meant is said with how sure that is, for every kind of column: import asks here.
#[test]
fn what_a_text_probably_means_is_judged_as_a_check_does() {
    let files = whole(Lang::En);
    let book = read(&files);
    let context = book.judging(pen(&book.words));
    let volunteer = book.keys(rollbook::tables::number_of("volunteers")).and_then(|keys| keys.iter().next().map(|(_, id)| id.to_owned())).unwrap();
    let likely = |value: &str| Meant::Value(value.to_owned(), Sureness::Likely);
    for (table, column, text, meant) in [
        ("participations", "status", "atended", likely("attended")),
        ("memberships", "role", "successsor", likely("successor")),
        ("memberships", "role", "succesorr", Meant::Value("successor".to_owned(), Sureness::Likely)),
        ("participations", "hours", "3.5 hrs", likely("3.5")),
        ("activities", "date", "19.10.2026", likely("2026-10-19")),
        ("memberships", "volunteer", &volunteer.to_uppercase(), likely(&volunteer)),
        ("memberships", "volunteer", &format!(" {volunteer}"), Meant::Value(volunteer.clone(), Sureness::Certain)),
        ("memberships", "role", "teacher", Meant::Unknown),
    ] {
        let table = ALL.iter().find(|found| found.name == table).unwrap();
        let column = &table.columns[usize::from(table.find(column).unwrap())];
        assert_eq!(column.judge(text, &context).meant, meant, "{}: {text}", column.code);
    }
}
