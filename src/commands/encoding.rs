//! `rollbook check --fix --encoding NAME FILE`: files turned into UTF-8 from an encoding that a person names.

use std::path::{Component, Path, PathBuf};

use encoding_rs::Encoding;

use crate::disk::Change;
use crate::say;
use crate::say::count;
use crate::schema::known::KnownWords;
use crate::schema::secret::secret_cells;
use crate::tables;
use crate::tables::Form;
use crate::tables::layout::is_private;
use crate::text::FileId;
use crate::text::encoding::{self, ChangedCell, Converted, Refused};
use crate::text::personal::veil;
use crate::text::width::visible;

use super::session::Session;
use super::{Common, Exit, Failure, Host, rewrite, session};

/// What is asked for.
pub struct Wish<'a> {
    /// The name of the encoding.
    pub name: &'a str,
    /// The files.
    pub files: &'a [String],
    /// Whether to show what would change, and write nothing.
    pub diff: bool,
    /// Whether cells of the folder `private` are shown.
    pub private: bool,
}

/// A file turned into UTF-8, which is not written yet.
struct Turned<'b> {
    path: String,
    old: &'b [u8],
    new: String,
    converted: Converted,
}

/// So many cells are shown.
const SHOWN: usize = 10;

/// Turns the files and writes them, or shows what would change. `None`: they are written, and the book is to be checked.
///
/// # Errors
/// There is no such encoding or file, or a file is not what it is said to be: then nothing is written.
pub fn run(wish: &Wish<'_>, host: &mut Host<'_>, common: &Common, as_of: Option<&str>) -> Result<Option<Exit>, anyhow::Error> {
    let encoding = encoding::named(wish.name).ok_or_else(|| {
        Failure(say!(
            "no encoding '{name}' that a file can be turned from: gb18030, big5, shift_jis, euc-kr, windows-1251, windows-1252 and others are",
            "没有可以转换的编码“{name}”，可用 gb18030、big5、shift_jis、euc-kr、windows-1251、windows-1252 等",
            name = wish.name
        ))
    })?;
    let session = session::whole(host, common, as_of)?;
    let turned = wish.files.iter().map(|given| turn(&session, host, common, given, encoding)).collect::<Result<Vec<_>, _>>()?;
    for file in &turned {
        tell(file, wish, encoding, host, common, &session);
    }
    if wish.diff {
        let color = host.color(common.color.as_deref());
        for file in turned.iter().filter(|file| wish.private || !is_private(&file.path)) {
            let path = format!("{}{}", session.prefix, file.path);
            let old = file.converted.before(file.old);
            host.print(&rewrite::difference(&session, &file.path, &path, (&old, &file.new), color))?;
        }
        return Ok(Some(Exit::Findings));
    }
    let changes: Vec<Change<'_>> = turned.iter().map(|file| Change { path: &file.path, old: file.old, new: file.new.as_bytes() }).collect();
    let exit = rewrite::write(host, common, &session, &changes);
    Ok((exit == Exit::Failed).then_some(exit))
}

/// Turns one file.
fn turn<'b>(session: &'b Session, host: &Host<'_>, common: &Common, given: &str, encoding: &'static Encoding) -> Result<Turned<'b>, Failure> {
    let book = &session.book;
    let file = find(session, host, common, given)
        .ok_or_else(|| Failure(say!("{given} is no file of this book", "{given} 不是本台账的文件", given = visible(given))))?;
    let (path, old) = (book.sources.path(file), book.sources.bytes(file));
    let table = book.table(file);
    let known = KnownWords::of(tables::ALL, &book.words);
    let is_known = |word: &str| known.has(word) || table.is_some_and(|table| table.find(word).is_some());
    if encoding::whole(old).is_some() {
        return Err(Failure(say!(
            "{path} is UTF-16 or a workbook, and nothing was changed: rollbook check tells what to do",
            "{path} 是 UTF-16 或工作簿，没有改动：rollbook check 会说明怎么办",
            path = path
        )));
    }
    let converted = encoding::convert(old, encoding, &is_known).map_err(|why| {
        Failure(match why {
            Refused::IsUtf8 => say!("{path} is UTF-8 already: nothing to do", "{path} 已经是 UTF-8，无需改动", path = path),
            Refused::Line(line) => say!(
                "{path} is not {name}: line {line} does not come back byte for byte, so nothing was changed",
                "{path} 不是 {name}：第 {line} 行转换后不能逐字节还原，没有改动",
                path = path,
                name = encoding.name(),
                line = line
            ),
        })
    })?;
    let wants_mark = book.settings.files.bom && table.is_some_and(|table| table.form() == Form::Csv) && !converted.text.starts_with('\u{feff}');
    let mark = if wants_mark { "\u{feff}" } else { "" };
    Ok(Turned { path: path.to_owned(), old, new: format!("{mark}{}", converted.text), converted })
}

