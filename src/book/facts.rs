//! Who took part in what: the activity relation from either side.

use std::sync::OnceLock;

use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::Row;

use super::{Book, Groups};

/// Participations by activity and by volunteer, each laid out when somebody first asks: most questions need one of the two.
#[derive(Default)]
pub struct Facts {
    by_activity: OnceLock<Groups>,
    by_volunteer: OnceLock<Groups>,
}

impl Facts {
    fn by_activity(&self, book: &Book) -> &Groups {
        let pairs = || book.participations.iter().filter_map(|(row, p)| Some((p.activity.get()?.number, row.number)));
        self.by_activity.get_or_init(|| Groups::of(book.activities.len(), pairs))
    }

    fn by_volunteer(&self, book: &Book) -> &Groups {
        let pairs = || book.participations.iter().filter_map(|(row, p)| Some((p.volunteer.get()?.number, row.number)));
        self.by_volunteer.get_or_init(|| Groups::of(book.volunteers.len(), pairs))
    }

    /// The participations in an activity.
    pub fn of_activity<'b>(&'b self, book: &'b Book, activity: Row<Activity>) -> impl Iterator<Item = (Row<Participation>, Participation)> + 'b {
        self.by_activity(book).get(activity.number).iter().filter_map(move |n| Some((Row::new(*n), book.participations.get(Row::new(*n))?)))
    }

    /// The participations of a volunteer.
    pub fn of_volunteer<'b>(&'b self, book: &'b Book, volunteer: Row<Volunteer>) -> impl Iterator<Item = (Row<Participation>, Participation)> + 'b {
        self.by_volunteer(book).get(volunteer.number).iter().filter_map(move |n| Some((Row::new(*n), book.participations.get(Row::new(*n))?)))
    }
}
