//! X001: hours are given to somebody else.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::exchanges::Exchange;

/// X001.
pub static RULE: Rule = Rule {
    code: "X001",
    name: "to-oneself",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("Somebody gave hours of mutual labour to themselves.", "互利换工的出工人和受工人是同一人。"),
    why: t("Mutual labour takes two: one of the ids is wrong, or it was no exchange.", "换工要有两个人：要么编号写错了，要么不是换工。"),
    mend: t(
        "Correct the giver or the receiver. What was done for people outside belongs to the activities.",
        "改正出工人或受工人。为其他群众做的，记到活动里。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::EXCHANGES, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::EXCHANGES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,rural,2020
-- exchanges.csv
id,date,giver,receiver,hours,kind,what
x1,2026-05-02,v1,v1,4,field,Harvest
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let exchanges = &cx.book.exchanges;
    for (row, exchange) in exchanges.iter() {
        let Some(giver) = exchange.giver.get().filter(|giver| exchange.receiver.get() == Some(*giver)) else { continue };
        let message = say!(
            "the giver and the receiver of {exchange} are the same: {who}",
            "{exchange} 的出工人和受工人都是{who}",
            exchange = cx.id(row),
            who = cx.who(giver)
        );
        let finding = Finding::new(cx.record(row), exchanges.at(row, Exchange::receiver), message);
        found.add(finding.related(exchanges.at(row, Exchange::giver), say!("the giver", "出工人")).help(say!(
            "correct 'giver' or 'receiver'; what was done for people outside belongs to an activity, not here",
            "改正“出工人”或“受工人”；为其他群众做的应记到活动里，不记在这里"
        )));
    }
}
