//! What is in a folder, as the disk lists it.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use crate::tables::Unreadable;

use super::read::{Before, Step, reason};

/// What a name in a folder is, as far as can be told without following it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A pipe, socket or device, or nobody knows.
    Other,
}

/// A name in a folder.
#[derive(Debug)]
pub struct Entry {
    /// The name.
    pub name: OsString,
    /// What it is.
    pub what: What,
}

/// The names in a folder, by name; and why not all of them are known, if the disk failed on the way.
///
/// # Errors
/// It cannot be listed at all.
pub fn list(folder: &Path, before: Before<'_>) -> Result<(Vec<Entry>, Option<Unreadable>), Unreadable> {
    before(Step::List, folder).map_err(|error| reason(&error))?;
    let (mut entries, mut failed) = (Vec::new(), None);
    for entry in fs::read_dir(folder).map_err(|error| reason(&error))? {
        let entry = entry.and_then(|entry| before(Step::Entry, &entry.path()).map(|()| entry));
        match entry {
            Ok(entry) => entries.push(Entry { what: what(&entry), name: entry.file_name() }),
            Err(error) => failed = Some(reason(&error)),
        }
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((entries, failed))
}

/// What cannot be told here is told when the file is read.
fn what(entry: &fs::DirEntry) -> What {
    match entry.file_type() {
        Ok(of) if of.is_file() => What::File,
        Ok(of) if of.is_dir() => What::Folder,
        Ok(of) if of.is_symlink() => What::Link,
        _ => What::Other,
    }
}
