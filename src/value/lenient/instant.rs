//! A moment with an offset as the day that it has in the book's time zone: `2026-05-01T22:00:00Z` is 2 May in Shanghai.

use chrono::{FixedOffset, NaiveTime, TimeZone};
use chrono_tz::Tz;

use super::plain::plain;
use crate::value::Day;

/// The day of a moment in a time zone; `None` where the text is no date, time and offset.
pub fn day(text: &str, zone: Tz) -> Option<String> {
    let plain = plain(text)?;
    let (date, rest) = plain.split_at_checked(10)?;
    let date = Day::parse(date).ok()?.date();
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (time, offset) = match rest.strip_suffix(['Z', 'z']) {
        Some(time) => (time, FixedOffset::east_opt(0)?),
        None => {
            let (time, offset) = rest.split_at_checked(rest.rfind(['+', '-'])?)?;
            (time, offset_of(offset)?)
        }
    };
    let time = ["%H:%M:%S%.f", "%H:%M"].iter().find_map(|form| NaiveTime::parse_from_str(time.trim_end(), form).ok())?;
    let moment = offset.from_local_datetime(&date.and_time(time)).single()?;
    Some(Day::from_date(moment.with_timezone(&zone).date_naive()).to_string())
}

/// `+08:00`, `+0800`, `-05`.
fn offset_of(text: &str) -> Option<FixedOffset> {
    let (sign, digits) = text.split_at_checked(1)?;
    let digits = digits.replacen(':', "", 1);
    let is_offset = matches!(digits.len(), 2 | 4) && digits.bytes().all(|b| b.is_ascii_digit());
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| is_offset)?;
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, if minutes.is_empty() { 0 } else { minutes.parse().ok()? });
    let seconds = (hours * 60 + minutes) * 60;
    (minutes < 60).then(|| if sign == "-" { FixedOffset::west_opt(seconds) } else { FixedOffset::east_opt(seconds) }).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_day_it_has_in_the_zone() {
        let (shanghai, york) = (Tz::Asia__Shanghai, Tz::America__New_York);
        for (text, zone, said) in [
            ("2026-05-01T22:00:00Z", shanghai, "2026-05-02"),
            ("2026-05-01T22:00:00Z", Tz::UTC, "2026-05-01"),
            ("2026-05-01T00:00:00+08:00", shanghai, "2026-05-01"),
            ("2026-05-01T00:00:00+08:00", york, "2026-04-30"),
            ("2026-05-01 02:30-0500", york, "2026-05-01"),
            ("2026-05-01 02:30:15.250 -05", shanghai, "2026-05-01"),
            ("２０２６-05-01T23:59:59Z", shanghai, "2026-05-02"),
        ] {
            assert_eq!(day(text, zone).as_deref(), Some(said), "{text}");
        }
        for text in ["2026-05-01", "2026-05-01T22:00:00", "2026-05-01T25:00:00Z", "2026-02-30T10:00:00Z", "2026-05-01T10:00:00+8", "2026-05-01Z", "Z"]
        {
            assert_eq!(day(text, shanghai), None, "{text}");
        }
    }
}
