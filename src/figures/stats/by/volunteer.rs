//! By the participant.

use crate::say::t;
use crate::tables::TableSet;
use crate::tables::volunteers::Volunteer;
use crate::value::{Row, TableId};

use super::{Dimension, Key, Of, name_in};

pub(in crate::figures) static DIMENSION: Dimension = Dimension {
    code: "volunteer",
    title: t("Volunteer", "志愿者"),
    meaning: t("The participant.", "参加人本人。"),
    named: true,
    reads: TableSet::of(&[TableId::VOLUNTEERS]),
    of: Of::Person(|_, part| Key::Of(part.volunteer.number)),
    label: |look, number| look.row::<Volunteer>(number, |book| name_in(&book.volunteers, book.volunteers.get(Row::new(number)).map(|v| v.name))),
    level: None,
};
