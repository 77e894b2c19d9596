//! M006: a team has one leader, but for a short hand-over.

use crate::book::Term;
use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, HISTORY, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::appointments::{Appointment, Office};
use crate::value::Day;

/// M006.
pub static RULE: Rule = Rule {
    code: "M006",
    name: "two-leaders",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("Two people are leaders of one team for longer than a hand-over takes.", "两人同时是一支服务队的负责人，超过了交接所需的天数。"),
    why: t(
        "A team has one leader who answers for it. Mostly the earlier appointment was not ended when the next one began. \
         An appointment without an end is counted up to the day asked about.",
        "一支服务队由一名负责人负责。同时有两名，多半是新人上任时，前任的任职没有结束。没有结束日期的任职算到所问的那一天。",
    ),
    mend: t(
        "Write the last day of the earlier leader under 'to' in appointments.csv. Who only helps to lead is a deputy.",
        "在 appointments.csv 前任那一行的“结束日期”写最后一天。协助负责的人，职务写“副负责人”。",
    ),
    thresholds: &["hand-over-days"],
    reads: Needs::of(HISTORY),
    speaks_of: SpeaksOf::records(&[TableId::TEAMS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- appointments.csv
team,volunteer,office,from,to
patrol,v1,leader,2020-01-01,
patrol,v2,leader,2026-06-01,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let allowed = cx.book.settings.rules.hand_over_days;
    let end = |term: &Term| if term.to == Day::MAX { cx.ask.as_of } else { term.to };
    for (team, _) in cx.book.teams.iter() {
        // Of those before: who leads longest, and who of all others does. One of the two is not the one who begins.
        let (mut longest, mut other): (Option<&Term>, Option<&Term>) = (None, None);
        for later in cx.book.history().terms(team).filter(|term| term.office == Office::Leader) {
            let earlier = [longest, other].into_iter().flatten().find(|earlier| earlier.volunteer != later.volunteer);
            if let Some(earlier) = earlier {
                let last = end(earlier).min(end(later));
                if last.since(later.from) + 1 > allowed {
                    found.add(finding(cx, earlier, later, last, allowed));
                }
            }
            match longest {
                Some(first) if end(first) >= end(later) => {
                    if first.volunteer != later.volunteer && other.is_none_or(|other| end(other) < end(later)) {
                        other = Some(later);
                    }
                }
                Some(first) if first.volunteer == later.volunteer => longest = Some(later),
                _ => (longest, other) = (Some(later), longest),
            }
        }
    }
}

fn finding(cx: &Cx<'_>, earlier: &Term, later: &Term, last: Day, allowed: i64) -> Finding {
    let (team, appointments) = (later.team, &cx.book.appointments);
    let days = last.since(later.from) + 1;
    let message = say!(
        "{a} and {b} both lead {team} for {days}, from {from} to {last}; handing over may take {allowed}",
        "{a}和{b}从 {from} 到 {last} 有 {days} 天同时是 {team} 的负责人，交接最多 {allowed} 天",
        a = cx.who(earlier.volunteer),
        b = cx.who(later.volunteer),
        team = cx.id(team),
        days = count(usize::try_from(days).unwrap_or_default(), "day", "days"),
        from = later.from,
        last = last,
        allowed = count(usize::try_from(allowed).unwrap_or_default(), "day", "days")
    );
    let (first_at, second_at) = (place(cx, appointments.row_at(earlier.row)), place(cx, appointments.row_at(later.row)));
    let latest = later.from.plus(allowed - 1);
    let help = if latest < earlier.from {
        say!(
            "delete {first} or {second}, or write deputy under 'office' in one of them",
            "删去 {first}或 {second}，或把其中一行的“职务”改成“副负责人”",
            first = first_at,
            second = second_at
        )
    } else {
        say!(
            "write the last day of {a} as leader, {latest} at the latest, under 'to' in {first}; whoever only helps to lead gets deputy under 'office'",
            "在 {first}的“结束日期”写 {a} 卸任的日期，最晚 {latest}；只是协助负责的，“职务”写“副负责人”",
            a = cx.id(earlier.volunteer),
            latest = latest,
            first = first_at
        )
    };
    let said = say!("{who} leads until here", "{who}任到此为止", who = cx.who(earlier.volunteer));
    let open = say!("{who} leads, without an end", "{who}的任职没有结束日期", who = cx.who(earlier.volunteer));
    Finding::new(cx.record(team), appointments.at(later.row, Appointment::from), message)
        .related(appointments.at(earlier.row, Appointment::to), if earlier.to == Day::MAX { open } else { said })
        .help(help)
}
