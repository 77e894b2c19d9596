//! F002: every file of the book is UTF-8.

use std::cell::OnceCell;

use crate::findings::{Found, Level};
use crate::rules::mend::Mend;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say::{count, t};
use crate::schema::known::KnownWords;
use crate::tables::{Fault, FaultKind, Form};
use crate::text::encoding::Encoding;
use crate::text::{At, FileId, Patch, Span, encoding};
use crate::{say, tables};

use super::bad_bytes;

/// F002.
pub static RULE: Rule = Rule {
    code: "F002",
    name: "not-utf8",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A file of the book is not UTF-8, or not in all lines.", "台账的一个文件不是 UTF-8 编码，或有几行不是。"),
    why: t(
        "The same bytes are other characters in another encoding, so names would be read wrongly. A Chinese Excel saves plain CSV as GB18030 (GBK). Only cells with such bytes are not read; where the whole file is certainly in another encoding, nothing of it is.",
        "同样的字节在不同编码中是不同的字，姓名会读错。中文 Excel 直接另存为 CSV 时用的是 GB18030（GBK）。只有含这种字节的单元格读不出；整个文件确定是其他编码的，全部不读。",
    ),
    mend: t(
        "rollbook check --fix turns a file into UTF-8 that is certainly GB18030: no line of it is UTF-8, and at least two headers or words that the book knows come out. Where it is not certain, you say which encoding it is: rollbook check --fix --encoding gb18030 volunteers.csv; with --diff it only shows what would change. By hand: open the file in Excel or WPS, choose File > Save As, and as type 'CSV UTF-8 (comma delimited)'. A text file: in Notepad choose File > Save As, and as encoding UTF-8.",
        "确定是 GB18030 的文件（没有一行是 UTF-8，转换后至少有两个台账认识的表头或词），rollbook check --fix 会转为 UTF-8。不能确定的，由您说明编码：rollbook check --fix --encoding gb18030 volunteers.csv；加 --diff 只显示改动。手工改：用 Excel 或 WPS 打开，选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”。文本文件：用记事本打开，选“文件 → 另存为”，编码选 UTF-8。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv (GB18030)
编号,姓名,类别,加入时间
v1,王芳,社区,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let known = OnceCell::new();
    let known = || known.get_or_init(|| KnownWords::of(tables::ALL, &cx.book.words));
    for fault in &cx.book.faults {
        match fault.kind {
            FaultKind::NotUtf8(encoding) => as_a_whole(cx, fault, encoding, found),
            FaultKind::BadBytes => bad_bytes::tell(cx, fault.at.file(), known(), found),
            FaultKind::Unfinished(zeros) => {
                unfinished(cx, fault, zeros, found);
                bad_bytes::tell(cx, fault.at.file(), known(), found);
            }
            _ => {}
        }
    }
}

/// A file of which nothing is read.
fn as_a_whole(cx: &Cx<'_>, fault: &Fault, encoding: Encoding, found: &mut Found) {
    let path = cx.book.sources.path(fault.at.file());
    let message = match encoding {
        Encoding::Gb18030 => say!(
            "{path} is written in GB18030 (GBK), as a Chinese Excel saves it, and must be UTF-8",
            "{path} 的编码是 GB18030（GBK），中文 Excel 直接存 CSV 就是这样，应改为 UTF-8",
            path = path
        ),
        Encoding::Utf16 => {
            say!(
                "{path} is written in UTF-16 ('Unicode text'), and must be UTF-8",
                "{path} 的编码是 UTF-16（“Unicode 文本”），应改为 UTF-8",
                path = path
            )
        }
        Encoding::Workbook => say!(
            "{path} is a workbook of a spreadsheet program, renamed and not saved as text",
            "{path} 是电子表格工作簿改了扩展名，并没有另存为文本",
            path = path
        ),
    };
    let help = match (encoding, path.ends_with(".csv")) {
        (Encoding::Workbook, _) => say!(
            "rename it to .xlsx, open it in Excel or WPS, choose File > Save As, and as type 'CSV UTF-8 (comma delimited)'",
            "把扩展名改回 .xlsx，用 Excel 或 WPS 打开，选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”"
        ),
        (_, true) => say!(
            "open it in Excel or WPS, choose File > Save As, and as type 'CSV UTF-8 (comma delimited)'",
            "用 Excel 或 WPS 打开，选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”"
        ),
        (_, false) => say!("open it in Notepad, choose File > Save As, and as encoding UTF-8", "用记事本打开，选“文件 → 另存为”，编码选 UTF-8"),
    };
    found.add(cx.fault(fault, message).help(help).certain(as_utf8(cx, fault.at.file(), encoding)));
}

/// The text of a GB18030 file, which has none as it is; with a byte-order mark where the book's new files have one.
fn as_utf8(cx: &Cx<'_>, file: FileId, encoding: Encoding) -> Option<Mend> {
    let text = encoding::from_gb18030(cx.book.sources.bytes(file)).filter(|_| encoding == Encoding::Gb18030)?;
    let mark = if cx.book.settings.files.bom && cx.book.table(file).is_some_and(|table| table.form() == Form::Csv) { "\u{feff}" } else { "" };
    Some((file, Patch::new(Span::default(), format!("{mark}{text}"))))
}

/// A file that ends in zeros.
fn unfinished(cx: &Cx<'_>, fault: &Fault, zeros: usize, found: &mut Found) {
    let file = fault.at.file();
    let (path, end) = (cx.book.sources.path(file), cx.book.sources.text(file).len());
    let at = At::Bytes(file, Span::new(end, end));
    let message = say!(
        "{path} was not written to its end: from line {line} on there is nothing but {n}, as a power cut leaves them",
        "{path} 没有写完：从第 {line} 行起只有 {n} 个零字节，断电后常会这样",
        path = path,
        line = cx.line(at),
        n = count(zeros, "zero byte", "zero bytes")
    );
    let help = say!(
        "take the file from git or from a copy; or delete the zero bytes in a text editor, look at the last line, and type again what is missing",
        "从 git 或备份中取回这个文件；或用文本编辑器删去零字节，核对最后一行，补上缺少的内容"
    );
    found.add(cx.fault(&Fault::new(at, fault.kind.clone()), message).help(help));
}
