//! F003: cells are written as RFC 4180 has it.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{count, t};
use crate::tables::FaultKind;
use crate::text::At;
use crate::text::csv::Wrong;

/// F003.
pub static RULE: Rule = Rule {
    code: "F003",
    name: "csv-syntax",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A double quote or a line end in a CSV file is out of place.", "CSV 文件中的双引号或换行不合规则。"),
    why: t(
        "A cell with a comma, a double quote or a line end in it stands between double quotes. With a quote too many or too few, programs cut the row in different places.",
        "单元格中有逗号、双引号或换行时，整个单元格要放进双引号。引号多一个或少一个，不同程序就会在不同的地方断开这一行。",
    ),
    mend: t(
        "Put the whole cell between double quotes and double those inside it: \"the \"\"red\"\" house\". A spreadsheet does so by itself when it saves CSV.",
        "把整个单元格放进双引号，里面的双引号写两个：\"“\"\"红\"\"房子”\"。电子表格另存为 CSV 时会自动这样写。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann \"Annie\" Reed,community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::CsvSyntax(wrong) = fault.kind else { continue };
        let (message, help) = match wrong {
            Wrong::OpenQuote => (
                say!("a double quote is opened here and never closed", "这里的双引号没有配对的另一个"),
                say!("put a double quote at the end of this cell, or take this one out", "在这个单元格末尾补一个双引号，或删去这一个"),
            ),
            Wrong::TextAfterQuote => (
                say!("text follows the closing double quote of this cell", "这个单元格在右双引号之后还有文字"),
                say!(
                    "if a double quote belongs to the text, write it twice; the last one of the cell stands before the comma",
                    "如果双引号是内容的一部分，写两个；单元格最后的双引号后面紧跟逗号"
                ),
            ),
            Wrong::QuoteInside => (
                say!("a double quote stands inside a cell that does not begin with one", "双引号出现在不以双引号开头的单元格里"),
                say!("write the cell as {cell}, or take the quotes out", "把这个单元格写成 {cell}，或删去其中的双引号", cell = quoted(cx, fault.at)),
            ),
            Wrong::Swallowed(lines) => (
                say!(
                    "the cell that this double quote opens has swallowed {n} below it",
                    "这里的双引号把下面 {n} 行数据吞进了一个单元格",
                    n = count(lines, "row", "rows")
                ),
                say!(
                    "take this double quote out, and the one further down that ends the cell; until then nothing of these rows is counted",
                    "删去这个双引号和下面与它配对的双引号；在此之前这几行都不计"
                ),
            ),
            Wrong::LoneReturn => (
                say!("a carriage return stands here without a line feed", "这里有回车符而没有换行符"),
                say!(
                    "save the file with line ends of Windows or Linux (in Excel: as type 'CSV UTF-8'), or take the character out",
                    "把文件存为 Windows 或 Linux 的换行（Excel：保存类型选“CSV UTF-8”），或删去这个字符"
                ),
            ),
        };
        let finding = cx.fault(fault, message).help(help);
        // A file of an old Mac has one in place of every line end.
        found.add(if wrong == Wrong::LoneReturn { finding.cause(fault.at.file().0.to_string()) } else { finding });
    }
}

/// The unquoted cell around a place, as it should be written.
fn quoted(cx: &Cx<'_>, at: At) -> String {
    let text = cx.book.sources.text(at.file());
    let (before, after) = text.split_at_checked(at.offset() as usize).unwrap_or_default();
    let ends = |c: char| matches!(c, ',' | '\n' | '\r');
    let (start, end) = (before.rsplit(ends).next().unwrap_or_default(), after.split(ends).next().unwrap_or_default());
    format!("\"{}\"", format!("{start}{end}").trim_start_matches('\u{feff}').replace('"', "\"\""))
}
