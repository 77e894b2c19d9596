//! Periods: a year, a half, a quarter, a month, or from one day to another, both ends in; either end may be open.

use std::fmt;

use chrono::{Datelike, Months};

use super::cell::{Cell, Kind, Refusal};
use super::day::Day;
use super::desk::{Desk, Shift};
use super::said;
use super::show::{Shelf, Value};
use super::string::Str;
use crate::say;
use crate::say::Text;

/// From one day to another, both in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Period {
    /// All time.
    pub const ALWAYS: Period = Period { from: Day::MIN, to: Day::MAX };

    /// Whether a day lies in it.
    pub fn has(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// A year.
    pub fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12)
    }

    /// A quarter, 1 to 4.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        (1..=4).contains(&quarter).then(|| Self::months(year, quarter * 3 - 2, 3)).flatten()
    }

    /// Half a year, 1 or 2.
    pub fn half(year: i32, half: u32) -> Option<Self> {
        (1..=2).contains(&half).then(|| Self::months(year, half * 6 - 5, 6)).flatten()
    }

    /// The period with its open end closed: what goes on lasts to the day asked about.
    #[must_use]
    pub fn closed(self, as_of: Day) -> Self {
        if self.to == Day::MAX { Self { to: as_of.max(self.from), ..self } } else { self }
    }

    /// Whether it has no first day, so that nothing lies before it.
    pub fn has_no_beginning(self) -> bool {
        self.from == Day::MIN
    }

    /// A quarter as it is written, `2026Q3`, and nothing else.
    pub fn parse_quarter(text: &str) -> Option<Self> {
        Self::absolute(text).filter(|period| Self::quarter(period.from.year(), period.from.quarter()) == Some(*period) && text.len() == 6)
    }

    /// Whether it is a whole year.
    pub fn is_year(self) -> bool {
        Self::year(self.from.year()) == Some(self)
    }

    /// Whether it is a whole quarter.
    pub fn is_quarter(self) -> bool {
        Self::quarter(self.from.year(), self.from.quarter()) == Some(self)
    }

    /// Whether it is a whole month.
    pub fn is_month(self) -> bool {
        Self::months(self.from.year(), self.from.month(), 1) == Some(self)
    }

    /// So many months, from the first of one on.
    pub(super) fn months(year: i32, first: u32, count: u32) -> Option<Self> {
        let from = Day::new(year, first, 1)?;
        let after = first - 1 + count;
        let next = Day::new(year + i32::try_from(after / 12).ok()?, after % 12 + 1, 1)?;
        Some(Self { from, to: next.plus(-1) })
    }

    /// The period right before: as many whole months, where it is of whole months, else as many days.
    pub fn before(self) -> Self {
        let to = self.from.plus(-1);
        match self.whole_months().and_then(|months| self.from.date().checked_sub_months(Months::new(months))) {
            Some(first) => Self { from: Day::new(first.year(), first.month(), first.day()).unwrap_or(Day::MIN), to },
            None => Self { from: self.from.plus(-(self.to.since(self.from) + 1)), to },
        }
    }

    /// The same days a year earlier; of a leap day, the day before it. An open end stays open.
    pub fn a_year_earlier(self) -> Self {
        let back = |day: Day| {
            if day == Day::MIN || day == Day::MAX {
                return day;
            }
            let date = day.date();
            let same = |day| Day::new(date.year() - 1, date.month(), day);
            same(date.day()).or_else(|| same(28)).unwrap_or(day)
        };
        let whole = self.to.plus(1);
        // The end of a month stays the end of a month.
        Self { from: back(self.from), to: if self.to != Day::MAX && whole.date().day() == 1 { back(whole).plus(-1) } else { back(self.to) } }
    }

    /// `2026`, `2026H1`, `2026Q3`, `2026-07`, `2026-07-01..2026-09-30`, either end of which may be open, one day, `this-` or `last-` `month`,
    /// `quarter`, `year`, or a Chinese word such as 上季度, as seen from `today`.
    ///
    /// # Errors
    /// Says which was meant, or how a period is written.
    pub fn parse(text: &str, today: Day) -> Result<Self, Text> {
        let wrong = || match said::meant(text, today) {
            Some(meant) => say!("'{text}' is no period; did you mean {meant}?", "“{text}”不是时段；是不是 {meant}？", text = text, meant = meant),
            None => say!(
                "'{text}' is no period: write 2026, 2026H1, 2026Q3, 2026-07, 2026-07-01..2026-09-30, 2026-07-01.., or this- or last- month, quarter, year",
                "“{text}”不是时段：请写 2026、2026H1、2026Q3、2026-07、2026-07-01..2026-09-30、2026-07-01..，或 今年、去年、上半年、本季度、上季度、本月、上月、2026年二季度、2026年6月",
                text = text
            ),
        };
        let plain = said::plain(text);
        if let Some((from, to)) = plain.split_once("..") {
            let end = |text: &str, open: Self| if text.is_empty() { Some(open) } else { Self::single(text, today) };
            let (first, last) = (end(from, Self::ALWAYS).ok_or_else(wrong)?, end(to, Self::ALWAYS).ok_or_else(wrong)?);
            if from.is_empty() && to.is_empty() {
                return Err(wrong());
            }
            if last.to < first.from {
                return Err(say!("the period {text} ends before it begins", "时段 {text} 的结束早于开始", text = text));
            }
            return Ok(Self { from: first.from, to: last.to });
        }
        Self::single(&plain, today).ok_or_else(wrong)
    }

    /// A period that is written in one piece.
    fn single(text: &str, today: Day) -> Option<Self> {
        let relative = match text.split_once('-') {
            Some(("this", unit)) => Some((unit, 0)),
            Some(("last", unit)) => Some((unit, 1)),
            _ => None,
        };
        match relative {
            Some((unit, back)) => Self::relative(unit, back, today),
            None => Self::absolute(text).or_else(|| said::chinese(text, today)),
        }
    }

    pub(super) fn relative(unit: &str, back: i32, today: Day) -> Option<Self> {
        let year = today.year();
        match unit {
            "year" => Self::year(year - back),
            "quarter" => {
                let n = year * 4 + i32::try_from(today.quarter()).ok()? - 1 - back;
                Self::quarter(n.div_euclid(4), u32::try_from(n.rem_euclid(4)).ok()? + 1)
            }
            "month" => {
                let n = year * 12 + i32::try_from(today.month()).ok()? - 1 - back;
                Self::months(n.div_euclid(12), u32::try_from(n.rem_euclid(12)).ok()? + 1, 1)
            }
            _ => None,
        }
    }

    /// A year, half, quarter, month or day.
    pub(super) fn absolute(text: &str) -> Option<Self> {
        if let Ok(day) = Day::parse(text) {
            return Some(Self { from: day, to: day });
        }
        let (head, tail) = (text.get(..4)?, text.get(4..)?);
        if !head.bytes().all(|b| b.is_ascii_digit()) || head == "0000" {
            return None;
        }
        let year = head.parse().ok()?;
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit()).then(|| t.parse::<u32>().ok()).flatten();
        match (tail.chars().next(), tail.get(1..)) {
            (None, _) => Self::year(year),
            (Some('H'), Some(half)) if half.len() == 1 => Self::half(year, digits(half)?),
            (Some('Q'), Some(quarter)) if quarter.len() == 1 => Self::quarter(year, digits(quarter)?),
            (Some('-'), Some(month)) if month.len() == 2 => digits(month).filter(|m| (1..=12).contains(m)).and_then(|m| Self::months(year, m, 1)),
            _ => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.from, self.to);
        if self.is_year() {
            return write!(f, "{:04}", from.year());
        }
        if Self::half(from.year(), (from.month() - 1) / 6 + 1) == Some(*self) {
            return write!(f, "{:04}H{}", from.year(), (from.month() - 1) / 6 + 1);
        }
        if self.is_quarter() {
            return write!(f, "{:04}Q{}", from.year(), from.quarter());
        }
        if self.is_month() {
            return write!(f, "{:04}-{:02}", from.year(), from.month());
        }
        match (from == Day::MIN, to == Day::MAX) {
            (false, false) => write!(f, "{from}..{to}"),
            (false, true) => write!(f, "{from}.."),
            (true, false) => write!(f, "..{to}"),
            (true, true) => f.write_str(".."),
        }
    }
}

