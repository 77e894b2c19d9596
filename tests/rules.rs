//! Every rule has an example that breaks it and nothing else, and a case that shows both languages.

use std::path::Path;

use rollbook::book::Ask;
use rollbook::findings::{Chosen, Level};
use rollbook::rules::{self, example};

#[test]
fn every_example_breaks_its_rule_and_no_other() {
    for rule in rules::all() {
        let book = example::book(rule.example);
        let checked = rules::check(&book, Ask::on(example::day(&book)), &Chosen::default());
        let told: Vec<String> = checked
            .findings
            .iter()
            // A smallest book lacks most tables.
            .filter(|finding| finding.code == rule.code || (finding.level < Level::Note && finding.code != "F030"))
            .map(|finding| format!("{} {}", finding.code, finding.message.en))
            .collect();
        assert!(!told.is_empty(), "{}: the example does not break it", rule.code);
        assert!(told.iter().all(|told| told.starts_with(rule.code)), "{}: {told:#?}", rule.code);
    }
}

#[test]
fn what_is_said_to_be_silent_without_a_table_is_so_and_nothing_else() {
    let mut all = Vec::new();
    for (table, _) in rollbook::rules::format::table_absent::SILENT {
        let mut found = Vec::new();
        for rule in rules::all().filter(|rule| !rule.code.starts_with(['F', 'R', 'P'])) {
            let tells = |text: &str| {
                let book = example::book(text);
                let checked = rules::check(&book, Ask::on(example::day(&book)), &Chosen::default());
                checked.findings.iter().any(|finding| finding.code == rule.code)
            };
            let files = rule.example.split("\n-- ").map(str::to_owned);
            let without: Vec<String> = files.filter(|file| !file.starts_with(table.path)).collect();
            if !tells(&without.join("\n-- ")) {
                found.push(rule.code);
            }
        }
        all.push((table.name, found));
    }
    let said: Vec<_> = rollbook::rules::format::table_absent::SILENT.iter().map(|(table, silent)| (table.name, silent.to_vec())).collect();
    assert_eq!(all, said);
}

#[test]
fn every_rule_has_a_case_that_shows_it_in_both_languages() {
    for rule in rules::all() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{}.md", rule.code));
        let case = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
        for lang in ["--lang en", "--lang zh-CN"] {
            assert!(case.contains(&format!("$ rollbook check {lang}")), "{}: no `rollbook check {lang}`", path.display());
        }
        assert!(case.contains(&format!("[{} {}]", rule.code, rule.name)), "{}: does not show the finding", path.display());
    }
}

#[test]
fn codes_and_names_are_told_apart() {
    let mut seen = std::collections::HashSet::new();
    for family in rules::FAMILIES {
        assert!(family.rules.is_sorted_by_key(|rule| rule.code));
        for rule in family.rules {
            assert!(rule.code.starts_with(family.letter), "{}", rule.code);
            assert!(seen.insert(rule.code) && seen.insert(rule.name), "{} {}", rule.code, rule.name);
            for key in rule.thresholds {
                assert!(rollbook::tables::settings::thresholds::OUTLINE.key(key).is_some(), "{}: {key}", rule.code);
            }
        }
    }
}
