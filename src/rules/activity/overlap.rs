//! A005: nobody gives more hours than there is time.

use crate::book::Attendance;
use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::waiver;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SERVICES, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Row, Time};

use super::attended::{are_possible, by_volunteer, with_unit};
use super::crowded::{self, crowded};

/// A005.
pub static RULE: Rule = Rule {
    code: "A005",
    name: "overlap",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t(
        "A volunteer attended activities whose times overlap, and the hours given in them do not fit into these times.",
        "志愿者参加的几次活动时间重叠，所记的服务时长在这段时间里排不下。",
    ),
    why: t(
        "Nobody serves in two places at once, and the same hours must not be counted twice. Whoever left one early or came late to another          may have been at both: then the hours of the participations say so, and fit. Activities that only touch do not overlap; without a          start nothing is said. An activity lasts from its start for as long as its hours, past midnight, too.",
        "一个人不能同时在两处服务，同一段时间也不能计算两次。提前离开一处、再去另一处的，两次都可以参加，只要参加记录的服务时长如实填写、排得下。\
         首尾相接不算重叠；没有开始时间的不作判断。活动从开始时间算起，持续其服务时长，可以跨过半夜。",
    ),
    mend: t(
        "Write the hours really given in the participations; set the status of one to absent if the volunteer was not there; or correct the start or the hours of an activity. If it is true all the same, write a waiver.",
        "在参加记录里写实际服务的时长；没有到场的，把那条参加记录的状态改为“缺席”；活动时间有误的，改正“开始时间”或“服务时长”。如果确实属实，写一条豁免。",
    ),
    thresholds: &[],
    reads: Needs::of(SERVICES),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS]),
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

/// The minutes of a day.
const DAY: i64 = 24 * 60;

/// Times are counted in units of which a minute has so many, and a ten-thousandth of an hour three: all whole numbers.
const MINUTE: i64 = 500;

/// When somebody was at an activity, and how long, counted from the midnight before a certain day.
struct Stay {
    time: crowded::Stretch,
    hours: Amount,
    row: Row<Participation>,
    activity: Row<Activity>,
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.extend(by_volunteer(cx, |volunteer, attended, found| {
        // Only activities of one day, or of two that follow each other, can overlap: the times of few are looked up.
        for near in attended.chunk_by(|(a, _), (b, _)| b.since(*a) <= 1).filter(|near| near.len() > 1) {
            let Some(first) = near.first().map(|(day, _)| *day) else { continue };
            let mut stays: Vec<Stay> = near.iter().filter_map(|day_of| stay(cx, first, *day_of)).collect();
            stays.sort_unstable_by_key(|stay| (stay.time.from, stay.time.to, stay.row));
            overlaps(cx, volunteer, first, &stays, found);
        }
    }));
}

/// Looks at those that reach into each other, one lot after the other: what fits into each fits into all.
fn overlaps(cx: &Cx<'_>, volunteer: Row<Volunteer>, first: Day, mut stays: &[Stay], found: &mut Vec<Finding>) {
    while let Some(earliest) = stays.first() {
        let mut end = earliest.time.to;
        let lot = stays.iter().take_while(|stay| {
            let reaches = stay.time.from < end;
            end = end.max(stay.time.to);
            reaches
        });
        let (lot, rest) = stays.split_at_checked(lot.count()).unwrap_or((stays, &[]));
        stays = rest;
        if lot.len() > 1 {
            let times: Vec<crowded::Stretch> = lot.iter().map(|stay| stay.time).collect();
            found.extend(crowded(&times).into_iter().filter_map(|(from, to)| finding(cx, volunteer, first, from, to, lot)));
        }
    }
}

/// The time of the activity, and how much of it the volunteer stayed. A minute of each is left out of account, so that an hour and 40
/// minutes written 1.67 is no more than that.
fn stay(cx: &Cx<'_>, first: Day, (day, row): Attendance) -> Option<Stay> {
    let participation = cx.book.participations.get(row)?;
    let activity = participation.activity.get()?;
    let record = cx.book.activities.get(activity)?;
    let most = record.hours.get().filter(|hours| are_possible(*hours))?;
    let hours = participation.hours.get().filter(|hours| are_possible(*hours))?.min(most);
    let from = (day.since(first) * DAY + i64::from(record.start.get()?.0)) * MINUTE;
    let given = hours.ten_thousandths() * 3 - MINUTE;
    Some(Stay { time: crowded::Stretch { from, to: from + most.ten_thousandths() * 3, given }, hours, row, activity })
}

