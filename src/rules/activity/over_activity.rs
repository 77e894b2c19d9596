//! A004: nobody gives more hours than the activity has.

use crate::book::doubts::are_over;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::value::{Amount, Field, Row};

use super::attended::{in_doubt, participant, with_unit};

/// A004.
pub static RULE: Rule = Rule {
    code: "A004",
    name: "over-activity",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A participation has more hours than the activity.", "参加记录的服务时长比活动的还长。"),
    why: t(
        "The hours of an activity are its length: whoever was there to the end gave as many, whoever left early fewer, and nobody more.",
        "活动的服务时长就是它的长度：自始至终在场的人与它相同，早走的人少一些，没有人会更多。",
    ),
    mend: t(
        "Correct the hours of the participation, or, if the activity lasted longer, those of the activity.",
        "改正参加记录的服务时长；如果活动实际更长，改正活动的服务时长。",
    ),
    thresholds: &[],
    reads: Needs::of(DOUBTFUL),
    speaks_of: SpeaksOf::records(&[TableId::PARTICIPATIONS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,2,patrol,security,Night patrol,10,held
-- participations.csv
activity,volunteer,hours
a1,v1,2.5
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let lengths: Vec<Field<Amount>> = cx.book.activities.iter().map(|(_, activity)| activity.hours).collect();
    found.extend(in_doubt(cx, |row, participation| {
        let activity = participation.activity.get()?;
        let most = lengths.get(activity.index()).and_then(|hours| hours.get())?;
        let hours = participation.hours.get().filter(|hours| are_over(*hours, most))?;
        Some(finding(cx, row, &participation, activity, hours, most))
    }));
}

fn finding(cx: &Cx<'_>, row: Row<Participation>, participation: &Participation, activity: Row<Activity>, hours: Amount, most: Amount) -> Finding {
    let at = cx.book.participations.at(row, Participation::hours);
    let message = say!(
        "{who} has {hours} in {activity}, and {activity} has only {most}",
        "{who}在 {activity} 的服务时长是 {hours}，而 {activity} 只有 {most}",
        who = participant(cx, row, participation),
        hours = with_unit(hours),
        activity = cx.id(activity),
        most = with_unit(most)
    );
    // The same hours for all who came: it is the activity that is too short, or the list that is wrong.
    Finding::new(cx.record_at(at), at, message)
        .cause(format!("{} {hours}", activity.number))
        .related(cx.book.activities.at(activity, Activity::hours), say!("the length of {activity}", "{activity} 的时长", activity = cx.id(activity)))
        .help(say!(
            "write {most} or less under 'hours' of the participation; if {activity} lasted longer, write {hours} or more under 'hours' of the activity",
            "在参加记录的“服务时长”写 {most} 或更少；如果 {activity} 实际更长，在活动的“服务时长”写 {hours} 或更多",
            most = most,
            hours = hours,
            activity = cx.id(activity)
        ))
}
