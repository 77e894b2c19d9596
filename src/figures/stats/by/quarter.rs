//! By the quarter of the activity.

use crate::say::{Text, t};
use crate::tables::TableSet;
use crate::value::Day;

use super::{Dimension, Key, Label, Of};

pub(in crate::figures) static DIMENSION: Dimension = Dimension {
    code: "quarter",
    title: t("Quarter", "季度"),
    meaning: t("The quarter of the service.", "服务的季度。"),
    named: false,
    reads: TableSet::NONE,
    of: Of::Service(|_, service, _| key(service.day)),
    label: |_, number| Label { order: u64::from(number), code: code(number), title: Text::same(code(number)) },
    level: None,
};

/// The key of a day.
pub(in crate::figures) fn key(day: Day) -> Key {
    u32::try_from(day.year()).map_or(Key::Unknown, |year| Key::Of(year * 4 + day.quarter() - 1))
}

fn code(number: u32) -> String {
    format!("{:04}Q{}", number / 4, number % 4 + 1)
}
