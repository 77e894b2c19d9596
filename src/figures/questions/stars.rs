//! Star levels: who has given so many hours since the beginning, and reached a level in the period.

use rayon::prelude::*;

use crate::book::Book;
use crate::book::needs::SERVICES;
use crate::figures::stats::by::{self, Key, Label};
use crate::figures::{LeftOut, Value, scope};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::TableSet;
use crate::tables::activities::ActivityStatus;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Field, Row, TableId};

use super::dimension::Dimension;
use super::measure::{Measure, count};
use super::{Asking, Items, Question};

/// `--of stars`.
pub(super) struct Stars;

/// Somebody with a star level.
pub(super) struct Item {
    volunteer: Row<Volunteer>,
    /// The last day in question.
    last: Day,
    /// The level, from 1.
    level: usize,
    /// Whether it was lower before the period.
    is_new: bool,
    /// All hours up to the last day.
    hours: Amount,
}

impl Question for Stars {
    type Item = Item;
    const CODE: &'static str = "stars";
    const TITLE: T = t("Star levels", "星级");
    const TABLES: TableSet = TableSet::of(&[TableId::PARTICIPATIONS, TableId::OPENINGS]);
    const READS: TableSet = SERVICES.with(&[TableId::OUTCOMES]);
    const FILTERS: &'static [&'static str] = &["branch", "track", "volunteer"];
    const BY: Option<&'static str> = Some("level");

    fn items(asking: &Asking<'_>) -> Items<Item> {
        let stars = &asking.book.settings.rules.stars;
        let level = |hours: Amount| stars.iter().filter(|star| star.saturating_mul(10_000) <= hours.ten_thousandths()).count();
        let last = last(asking);
        let items = hours(asking).into_iter().filter_map(|(volunteer, before, hours)| {
            let (was, level) = (level(before), level(hours));
            let is_asked = level > 0 && asking.has_volunteer(Some(volunteer));
            is_asked.then_some(Item { volunteer, last, level, is_new: was < level, hours })
        });
        Items { items: items.collect(), left_out: LeftOut::default() }
    }

    fn dimensions() -> Vec<Dimension<Item>> {
        let mut all = vec![Dimension::own(LEVEL, |_, item: &Item, _| u32::try_from(item.level).map_or(Key::Unknown, Key::Of))];
        all.extend(Dimension::of_people(|item: &Item| Some((item.last, item.volunteer))));
        all
    }

    fn measures() -> Vec<Measure<Item>> {
        vec![
            Measure::<Item>::new("reached", t("Newly reached", "新达到"), |items| count(items.iter().filter(|item| item.is_new).count()))
                .in_overview("stars_reached", t("Star levels newly reached", "新达到星级的人数")),
            Measure::<Item>::new("holders", t("Hold it", "现有人数"), |items| count(items.len()))
                .in_overview("stars_held", t("Volunteers with a star level", "有星级的人数")),
            Measure::<Item>::new("hours", t("Hours since the beginning", "累计服务时长"), |items| {
                Value::Amount(items.iter().map(|item| item.hours).sum())
            }),
        ]
    }

    fn notes(book: &Book) -> Vec<Text> {
        let stars: Vec<Text> = book.settings.rules.stars.iter().map(|star| Text::same(star.to_string())).collect();
        vec![say!(
            "The levels are reached at {stars} hours of service since the beginning, those before the book included. Newly reached: \
             lower before the time asked about; whoever rose by several levels counts at the highest.",
            "累计服务时长（含期初数）达到 {stars} 小时为各星级。新达到：所问时段以前级别较低；一次升几级的，只计最高一级。",
            stars = Text::list(stars)
        )]
    }

    fn left_out(asking: &Asking<'_>) -> LeftOut {
        // All hours since the beginning count.
        scope::left_out(asking.book, asking.ask, None).only(&["activities", "participations"])
    }

    fn is_in_overview(items: &Items<Item>, _: &Book) -> bool {
        !items.items.is_empty()
    }
}

const LEVEL: by::Heads = by::Heads {
    code: "level",
    title: t("Level", "星级"),
    named: false,
    reads: TableSet::NONE,
    label: |look, number| {
        let hours = usize::try_from(number).ok().and_then(|n| look.book.settings.rules.stars.get(n.checked_sub(1)?)).copied().unwrap_or_default();
        let title = say!("{n} ({hours} h)", "{n} 星（{hours} 小时）", n = number, hours = hours);
        Label { order: u64::from(number), code: number.to_string(), title }
    },
    level: None,
};

/// The last day in question.
fn last(asking: &Asking<'_>) -> Day {
    let day = asking.ask.as_of.min(asking.ask.today);
    asking.period.map_or(day, |period| period.to.min(day))
}

/// The hours of every volunteer before the period and up to its end, openings included: one walk over the participations.
fn hours(asking: &Asking<'_>) -> Vec<(Row<Volunteer>, Amount, Amount)> {
    let book = asking.book;
    let (first, last) = (asking.period.map_or(Day::MIN, |period| period.from).min(asking.ask.as_of.plus(1)), last(asking));
    let days: Vec<Field<Day>> = book
        .activities
        .iter()
        .map(|(_, a)| {
            let counts = a.id.get().is_some() && a.hours.get().is_some() && a.status.get() == Some(ActivityStatus::Held);
            if counts { a.date } else { Field::EMPTY }
        })
        .collect();
    let mut openings = vec![(Amount::ZERO, Amount::ZERO); book.volunteers.len()];
    for (_, opening) in book.openings.iter() {
        let (Some(until), Some(hours), Some(volunteer)) = (opening.until.get(), opening.hours.get(), opening.volunteer.get()) else { continue };
        if let Some(sums) = openings.get_mut(volunteer.index()).filter(|_| opening.team.is_empty()) {
            add(sums, until, hours, first, last);
        }
    }
    let facts = book.facts();
    openings
        .into_par_iter()
        .enumerate()
        .with_min_len(256)
        .filter_map(|(n, mut sums)| {
            let volunteer = Row::<Volunteer>::new(u32::try_from(n).ok()?);
            for (_, participation) in facts.of_volunteer(book, volunteer) {
                let day = participation.activity.get().and_then(|activity| days.get(activity.index())?.get());
                if let (Some(day), Some(hours), Some(true)) = (day, participation.hours.get(), participation.attended()) {
                    add(&mut sums, day, hours, first, last);
                }
            }
            (sums.1 > Amount::ZERO).then_some((volunteer, sums.0, sums.1))
        })
        .collect()
}

/// Adds hours of a day to those before the first and those up to the last.
fn add(sums: &mut (Amount, Amount), day: Day, hours: Amount, first: Day, last: Day) {
    if day < first && day <= last {
        sums.0 += hours;
    }
    if day <= last {
        sums.1 += hours;
    }
}
