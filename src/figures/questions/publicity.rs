//! What was made known: notices, banners, broadcasts, articles.

use crate::figures::stats::by::Key;
use crate::say::{T, t};
use crate::tables::TableSet;
use crate::tables::publicity::Publicity;
use crate::tables::vocabulary::PublicityChannels;
use crate::value::{Day, TableId};

use super::dimension::Dimension;
use super::measure::{Measure, count};
use super::{Asking, Items, Question};

/// `--of publicity`.
pub(super) struct PublicityOf;

/// A notice, and its day.
pub(super) struct Item(Publicity, Day);

impl Question for PublicityOf {
    type Item = Item;
    const CODE: &'static str = "publicity";
    const TITLE: T = t("Publicity", "宣传");
    const TABLES: TableSet = TableSet::of(&[TableId::PUBLICITY]);
    const FILTERS: &'static [&'static str] = &[];

    fn items(asking: &Asking<'_>) -> Items<Item> {
        let is_lost = |p: &Publicity| p.id.get().is_none();
        Items::of(asking, &asking.book.publicity, |p| p.date.get(), is_lost, |_, publicity, day| Some(Item(publicity, day)))
    }

    fn dimensions() -> Vec<Dimension<Item>> {
        let channel = Dimension::words::<PublicityChannels>("channel", t("Channel", "宣传渠道"), |_, item: &Item, _| Key::word(item.0.channel));
        let mut all = vec![channel];
        all.extend(Dimension::of_days(|item: &Item| item.1));
        all
    }

    fn measures() -> Vec<Measure<Item>> {
        vec![
            Measure::<Item>::new("publicity", t("Publicity", "宣传次数"), |items| count(items.len()))
                .in_overview("publicity", t("Publicity", "宣传次数")),
        ]
    }
}
