//! Hours, quantities, counts and ratings as people write them.

use super::numeral::{ONE, Scaled, figures, is_between, is_numeral, numeral};
use super::{Meant, Sureness};
use crate::value::Amount;

/// A number; idle zeros go where there are more of them than a number may have.
pub(super) fn certain_amount(plain: &str) -> Option<String> {
    let number = without_zeros(plain)?;
    if Amount::parse(plain).is_ok() {
        return Some(plain.to_owned());
    }
    Amount::parse(&number).ok().map(|_| number)
}

/// A whole number, also with one zero or two after the point.
pub(super) fn certain_count(plain: &str) -> Option<String> {
    let number = without_zeros(plain)?;
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(number)
}

/// A number without idle zeros after the point. Three places after a point may be thousands: `1.000`.
fn without_zeros(plain: &str) -> Option<String> {
    match plain.split_once('.') {
        Some((_, part)) if part.len() == 3 => None,
        Some((whole, part)) if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) => {
            let part = part.trim_end_matches('0');
            Some(if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") })
        }
        _ => Some(plain.to_owned()),
    }
}

/// Whether a spreadsheet wrote a number with an exponent: of what stood there before, digits are gone.
pub fn has_lost_digits(plain: &str) -> bool {
    let Some((mantissa, exponent)) = plain.split_once(['e', 'E']) else { return false };
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_number(mantissa) && exponent.starts_with('+') && is_number(digits)
        || figures(mantissa).is_some() && mantissa.contains('.') && is_number(digits)
}

/// What says that a number is not exact.
const ABOUT: &[&str] = &[
    "余",
    "多",
    "约",
    "近",
    "左右",
    "上下",
    "以上",
    "以下",
    "以内",
    "超",
    "逾",
    "几",
    "数",
    "不到",
    "不足",
    "大概",
    "大致",
    "来",
    "许",
    "至少",
    "最多",
    "about",
    "approx",
    "around",
    "nearly",
    "almost",
    "over",
    "more than",
    "less than",
    "at least",
    "at most",
    "up to",
    "some",
    "ca.",
    "circa",
];

/// Words that are no number at all, but say how many there were.
const SOME: &[&str] = &["几", "数", "若干", "许多", "不少", "several", "a few", "many", "dozens", "hundreds"];

/// Whether a text gives a number, and not exactly.
fn is_inexact(plain: &str) -> bool {
    let lower = plain.to_lowercase();
    if SOME.iter().any(|word| lower.starts_with(word)) || is_between(&lower) {
        return true;
    }
    if !lower.contains(|c: char| c.is_ascii_digit() || is_numeral(c)) {
        return false;
    }
    let is_sign = lower.starts_with(['~', '～', '≈', '<', '>', '≥', '≤', '±']) || lower.ends_with(['+', '±', '?']);
    is_sign || ABOUT.iter().any(|word| lower.contains(word)) || is_range(&lower)
}

/// Whether a text is a number, a sign that joins two, and another: `5-7`, `五至七人`.
fn is_range(lower: &str) -> bool {
    let halves: Vec<&str> = lower.split(['-', '–', '—', '~', '～', '至', '到']).map(str::trim).collect();
    let [from, to] = halves.as_slice() else { return false };
    let is_number = |c: char| c.is_ascii_digit() || is_numeral(c);
    from.ends_with(|c: char| is_number(c) || is_measure_end(c)) && from.starts_with(is_number) && to.starts_with(is_number) && !lower.contains(':')
}

fn is_measure_end(c: char) -> bool {
    MEASURES.iter().any(|word| word.ends_with(c))
}

/// What is counted, behind a number: it says no more than the header does.
const MEASURES: &[&str] = &[
    "人次",
    "户次",
    "人",
    "次",
    "户",
    "名",
    "位",
    "个",
    "件",
    "项",
    "场",
    "条",
    "份",
    "家",
    "只",
    "处",
    "支",
    "组",
    "戶",
    "people",
    "persons",
    "person",
    "households",
    "household",
    "times",
];

