//! Files that look like a table's and are not read, and disks that fail: each is told, and figures name it.

use std::fs;
use std::io;
use std::path::Path;

use rollbook::book::{Ask, Book, Snapshot};
use rollbook::disk::read::{Step, read_with};
use rollbook::figures::Scope;
use rollbook::findings::{Chosen, Finding};
use rollbook::rules;
use rollbook::value::Day;

const SETTINGS: &str = "format = 1\n";
const VOLUNTEERS: &str = "id,name,track,joined\nv1,Ann Reed,community,2020\n";

fn ask() -> Ask {
    Ask::on(Day::new(2026, 6, 30).unwrap())
}

/// A folder with a book and some files besides.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in [("rollbook.toml", SETTINGS), ("volunteers.csv", VOLUNTEERS)].iter().chain(files) {
        let full = folder.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, content).unwrap();
    }
    folder
}

fn findings(book: &Book) -> Vec<Finding> {
    rules::check(book, ask(), &Chosen::default()).findings
}

fn unread(book: &Book) -> Vec<String> {
    Scope::of(book, ask(), None, Vec::new()).unread
}

/// What is told of one file beside a book, as code and path; and what figures name as unread.
fn told(path: &str, content: &str, beside: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let mut files = beside.to_vec();
    files.push((path, content));
    let folder = folder(&files);
    let book = Book::read(rollbook::disk::read(folder.path()));
    let told = findings(&book).iter().map(|finding| format!("{} {}", finding.code, book.sources.path(finding.at.file()))).collect();
    (told, unread(&book))
}

/// Files with what stands in them.
type Files<'a> = &'a [(&'a str, &'a str)];

const LEAVES: &str = "volunteer,from\n";
const TEAM: &str = "name = \"Patrol\"\nkind = \"security\"\nplace = \"gate\"\n";

