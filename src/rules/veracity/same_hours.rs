//! V002: now and then somebody comes late or leaves early, and the hours show it.

use std::sync::atomic::{AtomicU8, Ordering};

use rayon::prelude::*;

use crate::book::Groups;
use crate::book::attendances::{SHARE, is_held};
use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::waiver;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SERVICES, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::teams::Team;
use crate::value::{Amount, Day, Field, Row, Target, Time};

/// V002.
pub static RULE: Rule = Rule {
    code: "V002",
    name: "same-hours",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "In same-hours-run or more activities of a team in a row, everyone who attended has exactly the hours of the activity.",
        "一支服务队连续 same-hours-run 次或更多次活动，参加的人时长都正好等于活动时长。",
    ),
    why: t(
        "Hours are the time really given: people come late and leave early, and where that never shows the hours were perhaps copied and not asked for. \
         Activities that only one attended with full hours, or none, say nothing of it and are passed over; somebody with other hours, or hours that cannot be read, ends the run. Of several runs the last is told.",
        "服务时长应是实际付出的时间：总有人晚到早走；如果从来看不出来，时长可能是照抄的，没有问过本人。只有一人参加且满时长、或没有人参加的活动说明不了问题，跳过不计；有人时长不同或读不出，就不再连续。有几段连续的，提示最近的一段。",
    ),
    mend: t(
        "Ask those who took part how long they stayed, and correct the hours of those who did not stay to the end. If everyone did, keep the reason in a waiver.",
        "问明参加的人各自待了多久，改正没有待到最后的人的服务时长。确实人人都到最后的，用豁免写明原因。",
    ),
    thresholds: &["same-hours-run"],
    reads: Needs::of(SERVICES.with(&[TableId::TEAMS])),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- rollbook.toml (add)
[rules]
same-hours-run = 2
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-06-05,2,patrol,security,Night patrol,10,held
a2,2026-06-12,2,patrol,security,Night patrol,10,held
-- participations.csv
activity,volunteer,hours
a1,v1,2
a1,v2,2
a2,v1,2
a2,v2,2
",
    check: Check::Book(check),
};

/// Somebody attended.
const ONE: u8 = 1;
/// Somebody else attended, too.
const MORE: u8 = 2;
/// Somebody has other hours than the activity, or it cannot be known.
const OTHER: u8 = 4;

/// For each activity what its participations say, all threads walking over them once.
fn marks(cx: &Cx<'_>) -> Vec<AtomicU8> {
    let (activities, participations) = (&cx.book.activities, &cx.book.participations);
    let full: Vec<Field<Amount>> = activities.iter().map(|(_, activity)| if is_held(&activity) { activity.hours } else { Field::EMPTY }).collect();
    let marks: Vec<AtomicU8> = full.iter().map(|_| AtomicU8::new(0)).collect();
    let mark = |participation: Participation| {
        let activity = participation.activity.get()?;
        let (slot, full) = (marks.get(activity.index())?, full.get(activity.index())?);
        // Whoever did not come has no hours here.
        if participation.attended() == Some(false) {
            return None;
        }
        let seen = slot.load(Ordering::Relaxed);
        if seen & OTHER == 0 && (participation.hours != *full || participation.hours.get().is_none() || participation.attended().is_none()) {
            slot.fetch_or(OTHER, Ordering::Relaxed);
        } else if seen & MORE == 0 && slot.fetch_or(ONE, Ordering::Relaxed) & ONE != 0 {
            slot.fetch_or(MORE, Ordering::Relaxed);
        }
        Some(())
    };
    (0..participations.len().div_ceil(SHARE)).into_par_iter().with_max_len(1).for_each(|n| {
        for (_, participation) in participations.slice(n * SHARE, (n + 1) * SHARE) {
            mark(participation);
        }
    });
    marks
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Participation::TARGET) || !cx.has(Team::TARGET) {
        return;
    }
    let (book, unsure, as_of) = (cx.book, cx.book.unsure(), cx.ask.as_of);
    let least = usize::try_from(book.settings.rules.same_hours_run).unwrap_or(usize::MAX);
    let marks = marks(cx);
    let mark = |row: Row<Activity>| marks.get(row.index()).map_or(0, |mark| mark.load(Ordering::Relaxed));
    // Those that tell something: two came, or somebody's hours are other ones.
    let telling = || {
        let asked = |activity: &Activity| is_held(activity) && activity.date.get().is_some_and(|day| day <= as_of);
        let all = book.activities.iter().filter(move |(row, activity)| asked(activity) && mark(*row) & (MORE | OTHER) != 0);
        all.filter_map(|(row, activity)| Some((activity.team.get()?.number, row.number)))
    };
    let of_team = Groups::of(book.teams.len(), telling);
    let mut in_order: Vec<(Day, Option<Time>, Row<Activity>)> = Vec::new();
    for (team, _) in book.teams.iter() {
        let held = of_team.get(team.number);
        // An activity that cannot be read whole might stand between them.
        if held.len() < least || unsure.activities.has(team) {
            continue;
        }
        in_order.clear();
        in_order.extend(held.iter().filter_map(|n| {
            let activity = book.activities.get(Row::new(*n))?;
            Some((activity.date.get()?, activity.start.get(), Row::new(*n)))
        }));
        in_order.sort_unstable();
        let is_full = |row: Row<Activity>| mark(row) & OTHER == 0 && !unsure.participations.has(row);
        let mut runs = in_order.chunk_by(|a, b| is_full(a.2) && is_full(b.2));
        let last = runs.rfind(|run| run.len() >= least && run.first().is_some_and(|(_, _, row)| is_full(*row)));
        found.extend(last.and_then(|run| finding(cx, team, run, least)));
    }
}

fn finding(cx: &Cx<'_>, team: Row<Team>, run: &[(Day, Option<Time>, Row<Activity>)], least: usize) -> Option<Finding> {
    let ((first_day, _, first), (last_day, _, last)) = (run.first()?, run.last()?);
    let activities = &cx.book.activities;
    let message = say!(
        "everyone has the same full hours in {n} of {team} in a row, from {first} on {first_day} to {last} on {last_day}; \
         a run of {least} deserves a second look",
        "{team} 连续 {n} 次活动人人都是满时长，从 {first_day} 的 {first} 到 {last_day} 的 {last}；连续 {least} 次就应核实",
        n = count(run.len(), "activity", "activities"),
        team = cx.id(team),
        first = cx.id(*first),
        first_day = first_day,
        last = cx.id(*last),
        last_day = last_day,
        least = least
    );
    let record = cx.record(team);
    let help = say!(
        "ask those who took part how long they stayed, and correct 'hours' in the participations of those who came late or left early; \
         if everyone stayed to the end, add to the end of rollbook.toml: {waiver}",
        "问明参加的人各自待了多久，改正晚到早走的人参加记录的“服务时长”；确实人人都到最后的，在 rollbook.toml 末尾加：{waiver}",
        waiver = waiver(RULE.name, record.as_deref().unwrap_or_default(), t("all came and left together", "大家同去同回"))
    );
    let finding = Finding::new(record, cx.book.teams.at(team, Team::name), message).help(help);
    let finding = finding.related(activities.at(*first, Activity::hours), say!("from here", "从这里起"));
    Some(if first == last { finding } else { finding.related(activities.at(*last, Activity::hours), say!("to here", "到这里为止")) })
}
