//! By the team that held the activity.

use crate::say::t;
use crate::tables::TableSet;
use crate::tables::teams::Team;
use crate::value::{Row, TableId};

use super::{Dimension, Key, Of, name_in};

pub(in crate::figures) static DIMENSION: Dimension = Dimension {
    code: "team",
    title: t("Host team", "主办服务队"),
    meaning: t("The team that held the service.", "主办这次服务的服务队。"),
    named: true,
    reads: TableSet::of(&[TableId::TEAMS]),
    of: Of::Service(|_, service, _| Key::row(service.activity.team)),
    label: |look, number| look.row::<Team>(number, |book| name_in(&book.teams, book.teams.get(Row::new(number)).map(|t| t.name))),
    level: None,
};
