//! A001: whoever serves belongs to a team on that day.

use crate::book::Stay;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, DOUBTFUL, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::memberships::Membership;
use crate::tables::participations::Participation;
use crate::value::{Day, Target};

use super::attended::{Attended, each, is_held};

/// A001.
pub static RULE: Rule = Rule {
    code: "A001",
    name: "not-a-member",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A volunteer attended an activity and was a member of no team that day.", "志愿者参加活动的当天没有编入任何服务队。"),
    why: t(
        "A volunteer may serve with any team and belongs to one: hours are counted for the home team and branch of that day, and here there is none.",
        "志愿者可以参加任何服务队的活动，但要编入一支服务队：服务时长计入当天的所属队和党支部，而这里没有所属队。",
    ),
    mend: t(
        "Add the membership that is missing, or correct the dates of the one there is. If somebody else took part, correct the participation.",
        "补上缺少的归属关系，或改正已有归属关系的日期。如果参加的是别人，改正参加记录。",
    ),
    thresholds: &[],
    reads: Needs::of(DOUBTFUL),
    speaks_of: SpeaksOf::records(&[TableId::PARTICIPATIONS]),
    example: "
-- volunteers.csv
id,name,track,joined,left
v1,Ann Reed,community,2020,2026-05-31
-- memberships.csv
volunteer,team,role,from,to
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-03-05,2,patrol,security,Night patrol,10,held
-- participations.csv
activity,volunteer,hours
a1,v1,2
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Membership::TARGET) {
        return;
    }
    let history = cx.book.history();
    found.extend(each(cx, is_held, |attended| {
        let is_member = history.home(attended.volunteer, None, attended.day).is_some();
        (!is_member && !cx.book.unsure().homes.has(attended.volunteer)).then(|| finding(cx, attended))
    }));
}

fn finding(cx: &Cx<'_>, attended: &Attended) -> Finding {
    let (memberships, day) = (&cx.book.memberships, attended.day);
    let at = cx.book.participations.at(attended.row, Participation::volunteer);
    let (volunteer, activity) = (cx.id(attended.volunteer), cx.id(attended.activity));
    let message = say!(
        "{who} attended {activity} on {day} and was a member of no team that day",
        "{who}在 {day} 参加了 {activity}，当天没有编入任何服务队",
        who = cx.who(attended.volunteer),
        activity = activity,
        day = day
    );
    let finding = Finding::new(cx.record_at(at), at, message);
    let days = day.since(Day::MIN);
    // The membership nearest to the day is the one whose dates may be wrong.
    let distance = |stay: &&Stay| if day < stay.from { stay.from.since(day) } else { day.since(stay.to) };
    let Some(stay) = cx.book.history().of_volunteer(attended.volunteer).min_by_key(distance) else {
        return finding.cause(volunteer).reaching(-days).help(say!(
            "add a membership of {volunteer}: the team, the role, and {day} or earlier under 'from'; if somebody else took part, correct 'volunteer' here",
            "补一条 {volunteer} 的归属关系：服务队、角色，“起始日期”写 {day} 或更早；如果参加的是别人，改正这里的“志愿者”",
            volunteer = volunteer,
            day = day
        ));
    };
    let team = cx.id(stay.team);
    if day < stay.from {
        // One membership that begins too late, or ends too early, is one cause, however often somebody attended.
        finding
            .cause(format!("{volunteer} from {}", stay.row.number))
            .reaching(-days)
            .related(
                memberships.at(stay.row, Membership::from),
                say!("a member of {team} only from {from} on", "{from} 起才编入 {team}", team = team, from = stay.from),
            )
            .help(say!(
                "if {volunteer} belonged to {team} already, change 'from' of this membership to {day} or earlier; if to another team, add that membership; if somebody else took part, correct 'volunteer' of the participation",
                "如果 {volunteer} 那时已编入 {team}，把这条归属关系的“起始日期”改为 {day} 或更早；如果编在别的服务队，补上那条归属关系；如果参加的是别人，改正参加记录的“志愿者”",
                volunteer = volunteer,
                team = team,
                day = day
            ))
    } else {
        finding
            .cause(format!("{volunteer} to {}", stay.row.number))
            .reaching(days)
            .related(memberships.at(stay.row, Membership::to), say!("a member of {team} only until {to}", "编入 {team} 只到 {to}", team = team, to = stay.to))
            .help(say!(
                "if {volunteer} still belonged to {team}, change 'to' of this membership to {day} or later, or empty it; if to another team, add that membership; if somebody else took part, correct 'volunteer' of the participation",
                "如果 {volunteer} 那时仍在 {team}，把这条归属关系的“结束日期”改为 {day} 或更晚，或清空；如果编在别的服务队，补上那条归属关系；如果参加的是别人，改正参加记录的“志愿者”",
                volunteer = volunteer,
                team = team,
                day = day
            ))
    }
}
