//! Q001: what comes in is looked into soon.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::requests::Request;

/// Q001.
pub static RULE: Rule = Rule {
    code: "Q001",
    name: "unverified",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A request has not been verified within verify-within-days days.", "服务需求在 verify-within-days 天内没有核实。"),
    why: t(
        "Whoever asks for help waits: requests are to be verified and answered in good time. \
         One that has been assigned, forwarded or answered meanwhile is left alone.",
        "求助的人在等：服务需求应当及时核实、答复。其间已派单、转办或答复的不提示。",
    ),
    mend: t(
        "Ask the requester, write the day under 'verified' and set the status to verified; or assign it, forward it, answer it.",
        "向需求人核实，在“核实日期”写当天，把状态改为“已核实”；或者派单、转办、答复。",
    ),
    thresholds: &["verify-within-days"],
    reads: Needs::rows(&[TableId::REQUESTS]),
    speaks_of: SpeaksOf::records(&[TableId::REQUESTS]),
    example: "
-- requests.csv
id,received,channel,kind,subject,status
r1,2026-06-26,hotline,repair,Broken stair light,open
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (requests, as_of, allowed) = (&cx.book.requests, cx.ask.as_of, cx.book.settings.rules.verify_within_days);
    for (row, request) in requests.iter() {
        let Some(received) = request.received.get() else { continue };
        let days = as_of.since(received);
        if days <= allowed || request.is_verified(as_of) != Some(false) {
            continue;
        }
        let at = requests.at(row, Request::received);
        let message = say!(
            "{request} was received on {received} and is not verified, {days} later; at most {allowed} are allowed",
            "{request} 于 {received} 受理，已 {days} 天没有核实，最多 {allowed} 天",
            request = cx.id(row),
            received = received,
            days = say::days(days),
            allowed = allowed
        );
        found.add(Finding::new(cx.record(row), at, message).help(say!(
            "ask whoever brought it; then in {place} write the day under 'verified' and verified under 'status', or assign it, forward it or answer it",
            "向需求人核实后，在 {place}的“核实日期”写当天，“状态”写 已核实；或者派单、转办、答复",
            place = place(cx, at)
        )));
    }
}
