//! Trainings that volunteers have had; their hours are no service hours.

use crate::figures::Value;
use crate::figures::stats::by::Key;
use crate::say::{T, t};
use crate::tables::TableSet;
use crate::tables::trainings::Training;
use crate::tables::vocabulary::Skills;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Row, TableId};

use super::dimension::Dimension;
use super::measure::{Measure, count, distinct};
use super::{Asking, Items, Question};

/// `--of trainings`.
pub(super) struct Trainings;

/// A training of one volunteer.
pub(super) struct Item {
    training: Training,
    day: Day,
    volunteer: Row<Volunteer>,
    hours: Amount,
}

impl Question for Trainings {
    type Item = Item;
    const CODE: &'static str = "trainings";
    const TITLE: T = t("Trainings", "培训");
    const TABLES: TableSet = TableSet::of(&[TableId::TRAININGS]);
    const FILTERS: &'static [&'static str] = &["branch", "track", "volunteer"];

    fn items(asking: &Asking<'_>) -> Items<Item> {
        let is_lost = |t: &Training| t.id.get().is_none() || t.volunteer.get().is_none() || t.hours.get().is_none();
        Items::of(
            asking,
            &asking.book.trainings,
            |t| t.date.get(),
            is_lost,
            |_, training, day| {
                let volunteer = training.volunteer.get().filter(|volunteer| asking.has_volunteer(Some(*volunteer)))?;
                Some(Item { training, day, volunteer, hours: training.hours.get()? })
            },
        )
    }

    fn dimensions() -> Vec<Dimension<Item>> {
        let mut all = vec![Dimension::words::<Skills>("skill", t("Speciality", "特长"), |_, item: &Item, _| Key::word(item.training.skill))];
        all.extend(Dimension::of_people(|item: &Item| Some((item.day, item.volunteer))));
        all.extend(Dimension::of_days(|item: &Item| item.day));
        all
    }

    fn measures() -> Vec<Measure<Item>> {
        vec![
            Measure::<Item>::new("trainings", t("Trainings", "培训人次"), |items| count(items.len()))
                .in_overview("trainings", t("Trainings", "培训人次")),
            Measure::<Item>::new("hours", t("Hours", "学时"), |items| Value::Amount(items.iter().map(|item| item.hours).sum()))
                .in_overview("training_hours", t("Training hours", "培训学时")),
            Measure::<Item>::new("volunteers", t("Volunteers", "志愿者人数"), |items| distinct(items.iter().map(|item| item.volunteer)))
                .in_overview("trained_volunteers", t("Volunteers trained", "培训人数")),
        ]
    }
}
