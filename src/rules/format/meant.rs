//! What a person most likely meant by a value that cannot be read: a date, a time or a number written another way.
//!
//! A guess is only given where there is but one: `1/7/2026` may be January or July, and is left alone.

use unicode_normalization::UnicodeNormalization;

use crate::text::width::is_hidden;
use crate::value::day::PartialDay;
use crate::value::{Amount, Day, Kind, Period};

/// The value as the column takes it, if it can be told.
pub fn value(text: &str, kind: Kind) -> Option<String> {
    let plain = plain(text);
    let meant = match kind {
        Kind::Day => day(&plain)?,
        Kind::PartialDay | Kind::End => partial_day(&plain)?,
        Kind::Time => time(&plain)?,
        Kind::Period | Kind::Quarter => period(&plain)?,
        Kind::Amount => amount(&plain)?,
        Kind::Count => whole(&plain)?,
        Kind::Rating => whole(plain.trim_end_matches(['★', '星', '分'])).filter(|n| matches!(n.as_str(), "1" | "2" | "3" | "4" | "5"))?,
        _ => return None,
    };
    (meant != text).then_some(meant)
}

/// A text without blanks around it and hidden characters in it, its letters of the usual width.
pub fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !is_hidden(*c)).collect::<String>().trim().to_owned()
}

/// The groups of digits in a date that is written with other signs between them; nothing where there is anything else in it.
fn groups(plain: &str) -> Option<Vec<&str>> {
    let date = plain.split([' ', 'T']).next().unwrap_or_default();
    let signs = |c: char| matches!(c, '/' | '.' | '-' | '年' | '月' | '日' | '号');
    let groups: Vec<&str> = date.split(signs).filter(|group| !group.is_empty()).collect();
    let are_digits = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    (are_digits && groups.first().is_some_and(|year| year.len() >= 4)).then_some(groups)
}