#[test]
fn what_another_system_would_read_is_an_error_and_named_by_figures() {
    let parts = [("leaves/2025.csv", LEAVES)];
    let alone: Files<'_> = &[];
    let cases: &[(&str, &str, Files<'_>)] = &[
        ("leaves.Csv", LEAVES, alone),
        ("leaves.csv.TXT", LEAVES, alone),
        ("leaves.tab", LEAVES, alone),
        ("leaves.csv.csv", LEAVES, alone),
        ("Leaves.csv", LEAVES, alone),
        ("ＬＥＡＶＥＳ.csv", LEAVES, alone),
        ("暂离.CSV", LEAVES, alone),
        ("暂离.et", "", alone),
        ("leaves.numbers", "", alone),
        ("leaves.csv.bak", LEAVES, alone),
        ("LEAVES/2026.csv", LEAVES, alone),
        ("leaves/2026.CSV", LEAVES, &parts),
        ("leaves/2026.csv.txt", LEAVES, &parts),
        ("leaves/2026", LEAVES, &parts),
        ("leaves/2026.txt", "志愿者\t起始日期\n", &parts),
        ("leaves/2026.xls", "", &parts),
        ("leaves/2025 - Copy.csv", LEAVES, &parts),
        ("leaves/2025（2）.csv", LEAVES, &parts),
        ("leaves/2025的冲突文件.csv", LEAVES, alone),
        ("leaves/2025.sync-conflict-20260501-101112-ABCDEFG.csv", LEAVES, &parts),
        ("leaves/May 2026.csv", LEAVES, &parts),
        ("leaves/older/more/2019.csv", LEAVES, &parts),
        ("leaves (1).csv", LEAVES, &parts),
        ("leaves 2.csv", LEAVES, &parts),
        ("暂离 - 复制.csv", LEAVES, &parts),
        ("teams/patrol.TOML", TEAM, alone),
        ("teams/patrol.toml.txt", TEAM, alone),
        ("teams/patrol (Ann's conflicted copy).toml", TEAM, alone),
        ("teams/closed/patrol.toml", TEAM, alone),
        ("TEAMS/patrol.toml", TEAM, alone),
        ("private/People.csv", "volunteer,sex\n", alone),
        ("PRIVATE/people.csv", "volunteer,sex\n", alone),
        ("served.csv", "id,name\n", alone),
        ("服务对象.xlsx", "", alone),
    ];
    for (path, content, beside) in cases {
        // 冲突文件 without blank or bracket before it is a name like any other of a part file, and is read.
        let is_read = path.contains("的冲突文件");
        let (told, unread) = told(path, content, beside);
        let (code, named) = if is_read { (vec![], vec![]) } else { (vec![format!("F029 {path}")], vec![(*path).to_owned()]) };
        assert_eq!((told, unread), (code, named), "{path}");
    }
}

#[test]
fn what_is_near_a_table_is_a_warning_and_named_only_where_the_table_is_not_there() {
    let cases: &[(&str, &str, Files<'_>, bool)] = &[
        ("leaves.xlsx", "", &[("leaves.csv", LEAVES)], false),
        ("leaves.csv.rej", LEAVES, &[("leaves.csv", LEAVES)], false),
        ("leaves/2025.csv~", LEAVES, &[("leaves/2025.csv", LEAVES)], false),
        ("leaves/2025.ods", "", &[("leaves/2025.csv", LEAVES)], false),
        ("leaves_2019.csv", LEAVES, &[("leaves.csv", LEAVES)], false),
        ("leave.csv", LEAVES, &[], true),
        ("pairing/2026.csv", LEAVES, &[], true),
        ("Mutual labour.csv", LEAVES, &[], true),
        ("june.csv", "日期;时长;服务队;名称\n", &[], true),
        ("from-wang/june.csv", "date,hours,team,title\n", &[], true),
        ("from-wang/patrol.toml", TEAM, &[], true),
        ("teams/list.csv", "a,b\n", &[], false),
    ];
    for (path, content, beside, is_unread) in cases {
        let (told, unread) = told(path, content, beside);
        assert_eq!(told, [format!("F016 {path}")]);
        assert_eq!(!unread.is_empty(), *is_unread, "{path}");
    }
}

#[test]
fn everything_else_is_nobodys_business() {
    let all = [
        "README.txt",
        "teams/README",
        ".leaves.csv.swp",
        "~$leaves.xlsx",
        ".git/leaves.csv",
        "docs/leaves.csv",
        "leaves.pdf",
        "leaves.docx",
        "photo.jpg",
    ];
    let more =
        ["年度计划.xlsx", "活动/合影.jpg", "leaves/读我.txt", "budget.csv", "tools/Cargo.toml", ".rollbook/new/leaves.csv", "leavesofgrass.csv"];
    for path in all.into_iter().chain(more) {
        assert_eq!(told(path, "a,b,c\n", &[]), (vec![], vec![]), "{path}");
    }
    let other = [("other/rollbook.toml", SETTINGS), ("other/Leaves.csv", LEAVES)];
    assert_eq!(told("other/volunteers.csv", VOLUNTEERS, &other), (vec![], vec![]), "another book");
}

#[test]
fn strays_of_one_kind_are_one_finding_however_many_they_are() {
    let mut files = vec![("rollbook.toml".to_owned(), SETTINGS), ("volunteers.csv".to_owned(), VOLUNTEERS)];
    files.extend((0..5000).map(|n| (format!("volunteers ({n}).csv"), VOLUNTEERS)));
    files.extend((0..5000).map(|n| (format!("x{n}.csv"), VOLUNTEERS)));
    let book = Book::read(Snapshot::of(files));
    let told: Vec<_> = findings(&book).iter().map(|finding| (finding.code, finding.places())).collect();
    assert_eq!(told, [("F029", 5000), ("F016", 5000)]);
}

const ACTIVITIES: &str = "id,date,hours,team,kind,title,beneficiaries,status\na1,2026-05-04,2,patrol,security,Round,3,held\n";

/// A book with every kind of folder.
fn whole() -> tempfile::TempDir {
    folder(&[
        ("activities/2026.csv", ACTIVITIES),
        ("参加记录/2026.csv", "activity,volunteer,hours\na1,v1,2\n"),
        ("teams/patrol.toml", "name = \"Patrol\"\nkind = \"security\"\nplace = \"gate\"\nfounded = 2020-01-01\n"),
        ("private/people.csv", "volunteer,sex\nv1,female\n"),
        ("summaries/2026Q1.md", "+++\nquarter = \"2026Q1\"\nwritten = 2026-04-05\n+++\n<!-- rollbook:figures -->\n<!-- /rollbook:figures -->\n"),
        ("leaves.csv", LEAVES),
    ])
}

#[test]
fn a_disk_that_fails_gives_no_empty_table() {
    let folder = whole();
    let root = folder.path();
    assert_eq!(unread(&Book::read(read_with(root, &|_, _| Ok(())))), Vec::<String>::new());
    let folders = ["activities", "参加记录", "teams", "private", "summaries"];
    let files = ["activities/2026.csv", "参加记录/2026.csv", "teams/patrol.toml", "private/people.csv", "summaries/2026Q1.md", "leaves.csv"];
    let inside = |path: &str| files.iter().find(|file| file.starts_with(path)).map(|file| root.join(file)).unwrap();
    let mut cases: Vec<(Step, std::path::PathBuf, &str)> = Vec::new();
    for path in folders {
        cases.extend([(Step::List, root.join(path), path), (Step::Look, root.join(path), path), (Step::Entry, inside(path), path)]);
    }
    for path in files {
        cases.extend([Step::Look, Step::Open, Step::Read].map(|step| (step, root.join(path), path)));
    }
    for (step, at, named) in cases {
        for why in [io::ErrorKind::PermissionDenied, io::ErrorKind::Other] {
            let fails = |asked: Step, path: &Path| if asked == step && path == at { Err(io::Error::new(why, "Input/output error")) } else { Ok(()) };
            let book = Book::read(read_with(root, &fails));
            let told: Vec<_> = findings(&book).iter().filter(|f| f.code == "F001").map(|f| book.sources.path(f.at.file()).to_owned()).collect();
            assert_eq!(told, [named], "{step:?} {named}");
            assert_eq!(unread(&book), [named], "{step:?} {named}");
            let refers: Vec<_> = findings(&book).iter().filter(|f| f.code.starts_with('R')).map(|f| f.message.en.clone()).collect();
            assert!(refers.is_empty(), "{step:?} {named}: what refers to it is not told: {refers:?}");
        }
    }
}

#[test]
fn where_the_folder_of_the_book_fails_nothing_is_trusted() {
    let folder = whole();
    for at in [folder.path().to_owned(), folder.path().join("leaves.csv")] {
        let fails = |step: Step, path: &Path| {
            let is_it = matches!(step, Step::List | Step::Entry) && path == at;
            if is_it { Err(io::Error::other("Input/output error")) } else { Ok(()) }
        };
        let book = Book::read(read_with(folder.path(), &fails));
        assert!(findings(&book).iter().any(|finding| finding.code == "F001"), "{}", at.display());
        assert_eq!(unread(&book), ["rollbook.toml"], "{}", at.display());
    }
}
