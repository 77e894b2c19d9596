//! A015: what an opening counts is not counted again.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::tables::activities::Activity;
use crate::tables::openings::Opening;
use crate::tables::participations::Participation;
use crate::text::At;
use crate::value::{Day, Row};

use super::attended::{each, is_held};

/// A015.
pub static RULE: Rule = Rule {
    code: "A015",
    name: "before-opening",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t(
        "An activity or attendance lies on or before the last day of an opening of the same team or volunteer: it is counted twice.",
        "活动或参加记录的日期不晚于同一服务队或志愿者期初数的截止日期，会重复计算。",
    ),
    why: t(
        "An opening stands for everything up to its day, that day too; what the book has of that time itself is counted a second time.",
        "期初数包括截止日期（含当天）以前的全部服务；台账里又记了这段时间的，就计算了两次。",
    ),
    mend: t(
        "Let the opening end before the book's first own record, with figures to match, or take out of the book what the opening has already.",
        "让期初数截至台账自己的第一条记录以前，并相应改小数字；或删去期初数已经包括的记录。",
    ),
    thresholds: &[],
    reads: Needs::of(DOUBTFUL),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES, TableId::PARTICIPATIONS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- openings.csv
volunteer,team,until,services,hours,beneficiaries,source
v1,,2025-12-31,40,96,0,paper record
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2025-11-05,2,patrol,security,Night patrol,10,held
-- participations.csv
activity,volunteer,hours
a1,v1,2
",
    check: Check::Book(check),
};

/// For each row of a table: the last day of its opening, and the opening.
type Openings = Vec<Option<(Day, Row<Opening>)>>;

fn check(cx: &Cx<'_>, found: &mut Found) {
    let book = cx.book;
    if book.openings.is_empty() {
        return;
    }
    let (mut teams, mut volunteers): (Openings, Openings) = (vec![None; book.teams.len()], vec![None; book.volunteers.len()]);
    for (row, opening) in book.openings.iter() {
        let Some(until) = opening.until.get() else { continue };
        // One that names both or neither has a finding of its own.
        let slot = match (opening.volunteer.get(), opening.team.get()) {
            (Some(volunteer), None) if opening.team.is_empty() => volunteers.get_mut(volunteer.index()),
            (None, Some(team)) if opening.volunteer.is_empty() => teams.get_mut(team.index()),
            _ => None,
        };
        if let Some(slot) = slot {
            *slot = (*slot).max(Some((until, row)));
        }
    }
    let covering = |openings: &Openings, index: usize, day: Day| openings.get(index).copied().flatten().filter(|(until, _)| day <= *until);
    for (row, activity) in book.activities.iter().filter(|(_, activity)| is_held(activity)) {
        let (Some(team), Some(day)) = (activity.team.get(), activity.date.get()) else { continue };
        let Some((until, opening)) = covering(&teams, team.index(), day) else { continue };
        let message = say!(
            "{activity} was held on {day}, and the opening of {team} counts everything until {until}",
            "{activity} 于 {day} 开展，而 {team} 的期初数已包括截至 {until} 的全部服务",
            activity = cx.id(row),
            day = day,
            team = cx.id(team),
            until = until
        );
        found.add(finding(cx, book.activities.at(row, Activity::date), message, opening, day));
    }
    found.extend(each(cx, is_held, |attended| {
        let (until, opening) = covering(&volunteers, attended.volunteer.index(), attended.day)?;
        let message = say!(
            "{who} attended {activity} on {day}, and the opening of {volunteer} counts everything until {until}",
            "{who}在 {day} 参加了 {activity}，而 {volunteer} 的期初数已包括截至 {until} 的全部服务",
            who = cx.who(attended.volunteer),
            activity = cx.id(attended.activity),
            day = attended.day,
            volunteer = cx.id(attended.volunteer),
            until = until
        );
        Some(finding(cx, book.participations.at(attended.row, Participation::activity), message, opening, attended.day))
    }));
}

fn finding(cx: &Cx<'_>, at: At, message: Text, opening: Row<Opening>, day: Day) -> Finding {
    let openings = &cx.book.openings;
    // One opening that reaches too far is one cause: the first row that it covers says until when it may reach.
    let finding = Finding::new(cx.record_at(at), at, message).cause(opening.number.to_string()).reaching(Day::MAX.since(day));
    finding.related(openings.at(opening, Opening::until), say!("the opening", "期初数")).help(say!(
        "write {before}, or an earlier day, under 'until' of the opening and take what came later out of its figures; or delete the row here, if it is in them",
        "在期初数的“截至”写 {before} 或更早，并从它的数字中减去此后的服务；如果这一行已包括在内，也可以删去这一行",
        before = day.plus(-1)
    ))
}
