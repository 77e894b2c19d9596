//! Publicity: what was made known, where, and about what.

use crate::book::Book;
use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::ALL;
use crate::tables::activities::Activity;
use crate::tables::campaigns::Campaign;
use crate::tables::publicity::Publicity;
use crate::tables::recognitions::Recognition;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Row, TableId, Target};

use super::columns::{Extra, related};
use super::names::name;
use super::{Asking, Belongs, Noun, Periods, Span, Thing};

pub(super) static NOUN: Noun = Noun {
    columns: &["id", "date", "channel", "title", "about", "about_name", "about_table"],
    filters: &["team", "kind", "place", "campaign", "volunteer"],
    kind: "channel",
    periods: Periods::Begins,
    settled: t("dated later", "日期在此之后"),
    ..Noun::of::<Publicity>("publicity", t("Publicity", "宣传"))
};

impl Thing for Publicity {
    /// What it is about: the team, place or person of that.
    fn belongs(&self, asking: &Asking<'_>, _: Row<Self>) -> Belongs {
        let book = asking.book;
        let Some((table, row)) = what(book, self) else { return Belongs::default() };
        fn of<R: Thing>(asking: &Asking<'_>, row: u32) -> Belongs {
            let row = Row::new(row);
            R::table(asking.book).get(row).map(|record| record.belongs(asking, row)).unwrap_or_default()
        }
        match table {
            Activity::TARGET => of::<Activity>(asking, row),
            Campaign::TARGET => of::<Campaign>(asking, row),
            Recognition::TARGET => of::<Recognition>(asking, row),
            Team::TARGET => of::<Team>(asking, row),
            Volunteer::TARGET => of::<Volunteer>(asking, row),
            _ => Belongs::default(),
        }
    }

    fn span(&self) -> Span {
        Span::day(self.date)
    }

    fn is_current(&self, asking: &Asking<'_>) -> bool {
        self.date.get().is_none_or(|date| date <= asking.ask.as_of)
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

/// The row that publicity is about: the first of that id, private tables left out; `None` where there is none.
fn what(book: &Book, publicity: &Publicity) -> Option<(TableId, u32)> {
    let id = book.publicity.text(publicity.about.get()?);
    let tables = (0u8..).zip(ALL).filter(|(_, table)| !table.is_private() && table.has_ids());
    tables.map(|(number, _)| TableId(number)).find_map(|table| Some((table, book.keys(table)?.find(id)?)))
}

/// What was made known about the row of an id.
pub(super) fn about(asking: &Asking<'_>, id: &str) -> Option<Sheet> {
    let book = asking.book;
    related::<Publicity>(asking, "publicity", t("Made known", "宣传"), &["id", "date", "channel", "title"], vec![], |_, publicity| {
        publicity.about.get().is_some_and(|about| book.publicity.text(about) == id)
    })
}
