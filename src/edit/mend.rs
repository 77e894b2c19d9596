//! What findings are mended with, put into the files: only those bytes change.

use std::collections::BTreeMap;

use crate::book::Book;
use crate::findings::Finding;
use crate::text::patch::apply;
use crate::text::{FileId, Patch};

use super::Rewritten;

/// The files that findings have mends for, mended.
pub fn mend<'f>(book: &Book, findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Rewritten> {
    let mut patches: BTreeMap<FileId, Vec<Patch>> = BTreeMap::new();
    // Bytes that cannot be decoded are not in the text, and would not be in what is written.
    for (file, patch) in findings.into_iter().flat_map(|finding| &finding.mends).filter(|(file, _)| !book.sources.is_damaged(*file)) {
        patches.entry(*file).or_default().push(patch.clone());
    }
    let mended = patches.into_iter().map(|(file, patches)| Rewritten { file, text: apply(book.sources.text(file), patches) });
    mended.filter(|mended| mended.text.as_bytes() != book.sources.bytes(mended.file)).collect()
}
