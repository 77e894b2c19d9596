//! Periods as people say them in Chinese, and what was meant by one that is written otherwise.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::day::Day;
use super::period::Period;
use crate::text::nearest::{folded, nearest};

/// A text without blanks around it, its letters, digits and signs of the usual width.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfkc().filter(|c| !c.is_whitespace()).collect()) }
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

/// The numbers of quarters as they are said.
const QUARTERS: [(&str, u32); 8] = [("一", 1), ("二", 2), ("三", 3), ("四", 4), ("1", 1), ("2", 2), ("3", 3), ("4", 4)];

/// 去年, 本季度, 上半年, 2026年, 2026年上半年, 2026年第二季度, 去年二季度, 2026年6月, 2026年6月1日.
pub(super) fn chinese(text: &str, today: Day) -> Option<Period> {
    if let Some((code, _)) = SAID.iter().find(|(_, said)| said.contains(&text)) {
        let (unit, back) = (code.split_once('-')?.1, i32::from(code.starts_with("last")));
        return Period::relative(unit, back, today);
    }
    let years = [("今年", today.year()), ("本年", today.year()), ("去年", today.year() - 1), ("上年", today.year() - 1)];
    let (year, rest) = match years.iter().find_map(|(word, year)| Some((*year, text.strip_prefix(word)?))) {
        Some(said) => said,
        None => match text.split_once('年').filter(|(digits, _)| number(digits).is_some()) {
            Some((digits, rest)) => (number(digits).filter(|_| digits.len() == 4).and_then(|n| i32::try_from(n).ok()).filter(|n| *n > 0)?, rest),
            // Halves are those of this year; a quarter or a month without a year may be of another.
            None => (today.year(), Some(text).filter(|text| text.ends_with("半年"))?),
        },
    };
    let half = |half| Period::half(year, half);
    match rest {
        "" | "度" | "全年" => return Period::year(year),
        "上半年" => return half(1),
        "下半年" => return half(2),
        _ => {}
    }
    if let Some(quarter) = rest.strip_suffix("季度") {
        let said = quarter.strip_prefix('第').unwrap_or(quarter);
        return QUARTERS.iter().find(|(word, _)| *word == said).and_then(|(_, n)| Period::quarter(year, *n));
    }
    let (month, day) = rest.split_once('月')?;
    let month = number(month).filter(|n| (1..=12).contains(n))?;
    match day {
        "" | "份" => Period::months(year, month, 1),
        _ => {
            let day = number(day.strip_suffix(['日', '号'])?)?;
            Day::new(year, month, day).map(|day| Period { from: day, to: day })
        }
    }
}

/// A number of one to four digits.
fn number(text: &str) -> Option<u32> {
    let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// How the period is written that is written otherwise: `2026q3`, `Q3` of this year, `2026-7`, `第三季度`, `this_quarter`.
pub(super) fn meant(text: &str, today: Day) -> Option<String> {
    let folded = folded(text.trim());
    if let Some(near) = nearest(&folded, SAID.iter().map(|(code, _)| *code), 1).first() {
        return Some((*near).to_owned());
    }
    let is_half = folded.contains('h');
    let is_quarter = folded.contains(['q', '季']);
    let digits = |c: char| "一二三四".chars().position(|n| is_quarter && n == c).map_or(c, |n| "1234".chars().nth(n).unwrap_or(c));
    let folded: String = folded.chars().map(digits).collect();
    let runs: Vec<&str> = folded.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let written = match (is_quarter, runs.as_slice()) {
        (false, [year, half]) if is_half && year.len() == 4 => format!("{year}H{half}"),
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

    fn today() -> Day {
        Day::parse("2026-02-10").unwrap()
    }

    #[test]
    fn chinese_words_are_periods() {
        for (said, period) in [
            ("今年", "2026"),
            ("本年", "2026"),
            ("去年", "2025"),
            ("上年", "2025"),
            ("本月", "2026-02"),
            ("上月", "2026-01"),
            ("本季度", "2026Q1"),
            ("上季度", "2025Q4"),
            ("上半年", "2026H1"),
            ("下半年", "2026H2"),
            ("2026年二季度", "2026Q2"),
            ("2026年第2季度", "2026Q2"),
            ("2026年6月", "2026-06"),
            ("2025年12月份", "2025-12"),
            ("2026年", "2026"),
            ("２０２６年１１月", "2026-11"),
            ("2024年下半年", "2024H2"),
            ("去年四季度", "2025Q4"),
            ("今年3月", "2026-03"),
            ("2026年6月1日..2026年6月30日", "2026-06"),
            ("２０２６", "2026"),
            ("去年..本月", "2025-01-01..2026-02-28"),
            ("2026年6月1日..", "2026-06-01.."),
        ] {
            assert_eq!(Period::parse(said, today()).map(|p| p.to_string()).map_err(|why| why.en), Ok(period.to_owned()), "{said}");
        }
        for wrong in
            ["半年", "2026年13月", "2026年五季度", "2026年2月30日", "26年6月", "0000年", "去年6", "6月", "明年", "年", "2026年上", "今年今年"]
        {
            assert!(Period::parse(wrong, today()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_period_that_is_written_otherwise_is_known_again() {
        for (written, meant) in [
            ("2026q3", "2026Q3"),
            ("2026 Q3", "2026Q3"),
            ("Q3 2025", "2025Q3"),
            ("Q3", "2026Q3"),
            ("第三季度", "2026Q3"),
            ("2026-7", "2026-07"),
            ("202607", "2026-07"),
            ("2026/7/1", "2026-07-01"),
            ("2026h1", "2026H1"),
            ("this_quarter", "this-quarter"),
            ("Last-Month", "last-month"),
        ] {
            let why = Period::parse(written, today()).unwrap_err();
            assert!(why.en.ends_with(&format!("did you mean {meant}?")), "{written}: {}", why.en);
        }
        for written in ["2026Q5", "2026-13", "Q7", "26", "20260", "last-week", "", "2026Q1Q2", "now"] {
            let why = Period::parse(written, today()).unwrap_err();
            assert!(why.en.contains("is no period: write 2026"), "{written}: {}", why.en);
        }
    }
}
