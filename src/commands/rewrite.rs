//! Files that are to be written anew: shown, or written.

use crate::disk;
use crate::disk::{Change, Trouble};
use crate::render::diff;
use crate::say;
use crate::say::{Text, count};
use crate::tables::Unreadable;
use crate::tables::layout::is_private;
use crate::text::encoding::from_gb18030;

use super::open::Opened;
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
pub fn show(host: &mut Host<'_>, common: &Common, opened: &Opened, changes: &[Change<'_>], shown: Shown) -> Result<Exit, anyhow::Error> {
    let color = host.color(common.color.as_deref());
    for change in changes {
        let path = format!("{}{}", opened.prefix, change.path);
        let old = std::str::from_utf8(change.old).ok();
        let is_hidden = is_private(change.path) && !shown.private;
        if shown.diff && !is_hidden {
            let old = old.map(str::to_owned).or_else(|| from_gb18030(change.old)).unwrap_or_default();
            host.print(&diff::unified(&path, &old, &String::from_utf8_lossy(change.new), color))?;
        }
        if !common.quiet {
            let said = match old {
                Some(_) if shown.diff && is_hidden => {
                    say!("{path} would change; --private shows what would", "{path} 会有改动；加 --private 可看改动的内容", path = path)
                }
                Some(_) => say!("{path} would change", "{path} 会有改动", path = path),
                None => say!("{path} would change, from GB18030 to UTF-8", "{path} 会有改动，由 GB18030 转为 UTF-8", path = path),
            };
            host.tell(said.get(opened.lang));
        }
    }
    Ok(if changes.is_empty() { Exit::Fine } else { Exit::Findings })
}

/// Writes the files, each whole, and says which. One that cannot be written is told and leaves the others be.
pub fn write(host: &mut Host<'_>, common: &Common, opened: &Opened, changes: &[Change<'_>]) -> Exit {
    let (mut written, mut exit) = (0, Exit::Fine);
    for change in changes {
        let path = format!("{}{}", opened.prefix, change.path);
        match disk::replace(&opened.root, *change) {
            Ok(()) => {
                written += 1;
                if !common.quiet {
                    host.tell(say!("{path} written", "已写入 {path}", path = path).get(opened.lang));
                }
            }
            Err(trouble) => {
                host.fail(&Failure(words(&path, &trouble)).into(), opened.lang);
                exit = Exit::Failed;
            }
        }
    }
    if written > 0 && !common.quiet {
        host.tell(say!("{n} written.", "共写入 {n} 个文件。", n = count(written, "file", "files")).get(opened.lang));
    }
    exit
}

/// Why a file was not written, and what to do.
fn words(path: &str, trouble: &Trouble) -> Text {
    match trouble {
        Trouble::Changed => say!(
            "{path} was changed by another program meanwhile and was left alone: save and close it there, then run this again",
            "{path} 在此期间被其他程序改动，没有写入：请在那个程序中保存并关闭，再运行一次",
            path = path
        ),
        Trouble::ReadOnly => say!(
            "{path} is marked as read-only and was left alone: to let it be written run chmod u+w {path}",
            "{path} 是只读文件，没有写入：要允许写入，请运行 chmod u+w {path}",
            path = path
        ),
        Trouble::Unreadable(Unreadable::LinkOut) => {
            say!("{path} is a link that leads out of the book and was left alone", "{path} 是指向台账之外的链接，没有写入", path = path)
        }
        Trouble::Unreadable(_) => say!(
            "{path} could be read before and no longer can, and was left alone: rollbook check tells why",
            "{path} 刚才能读，现在读不出，没有写入：rollbook check 会指出原因",
            path = path
        ),
        Trouble::Failed(step, error) if step.is_after_rename() => say!(
            "{path} is written, but the system does not say that it is safely on disk ({error}): look at the disk, and at the file after the next start",
            "{path} 已写入，但系统没有确认它已安全存盘（{error}）：请检查磁盘，并在重启后查看这个文件",
            path = path,
            error = error
        ),
        Trouble::Failed(_, error) => say!(
            "{path} could not be written ({error}) and is as it was: see whether the disk is full and the folder may be written",
            "{path} 写入失败（{error}），内容仍是原来的：请检查磁盘是否已满、文件夹是否可写",
            path = path,
            error = error
        ),
    }
}
