//! A012: what asks for a training is done by those who have it.

use crate::book::Groups;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::trainings::Training;
use crate::tables::vocabulary::Skills;
use crate::value::{Day, Row, Target, Word};

use super::attended::{Attended, each, is_held};

/// A012.
pub static RULE: Rule = Rule {
    code: "A012",
    name: "untrained",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t(
        "A volunteer attended an activity of a kind that asks for a training, without one in force that day.",
        "志愿者参加了要求先经培训的活动，而当天没有有效的培训。",
    ),
    why: t(
        "Some tasks ask for a training or a qualification, for the safety of those who serve and those who are served.",
        "有些服务需要先经培训或具备资格，为的是服务的人和被服务的人都安全。",
    ),
    mend: t(
        "Add the training if there was one; its last day is itself in force. Which kind of activity asks for which training stands in required-trainings.",
        "如果参加过培训，补上培训记录；有效期的最后一天也算有效。哪类活动要求哪种培训，写在 required-trainings。",
    ),
    thresholds: &["required-trainings"],
    reads: Needs::of(DOUBTFUL.with(&[TableId::TRAININGS])),
    speaks_of: SpeaksOf::records(&[TableId::PARTICIPATIONS]),
    example: "
-- rollbook.toml (add)
[vocabulary]
activity-kinds = [\"relief\", \"security\"]
skills = [\"first-aid\"]

[rules]
required-trainings = { relief = \"first-aid\" }
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- trainings.csv
id,volunteer,date,title,hours,organiser,skill,expires
t1,v1,2024-02-01,First aid,8,Red Cross,first-aid,2026-01-31
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,2,patrol,relief,Flood relief,10,held
-- participations.csv
activity,volunteer,hours,status
a1,v1,2,attended
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let required = &cx.book.settings.rules.required_trainings;
    if required.is_empty() || !cx.has(Training::TARGET) {
        return;
    }
    let trainings = &cx.book.trainings;
    let of = |activity: &Activity| activity.kind.get().and_then(|kind| required.iter().find(|(k, _)| *k == kind)).map(|(_, skill)| *skill);
    let by_volunteer = Groups::of(cx.book.volunteers.len(), || trainings.iter().filter_map(|(row, t)| Some((t.volunteer.get()?.number, row.number))));
    let wanted = |activity: &Activity| is_held(activity) && of(activity).is_some();
    found.extend(each(cx, wanted, |attended| {
        let skill = of(&cx.book.activities.get(attended.activity)?)?;
        let mut all = by_volunteer.get(attended.volunteer.number).iter().map(|n| Row::<Training>::new(*n));
        let is_trained = all.any(|row| trainings.get(row).is_none_or(|training| in_force(&training, skill, attended.day)));
        if is_trained || cx.book.unsure().trainings.has(attended.volunteer) {
            return None;
        }
        let had = by_volunteer.get(attended.volunteer.number).iter().map(|n| Row::new(*n));
        Some(finding(cx, attended, skill, had))
    }));
}

/// Whether a training counts on a day. Where it ends before it begins, it has a finding of its own and may have counted.
fn in_force(training: &Training, skill: Word<Skills>, day: Day) -> bool {
    let (Some(date), expires) = (training.date.get(), training.expires.get()) else { return false };
    training.skill.get() == Some(skill) && (expires.is_some_and(|last| last < date) || date <= day && expires.is_none_or(|last| day <= last))
}

fn finding(cx: &Cx<'_>, attended: &Attended, skill: Word<Skills>, had: impl Iterator<Item = Row<Training>>) -> Finding {
    let (trainings, words, day) = (&cx.book.trainings, &cx.book.words, attended.day);
    let at = cx.book.participations.at(attended.row, Participation::volunteer);
    let kind = cx.book.activities.get(attended.activity).and_then(|activity| activity.kind.get());
    let message = say!(
        "{who} attended {activity} on {day} and had no training in {skill} in force, which activities of kind {kind} ask for",
        "{who}在 {day} 参加了 {activity}，当天没有有效的“{skill}”培训，而“{kind}”类活动要求这项培训",
        who = cx.who(attended.volunteer),
        activity = cx.id(attended.activity),
        day = day,
        skill = words.title(skill),
        kind = kind.map(|kind| words.title(kind)).unwrap_or_default()
    );
    let finding = Finding::new(cx.record_at(at), at, message).reaching(Day::MAX.since(day));
    let help = say!(
        "if {volunteer} was trained by then, add the training with {skill} under 'skill' and {day} or an earlier day under 'date'; if {volunteer} was not there, write absent under 'status' of the participation",
        "如果 {volunteer} 那时已受过培训，补一条培训记录，“特长”写 {skill}，“日期”写 {day} 或更早；如果 {volunteer} 没有来，在参加记录的“状态”写 缺席",
        volunteer = cx.id(attended.volunteer),
        skill = words.code(skill),
        day = day
    );
    // The one that had run out last, else the one that came first afterwards.
    let mut expired: Option<(Day, Row<Training>)> = None;
    let mut later: Option<(Day, Row<Training>)> = None;
    for (row, training) in had.filter_map(|row| Some((row, trainings.get(row)?))).filter(|(_, training)| training.skill.get() == Some(skill)) {
        match (training.date.get(), training.expires.get()) {
            (Some(date), _) if date > day => later = Some(later.map_or((date, row), |before| before.min((date, row)))),
            (Some(_), Some(last)) => expired = expired.max(Some((last, row))),
            _ => {}
        }
    }
    // Somebody without one training is one cause, however often it was asked for.
    let cause = |row: Option<Row<Training>>| format!("{} {} {:?}", attended.volunteer.number, skill.number, row.map(|row| row.number));
    match (expired, later) {
        (Some((last, row)), _) => finding
            .cause(cause(Some(row)))
            .related(trainings.at(row, Training::expires), say!("this one was in force until {last}", "这次培训有效期至 {last}", last = last)),
        (None, Some((date, row))) => finding
            .cause(cause(Some(row)))
            .related(trainings.at(row, Training::date), say!("this one came later, on {date}", "这次培训在后，{date}", date = date)),
        (None, None) => finding.cause(cause(None)),
    }
    .help(help)
}
