//! Which files of a book hold which table, and which files only look as if they did.

mod ending;
mod first_line;
mod names;
mod strays;

use std::collections::HashSet;

use rayon::prelude::*;

use crate::schema::{Description, Fault, FaultKind, Form, Unreadable};
use crate::text::{At, FileId, Sources};
use crate::value::TableId;

use super::set::TableSet;
use super::summaries;

pub use crate::schema::description::{PRIVATE, is_private};
pub use first_line::START;
use names::{at_home, copy_of, is_part};
use strays::Around;

/// The files of each table, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// For each table: its files.
    pub files: Vec<Vec<FileId>>,
    /// For each table: whether the book has it.
    pub present: Vec<bool>,
    /// For each table: whether there are files of it that nobody reads, so that more rows may be there than are known.
    pub unread: Vec<bool>,
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
            unread: vec![false; super::ALL.len()],
            has_summaries: folders.iter().any(|folder| folder == summaries::DESCRIPTION.path),
            ..Self::default()
        };
        for (file, source) in sources.iter() {
            if source.path == SETTINGS {
                layout.settings = Some(file);
            } else if is_summary(&source.path) {
                layout.summaries.push(file);
                layout.has_summaries = true;
            } else if source.path == PRIVATE {
                // It is there and cannot be listed: any private table may be in it.
                let private = super::ALL.iter().enumerate().filter(|(_, table)| table.is_private());
                private.for_each(|(table, _)| layout.add(table, file));
            } else if let Some(table) = table_of(&source.path) {
                layout.add(table, file);
            }
        }
        let mut faults = layout.twice(sources);
        // Every table but this may be left out.
        let volunteers = &super::volunteers::DESCRIPTION;
        if let Some(settings) = layout.settings.filter(|_| !layout.has(volunteers.number)) {
            faults.push(Fault::new(At::File(settings), FaultKind::Unreadable(Unreadable::Missing(volunteers))));
        }
        (layout, faults)
    }

    fn add(&mut self, table: usize, file: FileId) {
        if let (Some(files), Some(present)) = (self.files.get_mut(table), self.present.get_mut(table)) {
            files.push(file);
            *present = true;
        }
    }

    /// The tables that stand in more than one place: as a file and as a folder, or under both of their names.
    fn twice(&self, sources: &Sources) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (table, files) in super::ALL.iter().zip(&self.files) {
            let mut homes: Vec<(&str, FileId)> = Vec::new();
            for file in files {
                let path = sources.path(*file);
                let is_single = path.strip_suffix(".csv").is_some_and(|home| at_home(home).is_some());
                let home =
                    if is_single { path } else { path.rsplit_once('/').filter(|(folder, _)| *folder != PRIVATE).map_or(path, |(folder, _)| folder) };
                if path != PRIVATE && !homes.iter().any(|(other, _)| *other == home) {
                    homes.push((home, *file));
                }
            }
            // A file is to give way to the folder that it was parted into, what has no code for a name to what has one.
            homes.sort_by_key(|(home, _)| (home.ends_with(".csv"), !home.starts_with(table.path), *home));
            if let [(first, _), rest @ ..] = homes.as_slice() {
                faults.extend(rest.iter().map(|(_, file)| Fault::new(At::File(*file), FaultKind::TableTwice(table, (*first).to_owned()))));
            }
        }
        faults
    }

    /// Takes up the files that belong to no table and look as if they did.
    pub fn take_strays(&mut self, strays: Vec<(FileId, FaultKind)>, faults: &mut Vec<Fault>) {
        for (_, kind) in &strays {
            if let FaultKind::UnreadTable(table, stray) = kind
                && let Some(unread) = self.unread.get_mut(usize::from(table.number.0))
            {
                *unread |= stray.may_have_more();
            }
        }
        let is_there = |table: &str| strays.iter().any(|(_, kind)| matches!(kind, FaultKind::UnreadTable(of, _) if of.name == table));
        // That a table is missing whose file is there under another name has one cause.
        faults.retain(|fault| !matches!(&fault.kind, FaultKind::Unreadable(Unreadable::Missing(table)) if is_there(table.name)));
        faults.extend(strays.into_iter().map(|(file, kind)| Fault::new(At::File(file), kind)));
    }

    /// The files of one table.
    pub fn files(&self, table: TableId) -> &[FileId] {
        self.files.get(usize::from(table.0)).map_or(&[], |files| files)
    }

    /// The tables that the book has.
    pub fn tables(&self) -> TableSet {
        TableSet::ALL.iter().filter(|table| self.has(*table)).collect()
    }

    /// Whether the ids of a table are the words that others refer to it by: it is not there. Activities are nothing without their days, and
    /// volunteers must be there.
    pub fn is_implied(&self, number: usize, table: &Description) -> bool {
        let is = |of: &[bool]| of.get(number).copied().unwrap_or_default();
        let has_facts = [super::activities::DESCRIPTION.name, super::volunteers::DESCRIPTION.name].contains(&table.name);
        table.has_ids() && !table.is_private() && !has_facts && !is(&self.present) && !is(&self.unread)
    }

    /// Whether the book has a table.
    pub fn has(&self, table: TableId) -> bool {
        self.present.get(usize::from(table.0)).copied().unwrap_or(false)
    }
}

