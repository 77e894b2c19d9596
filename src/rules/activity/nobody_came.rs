//! A007: an activity that was held has somebody who held it.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SERVICES, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::value::{Count, Row, Target};

use super::attended::is_held;

/// A007.
pub static RULE: Rule = Rule {
    code: "A007",
    name: "nobody-came",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("An activity was held, and nobody is recorded as having taken part.", "活动已开展，却没有任何人参加的记录。"),
    why: t(
        "Without anyone there is no service: either the participations were never written down, or the activity did not take place.",
        "没有人就没有服务：要么漏记了参加记录，要么活动没有开展。",
    ),
    mend: t(
        "Add who took part, or write under headcount how many did besides the named ones; or set the status to cancelled.",
        "补记参加的人，或在“其他参加人数”写未列名的人数；活动没有开展的，把状态改为“已取消”。",
    ),
    thresholds: &[],
    reads: Needs::of(SERVICES),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,headcount,status
a1,2026-03-05,2,patrol,security,Night patrol,10,,held
-- participations.csv
activity,volunteer,hours,status
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Participation::TARGET) {
        return;
    }
    let mut somebody = vec![false; cx.book.activities.len()];
    for (_, participation) in cx.book.participations.iter() {
        if participation.attended() == Some(true)
            && let Some(slot) = participation.activity.get().and_then(|activity| somebody.get_mut(activity.index()))
        {
            *slot = true;
        }
    }
    for ((row, activity), somebody) in cx.book.activities.iter().zip(somebody) {
        let others = activity.headcount.is_broken() || activity.headcount.get().is_some_and(|n| n > Count(0));
        // One that is yet to come is found by held-in-future.
        let is_to_come = activity.date.get().is_some_and(|day| day > cx.ask.today);
        if !somebody && is_held(&activity) && !others && !is_to_come && !cx.book.unsure().participations.has(row) {
            found.add(finding(cx, row));
        }
    }
}

fn finding(cx: &Cx<'_>, row: Row<Activity>) -> Finding {
    let id = cx.id(row);
    let listed: Vec<Row<Participation>> = cx.book.facts().of_activity(cx.book, row).map(|(row, _)| row).collect();
    let at = cx.book.activities.at(row, Activity::status);
    let help = say!(
        "add a participation for each who came, or write under 'headcount' how many came; if {activity} did not take place, write cancelled under 'status'",
        "给每个到场的人补一条参加记录，或在“其他参加人数”写到场人数；如果 {activity} 没有开展，在“状态”写 已取消",
        activity = id
    );
    let Some(first) = listed.first() else {
        let message = say!("{activity} was held, and it has no participations", "{activity} 已开展，却没有参加记录", activity = id);
        return Finding::new(cx.record(row), at, message).help(help);
    };
    let message = say!(
        "{activity} was held, and none of its {listed} says attended",
        "{activity} 已开展，而它的 {listed} 条参加记录都不是“已参加”",
        activity = id,
        listed = count(listed.len(), "participation", "participations")
    );
    Finding::new(cx.record(row), at, message)
        .related(cx.book.participations.at(*first, Participation::status), say!("here is the first of them", "这是其中第一条"))
        .help(say!(
            "write attended under 'status' for each who came, or write under 'headcount' how many came; if {activity} did not take place, write cancelled under 'status'",
            "把到场的人的参加记录“状态”改为 已参加，或在“其他参加人数”写到场人数；如果 {activity} 没有开展，在“状态”写 已取消",
            activity = id
        ))
}
