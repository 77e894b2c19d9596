//! F031: a header can be read: a name over every column, and rows below it.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, mend};
use crate::say;
use crate::say::{Text, count, t};
use crate::tables::{BadHeader, Fault, FaultKind};

/// F031.
pub static RULE: Rule = Rule {
    code: "F031",
    name: "bad-header",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A header cannot be read rightly.", "表头无法正确读取。"),
    why: t(
        "What stands under an empty header belongs to no column and counts nowhere. A character that cannot be seen makes another name of a header. Where records are parted by another sign than a line end, the whole file is one header without a row.",
        "空表头下面的内容不属于任何一列，不会计入。看不见的字符会让表头变成另一个名称。各行如果不是用换行分开，整个文件就成了一行表头，一行数据也没有。",
    ),
    mend: t(
        "Write the name of the column, take out what cannot be seen, or save the file with line ends.",
        "写上列名，删去看不见的字符，或用换行重新保存文件。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined,
v1,Ann Reed,community,2020,2026-01-31
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        if let FaultKind::BadHeader(bad) = &fault.kind {
            found.add(finding(cx, fault, bad));
        }
    }
}

fn finding(cx: &Cx<'_>, fault: &Fault, bad: &BadHeader) -> Finding {
    match bad {
        BadHeader::Empty(first, rows) => {
            let message = say!(
                "this header is empty, and something stands under it in {n}",
                "这个表头是空的，下面却有 {n} 行填了内容",
                n = count(*rows, "row", "rows")
            );
            let help = say!("write the name of the column here, or empty the cells below it", "在这里写上列名，或清空下面的单元格");
            cx.fault(fault, message).related(*first, say!("the first of them", "第一行")).help(help)
        }
        BadHeader::Hidden(c) => {
            let message = say!(
                "a character stands in this header that cannot be seen: {code}",
                "这个表头里有看不见的字符：{code}",
                code = format!("U+{:04X}", u32::from(*c))
            );
            let mends = mend::header_without_nothing(cx, fault.at);
            let help = say!("write the header anew", "重新写这个表头");
            cx.fault(fault, message).certain(mends).help(help)
        }
        BadHeader::Parted(c) => {
            let message = say!(
                "the records of this file are parted by {what}, not by line ends: all of it is one line",
                "这个文件的各行是用{what}分开的，不是换行：整个文件成了一行",
                what = named(*c)
            );
            let help = say!(
                "save the file with line ends of Windows or Linux (in Excel: as type 'CSV UTF-8')",
                "把文件存为 Windows 或 Linux 的换行（Excel：保存类型选“CSV UTF-8”）"
            );
            cx.fault(fault, message).help(help)
        }
        BadHeader::TooWide(cells) => {
            let message = say!(
                "this header has {cells} cells, and no table has more than 65535: nothing of the file is read",
                "这个表头有 {cells} 个单元格，最多只能有 65535 个：整个文件都没有读取",
                cells = cells
            );
            cx.fault(fault, message).help(say!("delete the columns that belong to nothing", "删去多余的列"))
        }
    }
}

/// A character by which records are parted, as people call it.
fn named(c: char) -> Text {
    match c {
        '\r' => say!("carriage returns without line feeds", "单独的回车符"),
        '\u{b}' => say!("vertical tabs (U+000B)", "垂直制表符（U+000B）"),
        '\u{c}' => say!("form feeds (U+000C)", "换页符（U+000C）"),
        '\u{85}' => say!("next-line characters (U+0085)", "下一行字符（U+0085）"),
        '\u{2028}' => say!("line separators (U+2028)", "行分隔符（U+2028）"),
        '\u{2029}' => say!("paragraph separators (U+2029)", "段分隔符（U+2029）"),
        other => Text::same(format!("U+{:04X}", u32::from(other))),
    }
}
