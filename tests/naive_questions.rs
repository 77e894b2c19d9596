//! A second computation of `stats --of requests` and `--of stars`, as plainly as possible: loops over rows of words, by the meanings of the
//! format. It shares no code with the program. A property holds the two equal.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use rollbook::book::{Ask, Book};
use rollbook::figures::questions::{Asking, find};
use rollbook::figures::stats::Filters;
use rollbook::figures::{Sheet, Value};
use rollbook::value::{Day, Period};

use crate::random_book::{Dice, Plain, RandomBook, read};

const PERIODS: &[(Option<&str>, &str, &str)] = &[(None, "0000-00-00", "9999-99-99"), (Some("2026Q2"), "2026-04-01", "2026-06-30")];

/// A row of a sheet, its cells as they are written.
type Cells = Vec<String>;

/// What the program answers: rows by their keys, and the total under no key.
fn told(book: &Book, question: &str, by: &str, period: Option<&str>, as_of: &str) -> BTreeMap<String, Cells> {
    let day = Day::parse(as_of).unwrap();
    let period = period.map(|text| Period::parse(text, day).unwrap());
    let asking = Asking { book, ask: Ask::on(day), period, filters: &Filters::default(), kinds: None };
    let sheet: Sheet = (find(question).unwrap().sheet)(&asking, &[by.to_owned()]).unwrap();
    let keys = sheet.columns.iter().take_while(|column| !column.is_figure).count();
    let text = |value: &Value| match value {
        Value::Empty => String::new(),
        Value::Id(text) | Value::Text(text) => text.clone(),
        Value::Word(word) => word.code.clone(),
        Value::Count(n) => n.to_string(),
        Value::Amount(amount) | Value::Percent(amount) => amount.to_string(),
        Value::Day(day) => day.to_string(),
        other => panic!("{other:?}"),
    };
    let row = |cells: &Vec<Value>| (text(&cells[0]), cells[keys..].iter().map(text).collect());
    sheet.rows.iter().chain(&sheet.total).map(row).collect()
}

fn days(from: &str, to: &str) -> i64 {
    let date = |text: &str| text.parse::<NaiveDate>().unwrap();
    (date(to) - date(from)).num_days()
}

/// The middle of some numbers, in halves.
fn middle(mut all: Vec<i64>) -> String {
    all.sort_unstable();
    if all.is_empty() {
        return String::new();
    }
    let twice = all[(all.len() - 1) / 2] + all[all.len() / 2];
    if twice % 2 == 0 { (twice / 2).to_string() } else { format!("{}.5", twice / 2) }
}

