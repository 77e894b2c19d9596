//! Commitments: what volunteers promised in public, and whether they kept it.

use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::commitments::Commitment;
use crate::value::{Day, Row, TableId};

use super::columns::{Extra, Pick, columns};
use super::names::named;
use super::thing::end;
use super::{Asking, Noun, Periods, Span, Thing, publicity};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "kind", "place", "branch", "track", "role", "volunteer"],
    shows: TableSet::of(&[TableId::PUBLICITY]),
    periods: Periods::Begins,
    settled: t("marked as kept or not kept, or made later", "已标明是否践诺，或之后才作出"),
    ..Noun::of::<Commitment>("commitment", t("Commitment", "承诺"))
};

impl Thing for Commitment {
    const COLUMNS: &'static [Pick<Self>] = columns![Commitment: id, volunteer, text, due, +days_overdue, made, published, kept, category];

    /// From the day it was made to the day it is due.
    fn span(&self) -> Span {
        Span { first: self.made.get(), last: end(self.due) }
    }

    fn is_current(&self, asking: &Asking<'_>) -> bool {
        self.made.get().is_none_or(|made| made <= asking.ask.as_of) && self.kept.get().is_none()
    }

    /// What is still open comes first, the most urgent before all.
    fn order(&self, asking: &Asking<'_>) -> Option<(u8, i64)> {
        Some((u8::from(!self.is_current(asking)), self.due.get().map_or(i64::MAX, |due| due.since(Day::MIN))))
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let as_of = asking.ask.as_of;
        let left = move |commitment: &Commitment, is_late: bool| {
            let due = commitment.due.get().filter(|due| commitment.is_current(asking) && (*due < as_of) == is_late);
            due.map_or(Value::Empty, |due| Value::Count(due.since(as_of).unsigned_abs()))
        };
        vec![
            Extra::figure("days_left", t("Days left", "剩余天数"), move |_, commitment| left(commitment, false)),
            Extra::figure("days_overdue", t("Days overdue", "过期天数"), move |_, commitment| left(commitment, true)),
        ]
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        publicity::about(asking, &named(asking.book, row).id).into_iter().collect()
    }
}
