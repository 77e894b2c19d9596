//! A003: hours are more than 0 and at most 24.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::value::{Amount, Row};

use super::attended::{are_possible, in_doubt, participant, written};

/// A003.
pub static RULE: Rule = Rule {
    code: "A003",
    name: "bad-hours",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("The hours of an activity or of a participation are 0, or more than 24.", "活动或参加记录的服务时长为 0，或超过 24 小时。"),
    why: t(
        "An activity takes place on one day, and its length is time really given: nothing lasts no time, and no day has more than 24 hours.",
        "一次活动在一天之内，服务时长是实际付出的时间：没有不花时间的活动，一天也不会超过 24 小时。",
    ),
    mend: t(
        "Write the hours really given, such as 2 or 1.5. What lasted for days is an activity for each day. Whoever did not come is absent or excused; \
         their hours are planned ones, and may be 0.",
        "写实际付出的小时数，如 2 或 1.5。持续多天的，每天记一次活动。没有来的人，状态写“缺席”或“请假”；其时长只是计划，可以写 0。",
    ),
    thresholds: &[],
    reads: Needs::of(DOUBTFUL),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES, TableId::PARTICIPATIONS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,26,patrol,security,Night patrol,10,held
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for (row, activity) in cx.book.activities.iter() {
        if let Some(hours) = activity.hours.get().filter(|hours| !are_possible(*hours)) {
            found.add(of_activity(cx, row, hours));
        }
    }
    found.extend(in_doubt(cx, |row, participation| {
        let hours = participation.hours.get().filter(|hours| !are_possible(*hours))?;
        // Whoever did not come gave no hours: nothing speaks against saying so.
        let may_be_none = hours == Amount::ZERO && participation.attended() != Some(true);
        (!may_be_none).then(|| of_participation(cx, row, &participation, hours))
    }));
}

fn of_activity(cx: &Cx<'_>, row: Row<Activity>, hours: Amount) -> Finding {
    let message = say!(
        "{activity} has {hours} hours: they must be more than 0 and at most 24",
        "{activity} 的服务时长是 {hours} 小时，应大于 0，不超过 24",
        activity = cx.id(row),
        hours = hours
    );
    let help = if hours > Amount::ZERO {
        say!(
            "write under 'hours' how long it lasted, such as 2 or 1.5; if it lasted for days, write an activity for each day",
            "在“服务时长”写它实际的小时数，如 2 或 1.5；如果持续多天，每天记一次活动"
        )
    } else {
        say!("write under 'hours' how long it lasted or is to last, such as 2 or 1.5", "在“服务时长”写它实际或计划的小时数，如 2 或 1.5")
    };
    Finding::new(cx.record(row), cx.book.activities.at(row, Activity::hours), message).help(help)
}

fn of_participation(cx: &Cx<'_>, row: Row<Participation>, participation: &Participation, hours: Amount) -> Finding {
    let at = cx.book.participations.at(row, Participation::hours);
    let message = say!(
        "{who} has {hours} hours in {activity}: they must be more than 0 and at most 24",
        "{who}在 {activity} 的服务时长是 {hours} 小时，应大于 0，不超过 24",
        who = participant(cx, row, participation),
        activity = written(cx, row).0,
        hours = hours
    );
    let activity = participation.activity.get().and_then(|row| Some((row, cx.book.activities.get(row)?.hours.get()?)));
    let most = activity.filter(|(_, hours)| are_possible(*hours)).map_or(Amount::whole(24), |(_, hours)| hours);
    let help = if hours > Amount::ZERO {
        say!("write under 'hours' the time really given, at most {most}", "在“服务时长”写实际付出的小时数，最多 {most}", most = most)
    } else {
        say!(
            "write under 'hours' the time really given, at most {most}; if the volunteer did not come, write absent under 'status'",
            "在“服务时长”写实际付出的小时数，最多 {most}；如果本人没有来，在“状态”写 缺席",
            most = most
        )
    };
    Finding::new(cx.record_at(at), at, message).help(help).cause(format!("{hours} {most}"))
}
