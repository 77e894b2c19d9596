//! A command's session with a book: the book, the day it is asked about, and what git knows of it. Whatever is told of what is wrong
//! with the book comes from [`Session::check`], so that no two commands disagree.

use std::path::{Path, PathBuf};

use crate::book::{Ask, Book, Needs};
use crate::disk::NotFound;
use crate::findings::{Chosen, Summary};
use crate::rules::Checked;
use crate::say::{Lang, Text};
use crate::tables::{FaultKind, Settings, Unreadable, settings};
use crate::value::{Day, TableId};
use crate::{disk, git, rules, say};

use super::{Common, Failure, Host, language};

/// A book, opened for a command.
pub struct Session {
    /// The book.
    pub book: Book,
    /// Its folder.
    pub root: PathBuf,
    /// The day asked about.
    pub ask: Ask,
    /// The language to speak.
    pub lang: Lang,
    /// What to put before a path of the book, so that it can be opened from the working directory.
    pub prefix: String,
    /// Whether every rule is run, whatever is asked.
    whole: bool,
}

impl Session {
    /// Whether `rollbook.toml` cannot be understood, so that nothing else of the book can be trusted.
    pub fn is_lost(&self) -> bool {
        is_lost(&self.book)
    }

    /// What to put before a path of the book, so that it is a path of the repository it lies in: that of `GITHUB_WORKSPACE`, else the
    /// folder with the nearest `.git`, else the working directory.
    pub fn prefix_in_repository(&self, host: &Host<'_>) -> String {
        let workspace = host.environment.get("GITHUB_WORKSPACE").filter(|path| !path.is_empty()).map(Path::new);
        let top = workspace.filter(|top| self.root.starts_with(top)).or_else(|| disk::repository(&self.root));
        top.map_or_else(|| self.prefix.clone(), |top| prefix(top, &self.root))
    }

    /// What the rules chosen find.
    pub fn check(&self, chosen: &Chosen) -> Checked {
        self.book.learn_tracked(|| git::tracked_private(&self.root, &self.book.private_elsewhere()));
        look(&self.book, self.ask, chosen, Some(self.lang))
    }

    /// What is found that may be about a record of a table. Of the files that git tracks no record is one.
    pub fn check_about(&self, table: TableId) -> Checked {
        if self.whole { self.check(&Chosen::default()) } else { rules::check_about(Some(self.lang), &self.book, self.ask, table) }
    }

    /// Refuses to work on a book whose `rollbook.toml` cannot be understood.
    ///
    /// # Errors
    /// It cannot.
    pub fn refuse_if_lost(&self) -> Result<(), Failure> {
        if self.is_lost() {
            return Err(Failure(say!(
                "rollbook.toml cannot be read, and everything else rests on it: rollbook check tells what is wrong",
                "rollbook.toml 无法读取，其他内容都以它为准：rollbook check 会指出问题"
            )));
        }
        Ok(())
    }
}

/// What the rules chosen find, in one language or in both. What rollbook.toml says decides the rest: where it cannot be read, only that is
/// told.
pub(super) fn look(book: &Book, ask: Ask, chosen: &Chosen, lang: Option<Lang>) -> Checked {
    if !is_lost(book) {
        return rules::check_in(lang, book, ask, chosen);
    }
    let mut checked = rules::check_in(lang, book, ask, &Chosen::default());
    let settings = book.settings.file;
    checked.findings.retain(|finding| Some(finding.at.file()) == settings);
    checked.summary = Summary::of(&checked.findings);
    checked
}

/// Whether the `rollbook.toml` of a book cannot be understood.
pub fn is_lost(book: &Book) -> bool {
    let settings = book.settings.file;
    let is_lost = |kind: &FaultKind| match kind {
        FaultKind::Unreadable(why) => !matches!(why, Unreadable::Missing(_)),
        FaultKind::TomlSyntax(_) | FaultKind::Conflict | FaultKind::NotUtf8(_) | FaultKind::BadBytes | FaultKind::Unfinished(_) => true,
        _ => false,
    };
    book.faults.iter().any(|fault| Some(fault.at.file()) == settings && is_lost(&fault.kind))
}

/// Finds the book, and reads of it what a question needs.
///
/// # Errors
/// There is none, its format is newer than this program, or the day cannot be understood.
pub fn open(host: &Host<'_>, common: &Common, as_of: Option<&str>, needs: Needs) -> Result<Session, anyhow::Error> {
    let root = find(host, common)?;
    let needs = if host.whole { Needs::ALL } else { needs };
    let mut book = Book::load(disk::read_for(&root, needs), needs);
    if needs != Needs::ALL && is_lost(&book) {
        // What is told instead rests on everything.
        book = Book::read(disk::read(&root));
    }
    of(host, common, as_of, root, book)
}

