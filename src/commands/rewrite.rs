//! Files that are to be written anew: shown, or written.

use crate::disk;
use crate::disk::{Change, Stopped, Trouble};
use crate::edit::verify::Difference;
use crate::render::diff;
use crate::render::diff::Side;
use crate::say;
use crate::say::{Text, count};
use crate::schema::secret::{numbers_in, secret_cells};
use crate::tables::layout::is_private;
use crate::tables::{SecretCell, Unreadable};
use crate::text::Span;
use crate::text::encoding::from_gb18030;
use crate::text::personal::{hide, veil_numbers};

use super::session::Session;
use super::{Common, Exit, Failure, Host};

/// What is shown of files that would change.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The lines that would, beside the name of the file.
    pub diff: bool,
    /// Those of the folder `private` as well.
    pub private: bool,
}

/// Says which files would change, and with `diff` shows what would. Nothing is written.
///
/// # Errors
/// The result cannot be written to its stream.
pub fn show(host: &mut Host<'_>, common: &Common, session: &Session, changes: &[Change<'_>], shown: Shown) -> Result<Exit, anyhow::Error> {
    let color = host.color(common.color.as_deref());
    for change in changes {
        let path = format!("{}{}", session.prefix, change.path);
        let old = std::str::from_utf8(change.old).ok();
        let is_hidden = is_private(change.path) && !shown.private;
        if let Some(text) = self::shown(session, change, shown.private, color).filter(|_| shown.diff) {
            host.print(&text)?;
        }
        if !common.quiet {
            let said = match old {
                Some(_) if shown.diff && is_hidden => {
                    say!("{path} would change; --private shows what would", "{path} 会有改动；加 --private 可看改动的内容", path = path)
                }
                Some(_) => say!("{path} would change", "{path} 会有改动", path = path),
                None => say!("{path} would change, from GB18030 to UTF-8", "{path} 会有改动，由 GB18030 转为 UTF-8", path = path),
            };
            host.tell(said.get(session.lang));
        }
    }
    Ok(if changes.is_empty() { Exit::Fine } else { Exit::Findings })
}

/// What would change in a file; nothing of one of the folder `private`, unless it is asked for.
pub fn shown(session: &Session, change: &Change<'_>, private: bool, color: bool) -> Option<String> {
    if is_private(change.path) && !private {
        return None;
    }
    let path = format!("{}{}", session.prefix, change.path);
    let old = std::str::from_utf8(change.old).ok().map(str::to_owned).or_else(|| from_gb18030(change.old)).unwrap_or_default();
    let new = String::from_utf8_lossy(change.new);
    Some(difference(session, change.path, &path, (&old, &new), color))
}

/// What changes in a file of the book, without what nobody is to see. `named` is its path as it is told.
pub fn difference(session: &Session, path: &str, named: &str, (old, new): (&str, &str), color: bool) -> String {
    let file = session.book.sources.iter().find(|(_, source)| source.path == path).map(|(file, _)| file);
    let table = file.and_then(|file| session.book.table(file));
    let cells = |text| table.map_or_else(Vec::new, |table| secret_cells(text, &[], table));
    let (mut of_old, of_new) = (cells(old), cells(new));
    if of_old.is_empty() && !of_new.is_empty() {
        // The header could not be read before: which cell stands under it nobody knows.
        of_old = numbers_in(old);
    }
    // In `private` phones may be seen by whoever asks for it.
    let veiled = |text, cells: Vec<SecretCell>| {
        let parts: Vec<Span> = cells.into_iter().map(|cell| cell.span).collect();
        veil_numbers(&hide(text, &parts), !is_private(path)).into_owned()
    };
    let (old_shown, new_shown) = (veiled(old, of_old), veiled(new, of_new));
    diff::unified(named, Side { text: old, shown: &old_shown }, Side { text: new, shown: &new_shown }, color)
}

