//! Which files of a book hold which table, and which files only look as if they did.

use crate::text::nearest::{distance, nearest};
use crate::text::{At, FileId, Sources};
use crate::value::Period;

use super::description::{Description, Form};
use super::fault::{Fault, FaultKind, Unreadable};
use super::summaries;

/// The files of each table, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// For each table: its files.
    pub files: Vec<Vec<FileId>>,
    /// For each table: whether the book has it.
    pub present: Vec<bool>,
    /// `rollbook.toml`.
    pub settings: Option<FileId>,
    /// `summaries/*.md`, but for a README.
    pub summaries: Vec<FileId>,
    /// Whether the book has summaries, be there none yet.
    pub has_summaries: bool,
}

/// The name of the file that makes a folder a book.
pub const SETTINGS: &str = "rollbook.toml";

impl Layout {
    /// Sorts the files of a book by the tables they belong to. `folders` are the table folders that the book has, be they empty.
    pub fn of(sources: &Sources, folders: &[String]) -> (Self, Vec<Fault>) {
        let mut layout = Self {
            files: super::ALL.iter().map(|_| Vec::new()).collect(),
            present: super::ALL.iter().map(|table| folders.iter().any(|f| f == table.path)).collect(),
            has_summaries: folders.iter().any(|folder| folder == summaries::DESCRIPTION.path),
            ..Self::default()
        };
        let (mut faults, mut sheets) = (Vec::new(), Vec::new());
        for (file, source) in sources.iter() {
            if source.path == SETTINGS {
                layout.settings = Some(file);
            } else if is_nobodys(source.name()) {
            } else if is_summary(&source.path) {
                layout.summaries.push(file);
                layout.has_summaries = true;
            } else if let Some(n) = super::ALL.iter().position(|table| belongs(&source.path, table)) {
                if let (Some(files), Some(present)) = (layout.files.get_mut(n), layout.present.get_mut(n)) {
                    files.push(file);
                    *present = true;
                }
            } else if let Some(kind) = stray(&source.path) {
                faults.push(Fault::new(At::File(file), kind));
            } else if let Some(n) = spreadsheet(&source.path) {
                sheets.push((file, n));
            }
        }
        // Beside the table itself a spreadsheet may be what it was made from.
        for (file, n) in sheets {
            if let Some(table) = super::ALL.get(n).filter(|_| layout.present.get(n) == Some(&false)) {
                faults.push(Fault::new(At::File(file), FaultKind::StrayFile(Some(place_of(table)))));
            }
        }
        for (table, files) in super::ALL.iter().zip(&layout.files).filter(|(table, _)| table.form() == Form::Csv) {
            let single = format!("{}.csv", table.path);
            let inside = format!("{}/", table.path);
            let is_parted = files.iter().any(|file| sources.path(*file).starts_with(&inside));
            if let Some(single) = files.iter().find(|file| sources.path(**file) == single).filter(|_| is_parted) {
                faults.push(Fault::new(At::File(*single), FaultKind::TableTwice(table)));
            }
        }
        // Every table but this may be left out.
        let volunteers = &super::volunteers::DESCRIPTION;
        if let Some(settings) = layout.settings.filter(|_| !layout.has(super::number_of(volunteers.name))) {
            faults.push(Fault::new(At::File(settings), FaultKind::Unreadable(Unreadable::Missing(volunteers))));
        }
        (layout, faults)
    }

    /// The files of one table.
    pub fn files(&self, table: crate::value::TableId) -> &[FileId] {
        self.files.get(usize::from(table.0)).map_or(&[], |files| files)
    }

    /// Whether the book has a table.
    pub fn has(&self, table: crate::value::TableId) -> bool {
        self.present.get(usize::from(table.0)).copied().unwrap_or(false)
    }
}

/// Whether a file has anything to do with the book, so that it is to be read.
pub fn is_read(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path == SETTINGS || (!is_nobodys(name) && (is_summary(path) || super::ALL.iter().any(|table| belongs(path, table))))
}

/// Whether a file stands in the folder that never enters git, and what is in it is shown only when asked for.
pub fn is_private(path: &str) -> bool {
    path.starts_with("private/")
}

/// The folders of a book that may hold files of it.
pub fn folders() -> impl Iterator<Item = &'static str> {
    super::ALL.iter().map(|table| table.path).chain(["private", summaries::DESCRIPTION.path])
}

