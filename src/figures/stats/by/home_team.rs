//! By the team that the participant belonged to that day.

use crate::book::needs::HISTORY;
use crate::say::t;
use crate::tables::teams::Team;
use crate::value::Row;

use super::{Dimension, Key, Of, name_in};

pub(in crate::figures) static DIMENSION: Dimension = Dimension {
    code: "home-team",
    title: t("Home team", "所属服务队"),
    meaning: t("The team that the participant belonged to on the day of the service.", "参加人服务当天所属的服务队。"),
    named: true,
    reads: HISTORY,
    of: Of::Person(|look, part| part.home.map_or_else(|| look.homeless(part), |home| Key::Of(home.team.number))),
    label: |look, number| look.row::<Team>(number, |book| name_in(&book.teams, book.teams.get(Row::new(number)).map(|t| t.name))),
    level: None,
};
