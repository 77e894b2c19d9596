//! Calendar days, strictly as ISO 8601 writes them.

use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::cell::{Cell, Kind, Loose, Refusal};
use super::desk::Desk;
use super::show::{Shelf, Value};
use crate::say;
use crate::say::{T, Text, t};

/// A day, kept as its number from the first of January of the year 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// The day before all others.
    pub const MIN: Day = Day(i32::MIN + 2);
    /// The first day of the year 1, a Monday.
    pub const FIRST: Day = Day(1);
    /// The day after all others: the end of what has no end.
    pub const MAX: Day = Day(i32::MAX);

    /// The day of a date of the calendar.
    pub fn from_date(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce())
    }

    /// The day with that year, month and day of the month, if there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from_date)
    }

    /// The date of the calendar; the nearest there is, for [`Day::MIN`] and [`Day::MAX`].
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or(if self.0 > 0 { NaiveDate::MAX } else { NaiveDate::MIN })
    }

    /// `2026-07-01` and nothing else.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Text> {
        Self::shaped(text, t("a date is written 2026-07-01", "日期写作 2026-07-01"))
    }

    /// The same; `shape` says how it is written where it is written otherwise.
    fn shaped(text: &str, shape: T) -> Result<Self, Text> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10 && bytes.iter().enumerate().all(|(n, b)| if n == 4 || n == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return Err(shape.into());
        }
        let number = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default().iter().fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
        let year = i32::try_from(number(0, 4)).unwrap_or_default();
        if year == 0 {
            return Err(say!("there is no year 0000", "没有 0000 年"));
        }
        Self::new(year, number(5, 7), number(8, 10)).ok_or_else(|| say!("the calendar has no such day", "日历上没有这一天"))
    }

    /// The day a number of days later (or earlier).
    pub fn plus(self, days: i64) -> Self {
        let day = i64::from(self.0).saturating_add(days).clamp(i64::from(Self::MIN.0), i64::from(Self::MAX.0));
        Self(i32::try_from(day).unwrap_or(self.0))
    }

    /// The number of days from another day to this one.
    pub fn since(self, earlier: Day) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.date().month()
    }

    /// The quarter, from 1.
    pub fn quarter(self) -> u32 {
        (self.month() - 1) / 3 + 1
    }

    /// Whether it is a day from Monday to Friday.
    pub fn is_weekday(self) -> bool {
        self.date().weekday().num_days_from_monday() < 5
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().format("%Y-%m-%d").fmt(f)
    }
}

impl Cell for Day {
    type Stored = i32;
    const EMPTY: i32 = i32::MIN;
    const BROKEN: i32 = i32::MIN + 1;
    const KIND: Kind = Kind::Day;

    fn read(text: &str, _: &mut Desk<'_>) -> Result<Self, Refusal> {
        Self::parse(text).map_err(Refusal::Date)
    }
    fn store(self) -> i32 {
        self.0
    }
    fn load(stored: i32) -> Self {
        Self(stored)
    }
    fn loose(self) -> Loose {
        Loose::Days(self, self)
    }
    fn show(self, _: &Shelf<'_>) -> Value {
        Value::Day(self)
    }
    fn bits(stored: i32) -> u32 {
        stored.cast_unsigned()
    }
}

/// A day that may be known to the month or year only: `2009`, `2009-05`, `2009-05-01`. It stands for the first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDay(pub Day);

impl PartialDay {
    /// Reads a date, a month or a year.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let whole = match text.len() {
            4 => Cow::Owned(format!("{text}-01-01")),
            7 => Cow::Owned(format!("{text}-01")),
            _ => Cow::Borrowed(text),
        };
        let shape = t("a date is written 2026-07-01, or 2026-07 or 2026 where no more is known", "日期写作 2026-07-01，只知年月时写 2026-07 或 2026");
        Day::shaped(&whole, shape).map(Self)
    }
}

impl From<PartialDay> for Day {
    fn from(partial: PartialDay) -> Self {
        partial.0
    }
}

impl Cell for PartialDay {
    type Stored = i32;
    const EMPTY: i32 = i32::MIN;
    const BROKEN: i32 = i32::MIN + 1;
    const KIND: Kind = Kind::PartialDay;

    fn read(text: &str, _: &mut Desk<'_>) -> Result<Self, Refusal> {
        Self::parse(text).map_err(Refusal::Date)
    }
    fn store(self) -> i32 {
        self.0.0
    }
    fn load(stored: i32) -> Self {
        Self(Day(stored))
    }
    fn loose(self) -> Loose {
        Loose::Days(self.0, self.0)
    }
    fn show(self, _: &Shelf<'_>) -> Value {
        Value::Day(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_way_to_write_a_date_is_read() {
        assert_eq!(Day::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
        for wrong in ["2026-7-1", " 2026-07-01", "+2026-07-01", "26-07-01", "2026-02-30", "2026/07/01", "0000-01-01", "２０２６-07-01"] {
            assert!(Day::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_partial_date_is_its_first_day() {
        assert_eq!(PartialDay::parse("2009").unwrap().0.to_string(), "2009-01-01");
        assert_eq!(PartialDay::parse("2009-05").unwrap().0.to_string(), "2009-05-01");
        assert!(PartialDay::parse("2009-5").is_err());
    }

    #[test]
    fn the_ends_of_time_can_be_shown() {
        let _ = (Day::MAX.to_string(), Day::MIN.to_string(), Day::MAX.plus(1), Day::MIN.plus(-1));
    }
}