fn is_summary(path: &str) -> bool {
    let name = path.strip_prefix(summaries::DESCRIPTION.path).and_then(|rest| rest.strip_prefix('/'));
    name.is_some_and(|name| name.ends_with(".md") && !name.contains('/') && !name.eq_ignore_ascii_case("README.md"))
}

fn belongs(path: &str, table: &Description) -> bool {
    let Some(rest) = path.strip_prefix(table.path) else { return false };
    if rest.is_empty() {
        // A file where the folder of the table should be: disk says so, and the table is there but cannot be read.
        return true;
    }
    match table.form() {
        Form::TomlFiles => rest.strip_prefix('/').is_some_and(|name| !name.contains('/') && name.ends_with(".toml")),
        Form::Csv => rest == ".csv" || rest.strip_prefix('/').is_some_and(|name| !name.contains('/') && name.ends_with(".csv")),
    }
}

/// Hidden files, and the lock files that office programs leave behind.
fn is_nobodys(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name.ends_with('~')
}

/// What is wrong with a file that belongs to no table, if it is near one.
fn stray(path: &str) -> Option<FaultKind> {
    if let Some(rest) = path.strip_prefix("teams/") {
        return (!rest.contains('/'))
            .then(|| FaultKind::StrayFile(rest.rsplit_once('.').map(|(stem, _)| format!("teams/{}.toml", stem.trim_end_matches(".toml")))));
    }
    if let Some(name) = path.strip_prefix("summaries/") {
        // Named after a quarter, and neither Markdown nor a page made of it for people.
        let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
        let is_text = ["", "md", "markdown", "txt", "md.txt"].iter().any(|text| extension.eq_ignore_ascii_case(text));
        return (is_text && Period::parse_quarter(stem).is_some()).then(|| FaultKind::StrayFile(Some(format!("summaries/{stem}.md"))));
    }
    let (stem, extension) = path.rsplit_once('.').filter(|(stem, _)| !stem.contains('/'))?;
    if !extension.eq_ignore_ascii_case("csv") {
        return None;
    }
    let table = named(stem).and_then(|n| super::ALL.get(n));
    let table = table.or_else(|| super::ALL.iter().find(|table| is_near(stem, table) || is_copy(stem, table)))?;
    Some(FaultKind::StrayFile(Some(place_of(table))))
}

/// The files that a table stands in.
fn place_of(table: &Description) -> String {
    match table.form() {
        Form::Csv => format!("{}.csv", table.path),
        Form::TomlFiles => format!("{}/<id>.toml", table.path),
    }
}

/// The number of the table that has this very name.
fn named(stem: &str) -> Option<usize> {
    super::ALL.iter().position(|table| [table.name, table.title.en, table.title.zh].iter().any(|name| distance(stem, name) == 0))
}

/// The endings that spreadsheet programs give to what is no CSV.
const SPREADSHEETS: &[&str] = &["xlsx", "xls", "xlsm", "et", "ods", "numbers", "tsv"];

/// The number of the table that a spreadsheet in the folder of the book is named after.
fn spreadsheet(path: &str) -> Option<usize> {
    let (stem, extension) = path.rsplit_once('.').filter(|(stem, _)| !stem.contains('/'))?;
    SPREADSHEETS.iter().any(|known| extension.eq_ignore_ascii_case(known)).then(|| named(stem)).flatten()
}

/// Whether a name is a table's with something behind it, as copies have: `volunteers (1)`, `volunteers - 副本`, `volunteers_old`, `volunteers2`.
fn is_copy(stem: &str, table: &Description) -> bool {
    let stem = stem.to_lowercase();
    let behind = |name: &str| stem.strip_prefix(&name.to_lowercase()).and_then(|rest| rest.chars().next());
    [table.name, table.title.en, table.title.zh].iter().filter_map(|name| behind(name)).any(|next| !next.is_alphabetic() || "副备".contains(next))
}

/// Whether a name is so near a table's that this was meant: singular for plural, or a letter or two that differ.
fn is_near(stem: &str, table: &Description) -> bool {
    let length = stem.chars().count();
    let singular = table.name.strip_suffix("ies").map(|rest| format!("{rest}y"));
    let names = [table.name, table.title.en, table.title.zh].into_iter().chain(singular.as_deref());
    length > 2 && nearest(stem, names, 1).first().is_some_and(|near| length > 5 || distance(stem, near) < 2)
}