fn day(plain: &str) -> Option<String> {
    let written = match groups(plain)?.as_slice() {
        [all] if all.len() == 8 => format!("{}-{}-{}", all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        // The number that a spreadsheet keeps for a date: days from the end of 1899 on; these are the years 1954 to 2119.
        [number] if number.len() == 5 => {
            let days: i64 = number.parse().ok().filter(|n| (20_000..80_000).contains(n))?;
            Day::new(1899, 12, 30)?.plus(days).to_string()
        }
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => return None,
    };
    Day::parse(&written).is_ok().then_some(written)
}

fn partial_day(plain: &str) -> Option<String> {
    let written = match groups(plain)?.as_slice() {
        [year] if year.len() == 4 => (*year).to_owned(),
        [year, month] if year.len() == 4 => format!("{year}-{month:0>2}"),
        _ => return day(plain),
    };
    PartialDay::parse(&written).is_ok().then_some(written)
}

fn time(plain: &str) -> Option<String> {
    let groups: Vec<&str> = plain.split([':', '点', '时', '分', '.']).filter(|group| !group.is_empty()).collect();
    let (hour, minute) = match groups.as_slice() {
        [hour] if plain.ends_with(['点', '时']) => (hour.parse::<u32>().ok()?, 0),
        [all] if all.len() == 4 => (all.get(..2)?.parse().ok()?, all.get(2..)?.parse().ok()?),
        [hour, minute] | [hour, minute, "00"] if minute.len() == 2 => (hour.parse().ok()?, minute.parse::<u32>().ok()?),
        _ => return None,
    };
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

fn period(plain: &str) -> Option<String> {
    let halves: Vec<&str> = plain.split(['~', '至', '到', '—', '–']).flat_map(|half| half.split("..")).collect();
    let written = match halves.as_slice() {
        [from, to] => format!("{}..{}", day(from.trim())?, day(to.trim())?),
        _ => {
            let upper = plain.to_uppercase();
            let quarter = upper.trim_end_matches("季度").replace("年第", "Q").replace(['年', '-', ' ', '/'], "");
            match quarter.split_once('Q') {
                Some((year, n)) => {
                    let n = match n {
                        "一" => "1",
                        "二" => "2",
                        "三" => "3",
                        "四" => "4",
                        other => other,
                    };
                    format!("{year}Q{n}")
                }
                None => partial_day(plain)?,
            }
        }
    };
    Period::parse(&written, Day::MIN).is_ok().then_some(written)
}

fn amount(plain: &str) -> Option<String> {
    let number = plain.trim_start_matches('+');
    let end = number.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(number.len());
    let (number, unit) = number.split_at_checked(end)?;
    let minutes = match unit.trim().to_lowercase().as_str() {
        "" | "小时" | "个小时" | "时" | "学时" | "h" | "hour" | "hours" | "hrs" => false,
        "分" | "分钟" | "min" | "minutes" => true,
        _ => return None,
    };
    let number = number.trim_end_matches('.');
    let number = match number.split_once(',') {
        // 1,200 has a thousand in it; 1,5 has a comma for a point.
        Some((_, rest)) if number.contains('.') || number.matches(',').count() > 1 || rest.len() == 3 => {
            let parts: Vec<&str> = number.split('.').next()?.split(',').collect();
            let are_thousands = parts.iter().skip(1).all(|part| part.len() == 3);
            are_thousands.then(|| number.replace(',', ""))?
        }
        Some((whole, part)) => format!("{whole}.{part}"),
        None => number.to_owned(),
    };
    let number = match number.split_once('.') {
        Some((whole, part)) => {
            let part = part.trim_end_matches('0');
            let whole = if whole.is_empty() { "0" } else { whole };
            if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
        }
        None => number,
    };
    let amount = Amount::parse(&number).ok()?;
    if !minutes {
        return Some(number);
    }
    let sixtieth = amount.ten_thousandths();
    (sixtieth % 60 == 0).then(|| Amount::from_ten_thousandths(sixtieth / 60).to_string())
}

fn whole(plain: &str) -> Option<String> {
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let number = plain.trim_end_matches(|c: char| c.is_alphabetic() && !digits.iter().any(|digit| digit.starts_with(c))).trim();
    if let Some(n) = digits.iter().position(|digit| *digit == number) {
        return Some((n + 1).to_string());
    }
    amount(number).filter(|n| n.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_only_mean_one_thing_is_guessed() {
        let cases = [
            (Kind::Day, "2026/7/1", "2026-07-01"),
            (Kind::Day, "2026年7月1日", "2026-07-01"),
            (Kind::Day, "２０２６.07.01", "2026-07-01"),
            (Kind::Day, " 2026-07-01", "2026-07-01"),
            (Kind::Day, "20260701", "2026-07-01"),
            (Kind::Day, "2026-07-01 00:00:00", "2026-07-01"),
            (Kind::Day, "46204", "2026-07-01"),
            (Kind::PartialDay, "2009年", "2009"),
            (Kind::PartialDay, "2009.5", "2009-05"),
            (Kind::Time, "8:30", "08:30"),
            (Kind::Time, "8：30", "08:30"),
            (Kind::Time, "19点", "19:00"),
            (Kind::Period, "2026年第三季度", "2026Q3"),
            (Kind::Period, "2026-q3", "2026Q3"),
            (Kind::Period, "2026-07-01至2026-09-30", "2026-07-01..2026-09-30"),
            (Kind::Period, "2026年7月", "2026-07"),
            (Kind::Amount, "2小时", "2"),
            (Kind::Amount, "1,5", "1.5"),
            (Kind::Amount, "1,200.50", "1200.5"),
            (Kind::Amount, "90分钟", "1.5"),
            (Kind::Amount, ".5", "0.5"),
            (Kind::Count, "12人", "12"),
            (Kind::Count, "三户", "3"),
            (Kind::Count, "12.0", "12"),
            (Kind::Rating, "5星", "5"),
        ];
        for (kind, text, meant) in cases {
            assert_eq!(value(text, kind).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn nothing_is_guessed_where_it_may_mean_another() {
        let cases = [
            (Kind::Day, "1/7/2026"),
            (Kind::Day, "2026-02-30"),
            (Kind::Day, "26-7-1"),
            (Kind::Day, "soon"),
            (Kind::Time, "24:00"),
            (Kind::Time, "8pm"),
            (Kind::Amount, "-2"),
            (Kind::Amount, "1e3"),
            (Kind::Amount, "2 days"),
            (Kind::Amount, "1,2,3"),
            (Kind::Count, "1.5"),
            (Kind::Rating, "9"),
            (Kind::Text, "2026/7/1"),
        ];
        for (kind, text) in cases {
            assert_eq!(value(text, kind), None, "{text}");
        }
    }
}
