//! Books made to be heavy: what is done and kept for them grows with them, and not with their square. What is counted is work, never time.

use std::collections::HashMap;
use std::fmt;
use std::fmt::Write;

use rollbook::book::{Ask, Book, Snapshot};
use rollbook::commands::{Host, run};
use rollbook::findings::{Chosen, Finding, Summary};
use rollbook::render::check::{FORMATS, Format, Report};
use rollbook::rules::{Checked, check, check_in};
use rollbook::say;
use rollbook::say::Lang;
use rollbook::text::{At, FileId};
use rollbook::value::Day;

const SETTINGS: &str = "format = 1\n[vocabulary]\ntracks = [\"community\"]\n";

fn ask() -> Ask {
    Ask::on(Day::new(2026, 6, 30).unwrap())
}

fn book(volunteers: String) -> Book {
    Book::read(Snapshot::of([("rollbook.toml", SETTINGS.to_owned()), ("volunteers.csv", volunteers)]))
}

fn report<'a>(book: &'a Book, checked: &'a Checked, fold: bool) -> Report<'a> {
    Report { book, ask: ask(), checked, lang: Lang::En, color: false, width: 100, prefix: "", fold, private: false }
}

/// Where a text is written to: what of it was the longest at once.
#[derive(Default)]
struct Pieces {
    text: String,
    longest: usize,
}

impl Write for Pieces {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.longest = self.longest.max(text.len());
        self.text.push_str(text);
        Ok(())
    }
}

fn pieces(format: &Format, report: &Report<'_>) -> Pieces {
    let mut pieces = Pieces::default();
    (format.write)(report, &mut pieces).unwrap();
    pieces
}

#[test]
fn no_format_holds_all_that_it_writes_at_once() {
    let rows = |n: usize| (0..n).map(|n| format!("v{n},Ann,nowhere,soon-{n}\n")).collect::<String>();
    let longest = |n: usize| -> Vec<usize> {
        let book = book(format!("id,name,track,joined\n{}", rows(n)));
        let checked = check(&book, ask(), &Chosen::default());
        assert_eq!(checked.findings.len(), n + 1, "a word that is no word is one finding, and each date one");
        let of_format = |format: &Format| {
            let written = pieces(format, &report(&book, &checked, true));
            if format.name == "json" {
                let read: serde_json::Value = serde_json::from_str(&written.text).unwrap();
                let related: usize = read["findings"].as_array().unwrap().iter().map(|finding| finding["related"].as_array().unwrap().len()).sum();
                assert_eq!((read["findings"].as_array().unwrap().len(), related), (n + 1, n - 1));
            }
            written.longest
        };
        FORMATS.iter().map(of_format).collect()
    };
    for ((few, many), format) in longest(40).into_iter().zip(longest(2000)).zip(FORMATS) {
        assert!(many < few + 500, "{}: {few} bytes at once of 40 rows, {many} of 2000", format.name);
    }
}

#[test]
fn json_is_written_in_pieces_as_it_would_be_at_once() {
    let book = book("id,name,track,joined\nv1,Ann,nowhere,2020\nv2,Ben,nowhere,\u{202e}\nv3,Eve,nowhere,2020\n".into());
    let checked = check(&book, ask(), &Chosen::default());
    let json = FORMATS.iter().find(|format| format.name == "json").unwrap();
    let text = json.text(&report(&book, &checked, false));
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(text.lines().count(), serde_json::to_string_pretty(&read).unwrap().lines().count());
    let (deepest, related) = (text.lines().filter(|line| line.starts_with("          \"")).count(), 2);
    assert_eq!(deepest, related * 5, "each of the other places has five keys, set in below the finding");
}

