//! C004: of a commitment that is due it is known whether it was kept.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::commitments::Commitment;

/// C004.
pub static RULE: Rule = Rule {
    code: "C004",
    name: "overdue",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A commitment was due, and nobody has marked whether it was kept.", "承诺已到期，却没有标明是否践诺。"),
    why: t(
        "A promise that nobody looks at again was not worth making. The day it is due is still in time.",
        "说过的话没有人再过问，就等于白说。到期当天还算按时。",
    ),
    mend: t(
        "Write yes or no under 'kept'; if more time was agreed on, write the new day under 'due'.",
        "在“践诺”写 是 或 否；商定延期的，在“期限”写新的日期。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::COMMITMENTS, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::COMMITMENTS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- commitments.csv
id,volunteer,category,text,made,due,published,kept
c1,v1,cleaning,Clear the yard,2026-03-01,2026-06-29,2026-03-10,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (commitments, as_of) = (&cx.book.commitments, cx.ask.as_of);
    for (row, commitment) in commitments.iter().filter(|(_, commitment)| commitment.kept.is_empty()) {
        let (Some(volunteer), Some(due)) = (commitment.volunteer.get(), commitment.due.get().filter(|due| *due < as_of)) else { continue };
        // What is due before it is made is told as that, and is no ground to stand on.
        if commitment.made.get().is_none_or(|made| due < made) {
            continue;
        }
        let at = commitments.at(row, Commitment::due);
        let message = say!(
            "{commitment} of {who} was due on {due}, {days} ago, and is neither kept nor marked as not kept",
            "{who}的 {commitment} 应于 {due} 完成，已过 {days} 天，没有标明是否践诺",
            commitment = cx.id(row),
            who = cx.who(volunteer),
            due = due,
            days = say::days(as_of.since(due))
        );
        found.add(Finding::new(cx.record(row), at, message).help(say!(
            "write yes or no under 'kept' in {place}; if more time was agreed on, write the new day under 'due'",
            "在 {place}的“践诺”写 是 或 否；商定延期的，在“期限”写新的日期",
            place = place(cx, at)
        )));
    }
}
