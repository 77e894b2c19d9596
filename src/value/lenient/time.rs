//! Times of day as people write them.

use super::numeral::whole;

/// A time that can mean nothing else: `8:30`, `08:30:00`.
pub(super) fn certain(plain: &str) -> Option<String> {
    let groups: Vec<&str> = plain.split(':').map(str::trim).collect();
    let ([hour, minute] | [hour, minute, "00"]) = groups.as_slice() else { return None };
    let is_number = |group: &str| (1..=2).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit());
    if !is_number(hour) || !is_number(minute) || minute.len() != 2 {
        return None;
    }
    at(hour.parse().ok()?, minute.parse().ok()?)
}

/// Words before a time, and how far it lies from the hour that is written: afternoon hours up to 11 are twelve later.
const BEFORE: &[(&str, bool)] = &[("上午", false), ("早上", false), ("早晨", false), ("凌晨", false), ("下午", true), ("傍晚", true), ("晚上", true)];

/// A time as people say it: `19点`, `下午2点半`, `14时30分`, `0830`, `8.30`.
pub(super) fn likely(plain: &str) -> Option<String> {
    let text: String = plain.chars().filter(|c| *c != ' ').collect();
    let (text, is_later) = match BEFORE.iter().find_map(|(word, later)| Some((text.strip_prefix(word)?, *later))) {
        Some((rest, later)) => (rest.to_owned(), Some(later)),
        None => (text, None),
    };
    let (hour, minute) = if let Some((hour, rest)) = text.split_once(['点', '时']) {
        let minute = match rest.trim_end_matches('分').trim_end_matches('钟') {
            "" | "整" => 0,
            "半" => 30,
            "一刻" => 15,
            "三刻" => 45,
            minute => whole(minute)?,
        };
        (whole(hour)?, minute)
    } else if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        (text.get(..2)?.parse().ok()?, text.get(2..)?.parse().ok()?)
    } else {
        let (hour, minute) = text.split_once([':', '.'])?;
        let is_number = |group: &str| !group.is_empty() && group.len() <= 2 && group.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(hour) || !is_number(minute) || minute.len() != 2 {
            return None;
        }
        (hour.parse().ok()?, minute.parse().ok()?)
    };
    let hour = match is_later {
        // Twelve at night is the next day, or this one.
        Some(_) if hour == 12 => return None,
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour > 12 => return None,
        _ => hour,
    };
    at(hour, minute)
}

fn at(hour: u64, minute: u64) -> Option<String> {
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}
