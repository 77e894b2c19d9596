//! Reads all files of a book, in parallel. What cannot be read is said with the file it belongs to.
//!
//! Names are compared as the disk lists them, never by opening them: where the disk takes `Teams` for `teams`, the book is the same one.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::book::{Needs, Snapshot, SnapshotFile};
use crate::tables::{TableSet, Unreadable, layout};

use super::list::{Entry, What, list};

/// What the disk is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What is in a folder.
    List,
    /// The next name in a folder; the path is its own.
    Entry,
    /// What a path is.
    Look,
    /// To open a file.
    Open,
    /// What stands in it.
    Read,
}

/// What is asked before each step whether it goes on: tests refuse one.
pub type Before<'a> = &'a (dyn Fn(Step, &Path) -> io::Result<()> + Sync);

/// Files of four gibibytes or more are refused: places in a file are kept in 32 bits.
const MOST: u64 = u32::MAX as u64;

/// So many folders are looked into below one of a table.
const DEPTH: usize = 4;

/// Reads the book in a folder.
pub fn read(root: &Path) -> Snapshot {
    read_for(root, Needs::ALL)
}

/// Reads as much of the book in a folder as a question needs.
pub fn read_for(root: &Path, needs: Needs) -> Snapshot {
    let mut read = read_some(root, needs, &|_, _| Ok(()));
    let root = root.to_owned();
    let again = move |path: &str| read_file(&root, &root.join(path), &|_, _| Ok(())).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    read.again = Some(Arc::new(again));
    read
}

/// The same, where `before` may refuse any step, as a disk does that fails.
pub fn read_with(root: &Path, before: Before<'_>) -> Snapshot {
    read_some(root, Needs::ALL, before)
}

fn read_some(root: &Path, needs: Needs, before: Before<'_>) -> Snapshot {
    let mut found = Found { root, before, files: Vec::new(), folders: Vec::new(), broken: Vec::new() };
    found.all();
    let Found { mut files, folders, mut broken, .. } = found;
    let paths = files.iter().map(|(path, _)| path.as_str()).chain(broken.iter().map(|file| file.path.as_str()));
    let tables = needs.files(layout::tables(paths, &folders));
    // Tables first, each file to the next thread that is free: no thread is left with the largest when the others are done.
    files.sort_by_key(|(path, _)| !path.ends_with(".csv"));
    let mut files: Vec<SnapshotFile> = files.into_iter().par_bridge().map(|(path, what)| file(root, path, what, tables, before)).collect();
    files.append(&mut broken);
    Snapshot { files, folders, again: None }
}

/// What is found on the way through the folders.
struct Found<'a> {
    root: &'a Path,
    before: Before<'a>,
    files: Vec<(String, What)>,
    folders: Vec<String>,
    broken: Vec<SnapshotFile>,
}

impl Found<'_> {
    fn all(&mut self) {
        let entries = match list(self.root, self.before) {
            Ok((entries, None)) => entries,
            // Nothing of the book can be trusted where not even its own folder is known.
            Ok((_, Some(why))) | Err(why) => return self.break_off(layout::SETTINGS.to_owned(), why),
        };
        for Entry { name, what } in entries {
            let Ok(name) = name.into_string().map_err(|name| self.bad_name("", &name.to_string_lossy())) else { continue };
            match what {
                What::Folder | What::Link if layout::is_folder(&name) => self.folder(name, 0),
                What::Folder if layout::is_looked_into(&name) && !layout::is_read(&name) => self.beside(&name),
                // A file where a folder belongs; `private` and `summaries` are no tables, and such a file is nobody's business.
                What::File | What::Other if layout::is_home(&name) => self.break_off(name, Unreadable::NoFolder),
                What::Folder if !layout::is_read(&name) => {}
                _ => self.files.push((name, what)),
            }
        }
    }

    fn break_off(&mut self, path: String, why: Unreadable) {
        self.broken.push(SnapshotFile { path, bytes: Some(Err(why)) });
    }

    /// A name that is not UTF-8 belongs to no table: where it looks as a file of the book does, that is said.
    fn bad_name(&mut self, folder: &str, name: &str) {
        let plain: String = name.replace(char::REPLACEMENT_CHARACTER, "x");
        if layout::is_read(&format!("{folder}{plain}")) {
            self.break_off(format!("{folder}{name}"), Unreadable::Name);
        }
    }

    /// What is in a folder of the book, and in those below it.
    fn folder(&mut self, folder: String, depth: usize) {
        let path = self.root.join(&folder);
        if depth == 0
            && let Err(why) = inside(self.root, &path, self.before)
        {
            return self.break_off(folder, why);
        }
        let entries = match list(&path, self.before) {
            Ok((entries, None)) => entries,
            Ok((entries, Some(why))) => {
                self.break_off(folder.clone(), why);
                entries
            }
            Err(why) => return self.break_off(folder, why),
        };
        for Entry { name, what } in entries {
            let Ok(name) = name.into_string().map_err(|name| self.bad_name(&format!("{folder}/"), &name.to_string_lossy())) else { continue };
            let path = format!("{folder}/{name}");
            match what {
                What::Folder | What::Link if layout::is_folder(&path) => self.folder(path, 0),
                What::Folder if depth < DEPTH && !layout::is_read(&path) && layout::is_looked_into(&name) => self.folder(path, depth + 1),
                What::File | What::Other if layout::is_home(&path) => self.break_off(path, Unreadable::NoFolder),
                What::Folder if !layout::is_read(&path) => {}
                _ => self.files.push((path, what)),
            }
        }
        if layout::is_folder(&folder) {
            self.folders.push(folder);
        }
    }

    /// The names in a folder beside those of the book; whether it can be listed is its own business.
    fn beside(&mut self, folder: &str) {
        let Ok((entries, _)) = list(&self.root.join(folder), self.before) else { return };
        if entries.iter().any(|entry| entry.name == layout::SETTINGS) {
            return;
        }
        let files =
            entries.into_iter().filter(|entry| entry.what != What::Folder).filter_map(|entry| Some((entry.name.into_string().ok()?, entry.what)));
        self.files.extend(files.map(|(name, what)| (format!("{folder}/{name}"), what)));
    }
}

