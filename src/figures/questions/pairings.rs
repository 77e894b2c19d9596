//! Pairings that lasted on a day of the period, the households they reached, and those raised in it.

use std::collections::HashSet;

use crate::book::Recipients;
use crate::book::recipients::households;
use crate::figures::stats::by::{self, Key, Label};
use crate::figures::{LeftOut, Value};
use crate::say::{T, Text, t};
use crate::tables::pairings::{Pairing, PairingKind};
use crate::tables::volunteers::Volunteer;
use crate::tables::{Column, TableSet};
use crate::value::fixed::Fixed;
use crate::value::{Day, Row, TableId};

use super::dimension::Dimension;
use super::measure::{Measure, count, distinct};
use super::{Asking, Items, Question};

/// `--of pairings`.
pub(super) struct Pairings;

/// A pairing that lasted, or whose households were raised, in the period.
pub(super) struct Item {
    pairing: Pairing,
    /// Whom it reaches, by the first pairing that names them.
    recipient: Row<Pairing>,
    /// The last of its days that is in question.
    last: Day,
    volunteer: Row<Volunteer>,
    households: u64,
    /// Whether it lasted; what was raised after its end is counted as raised, and nowhere else.
    lasted: bool,
    is_raised: bool,
}

impl Question for Pairings {
    type Item = Item;
    const CODE: &'static str = "pairings";
    const TITLE: T = t("Pairings", "结对帮扶");
    const TABLES: TableSet = TableSet::of(&[TableId::PAIRINGS]);
    const FILTERS: &'static [&'static str] = &["kind", "place", "branch", "track", "volunteer"];
    const KIND: Option<&'static Column> = Some(Pairing::kind.column);

    fn items(asking: &Asking<'_>) -> Items<Item> {
        let pairings = &asking.book.pairings;
        let first = asking.period.map_or(Day::MIN, |period| period.from);
        let last = asking.period.map_or(asking.ask.as_of, |period| period.to.min(asking.ask.as_of));
        let (mut items, mut left_out) = (Vec::new(), LeftOut::repeats::<Pairing>(pairings.repeated));
        let recipients = Recipients::of(asking.book);
        let first_raised = recipients.raised(asking.book);
        for (row, pairing) in pairings.iter() {
            let recipient = recipients.get(row);
            let lasted = pairing.from.get().is_none_or(|from| from <= last) && pairing.to.get().is_none_or(|to| first <= to);
            // Raised on its own day, also after the end; whoever is helped twice is raised once, the first time.
            let is_first = pairing.raised.get().filter(|day| first_raised.get(&recipient) == Some(day));
            let is_raised = is_first.is_some_and(|day| asking.has(day));
            if !lasted && !is_raised {
                continue;
            }
            let is_lost = pairing.id.get().is_none() || pairing.from.get().is_none() || pairing.to.is_broken();
            let (Some(volunteer), Some(households), false) = (pairing.volunteer.get(), pairing.households.get(), is_lost) else {
                left_out.add(
                    "pairings",
                    asking.book.cause(pairings, row, &[Pairing::id, Pairing::volunteer, Pairing::households, Pairing::from, Pairing::to]),
                    1,
                );
                continue;
            };
            if asking.has_volunteer(Some(volunteer)) && asking.filters.has_place(pairing.place.get()) {
                items.push(Item {
                    pairing,
                    recipient,
                    last: pairing.to.get().map_or(last, |to| to.min(last)),
                    volunteer,
                    households: u64::from(households.0),
                    lasted,
                    is_raised,
                });
            }
        }
        Items { items, left_out }
    }

    fn dimensions() -> Vec<Dimension<Item>> {
        let mut all = vec![
            Dimension::own(KIND, |_, item: &Item, _| item.pairing.kind.get().map_or(Key::Unknown, |kind| Key::Of(u32::from(kind.number())))),
            Dimension::own(by::place::DIMENSION.heads(), |look, item: &Item, level| by::place::key_of(look, item.pairing.place, level)),
        ];
        all.extend(Dimension::of_people(|item: &Item| Some((item.last, item.volunteer))));
        all
    }

    fn measures() -> Vec<Measure<Item>> {
        vec![
            Measure::<Item>::new("pairings", t("Pairings", "结对数"), |items| count(items.iter().filter(|item| item.lasted).count()))
                .in_overview("pairings", t("Pairings", "结对帮扶")),
            Measure::<Item>::new("households", t("Households", "户数"), |items| reached(items, |item| item.lasted))
                .in_overview("households_reached", t("Households reached", "结对帮扶户数")),
            Measure::<Item>::new("households_raised", t("Raised", "脱困户数"), raised)
                .in_overview("households_raised", t("Households raised", "脱困户数")),
            Measure::<Item>::new("volunteers", t("Volunteers", "志愿者人数"), |items| {
                distinct(items.iter().filter(|item| item.lasted).map(|item| item.volunteer))
            }),
        ]
    }
}

const KIND: by::Heads = by::Heads {
    code: "kind",
    title: t("Kind", "类型"),
    named: false,
    reads: TableSet::NONE,
    label: |_, number| {
        let kind = PairingKind::nth(u8::try_from(number).unwrap_or_default());
        Label { order: u64::from(number), code: kind.code().to_owned(), title: Text::from(kind.title()) }
    },
    level: None,
};

/// The households of some pairings, whoever is helped twice once.
fn reached(items: &[&Item], is: impl Fn(&Item) -> bool) -> Value {
    Value::Count(households(items.iter().filter(|item| is(item)).map(|item| (item.recipient, item.households))))
}

/// The households of those who were raised, in any of their pairings.
fn raised(items: &[&Item]) -> Value {
    let raised: HashSet<Row<Pairing>> = items.iter().filter(|item| item.is_raised).map(|item| item.recipient).collect();
    reached(items, |item| raised.contains(&item.recipient))
}
