//! Bytes of files to a book.

use rayon::prelude::*;

use crate::tables::meant::Own;
use crate::tables::read::{Sheet, open};
use crate::tables::summaries::{self, Known};
use crate::tables::{ALL, Fault, FaultKind, Layout, Settings, Tables, Unreadable};
use crate::text::{Again, At, FileId, Source, Sources, encoding};
use crate::value::TableId;

use super::{Book, personal};

/// So many files or pieces one thread takes at a time: thousands of small ones may stand beside a few that are large.
pub(super) const UNEQUAL: usize = 8;

/// A file as the disk gave it.
pub struct FileRead {
    /// Path relative to the book, with `/`.
    pub path: String,
    /// What stands in it, or why that cannot be read. `None` where only the name matters.
    pub bytes: Option<Result<Vec<u8>, Unreadable>>,
}

/// All files of a book, as the disk gave them.
#[derive(Default)]
pub struct FilesRead {
    /// The files.
    pub files: Vec<FileRead>,
    /// The folders that are there, by their paths.
    pub folders: Vec<String>,
    /// Reads a file once more; without it every file is kept in memory.
    pub again: Option<Again>,
}

impl Book {
    /// Makes a book of the bytes of its files. It cannot fail: what could not be read is in [`Book::faults`].
    pub fn read(read: FilesRead) -> Self {
        // On one of the threads that share the work: else this one would wait for them anew at each of a hundred small steps.
        rayon::scope(|_| Self::of(read))
    }

    fn of(mut read: FilesRead) -> Self {
        read.files.sort_by(|a, b| a.path.cmp(&b.path));
        let decoded: Vec<(Source, Option<FaultKind>)> = read.files.into_par_iter().with_max_len(UNEQUAL).map(decode).collect();
        let (mut sources, mut faults, mut readable) = (Sources::default(), Vec::new(), Vec::new());
        for (source, wrong) in decoded {
            let file = sources.push(source);
            readable.push(wrong.is_none());
            faults.extend(wrong.map(|kind| Fault::new(At::File(file), kind)));
        }
        sources.set_again(read.again);
        let (layout, strays) = Layout::of(&sources, &read.folders);
        faults.extend(strays);

        let is_readable = |file: FileId| readable.get(file.0 as usize).copied().unwrap_or_default();
        let (settings, mut words, wrong) = match layout.settings {
            Some(file) if is_readable(file) => Settings::read(file, sources.text(file)),
            file => (Settings { file, ..Settings::default() }, Settings::no_words(), Vec::new()),
        };
        faults.extend(wrong);

        let own = Own::of(&settings.files.extra);
        let sheets: Vec<Vec<Sheet>> = ALL
            .par_iter()
            .zip(&layout.files)
            .map(|(table, files)| {
                files.par_iter().with_max_len(UNEQUAL).map(|file| open(sources.text(*file), *file, table, is_readable(*file), &own)).collect()
            })
            .collect();
        let mut headers = vec![None; sources.iter().count()];
        for (number, sheets) in (0u8..).zip(&sheets) {
            for sheet in sheets {
                if let Some(slot) = headers.get_mut(sheet.file.0 as usize) {
                    *slot = Some((TableId(number), sheet.header.clone()));
                }
            }
        }
        // Before the tables are read: what a large file says is forgotten then.
        let personal = personal::find(&sources, &layout, &sheets);
        let (tables, keys, wrong) = Tables::read(sheets, &mut sources, &layout, &mut words);
        faults.extend(wrong);
        let known = Known { keys: &keys, places: &tables.places, words: &words };
        let mut summaries = Vec::new();
        for (file, source) in layout.summaries.iter().filter_map(|file| Some((*file, sources.get(*file)?))) {
            let (summary, wrong) = summaries::read(file, source, sources.text(file), is_readable(file), &known);
            summaries.push(summary);
            faults.extend(wrong);
        }
        faults.sort_by_key(|fault| fault.at);
        Self {
            sources,
            layout,
            settings,
            words,
            tables,
            summaries,
            faults,
            personal,
            tracked: Vec::new(),
            keys,
            headers,
            history: Default::default(),
            facts: Default::default(),
            attendances: Default::default(),
            doubtful: Default::default(),
            tree: Default::default(),
            unsure: Default::default(),
            wider: Default::default(),
        }
    }
}

/// A file's text, or why it has none.
fn decode(file: FileRead) -> (Source, Option<FaultKind>) {
    let undecoded = |path: String, bytes: Vec<u8>| {
        let wrong = FaultKind::NotUtf8(encoding::recognise(&bytes));
        (Source::undecoded(path, bytes), Some(wrong))
    };
    let (text, wrong) = match file.bytes {
        None => (String::new(), None),
        Some(Err(why)) => (String::new(), Some(FaultKind::Unreadable(why))),
        Some(Ok(bytes)) if u32::try_from(bytes.len()).is_err() => (String::new(), Some(FaultKind::Unreadable(Unreadable::TooLarge))),
        Some(Ok(bytes)) => match String::from_utf8(bytes) {
            Ok(text) if encoding::is_wide(text.as_bytes()) => return undecoded(file.path, text.into_bytes()),
            Ok(text) => (text, None),
            Err(error) => return undecoded(file.path, error.into_bytes()),
        },
    };
    (Source::new(file.path, text), wrong)
}
