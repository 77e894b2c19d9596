//! Publicity: what was made known, where, and about what.

use crate::book::about::ABOUT;
use crate::book::{About, Book};
use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::publicity::Publicity;
use crate::value::{Day, Row, TableId, Target};

use super::columns::{Extra, Pick, columns};
use super::names::{name, noun_of};
use super::related::related;
use super::{Asking, Belongs, Noun, Periods, Thing};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "kind", "place", "branch", "track", "campaign", "role", "volunteer"],
    reads: ABOUT,
    periods: Periods::Begins,
    settled: t("dated later", "日期在此之后"),
    ..Noun::of::<Publicity>("publicity", t("Publicity", "宣传"))
};

impl Thing for Publicity {
    const COLUMNS: &'static [Pick<Self>] = columns![Publicity: id, date, channel, title, about, +about_name, +about_table];

    /// Nobody's: it is asked for where that which it is about is.
    fn belongs(&self, _: &Asking<'_>, _: Row<Self>) -> Belongs {
        Belongs::default()
    }

    fn is_asked_on(&self, asking: &Asking<'_>, _: Row<Self>, day: Day) -> bool {
        let subject = subject(asking.book, self).and_then(|(table, row)| Some((noun_of(table)?, row)));
        subject.is_some_and(|(noun, row)| (noun.is_asked_on)(asking, row, day))
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let book = asking.book;
        vec![
            Extra::words("about_name", t("About: name", "关于：名称"), move |_, publicity| {
                let name = what(book, publicity).and_then(|(table, row)| name(book, table, row));
                name.map_or(Value::Empty, |name| Value::Text(name.to_owned()))
            }),
            Extra::words("about_table", t("About: table", "关于：表"), move |_, publicity| {
                let table = what(book, publicity).and_then(|(table, _)| table.description());
                table.map_or(Value::Empty, |table| Value::word(table.name, table.title))
            }),
        ]
    }
}

/// The row that publicity is about; `None` where there is none, or where it may be one of several.
fn what(book: &Book, publicity: &Publicity) -> Option<(TableId, u32)> {
    match book.about(publicity)? {
        About::Row(table, row) => Some((table, row)),
        About::Several(_) | About::Nothing | About::Unknown => None,
    }
}

/// So many notices about notices are followed: some may be about one another.
const FOLLOWED: usize = 8;

/// What publicity is about in the end, where it is about other publicity.
fn subject(book: &Book, publicity: &Publicity) -> Option<(TableId, u32)> {
    let notice = |(table, row): &(TableId, u32)| book.publicity.get(Row::new(*row)).filter(|_| *table == Publicity::TARGET);
    let about = std::iter::successors(what(book, publicity), |about| what(book, &notice(about)?));
    about.take(FOLLOWED).find(|(table, _)| *table != Publicity::TARGET)
}

/// What was made known about the row of an id.
pub(super) fn about(asking: &Asking<'_>, id: &str) -> Option<Sheet> {
    let book = asking.book;
    related::<Publicity>(asking, "publicity", t("Made known", "宣传"), columns![Publicity: id, date, channel, title], |_, publicity| {
        publicity.about.get().is_some_and(|about| book.publicity.text(about) == id)
    })
}
