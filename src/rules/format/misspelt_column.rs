//! F017: no header probably means a column which is missing.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::header_name;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, column};
use crate::say;
use crate::say::{Text, t};
use crate::tables::{Column, Fault, FaultKind, Meant};

/// F017.
pub static RULE: Rule = Rule {
    code: "F017",
    name: "misspelt-column",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A header probably means a column that is missing.", "表头多半指的是缺少的一列。"),
    why: t(
        "Columns of your own are welcome and left alone. One that is a letter or two away from a column that is missing, in another unit, or a word that may mean it, was probably meant to be it, and what stands under it does not count.",
        "可以有自己的列，程序不会动它。但表头与缺少的一列只差一两个字、单位不同，或是可能指这一列的词，多半就是这一列，而下面的内容不会计入。",
    ),
    mend: t(
        "Rename the header, or name the column in rollbook.toml under [files] extra if it is one of your own.",
        "改正表头；如果是自加的列，在 rollbook.toml 的 [files] extra 中写上它。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined,skils
v1,Ann Reed,community,2020,electrics
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::MisspeltColumn(name, meant) = &fault.kind else { continue };
        // A column that belongs to another table is told with the others where that table has rows.
        if meant.is_lost(|table| cx.book.rows_of(table) > 0) {
            found.add(misspelt(cx, fault, name, meant));
        }
    }
}

fn misspelt(cx: &Cx<'_>, fault: &Fault, name: &str, meant: &Meant) -> Finding {
    let columns = || Text::list(meant.columns.iter().map(|meant| column(meant)));
    let message = match meant.columns.as_slice() {
        [] => say!("the header has '{name}', and nobody reads it", "表头里有“{name}”，这一列不会读", name = name),
        [one] => say!("the header has '{name}', and no {one}", "表头里有“{name}”，却没有{one}", name = name, one = column(one)),
        _ => say!("the header has '{name}', and none of {all}", "表头里有“{name}”，却没有{all}中的任何一列", name = name, all = columns()),
    };
    let own = say!(
        "if it is a column of your own, name it in rollbook.toml under [files]: extra = [\"{name}\"]",
        "如果是自加的列，在 rollbook.toml 的 [files] 下写上：extra = [\"{name}\"]",
        name = name
    );
    let header = |column: &&'static Column| header_name(cx, fault.at.file(), column);
    let help = match (meant.asked, meant.columns.as_slice()) {
        (Some(asked), []) => say!("{why}; {own}", "{why}；{own}", why = asked.why, own = own),
        (Some(asked), columns) => say!(
            "{why}; if it is what is meant, rename it to {code}; {own}",
            "{why}；如果就是这一列，改名为“{code}”；{own}",
            why = asked.why,
            code = Text::list(columns.iter().map(|column| Text::same(header(column)))),
            own = own
        ),
        (None, [one]) if meant.is_other_unit => say!(
            "{code} takes another unit: work the values out in that, and rename the header; {own}",
            "“{code}”的单位不同：把数换算过来，再改表头；{own}",
            code = header(one),
            own = own
        ),
        (None, [one]) => say!("did you mean {code}? rename the header; {own}", "是不是“{code}”？请改表头；{own}", code = header(one), own = own),
        (None, columns) => say!(
            "did you mean one of these: {codes}? rename the header; {own}",
            "是不是其中之一：{codes}？请改表头；{own}",
            codes = Text::list(columns.iter().map(|column| Text::same(header(column)))),
            own = own
        ),
    };
    cx.fault(fault, message).help(help).cause(format!("{} {name}", cx.table(fault.at)))
}
