//! Dates and periods as people write them.

use super::numeral::whole;
use super::{Meant, Sureness};
use crate::value::day::PartialDay;
use crate::value::{Day, Period};

/// The groups of digits of a date, the year first. Midnight behind it says nothing; another time says more than a date can.
fn certain_groups(plain: &str) -> Option<Vec<&str>> {
    let midnights = ["T00:00:00", " 00:00:00", " 0:00:00", " 00:00", " 0:00"];
    let date = midnights.iter().find_map(|time| plain.strip_suffix(time)).unwrap_or(plain);
    let date = date.strip_suffix(['日', '号']).unwrap_or(date);
    let groups: Vec<&str> = date.split(['/', '.', '-', '年', '月']).map(str::trim).collect();
    let is_number = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    (groups.first()?.len() >= 4 && groups.iter().all(is_number)).then_some(groups)
}

/// A day that can be no other.
pub(super) fn certain_day(plain: &str) -> Option<String> {
    let written = match certain_groups(plain)?.as_slice() {
        [all] if all.len() == 8 => format!("{}-{}-{}", all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => return None,
    };
    Day::parse(&written).is_ok().then_some(written)
}

/// A day, month or year that can be no other.
pub(super) fn certain_partial(plain: &str) -> Option<String> {
    // 2020.1 may be a number that lost its last zero: October.
    let bare = if plain.contains('.') { plain } else { plain.strip_suffix(['年', '月']).unwrap_or(plain) };
    let written = match certain_groups(bare)?.as_slice() {
        [year] if year.len() == 4 => (*year).to_owned(),
        [year, month] if year.len() == 4 && !bare.contains('.') => format!("{year}-{month:0>2}"),
        _ => return certain_day(plain),
    };
    PartialDay::parse(&written).is_ok().then_some(written)
}

/// A period that can be no other.
pub(super) fn certain_period(plain: &str) -> Option<String> {
    let upper = plain.to_uppercase();
    let written = if let Some((from, to)) = ["..", "~", "至", "到"].iter().find_map(|sign| plain.split_once(sign)) {
        format!("{}..{}", certain_day(from.trim())?, certain_day(to.trim())?)
    } else if let Some((year, quarter)) = upper.split_once('Q').or_else(|| upper.strip_suffix("季度")?.split_once("年第")) {
        format!("{}Q{}", year.trim().trim_end_matches(['-', '/', '年']), quarter_number(quarter.trim()))
    } else {
        certain_partial(plain)?
    };
    Period::parse(&written, Day::MIN).is_ok().then_some(written)
}

fn quarter_number(said: &str) -> &str {
    match said {
        "一" => "1",
        "二" => "2",
        "三" => "3",
        "四" => "4",
        other => other,
    }
}

/// What a date means.
pub(super) fn day(plain: &str) -> Meant {
    // The number that a spreadsheet keeps for a date: days from the end of 1899 on; these are the years 1954 to 2119.
    if plain.len() == 5 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        let days = plain.parse().ok().filter(|n| (20_000..80_000).contains(n));
        return Meant::value(days.and_then(|days| Some(Day::new(1899, 12, 30)?.plus(days).to_string())), Sureness::Guess);
    }
    Meant::value(likely_day(plain), Sureness::Likely)
}

/// What a date that may be a month or a year means.
pub(super) fn partial(plain: &str) -> Meant {
    if let Some((year, month)) = plain.split_once('.') {
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        return match month {
            // A number that lost its last zero, or not.
            "1" if is_year => Meant::Either(format!("{year}-10"), format!("{year}-01")),
            _ if is_year && PartialDay::parse(&format!("{year}-{month:0>2}")).is_ok() => {
                Meant::Value(format!("{year}-{month:0>2}"), Sureness::Likely)
            }
            _ => day(plain),
        };
    }
    let written = groups(plain).and_then(|groups| match groups.as_slice() {
        [year] => Some(format!("{year:04}")),
        [year, month] => Some(format!("{year:04}-{month:02}")),
        _ => None,
    });
    match written.filter(|written| PartialDay::parse(written).is_ok()) {
        Some(written) => Meant::Value(written, Sureness::Likely),
        None => day(plain),
    }
}

