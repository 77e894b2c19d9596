//! F020: cells and values have no characters in them that cannot be seen.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, mend};
use crate::say;
use crate::say::{T, t};
use crate::tables::FaultKind;
use crate::text::{At, Span};

/// F020.
pub static RULE: Rule = Rule {
    code: "F020",
    name: "hidden-character",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A cell has a character in it that cannot be seen.", "单元格里有看不见的字符。"),
    why: t(
        "Such characters come along when text is copied from a web page or a chat. Two names that look the same are then not the same, and some turn the order of what is shown.",
        "从网页或聊天里复制文字时常会带上这类字符。看起来相同的两个名字其实不同，有的还会颠倒显示顺序。",
    ),
    mend: t(
        "Delete the character: put the cursor at the caret and press Delete, or type the text again.",
        "删去这个字符：把光标放到标出的位置按删除键，或重新输入这段文字。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann\u{200b} Reed,community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.of_each(&cx.book.faults, |fault, found| {
        let FaultKind::Hidden(c) = fault.kind else { return };
        let code = format!("U+{:04X}", u32::from(c));
        let message = match name(c) {
            Some(name) => say!(
                "a character stands here that cannot be seen: {code}, {name}",
                "这里有一个看不见的字符：{code}（{name}）",
                code = code,
                name = name
            ),
            None => say!("a character stands here that cannot be seen: {code}", "这里有一个看不见的字符：{code}", code = code),
        };
        let mut finding = cx.fault(fault, message).help(say!("delete it, or type the cell again", "删去它，或重新输入这个单元格"));
        finding = finding.certain(mend::without_nothing(cx, fault.at));
        finding.at = character(cx, fault.at, c);
        // Files that one program wrote have the same character in every row.
        found.add(finding.cause(format!("{} {code}", fault.at.file().0)));
    });
}

/// The place of the character in a cell.
fn character(cx: &Cx<'_>, at: At, c: char) -> At {
    let At::Bytes(file, span) = at else { return at };
    match span.of(cx.book.sources.text(file)).find(c) {
        Some(n) => {
            let start = span.start as usize + n;
            At::Bytes(file, Span::new(start, start + c.len_utf8()))
        }
        // In TOML it may be written as an escape.
        None => at,
    }
}

/// What the commonest are called.
fn name(c: char) -> Option<T> {
    Some(match c {
        '\t' => t("tab", "制表符"),
        '\n' | '\r' => t("line end", "换行"),
        '\u{ad}' => t("soft hyphen", "软连字符"),
        '\u{200b}' => t("zero-width space", "零宽空格"),
        '\u{200c}' | '\u{200d}' => t("zero-width joiner", "零宽连接符"),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => t("mark of direction", "方向标记"),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => t("a mark that turns the order of what follows", "会颠倒后面文字顺序的标记"),
        '\u{2028}' | '\u{2029}' => t("line end", "换行"),
        '\u{feff}' => t("byte-order mark", "字节顺序标记"),
        c if c.is_control() => t("control character", "控制字符"),
        _ => return None,
    })
}
