//! The last day of something, which may be known to the month or year only.

use super::cell::{Cell, Kind, Loose, Refusal};
use super::day::{Day, PartialDay};
use super::desk::Desk;
use super::show::{Shelf, Value};
use crate::say::Text;

/// An end: `2026-05-31`, or `2026-05` or `2026` where no more is known. It means the last day of that month or year. Where the day asked
/// about lies in it, it means the day before that day, for what has an end has ended ([`End::settle`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    first: Day,
    last: Day,
    day: Day,
}

impl End {
    /// Reads a date, a month or a year.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let first = PartialDay::parse(text)?.0;
        let last = match text.len() {
            4 => Day::new(first.year(), 12, 31),
            7 => Day::new(first.year() + i32::from(first.month() == 12), first.month() % 12 + 1, 1).map(|next| next.plus(-1)),
            _ => None,
        };
        let last = last.unwrap_or(first);
        Ok(Self { first, last, day: last })
    }

    /// The day it counts as.
    pub fn day(self) -> Day {
        self.day
    }

    /// The last day it can have been: later than [`End::day`] only where the day asked about lies in its month or year.
    pub fn latest(self) -> Day {
        self.last
    }

    /// Whether a day lies in the month or year that is all that is known.
    pub fn is_vague_on(self, day: Day) -> bool {
        self.first < self.last && self.first <= day && day <= self.last
    }

    /// The end as seen from the day asked about.
    #[must_use]
    pub fn settle(self, as_of: Day) -> Self {
        Self { day: if self.is_vague_on(as_of) { as_of.plus(-1) } else { self.last }, ..self }
    }
}

impl From<End> for Day {
    fn from(end: End) -> Self {
        end.day
    }
}

impl Cell for End {
    type Stored = [i32; 3];
    const EMPTY: [i32; 3] = [Day::EMPTY; 3];
    const BROKEN: [i32; 3] = [Day::BROKEN; 3];
    const KIND: Kind = Kind::End;

    fn read(text: &str, _: &mut Desk<'_>) -> Result<Self, Refusal> {
        Self::parse(text).map_err(Refusal::Date)
    }
    fn store(self) -> [i32; 3] {
        [self.first.store(), self.last.store(), self.day.store()]
    }
    fn load([first, last, day]: [i32; 3]) -> Self {
        Self { first: Day::load(first), last: Day::load(last), day: Day::load(day) }
    }
    fn loose(self) -> Loose {
        Loose::Days(self.day(), self.latest())
    }
    fn show(self, _: &Shelf<'_>) -> Value {
        Value::Day(self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_end_is_its_last_day() {
        for (text, last) in
            [("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2023-12", "2023-12-31"), ("2026-04", "2026-04-30"), ("2026-04-09", "2026-04-09")]
        {
            assert_eq!(End::parse(text).unwrap().day().to_string(), last, "{text}");
        }
        assert!(End::parse("2026-13").is_err());
        assert!(End::parse("2026-4").is_err());
    }

    #[test]
    fn an_end_in_the_month_of_the_day_asked_about_is_the_day_before() {
        let settled = |text: &str, as_of: &str| End::parse(text).unwrap().settle(Day::parse(as_of).unwrap()).day().to_string();
        assert_eq!(settled("2026-06", "2026-06-30"), "2026-06-29");
        assert_eq!(settled("2026-06", "2026-06-01"), "2026-05-31");
        assert_eq!(settled("2026-06", "2026-07-01"), "2026-06-30");
        assert_eq!(settled("2026-06", "2026-05-31"), "2026-06-30");
        assert_eq!(settled("2026", "2026-02-10"), "2026-02-09");
        assert_eq!(settled("2026-06-20", "2026-06-20"), "2026-06-20", "a day is a day");
    }
}
