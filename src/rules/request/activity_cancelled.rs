//! Q005: a request does not fall with the activity that should serve it.

use std::collections::{HashMap, HashSet};

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::requests::Request;
use crate::value::{Day, Row, Target};

/// Q005.
pub static RULE: Rule = Rule {
    code: "Q005",
    name: "activity-cancelled",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "The activity that should serve a request was cancelled, no other serves it, and it is not answered.",
        "为服务需求安排的活动已取消，没有另外安排，也没有答复。",
    ),
    why: t(
        "The team has put its tools away, and whoever asked still waits: nobody sees it unless the request itself is looked at.",
        "活动取消了，求助的人还在等；不回头看需求本身，就没有人发现。",
    ),
    mend: t(
        "Plan another activity with the request under 'request', or answer the request.",
        "另外安排一次活动，在“服务需求”写需求编号；或答复该需求。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::REQUESTS, TableId::ACTIVITIES]),
    speaks_of: SpeaksOf::records(&[TableId::REQUESTS]),
    example: "
-- requests.csv
id,received,channel,kind,subject,status,verified,assigned
r1,2026-06-20,hotline,repair,Broken stair light,assigned,2026-06-21,2026-06-21
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,request,status
a1,2026-06-25,1,patrol,repair,Stair light,,r1,cancelled
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Request::TARGET) {
        return;
    }
    let (book, as_of) = (cx.book, cx.ask.as_of);
    let mut cancelled: HashMap<Row<Request>, (Day, Row<Activity>)> = HashMap::new();
    let mut served: HashSet<Row<Request>> = HashSet::new();
    for (row, activity) in book.activities.iter() {
        let Some(request) = activity.request.get() else { continue };
        match (activity.status.get(), activity.date.get()) {
            (Some(ActivityStatus::Cancelled), Some(day)) if day <= as_of => {
                let last = cancelled.entry(request).or_insert((day, row));
                *last = (*last).max((day, row));
            }
            // What is planned for a later day serves it, too.
            (Some(ActivityStatus::Planned | ActivityStatus::Held), _) => {
                served.insert(request);
            }
            _ => {}
        }
    }
    for (row, request) in book.requests.iter() {
        let Some((day, activity)) = cancelled.get(&row).copied().filter(|_| !served.contains(&row)) else { continue };
        let is_open = request.is_answered(as_of) == Some(false) && request.received.get().is_some_and(|received| received <= as_of);
        if is_open && !book.unsure().serving.has(row) {
            found.add(finding(cx, row, activity, day));
        }
    }
}

fn finding(cx: &Cx<'_>, request: Row<Request>, activity: Row<Activity>, day: Day) -> Finding {
    let at = cx.book.requests.row_at(request);
    let message = say!(
        "{request} is not answered, and {activity}, which should serve it on {day}, was cancelled",
        "{request} 还没有答复，而原定 {day} 为它开展的 {activity} 已取消",
        request = cx.id(request),
        activity = cx.id(activity),
        day = day
    );
    let help = say!(
        "plan another activity with {request} under 'request'; or answer it: write answered or declined under 'status' in {place}, and fill in 'answered' and 'answer'",
        "另外安排一次活动，在“服务需求”写 {request}；或答复该需求：在 {place}的“状态”写 已答复 或 已说明，并填写“答复日期”和“答复”",
        request = cx.id(request),
        place = place(cx, at)
    );
    let finding = Finding::new(cx.record(request), at, message).help(help);
    finding.related(cx.book.activities.at(activity, Activity::status), say!("cancelled here", "在这里取消"))
}
