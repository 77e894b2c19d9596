//! A006: no day has more than 24 hours.

use super::attended::{Attended, are_possible, by_volunteer};
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::{count, t};
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Row};

/// A006.
pub static RULE: Rule = Rule {
    code: "A006",
    name: "long-day",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A volunteer has more than 24 hours in a day, all activities together.", "志愿者一天的服务时长合计超过 24 小时。"),
    why: t(
        "Each participation may look right by itself and the day still be impossible: an activity entered twice under two ids, or a wrong date.",
        "每一条参加记录单独看都没有问题，合起来却不可能：也许同一次活动用两个编号记了两遍，也许日期写错了。",
    ),
    mend: t(
        "Look at the activities of that day: correct a date or the hours, or delete what was entered twice.",
        "核对当天的各次活动：改正日期或服务时长，或删去重复的记录。",
    ),
    thresholds: &[],
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,16,patrol,security,Flood watch,10,held
a2,2026-03-05,9,repair,repair,Sandbags,4,held
-- participations.csv
activity,volunteer,hours
a1,v1,16
a2,v1,9
",
    check: Check::Book(check),
};

/// So many of the day's rows are shown.
const SHOWN: usize = 20;

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.0.extend(by_volunteer(cx, |volunteer, attended, found| {
        let days = attended.chunk_by(|a, b| a.day == b.day).filter(|day| day.len() > 1);
        found.extend(days.filter_map(|day| judge(cx, volunteer, day)));
    }));
}

fn judge(cx: &Cx<'_>, volunteer: Row<Volunteer>, day: &[Attended]) -> Option<Finding> {
    // Hours that are impossible in themselves have a finding of their own, and nothing follows from them.
    let hours = |attended: &Attended| cx.book.participations.get(attended.row)?.hours.get().filter(|hours| are_possible(*hours));
    let total: Amount = day.iter().filter_map(hours).sum();
    if total <= Amount::whole(24) {
        return None;
    }
    let counted: Vec<(&Attended, Amount)> = day.iter().filter_map(|attended| Some((attended, hours(attended)?))).collect();
    let ((last, last_hours), others) = counted.split_last()?;
    let message = say!(
        "{who} has {total} hours on {day}, in {activities}",
        "{who}在 {day} 的服务时长合计 {total} 小时，共 {activities} 次活动",
        who = cx.who(volunteer),
        total = total,
        day = last.day,
        activities = count(counted.len(), "activity", "activities")
    );
    let place = |attended: &Attended| cx.book.participations.at(attended.row, "hours");
    let mut finding = Finding::new(cx.record(volunteer), place(last), message);
    for (attended, hours) in others.iter().take(SHOWN) {
        let said = say!("and {hours} in {activity}", "{activity} 有 {hours} 小时", hours = hours, activity = cx.id(attended.activity));
        finding = finding.related(place(attended), said);
    }
    let over = total - Amount::whole(24);
    Some(finding.help(say!(
        "these are {over} too many: correct 'hours' of a participation (here {hours}), correct 'date' of an activity that was on another day, or delete what was entered twice",
        "多出 {over} 小时：改正参加记录的“服务时长”（此处为 {hours}），或改正不在这一天的活动的“日期”，或删去重复的记录",
        over = over,
        hours = last_hours
    )))
}
