//! The participations that some rule may have something to say about, told apart from all others in one walk.
//!
//! Of ten million rows nearly all are as they should be. Each rule about single participations would walk over all of them to
//! find that out; it walks over the doubtful ones instead. A row is left out here only where every such rule is silent:
//! everything in it can be read, it says attended, the activity was held, has a day and possible hours and asks for no
//! training, its own hours are more than 0 and no more than the activity's, and the day is one on which the volunteer was
//! a volunteer, a member of a team, not on leave and past any opening. `tests/properties.rs` holds that to be so.

use rayon::prelude::*;

use crate::tables::participations::Participation;
use crate::value::{Amount, Day, Row, Target};

use super::Book;
use super::attendances::{SHARE, is_held};

/// The days on which nothing about a volunteer's dates is in question, from one to another.
type Calm = (Day, Day);

/// The rows of doubtful participations, rising.
pub(super) fn doubtful(book: &Book) -> Vec<Row<Participation>> {
    let (held, calm) = rayon::join(|| held(book), || calm(book));
    let participations = &book.participations;
    (0..participations.len().div_ceil(SHARE))
        .into_par_iter()
        .with_max_len(1)
        .flat_map_iter(|n| participations.slice(n * SHARE, (n + 1) * SHARE))
        .filter(|(_, participation)| !is_plain(participation, &held, &calm))
        .map(|(row, _)| row)
        .collect()
}

fn is_plain(participation: &Participation, held: &[(Day, Amount)], calm: &[Calm]) -> bool {
    let (Some(activity), Some(volunteer), Some(hours)) = (participation.activity.get(), participation.volunteer.get(), participation.hours.get())
    else {
        return false;
    };
    let (Some((day, most)), Some((from, to))) = (held.get(activity.index()), calm.get(volunteer.index())) else { return false };
    participation.attended() == Some(true) && Amount::ZERO < hours && hours <= *most && from <= day && day <= to
}

/// For each activity its day and its hours; no hours where something about it is in question.
fn held(book: &Book) -> Vec<(Day, Amount)> {
    let required = &book.settings.rules.required_trainings;
    let plain = |activity: &crate::tables::activities::Activity| {
        let hours = activity.hours.get().filter(|hours| *hours <= Amount::whole(24))?;
        let kind = activity.kind.get();
        let is_trained_for = !required.is_empty() && kind.is_none_or(|kind| required.iter().any(|(asks, _)| *asks == kind));
        (is_held(activity) && !is_trained_for).then_some((activity.date.get()?, hours))
    };
    book.activities.iter().map(|(_, activity)| plain(&activity).unwrap_or((Day::MIN, Amount::ZERO))).collect()
}

/// For each volunteer the days on which nothing is in question; none where something is on every day.
fn calm(book: &Book) -> Vec<Calm> {
    const NEVER: Calm = (Day::MAX, Day::MIN);
    let history = book.history();
    let belongs = book.layout.has(crate::tables::memberships::Membership::TARGET);
    let mut calm: Vec<Calm> = book
        .volunteers
        .iter()
        .map(|(row, volunteer)| {
            let (Some(joined), false) = (volunteer.joined.get(), volunteer.left.is_broken()) else { return NEVER };
            let left = volunteer.left.get().map_or(Day::MAX, |left| left.day());
            // Most belong to one team for long: the days of the last stay are enough.
            match history.of_volunteer(row).next_back() {
                Some(stay) => (joined.0.max(stay.from), left.min(stay.to)),
                None if belongs => NEVER,
                None => (joined.0, left),
            }
        })
        .collect();
    for (_, leave) in book.leaves.iter() {
        if let Some(calm) = leave.volunteer.get().and_then(|volunteer| calm.get_mut(volunteer.index())) {
            *calm = NEVER;
        }
    }
    for (_, opening) in book.openings.iter() {
        if let Some(calm) = opening.volunteer.get().and_then(|volunteer| calm.get_mut(volunteer.index())) {
            calm.0 = calm.0.max(opening.until.get().map_or(Day::MAX, |until| until.plus(1)));
        }
    }
    calm
}
