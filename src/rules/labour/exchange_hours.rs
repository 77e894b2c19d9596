//! X002: hours of mutual labour are hours that a day has.

use crate::findings::{Finding, Found, Level};
use crate::rules::activity::attended::are_possible;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::exchanges::Exchange;
use crate::value::Amount;

/// X002.
pub static RULE: Rule = Rule {
    code: "X002",
    name: "exchange-hours",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("Hours of mutual labour are 0, or more than 24.", "换工的工时为 0，或超过 24。"),
    why: t(
        "An exchange is of one day: more than 24 hours are minutes, a sum, or a slip of the pen; none are no exchange.",
        "一次换工是一天的事：超过 24 小时的，可能写成了分钟、合计，或是笔误；0 小时不是换工。",
    ),
    mend: t("Write the hours really given, such as 4 or 2.5; a row for each day.", "写实际付出的小时数，如 4 或 2.5；每天一行。"),
    thresholds: &[],
    reads: Needs::rows(&[TableId::EXCHANGES]),
    speaks_of: SpeaksOf::records(&[TableId::EXCHANGES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,rural,2020
v2,Ben Cole,rural,2020
-- exchanges.csv
id,date,giver,receiver,hours,kind,what
x1,2026-05-02,v1,v2,240,field,Harvest
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let exchanges = &cx.book.exchanges;
    for (row, exchange) in exchanges.iter() {
        let Some(hours) = exchange.hours.get().filter(|hours| !are_possible(*hours)) else { continue };
        let message = say!(
            "{exchange} has {hours} hours: they must be more than 0 and at most 24",
            "{exchange} 的工时是 {hours} 小时，应大于 0，不超过 24",
            exchange = cx.id(row),
            hours = hours
        );
        let help = if hours > Amount::ZERO {
            say!(
                "write under 'hours' the time really given, such as 4 or 2.5; if it took several days, write a row for each",
                "在“工时”写实际付出的小时数，如 4 或 2.5；分几天做的，每天写一行"
            )
        } else {
            say!(
                "write under 'hours' the time really given, such as 4 or 2.5; if nothing was given, delete the row",
                "在“工时”写实际付出的小时数，如 4 或 2.5；没有出工的，删去这一行"
            )
        };
        found.add(Finding::new(cx.record(row), exchanges.at(row, Exchange::hours), message).help(help));
    }
}
