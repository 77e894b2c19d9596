//! `check --fix --likely`: what was meant is what is written, byte for byte; a guess is never written.

use proptest::prelude::*;
use rollbook::book::{Ask, Book};
use rollbook::edit::fix::{Look, fix};
use rollbook::findings::{Chosen, Level};
use rollbook::rules::check;
use rollbook::value::Day;
use rollbook::value::lenient::Sureness;

use crate::harness::{book, rollbook_on};
use crate::random_book::{Dice, RandomBook, read};

type Files = Vec<(String, String)>;

/// A way to write a cell that is likely to mean it, and not certain; nothing where it has none.
fn slip(book: &RandomBook, column: &str, cell: &str, dice: &mut Dice) -> Option<String> {
    let date: Vec<&str> = cell.split('-').collect();
    let ways = match (column, date.as_slice()) {
        ("hours", _) if ["1", "0.5", "2.25", "2.5", "0.25"].contains(&cell) => {
            vec![format!("{cell}小时"), format!("{cell} hrs"), format!("{cell}个钟头"), format!("+{cell}h")]
        }
        ("beneficiaries" | "headcount", _) if !cell.is_empty() => vec![format!("{cell}人次"), format!("共{cell}人"), format!("{cell} people")],
        ("date" | "from" | "to", [year, month, day]) if *month != "13" => {
            let words = ["Jan", "feb", "March", "Apr.", "MAY", "june", "July", "Aug", "Sept", "Oct", "Nov", "December"];
            let word = words[month.parse::<usize>().unwrap() - 1];
            let mut ways = vec![format!("{day} {word} {year}"), format!("{word} {day}, {year}"), format!("{cell} 14:30"), format!("{cell}（周六）")];
            if *day > "12" || day == month {
                ways.extend([format!("{day}/{month}/{year}"), format!("{month}.{day}.{year}"), format!("{day}-{month}-{year}")]);
            }
            ways
        }
        // Some refer to nobody.
        ("volunteer", _) if book.tables["volunteers"].rows.iter().all(|row| row[0] != cell) => Vec::new(),
        ("volunteer", _) => vec![cell.to_uppercase(), cell.replace('p', "Name, "), cell.replace('p', "ＮＡＭＥ，"), cell.replace('p', "name,  ")],
        ("branch" | "parent", _) if cell == "b1" => vec!["One".to_owned(), "B1".to_owned()],
        ("branch" | "parent", _) if cell == "b2" => vec!["Two".to_owned(), "two".to_owned()],
        ("place", _) if !cell.is_empty() => vec![format!("Place {cell}"), cell.to_uppercase()],
        ("status", _) if cell.len() > 3 => vec![format!("{cell}{}", &cell[cell.len() - 1..])],
        ("role", _) => vec![format!("{cell}{}", &cell[cell.len() - 1..]), format!("{}{}", &cell[..2], &cell[3..])],
        ("track", _) if cell != "teapot" => vec![format!("{cell}{}", &cell[cell.len() - 1..])],
        _ => Vec::new(),
    };
    (!ways.is_empty()).then(|| dice.pick(&ways).clone())
}

/// Every error is a warning, so that no fix is dropped for what it brings to light in a book made up by chance.
fn all_warnings() -> String {
    let errors = rollbook::rules::all().filter(|rule| rule.level == Level::Error);
    errors.fold("[levels]\n".to_owned(), |all, rule| all + rule.code + " = \"warning\"\n")
}