/// Shows some of the cells that change, those first that may be UTF-8, too.
fn tell(file: &Turned<'_>, wish: &Wish<'_>, encoding: &'static Encoding, host: &mut Host<'_>, common: &Common, session: &Session) {
    if common.quiet {
        return;
    }
    let (mut doubtful, mut others, mut all) = (Vec::new(), Vec::new(), 0);
    let table = session.book.sources.iter().find(|(_, source)| source.path == file.path).and_then(|(id, _)| session.book.table(id));
    let secrets = table.map_or_else(Vec::new, |table| secret_cells(&file.converted.text, &[], table));
    let is_secret = |cell: &ChangedCell| {
        let from = secrets.partition_point(|secret| (secret.span.end as usize) <= cell.at);
        secrets.get(from).is_some_and(|secret| (secret.span.start as usize) <= cell.at)
    };
    for cell in file.converted.cells(file.old) {
        all += 1;
        if is_secret(&cell) {
            continue;
        }
        let cells: &mut Vec<ChangedCell> = if cell.is_doubtful { &mut doubtful } else { &mut others };
        if cells.len() < SHOWN {
            cells.push(cell);
        }
    }
    let path = format!("{}{}", session.prefix, file.path);
    let mut said = say!(
        "{path}: {n} from {name} to UTF-8",
        "{path}：{n} 个单元格由 {name} 转为 UTF-8",
        path = path,
        n = count(all, "cell", "cells"),
        name = encoding.name()
    );
    if file.converted.kept > 0 {
        let kept = count(file.converted.kept, "line is UTF-8 already and stays", "lines are UTF-8 already and stay");
        said = say!("{said}; {kept}", "{said}；{kept} 行已是 UTF-8，保持不变", said = said, kept = kept);
    }
    if is_private(&file.path) && !wish.private {
        said = say!("{said}; --private shows what changes", "{said}；加 --private 可看内容", said = said);
        doubtful.clear();
        others.clear();
    }
    host.tell(said.get(session.lang));
    for cell in doubtful.iter().chain(&others).take(SHOWN) {
        let (old, new) = (veil(&cell.old).into_owned(), veil(&cell.new).into_owned());
        let said = say!("  line {line}: {old} → {new}", "  第 {line} 行：{old} → {new}", line = cell.line, old = visible(&old), new = visible(&new));
        host.tell(said.get(session.lang));
    }
    let more = all.saturating_sub(SHOWN.min(doubtful.len() + others.len()));
    if more > 0 && !(doubtful.is_empty() && others.is_empty()) {
        host.tell(say!("  and {n} more", "  另有 {n} 个", n = more).get(session.lang));
    }
}

/// The file of the book that a path means: from the working directory, from the folder of `-C`, or from that of the book.
fn find(session: &Session, host: &Host<'_>, common: &Common, given: &str) -> Option<FileId> {
    let book = &session.book;
    let bases = [host.directory.clone(), common.start(host), session.root.clone()];
    bases.iter().find_map(|base| {
        let whole = plain(&std::path::absolute(base.join(given)).ok()?);
        let path = whole.strip_prefix(&session.root).ok()?.to_string_lossy().replace('\\', "/");
        let file = book.sources.iter().find(|(_, source)| source.path == path).map(|(file, _)| file)?;
        (book.table(file).is_some() || book.layout.settings == Some(file)).then_some(file)
    })
}

/// A path without `.` and `..` in it.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
        plain
    })
}
