//! Who attended what, and on which day: the participations that the rules of this family look at, walked over by all threads.
//!
//! A row whose activity, volunteer, status or day cannot be read is not among them: it has a finding of its own.

use rayon::prelude::*;

use crate::book::Attendance;
pub use crate::book::attendances::is_held;
pub use crate::book::doubts::are_possible;
use crate::findings::Finding;
use crate::rules::Cx;
use crate::say;
use crate::say::Text;
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Row};

/// An attended participation.
#[derive(Clone, Copy)]
pub struct Attended {
    /// Its row.
    pub row: Row<Participation>,
    /// In what.
    pub activity: Row<Activity>,
    /// Whose.
    pub volunteer: Row<Volunteer>,
    /// The day of the activity.
    pub day: Day,
}

/// What is found at every attended participation in the activities that are wanted. Where no rule can find anything, nothing is sought.
pub fn each(cx: &Cx<'_>, wanted: impl Fn(&Activity) -> bool + Sync, find: impl Fn(&Attended) -> Option<Finding> + Sync) -> Vec<Finding> {
    in_doubt(cx, |row, participation| {
        let activity = participation.activity.get()?;
        let record = cx.book.activities.get(activity).filter(&wanted)?;
        let attended = Attended { row, activity, volunteer: participation.volunteer.get()?, day: record.date.get()? };
        if participation.attended() == Some(true) { find(&attended) } else { None }
    })
}

/// What is found at every participation that something may be wrong with, whatever its status.
pub fn in_doubt(cx: &Cx<'_>, find: impl Fn(Row<Participation>, Participation) -> Option<Finding> + Sync) -> Vec<Finding> {
    cx.book.doubtful().par_iter().filter_map(|row| find(*row, cx.book.participations.get(*row)?)).collect()
}

/// What is found at every volunteer who attended at least two held activities, given by day.
pub fn by_volunteer(cx: &Cx<'_>, find: impl Fn(Row<Volunteer>, &[Attendance], &mut Vec<Finding>) + Sync) -> Vec<Finding> {
    cx.book.attendances().each(|volunteer, attended, found| {
        if attended.len() > 1 {
            find(volunteer, attended, found);
        }
    })
}

/// Hours with their unit.
pub fn with_unit(hours: Amount) -> Text {
    if hours == Amount::whole(1) { say!("1 hour", "1 小时") } else { say!("{n} hours", "{n} 小时", n = hours) }
}

/// Whose participation it is: by name and id, or, where there is no such volunteer, by what is written.
pub fn participant(cx: &Cx<'_>, row: Row<Participation>, participation: &Participation) -> Text {
    match participation.volunteer.get() {
        Some(volunteer) => cx.who(volunteer),
        None => Text::same(written(cx, row).1),
    }
}

/// The activity and the volunteer as a participation names them, be they there or not.
pub fn written(cx: &Cx<'_>, row: Row<Participation>) -> (String, String) {
    let record = cx.record_at(cx.book.participations.row_at(row)).unwrap_or_default();
    let key = record.split_once(':').map_or("", |(_, key)| key);
    let (activity, volunteer) = key.split_once('/').unwrap_or((key, ""));
    (activity.to_owned(), volunteer.to_owned())
}
