//! What must hold of every book: no panic on any bytes, and no answer that depends on the order in which things are written down.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rollbook::book::{Ask, Book, Snapshot};
use rollbook::edit::fix::{Look, fix};
use rollbook::findings::Chosen;
use rollbook::render::check::{FORMATS, Report};
use rollbook::render::sheet::{FORMATS as SHEETS, Shown};
use rollbook::rules::check;
use rollbook::say::Lang;
use rollbook::text::Span;
use rollbook::text::csv::{Rows, after_mark, pieces};
use rollbook::value::Day;
use rollbook::value::lenient::Sureness;

use crate::naive::{QUESTIONS, ask};
use crate::random_book::{Dice, RandomBook, read};

fn today() -> Ask {
    Ask::on(Day::parse("2026-06-30").unwrap())
}

/// Every finding by code, record and message; places differ with the order of rows, what is found must not.
fn found(book: &Book) -> BTreeSet<(&'static str, Option<String>)> {
    let checked = check(book, today(), &Chosen::default());
    checked.findings.into_iter().filter(|finding| finding.cause.is_none()).map(|finding| (finding.code, finding.record.clone())).collect()
}

/// Every cause that is told, with the number of its places.
fn causes(book: &Book) -> BTreeSet<(&'static str, usize)> {
    let checked = check(book, today(), &Chosen::default());
    checked.findings.into_iter().filter(|finding| finding.cause.is_some()).map(|finding| (finding.code, finding.also.len())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn the_order_of_rows_columns_and_part_files_changes_no_answer(seed in any::<u64>(), other in any::<u64>()) {
        let book = RandomBook::new(seed);
        let (plain, shuffled) = (read(&book.files()), read(&book.shuffled(other)));
        for by in QUESTIONS {
            let (a, b) = (ask(&plain, by, None), ask(&shuffled, by, None));
            prop_assert_eq!(format!("{:?} {:?} {:?}", a.rows, a.total, a.scope), format!("{:?} {:?} {:?}", b.rows, b.total, b.scope), "{:?}", by);
        }
        prop_assert_eq!(found(&plain), found(&shuffled));
        prop_assert_eq!(causes(&plain), causes(&shuffled));
    }

    #[test]
    fn what_is_not_doubtful_has_nothing_to_be_found(seed in any::<u64>()) {
        let files = RandomBook::new(seed).files();
        let told = |book: &rollbook::book::Book| -> Vec<String> {
            check(book, today(), &Chosen::default()).findings.iter().map(|f| format!("{f:?}")).collect()
        };
        let (few, all) = (read(&files), read(&files));
        all.doubt_all();
        prop_assert_eq!(told(&few), told(&all));
    }

    #[test]
    fn well_formed_csv_is_read_as_the_csv_crate_reads_it(rows in prop::collection::vec(prop::collection::vec("[a,\"\r\n 王芳]{0,6}", 2..5), 0..8), crlf in any::<bool>(), mark in any::<bool>()) {
        let mut writer = csv::WriterBuilder::new().flexible(true).terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') }).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let body = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let text = if mark { format!("\u{feff}{body}") } else { body.clone() };
        let mut ours = Rows::new(&text, Span::new(after_mark(&text), text.len()));
        let (mut fields, mut read) = (Vec::new(), Vec::new());
        while let Some(row) = ours.next_row(&mut fields) {
            prop_assert!(!row.cut);
            read.push(fields.iter().map(|f| f.value(&text).unwrap().into_owned()).collect::<Vec<_>>());
        }
        prop_assert!(ours.faults.is_empty(), "{:?}", ours.faults);
        let theirs: Vec<Vec<String>> = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(body.as_bytes()).records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        prop_assert_eq!(read, theirs);
    }

    #[test]
    fn pieces_of_a_file_have_the_rows_of_the_file(text in "[ab,\n\r\"]{0,60}", size in 1usize..9) {
        let rows = |part: Span| {
            let mut rows = Rows::new(&text, part);
            let (mut fields, mut starts) = (Vec::new(), Vec::new());
            while let Some(row) = rows.next_row(&mut fields) {
                starts.push((row.span, fields.len()));
            }
            starts
        };
        let whole = Span::new(0, text.len());
        let cut: Vec<_> = pieces(&text, whole, size).into_iter().flat_map(rows).collect();
        prop_assert_eq!(cut, rows(whole));
    }

    #[test]
    fn a_cell_alone_is_the_cell_of_the_row(text in "[ab,\n\r\"]{0,60}", number in 0usize..3) {
        let whole = Span::new(0, text.len());
        let (mut rows, mut cells) = (Rows::new(&text, whole), Rows::new(&text, whole));
        let (mut fields, mut room) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next_row(&mut fields) {
            let (same, cell) = cells.next_cell(number, &mut room).unwrap();
            prop_assert_eq!((row.span, row.cut), (same.span, same.cut));
            prop_assert_eq!(fields.get(number).map(|f| (f.span, f.form)), cell.map(|f| (f.span, f.form)));
        }
        prop_assert!(cells.next_cell(number, &mut room).is_none());
    }

    #[test]
    fn no_bytes_make_it_panic(seed in any::<u64>(), bytes in prop::collection::vec(any::<u8>(), 0..40), spots in prop::collection::vec((any::<u16>(), any::<u8>()), 0..12)) {
        let book = RandomBook::new(seed);
        let mut dice = Dice::new(seed ^ 7);
        let mut files = Snapshot { folders: vec!["teams".into(), "activities".into(), "private".into(), "summaries".into()], ..Snapshot::default() };
        for (path, text) in book.files() {
            let mut content = text.into_bytes();
            if dice.below(3) == 0 && !content.is_empty() {
                for (spot, byte) in &spots {
                    let n = usize::from(*spot) % content.len();
                    match byte % 3 {
                        0 => content[n] = *byte,
                        1 => content.insert(n, *dice.pick(b"\",\n\r;\xff\x00\x1b=<>[]{}")),
                        _ => { content.remove(n); if content.is_empty() { break } }
                    }
                }
            }
            if dice.below(12) == 0 {
                content = bytes.clone();
            }
            files.put(path, Ok(content));
        }
        files.put("activities/2026.csv", Ok(bytes.clone()));
        files.put("private/people.csv", Ok(bytes));
        let book = Book::read(files);
        let checked = check(&book, today(), &Chosen::default());
        let look = |book: &Book| Ok::<_, ()>(Look { ask: today(), findings: check(book, today(), &Chosen::default()).findings });
        let again = Book::read(book.snapshot());
        prop_assert_eq!(again.faults.len(), book.faults.len());
        let fixed = fix(again, Sureness::Certain, look, |_| true).unwrap();
        prop_assert_eq!(fixed.differences, vec![]);
        let _ = rollbook::edit::fmt::format(&book, today());
        for lang in [Lang::En, Lang::Zh] {
            for format in FORMATS {
                let text = format.text(&Report { book: &book, ask: today(), checked: &checked, lang, color: false, width: 80, prefix: "", fold: false, private: false });
                prop_assert!(!text.chars().any(|c| c != '\n' && rollbook::text::width::is_hidden(c)), "{text:?}");
            }
        }
        let filters = rollbook::figures::stats::Filters::of(&book, &Default::default()).unwrap();
        let by = ["home-team", "place"].iter().map(|d| rollbook::figures::stats::by::Chosen::parse(&book, d).unwrap()).collect();
        let sheet = rollbook::figures::stats::stats(&book, today(), &rollbook::figures::stats::Query { period: None, filters, by });
        for format in SHEETS {
            let text = (format.write)(&Shown { sheet: &sheet, lang: Lang::Zh, width: Some(80) });
            prop_assert!(!text.chars().any(|c| c != '\n' && rollbook::text::width::is_hidden(c)), "{text:?}");
        }
        for noun in rollbook::figures::list::ALL {
            let sheets = told(noun, &book, &checked.findings);
            for format in SHEETS {
                let shown: Vec<Shown<'_>> = sheets.iter().map(|sheet| Shown { sheet, lang: Lang::En, width: Some(80) }).collect();
                let text = format.write_all(&shown);
                prop_assert!(!text.chars().any(|c| c != '\n' && rollbook::text::width::is_hidden(c)), "{text:?}");
            }
        }
    }
}

/// The list of a noun with all its columns, and one row of it shown whole.
fn told(noun: &rollbook::figures::list::Noun, book: &Book, findings: &[rollbook::findings::Finding]) -> Vec<rollbook::figures::Sheet> {
    use rollbook::figures::Value;
    use rollbook::figures::Wish;
    use rollbook::figures::list::{Asking, Choice};
    let asking = Asking::of(noun, book, today(), Choice { all: true, ..Choice::default() }).unwrap();
    let list = (noun.list)(noun, &asking, &Wish { columns: vec!["all".into()], ..Wish::default() }).unwrap();
    let id = list.rows.iter().rev().find_map(|row| match row.first() {
        Some(Value::Id(id)) => Some(id.clone()),
        Some(Value::Refs(all)) => Some(all[0].id.clone()),
        _ => None,
    });
    let asking = Asking::about(noun, book, today(), None, false, findings).unwrap();
    // A volunteer of several leaves is refused, which is an answer, too.
    let shown = id.and_then(|id| (noun.show)(noun, &asking, &id).ok()).unwrap_or_default();
    std::iter::once(list).chain(shown).collect()
}
