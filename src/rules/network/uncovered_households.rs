//! N002: the service points of a place reach all its households.

use crate::book::Recipients;
use crate::book::recipients::households_below;
use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{BLANK, row};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::pairings::{Pairing, PairingKind};
use crate::tables::places::Place;
use crate::value::fixed::Fixed;
use crate::value::{Row, Target};

use super::{lasts, named, unsure_below};

/// N002.
pub static RULE: Rule = Rule {
    code: "N002",
    name: "uncovered-households",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A place has more households than its service points reach.", "一个地点的户数多于服务点联系的户数。"),
    why: t(
        "Each volunteer looks after the households of a service point, so that no household is forgotten. \
         Service points in places below count; a recipient given as a code counts once in each place, with its largest number of households. What lacks below is told there, and not again above; a place without a number of households is left alone.",
        "每名志愿者负责一个服务点的住户，户户都有人管。下级地点的服务点也算；帮扶对象写成同一编号的，在一个地点只计一次，取最大的户数；下级缺的在下级提示，上级不再重复；没有填写户数的地点不提示。",
    ),
    mend: t(
        "Find somebody for the households that are left, and add the service point to pairings.csv; or correct the number of households.",
        "给没有人管的住户安排志愿者，在 pairings.csv 加上服务点；或改正户数。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::PLACES, TableId::PAIRINGS]),
    speaks_of: SpeaksOf::records(&[TableId::PLACES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- places.csv
id,name,kind,parent,households
east,East Gate,community,,40
-- pairings.csv
id,volunteer,kind,recipient,households,place,from,to
h1,v1,service-point,Building 3,32,east,2026-01-10,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Place::TARGET) || !cx.has(Pairing::TARGET) {
        return;
    }
    let (book, places, as_of) = (cx.book, cx.book.places_below(), cx.ask.as_of);
    let points = book.pairings.iter().filter(|(_, p)| p.kind.get() == Some(PairingKind::ServicePoint) && lasts(p, as_of));
    let recipients = Recipients::of(book);
    let points = points.filter_map(|(row, point)| Some((point.place.get()?.number, recipients.get(row), u64::from(point.households.get()?.0))));
    let reached = households_below(places, points);
    let unsure = unsure_below(cx, |place| book.unsure().points.on(place, as_of) > 0);
    let of = |all: &[u64], place: Row<Place>| all.get(place.index()).copied().unwrap_or_default();
    // From the lowest places upward: what lacks below explains what lacks above.
    let depths = places.depths();
    let mut upward: Vec<(Row<Place>, Place)> = book.places.iter().collect();
    upward.sort_by_key(|(place, _)| std::cmp::Reverse(depths.get(place.index())));
    let mut explained = vec![0u64; book.places.len()];
    for (place, record) in upward {
        let below = of(&explained, place);
        let households = record.households.get().map(|households| u64::from(households.0));
        let lacks = households.map_or(below, |households| households.saturating_sub(of(&reached, place)));
        if let Some(slot) = record.parent.get().and_then(|parent| explained.get_mut(parent.index())) {
            *slot += lacks;
        }
        let is_unsure = unsure.get(place.index()).copied().unwrap_or_default();
        if lacks > below && !is_unsure && !cx.id(place).is_empty() {
            found.add(finding(cx, place, households.unwrap_or_default(), of(&reached, place)));
        }
    }
}

fn finding(cx: &Cx<'_>, place: Row<Place>, households: u64, reached: u64) -> Finding {
    let (lacks, day) = ((households - reached).to_string(), cx.ask.as_of.to_string());
    let message = say!(
        "{place} has {households}, and its service points reach {reached}, {lacks} too few",
        "{place}有 {households} 户，服务点联系 {reached} 户，还有 {lacks} 户没有人管",
        place = named(cx, place),
        households = count(usize::try_from(households).unwrap_or(usize::MAX), "household", "households"),
        reached = reached,
        lacks = lacks
    );
    let cells = [
        (Pairing::id, BLANK),
        (Pairing::volunteer, BLANK),
        (Pairing::kind, PairingKind::ServicePoint.code()),
        (Pairing::recipient, BLANK),
        (Pairing::households, lacks.as_str()),
        (Pairing::place, cx.id(place)),
        (Pairing::from, day.as_str()),
    ];
    let (path, line) = row::<Pairing>(cx, &cells);
    let help = say!(
        "find somebody who looks after them, and add to {path}, filling in '{blank}': {line}; or correct 'households' of {place}",
        "安排志愿者负责，在 {path} 加一行（填好“{blank}”处）：{line}；或改正 {place} 的“户数”",
        path = path,
        line = line,
        blank = BLANK,
        place = cx.id(place)
    );
    Finding::new(cx.record(place), cx.book.places.at(place, Place::households), message).help(help)
}
