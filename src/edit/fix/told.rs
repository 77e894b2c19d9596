//! What was fixed that was likely and not certain: each told in one line, so that a person can judge it.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::Book;
use crate::findings::Finding;
use crate::rules::mend::Mend;
use crate::text::{At, FileId, Patch};
use crate::value::lenient::Sureness;

/// One likely fix of a finding, in however many places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The file of the first place.
    pub path: String,
    /// Its line, from 1, in the file before that fix.
    pub line: usize,
    /// Its column, in characters, from 1.
    pub column: usize,
    /// What stands there.
    pub old: String,
    /// What is written.
    pub new: String,
    /// In so many other places the same is written for the same.
    pub others: usize,
    /// Whether what stands there is not to be shown.
    pub is_secret: bool,
}

/// What is told of the findings that patches fix: once for all places where the same is written for the same.
pub fn of(book: &Book, findings: &[&Finding], applied: &[Mend]) -> Vec<Told> {
    let applied: BTreeSet<&Mend> = applied.iter().collect();
    let mut told = Vec::new();
    let mut seen: BTreeSet<(FileId, Patch)> = BTreeSet::new();
    for finding in findings {
        let likely = finding.fixes.iter().filter(|fix| fix.sure == Sureness::Likely).map(|fix| (fix.file, fix.patch.clone()));
        let mut values: BTreeMap<(&str, String), Vec<Mend>> = BTreeMap::new();
        for fix in likely.filter(|fix| applied.contains(fix)) {
            if seen.insert(fix.clone()) {
                let old = fix.1.span.of(book.sources.text(fix.0));
                values.entry((old, fix.1.with.clone())).or_default().push(fix);
            }
        }
        let mut all: Vec<_> = values.into_iter().collect();
        all.sort_by(|(_, a), (_, b)| a.first().cmp(&b.first()));
        for ((old, new), places) in all {
            let Some((file, patch)) = places.first() else { continue };
            let (line, column) = book.sources.line_column(*file, patch.span.start);
            told.push(Told {
                path: book.sources.path(*file).to_owned(),
                line,
                column,
                old: old.to_owned(),
                new,
                others: places.len() - 1,
                is_secret: !book.secrets_at(At::Bytes(*file, patch.span)).is_empty(),
            });
        }
    }
    told
}
