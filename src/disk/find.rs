//! The book that a folder belongs to: its own `rollbook.toml`, or that of the nearest folder above.

use std::path::{Path, PathBuf};

use crate::tables::layout::{PRIVATE, SETTINGS};

/// Why no book was found.
#[derive(Debug, PartialEq, Eq)]
pub enum NotFound {
    /// The folder to begin at is not there.
    NoFolder(PathBuf),
    /// It is there, and is no folder.
    File(PathBuf),
    /// Neither it nor any folder above it has a `rollbook.toml`.
    NoBook(PathBuf),
}

/// The nearest folder at or above one that git keeps.
pub fn repository(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok())
}

/// Whether a book has a folder `private`, in whatever case.
pub fn has_private(book: &Path) -> bool {
    let named = |entry: std::fs::DirEntry| entry.file_name().eq_ignore_ascii_case(PRIVATE) && entry.path().is_dir();
    std::fs::read_dir(book).is_ok_and(|entries| entries.flatten().any(named))
}

/// Finds the folder of the book, beginning at `start`.
///
/// # Errors
/// Says that there is no such folder, or no book at or above it.
pub fn find(start: &Path) -> Result<PathBuf, NotFound> {
    let absolute = std::path::absolute(start).unwrap_or_else(|_| start.to_owned());
    if !absolute.is_dir() {
        let why = if absolute.exists() { NotFound::File } else { NotFound::NoFolder };
        return Err(why(start.to_owned()));
    }
    // What is there but cannot be read is found all the same, and said to be unreadable.
    let there = |folder: &&Path| folder.join(SETTINGS).symlink_metadata().is_ok();
    let found = absolute.ancestors().find(there).map(Path::to_owned);
    found.ok_or_else(|| NotFound::NoBook(start.to_owned()))
}
