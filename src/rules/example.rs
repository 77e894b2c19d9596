//! Small books written as one text: a line `-- path` begins a file, what follows is what stands in it.
//!
//! Where `rollbook.toml` is not given, it is [`SETTINGS`].

use crate::book::{Book, FileRead, FilesRead};
use crate::value::Day;

/// The settings of an example that does not need any of its own.
pub const SETTINGS: &str = "format = 1\n\n[organisation]\nname = \"Example\"\nas-of = 2026-06-30\n";

/// The files of a small book.
pub fn files(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.trim_start_matches('\n').split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("-- ") {
            files.push((path.trim_end().to_owned(), String::new()));
        } else if let Some((_, content)) = files.last_mut() {
            content.push_str(line);
        }
    }
    if !files.iter().any(|(path, _)| path == "rollbook.toml") {
        files.insert(0, ("rollbook.toml".to_owned(), SETTINGS.to_owned()));
    }
    files
}

/// A small book in memory.
pub fn book(text: &str) -> Book {
    let mut read = FilesRead::default();
    for (path, content) in files(text) {
        if let Some((folder, _)) = path.rsplit_once('/')
            && !read.folders.iter().any(|f| f == folder)
        {
            read.folders.push(folder.to_owned());
        }
        read.files.push(FileRead { path, bytes: Some(Ok(content.into_bytes())) });
    }
    Book::read(read)
}

/// The day that a book's own settings ask about; the end of June 2026 where they do not say.
pub fn day(book: &Book) -> Day {
    book.settings.organisation.as_of.or_else(|| Day::new(2026, 6, 30)).unwrap_or(Day::MAX)
}
