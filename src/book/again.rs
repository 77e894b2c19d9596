//! A book read again from memory, with other texts in some files: what is about to be written, before it is.

use std::collections::BTreeMap;

use crate::tables::layout::is_read;
use crate::tables::{Description, FaultKind, number_of};
use crate::text::{At, FileId};
use crate::value::Value;

use super::{Book, FileRead, FilesRead};

impl Book {
    /// Its files as they were read, those in `texts` with other words. Nothing is asked of the disk.
    pub fn files_again(&self, texts: &BTreeMap<FileId, String>) -> FilesRead {
        let mut unreadable = BTreeMap::new();
        for fault in &self.faults {
            if let (At::File(file), FaultKind::Unreadable(why)) = (fault.at, &fault.kind) {
                unreadable.entry(file).or_insert(why);
            }
        }
        let files = self.sources.iter().map(|(file, source)| {
            let why = unreadable.get(&file).filter(|_| self.sources.bytes(file).is_empty());
            let bytes = match (texts.get(&file), why) {
                (Some(text), _) => Some(Ok(text.as_bytes().to_owned())),
                (None, Some(why)) => Some(Err((*why).clone())),
                (None, None) => is_read(&source.path).then(|| Ok(self.sources.bytes(file).to_owned())),
            };
            FileRead { path: source.path.clone(), bytes }
        });
        FilesRead { files: files.collect(), folders: self.folders.clone(), again: None }
    }

    /// What a column of the row of a table says that begins at a byte of a file; `None` where there is no such row, as of rows that repeat
    /// a key.
    pub fn shown(&self, table: &Description, file: FileId, row: u32, column: u16) -> Option<Value> {
        self.tables.any(number_of(table.name))?.shown(file, row, column, &self.words, &self.keys)
    }
}
