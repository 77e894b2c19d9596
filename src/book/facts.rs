//! Who took part in what: the activity relation from either side.

use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::Row;

use super::{Book, Groups};

/// Participations by activity and by volunteer.
pub struct Facts {
    by_activity: Groups,
    by_volunteer: Groups,
}

impl Facts {
    pub(super) fn of(book: &Book) -> Self {
        let (by_activity, by_volunteer) = rayon::join(
            || Groups::of(book.activities.len(), || book.participations.iter().filter_map(|(row, p)| Some((p.activity.get()?.number, row.number)))),
            || Groups::of(book.volunteers.len(), || book.participations.iter().filter_map(|(row, p)| Some((p.volunteer.get()?.number, row.number)))),
        );
        Self { by_activity, by_volunteer }
    }

    /// The participations in an activity.
    pub fn of_activity<'b>(&'b self, book: &'b Book, activity: Row<Activity>) -> impl Iterator<Item = (Row<Participation>, Participation)> + 'b {
        self.by_activity.get(activity.number).iter().filter_map(move |n| Some((Row::new(*n), book.participations.get(Row::new(*n))?)))
    }

    /// The participations of a volunteer.
    pub fn of_volunteer<'b>(&'b self, book: &'b Book, volunteer: Row<Volunteer>) -> impl Iterator<Item = (Row<Participation>, Participation)> + 'b {
        self.by_volunteer.get(volunteer.number).iter().filter_map(move |n| Some((Row::new(*n), book.participations.get(Row::new(*n))?)))
    }

    /// The rows of a volunteer's participations.
    pub fn rows_of_volunteer(&self, volunteer: Row<Volunteer>) -> impl Iterator<Item = Row<Participation>> + '_ {
        self.by_volunteer.get(volunteer.number).iter().map(|n| Row::new(*n))
    }
}
