//! Exemplars, awards and stars that volunteers and teams were given.

use crate::figures::stats::by;
use crate::say::{T, t};
use crate::tables::TableSet;
use crate::tables::recognitions::Recognition;
use crate::value::{Day, TableId};

use super::dimension::Dimension;
use super::measure::{Measure, count, distinct};
use super::{Asking, Items, Question};

/// `--of recognitions`.
pub(super) struct Recognitions;

/// A recognition, and its day.
pub(super) struct Item(Recognition, Day);

impl Question for Recognitions {
    type Item = Item;
    const CODE: &'static str = "recognitions";
    const TITLE: T = t("Recognitions", "表彰奖励");
    const TABLES: TableSet = TableSet::of(&[TableId::RECOGNITIONS]);
    const FILTERS: &'static [&'static str] = &["team", "branch", "track", "volunteer"];

    fn items(asking: &Asking<'_>) -> Items<Item> {
        // One that names both or neither is nobody's.
        let is_lost =
            |r: &Recognition| r.id.get().is_none() || r.volunteer.is_broken() || r.team.is_broken() || r.volunteer.is_empty() == r.team.is_empty();
        Items::of(
            asking,
            &asking.book.recognitions,
            |r| r.date.get(),
            is_lost,
            |_, recognition, day| {
                let is_asked = asking.has_volunteer(recognition.volunteer.get()) && asking.filters.has_host(recognition.team.get());
                is_asked.then_some(Item(recognition, day))
            },
        )
    }

    fn dimensions() -> Vec<Dimension<Item>> {
        let team = by::Heads { title: t("Team", "服务队"), ..by::team::DIMENSION.heads() };
        let mut all = vec![Dimension::own(team, |_, item: &Item, _| by::Key::row(item.0.team))];
        all.extend(Dimension::of_people(|item: &Item| Some((item.1, item.0.volunteer.get()?))));
        all.extend(Dimension::of_days(|item: &Item| item.1));
        all
    }

    fn measures() -> Vec<Measure<Item>> {
        vec![
            Measure::<Item>::new("recognitions", t("Recognitions", "表彰数"), |items| count(items.len()))
                .in_overview("recognitions", t("Recognitions", "表彰奖励")),
            Measure::<Item>::new("volunteers", t("Volunteers", "志愿者人数"), |items| {
                distinct(items.iter().filter_map(|item| item.0.volunteer.get()))
            }),
            Measure::<Item>::new("teams", t("Teams", "服务队数"), |items| distinct(items.iter().filter_map(|item| item.0.team.get()))),
        ]
    }
}