#[test]
fn of_more_findings_than_anybody_reads_a_file_says_how_many_more() {
    let book = book("id,name,track,joined\n".into());
    let finding = |n: usize| {
        let mut finding = Finding::new(None, At::File(FileId(0)), say!("fault {n}", "第 {n} 处", n = n));
        (finding.code, finding.name) = ("F010", "bad-date");
        finding
    };
    let findings: Vec<Finding> = (0..10_007).map(finding).collect();
    let checked = Checked { summary: Summary::of(&findings), findings };
    let text = |name: &str| FORMATS.iter().find(|format| format.name == name).unwrap().text(&report(&book, &checked, false));
    let full = text("full");
    assert_eq!(full.matches("[F010 bad-date]").count(), 10_000);
    assert!(full.contains("… and 7 more of F010 bad-date; all of them: rollbook check --select F010 --format short\n"));
    assert!(full.contains("10007 errors, 0 warnings, 0 notes"));
    assert_eq!(text("short").lines().count(), 10_007);
}

#[test]
fn one_language_alone_is_told_as_it_is_told_beside_the_other() {
    let book = book("id,name,track,joined\nv1,Ann,nowhere,soon\nv2,Ben,nowhere,soon\nv2,Ben,Community,2020\n".into());
    let both = check(&book, ask(), &Chosen::default());
    for lang in [Lang::En, Lang::Zh] {
        let one = check_in(Some(lang), &book, ask(), &Chosen::default());
        let shown =
            |checked: &Checked| FORMATS.iter().map(|format| format.text(&Report { lang, ..report(&book, checked, false) })).collect::<Vec<_>>();
        assert_eq!(shown(&one), shown(&both));
    }
}

#[test]
fn of_a_long_line_only_what_is_drawn_is_looked_at() {
    let long = |cells: usize| {
        let header: String = (0..cells).map(|n| format!(",c{n}")).collect();
        let book = book(format!("id,name,track,joined{header},id\nv1,Ann,nowhere,2020\n"));
        let checked = check(&book, ask(), &Chosen::default());
        FORMATS.first().unwrap().text(&report(&book, &checked, false)).len()
    };
    // The numbers in it have more digits.
    assert!(long(50_000) < long(2_000) + 300, "{} {}", long(50_000), long(2_000));
}

/// What a command writes in a folder.
fn written(folder: &std::path::Path, arguments: &[&str]) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let environment = HashMap::from([("ROLLBOOK_TODAY".to_owned(), "2026-06-30".to_owned())]);
    let now = chrono::DateTime::from_timestamp(1_782_000_000, 0).unwrap();
    let mut host = Host { directory: folder.to_owned(), environment, now, terminal: None, whole: false, out: &mut out, err: &mut err };
    let exit = run(["rollbook"].iter().chain(arguments).map(std::ffi::OsString::from), &mut host);
    assert_eq!(exit.code(), 0, "{}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

#[test]
fn rows_of_which_each_is_part_of_the_next_take_no_more_room_than_others() {
    let deep = |n: usize| {
        let folder = tempfile::tempdir().unwrap();
        let chain = |letter: char, kind: &str| {
            let row = |n: usize| format!("{letter}{n:05},N,{kind}{}\n", n.checked_sub(1).map(|n| format!("{letter}{n:05}")).unwrap_or_default());
            (0..n).map(row).collect::<String>()
        };
        for (path, text) in [
            ("rollbook.toml", "format = 1\n".to_owned()),
            ("volunteers.csv", "id,name,track,joined,branch,residence\nv1,Ann,community,2020,b00000,p00000\n".to_owned()),
            ("places.csv", format!("id,name,kind,parent\n{}", chain('p', "village,"))),
            ("branches.csv", format!("id,name,parent\n{}", chain('b', ""))),
        ] {
            std::fs::write(folder.path().join(path), text).unwrap();
        }
        let lists: Vec<String> = ["place", "branch"].iter().map(|noun| written(folder.path(), &[noun, "list"])).collect();
        let last = format!("p{:05}", n - 1);
        written(folder.path(), &["stats", "--place", &last]);
        lists.iter().map(|list| list.lines().map(|line| line.chars().count()).max().unwrap()).collect::<Vec<_>>()
    };
    // A table sixty thousand columns wide is no table: the library that draws them allows for 65,535.
    assert_eq!(deep(10_000), deep(100));
}
