//! Q002: what people ask for is answered in time.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::requests::Request;
use crate::value::{Day, Row};

/// Q002.
pub static RULE: Rule = Rule {
    code: "Q002",
    name: "unanswered",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "A request has not been answered by the day it is due or, where it has none, within answer-within-days days.",
        "服务需求到期没有答复；没有写期限的，在 answer-within-days 天内没有答复。",
    ),
    why: t(
        "What comes in is answered and fed back, also where it was passed on to somebody else. The day it is due is still in time.",
        "受理的事项件件有答复、有反馈，转办的也一样。到期当天还算按时。",
    ),
    mend: t(
        "Answer it: the day under 'answered', the words under 'answer', and the status answered, or declined where it cannot be done. \
         If more time was agreed on, write the new day under 'due'.",
        "答复后写明“答复日期”和“答复”，把状态改为“已答复”，办不到的改为“已说明”。商定延期的，在“期限”写新的日期。",
    ),
    thresholds: &["answer-within-days"],
    reads: Needs::rows(&[TableId::REQUESTS]),
    speaks_of: SpeaksOf::records(&[TableId::REQUESTS]),
    example: "
-- requests.csv
id,received,channel,kind,subject,status,verified
r1,2026-06-15,hotline,repair,Broken stair light,verified,2026-06-16
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (requests, as_of, allowed) = (&cx.book.requests, cx.ask.as_of, cx.book.settings.rules.answer_within_days);
    for (row, request) in requests.iter() {
        let Some(received) = request.received.get().filter(|received| *received <= as_of && !request.due.is_broken()) else { continue };
        // What is due before it came in is told as that, and is no ground to stand on.
        let due = request.due.get();
        let is_late = due.map_or(as_of.since(received) > allowed, |due| due < as_of && received <= due);
        if !is_late || request.is_answered(as_of) != Some(false) {
            continue;
        }
        found.add(finding(cx, row, &request, received, due));
    }
}

fn finding(cx: &Cx<'_>, row: Row<Request>, request: &Request, received: Day, due: Option<Day>) -> Finding {
    let (requests, as_of) = (&cx.book.requests, cx.ask.as_of);
    let days = |since| say::days(as_of.since(since));
    let message = match due {
        Some(due) => say!(
            "{request} was to be answered by {due} and is not, {days} later",
            "{request} 应于 {due} 以前答复，已过期 {days} 天",
            request = cx.id(row),
            due = due,
            days = days(due)
        ),
        None => say!(
            "{request} was received on {received} and is not answered, {days} later; at most {allowed} are allowed",
            "{request} 于 {received} 受理，已 {days} 天没有答复，最多 {allowed} 天",
            request = cx.id(row),
            received = received,
            days = days(received),
            allowed = cx.book.settings.rules.answer_within_days
        ),
    };
    let at = requests.at(row, if due.is_some() { Request::due } else { Request::received });
    let help = say!(
        "in {place} write the day under 'answered', the words under 'answer' and answered under 'status', or declined where it cannot be done; \
         if more time was agreed on, write the new day under 'due'",
        "在 {place}写明“答复日期”和“答复”，“状态”写 已答复，办不到的写 已说明；商定延期的，在“期限”写新的日期",
        place = place(cx, at)
    );
    let finding = Finding::new(cx.record(row), at, message).help(help);
    // Who has it now, and is to be asked.
    if request.team.get().is_some() {
        finding.related(requests.at(row, Request::team), say!("this team has it", "在这支服务队手上"))
    } else if request.volunteer.get().is_some() {
        finding.related(requests.at(row, Request::volunteer), say!("this volunteer has it", "在这名志愿者手上"))
    } else if request.handler.get().is_some() {
        finding.related(requests.at(row, Request::handler), say!("it was passed on to these", "已转给这里"))
    } else {
        finding
    }
}
