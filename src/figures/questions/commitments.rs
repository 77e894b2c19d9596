//! Commitments made in the period; of these, published and kept up to the day asked about.

use crate::figures::stats::by::Key;
use crate::say::{T, t};
use crate::tables::TableSet;
use crate::tables::commitments::{Commitment, Kept};
use crate::tables::vocabulary::CommitmentCategories;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row, TableId};

use super::dimension::Dimension;
use super::measure::{Measure, count};
use super::{Asking, Items, Question};

/// `--of commitments`.
pub(super) struct Commitments;

/// A commitment as it stood on the day asked about.
pub(super) struct Item {
    commitment: Commitment,
    made: Day,
    volunteer: Row<Volunteer>,
    is_published: bool,
    is_overdue: bool,
}

impl Question for Commitments {
    type Item = Item;
    const CODE: &'static str = "commitments";
    const TITLE: T = t("Commitments", "承诺");
    const TABLES: TableSet = TableSet::of(&[TableId::COMMITMENTS]);
    const FILTERS: &'static [&'static str] = &["branch", "track", "volunteer"];

    fn items(asking: &Asking<'_>) -> Items<Item> {
        let as_of = asking.ask.as_of;
        let is_lost = |c: &Commitment| c.id.get().is_none() || c.volunteer.get().is_none() || c.kept.is_broken();
        Items::of(
            asking,
            &asking.book.commitments,
            |c| c.made.get(),
            is_lost,
            |_, commitment, made| {
                let volunteer = commitment.volunteer.get().filter(|volunteer| asking.has_volunteer(Some(*volunteer)))?;
                Some(Item {
                    commitment,
                    made,
                    volunteer,
                    is_published: commitment.published.get().is_some_and(|day| day <= as_of),
                    is_overdue: commitment.kept.is_empty() && commitment.due.get().is_some_and(|due| made <= due && due < as_of),
                })
            },
        )
    }

    fn dimensions() -> Vec<Dimension<Item>> {
        let category = Dimension::words::<CommitmentCategories>("category", t("Category", "承诺类型"), |_, item: &Item, _| {
            Key::word(item.commitment.category)
        });
        let mut all = vec![category];
        all.extend(Dimension::of_people(|item: &Item| Some((item.made, item.volunteer))));
        all.extend(Dimension::of_days(|item: &Item| item.made));
        all
    }

    fn measures() -> Vec<Measure<Item>> {
        vec![
            Measure::<Item>::new("commitments", t("Made", "承诺数"), |items| count(items.len()))
                .in_overview("commitments", t("Commitments made", "承诺")),
            Measure::<Item>::new("published", t("Published", "已公示"), |items| count(items.iter().filter(|i| i.is_published).count()))
                .in_overview("commitments_published", t("Commitments published", "已公示的承诺")),
            Measure::<Item>::new("kept", t("Kept", "已践诺"), |items| count(marked(items, Kept::Yes)))
                .in_overview("commitments_kept", t("Commitments kept", "已践诺的承诺")),
            Measure::<Item>::new("not_kept", t("Not kept", "未践诺"), |items| count(marked(items, Kept::No))),
            Measure::<Item>::new("overdue", t("Overdue", "到期未标明"), |items| count(items.iter().filter(|i| i.is_overdue).count())),
        ]
    }
}

fn marked(items: &[&Item], kept: Kept) -> usize {
    items.iter().filter(|item| item.commitment.kept.get() == Some(kept)).count()
}