/// What a period means.
pub(super) fn period(plain: &str) -> Option<String> {
    let halves: Vec<&str> = plain.split(['~', '至', '到', '—', '–']).flat_map(|half| half.split("..")).collect();
    let written = if let [from, to] = halves.as_slice() {
        format!("{}..{}", any_day(from.trim())?, any_day(to.trim())?)
    } else {
        let upper = plain.to_uppercase();
        let quarter = upper.trim_end_matches("季度").replace("年第", "Q").replace(['年', '-', ' ', '/'], "");
        match quarter.split_once('Q') {
            Some((year, n)) => format!("{year}Q{}", quarter_number(n)),
            None => match partial(plain) {
                Meant::Value(value, _) => value,
                _ => certain_partial(plain)?,
            },
        }
    };
    Period::parse(&written, Day::MIN).is_ok().then_some(written)
}

fn any_day(plain: &str) -> Option<String> {
    certain_day(plain).or_else(|| likely_day(plain))
}

/// A date with a time or a weekday behind it, in Chinese figures, with its year last where the order is plain, or with a month in words. Two dates are no date, and a time with an offset may be of another day.
fn likely_day(plain: &str) -> Option<String> {
    let date = without_time(plain);
    if let Some(day) = certain_day(date) {
        return Some(day);
    }
    let chinese = || <[u64; 3]>::try_from(groups(date)?).ok();
    let [year, month, day] = chinese().or_else(|| other_order(date)).or_else(|| named_month(date))?;
    let written = format!("{year:04}-{month:02}-{day:02}");
    Day::parse(&written).is_ok().then_some(written)
}

/// Year, month and day of a date that ends with its year, where only one of the others can be the month, or both are the same.
fn other_order(date: &str) -> Option<[u64; 3]> {
    let sign = ['/', '.', '-'].into_iter().find(|sign| date.contains(*sign))?;
    let parts: Vec<&str> = date.split(sign).map(str::trim).collect();
    let [one, other, year] = parts.as_slice() else { return None };
    let is_number = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !is_number(year, 4) || !is_number(one, 2) || !is_number(other, 2) {
        return None;
    }
    let (one, other, year) = (one.parse().ok()?, other.parse().ok()?, year.parse().ok()?);
    match (one, other) {
        (13.., 1..=12) => Some([year, other, one]),
        (1..=12, 13..) => Some([year, one, other]),
        (1..=12, same) if one == same => Some([year, one, one]),
        _ => None,
    }
}

/// The months as they are written in English.
const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Year, month and day of a date whose month is a word, so that the day can be no month: `4 July 2026`, `Jul 4, 2026`, `04-Jul-2026`.
fn named_month(date: &str) -> Option<[u64; 3]> {
    let lower = date.to_lowercase();
    let parts: Vec<&str> = lower.split([' ', '-', '/', ',', '.']).filter(|part| !part.is_empty()).collect();
    let [one, other, year] = parts.as_slice() else { return None };
    let month = |text: &str| {
        let text = if text == "sept" { "sep" } else { text };
        (1..).zip(MONTHS).find(|(_, month)| text.len() >= 3 && (*month == text || month.get(..3) == Some(text))).map(|(n, _)| n)
    };
    let day = |text: &str| {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
        digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let year = year.parse().ok().filter(|_| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    match (month(one), month(other)) {
        (Some(month), None) => Some([year, month, day(other)?]),
        (None, Some(month)) => Some([year, month, day(one)?]),
        _ => None,
    }
}

/// The numbers of a date in Chinese: `二〇一三年五月一日`, and also `2013年5月`.
fn groups(date: &str) -> Option<Vec<u64>> {
    let date = date.strip_suffix(['日', '号']).unwrap_or(date);
    let (year, rest) = date.split_once('年')?;
    let year = whole(year.trim()).filter(|year| (1000..=9999).contains(year))?;
    let parts = rest.trim().split('月').map(str::trim).filter(|part| !part.is_empty());
    let parts: Option<Vec<u64>> = std::iter::once(Some(year)).chain(parts.map(whole)).collect();
    parts
}

/// What stands before a time of day or a weekday.
fn without_time(plain: &str) -> &str {
    let Some(at) = plain.find([' ', 'T', '(', '星', '周']) else { return plain };
    let (date, rest) = plain.split_at(at);
    let rest = rest.trim_matches([' ', 'T', '(', ')']);
    let is_weekday = |word: &str| {
        let day = word.strip_prefix("星期").or_else(|| word.strip_prefix('周'));
        day.is_some_and(|day| matches!(day, "一" | "二" | "三" | "四" | "五" | "六" | "日" | "天"))
    };
    let is_time = |word: &str| {
        let parts: Vec<&str> = word.split(':').collect();
        (2..=3).contains(&parts.len()) && parts.iter().all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if rest.split_whitespace().all(|word| is_weekday(word) || is_time(word)) { date.trim_end() } else { plain }
}
