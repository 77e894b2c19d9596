//! Bytes that are no UTF-8: only the cells that they stand in are not read, nothing is taken for another encoding that is not certainly so,
//! and no such byte is ever lost.

use std::collections::BTreeMap;

use encoding_rs::Encoding;
use proptest::prelude::*;
use rollbook::book::{Ask, Book, Snapshot};
use rollbook::edit::fix::{Look, fix};
use rollbook::findings::Chosen;
use rollbook::rules::check;
use rollbook::tables::activities::Activity;
use rollbook::tables::memberships::Membership;
use rollbook::tables::participations::Participation;
use rollbook::tables::volunteers::Volunteer;
use rollbook::tables::{Held, Record};
use rollbook::text::{At, FileId};
use rollbook::value::lenient::Sureness;
use rollbook::value::{Day, Value};

use crate::harness::{book, rollbook_on};
use crate::random_book::{Dice, RandomBook};

fn of(files: &[(String, Vec<u8>)]) -> Book {
    Book::read(Snapshot::of(files.iter().cloned()))
}

/// What the rows of a table say, by the file and the byte that each begins at.
fn rows<R: Held + Record>(book: &Book) -> BTreeMap<(u32, u32), Vec<Value>> {
    let (table, shelf) = (R::table(&book.tables), book.shelf::<R>());
    let columns = || 0..u16::try_from(R::DESCRIPTION.columns.len()).unwrap();
    let place = |at: At| (at.file().0, at.offset());
    table.iter().map(|(row, record)| (place(table.row_at(row)), columns().map(|n| record.shown(n, &shelf)).collect())).collect()
}

/// A row whose file is damaged says one cell less, and those that refer to it; none says anything else than before.
fn costs_one_cell<R: Held + Record>(whole: &Book, damaged: &Book) {
    let after = rows::<R>(damaged);
    let mut poorer = 0;
    for (place, old) in &rows::<R>(whole) {
        let new = after.get(place).unwrap_or_else(|| panic!("{}: the row at {place:?} is gone", R::DESCRIPTION.name));
        let changed: Vec<usize> = (0..old.len()).filter(|n| old[*n] != new[*n]).collect();
        assert!(changed.iter().all(|n| new[*n] == Value::Empty), "{}: {old:?} became {new:?}", R::DESCRIPTION.name);
        if !damaged.sources.bad(FileId(place.0)).is_empty() && !changed.is_empty() {
            poorer += 1;
            assert_eq!(changed.len(), 1, "{}: {old:?} became {new:?}", R::DESCRIPTION.name);
        }
    }
    assert!(poorer < 2, "{}", R::DESCRIPTION.name);
}

