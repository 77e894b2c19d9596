//! A005: nobody is in two places at once.

use super::attended::{are_possible, by_volunteer};
use crate::book::Attendance;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::{Text, t};
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row, Time};

/// A005.
pub static RULE: Rule = Rule {
    code: "A005",
    name: "overlap",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A volunteer attended two activities whose times overlap.", "志愿者参加了两次时间重叠的活动。"),
    why: t(
        "Nobody serves in two places at once, and the same hours must not be counted twice. Activities that only touch do not overlap; \
         without a start nothing is said. An activity lasts from its start for as long as its hours, past midnight, too.",
        "一个人不能同时在两处服务，同一段时间也不能计算两次。首尾相接不算重叠；没有开始时间的不作判断。活动从开始时间算起，持续其服务时长，可以跨过半夜。",
    ),
    mend: t(
        "Correct the start or the hours of one of the activities, or, if the volunteer was at one of them only, set the status of the other participation to absent.",
        "改正其中一次活动的开始时间或服务时长；如果本人只参加了其中一次，把另一条参加记录的状态改为“缺席”。",
    ),
    thresholds: &[],
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,start,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,08:00,2,patrol,security,Morning patrol,10,held
a2,2026-03-05,09:30,1,repair,repair,Lamp repair,4,held
-- participations.csv
activity,volunteer,hours,status
a1,v1,2,attended
a2,v1,1,attended
",
    check: Check::Book(check),
};

/// An attendance is told against at most so many later ones: rows that all have the same start would make the square of their number.
const MOST: usize = 100;

/// The minutes of a day.
const DAY: i64 = 24 * 60;

/// When somebody was at an activity, in minutes from the midnight before a certain day.
struct Stretch {
    from: i64,
    to: i64,
    day: Day,
    row: Row<Participation>,
    activity: Row<Activity>,
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.extend(by_volunteer(cx, |volunteer, attended, found| {
        // Only activities of one day, or of two that follow each other, can overlap: the times of few are looked up.
        for near in attended.chunk_by(|(a, _), (b, _)| b.since(*a) <= 1).filter(|near| near.len() > 1) {
            overlaps(cx, volunteer, near, found);
        }
    }));
}

fn overlaps(cx: &Cx<'_>, volunteer: Row<Volunteer>, near: &[Attendance], found: &mut Vec<Finding>) {
    let Some(first) = near.first().map(|(day, _)| *day) else { return };
    let mut stretches: Vec<Stretch> = near.iter().filter_map(|day_of| stretch(cx, first, *day_of)).collect();
    stretches.sort_unstable_by_key(|stretch| (stretch.from, stretch.to, stretch.row));
    let mut rest = stretches.as_slice();
    while let Some((earlier, others)) = rest.split_first() {
        let within = others.iter().take_while(|later| later.from < earlier.to);
        found.extend(within.take(MOST).map(|later| finding(cx, volunteer, first, earlier, later)));
        rest = others;
    }
}

/// The time of the activity, whatever part of it the volunteer stayed; whole minutes, so that an hour and 40 minutes written 1.67 is no more than that.
fn stretch(cx: &Cx<'_>, first: Day, (day, row): Attendance) -> Option<Stretch> {
    let activity = cx.book.participations.get(row)?.activity.get()?;
    let record = cx.book.activities.get(activity)?;
    let hours = record.hours.get().filter(|hours| are_possible(*hours))?;
    let from = day.since(first) * DAY + i64::from(record.start.get()?.0);
    Some(Stretch { from, to: from + hours.ten_thousandths() * 60 / 10_000, day, row, activity })
}

fn finding(cx: &Cx<'_>, volunteer: Row<Volunteer>, first: Day, earlier: &Stretch, later: &Stretch) -> Finding {
    let (a, b) = (cx.id(earlier.activity), cx.id(later.activity));
    let message = say!(
        "{who} attended {a}, {a_time}, and {b}, {b_time}: the times overlap",
        "{who}参加了 {a}（{a_time}）和 {b}（{b_time}），时间重叠",
        who = cx.who(volunteer),
        a = a,
        a_time = when(first, earlier),
        b = b,
        b_time = when(first, later)
    );
    let activities = &cx.book.activities;
    // All who attended both of two activities do so for one reason.
    Finding::new(cx.record(volunteer), cx.book.participations.at(later.row, "activity"), message)
        .cause(format!("{a} {b}"))
        .related(activities.at(earlier.activity, "start"), say!("{a} begins here", "{a} 的开始时间", a = a))
        .related(activities.at(later.activity, "start"), say!("{b} begins here", "{b} 的开始时间", b = b))
        .help(say!(
            "if {volunteer} was at one of them only, write absent under 'status' of the participation in the other; if a time is wrong, correct 'start' or 'hours' of {a} or {b}",
            "如果 {volunteer} 只参加了其中一次，在另一条参加记录的“状态”写 缺席；如果时间有误，改正 {a} 或 {b} 的“开始时间”或“服务时长”",
            volunteer = cx.id(volunteer),
            a = a,
            b = b
        ))
}

/// A stretch as people say it: `2026-03-05 08:00 to 10:00`, with the second day where it is another.
fn when(first: Day, stretch: &Stretch) -> Text {
    let clock = |minutes: i64| Time(u16::try_from(minutes).unwrap_or_default());
    let from = stretch.day;
    let to = stretch.to - from.since(first) * DAY;
    let begin = clock(stretch.from.rem_euclid(DAY));
    if to <= DAY {
        say!("{from} {begin} to {end}", "{from} {begin} 至 {end}", from = from, begin = begin, end = clock(to))
    } else {
        say!("{from} {begin} to {to} {end}", "{from} {begin} 至 {to} {end}", from = from, begin = begin, to = from.plus(1), end = clock(to - DAY))
    }
}