/// So many activities are named in the message; all are in the findings of `json`.
const NAMED: usize = 5;

fn finding(cx: &Cx<'_>, volunteer: Row<Volunteer>, first: Day, from: i64, to: i64, lot: &[Stay]) -> Option<Finding> {
    let within: Vec<&Stay> = lot.iter().filter(|stay| from <= stay.time.from && stay.time.to <= to).collect();
    let last = within.last()?;
    let mut named: Vec<Text> = within.iter().take(NAMED).map(|stay| told(cx, first, stay)).collect();
    if let Some(more) = within.len().checked_sub(NAMED).filter(|more| *more > 0) {
        named.push(say!("and {n} more", "另有 {n} 次", n = more));
    }
    let message = say!(
        "{who} gave {sum}, which do not fit into {when}: {all}",
        "{who}在 {when} 之间记了 {sum}，时间排不下：{all}",
        who = cx.who(volunteer),
        sum = with_unit(within.iter().map(|stay| stay.hours).sum()),
        when = when(first, from, to),
        all = Text::list(named)
    );
    let ids: Vec<&str> = within.iter().map(|stay| cx.id(stay.activity)).collect();
    // All who attended the same activities do so for one reason.
    let mut finding = Finding::new(cx.record(volunteer), cx.book.participations.at(last.row, Participation::activity), message).cause(ids.join(" "));
    for stay in &within {
        let said = say!("{a} begins here", "{a} 的开始时间", a = cx.id(stay.activity));
        finding = finding.related(cx.book.activities.at(stay.activity, Activity::start), said);
    }
    Some(finding.help(say!(
        "write the hours really given under 'hours' of the participations, for whoever left early or came late; absent under 'status' of one if \
         {volunteer} was not there; if a time is wrong, correct 'start' or 'hours' of the activity; if it is true all the same, add to the end \
         of rollbook.toml the four lines {waiver}",
        "提前离开或晚到的，在参加记录的“服务时长”写实际时长；{volunteer} 没有到场的，在那条参加记录的“状态”写 缺席；活动时间有误的，改正其“开始时间”或“服务时长”；\
         如果确实属实，在 rollbook.toml 末尾加四行：{waiver}",
        volunteer = cx.id(volunteer),
        waiver = waiver("overlap", &cx.record(volunteer).unwrap_or_default(), t("both are true", "情况属实"))
    )))
}

/// An activity with its time, and what was given.
fn told(cx: &Cx<'_>, first: Day, stay: &Stay) -> Text {
    say!(
        "{a} ({when}, {hours})",
        "{a}（{when}，{hours}）",
        a = cx.id(stay.activity),
        hours = with_unit(stay.hours),
        when = when(first, stay.time.from, stay.time.to)
    )
}

/// A time as people say it: `2026-03-05 08:00 to 10:00`, with the second day where it is another.
fn when(first: Day, from: i64, to: i64) -> Text {
    let clock = |minutes: i64| Time(u16::try_from(minutes).unwrap_or_default());
    let (from, to) = (from / MINUTE, to / MINUTE);
    let day = |minutes: i64| first.plus(minutes.div_euclid(DAY));
    let (begin, end) = (clock(from.rem_euclid(DAY)), to - from.div_euclid(DAY) * DAY);
    if end <= DAY {
        say!("{from} {begin} to {end}", "{from} {begin} 至 {end}", from = day(from), begin = begin, end = clock(end))
    } else {
        say!(
            "{from} {begin} to {to} {end}",
            "{from} {begin} 至 {to} {end}",
            from = day(from),
            begin = begin,
            to = day(to),
            end = clock(to.rem_euclid(DAY))
        )
    }
}