/// A period in a cell, kept as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodText(pub Str);

impl Cell for PeriodText {
    type Stored = Str;
    const EMPTY: Str = Str::EMPTY;
    const BROKEN: Str = Str::BROKEN;
    const KIND: Kind = Kind::Period;

    fn read(text: &str, desk: &mut Desk<'_>) -> Result<Self, Refusal> {
        let range = text.split_once("..").is_some_and(|(a, b)| matches!((Day::parse(a), Day::parse(b)), (Ok(a), Ok(b)) if a <= b));
        if !range && Period::absolute(text).is_none() {
            return Err(Refusal::Date(say!(
                "a period is written 2026, 2026H1, 2026Q3, 2026-07 or 2026-07-01..2026-09-30",
                "时段写作 2026、2026H1、2026Q3、2026-07 或 2026-07-01..2026-09-30"
            )));
        }
        Ok(Self(desk.keep(text)))
    }
    fn store(self) -> Str {
        self.0
    }
    fn load(stored: Str) -> Self {
        Self(stored)
    }
    fn show(self, shelf: &Shelf<'_>) -> Value {
        Value::Text(self.0.of(&shelf.kept.text).to_owned())
    }
    fn settle(self, shift: &Shift) -> Self {
        Self(self.0.settle(shift))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> String {
        Period::parse(text, Day::parse("2026-02-10").unwrap()).map_or_else(|why| why.en, |p| format!("{}..{}", p.from, p.to))
    }

    #[test]
    fn every_way_to_write_a_period() {
        assert_eq!(period("2026"), "2026-01-01..2026-12-31");
        assert_eq!(period("2026Q3"), "2026-07-01..2026-09-30");
        assert_eq!(period("2024-02"), "2024-02-01..2024-02-29");
        assert_eq!(period("last-quarter"), "2025-10-01..2025-12-31");
        assert_eq!(period("last-month"), "2026-01-01..2026-01-31");
        assert_eq!(period("this-year"), "2026-01-01..2026-12-31");
        assert_eq!(period("2026-01-05..2026-01-07"), "2026-01-05..2026-01-07");
        assert_eq!(period("2026H2"), "2026-07-01..2026-12-31");
        assert_eq!(period("2025-12..2026Q1"), "2025-12-01..2026-03-31");
        assert_eq!(Period::parse("2026-06-01..", Day::FIRST).unwrap(), Period { to: Day::MAX, ..Period::parse("2026-06-01", Day::FIRST).unwrap() });
        assert_eq!(Period::parse("..2026-06", Day::FIRST).unwrap().to.to_string(), "2026-06-30");
        assert!(Period::parse("..2026-06", Day::FIRST).unwrap().has_no_beginning());
        for wrong in ["2026Q5", "2026-13", "26", "last-week", "2026-02-01..2026-01-01", "", "二〇二六", "..", "2026H3", "2026..Q1"] {
            assert!(Period::parse(wrong, Day::parse("2026-02-10").unwrap()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_quarter_is_written_in_one_way() {
        assert_eq!(Period::parse_quarter("2026Q3"), Period::quarter(2026, 3));
        for wrong in ["2026q3", "2026Q5", "2026-07", "2026-07-01..2026-09-30", "0000Q1", "Q32026", ""] {
            assert_eq!(Period::parse_quarter(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_comes_before() {
        let today = Day::parse("2026-02-10").unwrap();
        let period = |text: &str| Period::parse(text, today).unwrap();
        for (now, before, year) in [
            ("2026", "2025", "2025"),
            ("2026Q1", "2025Q4", "2025Q1"),
            ("2024-03", "2024-02", "2023-03"),
            ("2024-02", "2024-01", "2023-02"),
            ("2026H1", "2025H2", "2025H1"),
            ("2026-02..2026-06", "2025-09-01..2026-01-31", "2025-02-01..2025-06-30"),
            ("2026-01-11..2026-01-20", "2026-01-01..2026-01-10", "2025-01-11..2025-01-20"),
        ] {
            assert_eq!((period(now).before().to_string(), period(now).a_year_earlier().to_string()), (before.to_owned(), year.to_owned()), "{now}");
        }
    }

    #[test]
    fn an_open_end_lasts_to_the_day_asked_about() {
        let today = Day::parse("2026-02-10").unwrap();
        let closed = |text: &str| Period::parse(text, today).unwrap().closed(today).to_string();
        assert_eq!(closed("2026-02-01.."), "2026-02-01..2026-02-10");
        assert_eq!(closed("2026-03-01.."), "2026-03-01..2026-03-01", "it has not begun");
        assert_eq!(closed("..2026-02-01"), "..2026-02-01");
        assert_eq!(Period::parse("..2026-02-28", today).unwrap().a_year_earlier().to_string(), "..2025-02-28");
    }

    #[test]
    fn a_period_is_shown_the_short_way() {
        let today = Day::parse("2026-02-10").unwrap();
        for text in ["2026", "2026Q3", "2026-07", "2026H2", "2026-07-02..2026-09-30", "2026-07-02..", "..2026-09-30"] {
            assert_eq!(Period::parse(text, today).unwrap().to_string(), text);
        }
    }
}