fn today() -> Ask {
    Ask::on(Day::new(2026, 6, 30).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn one_damaged_byte_costs_one_cell(seed in any::<u64>(), spot in any::<u32>(), byte in 0x80u8..) {
        let mut dice = Dice::new(seed ^ 11);
        let mut files: Vec<(String, Vec<u8>)> = RandomBook::new(seed).files().into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
        let whole = of(&files);
        let tables: Vec<usize> = (0..files.len()).filter(|n| files[*n].0.ends_with(".csv") && files[*n].1.contains(&b'\n')).collect();
        let (_, bytes) = &mut files[*dice.pick(&tables)];
        let body = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        prop_assume!(body < bytes.len());
        let spot = body + spot as usize % (bytes.len() - body);
        let was = std::mem::replace(&mut bytes[spot], byte);
        prop_assume!(str::from_utf8(bytes).is_err() && !matches!(was, b'"' | b',' | b'\n' | b'\r'));
        let damaged = of(&files);
        costs_one_cell::<Volunteer>(&whole, &damaged);
        costs_one_cell::<Membership>(&whole, &damaged);
        costs_one_cell::<Activity>(&whole, &damaged);
        costs_one_cell::<Participation>(&whole, &damaged);
        let found = check(&damaged, today(), &Chosen::default()).findings;
        let told = found.iter().filter(|finding| finding.code == "F002").count();
        prop_assert_eq!(told, 1);
        let look = |book: &Book| Ok::<Look, ()>(Look { ask: today(), findings: check(book, today(), &Chosen::default()).findings });
        for path in fix(of(&files), Sureness::Certain, look, |_| true).unwrap().changes.keys() {
            let file = damaged.sources.iter().find(|(_, source)| source.path == *path).unwrap().0;
            prop_assert!(!damaged.sources.is_damaged(file));
        }
        prop_assert!(rollbook::edit::fmt::format(&damaged, today()).is_err());
        for (path, bytes) in &files {
            let file = damaged.sources.iter().find(|(_, source)| source.path == *path).unwrap().0;
            prop_assert_eq!(damaged.sources.bytes(file), bytes.as_slice());
            prop_assert_eq!(damaged.sources.text(file).len(), bytes.len());
        }
    }

    #[test]
    fn a_damaged_comma_or_line_end_gives_no_row_a_cell_of_another(seed in any::<u64>(), spot in any::<u32>()) {
        let mut files: Vec<(String, Vec<u8>)> = RandomBook::new(seed).files().into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
        let whole = of(&files);
        let Some((_, bytes)) = files.iter_mut().find(|(path, _)| path == "memberships.csv") else { return Ok(()) };
        let places: Vec<usize> = (0..bytes.len()).filter(|n| matches!(bytes[*n], b',' | b'\n')).collect();
        prop_assume!(!places.is_empty());
        bytes[places[spot as usize % places.len()]] = 0xff;
        let damaged = of(&files);
        let (before, after) = (rows::<Membership>(&whole), rows::<Membership>(&damaged));
        for (place, new) in &after {
            if let Some(old) = before.get(place) {
                prop_assert!(old.iter().zip(new).all(|(old, new)| old == new || *new == Value::Empty), "{old:?} became {new:?}");
            }
        }
        check(&damaged, today(), &Chosen::default());
    }
}

/// A table in an encoding, as spreadsheets of its country write it.
const FOREIGN: &[(&str, &str, &str)] = &[
    ("windows-1252", "v1,François Noël", "v2,Jørgen Sørensen"),
    ("windows-1251", "v1,Анна Иванова", "v2,Пётр Орлов"),
    ("macintosh", "v1,Zoë Bühler", "v2,José Peña"),
    ("ibm866", "v1,Мария", "v2,Олег"),
    ("euc-kr", "v1,김민수", "v2,박지영"),
    ("shift_jis", "v1,鈴木さくら", "v2,高橋健"),
    ("big5", "v1,陳怡君", "v2,林志明"),
    // Names are no known words: not certain, and right where somebody says so.
    ("gb18030", "v1,欧阳娜", "v2,司马健"),
];

/// Those of which the help has a command ready, if only for another one: what comes out is looked at before.
const OFFERED: &[&str] = &["windows-1252", "euc-kr", "shift_jis", "big5", "gb18030"];

#[test]
fn no_encoding_is_taken_for_gb18030_and_each_is_turned_when_asked() {
    for (name, first, second) in FOREIGN {
        let text = format!("id,name,track,joined\n{first},community,2020\n{second},community,2021\n");
        let bytes = Encoding::for_label(name.as_bytes()).unwrap().encode(&text).0.into_owned();
        assert!(str::from_utf8(&bytes).is_err(), "{name}");
        let folder = book("");
        let path = folder.path().join("volunteers.csv");
        std::fs::write(&path, &bytes).unwrap();
        let fixed = rollbook_on(folder.path(), "check --fix --format short", None, &[]);
        assert_eq!(fixed.out.matches("F002").count(), 2, "{name}: {}", fixed.out);
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{name}");
        let told = rollbook_on(folder.path(), "check --lang en", None, &[]);
        let offered = told.out.split("run rollbook check --fix --encoding ").nth(1).and_then(|rest| rest.split(", with --diff").next());
        assert!(offered.is_some_and(|offered| offered.ends_with(" volunteers.csv")) || !OFFERED.contains(name), "{name}: {}", told.out);
        let listed = rollbook_on(folder.path(), "volunteer list --columns id,name,joined --format csv", None, &[]);
        assert_eq!(listed.out, "id,name,joined\nv1,,2020-01-01\nv2,,2021-01-01\n", "{name}");
        rollbook_on(folder.path(), "fmt", None, &[]);
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{name}");
        let turned = rollbook_on(folder.path(), &format!("check --fix --encoding {name} volunteers.csv"), None, &[]);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "{name}: {}", turned.err);
        assert!(turned.err.contains(&first[3..]), "{name}: {}", turned.err);
    }
}

#[test]
fn what_stands_in_no_encoding_that_is_known_is_never_lost() {
    // CP437: Müller, Bühler.
    let bytes = b"id,name,track,joined\nv1,M\x81ller,community,2020\nv2,B\x81hler,community,2020\n";
    let folder = book("");
    let path = folder.path().join("volunteers.csv");
    for command in ["check --fix", "fmt", "check --fix --encoding gb18030 volunteers.csv", "check --fix --encoding windows-1252 volunteers.csv"] {
        std::fs::write(&path, bytes).unwrap();
        rollbook_on(folder.path(), command, None, &[]);
        let after = std::fs::read(&path).unwrap();
        assert!(after == bytes || command.contains("gb18030"), "{command}");
    }
}

#[test]
fn a_finding_that_is_made_less_or_waived_lets_nothing_be_written() {
    let text = b"joined,id,name,track\n2020/5/1,v1,M\xfcller,community\n";
    for more in ["[levels]\nnot-utf8 = \"warning\"\n", "[[waivers]]\nrule = \"not-utf8\"\nrecord = \"volunteers:v1\"\nreason = \"x\"\n"] {
        let folder = book(&format!("-- rollbook.toml\nformat = 1\n{more}"));
        let path = folder.path().join("volunteers.csv");
        std::fs::write(&path, text).unwrap();
        for command in ["check --fix", "fmt"] {
            rollbook_on(folder.path(), command, None, &[]);
            assert_eq!(std::fs::read(&path).unwrap(), text, "{command} {more}");
        }
    }
}
