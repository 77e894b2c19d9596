//! What a value that cannot be read can only mean, so that `check --fix` may write it without asking: other signs between the parts of
//! a date, blanks around it, wide letters, characters of no width. `rules/format/meant.rs` guesses more, for a person to judge.

use unicode_normalization::UnicodeNormalization;

use crate::text::width::is_hidden;
use crate::value::day::PartialDay;
use crate::value::{Amount, Day, Kind, Period, id};

/// The value as the column takes it, if the text can mean nothing else.
pub fn value(text: &str, kind: Kind) -> Option<String> {
    let plain = plain(text)?;
    let sure = match kind {
        Kind::Day => day(&plain)?,
        Kind::PartialDay | Kind::End => partial_day(&plain)?,
        Kind::Time => time(&plain)?,
        Kind::Period => period(&plain)?,
        Kind::Amount => amount(&plain)?,
        Kind::Count => whole(&plain)?,
        Kind::Rating => whole(&plain).filter(|n| matches!(n.as_str(), "1" | "2" | "3" | "4" | "5"))?,
        _ => return None,
    };
    (sure != text).then_some(sure)
}

/// An id without blanks around it and characters of no width in it, put together as Unicode's NFC has it.
pub fn an_id(text: &str) -> Option<String> {
    let narrow = |c: char| if c.is_alphanumeric() { c } else { half(c) };
    let sure: String = trimmed(text)?.chars().map(narrow).nfc().collect();
    (!sure.is_empty() && sure != text && id::check(&sure).is_ok()).then_some(sure)
}

/// A text without blanks around it and characters of no width in it, its letters, digits and signs of the usual width.
/// Nothing where a character in it may show another order, or is not known to be nothing.
pub fn plain(text: &str) -> Option<String> {
    Some(trimmed(text)?.chars().map(half).collect::<String>().trim().to_owned())
}

fn trimmed(text: &str) -> Option<String> {
    let kept: String = text.trim().chars().filter(|c| !is_nothing(*c)).collect();
    let kept = kept.trim();
    (!kept.chars().any(is_hidden)).then(|| kept.to_owned())
}

/// Whether a character shows nothing, joins nothing and turns nothing: it is there by mistake.
pub fn is_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{2060}' | '\u{feff}')
}

/// A wide letter, digit or sign in its usual width.
fn half(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}

/// The groups of digits of a date, the year first. Midnight behind it says nothing; another time says more than a date can.
fn groups(plain: &str) -> Option<Vec<&str>> {
    let midnights = ["T00:00:00", " 00:00:00", " 0:00:00", " 00:00", " 0:00"];
    let date = midnights.iter().find_map(|time| plain.strip_suffix(time)).unwrap_or(plain);
    let date = date.strip_suffix(['日', '号']).unwrap_or(date);
    let groups: Vec<&str> = date.split(['/', '.', '-', '年', '月']).map(str::trim).collect();
    let is_number = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    (groups.first()?.len() >= 4 && groups.iter().all(is_number)).then_some(groups)
}

fn day(plain: &str) -> Option<String> {
    let written = match groups(plain)?.as_slice() {
        [all] if all.len() == 8 => format!("{}-{}-{}", all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => return None,
    };
    Day::parse(&written).is_ok().then_some(written)
}

fn partial_day(plain: &str) -> Option<String> {
    // 2020.1 may be a number that lost its last zero: October.
    let bare = if plain.contains('.') { plain } else { plain.strip_suffix(['年', '月']).unwrap_or(plain) };
    let written = match groups(bare)?.as_slice() {
        [year] if year.len() == 4 => (*year).to_owned(),
        [year, month] if year.len() == 4 && !bare.contains('.') => format!("{year}-{month:0>2}"),
        _ => return day(plain),
    };
    PartialDay::parse(&written).is_ok().then_some(written)
}

fn time(plain: &str) -> Option<String> {
    let groups: Vec<&str> = plain.split(':').map(str::trim).collect();
    let ([hour, minute] | [hour, minute, "00"]) = groups.as_slice() else { return None };
    let is_number = |group: &str| (1..=2).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit());
    let (h, m): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (is_number(hour) && is_number(minute) && minute.len() == 2 && h < 24 && m < 60).then(|| format!("{h:02}:{m:02}"))
}

fn period(plain: &str) -> Option<String> {
    let upper = plain.to_uppercase();
    let written = if let Some((from, to)) = ["..", "~", "至", "到"].iter().find_map(|sign| plain.split_once(sign)) {
        format!("{}..{}", day(from.trim())?, day(to.trim())?)
    } else if let Some((year, quarter)) = upper.split_once('Q').or_else(|| upper.strip_suffix("季度")?.split_once("年第")) {
        let quarter = match quarter.trim() {
            "一" => "1",
            "二" => "2",
            "三" => "3",
            "四" => "4",
            other => other,
        };
        format!("{}Q{quarter}", year.trim().trim_end_matches(['-', '/', '年']))
    } else {
        partial_day(plain)?
    };
    Period::parse(&written, Day::MIN).is_ok().then_some(written)
}

