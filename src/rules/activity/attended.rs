//! Who attended what, and on which day: the participations that the rules of this family look at, walked over by all threads.
//!
//! A row whose activity, volunteer, status or day cannot be read is not among them: it has a finding of its own.

use rayon::prelude::*;

use crate::book::Book;
use crate::findings::Finding;
use crate::rules::Cx;
use crate::say;
use crate::say::Text;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Field, Row};

/// So many rows one thread takes at a time.
const SHARE: usize = 1 << 16;

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

/// Whether an activity was held.
pub fn is_held(activity: &Activity) -> bool {
    activity.status.get() == Some(ActivityStatus::Held)
}

/// The days of some activities, by their rows.
struct Days(Vec<Field<Day>>);

impl Days {
    fn of(book: &Book, wanted: impl Fn(&Activity) -> bool) -> Self {
        Self(book.activities.iter().map(|(_, activity)| if wanted(&activity) { activity.date } else { Field::EMPTY }).collect())
    }

    /// The participation, if it was attended and its activity is one of those wanted.
    fn attended(&self, row: Row<Participation>, participation: &Participation) -> Option<Attended> {
        let activity = participation.activity.get()?;
        let day = self.0.get(activity.index()).and_then(|day| day.get())?;
        if participation.attended() != Some(true) {
            return None;
        }
        Some(Attended { row, activity, volunteer: participation.volunteer.get()?, day })
    }
}

/// What is found at every attended participation in the activities that are wanted.
pub fn each(cx: &Cx<'_>, wanted: impl Fn(&Activity) -> bool, find: impl Fn(&Attended) -> Option<Finding> + Sync) -> Vec<Finding> {
    let days = Days::of(cx.book, wanted);
    in_shares(cx, |row, participation| days.attended(row, &participation).and_then(|attended| find(&attended)))
}

/// What is found at every participation, whatever its status.
pub fn in_shares(cx: &Cx<'_>, find: impl Fn(Row<Participation>, Participation) -> Option<Finding> + Sync) -> Vec<Finding> {
    let participations = &cx.book.participations;
    let find = &find;
    (0..participations.len().div_ceil(SHARE))
        .into_par_iter()
        .flat_map_iter(|n| participations.slice(n * SHARE, (n + 1) * SHARE).filter_map(move |(row, participation)| find(row, participation)))
        .collect()
}

/// A day on which a volunteer attended a held activity, by the row of the participation.
pub type DayOf = (Day, Row<Participation>);

/// What is found at every volunteer who attended at least two held activities, given by day.
pub fn by_volunteer(cx: &Cx<'_>, find: impl Fn(Row<Volunteer>, &[DayOf], &mut Vec<Finding>) + Sync) -> Vec<Finding> {
    let (facts, participations, volunteers) = (cx.book.facts(), &cx.book.participations, cx.book.volunteers.len());
    let days = Days::of(cx.book, is_held);
    // The rows of a volunteer lie far apart: only one small thing of each is looked at, and these are laid side by side first.
    let day_of: Vec<Field<Day>> = (0..participations.len().div_ceil(SHARE))
        .into_par_iter()
        .flat_map_iter(|n| participations.slice(n * SHARE, (n + 1) * SHARE))
        .map(|(row, participation)| days.attended(row, &participation).map_or(Field::EMPTY, |attended| Field::of(attended.day)))
        .collect();
    let share = SHARE / 16;
    (0..volunteers.div_ceil(share))
        .into_par_iter()
        .map(|n| {
            let (mut found, mut attended) = (Vec::new(), Vec::<DayOf>::new());
            for (volunteer, _) in cx.book.volunteers.slice(n * share, (n + 1) * share) {
                attended.clear();
                let rows = facts.rows_of_volunteer(volunteer);
                attended.extend(rows.filter_map(|row| Some((day_of.get(row.index())?.get()?, row))));
                if attended.len() > 1 {
                    attended.sort_unstable();
                    find(volunteer, &attended, &mut found);
                }
            }
            found
        })
        .flatten_iter()
        .collect()
}

/// Whether hours are what an activity or a participation may have: more than 0, at most 24.
pub fn are_possible(hours: Amount) -> bool {
    hours > Amount::ZERO && hours <= Amount::whole(24)
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
