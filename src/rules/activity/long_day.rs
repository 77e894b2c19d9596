//! A006: no day has more than 24 hours.

use crate::book::Attendance;
use crate::book::doubts::{are_long_day, total};
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SERVICES, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Row};

use super::attended::{are_possible, by_volunteer, with_unit};

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
    reads: Needs::of(SERVICES),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS]),
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
    found.extend(by_volunteer(cx, |volunteer, attended, found| {
        let days = attended.chunk_by(|(a, _), (b, _)| a == b).filter(|day| day.len() > 1);
        found.extend(days.filter_map(|day| judge(cx, volunteer, day)));
    }));
}

fn judge(cx: &Cx<'_>, volunteer: Row<Volunteer>, rows: &[Attendance]) -> Option<Finding> {
    let participations = &cx.book.participations;
    if !are_long_day(cx.book, rows) {
        return None;
    }
    let hours = |row: Row<Participation>| participations.get(row)?.hours.get().filter(|hours| are_possible(*hours));
    let total = total(cx.book, rows);
    let counted: Vec<(Row<Participation>, Amount)> = rows.iter().filter_map(|(_, row)| Some((*row, hours(*row)?))).collect();
    let ((day, _), ((last, _), others)) = (rows.first()?, counted.split_last()?);
    let message = say!(
        "{who} has {total} on {day}, in {activities}",
        "{who}在 {day} 的服务时长合计 {total}，共 {activities} 次活动",
        who = cx.who(volunteer),
        total = with_unit(total),
        day = day,
        activities = count(counted.len(), "activity", "activities")
    );
    let mut finding = Finding::new(cx.record(volunteer), participations.at(*last, Participation::hours), message);
    for (row, hours) in others.iter().take(SHOWN) {
        let activity = participations.get(*row)?.activity.get()?;
        let said = say!("{hours} in {activity}", "{activity} 有 {hours}", hours = with_unit(*hours), activity = cx.id(activity));
        finding = finding.related(participations.at(*row, Participation::hours), said);
    }
    Some(finding.help(say!(
        "that is {over} too many: correct 'hours' of one of these participations, or 'date' of an activity that was on another day, or delete what was entered twice",
        "多出 {over}：改正其中一条参加记录的“服务时长”，或改正不在这一天的活动的“日期”，或删去重复的记录",
        over = with_unit(total - Amount::whole(24))
    )))
}
