//! By the role that the participant had in the home team that day.

use crate::book::needs::HISTORY;
use crate::say::{Text, t};
use crate::tables::memberships::Role;
use crate::value::fixed::Fixed;

use super::{Dimension, Key, Label, Of};

pub(super) static DIMENSION: Dimension = Dimension {
    code: "role",
    title: t("Role", "角色"),
    meaning: t(
        "What the participant was in the home team on the day of the service: backbone, successor or member.",
        "参加人服务当天在所属队的角色：骨干、后备或队员。",
    ),
    named: false,
    reads: HISTORY,
    of: Of::Person(|look, part| match part.home {
        None => look.homeless(part),
        Some(home) => home.role.map_or(Key::Unknown, |role| Key::Of(u32::from(role.number()))),
    }),
    label: |_, number| {
        let role = Role::nth(u8::try_from(number).unwrap_or_default());
        Label { order: u64::from(number), code: role.code().to_owned(), title: Text::from(role.title()) }
    },
    level: None,
};