/// Refuses to write where the result, read again, says or means something else than the book does.
///
/// # Errors
/// It does.
pub fn refuse_if_different(session: &Session, different: &[Difference]) -> Result<(), Failure> {
    if different.is_empty() {
        return Ok(());
    }
    let all = different.iter().map(|different| different.said(&session.prefix)).collect::<Vec<Text>>();
    Err(Failure(say!(
        "the result would not say the same as the book, so nothing was written. This is a fault of rollbook: please report it. {all}",
        "改写后的内容会与台账不一致，所以没有写入任何文件。这是 rollbook 的错误，请反馈。{all}",
        all = Text::list(all)
    )))
}

/// Writes the files, all or none, and says which.
pub fn write(host: &mut Host<'_>, common: &Common, session: &Session, changes: &[Change<'_>]) -> Exit {
    if let Err(stopped) = disk::replace(&session.root, changes) {
        host.fail(&Failure(stop(&session.prefix, &stopped)).into(), session.lang);
        return Exit::Failed;
    }
    if !common.quiet && !changes.is_empty() {
        for change in changes {
            host.tell(say!("{path} written", "已写入 {path}", path = format!("{}{}", session.prefix, change.path)).get(session.lang));
        }
        host.tell(say!("{n} written.", "共写入 {n} 个文件。", n = count(changes.len(), "file", "files")).get(session.lang));
    }
    Exit::Fine
}

/// Why files were not written, what stands now, and what to do.
fn stop(prefix: &str, stopped: &Stopped) -> Text {
    let path = format!("{prefix}{}", stopped.path);
    let (why, is_done) = words(prefix, &path, &stopped.why);
    if is_done {
        return why;
    }
    if stopped.left.is_empty() {
        return say!("{why}. Nothing was changed", "{why}。所有文件都没有改动", why = why);
    }
    say!(
        "{why}. These files are changed already, and could not be changed back: {left}; what they said before is in the file named in brackets",
        "{why}。以下文件已经改动，无法改回：{left}；改动前的内容在括号里的文件中",
        why = why,
        left = Text::list(stopped.left.iter().map(|left| Text::same(format!("{prefix}{left}"))))
    )
}

/// Why a file was not written, and what to do; whether all files are written all the same.
fn words(prefix: &str, path: &str, trouble: &Trouble) -> (Text, bool) {
    let said = match trouble {
        Trouble::Changed => say!(
            "{path} was changed by another program in the meantime: save and close it there, then run this again",
            "{path} 在此期间被其他程序改动：请在那个程序中保存并关闭，再运行一次",
            path = path
        ),
        Trouble::ReadOnly => say!(
            "{path} is marked as read-only: to let it be written run chmod u+w {path}",
            "{path} 是只读文件：要允许写入，请运行 chmod u+w {path}",
            path = path
        ),
        Trouble::Unreadable(Unreadable::LinkOut) => {
            say!("{path} is a link that leads out of the book, and is not written", "{path} 是指向台账之外的链接，不能写入", path = path)
        }
        Trouble::Unreadable(_) => say!(
            "{path} could be read before and no longer can: rollbook check tells why",
            "{path} 刚才能读，现在读不出：rollbook check 会指出原因",
            path = path
        ),
        Trouble::Folder(error) => {
            say!("the folder of {path} may not be written ({error})", "{path} 所在的文件夹不能写入（{error}）", path = path, error = error)
        }
        Trouble::NoRoom(error) => say!(
            "the folder {room}, which holds files while they are written, cannot be made or written ({error})",
            "写入时存放临时文件的文件夹 {room} 无法建立或写入（{error}）",
            room = format!("{prefix}{}", disk::ROOM),
            error = error
        ),
        Trouble::Failed(step, error) if step.is_after_rename() => {
            let said = say!(
                "all files are written, but the system does not say that {path} is safely on disk ({error}): look at the disk, and at the file after the next start",
                "文件都已写入，但系统没有确认 {path} 已安全存盘（{error}）：请检查磁盘，并在重启后查看这个文件",
                path = path,
                error = error
            );
            return (said, true);
        }
        Trouble::Failed(_, error) => say!(
            "{path} could not be written ({error}): see whether the disk is full and the folder may be written",
            "{path} 写入失败（{error}）：请检查磁盘是否已满、文件夹是否可写",
            path = path,
            error = error
        ),
    };
    (said, false)
}
