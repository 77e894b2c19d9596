//! Whether a row lies within the dates of what it belongs to: what M011 and M012 ask.

use crate::value::{Day, End, Field, PartialDay};

/// A first and a last day, as far as they can be read.
#[derive(Clone, Copy, Debug)]
pub struct Dates {
    from: Option<Day>,
    to: Option<Day>,
    /// The last day that `to` can have been, where it is known to the month or year only.
    latest: Option<Day>,
    is_open: bool,
}

/// What part of a row lies outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// It begins on this day, before the first one.
    Early(Day, Day),
    /// It begins on this day, after the last one.
    Late(Day, Day),
    /// It ends on this day, after the last one.
    Long(Day, Day),
    /// It has no end, though the last day is past.
    Open(Day),
}

impl Outside {
    /// The first or last day that it lies outside of.
    pub fn bound(self) -> Day {
        match self {
            Self::Early(_, bound) | Self::Late(_, bound) | Self::Long(_, bound) | Self::Open(bound) => bound,
        }
    }
}

impl Dates {
    /// The dates of a row of days.
    pub fn of_days(from: Field<Day>, to: Field<Day>) -> Self {
        Self { from: from.get(), to: to.get(), latest: to.get(), is_open: to.is_empty() }.sound()
    }

    /// The dates of a volunteer or a team, which may be partial.
    pub fn of_partial(from: Field<PartialDay>, to: Field<End>) -> Self {
        let end = to.get();
        Self { from: from.get().map(Day::from), to: end.map(End::day), latest: end.map(End::latest), is_open: to.is_empty() }.sound()
    }

    /// What ends before it begins is told as that, and is no ground to stand on.
    fn sound(self) -> Self {
        match (self.from, self.latest) {
            (Some(from), Some(latest)) if latest < from => Self { from: None, to: None, latest: None, is_open: false },
            _ => self,
        }
    }

    /// What of these dates lies outside of others. What is open lasts to the day asked about.
    pub fn outside(self, bounds: Dates, as_of: Day) -> impl Iterator<Item = Outside> {
        let early = match (self.from, bounds.from) {
            (Some(from), Some(first)) if from < first => Some(Outside::Early(from, first)),
            _ => None,
        };
        // An end that is known to the month only contradicts what lies after that month, and what has no end at all.
        let late = bounds.to.zip(bounds.latest).and_then(|(last, latest)| match (self.from, self.to) {
            (Some(from), _) if from > latest => Some(Outside::Late(from, last)),
            (_, Some(to)) if to > latest => Some(Outside::Long(to, last)),
            (_, None) if self.is_open && as_of > last => Some(Outside::Open(last)),
            _ => None,
        });
        early.into_iter().chain(late)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Field<Day> {
        if text.is_empty() { Field::EMPTY } else { Day::parse(text).map_or(Field::BROKEN, Field::of) }
    }

    fn outside(from: &str, to: &str) -> Vec<Outside> {
        let bounds = Dates::of_days(day("2020-01-01"), day("2025-12-31"));
        Dates::of_days(day(from), day(to)).outside(bounds, Day::new(2026, 6, 30).unwrap()).collect()
    }

    #[test]
    fn the_first_and_the_last_day_lie_inside() {
        assert!(outside("2020-01-01", "2025-12-31").is_empty());
        assert!(matches!(outside("2019-12-31", "2026-01-01")[..], [Outside::Early(..), Outside::Long(..)]));
        assert!(matches!(outside("2026-01-01", "")[..], [Outside::Late(..)]));
        assert!(matches!(outside("2021-01-01", "")[..], [Outside::Open(..)]));
    }

    #[test]
    fn of_what_cannot_be_read_nothing_is_said() {
        assert!(outside("2021-01-01", "soon").is_empty());
        assert!(outside("2027-01-01", "2019-01-01").is_empty(), "it ends before it begins");
        assert!(matches!(outside("once", "2026-01-01")[..], [Outside::Long(..)]));
    }
}
