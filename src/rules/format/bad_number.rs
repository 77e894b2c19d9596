//! F011: hours, quantities, counts and ratings are plain numbers.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, mend};
use crate::say;
use crate::say::{Text, t};
use crate::tables::said::said;
use crate::tables::{Column, FaultKind};
use crate::value::Kind as ColumnKind;
use crate::value::lenient::{self, Meant, Sureness};

use super::lenient_help::{either, lost_digits, perhaps};

/// F011.
pub static RULE: Rule = Rule {
    code: "F011",
    name: "bad-number",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("Hours, a quantity, a count or a rating cannot be read.", "小时数、数量、个数或评价的写法有误。"),
    why: t(
        "Figures are exact, so a number is plain digits and nothing else: the unit stands in the header, and 1,5 may be one and a half or fifteen.",
        "统计要精确，数字单元格只写半角数字：单位写在表头里，1,5 可能是一点五，也可能是十五。",
    ),
    mend: t(
        "Write plain digits: hours and quantities with at most four after the point (1.5), counts whole (12), ratings from 1 to 5. rollbook check --fix takes care of wide digits and blanks.",
        "只写半角数字：小时数和数量小数点后最多四位（1.5），个数是整数（12），评价是 1 到 5。全角数字和多余的空格，rollbook check --fix 自动改好。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- pairings.csv
id,volunteer,kind,recipient,households,from
b1,v1,support,family-12,two,2026-01-10
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.of_each(&cx.book.faults, |fault, found| {
        let FaultKind::BadNumber(column_of, text, _) = &fault.kind else { return };
        let Some(message) = said(&fault.kind, &cx.book.words) else { return };
        let meant = lenient::read(text, column_of.kind);
        let (sure, fix) = mend::meant(cx, fault.at, column_of.kind, text, &meant);
        let help = help(column_of, &meant);
        found.add(cx.fault(fault, message).help(help).fixes(sure, fix).cause(format!("{}.{} {text}", cx.table(fault.at), column_of.code)));
    });
}

/// What is to be written. What is not exact is never made a number.
fn help(column: &Column, meant: &Meant) -> Text {
    match meant {
        Meant::Value(meant, Sureness::Guess) => perhaps(meant),
        Meant::Value(meant, _) => say!("write {meant}", "写作 {meant}", meant = meant),
        Meant::Either(one, other) => either(one, other),
        Meant::LostDigits => lost_digits(),
        Meant::Inexact => say!(
            "this is not an exact number: find out how many there were, write that, and keep these words in a column of notes",
            "这不是确切的数字：请核实后写上确切的数字，原来的说法可记在备注里"
        ),
        Meant::NoLength if column.is_hours() => say!(
            "this does not say how many hours: a day or half a day is longer in one place than in another; write the hours that were given",
            "这里没有说明是几小时：半天、一天的长短各处不同，请写实际的小时数"
        ),
        Meant::NoLength | Meant::Unknown => match column.kind {
            ColumnKind::Rating => say!("write 1, 2, 3, 4 or 5, or leave it empty", "写 1、2、3、4 或 5，或者不填"),
            ColumnKind::Count => say!("write a whole number, without a sign or a unit", "写整数，不写正负号和单位"),
            _ => say!(
                "write a number with at most four digits after the point, without a sign or a unit",
                "写数字，小数点后最多四位，不写正负号和单位"
            ),
        },
    }
}
