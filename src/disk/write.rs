//! Replaces files of a book, each whole: whatever stops the program in between, a file is the old one or the new one.
//!
//! A file is read again just before it is replaced. If an editor, a spreadsheet or a synchroniser changed it meanwhile, it stays.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::tables::Unreadable;

use super::read::reason;

/// A file to be replaced.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// Path relative to the book, with `/`.
    pub path: &'a str,
    /// What was read.
    pub old: &'a [u8],
    /// What shall stand there.
    pub new: &'a [u8],
}

/// Why a file was not replaced, or not for certain.
#[derive(Debug)]
pub enum Trouble {
    /// It says something else than what was read.
    Changed,
    /// It is marked as read-only.
    ReadOnly,
    /// It cannot be read again, or leads out of the book.
    Unreadable(Unreadable),
    /// The system refused a step.
    Failed(Step, io::Error),
}

/// The steps in which a file is replaced. Before [`Step::Renamed`] the old file stands there, from then on the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was read again, and says what was read before.
    Read,
    /// A temporary file stands beside it.
    Created,
    /// The temporary file says all that is new.
    Written,
    /// And is on disk.
    Synced,
    /// It has taken the place of the old one.
    Renamed,
    /// And the folder, too, is on disk.
    FolderSynced,
}

impl Step {
    /// All steps, in their order.
    pub const ALL: &'static [Self] = &[Self::Read, Self::Created, Self::Written, Self::Synced, Self::Renamed, Self::FolderSynced];

    /// Whether the new file stands there when this step fails.
    pub fn is_after_rename(self) -> bool {
        self == Self::FolderSynced
    }
}

/// Replaces a file of the book in a folder.
///
/// # Errors
/// Says why it was not done; after [`Step::Synced`], why it may not be on disk.
pub fn replace(root: &Path, change: Change<'_>) -> Result<(), Trouble> {
    replace_while(root, change, &|_| Ok(()))
}

/// Replaces a file; `after` is asked after each step, and may stop there as a full disk or a lost cable would. For tests.
///
/// # Errors
/// As [`replace`], and what `after` says.
pub fn replace_while(root: &Path, change: Change<'_>, after: &dyn Fn(Step) -> io::Result<()>) -> Result<(), Trouble> {
    let done = |step: Step| after(step).map_err(|error| Trouble::Failed(step, error));
    let failed = |step: Step| move |error: io::Error| Trouble::Failed(step, error);
    let target = target(root, change.path)?;
    let meta = fs::metadata(&target).map_err(|error| Trouble::Unreadable(reason(&error)))?;
    if meta.permissions().readonly() {
        return Err(Trouble::ReadOnly);
    }
    let now = fs::read(&target).map_err(|error| Trouble::Unreadable(reason(&error)))?;
    if now != change.old {
        return Err(Trouble::Changed);
    }
    drop(now);
    done(Step::Read)?;
    let folder = target.parent().unwrap_or(root);
    let mut temporary = tempfile::Builder::new().prefix(".rollbook-").tempfile_in(folder).map_err(failed(Step::Created))?;
    keep_owner(temporary.as_file(), &meta);
    temporary.as_file().set_permissions(meta.permissions()).map_err(failed(Step::Created))?;
    done(Step::Created)?;
    temporary.write_all(change.new).map_err(failed(Step::Written))?;
    done(Step::Written)?;
    temporary.as_file().sync_all().map_err(failed(Step::Synced))?;
    done(Step::Synced)?;
    temporary.persist(&target).map_err(|error| Trouble::Failed(Step::Renamed, error.error))?;
    done(Step::Renamed)?;
    sync_folder(folder).map_err(failed(Step::FolderSynced))?;
    done(Step::FolderSynced)
}

/// The file itself, where a link inside the book leads to it.
fn target(root: &Path, path: &str) -> Result<PathBuf, Trouble> {
    let unreadable = |error: io::Error| Trouble::Unreadable(reason(&error));
    let target = root.join(path).canonicalize().map_err(unreadable)?;
    let root = root.canonicalize().map_err(unreadable)?;
    if target.starts_with(root) { Ok(target) } else { Err(Trouble::Unreadable(Unreadable::LinkOut)) }
}

/// Gives the new file to the owner and group of the old one, where the system lets us: cron often runs as somebody else.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let is_same = file.metadata().is_ok_and(|new| (new.uid(), new.gid()) == (old.uid(), old.gid()));
    if !is_same {
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened, and renaming is on disk when it returns.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
