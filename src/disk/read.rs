//! Reads all files of a book, in parallel. What cannot be read is said with the file it belongs to.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::book::{FileRead, FilesRead};
use crate::tables::Unreadable;
use crate::tables::layout;

/// Files of four gibibytes or more are refused: places in a file are kept in 32 bits.
const MOST: u64 = u32::MAX as u64;

/// Reads the book in a folder.
pub fn read(root: &Path) -> FilesRead {
    let mut paths: Vec<String> = Vec::new();
    let mut folders = Vec::new();
    let mut broken: Vec<FileRead> = Vec::new();
    match names(root) {
        Ok(names) => paths.extend(names.iter().filter_map(|name| path_of("", name, &mut broken))),
        Err(why) => broken.push(FileRead { path: layout::SETTINGS.to_owned(), bytes: Some(Err(why)) }),
    }
    for folder in layout::folders() {
        let path = root.join(folder);
        let Ok(meta) = path.symlink_metadata() else { continue };
        if meta.is_file() {
            // `private` and `summaries` are no tables: a file of that name is nobody's business.
            if layout::is_read(folder) {
                broken.push(FileRead { path: folder.to_owned(), bytes: Some(Err(Unreadable::NoFolder)) });
            }
            continue;
        }
        let listed = inside(root, &path).and_then(|()| names(&path));
        match listed {
            Ok(names) => {
                folders.push(folder.to_owned());
                paths.extend(names.iter().filter_map(|name| path_of(&format!("{folder}/"), name, &mut broken)));
            }
            Err(why) => broken.push(FileRead { path: folder.to_owned(), bytes: Some(Err(why)) }),
        }
    }
    paths.retain(|path| !folders.contains(path) && !broken.iter().any(|b| b.path == *path));
    // Tables first, each file to the next thread that is free: no thread is left with the largest when the others are done.
    paths.sort_by_key(|path| !path.ends_with(".csv"));
    let mut files: Vec<FileRead> = paths
        .into_iter()
        .par_bridge()
        .filter_map(|path| {
            let full = root.join(&path);
            if !layout::is_read(&path) {
                return (!full.is_dir()).then_some(FileRead { path, bytes: None });
            }
            let bytes = read_file(root, &full);
            Some(FileRead { path, bytes: Some(bytes) })
        })
        .collect();
    files.append(&mut broken);
    let root = root.to_owned();
    let again = move |path: &str| read_file(&root, &root.join(path)).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    FilesRead { files, folders, again: Some(Arc::new(again)) }
}

/// The names in a folder.
fn names(folder: &Path) -> Result<Vec<OsString>, Unreadable> {
    let entries = fs::read_dir(folder).map_err(|error| reason(&error))?;
    let mut names: Vec<OsString> = entries.flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    Ok(names)
}

/// The path of a name in a folder of the book. A name that is not UTF-8 belongs to no table: where it ends as a file of the book does, that is said.
fn path_of(folder: &str, name: &OsStr, broken: &mut Vec<FileRead>) -> Option<String> {
    let path = format!("{folder}{}", name.to_string_lossy());
    if name.to_str().is_some() {
        return Some(path);
    }
    if layout::is_read(&path) {
        broken.push(FileRead { path, bytes: Some(Err(Unreadable::Name)) });
    }
    None
}

/// What stands in a file. The disk is asked no more than it must be: a book may have thousands of files. One that grows too large while it is
/// read is refused where bytes become text.
fn read_file(root: &Path, path: &Path) -> Result<Vec<u8>, Unreadable> {
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
    let file = fs::File::open(path).map_err(|error| reason(&error))?;
    file.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    Ok(bytes)
}

/// Refuses a symbolic link that leads out of the book.
fn inside(root: &Path, path: &Path) -> Result<(), Unreadable> {
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
    read_file(root, &root.join(layout::SETTINGS)).ok()
}
