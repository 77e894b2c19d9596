//! Family N: how far the service reaches, from places and centres to households.

use crate::say;
use crate::say::Text;
use crate::tables::pairings::Pairing;
use crate::tables::places::Place;
use crate::value::{Day, Row};

use super::{Cx, Rule};

mod centre_without_team;
mod helper_left;
mod missing_centre;
mod uncovered_households;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &missing_centre::RULE,       // N001
    &uncovered_households::RULE, // N002
    &centre_without_team::RULE,  // N003
    &helper_left::RULE,          // N004
];

/// A place, by name and id.
fn named(cx: &Cx<'_>, place: Row<Place>) -> Text {
    let name = cx.book.places.get(place).and_then(|record| record.name.get()).map(|name| cx.book.places.text(name));
    match name {
        Some(name) => say!("{name} ({id})", "{name}（{id}）", name = name, id = cx.id(place)),
        None => Text::same(cx.id(place)),
    }
}

/// For each place: whether something that could not be read might lie in it or below it.
fn unsure_below(cx: &Cx<'_>, is_unsure: impl Fn(Row<Place>) -> bool) -> Vec<bool> {
    let mut unsure: Vec<bool> = cx.book.places.iter().map(|(place, _)| cx.book.unsure().places.has(place) || is_unsure(place)).collect();
    cx.book.places_below().roll_up(&mut unsure, |above, below| *above |= below);
    unsure
}

/// Whether a pairing lasts on a day.
fn lasts(pairing: &Pairing, day: Day) -> bool {
    pairing.from.get().is_some_and(|from| from <= day) && (pairing.to.is_empty() || pairing.to.get().is_some_and(|to| day <= to))
}
