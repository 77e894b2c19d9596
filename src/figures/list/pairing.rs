//! Pairings: who helps whom, for how long, and what came of it.

use chrono::Datelike;

use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::pairings::Pairing;
use crate::value::{Row, TableId};

use super::columns::{Extra, Pick, columns};
use super::names::named;
use super::{Asking, Noun, Periods, Private, Span, Thing, publicity, served};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "kind", "place", "branch", "track", "role", "volunteer"],
    shows: TableSet::of(&[TableId::PUBLICITY]),
    periods: Periods::Lasts,
    settled: t("over or not yet begun", "已结束或尚未开始"),
    private: Private::Shown,
    ..Noun::of::<Pairing>("pairing", t("Pairing", "结对帮扶"))
};

impl Thing for Pairing {
    const COLUMNS: &'static [Pick<Self>] = columns![Pairing: id, volunteer, kind, recipient, households, from, +months, raised, place, to];

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        vec![Extra::figure("months", t("Months", "持续月数"), |_, pairing| months(asking, pairing).map_or(Value::Empty, Value::Count))]
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let recipient = self.recipient.get().map(|recipient| asking.book.pairings.text(recipient));
        let mut sheets: Vec<Sheet> = recipient.and_then(|recipient| served::sheet(asking, recipient)).into_iter().collect();
        sheets.extend(publicity::about(asking, &named(asking.book, row).id));
        sheets
    }
}

/// How many whole months it has lasted, up to the day asked about.
fn months(asking: &Asking<'_>, pairing: &Pairing) -> Option<u64> {
    let Span { first, last } = pairing.span();
    // The day after the last, since both days are in: from 5 March to 4 April is a month.
    let (from, to) = (first?.date(), last?.min(asking.ask.as_of).plus(1).date());
    let whole = (to.year() - from.year()) * 12 + i32::try_from(to.month()).ok()? - i32::try_from(from.month()).ok()?;
    // A month that has no such day is over with its last.
    let is_whole = to.day() >= from.day();
    u64::try_from(whole - i32::from(!is_whole)).ok()
}
