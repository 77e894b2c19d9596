//! `rollbook check --fix`: what can mean only one thing is fixed, with `--likely` also what is likely, as often as one fix uncovers another.

use std::collections::BTreeMap;

use crate::book::Book;
use crate::disk::Change;
use crate::edit::fix::{self, Changed, Look, Told};
use crate::findings::{Chosen, Finding};
use crate::say;
use crate::say::{Text, count};
use crate::tables::layout::is_private;
use crate::text::personal::veil;
use crate::text::width::visible;
use crate::value::lenient::Sureness;

use super::session::{self, Session};
use super::{Common, Host, rewrite};

/// A book after its fixes, which are not written yet.
pub struct Fixed {
    /// The book as it will be.
    pub session: Session,
    /// What was found in it, where a fix was dropped.
    pub left: Vec<Finding>,
    changes: BTreeMap<String, Changed>,
    /// What is likely and not certain.
    likely: Vec<Told>,
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
pub fn fix(host: &Host<'_>, common: &Common, as_of: Option<&str>, chosen: &Chosen, least: Sureness) -> Result<Fixed, anyhow::Error> {
    let Session { book, root, .. } = session::whole(host, common, as_of)?;
    let look = |book: &Book| -> Result<Look, anyhow::Error> {
        let ask = session::ask(host, &book.settings, as_of)?;
        Ok(Look { ask, findings: session::look(book, ask, &Chosen::default(), None).findings })
    };
    let fixed = fix::fix(book, least, look, |finding| chosen.has(finding.code, finding.name))?;
    let session = session::of(host, common, as_of, root, fixed.book)?;
    rewrite::refuse_if_different(&session, &fixed.differences)?;
    Ok(Fixed { session, left: fixed.left, changes: fixed.changes, likely: fixed.likely })
}

/// Says what is likely and not certain, a line for each, before it is written; and shows what would change where that is not shown already.
pub fn show_likely(host: &mut Host<'_>, common: &Common, fixed: &Fixed, shown: rewrite::Shown) {
    if fixed.likely.is_empty() || common.quiet {
        return;
    }
    let session = &fixed.session;
    if !shown.diff {
        for change in fixed.changes() {
            if let Some(text) = rewrite::shown(session, &change, shown.private, false) {
                text.lines().for_each(|line| host.tell(line));
            }
        }
    }
    for told in &fixed.likely {
        host.tell(line(session, told, shown.private).get(session.lang));
    }
}

/// A likely fix in words.
fn line(session: &Session, told: &Told, private: bool) -> Text {
    let place = format!("{}{}:{}:{}", session.prefix, told.path, told.line, told.column);
    let said = if told.is_secret || is_private(&told.path) && !private {
        say!("{place}: a value that is not shown here, likely what is meant", "{place}：有一处多半应改的内容，此处不显示", place = place)
    } else {
        let cell = |text: &str| visible(&veil(unquoted(text))).into_owned();
        let (old, new) = (cell(&told.old), cell(&told.new));
        say!(
            "{place}: '{old}' becomes '{new}', which is likely what is meant",
            "{place}：“{old}”改为“{new}”，多半是这个意思",
            place = place,
            old = old,
            new = new
        )
    };
    if told.others == 0 {
        return said;
    }
    say!("{said}; also in {n}", "{said}；另有 {n} 处", said = said, n = count(told.others, "other place", "other places"))
}

/// What stands in a cell, without the quotes around it.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell)
}

/// Says of findings whose fix was dropped why it was.
pub fn tell(findings: &mut [Finding], left: &[Finding]) {
    for told in left {
        let same = findings.iter_mut().find(|finding| finding.code == told.code && finding.at == told.at);
        if let Some(finding) = same {
            finding.help.clone_from(&told.help);
            finding.fixes.clone_from(&told.fixes);
        }
    }
}
