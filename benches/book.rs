//! How long it takes to read, check and count books of growing size: `cargo bench --profile dist`. The books are made up in memory.
//! `ROLLBOOK_BENCH_LARGE=1` adds ten million participations (about three gigabytes of memory).
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench may stop at once, and is no documentation"
)]

use std::fmt::Write;

use divan::Bencher;
use divan::counter::ItemsCount;
use rollbook::book::{Ask, Book, Snapshot};
use rollbook::figures::stats::{Asked, Filters, Query, by::Chosen, stats};
use rollbook::findings::Chosen as Rules;
use rollbook::render::check::{FORMATS, Report};
use rollbook::rules::{check, check_in};
use rollbook::say::Lang;
use rollbook::value::Day;

fn main() {
    divan::main();
}

fn sizes() -> Vec<usize> {
    let mut sizes = vec![1_000, 1_000_000];
    if std::env::var_os("ROLLBOOK_BENCH_LARGE").is_some() {
        sizes.push(10_000_000);
    }
    sizes
}

/// The files of a valid book of so many participations, as of the end of 2025.
fn files(participations: usize) -> Snapshot {
    let (volunteers, activities) = ((participations / 10).max(20), (participations / 5).max(1));
    let teams = (volunteers / 20).clamp(1, 20_000);
    let mut snapshot = Snapshot::default();
    let mut put = |path: String, text: String| snapshot.put(path, Ok(text.into_bytes()));
    put("rollbook.toml".into(), "format = 1\n[organisation]\nas-of = 2025-12-31\n".into());
    let mut people = String::from("id,name,track,joined\n");
    let mut memberships = String::from("volunteer,team,role,from,to\n");
    for n in 0..volunteers {
        writeln!(people, "V{n:07},王芳{n},community,2020").unwrap();
        let role = ["backbone", "successor", "member"][n / teams % 3];
        writeln!(memberships, "V{n:07},T{:05},{role},2020-01-01,", n % teams).unwrap();
    }
    for n in 0..teams {
        put(format!("teams/T{n:05}.toml"), format!("name = \"Team {n}\"\nkind = \"care\"\nplace = \"p{}\"\nfounded = \"2020\"\n", n % 100));
    }
    let mut events = String::from("id,date,start,hours,team,kind,title,beneficiaries,status\n");
    let mut facts = String::from("activity,volunteer,hours,status\n");
    for n in 0..activities {
        let day = Day::new(2025, 1, 1).unwrap().plus((n * 365 / activities) as i64);
        writeln!(events, "A{n:07},{day},09:00,2.5,T{:05},care,看望独居老人,{},held", n % teams, n % 40).unwrap();
        for k in 0..5 {
            writeln!(facts, "A{n:07},V{:07},{},", (n * 5 + k) % volunteers, ["2.5", "2", "1.25"][k % 3]).unwrap();
        }
    }
    put("volunteers.csv".into(), people);
    put("memberships.csv".into(), memberships);
    put("activities.csv".into(), events);
    put("participations.csv".into(), facts);
    snapshot
}

fn ask() -> Ask {
    Ask::on(Day::new(2025, 12, 31).unwrap())
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn load(bencher: Bencher<'_, '_>, size: usize) {
    bencher.counter(ItemsCount::new(size)).with_inputs(|| files(size)).bench_values(Book::read);
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn load_and_check(bencher: Bencher<'_, '_>, size: usize) {
    bencher.counter(ItemsCount::new(size)).with_inputs(|| files(size)).bench_values(|files| {
        let book = Book::read(files);
        check(&book, ask(), &Rules::default()).summary
    });
}

/// A book of so many rows of which each is wrong in its own way.
fn bad(rows: usize) -> Snapshot {
    let mut people = String::from("id,name,track,joined\n");
    let mut leaves = String::from("volunteer,from,to\n");
    for n in 0..rows {
        match n % 4 {
            0 => writeln!(people, "v{n:07},Ann {n},community,soon {n}").unwrap(),
            1 => writeln!(people, "v {n}!,Ann {n},community,2020").unwrap(),
            2 => writeln!(people, "v{n:07},Ann {n},community").unwrap(),
            _ => writeln!(leaves, "x{n}y,2025-01-01,2025-01-02").unwrap(),
        }
    }
    Snapshot::of([("rollbook.toml", "format = 1\n".to_owned()), ("volunteers.csv", people), ("leaves.csv", leaves)])
}

/// A million bad rows, checked and told in each format; where they are written to, nothing is kept.
#[divan::bench(args = FORMATS.iter().map(|format| format.name), sample_count = 3, sample_size = 1)]
fn tell_a_million_bad_rows(bencher: Bencher<'_, '_>, format: &str) {
    struct Nowhere(usize);
    impl Write for Nowhere {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0 += text.len();
            Ok(())
        }
    }
    let format = FORMATS.iter().find(|other| other.name == format).unwrap();
    bencher.counter(ItemsCount::new(1_000_000usize)).with_inputs(|| bad(1_000_000)).bench_values(|files| {
        let book = Book::read(files);
        let checked = check_in(Some(Lang::En), &book, ask(), &Rules::default());
        let report =
            Report { book: &book, ask: ask(), checked: &checked, lang: Lang::En, color: false, width: 140, prefix: "", fold: false, private: false };
        let mut nowhere = Nowhere(0);
        (format.write)(&report, &mut nowhere).unwrap();
        nowhere.0
    });
}

fn counted(files: Snapshot, by: &[&str]) -> usize {
    let book = Book::read(files);
    let by = by.iter().map(|by| Chosen::parse(&book, by).unwrap()).collect();
    let query = Query { period: None, filters: Filters::of(&book, &Asked::default()).unwrap(), by };
    stats(&book, ask(), &query).rows.len()
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn load_and_stats(bencher: Bencher<'_, '_>, size: usize) {
    bencher.counter(ItemsCount::new(size)).with_inputs(|| files(size)).bench_values(|files| counted(files, &[]));
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn load_and_stats_by_team_and_quarter(bencher: Bencher<'_, '_>, size: usize) {
    bencher.counter(ItemsCount::new(size)).with_inputs(|| files(size)).bench_values(|files| counted(files, &["team", "quarter"]));
}
