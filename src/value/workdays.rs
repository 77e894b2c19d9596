//! Working days: Monday to Friday, less holidays.

use super::day::Day;

/// Which days are working days.
#[derive(Clone, Debug, Default)]
pub struct Workdays {
    /// Holidays from Monday to Friday, rising, each once.
    holidays: Vec<Day>,
}

impl Workdays {
    /// Monday to Friday, less these days.
    pub fn less(holidays: &[Day]) -> Self {
        let mut holidays: Vec<Day> = holidays.iter().copied().filter(|day| day.is_weekday()).collect();
        holidays.sort_unstable();
        holidays.dedup();
        Self { holidays }
    }

    /// How many working days there are after a day, up to a later one and with it; none where that is not later.
    pub fn after(&self, day: Day, until: Day) -> i64 {
        if until <= day {
            return 0;
        }
        let free = self.holidays.partition_point(|holiday| *holiday <= until) - self.holidays.partition_point(|holiday| *holiday <= day);
        weekdays(until) - weekdays(day) - i64::try_from(free).unwrap_or_default()
    }
}

/// How many days from Monday to Friday there are up to a day and with it, from a Monday long ago.
fn weekdays(day: Day) -> i64 {
    // The first day of the year 1 was a Monday.
    let days = day.since(Day::FIRST) + 1;
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn working_days_are_those_that_the_calendar_has() {
        let holidays = [day("2026-05-01"), day("2026-05-02"), day("2026-05-04"), day("2026-05-01")];
        let workdays = Workdays::less(&holidays);
        let first = day("2026-04-17");
        for n in 0..60 {
            let until = first.plus(n);
            let by_hand = (1..=n).map(|k| first.plus(k)).filter(|day| day.is_weekday() && !holidays.contains(day)).count();
            assert_eq!(workdays.after(first, until), by_hand as i64, "{until}");
        }
        assert_eq!(workdays.after(first, first.plus(-5)), 0);
    }

    #[test]
    fn from_one_friday_to_the_next_are_five() {
        let workdays = Workdays::default();
        assert_eq!(workdays.after(day("2026-06-05"), day("2026-06-12")), 5);
        assert_eq!(workdays.after(day("2026-06-05"), day("2026-06-07")), 0, "a weekend");
        assert_eq!(workdays.after(day("2026-06-06"), day("2026-06-08")), 1, "a Monday");
    }
}