/// What each file looks like that belongs to no table, in their order; `None` for those that do and for those that are nobody's business.
/// A file is given by its path and its start, if that was read.
pub fn strays(files: &[(&str, &[u8])], folders: &[String]) -> Vec<Option<FaultKind>> {
    let mut present: Vec<bool> = super::ALL.iter().map(|table| folders.iter().any(|folder| folder == table.path)).collect();
    for table in files.iter().filter_map(|(path, _)| table_of(path)) {
        if let Some(present) = present.get_mut(table) {
            *present = true;
        }
    }
    let around = Around { paths: files.iter().map(|(path, _)| *path).collect::<HashSet<_>>(), present: &present };
    files
        .par_iter()
        .with_min_len(64)
        .map(|(path, start)| if is_read(path) || at_home(path).is_some() { None } else { around.judge(path, start) })
        .collect()
}

/// Whether a file has anything to do with the book, so that it is to be read.
pub fn is_read(path: &str) -> bool {
    path == SETTINGS || is_summary(path) || (table_of(path).is_some() && at_home(path).is_none())
}

/// The table that a file belongs to by its path, the summaries among them.
pub fn table(path: &str) -> Option<TableId> {
    if is_summary(path) {
        return Some(TableId::SUMMARIES);
    }
    table_of(path).and_then(|table| u8::try_from(table).ok()).map(TableId)
}

/// The tables that a book has which has these files and folders.
pub fn tables<'p>(paths: impl Iterator<Item = &'p str>, folders: &[String]) -> TableSet {
    paths.filter_map(table).chain(folders.iter().filter_map(|folder| table(folder))).collect()
}

/// Whether a file belongs to no table, and what it begins with may tell whether it should.
pub fn is_suspect(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let parts = ending::Name::of(name);
    let in_table = path.rsplit_once('/').is_some_and(|(folder, _)| is_folder(folder.split('/').next().unwrap_or(folder)));
    !is_nobodys(name) && !is_read(path) && (parts.is_rows || parts.is_toml || (in_table && parts.is_plain))
}

/// Whether a folder at a path may hold files of the book.
pub fn is_folder(path: &str) -> bool {
    path == PRIVATE || path == summaries::DESCRIPTION.path || is_home(path)
}

/// Whether a path is that of a folder of part files, of teams, or of whatever stands where such a folder should be.
pub fn is_home(path: &str) -> bool {
    at_home(path).is_some()
}

/// Whether a folder beside those of the book is looked into: another book, hidden folders and documents are their own business.
pub fn is_looked_into(name: &str) -> bool {
    !is_nobodys(name) && !["docs", "doc", "node_modules", "target"].contains(&name.to_ascii_lowercase().as_str())
}

fn is_summary(path: &str) -> bool {
    let name = path.strip_prefix(summaries::DESCRIPTION.path).and_then(|rest| rest.strip_prefix('/'));
    name.is_some_and(|name| name.ends_with(".md") && !name.contains('/') && !name.eq_ignore_ascii_case("README.md") && !is_nobodys(name))
}

/// The number of the table that a file holds rows of, from its path alone; also of what stands where the folder of a table should be.
fn table_of(path: &str) -> Option<usize> {
    let form = |table: &usize| super::ALL.get(*table).map(|table| table.form());
    let name = path.rsplit('/').next().unwrap_or(path);
    if is_nobodys(name) {
        return None;
    }
    if let Some(table) = at_home(path) {
        // A file where the folder of the table should be: disk says so, and the table is there but cannot be read.
        return Some(table);
    }
    if let Some(table) = path.strip_suffix(".csv").and_then(at_home).filter(|table| form(table) == Some(Form::Csv)) {
        return Some(table);
    }
    let table = path.rsplit_once('/').and_then(|(folder, _)| at_home(folder))?;
    let is_its = match form(&table)? {
        Form::TomlFiles => name.strip_suffix(".toml").is_some_and(|stem| copy_of(stem).is_none()),
        Form::Csv => name.strip_suffix(".csv").is_some_and(is_part),
    };
    is_its.then_some(table)
}

/// Hidden files, and the lock files that office programs leave behind.
fn is_nobodys(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}
