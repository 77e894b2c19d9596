//! The part of a period that is over, and the part of another that stands beside it.

use chrono::{Datelike, Months};

use super::{Day, Period};

impl Period {
    /// The part of this period up to a day in it, and as much of another: so many whole months and days from its beginning, these cut at the
    /// end of the month. A period that is over on that day stands beside the whole of the other.
    pub fn beside(self, as_of: Day, other: Self) -> (Self, Self) {
        if as_of < self.from || self.to <= as_of {
            return (self, other);
        }
        let now = Self { from: self.from, to: as_of };
        if self.has_no_beginning() {
            return (now, Self { to: now.a_year_earlier().to, ..other });
        }
        let (months, days) = now.months_and_days();
        let begun = later(other.from, months);
        let to = if days == 0 { begun.plus(-1) } else { begun.plus(days - 1).min(later(begun, 1).plus(-1)) };
        (now, Self { from: other.from, to: to.min(other.to) })
    }

    /// How many whole months it has, and how many days besides.
    fn months_and_days(self) -> (u32, i64) {
        let after = self.to.plus(1);
        let months = |day: Day| i64::from(day.date().year()) * 12 + i64::from(day.date().month());
        let most = u32::try_from(months(after) - months(self.from)).unwrap_or(0);
        let months = if later(self.from, most) <= after { most } else { most.saturating_sub(1) };
        (months, after.since(later(self.from, months)))
    }

    /// How many months it has, where it is of whole ones of the calendar.
    pub(super) fn whole_months(self) -> Option<u32> {
        let (months, days) = self.months_and_days();
        (self.from.date().day() == 1 && days == 0 && months > 0).then_some(months)
    }
}

/// The same day so many months later; the last of that month where it has no such day.
fn later(day: Day, months: u32) -> Day {
    day.date().checked_add_months(Months::new(months)).and_then(|date| Day::new(date.year(), date.month(), date.day())).unwrap_or(Day::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(period: &str, as_of: &str, other: &str) -> String {
        let day = Day::parse(as_of).unwrap();
        let read = |text| Period::parse(text, day).unwrap();
        let (now, before) = read(period).beside(day, read(other));
        format!("{}..{} {}..{}", now.from, now.to, before.from, before.to)
    }

    #[test]
    fn as_much_of_the_other_period_stands_beside_what_is_over() {
        assert_eq!(beside("2026Q2", "2026-05-15", "2026Q1"), "2026-04-01..2026-05-15 2026-01-01..2026-02-15");
        assert_eq!(beside("2026Q2", "2026-06-29", "2026Q1"), "2026-04-01..2026-06-29 2026-01-01..2026-03-29");
        assert_eq!(beside("2026Q2", "2026-06-30", "2026Q1"), "2026-04-01..2026-06-30 2026-01-01..2026-03-31");
        assert_eq!(beside("2026Q2", "2026-05-31", "2026Q1"), "2026-04-01..2026-05-31 2026-01-01..2026-02-28", "two whole months");
        assert_eq!(beside("2026Q2", "2026-05-30", "2026Q1"), "2026-04-01..2026-05-30 2026-01-01..2026-02-28", "February is cut at its end");
        assert_eq!(beside("2024-03", "2024-03-30", "2024-02"), "2024-03-01..2024-03-30 2024-02-01..2024-02-29");
        assert_eq!(beside("2024", "2024-02-29", "2023"), "2024-01-01..2024-02-29 2023-01-01..2023-02-28");
        assert_eq!(beside("2026-05-10..2026-05-20", "2026-05-12", "2026-04-29..2026-05-09"), "2026-05-10..2026-05-12 2026-04-29..2026-05-01");
        assert_eq!(beside("2026Q3", "2026-06-30", "2026Q2"), "2026-07-01..2026-09-30 2026-04-01..2026-06-30", "none of it is over");
    }
}