/// A fraction rounded half up to some digits after the point, without noughts at the end.
fn rounded(part: u64, whole: u64, digits: u32) -> String {
    if whole == 0 {
        return String::new();
    }
    let unit = 10u64.pow(digits);
    let scaled = (part * unit * 2 + whole) / (whole * 2);
    let text = format!("{}.{:0width$}", scaled / unit, scaled % unit, width = digits as usize);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn requests(dice: &mut Dice) -> Plain {
    let header = vec!["id", "received", "channel", "kind", "subject", "status", "verified", "assigned", "due", "answered", "answer", "satisfaction"];
    let day = |dice: &mut Dice, from: &str| {
        let from: NaiveDate = from.parse().unwrap();
        (from + chrono::Duration::days(i64::try_from(dice.below(30)).unwrap() - 2)).to_string()
    };
    let rows = (0..dice.below(40)).map(|n| {
        let received = (*dice.pick(&["2026-03-20", "2026-04-01", "2026-05-31", "2026-06-10", "2026-06-25", "2026-07-02", "2026-02-30"])).to_owned();
        let from = if received == "2026-02-30" { "2026-02-27" } else { &received };
        let status = *dice.pick(&["open", "verified", "assigned", "forwarded", "answered", "answered", "answered", "declined", "teapot"]);
        let mut some = |part: usize| if dice.below(part) > 0 { day(dice, from) } else { String::new() };
        let (verified, assigned, due) = (some(2), some(2), some(2));
        let answered = if matches!(status, "answered" | "declined") { some(6) } else { String::new() };
        vec![
            format!("r{n}"),
            received.clone(),
            (*dice.pick(&["hotline", "grid", "centre"])).to_owned(),
            (*dice.pick(&["care", "repair"])).to_owned(),
            "x".to_owned(),
            status.to_owned(),
            verified,
            assigned,
            due,
            answered,
            (*dice.pick(&["", "Done"])).to_owned(),
            (*dice.pick(&["", "1", "3", "5"])).to_owned(),
        ]
    });
    Plain { header, rows: rows.collect() }
}

/// The figures of requests by a column or by quarter, counted row by row.
fn count_requests(table: &Plain, by: &str, from: &str, to: &str, as_of: &str) -> BTreeMap<String, Cells> {
    let mut groups: BTreeMap<String, Vec<&Vec<String>>> = BTreeMap::from([("total".to_owned(), Vec::new())]);
    if by == "quarter" {
        // Each quarter of a period has a row, also one in which nothing came in.
        let begun = (1..=4).filter(|n| {
            !from.starts_with("0000") && *format!("2026-{:02}-01", n * 3 - 2) <= *as_of.min(to) && *format!("2026-{:02}-31", n * 3) >= *from
        });
        groups.extend(begun.map(|n| (format!("2026Q{n}"), Vec::new())));
    }
    for row in &table.rows {
        let cell = |column| table.cell(row, column);
        let received = cell("received");
        if received == "2026-02-30" || received > as_of || received < from || received > to || cell("status") == "teapot" {
            continue;
        }
        let key = match by {
            "quarter" => format!("{}Q{}", &received[..4], received[5..7].parse::<u32>().unwrap().div_ceil(3)),
            column => cell(column).to_owned(),
        };
        groups.entry(key).or_default().push(row);
        groups.get_mut("total").unwrap().push(row);
    }
    groups.into_iter().map(|(key, rows)| (key, figures(table, &rows, as_of))).collect()
}

fn figures(table: &Plain, rows: &[&Vec<String>], as_of: &str) -> Cells {
    let (mut answered, mut overdue, mut in_time, mut due_at_all) = (0u64, 0u64, 0u64, 0u64);
    let (mut to_answer, mut to_verify, mut ratings) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let cell = |column| table.cell(row, column);
        let received = cell("received");
        let last = match cell("due") {
            "" => Some((received.parse::<NaiveDate>().unwrap() + chrono::Duration::days(14)).to_string()),
            due if due < received => None,
            due => Some(due.to_owned()),
        };
        let on = cell("answered");
        let is_answered = if on.is_empty() { ["answered", "declined"].contains(&cell("status")) } else { on <= as_of };
        let is_dated = is_answered && !on.is_empty() && on >= received;
        if is_answered {
            answered += 1;
            if is_dated {
                to_answer.push(days(received, on));
            }
            if !cell("satisfaction").is_empty() {
                ratings.push(cell("satisfaction").parse::<u64>().unwrap());
            }
        }
        match last {
            Some(last) if is_dated => {
                due_at_all += 1;
                in_time += u64::from(on <= last.as_str());
            }
            Some(last) if !is_answered && last.as_str() < as_of => {
                due_at_all += 1;
                overdue += 1;
            }
            _ => {}
        }
        let verified = cell("verified");
        if !verified.is_empty() && received <= verified && verified <= as_of {
            to_verify.push(days(received, verified));
        }
    }
    let longest = |all: &[i64]| all.iter().max().map_or(String::new(), i64::to_string);
    vec![
        rows.len().to_string(),
        answered.to_string(),
        overdue.to_string(),
        rounded(in_time * 100, due_at_all, 1),
        middle(to_answer.clone()),
        longest(&to_answer),
        middle(to_verify.clone()),
        longest(&to_verify),
        rounded(ratings.iter().sum(), ratings.len() as u64, 2),
    ]
}

/// Hours in quarters of an hour; nothing where they cannot be read.
fn quarters(text: &str) -> Option<i64> {
    Some(match text {
        "0.25" => 1,
        "0.5" => 2,
        "1" | "1.0000" => 4,
        "2.25" => 9,
        "2.5" => 10,
        other => other.parse::<i64>().ok().filter(|n| *n >= 0)? * 4,
    })
}

const STARS: &[i64] = &[1, 3, 6];

