//! Periods: a year, a quarter, a month, or from one day to another, both ends in.

use std::fmt;

use chrono::Datelike;

use super::cell::{Cell, Kind, Refusal};
use super::day::Day;
use super::desk::{Desk, Shift};
use super::show::{Shelf, Value};
use super::string::Str;
use crate::say;
use crate::say::Text;
use crate::text::nearest::{folded, nearest};

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

    /// A quarter as it is written, `2026Q3`, and nothing else.
    pub fn parse_quarter(text: &str) -> Option<Self> {
        Self::absolute(text).filter(|period| Self::quarter(period.from.year(), period.from.quarter()) == Some(*period) && text.len() == 6)
    }

    /// So many months, from the first of one on.
    fn months(year: i32, first: u32, count: u32) -> Option<Self> {
        let from = Day::new(year, first, 1)?;
        let after = first - 1 + count;
        let next = Day::new(year + i32::try_from(after / 12).ok()?, after % 12 + 1, 1)?;
        Some(Self { from, to: next.plus(-1) })
    }

    /// The period right before: the year, quarter or month before, or as many days.
    pub fn before(self) -> Self {
        let last = self.from.plus(-1);
        let whole = [Self::year(last.year()), Self::quarter(last.year(), last.quarter()), Self::months(last.year(), last.month(), 1)];
        let own = [
            Self::year(self.from.year()),
            Self::quarter(self.from.year(), self.from.quarter()),
            Self::months(self.from.year(), self.from.month(), 1),
        ];
        let same = own.iter().zip(whole).find(|(own, _)| **own == Some(self)).and_then(|(_, before)| before);
        same.unwrap_or_else(|| Self { from: self.from.plus(-(self.to.since(self.from) + 1)), to: last })
    }

    /// The same days a year earlier; of a leap day, the day before it.
    pub fn a_year_earlier(self) -> Self {
        let back = |day: Day| {
            let date = day.date();
            let same = |day| Day::new(date.year() - 1, date.month(), day);
            same(date.day()).or_else(|| same(28)).unwrap_or(day)
        };
        let whole = self.to.plus(1);
        // The end of a month stays the end of a month.
        Self { from: back(self.from), to: if whole.date().day() == 1 { back(whole).plus(-1) } else { back(self.to) } }
    }

    /// `2026`, `2026Q3`, `2026-07`, `2026-07-01..2026-09-30`, one day, or `this-` or `last-` `month`, `quarter`, `year` as seen from `today`.
    ///
    /// # Errors
    /// Says which was meant, or how a period is written.
    pub fn parse(text: &str, today: Day) -> Result<Self, Text> {
        let wrong = || match meant(text, today) {
            Some(meant) => say!("'{text}' is no period; did you mean {meant}?", "“{text}”不是时段；是不是 {meant}？", text = text, meant = meant),
            None => say!(
                "'{text}' is no period: write 2026, 2026Q3, 2026-07, 2026-07-01..2026-09-30, or this- or last- month, quarter, year",
                "“{text}”不是时段：请写 2026、2026Q3、2026-07、2026-07-01..2026-09-30，或 this-、last- 加 month、quarter、year",
                text = text
            ),
        };
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (Day::parse(from).map_err(|_| wrong())?, Day::parse(to).map_err(|_| wrong())?);
            if to < from {
                return Err(say!("the period {text} ends before it begins", "时段 {text} 的结束早于开始", text = text));
            }
            return Ok(Self { from, to });
        }
        Self::single(text, today).ok_or_else(wrong)
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
            None => Self::absolute(text),
        }
    }

    fn relative(unit: &str, back: i32, today: Day) -> Option<Self> {
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

    /// A year, quarter, month or day.
    fn absolute(text: &str) -> Option<Self> {
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
            (Some('Q'), Some(quarter)) if quarter.len() == 1 => Self::quarter(year, digits(quarter)?),
            (Some('-'), Some(month)) if month.len() == 2 => digits(month).filter(|m| (1..=12).contains(m)).and_then(|m| Self::months(year, m, 1)),
            _ => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.from, self.to);
        if Self::year(from.year()) == Some(*self) {
            return write!(f, "{:04}", from.year());
        }
        if Self::quarter(from.year(), from.quarter()) == Some(*self) {
            return write!(f, "{:04}Q{}", from.year(), from.quarter());
        }
        if Self::months(from.year(), from.month(), 1) == Some(*self) {
            return write!(f, "{:04}-{:02}", from.year(), from.month());
        }
        write!(f, "{from}..{to}")
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
                "a period is written 2026, 2026Q3, 2026-07 or 2026-07-01..2026-09-30",
                "时段写作 2026、2026Q3、2026-07 或 2026-07-01..2026-09-30"
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

/// Periods that go with the day, as people say them.
const SAID: &[(&str, &[&str])] = &[
    ("this-month", &["本月", "这个月", "当月"]),
    ("last-month", &["上月", "上个月"]),
    ("this-quarter", &["本季", "本季度", "这个季度"]),
    ("last-quarter", &["上季", "上季度", "上个季度"]),
    ("this-year", &["今年", "本年", "本年度"]),
    ("last-year", &["去年", "上年", "上年度"]),
];

/// How the period is written that is written otherwise: `2026q3`, `Q3` of this year, `2026-7`, `2026年7月`, `第三季度`, `this_quarter`, `上季度`.
fn meant(text: &str, today: Day) -> Option<String> {
    let folded = folded(text.trim());
    if let Some((code, _)) = SAID.iter().find(|(_, said)| said.contains(&&*folded)) {
        return Some((*code).to_owned());
    }
    if let Some(near) = nearest(&folded, SAID.iter().map(|(code, _)| *code), 1).first() {
        return Some((*near).to_owned());
    }
    let is_quarter = folded.contains(['q', '季']);
    let digits = |c: char| "一二三四".chars().position(|n| is_quarter && n == c).map_or(c, |n| "1234".chars().nth(n).unwrap_or(c));
    let folded: String = folded.chars().map(digits).collect();
    let runs: Vec<&str> = folded.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let written = match (is_quarter, runs.as_slice()) {
        (true, [quarter]) => format!("{}Q{quarter}", today.year()),
        (true, [year, quarter]) if year.len() == 4 => format!("{year}Q{quarter}"),
        (true, [quarter, year]) => format!("{year}Q{quarter}"),
        (false, [year]) => {
            year.split_at_checked(4).filter(|(_, month)| !month.is_empty()).map_or((*year).to_owned(), |(year, month)| format!("{year}-{month}"))
        }
        (false, [year, month]) => format!("{year}-{month:0>2}"),
        (false, [year, month, day]) => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => return None,
    };
    Period::absolute(&written).map(|_| written)
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
        for wrong in ["2026Q5", "2026-13", "26", "last-week", "2026-02-01..2026-01-01", "", "二〇二六"] {
            assert!(Period::parse(wrong, Day::parse("2026-02-10").unwrap()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_period_that_is_written_otherwise_is_known_again() {
        let today = Day::parse("2026-02-10").unwrap();
        for (written, meant) in [
            ("2026q3", "2026Q3"),
            ("2026 Q3", "2026Q3"),
            ("Q3 2025", "2025Q3"),
            ("Q3", "2026Q3"),
            ("2025年第三季度", "2025Q3"),
            ("2026-7", "2026-07"),
            ("202607", "2026-07"),
            ("2026年", "2026"),
            ("２０２６", "2026"),
            ("2026/7/1", "2026-07-01"),
            ("this_quarter", "this-quarter"),
            ("Last-Month", "last-month"),
            ("上季度", "last-quarter"),
        ] {
            let why = Period::parse(written, today).unwrap_err();
            assert!(why.en.ends_with(&format!("did you mean {meant}?")), "{written}: {}", why.en);
        }
        for written in ["2026Q5", "2026-13", "Q7", "26", "20260", "last-week", "", "2026Q1Q2", "now"] {
            let why = Period::parse(written, today).unwrap_err();
            assert!(why.en.contains("is no period: write 2026"), "{written}: {}", why.en);
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
            ("2026-01-11..2026-01-20", "2026-01-01..2026-01-10", "2025-01-11..2025-01-20"),
        ] {
            assert_eq!((period(now).before().to_string(), period(now).a_year_earlier().to_string()), (before.to_owned(), year.to_owned()), "{now}");
        }
    }

    #[test]
    fn a_period_is_shown_the_short_way() {
        let today = Day::parse("2026-02-10").unwrap();
        for text in ["2026", "2026Q3", "2026-07", "2026-07-02..2026-09-30"] {
            assert_eq!(Period::parse(text, today).unwrap().to_string(), text);
        }
    }
}
