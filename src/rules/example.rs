//! Small books written as one text: a line `-- path` begins a file, what follows is what stands in it.
//!
//! `-- path (GB18030)` is written in that encoding, as with any other name of one; in `-- path (bytes)` a byte may be written `\xNN`,
//! and a line that ends in `\` has no line end.
//! `-- path (folder)` is an empty folder where a file belongs, and git tracks `-- path (tracked)`.
//! Where `rollbook.toml` is not given, it has a name and a day; `-- rollbook.toml (add)` has what stands behind these. Where no volunteers are, the
//! table is empty.

use crate::book::{Book, Snapshot};
use crate::tables::{Unreadable, volunteers};
use crate::value::Day;

/// The settings that an example adds to.
const NAMED: &str = "format = 1\n\n[organisation]\nname = \"Example\"\nas-of = 2026-06-30\n\n";

/// The settings of an example that says nothing of them: it is about its few tables, and those that it lacks are not told.
const SETTINGS: &str = "[levels]\ntable-absent = \"off\"\n";

/// A file of a small book: its path, and its bytes; `None`: a folder.
pub type Sample = (String, Option<Vec<u8>>);

/// The files of a small book.
pub fn files(text: &str) -> Vec<Sample> {
    let mut files: Vec<(&str, Form, String)> = Vec::new();
    for line in text.trim_start_matches('\n').split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("-- ").map(str::trim_end) {
            let path = path.strip_suffix(TRACKED).unwrap_or(path);
            let named = path.strip_suffix(')').and_then(|path| path.rsplit_once(" ("));
            let (path, form) = match named {
                Some((path, "folder")) => (path, Form::Folder),
                Some((path, "bytes")) => (path, Form::Bytes),
                Some((path, "add")) => (path, Form::Added),
                Some((before, name)) => encoding_rs::Encoding::for_label(name.as_bytes()).map_or((path, Form::Utf8), |form| (before, Form::In(form))),
                None => (path, Form::Utf8),
            };
            files.push((path, form, String::new()));
        } else if let Some((_, _, content)) = files.last_mut() {
            content.push_str(line);
        }
    }
    if !files.iter().any(|(path, ..)| *path == "rollbook.toml") {
        files.insert(0, ("rollbook.toml", Form::Added, SETTINGS.to_owned()));
    }
    if !files.iter().any(|(path, ..)| path.starts_with("volunteers") || path.starts_with("志愿者.")) {
        files.push(("volunteers.csv", Form::Utf8, format!("{}\n", volunteers::DESCRIPTION.least_header())));
    }
    let sample = |(path, form, content): (&str, Form, String)| {
        let bytes = match form {
            Form::Utf8 => Some(content.into_bytes()),
            Form::Added => Some(format!("{NAMED}{content}").into_bytes()),
            Form::In(encoding) => Some(encoding.encode(&content).0.into_owned()),
            Form::Bytes => Some(unescaped(&content)),
            Form::Folder => None,
        };
        (path.to_owned(), bytes)
    };
    files.into_iter().map(sample).collect()
}

/// Stands behind the path of a file that git tracks.
const TRACKED: &str = " (tracked)";

/// The files of a small book that git tracks.
pub fn tracked(text: &str) -> Vec<String> {
    text.lines().filter_map(|line| line.strip_prefix("-- ")?.strip_suffix(TRACKED)).map(str::to_owned).collect()
}

/// What a file of a small book is.
enum Form {
    Utf8,
    Added,
    In(&'static encoding_rs::Encoding),
    Bytes,
    Folder,
}

/// The bytes of a text in which some are written `\xNN`, and line ends that are none after a `\`.
fn unescaped(text: &str) -> Vec<u8> {
    let text = text.replace("\\\n", "");
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_owned();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(part.get(2..).unwrap_or_default().as_bytes());
            }
            None => bytes.extend_from_slice(format!("\\x{part}").as_bytes()),
        }
    }
    bytes
}

/// A small book in memory.
pub fn book(text: &str) -> Book {
    let mut snapshot = Snapshot::default();
    for (path, bytes) in files(text) {
        snapshot.put(path, bytes.ok_or(Unreadable::Folder));
    }
    let book = Book::read(snapshot);
    book.learn_tracked(|| tracked(text));
    let as_of = day(&book);
    book.seen_on(as_of)
}

/// The day that a book's own settings ask about; the end of June 2026 where they do not say.
pub fn day(book: &Book) -> Day {
    book.settings.organisation.as_of.or_else(|| Day::new(2026, 6, 30)).unwrap_or(Day::MAX)
}
