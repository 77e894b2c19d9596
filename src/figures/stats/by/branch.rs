//! By the branch of the participant.

use crate::say::t;
use crate::tables::TableSet;
use crate::tables::branches::Branch;
use crate::value::{Row, TableId};

use super::{Dimension, Key, Of, name_in};

pub(in crate::figures) static DIMENSION: Dimension = Dimension {
    code: "branch",
    title: t("Branch (today's)", "党支部（现在的）"),
    meaning: t("The Party branch of the participant. A branch has no history: it is today's.", "参加人的党支部。党支部没有历史，按现在的算。"),
    named: true,
    reads: TableSet::of(&[TableId::BRANCHES, TableId::VOLUNTEERS]),
    of: Of::Person(|look, part| look.book.volunteers.get(part.volunteer).map_or(Key::Unknown, |v| Key::row(v.branch))),
    label: |look, number| look.row::<Branch>(number, |book| name_in(&book.branches, book.branches.get(Row::new(number)).map(|b| b.name))),
    level: None,
};
