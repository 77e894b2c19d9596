//! Service posts: who declared them, and how many places are free.

use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::posts::Post;
use crate::tables::volunteers::Volunteer;
use crate::value::{Row, TableId};

use super::columns::{Extra, Pick, columns, counted, lazily, tally};
use super::related::related;
use super::{Asking, Belongs, Noun, Thing};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "place", "volunteer"],
    reads: TableSet::of(&[TableId::VOLUNTEERS]),
    shows: TableSet::of(&[TableId::VOLUNTEERS]),
    ..Noun::of::<Post>("post", t("Service post", "服务岗位"))
};

impl Thing for Post {
    const COLUMNS: &'static [Pick<Self>] = columns![Post: id, name, team, capacity, +declared, +free, place];

    fn belongs(&self, asking: &Asking<'_>, row: Row<Self>) -> Belongs {
        let has_declared = |volunteer: &&Row<Volunteer>| asking.book.volunteers.get(**volunteer).is_some_and(|record| record.post.get() == Some(row));
        let person = asking.filters.volunteers().and_then(|all| all.iter().find(has_declared)).copied();
        Belongs { people: [person, None], team: self.team.get(), place: self.place.get(), is_own: true, ..Belongs::default() }
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let book = asking.book;
        let declared = move || {
            let active = book.volunteers.iter().filter(|(_, volunteer)| volunteer.is_current(asking));
            tally(active.filter_map(|(_, volunteer)| volunteer.post.get()).map(|post| post.number))
        };
        let taken = lazily(declared);
        vec![
            counted("declared", t("Declared", "已申报"), declared),
            Extra::figure("free", t("Free", "空余"), move |row: Row<Post>, post: &Post| {
                let taken = taken.get(&row.number).copied().unwrap_or_default();
                post.capacity.get().map_or(Value::Empty, |capacity| Value::Count(u64::from(capacity.0).saturating_sub(taken)))
            }),
        ]
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let columns = columns![Volunteer: id, name, +home_team, skills, joined];
        let people = related::<Volunteer>(asking, "volunteers", t("Declared by", "申报人"), columns, |_, volunteer| {
            volunteer.post.get() == Some(row) && volunteer.is_current(asking)
        });
        people.into_iter().collect()
    }
}
