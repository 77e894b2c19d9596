//! By the campaign that the activity belongs to.

use crate::say::t;
use crate::tables::TableSet;
use crate::tables::campaigns::Campaign;
use crate::value::{Row, TableId};

use super::{Dimension, Key, Of, name_in};

pub(super) static DIMENSION: Dimension = Dimension {
    code: "campaign",
    title: t("Campaign", "活动品牌"),
    meaning: t("The campaign that the activity belongs to.", "活动所属的活动品牌。"),
    named: true,
    reads: TableSet::of(&[TableId::CAMPAIGNS]),
    of: Of::Service(|_, service, _| Key::row(service.activity.campaign)),
    label: |look, number| look.row::<Campaign>(number, |book| name_in(&book.campaigns, book.campaigns.get(Row::new(number)).map(|c| c.name))),
    level: None,
};