/// A file of the book, or the start of one that looks as if it were. Of one whose table nobody needs there is the name.
fn file(root: &Path, path: String, what: What, tables: TableSet, before: Before<'_>) -> SnapshotFile {
    if layout::table(&path).is_some_and(|table| !tables.has(table)) {
        return SnapshotFile { path, bytes: None };
    }
    let full = root.join(&path);
    if layout::is_read(&path) {
        let bytes = read_file(root, &full, before);
        return SnapshotFile { path, bytes: Some(bytes) };
    }
    // Through no link, and no further than a header goes.
    let is_asked = what == What::File && layout::is_suspect(&path);
    let start = is_asked.then(|| start(&full, before)).and_then(Result::ok);
    SnapshotFile { path, bytes: start.map(Ok) }
}

/// What a file begins with.
fn start(path: &Path, before: Before<'_>) -> io::Result<Vec<u8>> {
    before(Step::Open, path)?;
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(layout::START as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What stands in a file. The disk is asked no more than it must be: a book may have thousands of files. One that grows too large while it is
/// read is refused where bytes become text.
fn read_file(root: &Path, path: &Path, before: Before<'_>) -> Result<Vec<u8>, Unreadable> {
    let refused = |step| before(step, path).map_err(|error| reason(&error));
    refused(Step::Look)?;
    let mut meta = path.symlink_metadata().map_err(|error| reason(&error))?;
    if meta.is_symlink() {
        meta = fs::metadata(path).map_err(|_| Unreadable::LinkBroken)?;
        if !meta.is_dir() {
            is_inside(root, path)?;
        }
    }
    if meta.is_dir() {
        return Err(Unreadable::Folder);
    }
    if !meta.is_file() {
        return Err(Unreadable::Special);
    }
    if meta.len() >= MOST {
        return Err(Unreadable::TooLarge);
    }
    let mut bytes = Vec::new();
    // One byte more than there should be, so that the end is found without making room once again.
    bytes.try_reserve_exact(usize::try_from(meta.len()).unwrap_or_default() + 1).map_err(|error| Unreadable::Other(error.to_string()))?;
    refused(Step::Open)?;
    let file = fs::File::open(path).map_err(|error| reason(&error))?;
    refused(Step::Read)?;
    file.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    Ok(bytes)
}

/// Refuses a symbolic link that leads out of the book.
fn inside(root: &Path, path: &Path, before: Before<'_>) -> Result<(), Unreadable> {
    before(Step::Look, path).map_err(|error| reason(&error))?;
    let meta = path.symlink_metadata().map_err(|error| reason(&error))?;
    if meta.is_symlink() { is_inside(root, path) } else { Ok(()) }
}

/// Refuses a link that leads out of the book.
fn is_inside(root: &Path, link: &Path) -> Result<(), Unreadable> {
    let target = link.canonicalize().map_err(|_| Unreadable::LinkBroken)?;
    let root = root.canonicalize().map_err(|error| reason(&error))?;
    if target.starts_with(root) { Ok(()) } else { Err(Unreadable::LinkOut) }
}

pub(super) fn reason(error: &io::Error) -> Unreadable {
    match error.kind() {
        io::ErrorKind::PermissionDenied => Unreadable::Denied,
        io::ErrorKind::NotADirectory => Unreadable::NoFolder,
        io::ErrorKind::IsADirectory => Unreadable::Folder,
        _ => Unreadable::Other(error.to_string()),
    }
}

/// What stands in `rollbook.toml` alone, if it can be read.
pub fn settings(root: &Path) -> Option<Vec<u8>> {
    read_file(root, &root.join(layout::SETTINGS), &|_, _| Ok(())).ok()
}
