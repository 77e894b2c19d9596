//! What speaks against a row that counts all the same: said once, for the rules that tell it and for the figures that name it.

use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, End, Field, PartialDay, Row, Target};

use super::{Attendance, Book};

/// Whether hours are what an activity or a participation may have: more than 0, at most 24.
pub fn are_possible(hours: Amount) -> bool {
    hours > Amount::ZERO && hours <= Amount::whole(24)
}

/// Whether the hours of a participation are more than those of its activity. Hours that are impossible in themselves have a finding of their
/// own, and nothing follows from them.
pub fn are_over(hours: Amount, most: Amount) -> bool {
    hours > most && are_possible(hours) && are_possible(most)
}

/// The possible hours of some attendances together.
pub fn total(book: &Book, attended: &[Attendance]) -> Amount {
    let hours = |row| book.participations.get(row)?.hours.get().filter(|hours| are_possible(*hours));
    attended.iter().filter_map(|(_, row)| hours(*row)).sum()
}

/// Whether some attendances of one person, all on one day, are more than a day holds.
pub fn are_long_day(book: &Book, attended: &[Attendance]) -> bool {
    attended.len() > 1 && total(book, attended) > Amount::whole(24)
}

/// On which side of the dates of something a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Before its first day, which is this.
    Before(Day),
    /// After its last day, which is this.
    After(Day),
}

/// The first day of something and the last that it can have had; nothing where they cannot be read or contradict each other.
fn span(from: Field<PartialDay>, to: Field<End>) -> Option<(Day, Option<Day>)> {
    let from = from.get()?.0;
    let to = if to.is_empty() { None } else { Some(to.get()?.latest()) };
    to.is_none_or(|to| from <= to).then_some((from, to))
}

/// Whether a day lies outside the dates of something.
pub fn outside(day: Day, from: Field<PartialDay>, to: Field<End>) -> Option<Outside> {
    let (from, to) = span(from, to)?;
    if day < from { Some(Outside::Before(from)) } else { to.filter(|to| day > *to).map(Outside::After) }
}

/// The days within the dates of something; all days where they cannot be read.
pub fn within(from: Field<PartialDay>, to: Field<End>) -> (Day, Day) {
    span(from, to).map_or((Day::MIN, Day::MAX), |(from, to)| (from, to.unwrap_or(Day::MAX)))
}

/// Whether an activity lies outside the dates of its team. What was planned before the closing may be cancelled after it.
pub fn outside_team(book: &Book, activity: &Activity) -> Option<Outside> {
    let (team, day, status) = (activity.team.get()?, activity.date.get()?, activity.status.get()?);
    let record = book.teams.get(team)?;
    let is_harmless = |outside: &Outside| matches!(outside, Outside::After(_)) && status == ActivityStatus::Cancelled;
    outside(day, record.founded, record.closed).filter(|outside| !is_harmless(outside))
}

/// The code of the rule that doubts an activity, the first by code.
pub fn of_activity(book: &Book, activity: &Activity) -> Option<&'static str> {
    if activity.hours.get().is_some_and(|hours| !are_possible(hours)) {
        return Some("A003");
    }
    outside_team(book, activity).map(|_| "A010")
}

/// What a participation that was attended is held against.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// The hours of its activity.
    pub most: Amount,
    /// Its day.
    pub day: Day,
    /// The days on which the volunteer was one.
    pub within: (Day, Day),
    /// Whether the volunteer has more hours that day than it holds.
    pub is_long_day: bool,
}

/// The code of the rule that doubts a participation with such hours, the first by code.
#[inline]
pub fn of_participation(hours: Amount, held: &Held) -> Option<&'static str> {
    let is_plain = Amount::ZERO < hours && hours <= held.most && hours <= Amount::whole(24) && held.within.0 <= held.day && held.day <= held.within.1;
    if is_plain && !held.is_long_day { None } else { doubted(hours, held) }
}

#[cold]
fn doubted(hours: Amount, held: &Held) -> Option<&'static str> {
    if !are_possible(hours) {
        return Some("A003");
    }
    if are_over(hours, held.most) {
        return Some("A004");
    }
    if held.is_long_day {
        return Some("A006");
    }
    (held.day < held.within.0 || held.within.1 < held.day).then_some("A010")
}

/// Whether a row names exactly one of a volunteer and a team; nothing where one of the two may be there and cannot be read. Of a table that
/// the book does not have every word is an id.
pub fn names_one(book: &Book, volunteer: Field<Row<Volunteer>>, team: Field<Row<Team>>) -> Option<bool> {
    if volunteer.is_broken() || (team.is_broken() && book.layout.has(Team::TARGET)) {
        return None;
    }
    Some(volunteer.is_empty() != team.is_empty())
}
