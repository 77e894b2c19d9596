//! A second computation of the figures of `stats`, as plainly as possible: nested loops over rows of words, by FORMAT's meanings.
//! It shares no code with the program. A property holds the two equal.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rollbook::book::{Ask, Book};
use rollbook::figures::stats::{Asked, Filters, Query, by::Chosen, stats};
use rollbook::figures::{Sheet, Value};
use rollbook::value::{Amount, Day, Period};

use crate::random_book::{Plain, RandomBook, read};

const AS_OF: &str = "2026-06-30";

/// Sums of a group: services, participations, hours in ten-thousandths, beneficiaries, volunteers, cross-team.
type Sums = (u64, u64, i64, u64, u64, u64);

struct Naive<'a> {
    book: &'a RandomBook,
}

fn hours(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |t: &str| t.chars().all(|c| c.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && digits(part)).then(|| format!("{whole}{part:0<4}").parse().unwrap())
}

impl<'a> Naive<'a> {
    fn table(&self, name: &str) -> &'a Plain {
        &self.book.tables[name]
    }

    fn activity(&self, id: &str) -> Option<&'a Vec<String>> {
        let table = self.table("activities");
        table.rows.iter().find(|row| table.cell(row, "id") == id)
    }

    /// Whether the activity counts.
    fn counts(&self, row: &[String], period: (&str, &str)) -> bool {
        let table = self.table("activities");
        let date = table.cell(row, "date");
        table.cell(row, "status") == "held"
            && hours(table.cell(row, "hours")).is_some()
            && date != "2026-13-01"
            && date <= AS_OF
            && period.0 <= date
            && date <= period.1
    }

    /// Home team and role of a volunteer on a day.
    fn home(&self, volunteer: &str, host: &str, day: &str) -> Option<(String, String)> {
        let table = self.table("memberships");
        let team_exists = |id: &str| self.book.teams.iter().any(|(team, _)| team == id);
        let mut homes: Vec<(&str, &str, &str)> = table
            .rows
            .iter()
            .filter(|row| table.cell(row, "volunteer") == volunteer && team_exists(table.cell(row, "team")))
            .filter(|row| table.cell(row, "from") <= day && (table.cell(row, "to").is_empty() || day <= table.cell(row, "to")))
            .map(|row| (table.cell(row, "from"), table.cell(row, "team"), table.cell(row, "role")))
            .collect();
        homes.sort_by(|a, b| b.0.cmp(a.0).then(a.1.cmp(b.1)));
        // Where the host is one of the homes it is the home: of two spells there the one that began last.
        if let Some(own) = homes.iter().find(|home| home.1 == host) {
            return Some((own.1.to_owned(), own.2.to_owned()));
        }
        homes.first().map(|home| (home.1.to_owned(), home.2.to_owned()))
    }

    /// Somebody without a home team: not known, where a membership of that day is in a team that is not there.
    fn homeless(&self, volunteer: &str, day: &str) -> String {
        let table = self.table("memberships");
        let mut own = table.rows.iter().filter(|row| table.cell(row, "volunteer") == volunteer);
        let is_of_day = |row: &&Vec<String>| table.cell(row, "from") <= day && (table.cell(row, "to").is_empty() || day <= table.cell(row, "to"));
        // All teams that are there are homes: what is left names one that is not.
        if own.any(|row| is_of_day(&row)) { "(unknown)".to_owned() } else { "(none)".to_owned() }
    }

    fn key(&self, dimension: &str, activity: &[String], person: Option<(&str, &Option<(String, String)>)>) -> String {
        let (activities, volunteers) = (self.table("activities"), self.table("volunteers"));
        let or_none = |text: &str| if text.is_empty() { "(none)".to_owned() } else { text.to_owned() };
        match dimension {
            "team" => activities.cell(activity, "team").to_owned(),
            "kind" => activities.cell(activity, "kind").to_owned(),
            "month" => activities.cell(activity, "date")[..7].to_owned(),
            "quarter" => {
                let date = activities.cell(activity, "date");
                format!("{}Q{}", &date[..4], (date[5..7].parse::<u32>().unwrap() - 1) / 3 + 1)
            }
            "place:village" => {
                let mut place = activities.cell(activity, "place").to_owned();
                if place.is_empty() {
                    let team = activities.cell(activity, "team");
                    let text = &self.book.teams.iter().find(|(id, _)| id == team).unwrap().1;
                    place = text.split("place = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
                }
                match place.as_str() {
                    "town" => "(above)".to_owned(),
                    "g1" => "v1".to_owned(),
                    "g2" => "v2".to_owned(),
                    other => other.to_owned(),
                }
            }
            "home-team" => {
                person.unwrap().1.as_ref().map_or_else(|| self.homeless(person.unwrap().0, activities.cell(activity, "date")), |home| home.0.clone())
            }
            "role" => {
                person.unwrap().1.as_ref().map_or_else(|| self.homeless(person.unwrap().0, activities.cell(activity, "date")), |home| home.1.clone())
            }
            "volunteer" => person.unwrap().0.to_owned(),
            "track" | "branch" => {
                let row = volunteers.rows.iter().find(|row| volunteers.cell(row, "id") == person.unwrap().0).unwrap();
                let text = volunteers.cell(row, dimension);
                if text == "teapot" { "(unknown)".to_owned() } else { or_none(text) }
            }
            other => panic!("{other}"),
        }
    }

    fn count(&self, by: &[&str], period: (&str, &str)) -> BTreeMap<Vec<String>, Sums> {
        let about_people = by.iter().any(|d| ["home-team", "role", "volunteer", "track", "branch"].contains(d));
        let (activities, participations, volunteers) = (self.table("activities"), self.table("participations"), self.table("volunteers"));
        let mut groups: BTreeMap<Vec<String>, Sums> = BTreeMap::new();
        let (mut people, mut touched) = (BTreeSet::new(), BTreeSet::new());
        for row in &participations.rows {
            let (activity, volunteer) = (participations.cell(row, "activity"), participations.cell(row, "volunteer"));
            let Some(activity_row) = self.activity(activity).filter(|a| self.counts(a, period)) else { continue };
            let Some(given) = hours(participations.cell(row, "hours")) else { continue };
            if !["", "attended"].contains(&participations.cell(row, "status"))
                || !volunteers.rows.iter().any(|v| volunteers.cell(v, "id") == volunteer)
            {
                continue;
            }
            let host = activities.cell(activity_row, "team");
            let home = self.home(volunteer, host, activities.cell(activity_row, "date"));
            let key: Vec<String> = by.iter().map(|d| self.key(d, activity_row, Some((volunteer, &home)))).collect();
            let sums = groups.entry(key.clone()).or_default();
            sums.1 += 1;
            sums.2 += given;
            sums.5 += u64::from(home.as_ref().is_some_and(|home| home.0 != host));
            people.insert((key.clone(), volunteer));
            touched.insert((key, activity));
        }
        for (key, _) in people {
            groups.get_mut(&key).unwrap().4 += 1;
        }
        if !about_people {
            touched.clear();
            for row in activities.rows.iter().filter(|row| self.counts(row, period)) {
                touched.insert((by.iter().map(|d| self.key(d, row, None)).collect(), activities.cell(row, "id")));
            }
        }
        for (key, activity) in touched {
            let row = self.activity(activity).unwrap();
            let sums = groups.entry(key).or_default();
            sums.0 += 1;
            sums.3 += activities.cell(row, "beneficiaries").parse::<u64>().unwrap();
        }
        groups
    }
}

