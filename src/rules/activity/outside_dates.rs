//! A010: a team holds activities while it exists, a volunteer attends them while being one.

use crate::book::doubts::{Outside, outside, outside_team};
use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{before_word, on};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::tables::Col;
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row};

use super::attended::{Attended, each, is_held};

/// A010.
pub static RULE: Rule = Rule {
    code: "A010",
    name: "outside-dates",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t(
        "An activity lies outside its team's dates, or an attendance outside the volunteer's.",
        "活动不在服务队存续的日期之内，或参加不在志愿者加入至退出的日期之内。",
    ),
    why: t(
        "A team that is not yet founded or already closed holds nothing, and nobody attends before joining or after having left: one of the dates is wrong.",
        "尚未成立或已经撤销的服务队不会开展活动，没有加入或已经退出的人不会参加：总有一个日期写错了。",
    ),
    mend: t(
        "Correct the date of the activity, or the dates of the team or volunteer. The days under founded, closed, joined and left are inside; \
         a year or month alone stands for its first day under founded and joined, for its last under closed and left. What was planned before the closing may be cancelled after it.",
        "改正活动的日期，或服务队、志愿者的日期。成立、撤销、加入、退出的当天都算在内；只写年或年月的，成立、加入指其第一天，撤销、退出指其最后一天。撤销前定下、后来取消的活动不在此列。",
    ),
    thresholds: &[],
    reads: Needs::of(DOUBTFUL),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES, TableId::PARTICIPATIONS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
closed = 2026-01-31
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,2,patrol,security,Night patrol,10,held
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for (row, activity) in cx.book.activities.iter() {
        found.extend(of_activity(cx, row, &activity));
    }
    found.extend(each(cx, is_held, |attended| of_volunteer(cx, attended)));
}

fn of_activity(cx: &Cx<'_>, row: Row<Activity>, activity: &Activity) -> Option<Finding> {
    let (team, day, outside) = (activity.team.get()?, activity.date.get()?, outside_team(cx.book, activity)?);
    let (what, id) = (cx.id(row), cx.id(team));
    let (column, message, said) = match outside {
        Outside::Before(founded) => {
            let message = say!(
                "{activity} is dated {day}, and team {team} was founded on {founded}",
                "{activity} 的日期是 {day}，而服务队 {team} 成立于 {founded}",
                activity = what,
                day = day,
                team = id,
                founded = on(cx, cx.book.teams.at(team, Team::founded), founded)
            );
            (Team::founded, message, say!("founded here", "成立时间"))
        }
        Outside::After(closed) => {
            let message = say!(
                "{activity} is dated {day}, and team {team} was closed on {closed}",
                "{activity} 的日期是 {day}，而服务队 {team} 已于 {closed}撤销",
                activity = what,
                day = day,
                team = id,
                closed = before_word(&on(cx, cx.book.teams.at(team, Team::closed), closed))
            );
            (Team::closed, message, say!("closed here", "撤销时间"))
        }
    };
    let (help, code) = (team_help(cx, team, column, day), column.column.code);
    let finding = Finding::new(cx.record(row), cx.book.activities.at(row, Activity::date), message);
    Some(finding.cause(format!("{id} {code}")).reaching(reach(column == Team::founded, day)).related(cx.book.teams.at(team, column), said).help(help))
}

/// How far a date must be moved, so that of all days outside of it the farthest is told.
fn reach(is_before: bool, day: Day) -> i64 {
    let days = day.since(Day::MIN);
    if is_before { -days } else { days }
}

fn team_help(cx: &Cx<'_>, team: Row<Team>, column: Col<Team>, day: Day) -> Text {
    let file = cx.book.sources.path(cx.book.teams.row_at(team).file());
    if column == Team::founded {
        say!(
            "if the activity is right, write founded = {day}, or an earlier day, in {file}; else correct its 'date' or 'team'",
            "如果活动无误，在 {file} 写 founded = {day} 或更早的日期；否则改正活动的“日期”或“服务队”",
            day = day,
            file = file
        )
    } else {
        say!(
            "if the activity is right, write closed = {day}, or a later day, in {file}; else correct its 'date' or 'team'",
            "如果活动无误，在 {file} 写 closed = {day} 或更晚的日期；否则改正活动的“日期”或“服务队”",
            day = day,
            file = file
        )
    }
}

fn of_volunteer(cx: &Cx<'_>, attended: &Attended) -> Option<Finding> {
    let (day, volunteers) = (attended.day, &cx.book.volunteers);
    let record = volunteers.get(attended.volunteer)?;
    let outside = outside(day, record.joined, record.left)?;
    let (activity, id) = (cx.id(attended.activity), cx.id(attended.volunteer));
    let at = cx.book.participations.at(attended.row, Participation::volunteer);
    let (message, related, help) = match outside {
        Outside::Before(joined) => {
            let message = say!(
                "{who} attended {activity} on {day}, and joined on {joined}",
                "{who}在 {day} 参加了 {activity}，而加入时间是 {joined}",
                who = cx.who(attended.volunteer),
                activity = activity,
                day = day,
                joined = on(cx, volunteers.at(attended.volunteer, Volunteer::joined), joined)
            );
            let help = say!(
                "if {id} was a volunteer already, write {day}, or an earlier day, under 'joined'; else correct 'date' of the activity or 'volunteer' of the participation",
                "如果 {id} 那时已是志愿者，在“加入时间”写 {day} 或更早的日期；否则改正活动的“日期”或参加记录的“志愿者”",
                id = id,
                day = day
            );
            (message, (volunteers.at(attended.volunteer, Volunteer::joined), say!("joined here", "加入时间")), help)
        }
        Outside::After(left) => {
            let message = say!(
                "{who} attended {activity} on {day}, having left on {left}",
                "{who}在 {day} 参加了 {activity}，而退出时间是 {left}",
                who = cx.who(attended.volunteer),
                activity = activity,
                day = day,
                left = on(cx, volunteers.at(attended.volunteer, Volunteer::left), left)
            );
            let help = say!(
                "if {id} was still a volunteer, write {day}, or a later day, under 'left', or empty it; else correct 'date' of the activity or 'volunteer' of the participation",
                "如果 {id} 那时还是志愿者，在“退出时间”写 {day} 或更晚的日期，或清空；否则改正活动的“日期”或参加记录的“志愿者”",
                id = id,
                day = day
            );
            (message, (volunteers.at(attended.volunteer, Volunteer::left), say!("left here", "退出时间")), help)
        }
    };
    let is_before = matches!(outside, Outside::Before(_));
    let finding = Finding::new(cx.record_at(at), at, message).cause(format!("{id} volunteer {is_before}")).reaching(reach(is_before, day));
    Some(finding.related(related.0, related.1).help(help))
}
