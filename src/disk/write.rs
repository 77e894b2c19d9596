//! Replaces files of a book, all or none, each whole: whatever stops the program in between, a file is the old one or the new one.
//!
//! Everything that can fail is done before the first file is replaced: each is read again (if an editor, a spreadsheet or a
//! synchroniser changed it meanwhile, nothing is written), and what is new lies on disk in `.rollbook/`. If a file then cannot be
//! replaced, those before it get their old content back.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::tables::Unreadable;

use super::read::reason;
use super::room::Room;

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

/// Why files were not replaced, or not for certain.
#[derive(Debug)]
pub struct Stopped {
    /// The file at which it stopped.
    pub path: String,
    /// Why.
    pub why: Trouble,
    /// The files that say what is new and could not be put back, though another file was not replaced.
    pub left: Vec<String>,
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
    /// The folder it lies in may not be written.
    Folder(io::Error),
    /// The folder `.rollbook` of the book cannot be made or is no folder of the book.
    NoRoom(io::Error),
    /// The system refused a step.
    Failed(Step, io::Error),
}

/// The steps in which files are replaced, each done for all files before the next begins. Before [`Step::Renamed`] the old file
/// stands there, from then on the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// It was read again, says what was read before, and may be replaced.
    Read,
    /// A temporary file stands in `.rollbook`.
    Created,
    /// The temporary file says all that is new.
    Written,
    /// And is on disk.
    Synced,
    /// The old file is kept under another name, too, so that it can come back.
    Kept,
    /// The new file has taken the place of the old one.
    Renamed,
    /// And the folder, too, is on disk.
    FolderSynced,
}

impl Step {
    /// All steps, in their order.
    pub const ALL: &'static [Self] = &[Self::Read, Self::Created, Self::Written, Self::Synced, Self::Kept, Self::Renamed, Self::FolderSynced];

    /// Whether all new files stand there when this step fails.
    pub fn is_after_rename(self) -> bool {
        self == Self::FolderSynced
    }
}

/// What is asked after each step of each file, and may stop there as a full disk or a lost cable would.
pub type After<'a> = &'a dyn Fn(Step, &str) -> io::Result<()>;

/// Replaces files of the book in a folder, all or none.
///
/// # Errors
/// Says at which file it stopped and why; in [`Step::FolderSynced`], that all are replaced and may not be on disk.
pub fn replace(root: &Path, changes: &[Change<'_>]) -> Result<(), Stopped> {
    replace_while(root, changes, &|_, _| Ok(()))
}

/// Replaces files; `after` may stop it. For tests.
///
/// # Errors
/// As [`replace`], and what `after` says.
pub fn replace_while(root: &Path, changes: &[Change<'_>], after: After<'_>) -> Result<(), Stopped> {
    if changes.is_empty() {
        return Ok(());
    }
    let at = |change: &Change<'_>| {
        let path = change.path.to_owned();
        move |why| Stopped { path, why, left: Vec::new() }
    };
    let done = |step: Step, change: &Change<'_>| {
        let failed = |error| Stopped { path: change.path.to_owned(), why: Trouble::Failed(step, error), left: Vec::new() };
        after(step, change.path).map_err(failed)
    };
    let mut files = Vec::with_capacity(changes.len());
    for change in changes {
        files.push(Old::of(root, change).map_err(at(change))?);
        done(Step::Read, change)?;
    }
    let first = changes.first().map(|change| change.path.to_owned()).unwrap_or_default();
    let room = Room::open(root).map_err(|error| Stopped { path: first, why: Trouble::NoRoom(error), left: Vec::new() })?;
    room.sweep(files.iter().filter_map(|old| old.target.parent()));
    for (old, change) in files.iter().zip(changes) {
        room.probe(old.folder(root)).map_err(|error| at(change)(Trouble::Folder(error)))?;
    }
    let mut new = Vec::with_capacity(changes.len());
    for (old, change) in files.iter().zip(changes) {
        let failed = |step: Step| move |error: io::Error| Trouble::Failed(step, error);
        let mut temporary = room.temporary(old.folder(root)).map_err(failed(Step::Created)).map_err(at(change))?;
        keep_owner(temporary.as_file(), &old.meta);
        temporary.as_file().set_permissions(old.meta.permissions()).map_err(failed(Step::Created)).map_err(at(change))?;
        done(Step::Created, change)?;
        temporary.write_all(change.new).map_err(failed(Step::Written)).map_err(at(change))?;
        done(Step::Written, change)?;
        temporary.as_file().sync_all().map_err(failed(Step::Synced)).map_err(at(change))?;
        done(Step::Synced, change)?;
        new.push(temporary);
    }
    // Whoever saved a file while the new ones were written is not to lose it.
    for (old, change) in files.iter().zip(changes) {
        if !old.is_untouched() {
            return Err(at(change)(Trouble::Changed));
        }
    }
    let mut replaced = Replaced { room: &room, files: Vec::new() };
    for ((old, change), temporary) in files.iter().zip(changes).zip(new) {
        let result = (|| {
            let kept = room.keep(&old.target, change.old).map_err(|error| at(change)(Trouble::Failed(Step::Kept, error)))?;
            replaced.files.push((change.path, &old.target, kept, false));
            done(Step::Kept, change)?;
            temporary.persist(&old.target).map_err(|error| at(change)(Trouble::Failed(Step::Renamed, error.error)))?;
            if let Some((.., is_new)) = replaced.files.last_mut() {
                *is_new = true;
            }
            done(Step::Renamed, change)
        })();
        if let Err(mut stopped) = result {
            stopped.left = replaced.put_back();
            return Err(stopped);
        }
    }
    for (old, change) in files.iter().zip(changes) {
        sync_folder(old.folder(root)).map_err(|error| at(change)(Trouble::Failed(Step::FolderSynced, error)))?;
        done(Step::FolderSynced, change)?;
    }
    Ok(())
}