/// Star levels, counted for every volunteer from the rows: by level, who reached it newly, who holds it, and their hours.
fn count_stars(book: &RandomBook, from: &str, to: &str, as_of: &str) -> BTreeMap<String, Cells> {
    let (people, parts, activities, openings) =
        (&book.tables["volunteers"], &book.tables["participations"], &book.tables["activities"], &book.tables["openings"]);
    let mut groups: BTreeMap<String, [i64; 3]> = BTreeMap::from([("total".to_owned(), [0; 3])]);
    for person in &people.rows {
        let id = people.cell(person, "id");
        let (mut before, mut all) = (0, 0);
        let mut add = |day: &str, quarters: i64| {
            let last = if to < as_of { to } else { as_of };
            if day <= last {
                all += quarters;
                before += if day < from { quarters } else { 0 };
            }
        };
        for row in openings.rows.iter().filter(|row| openings.cell(row, "volunteer") == id) {
            add(openings.cell(row, "until"), quarters(openings.cell(row, "hours")).unwrap());
        }
        for row in parts.rows.iter().filter(|row| parts.cell(row, "volunteer") == id) {
            let activity = activities.rows.iter().find(|a| activities.cell(a, "id") == parts.cell(row, "activity")).unwrap();
            let counts = activities.cell(activity, "status") == "held"
                && quarters(activities.cell(activity, "hours")).is_some()
                && activities.cell(activity, "date") != "2026-13-01"
                && ["", "attended"].contains(&parts.cell(row, "status"));
            if let Some(given) = quarters(parts.cell(row, "hours")).filter(|_| counts) {
                add(activities.cell(activity, "date"), given);
            }
        }
        let level = |quarters: i64| STARS.iter().filter(|star| **star * 4 <= quarters).count();
        if level(all) > 0 {
            for key in [level(all).to_string(), "total".to_owned()] {
                let sums = groups.entry(key).or_default();
                sums[0] += i64::from(level(before) < level(all));
                sums[1] += 1;
                sums[2] += all;
            }
        }
    }
    let cells = |sums: [i64; 3]| vec![sums[0].to_string(), sums[1].to_string(), rounded(u64::try_from(sums[2]).unwrap(), 4, 2)];
    groups.into_iter().map(|(key, sums)| (key, cells(sums))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn requests_agree_with_a_second_computation(seed in any::<u64>()) {
        let mut book = RandomBook::new(seed);
        book.tables.insert("requests", requests(&mut Dice::new(seed ^ 7)));
        let as_read = read(&book.files());
        for as_of in ["2026-06-30", "2026-06-12"] {
            for (period, from, to) in PERIODS {
                for by in ["channel", "kind", "quarter"] {
                    let told = told(&as_read, "requests", by, *period, as_of);
                    let expected = count_requests(&book.tables["requests"], by, from, to, as_of);
                    prop_assert_eq!(told, expected, "{} {:?} {}", by, period, as_of);
                }
            }
        }
    }

    #[test]
    fn stars_agree_with_a_second_computation(seed in any::<u64>()) {
        let mut book = RandomBook::new(seed);
        let mut dice = Dice::new(seed ^ 11);
        let mut openings = Plain { header: vec!["volunteer", "team", "until", "services", "hours", "beneficiaries", "source"], rows: Vec::new() };
        for person in &book.tables["volunteers"].rows {
            if dice.below(2) == 0 {
                let until = *dice.pick(&["2025-12-31", "2026-04-01", "2026-07-01"]);
                let hours = *dice.pick(&["0", "0.5", "1", "2.5"]);
                openings.rows.push([&person[0], "", until, "1", hours, "0", "paper"].map(str::to_owned).to_vec());
            }
        }
        book.tables.insert("openings", openings);
        let mut files = book.files();
        files.iter_mut().filter(|(path, _)| path == "rollbook.toml").for_each(|(_, text)| text.push_str("[rules]\nstars = [1, 3, 6]\n"));
        let as_read = read(&files);
        for as_of in ["2026-06-30", "2026-03-15"] {
            for (period, from, to) in PERIODS {
                let told = told(&as_read, "stars", "level", *period, as_of);
                prop_assert_eq!(told, count_stars(&book, from, to, as_of), "{:?} {}", period, as_of);
            }
        }
    }
}
