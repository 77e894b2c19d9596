//! By the track of the participant.

use crate::say::t;
use crate::tables::TableSet;
use crate::tables::vocabulary::Tracks;
use crate::value::TableId;

use super::{Dimension, Key, Of};

pub(in crate::figures) static DIMENSION: Dimension = Dimension {
    code: "track",
    title: t("Track", "类别"),
    meaning: t("The track of the participant; outcomes stand in the track of their metric.", "参加人的类别；成效列在指标所属的类别。"),
    named: false,
    reads: TableSet::of(&[TableId::VOLUNTEERS]),
    of: Of::Person(|look, part| look.book.volunteers.get(part.volunteer).map_or(Key::Unknown, |v| Key::word(v.track))),
    label: |look, number| look.word::<Tracks>(number),
    level: None,
};
