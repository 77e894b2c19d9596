//! C003: a commitment is made known.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::commitments::Commitment;

/// C003.
pub static RULE: Rule = Rule {
    code: "C003",
    name: "not-published",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "A commitment of an active volunteer has not been published within publish-within-days days.",
        "在册志愿者的承诺在 publish-within-days 天内没有公示。",
    ),
    why: t(
        "A promise binds when others know of it: on the notice board, in the group chat, by broadcast.",
        "承诺要让大家知道才有约束：上公告栏、发到群里、广播出去。",
    ),
    mend: t("Make it known, and write the day under 'published'.", "公示承诺，并在“公示日期”写当天。"),
    thresholds: &["publish-within-days"],
    reads: Needs::rows(&[TableId::COMMITMENTS, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::COMMITMENTS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- commitments.csv
id,volunteer,category,text,made,due,published,kept
c1,v1,cleaning,Sweep the stairs every week,2026-05-30,,,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (commitments, as_of, allowed) = (&cx.book.commitments, cx.ask.as_of, cx.book.settings.rules.publish_within_days);
    for (row, commitment) in commitments.iter() {
        let (Some(volunteer), Some(made)) = (commitment.volunteer.get(), commitment.made.get()) else { continue };
        // A day that lies after the one asked about has not come yet.
        let is_published = commitment.published.is_broken() || commitment.published.get().is_some_and(|day| day <= as_of);
        let days = as_of.since(made);
        if is_published || days <= allowed || cx.is_active(volunteer) != Some(true) {
            continue;
        }
        let at = commitments.at(row, Commitment::made);
        let message = say!(
            "{commitment} of {who} was made on {made} and is not published, {days} later; at most {allowed} are allowed",
            "{who}的 {commitment} 于 {made} 作出，已 {days} 天没有公示，最多 {allowed} 天",
            commitment = cx.id(row),
            who = cx.who(volunteer),
            made = made,
            days = say::days(days),
            allowed = allowed
        );
        found.add(Finding::new(cx.record(row), at, message).help(say!(
            "make it known, and write the day under 'published' in {place}",
            "公示后，在 {place}的“公示日期”写公示的日期",
            place = place(cx, at)
        )));
    }
}