/// Days and longer, of which nobody knows the hours.
const DAYS: &[&str] =
    &["天", "日", "上午", "下午", "晚", "周", "星期", "月", "day", "days", "week", "weeks", "month", "months", "morning", "afternoon"];

/// What a number of hours, or a quantity, means.
pub(super) fn amount(plain: &str) -> Meant {
    let text: String = plain.chars().filter(|c| *c != ' ').flat_map(char::to_lowercase).collect();
    if has_lost_digits(&text) {
        return Meant::LostDigits;
    }
    if is_inexact(plain) {
        return Meant::Inexact;
    }
    separated(&text, true).or(|| Meant::value(hours(&text).and_then(written), Sureness::Likely)).or(|| {
        let is_long = DAYS.iter().any(|word| text.ends_with(word) || text.starts_with(word)) || text.contains('天');
        if is_long { Meant::NoLength } else { Meant::Unknown }
    })
}

/// What a whole number means.
pub(super) fn count(plain: &str) -> Meant {
    let text: String = plain.chars().filter(|c| *c != ' ').flat_map(char::to_lowercase).collect();
    if has_lost_digits(&text) {
        return Meant::LostDigits;
    }
    if is_inexact(plain) {
        return Meant::Inexact;
    }
    let text = text.strip_prefix('共').unwrap_or(&text);
    let number = MEASURES.iter().find_map(|measure| text.strip_suffix(measure)).unwrap_or(text);
    match separated(number, false) {
        Meant::Value(value, sureness) => Meant::value(Some(value).filter(|value| !value.contains('.')), sureness),
        Meant::Unknown => Meant::value(numeral(number.trim_start_matches('+')).and_then(written).filter(|n| !n.contains('.')), Sureness::Likely),
        other => other,
    }
}

/// What a rating means.
pub(super) fn rating(plain: &str) -> Meant {
    let number = plain.trim_end_matches(['★', '星', '分']).trim();
    let number = numeral(number).and_then(written).filter(|n| matches!(n.as_str(), "1" | "2" | "3" | "4" | "5"));
    Meant::value(number, Sureness::Likely)
}

/// A number with commas or points between its thousands, or with a comma for a point.
fn separated(text: &str, has_places: bool) -> Meant {
    let text = text.trim_start_matches('+');
    let text = if has_places { HOURS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text) } else { text };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let thousands = |text: &str, sign: char| {
        let mut groups = text.split(sign);
        let first = groups.next().is_some_and(|first| is_number(first) && first.len() <= 3 && !first.starts_with('0'));
        (first && groups.all(|group| is_number(group) && group.len() == 3)).then(|| text.replace(sign, ""))
    };
    let parsed = |number: &str| figures(number).and_then(written);
    match (text.matches(',').count(), text.split_once(','), text.split_once('.')) {
        // 1,200.50: the comma stands before the point.
        (_, Some((first, _)), Some((whole, part))) if first.len() < whole.len() => match thousands(whole, ',') {
            Some(whole) => Meant::value(parsed(&format!("{whole}.{part}")), Sureness::Likely),
            None => Meant::Unknown,
        },
        (1, Some((whole, part)), None) => match (thousands(text, ','), is_number(whole) && is_number(part)) {
            (Some(number), _) if has_places => match (parsed(&number), parsed(&format!("{whole}.{part}"))) {
                (Some(many), Some(few)) => Meant::Either(many, few),
                _ => Meant::Unknown,
            },
            (Some(number), _) => Meant::value(parsed(&number), Sureness::Likely),
            (None, true) => Meant::value(parsed(&format!("{whole}.{part}")), Sureness::Guess),
            _ => Meant::Unknown,
        },
        (2.., _, None) => Meant::value(thousands(text, ',').and_then(|number| parsed(&number)), Sureness::Likely),
        // 1.000 of people are a thousand in one country and one in another; 1.250 can only be many, but of hours it is both.
        (0, None, Some((_, part))) if has_places && part.len() == 3 => {
            match (thousands(text, '.').and_then(|number| parsed(&number)), parsed(text)) {
                (Some(many), Some(few)) => Meant::Either(many, few),
                (None, Some(few)) => Meant::Value(few, Sureness::Likely),
                _ => Meant::Unknown,
            }
        }
        (0, None, Some((whole, part))) if !has_places && part.len() == 3 => match thousands(text, '.').and_then(|number| parsed(&number)) {
            Some(many) if part == "000" => Meant::Either(many, whole.to_owned()),
            Some(many) => Meant::Value(many, Sureness::Likely),
            None => Meant::Unknown,
        },
        // A point without a digit before or behind it.
        (0, None, Some(("", part))) if is_number(part) => Meant::value(parsed(&format!("0.{part}")), Sureness::Likely),
        (0, None, Some((whole, ""))) if is_number(whole) => Meant::value(parsed(whole), Sureness::Likely),
        _ => Meant::Unknown,
    }
}

