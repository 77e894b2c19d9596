//! Mutual labour: the hours that volunteers gave each other and received, and what is between the two.

use crate::figures::Value;
use crate::figures::stats::by::Key;
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::exchanges::Exchange;
use crate::tables::vocabulary::ExchangeKinds;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Column, TableSet};
use crate::value::{Amount, Day, Field, Row, TableId, Word};

use super::dimension::Dimension;
use super::measure::{Measure, distinct};
use super::{Asking, Items, Question};

/// `--of exchanges`.
pub(super) struct Exchanges;

/// One side of an exchange: somebody who gave or received.
pub(super) struct Side {
    exchange: Row<Exchange>,
    day: Day,
    kind: Field<Word<ExchangeKinds>>,
    volunteer: Row<Volunteer>,
    /// Hours given; received where less than nothing.
    hours: Amount,
}

impl Question for Exchanges {
    type Item = Side;
    const CODE: &'static str = "exchanges";
    const TITLE: T = t("Mutual labour", "互利换工");
    const TABLES: TableSet = TableSet::of(&[TableId::EXCHANGES]);
    const FILTERS: &'static [&'static str] = &["kind", "branch", "track", "volunteer"];
    const KIND: Option<&'static Column> = Some(Exchange::kind.column);

    fn items(asking: &Asking<'_>) -> Items<Side> {
        let is_lost = |x: &Exchange| x.id.get().is_none() || x.giver.get().is_none() || x.receiver.get().is_none() || x.hours.get().is_none();
        let both = Items::of(
            asking,
            &asking.book.exchanges,
            |x| x.date.get(),
            is_lost,
            |row, exchange, day| {
                let hours = exchange.hours.get()?;
                let side = |volunteer, hours| Side { exchange: row, day, kind: exchange.kind, volunteer, hours };
                Some([side(exchange.giver.get()?, hours), side(exchange.receiver.get()?, -hours)])
            },
        );
        let items = both.items.into_iter().flatten().filter(|side| asking.has_volunteer(Some(side.volunteer))).collect();
        Items { items, left_out: both.left_out }
    }

    fn dimensions() -> Vec<Dimension<Side>> {
        let mut all = vec![Dimension::words::<ExchangeKinds>("kind", t("Kind", "类型"), |_, side: &Side, _| Key::word(side.kind))];
        all.extend(Dimension::of_people(|side: &Side| Some((side.day, side.volunteer))));
        all.extend(Dimension::of_days(|side: &Side| side.day));
        all
    }

    fn measures() -> Vec<Measure<Side>> {
        vec![
            Measure::<Side>::new("exchanges", t("Exchanges", "换工次数"), |sides| distinct(sides.iter().map(|side| side.exchange)))
                .in_overview("exchanges", t("Exchanges of labour", "互利换工次数")),
            Measure::<Side>::new("given", t("Hours given", "出工小时"), |sides| sum(sides, |hours| hours.max(Amount::ZERO)))
                .in_overview("exchange_hours", t("Hours exchanged", "换工小时")),
            Measure::<Side>::new("received", t("Hours received", "受工小时"), |sides| sum(sides, |hours| (-hours).max(Amount::ZERO))),
            Measure::<Side>::new("balance", t("Balance", "结余"), |sides| sum(sides, |hours| hours)),
            Measure::<Side>::new("volunteers", t("Volunteers", "志愿者人数"), |sides| distinct(sides.iter().map(|side| side.volunteer)))
                .in_overview("exchange_volunteers", t("Volunteers exchanging labour", "参加换工的人数")),
        ]
    }

    fn notes(_: &crate::book::Book) -> Vec<Text> {
        vec![say!(
            "Each exchange has a giver and a receiver, who may stand in different rows. Balance: hours given less hours received, in the time asked about.",
            "每次换工有出工人和受工人，可能分在不同的行。结余：所问时段内出工小时减受工小时。"
        )]
    }
}

fn sum(sides: &[&Side], of: fn(Amount) -> Amount) -> Value {
    Value::Amount(sides.iter().map(|side| of(side.hours)).sum())
}
