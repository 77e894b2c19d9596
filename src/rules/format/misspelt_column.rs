//! F017: no header is nearly that of a column which is missing.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Rule, column};
use crate::say;
use crate::say::{Text, t};
use crate::tables::FaultKind;

/// F017.
pub static RULE: Rule = Rule {
    code: "F017",
    name: "misspelt-column",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A header is a letter or two away from a column that is missing.", "表头与缺少的一列只差一两个字母。"),
    why: t(
        "Columns of your own are welcome and left alone; one that is nearly a known column was probably meant to be it, and what stands under it does not count.",
        "可以有自己的列，程序不会动它；但与已知列几乎相同的表头多半是写错了，下面的内容不会计入。",
    ),
    mend: t("Rename the header, or give it a name that is less like the known one.", "改正表头，或换一个不易混淆的名称。"),
    thresholds: &[],
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
        let message = say!("the header has '{name}', and no {meant}", "表头里有“{name}”，却没有{meant}", name = name, meant = column(meant));
        let help = say!(
            "did you mean {code}? rename the header; if it is a column of your own, give it a name less like that",
            "是不是“{code}”？请改表头；如果是自己的列，换一个不易混淆的名称",
            code = Text { en: meant.code.to_owned(), zh: meant.title.zh.to_owned() }
        );
        found.add(cx.fault(fault, message).help(help).cause(format!("{} {name}", cx.table(fault.at))));
    }
}