/// A file as it is before it is replaced.
struct Old {
    target: PathBuf,
    meta: Metadata,
}

impl Old {
    /// The file, if it may be replaced and says what was read.
    fn of(root: &Path, change: &Change<'_>) -> Result<Self, Trouble> {
        let target = target(root, change.path)?;
        let meta = fs::metadata(&target).map_err(|error| Trouble::Unreadable(reason(&error)))?;
        if meta.permissions().readonly() {
            return Err(Trouble::ReadOnly);
        }
        let now = fs::read(&target).map_err(|error| Trouble::Unreadable(reason(&error)))?;
        if now != change.old { Err(Trouble::Changed) } else { Ok(Self { target, meta }) }
    }

    fn folder<'a>(&'a self, root: &'a Path) -> &'a Path {
        self.target.parent().unwrap_or(root)
    }

    /// Whether nobody has written it since it was read again, as far as its size and time tell.
    fn is_untouched(&self) -> bool {
        let now = fs::metadata(&self.target);
        now.is_ok_and(|now| now.len() == self.meta.len() && now.modified().ok() == self.meta.modified().ok())
    }
}

/// The files that have been replaced so far, with where their old content is kept, and whether the new one is in place.
struct Replaced<'a> {
    room: &'a Room,
    files: Vec<(&'a str, &'a Path, PathBuf, bool)>,
}

impl Replaced<'_> {
    /// Puts the old files back; gives those that could not be.
    fn put_back(&mut self) -> Vec<String> {
        let files = std::mem::take(&mut self.files);
        let mut left = Vec::new();
        for (path, target, kept, is_new) in files.into_iter().rev() {
            if !is_new {
                let _ = fs::remove_file(&kept);
            } else if fs::rename(&kept, target).is_err() {
                left.push(format!("{path} ({})", self.room.name_of(&kept)));
            }
        }
        // What could not be put back stays in the folder for the person to take.
        if !left.is_empty() {
            self.room.stay();
        }
        left
    }
}

impl Drop for Replaced<'_> {
    fn drop(&mut self) {
        for (_, _, kept, _) in &self.files {
            let _ = fs::remove_file(kept);
        }
    }
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
