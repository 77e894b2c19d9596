//! Trainings: who learned what, and until when it is in force.

use crate::figures::Value;
use crate::say::t;
use crate::tables::trainings::Training;

use super::columns::{Extra, Pick, columns};
use super::thing::end;
use super::{Asking, Noun, Periods, Span, Thing};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "place", "branch", "track", "role", "volunteer"],
    periods: Periods::Begins,
    settled: t("no longer or not yet in force", "已过有效期或尚未进行"),
    ..Noun::of::<Training>("training", t("Training", "培训"))
};

impl Thing for Training {
    const COLUMNS: &'static [Pick<Self>] = columns![Training: id, date, volunteer, title, hours, skill, expires, organiser];

    /// While it is in force.
    fn is_current(&self, asking: &Asking<'_>) -> bool {
        Span { first: self.date.get(), last: end(self.expires) }.may_have(asking.ask.as_of)
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let as_of = asking.ask.as_of;
        vec![
            Extra::words("in_force", t("In force", "是否有效"), |_, training: &Training| {
                if training.is_current(asking) { Value::word("yes", t("yes", "有效")) } else { Value::word("no", t("no", "无效")) }
            }),
            Extra::figure("days_left", t("Days left", "剩余天数"), move |_, training: &Training| {
                let left = training.expires.get().filter(|_| training.is_current(asking)).map(|expires| expires.since(as_of).unsigned_abs());
                left.map_or(Value::Empty, Value::Count)
            }),
        ]
    }
}