fn fixed(mut files: Files) -> Files {
    let ask = Ask::on(Day::parse("2026-06-30").unwrap());
    let look = |book: &Book| Ok::<Look, ()>(Look { ask, findings: check(book, ask, &Chosen::default()).findings });
    let fixed = fix(read(&files), Sureness::Likely, look, |_| true).unwrap();
    assert_eq!(fixed.differences, []);
    for (path, text) in &mut files {
        if let Some(new) = fixed.changes.get(path) {
            text.clone_from(&new.new);
        }
    }
    files
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn what_was_likely_meant_is_what_is_written(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let clean = RandomBook::new(seed);
        let mut spoilt = clean.clone();
        let mut slips = Vec::new();
        for table in spoilt.tables.values_mut() {
            let header = table.header.clone();
            for row in &mut table.rows {
                for (column, cell) in header.iter().zip(row.iter_mut()) {
                    if dice.below(6) == 0 && let Some(slipped) = slip(&clean, column, cell, &mut dice) {
                        slips.push(format!("{column}: {slipped} for {cell}"));
                        *cell = slipped;
                    }
                }
            }
        }
        let with_levels = |files: Files| -> Files { files.into_iter().map(|(path, text)| (path.clone(), if path == "rollbook.toml" { text + &all_warnings() } else { text })).collect() };
        prop_assert_eq!(fixed(with_levels(spoilt.files())), with_levels(clean.files()), "{:?}", slips);
    }
}

const BOOK: &str = "
-- volunteers.csv
id,name,track,joined
007,Ida Brandt,community,2024
012,Joe Lund,community,2024
013,Joe Lund,community,2024
-- trainings.csv
id,volunteer,date,title,hours,organiser
t1,ida brandt,2026-03-05,First aid,2h,Red Cross
t2,12,17/03/2026,First aid,2:15,Red Cross
";

#[test]
fn without_likely_nothing_likely_is_written() {
    let folder = book(BOOK);
    let before = std::fs::read_to_string(folder.path().join("trainings.csv")).unwrap();
    let said = rollbook_on(folder.path(), "check --fix --format short", None, &[]);
    assert_eq!(said.code, 1);
    assert_eq!(std::fs::read_to_string(folder.path().join("trainings.csv")).unwrap(), before);
    let said = rollbook_on(folder.path(), "check --fix --likely --diff", None, &[]);
    assert_eq!(said.code, 1);
    assert_eq!(std::fs::read_to_string(folder.path().join("trainings.csv")).unwrap(), before);
    let said = rollbook_on(folder.path(), "check --fix --likely --format json", None, &[]);
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(said.out.starts_with('{') && said.err.contains("+t2,012,2026-03-17,First aid,2.25,Red Cross"), "{}", said.err);
    assert_eq!(said.err.lines().filter(|line| line.contains("likely what is meant")).count(), 5, "{}", said.err);
}

/// What may be another, or is not exact, stays as it is, and so does a name where somebody may have it whom nobody can read.
#[test]
fn a_guess_is_never_written() {
    for (table, cell, other) in [
        ("trainings.csv", "12,17/03/2026", "Joe Lund,2026-03-17"),
        ("trainings.csv", "12,17/03/2026", "014,2026-03-17"),
        ("trainings.csv", "17/03/2026", "11/03/2026"),
        ("trainings.csv", "17/03/2026", "17/03/26"),
        ("trainings.csv", "2:15", "半天"),
        ("trainings.csv", "2:15", "约2小时"),
        ("trainings.csv", "2:15", "1,250"),
        ("volunteers.csv", "013,Joe", "01 3,Joe"),
        ("volunteers.csv", "community,2024\n012", "comedy,2024\n012"),
    ] {
        let folder = book(BOOK);
        assert_eq!(rollbook_on(folder.path(), "check --fix --likely -q", None, &[]).code, 0);
        let path = folder.path().join(table);
        let first = book(BOOK);
        let spoilt = std::fs::read_to_string(first.path().join(table)).unwrap().replacen(cell, other, 1);
        std::fs::write(&path, &spoilt).unwrap();
        rollbook_on(folder.path(), "check --fix --likely -q --format short", None, &[]);
        let now = std::fs::read_to_string(&path).unwrap();
        let kept = other.split(',').next().unwrap();
        assert!(now.contains(kept), "{other}: {now}");
    }
    let folder = book(&BOOK.replace("013,Joe Lund", "01 3,Ida Brandt"));
    rollbook_on(folder.path(), "check --fix --likely -q --format short", None, &[]);
    assert!(std::fs::read_to_string(folder.path().join("trainings.csv")).unwrap().contains("ida brandt"));
}