/// The same sums from a sheet of the program.
fn sums(sheet: &Sheet, by: &[&str]) -> BTreeMap<Vec<String>, Sums> {
    let column = |key: &str| sheet.columns.iter().position(|c| c.key == key).unwrap();
    let rows: Vec<&Vec<Value>> = if by.is_empty() { sheet.total.iter().collect() } else { sheet.rows.iter().collect() };
    rows.into_iter()
        .map(|row| {
            let count = |key: &str| match &row[column(key)] {
                Value::Count(n) => *n,
                other => panic!("{key}: {other:?}"),
            };
            let hours = match &row[column("hours")] {
                Value::Amount(amount) => amount.ten_thousandths(),
                other => panic!("{other:?}"),
            };
            let key = by
                .iter()
                .map(|d| match &row[column(&d.split(':').next().unwrap().replace('-', "_"))] {
                    Value::Id(text) => text.clone(),
                    Value::Word(word) => word.code.clone(),
                    other => panic!("{other:?}"),
                })
                .collect();
            (key, (count("services"), count("participations"), hours, count("beneficiaries"), count("volunteers"), count("cross_team")))
        })
        .collect()
}

/// Asks the program.
pub fn ask(book: &Book, by: &[&str], period: Option<&str>) -> Sheet {
    let today = Day::parse(AS_OF).unwrap();
    let query = Query {
        period: period.map(|p| Period::parse(p, today).unwrap()),
        filters: Filters::of(book, &Asked::default()).unwrap(),
        by: by.iter().map(|d| Chosen::parse(book, d).unwrap()).collect(),
    };
    stats(book, Ask::on(today), &query)
}

/// The dimensions that the second computation knows.
pub const QUESTIONS: &[&[&str]] = &[
    &[],
    &["team"],
    &["home-team"],
    &["kind"],
    &["place:village"],
    &["track"],
    &["branch"],
    &["role"],
    &["volunteer"],
    &["month"],
    &["quarter"],
    &["team", "quarter"],
    &["home-team", "team"],
    &["role", "month"],
    &["track", "role"],
    &["place:village", "kind"],
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn figures_agree_with_a_second_computation(seed in any::<u64>()) {
        let book = RandomBook::new(seed);
        let (naive, as_read) = (Naive { book: &book }, read(&book.files()));
        for by in QUESTIONS {
            for (period, bounds) in [(None, ("0000", "9999")), (Some("2026Q1"), ("2026-01-01", "2026-03-31"))] {
                let sheet = ask(&as_read, by, period);
                let mut expected = naive.count(by, bounds);
                if by.is_empty() {
                    expected.entry(Vec::new()).or_default();
                }
                let told = sums(&sheet, by);
                // Groups that only an outcome has are no groups of the second computation.
                let told: BTreeMap<_, _> = told.into_iter().filter(|(key, sums)| by.is_empty() || expected.contains_key(key) || *sums != Sums::default()).collect();
                prop_assert_eq!(&told, &expected, "{:?} {:?}", by, period);
                let total = sums_of_total(&sheet);
                let alone = naive.count(&[], bounds).remove(&Vec::new()).unwrap_or_default();
                let about_people = by.iter().any(|d| ["home-team", "role", "volunteer", "track", "branch"].contains(d));
                if !about_people {
                    prop_assert_eq!(total, alone, "total of {:?}", by);
                }
            }
        }
    }
}

fn sums_of_total(sheet: &Sheet) -> Sums {
    let mut alone = sheet.clone();
    alone.rows.clear();
    sums(&alone, &[]).remove(&Vec::new()).unwrap_or_default()
}

#[test]
fn shares_of_one_amount_add_up() {
    let thirds = Amount::percent(1, 3).unwrap();
    assert_eq!((thirds + thirds + thirds).to_string(), "99.9");
}