/// Finds and reads the book for a command that writes: every text is kept as it was read.
///
/// # Errors
/// As [`open`].
pub fn whole(host: &Host<'_>, common: &Common, as_of: Option<&str>) -> Result<Session, anyhow::Error> {
    let root = find(host, common)?;
    let mut files = disk::read(&root);
    files.again = None;
    of(host, common, as_of, root, Book::read(files))
}

fn find(host: &Host<'_>, common: &Common) -> Result<PathBuf, Failure> {
    let start = common.start(host);
    disk::find(&start).map_err(|why| Failure(not_found(&why)))
}

/// A book that has been read, opened for a command.
///
/// # Errors
/// As [`open`].
pub fn of(host: &Host<'_>, common: &Common, as_of: Option<&str>, root: PathBuf, book: Book) -> Result<Session, anyhow::Error> {
    if let Some(format) = book.settings.newer_format {
        let said = say!(
            "rollbook.toml is written in format {format}, and this rollbook knows formats up to {known}: install a newer rollbook",
            "rollbook.toml 的格式是 {format}，本程序只认识到 {known}：请安装新版 rollbook",
            format = format,
            known = settings::FORMAT
        );
        return Err(Failure(said).into());
    }
    let ask = ask(host, &book.settings, as_of)?;
    let bytes = book.settings.file.map(|file| book.sources.bytes(file)).unwrap_or_default();
    let lang = language(common, spoken(&book.settings, bytes), host);
    let prefix = prefix(&host.directory, &root);
    let book = book.seen_on(ask.as_of);
    Ok(Session { book, root, ask, lang, prefix, whole: host.whole })
}

/// The day asked about: `--as-of`, else today. Today: `ROLLBOOK_TODAY`, else the day of a closed book, else the clock's in the book's time zone.
///
/// # Errors
/// A day cannot be understood.
pub fn ask(host: &Host<'_>, settings: &Settings, as_of: Option<&str>) -> Result<Ask, anyhow::Error> {
    let day = |source: &'static str, text: &str| {
        Day::parse(text).map_err(|why| Failure(say!("{source} '{text}': {why}", "{source}“{text}”：{why}", source = source, text = text, why = why)))
    };
    let set = host.environment.get("ROLLBOOK_TODAY").filter(|text| !text.is_empty());
    let today = match (set, settings.organisation.as_of) {
        (Some(text), _) => day("ROLLBOOK_TODAY", text)?,
        (None, Some(closed)) => closed,
        (None, None) => Day::from_date(host.now.with_timezone(&settings.organisation.timezone).date_naive()),
    };
    let as_of = as_of.map(|text| day("--as-of", text)).transpose()?;
    Ok(Ask { as_of: as_of.unwrap_or(today), today })
}

fn not_found(why: &NotFound) -> Text {
    match why {
        NotFound::NoFolder(path) => say!("{path}: there is no such folder", "{path}：没有这个文件夹", path = path.display()),
        NotFound::File(path) => {
            say!("{path} is a file; -C takes the folder that the book is in", "{path} 是文件；-C 后面写台账所在的文件夹", path = path.display())
        }
        NotFound::NoBook(path) => say!(
            "there is no book in {path} or above: name its folder with -C, or run rollbook alone to see how to begin one",
            "{path} 及上级文件夹中没有台账：用 -C 指定台账所在的文件夹，或只输入 rollbook 查看怎样新建",
            path = path.display()
        ),
    }
}

/// The way from a folder to the book: nothing if it is the book, `../` if the book is above, else the whole path.
fn prefix(directory: &Path, root: &Path) -> String {
    let absolute = std::path::absolute(directory).unwrap_or_else(|_| directory.to_owned());
    let with_slash = |path: &Path| {
        let text = path.to_string_lossy().replace('\\', "/");
        if text.is_empty() { text } else { format!("{}/", text.trim_end_matches('/')) }
    };
    if let Ok(below) = root.strip_prefix(&absolute) {
        return with_slash(below);
    }
    match absolute.strip_prefix(root) {
        Ok(above) => "../".repeat(above.components().count()),
        Err(_) => with_slash(root),
    }
}

/// The language of a book: as its settings say it, else as it can be told from the bytes of a `rollbook.toml` that cannot be read.
fn spoken(settings: &Settings, bytes: &[u8]) -> Option<Lang> {
    settings.organisation.language.or_else(|| settings::language_in(bytes))
}

/// The language that the book at or above a folder is written in, before anything else of it is read.
pub fn language_of_book(start: &Path) -> Option<Lang> {
    let root = disk::find(start).ok()?;
    let bytes = disk::read::settings(&root)?;
    let text = str::from_utf8(&bytes).unwrap_or_default();
    let (settings, _, _) = Settings::read(crate::text::FileId(0), text);
    spoken(&settings, &bytes)
}
