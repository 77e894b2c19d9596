//! `--where`, `--sort` and `--top`, held against what a reader of the whole list would pick out of it by hand.

use std::sync::LazyLock;

use crate::harness::{example_book, rollbook_on};

/// A list as its CSV says it: its headings and its rows.
type Listed = (csv::StringRecord, Vec<csv::StringRecord>);

fn csv_of(arguments: &str) -> Listed {
    let said = rollbook_on(&example_book("chengdong"), arguments, None, &[]);
    assert_eq!(said.code, 0, "{arguments}: {}", said.err);
    let mut reader = csv::Reader::from_reader(said.out.as_bytes());
    (reader.headers().unwrap().clone(), reader.records().map(Result::unwrap).collect())
}

/// All volunteers, with all that is known of them.
static ALL: LazyLock<Listed> = LazyLock::new(|| csv_of("volunteer list --all --columns all --format csv"));

/// The ids of the rows of which a cell meets a test.
fn picked(column: &str, meets: impl Fn(&str) -> bool) -> Vec<String> {
    let at = ALL.0.iter().position(|heading| heading == column).unwrap();
    ALL.1.iter().filter(|row| meets(&row[at])).map(|row| row[0].to_owned()).collect()
}

fn listed(arguments: &str) -> Vec<String> {
    let (_, rows) = csv_of(&format!("volunteer list --all --columns id --format csv {arguments}"));
    rows.iter().map(|row| row[0].to_owned()).collect()
}

#[test]
fn conditions_choose_what_a_reader_would() {
    type Meets = fn(&str) -> bool;
    let cases: &[(&str, &str, Meets)] = &[
        ("--where skills=急救", "skills", |cell| cell.split(';').any(|skill| skill == "急救")),
        ("--where 特长!=急救", "skills", |cell| !cell.split(';').any(|skill| skill == "急救")),
        ("--where workplace=", "workplace", str::is_empty),
        ("--where 工作单位!=", "workplace", |cell| !cell.is_empty()),
        ("--where services=0", "services", |cell| cell == "0"),
        ("--where hours>=8.5", "hours", |cell| cell.parse::<f64>().unwrap() >= 8.5),
        ("--where hours<1", "hours", |cell| cell.parse::<f64>().unwrap() < 1.0),
        ("--where joined=2010", "joined", |cell| cell.starts_with("2010")),
        ("--where joined>2010Q3", "joined", |cell| cell > "2010-09-30"),
        ("--where joined<=2008-05", "joined", |cell| !cell.is_empty() && cell < "2008-06"),
        ("--where id>=v0450", "id", |cell| cell >= "v0450"),
    ];
    for (arguments, column, meets) in cases {
        let expected = picked(column, meets);
        assert!(!expected.is_empty() && expected.len() < ALL.1.len(), "{arguments} tells nothing apart: {}", expected.len());
        assert_eq!(listed(arguments), expected, "{arguments}");
    }
    let (idle, aiders) = (picked("services", |cell| cell == "0"), picked("skills", |cell| cell.split(';').any(|skill| skill == "急救")));
    let both: Vec<String> = idle.into_iter().filter(|id| aiders.contains(id)).collect();
    assert_eq!(listed("--where services=0 --where skills=急救"), both);
}

#[test]
fn the_first_rows_are_those_of_the_whole_list() {
    for (arguments, top) in [("--sort -hours", 7), ("", 100_000)] {
        let all = listed(arguments);
        assert_eq!(listed(&format!("{arguments} --top {top}")), all[..top.min(all.len())], "{arguments}");
    }
    let by_team = |arguments: &str| csv_of(&format!("stats --by team --format csv {arguments}")).1;
    let mut all = by_team("");
    all.sort_by(|a, b| b[2].parse::<u64>().unwrap().cmp(&a[2].parse().unwrap()));
    assert_eq!(by_team("--sort -services --top 5"), all[..5]);
    let few: Vec<_> = by_team("").into_iter().filter(|row| row[2].parse::<u64>().unwrap() < 14).collect();
    assert_eq!(by_team("--where services<14"), few);
}
