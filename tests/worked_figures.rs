//! The figures of the quickstart books, worked out by hand and by a script of its own (`tests/figures/quickstart.md`), against the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::harness::{example_book, rollbook_on};

/// A table of the page: its heading, what `--by` it names, its header and rows.
struct Section {
    heading: String,
    by: Option<String>,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn sections() -> Vec<Section> {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures/quickstart.md")).unwrap();
    page.split("\n## ")
        .skip(1)
        .filter_map(|part| {
            let lines: Vec<Vec<String>> = part
                .lines()
                .filter(|line| line.starts_with('|'))
                .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect())
                .collect();
            let (header, rows) = lines.split_first()?;
            let by = part.split("`--by ").nth(1).map(|rest| rest.split('`').next().unwrap().to_owned());
            Some(Section { heading: part.lines().next().unwrap().to_owned(), by, header: header.clone(), rows: rows[1..].to_vec() })
        })
        .collect()
}

/// What `stats --format csv` says: rows by column.
fn stats(book: &str, by: Option<&str>) -> Vec<BTreeMap<String, String>> {
    let by = by.map_or(String::new(), |by| format!("--by {by}"));
    let said = rollbook_on(&example_book(book), &format!("stats --format csv {by}"), None, &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{book} {by}");
    let mut reader = csv::Reader::from_reader(said.out.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    reader.records().map(|row| header.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect()).collect()
}

/// The name of a column of the page in the program's CSV.
fn column(header: &str) -> String {
    header.split(':').next().unwrap().replace('-', "_")
}

fn compare(book: &str, translate: &dyn Fn(&str, &str) -> String) {
    let mut compared = 0;
    for section in sections() {
        let by = section.by.as_ref().map(|by| match by.split_once(':') {
            Some((dimension, kind)) => format!("{dimension}:{}", translate("place-kind", kind)),
            None => by.clone(),
        });
        if section.heading.starts_with("Outcomes") {
            compared += outcomes(book, &section, by.as_deref(), translate);
        } else if section.header.iter().any(|h| h == "hours") {
            let figures = ["services", "participations", "hours", "beneficiaries", "volunteers", "cross-team", "headcount"];
            // A group that only an outcome is in (a metric without a track) stands in the tables of outcomes.
            let mut rows = stats(book, by.as_deref());
            rows.retain(|row| row["services"] != "0");
            let told: BTreeSet<Vec<String>> = rows.iter().map(|row| section.header.iter().map(|h| row[&column(h)].clone()).collect()).collect();
            let expected: BTreeSet<Vec<String>> = section
                .rows
                .iter()
                .map(|row| {
                    section
                        .header
                        .iter()
                        .zip(row)
                        .map(|(h, cell)| if figures.contains(&h.as_str()) { cell.clone() } else { translate(h, cell) })
                        .collect()
                })
                .collect();
            assert_eq!(told, expected, "{book}: {}", section.heading);
            compared += 1;
        }
    }
    assert!(compared >= 15, "only {compared} tables of the page were compared");
}

/// Compares a table of outcomes: one row a metric and group.
fn outcomes(book: &str, section: &Section, by: Option<&str>, translate: &dyn Fn(&str, &str) -> String) -> usize {
    let rows = stats(book, by);
    let place = |name: &str| section.header.iter().position(|h| h == name);
    let dimension = by.map(|by| place(by).unwrap());
    let mut expected = BTreeSet::new();
    for row in &section.rows {
        let metric = translate("metric", &row[place("metric").unwrap()]);
        let group = dimension.map(|n| translate(&section.header[n], &row[n])).unwrap_or_default();
        expected.insert((metric, group, row[place("quantity").unwrap()].clone()));
    }
    let mut told = BTreeSet::new();
    for row in &rows {
        let group = by.map(|by| row[&column(by)].clone()).unwrap_or_default();
        for (name, value) in row.iter().filter(|(_, value)| !value.is_empty()) {
            if let Some(metric) = name.strip_prefix("outcomes.") {
                told.insert((metric.to_owned(), group.clone(), value.clone()));
            }
        }
    }
    assert_eq!(told, expected, "{book}: {}", section.heading);
    1
}

#[test]
fn the_quickstart_counts_as_it_was_counted_by_hand() {
    compare("quickstart", &|_, code| code.to_owned());
}

#[test]
fn its_chinese_twin_counts_the_same() {
    let page = sections();
    let codes = page.iter().find(|section| section.heading.starts_with("The same codes")).unwrap();
    let find = |what: &str, code: &str| {
        let what = what.split(':').next().unwrap().replace("home-team", "team");
        codes.rows.iter().find(|row| row[0] == what && row[1] == code).map_or_else(|| code.to_owned(), |row| row[2].clone())
    };
    compare("quickstart-zh", &find);
}
