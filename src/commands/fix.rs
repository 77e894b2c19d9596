//! `rollbook check --fix`: what has exactly one right fix is fixed, as often as one fix uncovers another.

use std::collections::BTreeMap;

use crate::book::Book;
use crate::disk::Change;
use crate::edit::fix::{self, Changed, Look};
use crate::findings::{Chosen, Finding};

use super::session::{self, Session};
use super::{Common, Host, rewrite};

/// A book after its fixes, which are not written yet.
pub struct Fixed {
    /// The book as it will be.
    pub session: Session,
    /// What was found in it, where a fix was dropped.
    pub left: Vec<Finding>,
    changes: BTreeMap<String, Changed>,
}

impl Fixed {
    /// What is to be written.
    pub fn changes(&self) -> Vec<Change<'_>> {
        self.changes.iter().map(|(path, changed)| Change { path, old: &changed.old, new: changed.new.as_bytes() }).collect()
    }
}

/// Opens the book and fixes it in memory, as far as the rules chosen go.
///
/// # Errors
/// There is no book, its format is newer than this program, or a fix would change what it should not.
pub fn fix(host: &Host<'_>, common: &Common, as_of: Option<&str>, chosen: &Chosen) -> Result<Fixed, anyhow::Error> {
    let Session { book, root, .. } = session::whole(host, common, as_of)?;
    let look = |book: &Book| -> Result<Look, anyhow::Error> {
        let ask = session::ask(host, &book.settings, as_of)?;
        Ok(Look { ask, findings: session::look(book, ask, &Chosen::default(), None).findings })
    };
    let fixed = fix::fix(book, look, |finding| chosen.has(finding.code, finding.name))?;
    let session = session::of(host, common, as_of, root, fixed.book)?;
    rewrite::refuse_if_different(&session, &fixed.differences)?;
    Ok(Fixed { session, left: fixed.left, changes: fixed.changes })
}

/// Says of findings whose fix was dropped why it was.
pub fn tell(findings: &mut [Finding], left: &[Finding]) {
    for told in left {
        let same = findings.iter_mut().find(|finding| finding.code == told.code && finding.at == told.at);
        if let Some(finding) = same {
            finding.help.clone_from(&told.help);
            finding.mends.clone_from(&told.mends);
        }
    }
}
