//! `rollbook check --fix`: what has exactly one right mending is mended, as often as one mend uncovers another.

use std::collections::BTreeMap;

use crate::disk::Change;
use crate::edit::mend;
use crate::findings::{Chosen, Finding};

use super::open::{self, Opened};
use super::{Common, Host, check};

/// A book after its mends, which are not written yet.
pub struct Fixed {
    /// The book as it will be.
    pub opened: Opened,
    changes: BTreeMap<String, Mended>,
}

/// A file that has been mended.
struct Mended {
    old: Vec<u8>,
    new: String,
}

impl Fixed {
    /// What is to be written.
    pub fn changes(&self) -> Vec<Change<'_>> {
        self.changes.iter().map(|(path, mended)| Change { path, old: &mended.old, new: mended.new.as_bytes() }).collect()
    }
}

/// So often at most: a file becomes readable, then a cell of it, then what refers to it.
const ROUNDS: usize = 8;

/// Opens the book and mends it in memory, as far as the rules chosen go.
///
/// # Errors
/// There is no book, or its format is newer than this program.
pub fn fix(host: &Host<'_>, common: &Common, as_of: Option<&str>, chosen: &Chosen) -> Result<Fixed, anyhow::Error> {
    let mut fixed = Fixed { opened: open::whole(host, common, as_of, &BTreeMap::new())?, changes: BTreeMap::new() };
    for _ in 0..ROUNDS {
        let book = &fixed.opened.book;
        let rewritten = mend::mend(book, &to_mend(&fixed.opened, chosen));
        if rewritten.is_empty() {
            break;
        }
        for new in rewritten {
            let old = || Mended { old: book.sources.bytes(new.file).to_owned(), new: String::new() };
            fixed.changes.entry(book.sources.path(new.file).to_owned()).or_insert_with(old).new = new.text;
        }
        let instead = fixed.changes.iter().map(|(path, mended)| (path.as_str(), mended.new.as_str())).collect();
        fixed.opened = open::whole(host, common, as_of, &instead)?;
    }
    Ok(fixed)
}

/// The findings that are mended. Whoever has an id mended has it mended wherever it is referred to.
fn to_mend(opened: &Opened, chosen: &Chosen) -> Vec<Finding> {
    let mut findings = check::look(opened, &Chosen::default()).findings;
    let with_ids = chosen.has("F012", "bad-id");
    findings.retain(|finding| chosen.has(finding.code, finding.name) || with_ids && finding.code == "R001");
    findings
}
