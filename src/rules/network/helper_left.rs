//! N004: nobody is left alone when the one who helps them leaves.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{BLANK, place, row};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::pairings::Pairing;
use crate::tables::volunteers::Volunteer;
use crate::value::fixed::Fixed;
use crate::value::{Day, Row};

use super::lasts;

/// N004.
pub static RULE: Rule = Rule {
    code: "N004",
    name: "helper-left",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A pairing goes on, and its volunteer has left.", "结对帮扶还在继续，而志愿者已经退出。"),
    why: t(
        "A household or a person counts as looked after, and nobody comes any more: when people leave, what they cared for is handed over.",
        "台账上有人管，实际上没有人去：人退出了，结对帮扶要交接。",
    ),
    mend: t(
        "Write under 'to' the day on which the volunteer left, and add a row for whoever takes over from then on.",
        "在“结束日期”写志愿者退出的日期，并给接手的人加一行。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::PAIRINGS, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::PAIRINGS]),
    example: "
-- volunteers.csv
id,name,track,joined,left
v1,Ann Reed,community,2020,2026-05-31
-- pairings.csv
id,volunteer,kind,recipient,households,place,from,to
h1,v1,one-to-one,An old man on his own,1,,2026-01-10,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (pairings, as_of) = (&cx.book.pairings, cx.ask.as_of);
    for (row, pairing) in pairings.iter().filter(|(_, pairing)| lasts(pairing, as_of)) {
        let Some(volunteer) = pairing.volunteer.get().and_then(|volunteer| cx.book.volunteers.get(volunteer)) else { continue };
        let (Some(joined), Some(left)) = (volunteer.joined.get(), volunteer.left.get()) else { continue };
        // What ends before it begins is told as that, and is no ground to stand on.
        let has_left = left.day() < as_of && joined.0 <= left.latest();
        let is_over = pairing.raised.is_broken() || pairing.raised.get().is_some_and(|raised| raised <= as_of);
        if has_left && !is_over {
            found.add(finding(cx, row, &pairing, left.day()));
        }
    }
}

fn finding(cx: &Cx<'_>, pairing: Row<Pairing>, record: &Pairing, left: Day) -> Finding {
    let (pairings, volunteers) = (&cx.book.pairings, &cx.book.volunteers);
    let who = record.volunteer.get().map(|volunteer| cx.who(volunteer)).unwrap_or_default();
    let at = pairings.at(pairing, Pairing::volunteer);
    let message = match record.to.get() {
        Some(to) => say!(
            "{pairing} goes on until {to}, and {who} left on {left}",
            "{pairing} 到 {to} 才结束，而{who}已于 {left} 退出",
            pairing = cx.id(pairing),
            to = to,
            who = who,
            left = left
        ),
        None => say!(
            "{pairing} goes on, and {who} left on {left}",
            "{pairing} 还在继续，而{who}已于 {left} 退出",
            pairing = cx.id(pairing),
            who = who,
            left = left
        ),
    };
    let recipient = record.recipient.get().map(|recipient| pairings.text(recipient)).unwrap_or_default();
    let recipient = if recipient.contains([',', '"', '\n', '\r']) { BLANK } else { recipient };
    let (from, households) = (left.plus(1).to_string(), record.households.get().map(|n| n.0.to_string()).unwrap_or_default());
    let cells = [
        (Pairing::id, BLANK),
        (Pairing::volunteer, BLANK),
        (Pairing::kind, record.kind.get().map(|kind| kind.code()).unwrap_or_default()),
        (Pairing::recipient, recipient),
        (Pairing::households, households.as_str()),
        (Pairing::place, record.place.get().map(|place| cx.id(place)).unwrap_or_default()),
        (Pairing::from, from.as_str()),
    ];
    let (path, line) = row::<Pairing>(cx, &cells);
    let last = if record.from.get().is_some_and(|from| from <= left) { left } else { cx.ask.as_of };
    let help = say!(
        "write {last} under 'to' in {place}; for whoever takes over add to {path}, filling in '{blank}': {line}",
        "在 {place}的“结束日期”写 {last}；给接手的人在 {path} 加一行（填好“{blank}”处）：{line}",
        last = last,
        place = place(cx, at),
        path = path,
        blank = BLANK,
        line = line
    );
    let finding = Finding::new(cx.record(pairing), at, message).help(help);
    match record.volunteer.get() {
        Some(volunteer) => finding.related(volunteers.at(volunteer, Volunteer::left), say!("left here", "在这里退出")),
        None => finding,
    }
}