/// A number; idle zeros go where there are more of them than a number may have.
fn amount(plain: &str) -> Option<String> {
    if Amount::parse(plain).is_ok() {
        return Some(plain.to_owned());
    }
    let number = short(plain);
    Amount::parse(&number).ok().map(|_| number)
}

/// A number without idle zeros after the point.
fn short(plain: &str) -> String {
    match plain.split_once('.') {
        Some((whole, part)) if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) => {
            let part = part.trim_end_matches('0');
            if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
        }
        _ => plain.to_owned(),
    }
}

fn whole(plain: &str) -> Option<String> {
    let number = short(plain);
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_only_mean_one_thing_is_written() {
        let cases = [
            (Kind::Day, "2026-7-1", "2026-07-01"),
            (Kind::Day, "2026/7/1", "2026-07-01"),
            (Kind::Day, "2026年7月1日", "2026-07-01"),
            (Kind::Day, "2026 年 7 月 1 日", "2026-07-01"),
            (Kind::Day, "２０２６．０７．０１", "2026-07-01"),
            (Kind::Day, "20260701", "2026-07-01"),
            (Kind::Day, "\u{200e}2026-07-01\u{a0}", "2026-07-01"),
            (Kind::Day, "2026-07-01 00:00:00", "2026-07-01"),
            (Kind::PartialDay, "2009年", "2009"),
            (Kind::PartialDay, "2009年5月", "2009-05"),
            (Kind::PartialDay, "2009/5", "2009-05"),
            (Kind::PartialDay, "2011-03-01T00:00:00", "2011-03-01"),
            (Kind::PartialDay, "2026年7月1号", "2026-07-01"),
            (Kind::Time, "8:30", "08:30"),
            (Kind::Time, "８：３０", "08:30"),
            (Kind::Time, "08:30:00", "08:30"),
            (Kind::Period, "2026年第三季度", "2026Q3"),
            (Kind::Period, "2026-q3", "2026Q3"),
            (Kind::Period, "2026/7/1 ~ 2026/9/30", "2026-07-01..2026-09-30"),
            (Kind::Period, "2026年7月", "2026-07"),
            (Kind::Amount, "１．５", "1.5"),
            (Kind::Amount, " 2 ", "2"),
            (Kind::Amount, "1.50000", "1.5"),
            (Kind::Count, "12.0", "12"),
            (Kind::Count, "３", "3"),
            (Kind::Rating, "5\u{200b}", "5"),
        ];
        for (kind, text, sure) in cases {
            assert_eq!(value(text, kind).as_deref(), Some(sure), "{text}");
        }
    }

    #[test]
    fn nothing_is_written_where_it_may_mean_another() {
        let cases = [
            (Kind::Day, "03/04/2026"),
            (Kind::Day, "26-7-1"),
            (Kind::Day, "2026-02-30"),
            (Kind::Day, "2026-7"),
            (Kind::Day, "46204"),
            (Kind::Day, "2026-07-01 15:30"),
            (Kind::Day, "2026//7/1"),
            (Kind::Day, "\u{202e}2026-07-01"),
            (Kind::Day, "二〇二六年七月一日"),
            (Kind::PartialDay, "2020.1"),
            (Kind::PartialDay, "2020.10"),
            (Kind::PartialDay, "202005"),
            (Kind::Time, "8.30"),
            (Kind::Time, "8:3"),
            (Kind::Time, "7点"),
            (Kind::Time, "24:00"),
            (Kind::Period, "2026Q5"),
            (Kind::Amount, "1,5"),
            (Kind::Amount, "1,200"),
            (Kind::Amount, "2小时"),
            (Kind::Amount, "-2"),
            (Kind::Amount, ".5"),
            (Kind::Amount, "2."),
            (Kind::Amount, "5²"),
            (Kind::Amount, "1 200"),
            (Kind::Amount, "1.00001"),
            (Kind::Count, "1.5"),
            (Kind::Count, "三"),
            (Kind::Rating, "6"),
            (Kind::Text, "2026/7/1"),
        ];
        for (kind, text) in cases {
            assert_eq!(value(text, kind), None, "{text}");
        }
    }

    #[test]
    fn ids_keep_their_letters() {
        assert_eq!(an_id(" v1\u{a0}").as_deref(), Some("v1"));
        assert_eq!(an_id("e\u{301}1").as_deref(), Some("é1"));
        assert_eq!(an_id("东门－０１").as_deref(), Some("东门-０１"));
        for text in ["v1", "v 1", "v/1", "\u{202e}v1", "", " ", "v\u{200d}1"] {
            assert_eq!(an_id(text), None, "{text:?}");
        }
    }
}
