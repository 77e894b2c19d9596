//! A002: nobody serves while on leave.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::leaves::Leave;
use crate::tables::participations::Participation;
use crate::value::Row;

use super::attended::{Attended, each, is_held};

/// A002.
pub static RULE: Rule = Rule {
    code: "A002",
    name: "on-leave",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A volunteer attended an activity while on leave.", "志愿者在暂离期间参加了活动。"),
    why: t(
        "Whoever is on leave is not counted on: one of the two records, the leave or the participation, is not as it was.",
        "暂离的人不计入可用人数：暂离和参加这两条记录，总有一条与实际不符。",
    ),
    mend: t(
        "If the volunteer was back, end the leave on the day before. If the volunteer did not come, set the status of the participation to absent.",
        "如果已经回来，把暂离的结束日期写成前一天。如果没有来，把参加记录的状态改为“缺席”。",
    ),
    thresholds: &[],
    reads: Needs::of(DOUBTFUL),
    speaks_of: SpeaksOf::records(&[TableId::PARTICIPATIONS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- leaves.csv
volunteer,from,to,reason
v1,2026-03-01,2026-03-31,away for work
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,2,patrol,security,Night patrol,10,held
-- participations.csv
activity,volunteer,hours,status
a1,v1,2,attended
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if cx.book.leaves.is_empty() {
        return;
    }
    let history = cx.book.history();
    found.extend(each(cx, is_held, |attended| {
        let leave = history.leave(cx.book, attended.volunteer, attended.day)?;
        finding(cx, attended, leave)
    }));
}

fn finding(cx: &Cx<'_>, attended: &Attended, row: Row<Leave>) -> Option<Finding> {
    let (leave, day) = (cx.book.leaves.get(row)?, attended.day);
    let from = leave.from.get()?;
    let at = cx.book.participations.at(attended.row, Participation::volunteer);
    let until = match leave.to.get() {
        Some(to) => say!("from {from} to {to}", "{from} 至 {to}", from = from, to = to),
        None => say!("from {from} on", "{from} 起", from = from),
    };
    let message = say!(
        "{who} attended {activity} on {day}, while on leave {until}",
        "{who}在 {day} 参加了 {activity}，当天却在暂离（{until}）",
        who = cx.who(attended.volunteer),
        activity = cx.id(attended.activity),
        day = day,
        until = until
    );
    let volunteer = cx.id(attended.volunteer);
    let help = if from < day {
        say!(
            "if {volunteer} was back, write {end} under 'to' of the leave; if {volunteer} did not come, write absent under 'status' of the participation",
            "如果 {volunteer} 已经回来，在暂离的“结束日期”写 {end}；如果 {volunteer} 没有来，在参加记录的“状态”写 缺席",
            volunteer = volunteer,
            end = day.plus(-1)
        )
    } else if leave.to.get().is_none_or(|to| day < to) {
        say!(
            "if the leave began only afterwards, write {begin} under its 'from'; if {volunteer} did not come, write absent under 'status' of the participation",
            "如果暂离在这以后才开始，在它的“起始日期”写 {begin}；如果 {volunteer} 没有来，在参加记录的“状态”写 缺席",
            volunteer = volunteer,
            begin = day.plus(1)
        )
    } else {
        say!(
            "if {volunteer} was there, delete the leave of that one day; if not, write absent under 'status' of the participation",
            "如果 {volunteer} 来了，删去这一天的暂离；如果没有来，在参加记录的“状态”写 缺席",
            volunteer = volunteer
        )
    };
    // One leave that is not as it was is one cause; where it ended is told by the first day that speaks against it.
    Some(
        Finding::new(cx.record_at(at), at, message)
            .cause(row.number.to_string())
            .reaching(from.since(day))
            .related(cx.book.leaves.at(row, Leave::from), say!("the leave", "暂离"))
            .help(help),
    )
}
