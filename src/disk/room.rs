//! `.rollbook/` in the folder of a book: where temporary files lie until they take the place of others. It is never read as part of the
//! book, and goes when nothing is left in it.

use std::cell::Cell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// The folder's name.
pub const NAME: &str = ".rollbook";

/// How the names of temporary files begin; behind it stands the number of the process that made them.
const TEMPORARY: &str = "write-";

/// How the names of temporary files began when they lay beside the tables, and those of a folder's probe still do.
const BESIDE: &str = ".rollbook-";

/// The folder `.rollbook` of a book, while files are written.
pub struct Room {
    path: PathBuf,
    stays: Cell<bool>,
}

impl Room {
    /// Makes the folder where it is not there.
    ///
    /// # Errors
    /// It cannot be made, or what is there is no folder, or a link.
    pub fn open(root: &Path) -> io::Result<Self> {
        let path = root.join(NAME);
        match path.symlink_metadata() {
            Ok(meta) if meta.is_dir() => {}
            Ok(_) => return Err(io::Error::from(io::ErrorKind::NotADirectory)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir(&path)?,
            Err(error) => return Err(error),
        }
        let room = Self { path, stays: Cell::new(false) };
        // Whether anything can be written into it is known now, not halfway.
        Builder::new().prefix(&room.prefix()).tempfile_in(&room.path)?;
        Ok(room)
    }

    /// Takes away what runs that were killed have left behind, here and beside the tables.
    pub fn sweep<'a>(&'a self, folders: impl Iterator<Item = &'a Path>) {
        let names = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
        for entry in names(&self.path) {
            if entry.file_name().to_str().is_some_and(is_left_behind) {
                let _ = fs::remove_file(entry.path());
            }
        }
        let mut swept: Vec<&Path> = self.path.parent().into_iter().chain(folders).collect();
        swept.sort_unstable();
        swept.dedup();
        for entry in swept.into_iter().flat_map(names) {
            let is_ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(BESIDE));
            if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Whether files in a folder can be replaced.
    ///
    /// # Errors
    /// None can be made there.
    pub fn probe(&self, folder: &Path) -> io::Result<()> {
        Builder::new().prefix(BESIDE).tempfile_in(folder).map(drop)
    }

    /// A new temporary file that can take the place of one in a folder: here, or beside it where the folder is on another disk.
    ///
    /// # Errors
    /// The system says no.
    pub fn temporary(&self, folder: &Path) -> io::Result<NamedTempFile> {
        if is_one_disk(&self.path, folder) {
            Builder::new().prefix(&self.prefix()).tempfile_in(&self.path)
        } else {
            Builder::new().prefix(BESIDE).tempfile_in(folder)
        }
    }

    /// Keeps the old file under another name, so that it can come back as it was; gives that name.
    ///
    /// # Errors
    /// The system says no.
    pub fn keep(&self, target: &Path, old: &[u8]) -> io::Result<PathBuf> {
        let (file, path) = self.temporary(target.parent().unwrap_or(&self.path))?.into_parts();
        let path = path.keep().map_err(|error| error.error)?;
        drop(file);
        fs::remove_file(&path)?;
        // A disk that knows no second names gets a copy.
        if fs::hard_link(target, &path).is_err() {
            fs::write(&path, old)?;
            fs::set_permissions(&path, fs::metadata(target)?.permissions())?;
        }
        Ok(path)
    }

    /// How a person finds a file of this folder: its path in the book.
    pub fn name_of(&self, path: &Path) -> String {
        format!("{NAME}/{}", path.file_name().unwrap_or_default().to_string_lossy())
    }

    /// Says that something is left here for a person.
    pub fn stay(&self) {
        self.stays.set(true);
    }

    fn prefix(&self) -> String {
        format!("{TEMPORARY}{}-", std::process::id())
    }
}

impl Drop for Room {
    /// An empty folder goes; one with anything in it stays.
    fn drop(&mut self) {
        if !self.stays.get() {
            let _ = fs::remove_dir(&self.path);
        }
    }
}

/// Whether a name is that of a temporary file whose process is no more.
fn is_left_behind(name: &str) -> bool {
    let process = name.strip_prefix(TEMPORARY).and_then(|rest| rest.split_once('-')).and_then(|(process, _)| process.parse::<u32>().ok());
    // Two that write at once are rare, and where the system does not tell who runs, the other then says that it could not write.
    process.is_some_and(|process| process != std::process::id() && !Path::new("/proc").join(process.to_string()).exists())
}

#[cfg(unix)]
fn is_one_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| fs::metadata(path).map(|meta| meta.dev());
    matches!((disk(one), disk(other)), (Ok(one), Ok(other)) if one == other)
}

/// Elsewhere a book lies on one disk.
#[cfg(not(unix))]
fn is_one_disk(_: &Path, _: &Path) -> bool {
    true
}
