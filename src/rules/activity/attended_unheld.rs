//! A013: nobody attends what was not held.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::participations::Participation;
use crate::value::fixed::Fixed;

use super::attended::{Attended, each};

/// A013.
pub static RULE: Rule = Rule {
    code: "A013",
    name: "attended-unheld",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A volunteer attended an activity that is planned or cancelled.", "志愿者参加了状态为“计划”或“已取消”的活动。"),
    why: t(
        "Only what was held and attended counts, so these hours are lost if the activity did take place. A status left empty means attended.",
        "只有已开展、已参加的才计入统计：如果活动确实开展了，这些时长就丢了。参加记录的状态留空表示已参加。",
    ),
    mend: t(
        "If the activity took place, set its status to held. If people have only signed up, write signed-up under the status of their participations.",
        "如果活动已经开展，把活动的状态改为“已开展”。如果只是报名，把参加记录的状态写成“已报名”。",
    ),
    thresholds: &[],
    reads: Needs::of(DOUBTFUL),
    speaks_of: SpeaksOf::records(&[TableId::PARTICIPATIONS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,status
a1,2026-07-05,2,patrol,security,Night patrol,planned
-- participations.csv
activity,volunteer,hours,status
a1,v1,2,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let wanted = |activity: &Activity| activity.status.get().is_some_and(|status| status != ActivityStatus::Held);
    found.extend(each(cx, wanted, |attended| finding(cx, attended)));
}

fn finding(cx: &Cx<'_>, attended: &Attended) -> Option<Finding> {
    let status = cx.book.activities.get(attended.activity)?.status.get()?;
    let is_written = cx.book.participations.get(attended.row)?.status.get().is_some();
    let at = cx.book.participations.at(attended.row, Participation::status);
    let (activity, day) = (cx.id(attended.activity), attended.day);
    let why = if is_written { t("", "") } else { t(": an empty status means attended", "（参加记录的状态留空表示已参加）") };
    let message = say!(
        "{who} attended {activity}, which is {status}{why}",
        "{who}参加了 {activity}，而 {activity} 的状态是“{status}”{why}",
        who = cx.who(attended.volunteer),
        activity = activity,
        status = status.spoken(),
        why = why
    );
    let help = if day > cx.ask.today {
        say!(
            "write signed-up under 'status' of the participation: {activity} is to come on {day}",
            "在参加记录的“状态”写 已报名：{activity} 要到 {day} 才开展",
            activity = activity,
            day = day
        )
    } else {
        say!(
            "if {activity} took place, write held under its 'status'; if not, write signed-up under 'status' of the participation",
            "如果 {activity} 已经开展，在活动的“状态”写 已开展；如果没有，在参加记录的“状态”写 已报名",
            activity = activity
        )
    };
    let said = say!("the status of {activity}", "{activity} 的状态", activity = activity);
    let finding = Finding::new(cx.record_at(at), at, message).cause(activity);
    Some(finding.related(cx.book.activities.at(attended.activity, Activity::status), said).help(help))
}
