//! `rollbook fmt`: the whole book written canonically, every value as it was.

use std::collections::BTreeMap;

use crate::book::Book;
use crate::disk::Change;
use crate::edit::fmt;
use crate::edit::verify::{self, Named};
use crate::say;
use crate::say::{Text, count};
use crate::text::{At, FileId};

use super::session::Session;
use super::{Common, Exit, Host, rewrite, session};

/// Write the files of the book in one canonical way, every value kept ‖ 把台账文件整理成统一的写法，内容不变
#[derive(clap::Args)]
#[command(after_help = "rollbook fmt")]
pub struct Args {
    /// Write nothing, only say what would change; exit code 1 if anything would ‖ 只说明哪些文件会改动，不写入；有改动时退出码为 1
    #[arg(long)]
    check: bool,
    /// Write nothing, show what would change; exit code 1 if anything would ‖ 只显示会改动的内容，不写入；有改动时退出码为 1
    #[arg(long)]
    diff: bool,
    /// With --diff: show also what would change in the folder private ‖ 与 --diff 同用：也显示 private 文件夹里的改动
    #[arg(long, requires = "diff")]
    private: bool,
}

/// Runs the command.
///
/// # Errors
/// There is no book, or its settings cannot be understood.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let session = session::whole(host, common, None)?;
    session.refuse_if_lost()?;
    let rewritten = match fmt::format(&session.book, session.ask) {
        Ok(rewritten) => rewritten,
        Err(wrong) => {
            host.tell(refusal(&session, &wrong).get(session.lang));
            return Ok(Exit::Findings);
        }
    };
    let sources = &session.book.sources;
    let texts: BTreeMap<FileId, String> = rewritten.iter().map(|new| (new.file, new.text.clone())).collect();
    if !texts.is_empty() {
        let after = Book::read(session.book.snapshot_with(&texts));
        rewrite::refuse_if_different(&session, &verify::compare(&session.book, &after, &Named::default()))?;
    }
    let changes: Vec<Change<'_>> =
        rewritten.iter().map(|new| Change { path: sources.path(new.file), old: sources.bytes(new.file), new: new.text.as_bytes() }).collect();
    if args.check || args.diff {
        return rewrite::show(host, common, &session, &changes, rewrite::Shown { diff: args.diff, private: args.private });
    }
    let exit = rewrite::write(host, common, &session, &changes);
    if changes.is_empty() && !common.quiet {
        host.tell(say!("Every file is written canonically: nothing to do.", "所有文件都已是统一的写法，无需改动。").get(session.lang));
    }
    Ok(exit)
}

/// So many files are named.
const NAMED: usize = 5;

/// Why nothing was written: the files with errors of format in them, and what tells them.
fn refusal(session: &Session, wrong: &[At]) -> Text {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for at in wrong {
        *places.entry(session.book.sources.path(at.file())).or_default() += 1;
    }
    let mut named: Vec<Text> = places
        .iter()
        .take(NAMED)
        .map(|(path, n)| {
            let path = format!("{}{path}", session.prefix);
            say!("{path} ({n})", "{path}（{n} 处）", path = path, n = count(*n, "place", "places"))
        })
        .collect();
    if places.len() > NAMED {
        named.push(Text::same("…"));
    }
    say!(
        "error: what cannot be read for certain cannot be written anew, so nothing was changed: {files}. rollbook check --select F tells what is wrong; correct it, then run rollbook fmt again",
        "错误：有内容读不准，不能改写，所有文件都没有动：{files}。rollbook check --select F 会指出问题；改好后再运行 rollbook fmt",
        files = Text::list(named)
    )
}
