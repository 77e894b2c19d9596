//! By the kind of the activity.

use crate::say::t;
use crate::tables::TableSet;
use crate::tables::vocabulary::ActivityKinds;

use super::{Dimension, Key, Of};

pub(super) static DIMENSION: Dimension = Dimension {
    code: "kind",
    title: t("Kind", "活动类型"),
    meaning: t("The kind of the activity, a word of `activity-kinds`.", "活动的类型，词表 `activity-kinds` 中的词。"),
    named: false,
    reads: TableSet::NONE,
    of: Of::Service(|_, service, _| Key::word(service.activity.kind)),
    label: |look, number| look.word::<ActivityKinds>(number),
    level: None,
};