/// Units of hours, longer ones first.
const HOURS: &[&str] = &["个小时", "小时", "个钟头", "钟头", "学时", "课时", "hours", "hour", "hrs", "hr", "时", "h"];

/// Units of minutes.
const MINUTES: &[&str] = &["分钟", "分", "minutes", "minute", "mins", "min", "m", ""];

/// Hours as people say them: `两小时`, `一个半小时`, `2小时30分`, `90分钟`, `2:30`.
fn hours(text: &str) -> Option<Scaled> {
    let text = text.trim_start_matches('+');
    match text {
        "半小时" | "半个小时" | "半个钟头" | "半个钟" => return Some(ONE / 2),
        "一刻钟" => return Some(ONE / 4),
        "三刻钟" => return Some(ONE * 3 / 4),
        _ => {}
    }
    if let Some(number) = ["个半小时", "个半钟头", "个半钟"].iter().find_map(|unit| text.strip_suffix(unit)) {
        return Some(numeral(number)? + ONE / 2);
    }
    if let Some((hour, minute)) = text.split_once(':') {
        let minute = minute.strip_suffix(":00").unwrap_or(minute);
        let are_digits = minute.len() == 2 && minute.bytes().chain(hour.bytes()).all(|byte| byte.is_ascii_digit());
        return if are_digits { sum(figures(hour)?, figures(minute)?) } else { None };
    }
    // The unit that comes first, and the longest of those that begin there.
    let first = HOURS.iter().filter_map(|unit| Some((text.find(unit)?, *unit))).min_by_key(|(at, unit)| (*at, usize::MAX - unit.len()));
    if let Some((at, unit)) = first {
        let (hour, rest) = (numeral(text.get(..at)?)?, text.get(at + unit.len()..)?);
        return match rest {
            "" | "整" => Some(hour),
            "半" => Some(hour + ONE / 2),
            rest => sum(hour, minutes(rest)?),
        };
    }
    match numeral(text) {
        Some(number) => Some(number),
        None => sum(0, minutes(text)?),
    }
}

fn minutes(text: &str) -> Option<Scaled> {
    let text = text.strip_prefix(['零', '又']).unwrap_or(text);
    MINUTES.iter().find_map(|unit| numeral(text.strip_suffix(unit)?))
}

/// Hours and minutes together, if that is a decimal with four places.
fn sum(hours: Scaled, minutes: Scaled) -> Option<Scaled> {
    (minutes.is_multiple_of(60) && (hours == 0 || minutes < 60 * ONE)).then_some(hours + minutes / 60)
}

/// A number as a cell has it.
fn written(scaled: Scaled) -> Option<String> {
    let written = Amount::from_ten_thousandths(i64::try_from(scaled).ok()?).to_string();
    Amount::parse(&written).ok().map(|_| written)
}
