//! M017: an end is known to the month or year only, and that is not over yet.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{file, place, written};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{End, Field};

/// M017.
pub static RULE: Rule = Rule {
    code: "M017",
    name: "end-not-exact",
    level: Level::Note,
    kind: Kind::State,
    says: t(
        "The end of a volunteer or team is known to the month or year only, and the day asked about lies in it.",
        "志愿者的退出时间或服务队的撤销时间只写到年或月，而截至日就在这一年或这个月里。",
    ),
    why: t(
        "A month or a year alone means its last day. While it is not over that day is still to come, and the person or team would still count: \
         so the end counts as the day before the one asked about, and moves with it until the month or year is over.",
        "只写年或年月，按最后一天算。这一年或这个月还没过完，最后一天还没到，人或队伍就会仍算在内：因此暂按截至日的前一天算，过完之前会随截至日后移。",
    ),
    mend: t("Write the day under 'left' or 'closed'.", "在“退出时间”或“撤销时间”写上具体日期。"),
    thresholds: &[],
    reads: Needs::rows(&[TableId::VOLUNTEERS, TableId::TEAMS]),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS, TableId::TEAMS]),
    example: "
-- volunteers.csv
id,name,track,joined,left
v1,Ann Reed,community,2020,2026-06
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (volunteers, teams) = (&cx.book.volunteers, &cx.book.teams);
    let vague = |end: Field<End>| end.get().filter(|end| end.is_vague_on(cx.ask.as_of));
    for (row, record) in volunteers.iter() {
        let Some(end) = vague(record.left) else { continue };
        let at = volunteers.at(row, Volunteer::left);
        let message = say!(
            "{who} left in {left}, and no day is given",
            "{who}的退出时间是 {left}，没有写到日",
            who = cx.who(row),
            left = written(cx, at, end.settle(cx.ask.as_of).day())
        );
        let help = say!("write the day under 'left' in {place}", "在 {place}的“退出时间”写到日", place = place(cx, at));
        found.add(Finding::new(cx.record(row), at, message).help(help));
    }
    for (row, record) in teams.iter() {
        let Some(end) = vague(record.closed) else { continue };
        let at = teams.at(row, Team::closed);
        let message = say!(
            "team {team} was closed in {closed}, and no day is given",
            "服务队 {team} 的撤销时间是 {closed}，没有写到日",
            team = cx.id(row),
            closed = written(cx, at, end.settle(cx.ask.as_of).day())
        );
        let help = say!("write the day as 'closed' in {file}", "在 {file} 的“撤销时间”写到日", file = file(cx, row));
        found.add(Finding::new(cx.record(row), at, message).help(help));
    }
}
