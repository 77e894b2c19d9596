//! All that is known of a book's files: from the disk, from memory, or another snapshot with changes over it.

use std::collections::BTreeMap;

use crate::tables::layout::is_read;
use crate::tables::{FaultKind, Unreadable};
use crate::text::{Again, At, FileId};

use super::Book;

/// A file of a snapshot.
pub struct SnapshotFile {
    /// Path relative to the book, with `/`.
    pub path: String,
    /// What stands in it, or why that cannot be read. `None` where only the name matters.
    pub bytes: Option<Result<Vec<u8>, Unreadable>>,
}

/// The files of a book at one moment.
#[derive(Default)]
pub struct Snapshot {
    /// The files.
    pub files: Vec<SnapshotFile>,
    /// The folders that are there, by their paths.
    pub folders: Vec<String>,
    /// Reads a file once more; without it every file is kept in memory.
    pub again: Option<Again>,
}

impl Snapshot {
    /// Of what stands in files, by their paths. The folders are those that the paths name.
    pub fn of<P: Into<String>, T: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, T)>) -> Self {
        let mut snapshot = Self::default();
        files.into_iter().for_each(|(path, bytes)| snapshot.put(path, Ok(bytes.into())));
        snapshot
    }

    /// Adds a file, and the folder it lies in.
    pub fn put(&mut self, path: impl Into<String>, bytes: Result<Vec<u8>, Unreadable>) {
        let path = path.into();
        if let Some((folder, _)) = path.rsplit_once('/')
            && !self.folders.iter().any(|known| known == folder)
        {
            self.folders.push(folder.to_owned());
        }
        self.files.push(SnapshotFile { path, bytes: Some(bytes) });
    }

    /// The same files, some with other texts.
    #[must_use]
    pub fn with(mut self, texts: &BTreeMap<String, String>) -> Self {
        for file in &mut self.files {
            if let Some(text) = texts.get(&file.path) {
                file.bytes = Some(Ok(text.as_bytes().to_owned()));
            }
        }
        self
    }
}

impl Book {
    /// The files that the book was made of, as they were read: a book that is written keeps them all.
    pub fn snapshot(&self) -> Snapshot {
        let mut unreadable = BTreeMap::new();
        for fault in &self.faults {
            if let (At::File(file), FaultKind::Unreadable(why)) = (fault.at, &fault.kind) {
                unreadable.entry(file).or_insert(why);
            }
        }
        let files = self.sources.iter().map(|(file, source)| {
            let bytes = self.sources.bytes(file);
            let bytes = match unreadable.get(&file).filter(|_| bytes.is_empty()) {
                Some(why) => Some(Err((*why).clone())),
                None => is_read(&source.path).then(|| Ok(bytes.to_owned())),
            };
            SnapshotFile { path: source.path.clone(), bytes }
        });
        Snapshot { files: files.collect(), folders: self.folders.clone(), again: None }
    }

    /// The same files, some with other texts. The files of a book made of it have the same numbers.
    pub fn snapshot_with(&self, texts: &BTreeMap<FileId, String>) -> Snapshot {
        self.snapshot().with(&texts.iter().map(|(file, text)| (self.sources.path(*file).to_owned(), text.clone())).collect())
    }
}
