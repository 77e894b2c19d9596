//! F026: the parts of a summary are marked off from one another.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::tables::{Fault, FaultKind};
use crate::text::At;
use crate::text::md::{FENCE, FIGURES, FIGURES_END, Mark};

/// F026.
pub static RULE: Rule = Rule {
    code: "F026",
    name: "misplaced-mark",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A mark that parts a summary is missing, doubled or in the wrong place.", "总结里的分隔标记缺失、重复或位置不对。"),
    why: t(
        "What stands between two lines +++ says when the summary was written and to whom it was fed back; what stands between the two comments is filled in by the program. \
         Without the marks nobody can tell these from the words that a person wrote, and filling in figures might write over them.",
        "两行 +++ 之间写明何时写成、反馈给了谁；两行注释之间的数字由程序填写。缺了标记，就分不清哪些是人写的话，填写数字时可能把它们盖掉。",
    ),
    mend: t(
        "Begin the file with a line +++, the settings and another line +++. Give the figures at most one place: <!-- rollbook:figures --> and, below, <!-- /rollbook:figures -->, each on a line of its own.",
        "文件开头写一行 +++，接着是各项说明，再写一行 +++。数字最多有一处：先一行 <!-- rollbook:figures -->，下面再一行 <!-- /rollbook:figures -->，各占一行。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- summaries/2026Q1.md
+++
quarter = \"2026Q1\"
written = 2026-04-03
fed-back = [{ to = \"branches:b1\", on = 2026-04-08 }]
+++
<!-- rollbook:figures -->

A quiet quarter.
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        if let FaultKind::Misplaced(mark) = &fault.kind {
            found.add(say_mark(cx, fault, *mark));
        }
    }
}

fn say_mark(cx: &Cx<'_>, fault: &Fault, mark: Mark) -> Finding {
    let file = fault.at.file();
    let (message, help) = match mark {
        Mark::NoFront => {
            let stem = cx.book.sources.get(file).map_or("", |source| source.stem());
            let is_dashes = matches!(fault.at, At::Bytes(_, span) if span.of(cx.book.sources.text(file)) == "---");
            let help = if is_dashes {
                say!(
                    "write {fence} in place of both lines ---, and each setting as key = value",
                    "把两行 --- 都改成 {fence}，各项写作 键 = 值",
                    fence = FENCE
                )
            } else {
                say!(
                    "put before it, each on a line of its own: {fence} ‖ quarter = \"{stem}\" ‖ written = 2026-07-05 ‖ {fence}, with the right date",
                    "在最前面写上，各占一行：{fence} ‖ quarter = \"{stem}\" ‖ written = 2026-07-05 ‖ {fence}（改成实际日期）",
                    fence = FENCE,
                    stem = stem
                )
            };
            (say!("the summary does not begin with a line {fence}", "总结没有以一行 {fence} 开头", fence = FENCE), help)
        }
        Mark::OpenFront => (
            say!("this {fence} is never closed", "这个 {fence} 没有结束", fence = FENCE),
            say!(
                "write {fence} on a line of its own after the settings, before the words",
                "在各项说明之后、正文之前，单独写一行 {fence}",
                fence = FENCE
            ),
        ),
        Mark::OpenFigures => (
            say!("the figures begin here and have no end", "数字从这里开始，没有结束标记"),
            say!("write {end} on a line of its own after the figures", "在数字之后单独写一行 {end}", end = FIGURES_END),
        ),
        Mark::FiguresAgain(_) => (
            say!("the figures begin here a second time", "这里又有一处数字的开始标记"),
            say!("keep one place for the figures, and delete the other marks", "只留一处放数字，删去其余的标记"),
        ),
        Mark::StrayEnd => (
            say!("the figures end here, and have not begun", "数字在这里结束，却没有开始标记"),
            say!(
                "write {begin} on a line of its own before the figures, or delete this line",
                "在数字之前单独写一行 {begin}，或删去这一行",
                begin = FIGURES
            ),
        ),
    };
    let finding = cx.fault(fault, message).help(help);
    match mark {
        Mark::FiguresAgain(first) => finding.related(At::Bytes(file, first), say!("first here", "前一处在这里")),
        _ => finding,
    }
}
