//! F002: every file of the book is UTF-8.

use crate::findings::{Found, Level};
use crate::rules::mend::Mend;
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::t;
use crate::tables::{FaultKind, Form};
use crate::text::encoding::Encoding;
use crate::text::{FileId, Patch, Span, encoding};

/// F002.
pub static RULE: Rule = Rule {
    code: "F002",
    name: "not-utf8",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A file of the book is not UTF-8.", "台账的一个文件不是 UTF-8 编码。"),
    why: t(
        "The same bytes are other characters in another encoding, so names would be read wrongly. A Chinese Excel saves plain CSV as GB18030 (GBK).",
        "同样的字节在不同编码中是不同的字，姓名会读错。中文 Excel 直接另存为 CSV 时用的是 GB18030（GBK）。",
    ),
    mend: t(
        "rollbook check --fix turns GB18030 into UTF-8. By hand: open the file in Excel or WPS, choose File > Save As, and as type 'CSV UTF-8 (comma delimited)'. A text file: in Notepad choose File > Save As, and as encoding UTF-8.",
        "rollbook check --fix 把 GB18030 转为 UTF-8。手工改：用 Excel 或 WPS 打开，选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”。文本文件：用记事本打开，选“文件 → 另存为”，编码选 UTF-8。",
    ),
    thresholds: &[],
    example: "
-- volunteers.csv (GB18030)
编号,姓名,类别,加入时间
v1,王芳,社区,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::NotUtf8(encoding) = fault.kind else { continue };
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
            Encoding::Unknown => {
                say!("{path} is neither UTF-8 nor GB18030 nor UTF-16", "{path} 不是 UTF-8，也不是 GB18030 或 UTF-16", path = path)
            }
        };
        let help = match (encoding, path.ends_with(".csv")) {
            (Encoding::Workbook, _) => say!(
                "rename it to .xlsx, open it in Excel or WPS, choose File > Save As, and as type 'CSV UTF-8 (comma delimited)'",
                "把扩展名改回 .xlsx，用 Excel 或 WPS 打开，选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”"
            ),
            (Encoding::Unknown, _) => say!(
                "open it in the program that wrote it, and save it with encoding UTF-8 (in Excel: File > Save As > 'CSV UTF-8 (comma delimited)')",
                "用生成它的程序打开，另存为 UTF-8 编码（Excel：“文件 → 另存为 → CSV UTF-8（逗号分隔）”）"
            ),
            (_, true) => say!(
                "open it in Excel or WPS, choose File > Save As, and as type 'CSV UTF-8 (comma delimited)'",
                "用 Excel 或 WPS 打开，选“文件 → 另存为”，保存类型选“CSV UTF-8（逗号分隔）”"
            ),
            (_, false) => say!("open it in Notepad, choose File > Save As, and as encoding UTF-8", "用记事本打开，选“文件 → 另存为”，编码选 UTF-8"),
        };
        found.add(cx.fault(fault, message).help(help).mends(as_utf8(cx, fault.at.file(), encoding)));
    }
}

/// The text of a GB18030 file, which has none as it is; with a byte-order mark where the book's new files have one.
fn as_utf8(cx: &Cx<'_>, file: FileId, encoding: Encoding) -> Option<Mend> {
    let text = encoding::from_gb18030(cx.book.sources.bytes(file)).filter(|_| encoding == Encoding::Gb18030)?;
    let mark = if cx.book.settings.files.bom && cx.book.table(file).is_some_and(|table| table.form() == Form::Csv) { "\u{feff}" } else { "" };
    Some((file, Patch::new(Span::default(), format!("{mark}{text}"))))
}
