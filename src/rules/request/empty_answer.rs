//! Q003: an answer has words and a day, and what was answered says so.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::requests::Request;
use crate::value::Row;
use crate::value::fixed::Fixed;

/// Q003.
pub static RULE: Rule = Rule {
    code: "Q003",
    name: "empty-answer",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t(
        "A request is answered or declined, and there is no date or there are no words; or it has the date of an answer, and its status is another.",
        "服务需求已答复或已说明，却没有答复日期或答复内容；或者写了答复日期，状态却是别的。",
    ),
    why: t(
        "An answer without words is none, and without its day nobody can say whether it came in time. A date under 'answered' counts as an answer, whatever the status says: one of the two is wrong.",
        "没有内容的答复等于没有答复；没有日期，就说不清是否按时。写了答复日期就算已答复，状态却不是，两处总有一处错了。",
    ),
    mend: t(
        "Write what was answered under 'answer' and when under 'answered'; if it was not answered, correct the status.",
        "在“答复”写答复内容，在“答复日期”写日期；还没有答复的，改正状态。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::REQUESTS]),
    speaks_of: SpeaksOf::records(&[TableId::REQUESTS]),
    example: "
-- requests.csv
id,received,channel,kind,subject,status,answered,answer
r1,2026-06-15,hotline,repair,Broken stair light,answered,2026-06-20,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let requests = &cx.book.requests;
    for (row, request) in requests.iter() {
        if !request.says_answered() {
            found.extend(not_said(cx, row, &request));
            continue;
        }
        let column = match (request.answered.is_empty(), request.answer.is_empty()) {
            (false, false) => continue,
            (false, true) => Request::answer,
            (true, _) => Request::answered,
        };
        let at = requests.at(row, Request::status);
        let (id, status) = (cx.id(row), request.status.get().map(|status| status.title()));
        let status = status.unwrap_or(t("", ""));
        let message = match (column == Request::answer, request.answer.is_empty()) {
            (true, _) => {
                say!("{id} is '{status}', and nothing stands under 'answer'", "{id} 的状态是“{status}”，却没有写“答复”", id = id, status = status)
            }
            (_, false) => say!(
                "{id} is '{status}', and there is no date under 'answered'",
                "{id} 的状态是“{status}”，却没有写“答复日期”",
                id = id,
                status = status
            ),
            (_, true) => say!(
                "{id} is '{status}', and there is neither a date under 'answered' nor anything under 'answer'",
                "{id} 的状态是“{status}”，却没有写“答复日期”，也没有写“答复”",
                id = id,
                status = status
            ),
        };
        found.add(Finding::new(cx.record(row), at, message).help(say!(
            "write the day under 'answered' and the words under 'answer' in {place}; if it was not answered, correct 'status'",
            "在 {place}写明“答复日期”和“答复”；还没有答复的，改正“状态”",
            place = place(cx, at)
        )));
    }
}

/// A request with the day of an answer, whose status is neither answered nor declined.
fn not_said(cx: &Cx<'_>, row: Row<Request>, request: &Request) -> Option<Finding> {
    let (day, status) = (request.answered.get()?, request.status.get()?);
    let requests = &cx.book.requests;
    let at = requests.at(row, Request::status);
    let message = say!(
        "{id} was answered on {day}, and its status is '{status}'",
        "{id} 的答复日期是 {day}，状态却是“{status}”",
        id = cx.id(row),
        day = day,
        status = status.title()
    );
    let help = say!(
        "write answered or declined under 'status' in {place}; if it was not answered, empty 'answered'",
        "在 {place}的“状态”写 已答复 或 已说明；还没有答复的，清空“答复日期”",
        place = place(cx, at)
    );
    Some(Finding::new(cx.record(row), at, message).help(help).related(requests.at(row, Request::answered), say!("answered here", "这里是答复日期")))
}
