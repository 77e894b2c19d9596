//! Mobile numbers of mainland China in every notation: whole, in groups parted by dashes, blanks, points or brackets, with the country's
//! code before them, in wide digits, and as a spreadsheet rounds them (`1.38E+10`).

use memchr::memmem;

use super::{Number, Personal, digit};
use crate::text::Span;

/// The digits of a mobile number.
pub(super) const DIGITS: usize = 11;

/// How the digits may be parted into groups.
const GROUPED: &[&[usize]] = &[
    &[11],
    &[3, 8],
    &[3, 4, 4],
    &[3, 3, 5],
    &[3, 5, 3],
    &[3, 3, 3, 2],
    &[3, 2, 2, 2, 2],
    &[3, 2, 2, 4],
    &[3, 4, 2, 2],
    &[4, 3, 4],
    &[4, 4, 3],
    &[5, 6],
    &[5, 3, 3],
    &[6, 5],
    &[7, 4],
];

/// The country's code, as it stands before a number.
const COUNTRY: &[&[u8]] = &[&[8, 6], &[0, 0, 8, 6]];

/// Shows the runs of bytes in a part of a text that may hold a number to a visitor: an identity number, too, lies in one.
pub(super) fn runs(text: &str, part: Span, mut visit: impl FnMut(Span)) {
    let bytes = text.as_bytes();
    let (mut at, end) = (part.start as usize, (part.end as usize).min(bytes.len()));
    // A window of the fewest bytes is looked at from its end: most are left after few bytes, and the next begins behind what is no part of a number.
    while let Some(window) = bytes.get(at..at + DIGITS).filter(|_| at + DIGITS <= end) {
        if let Some(other) = window.iter().rposition(|byte| !may_be_part(*byte)) {
            at += other + 1;
            continue;
        }
        let rest = bytes.get(at + DIGITS..end).unwrap_or_default();
        let run = DIGITS + rest.iter().position(|byte| !may_be_part(*byte)).unwrap_or(rest.len());
        visit(Span::new(at, at + run));
        at += run;
    }
}

/// Whether a byte is a digit or parts digits, or may be in a character that does.
fn may_be_part(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b' ' | b'-' | b'.' | b'(' | b')' | b'+' | 0xEF | 0xBC | 0x80 | 0x88..=0x99 | 0xA0 | 0xAF | 0xC2 | 0xE2 | 0xE3)
}

/// Digits that stand together.
struct Group {
    span: (usize, usize),
    digits: Vec<u8>,
    /// What parts them from the group before.
    before: Parted,
}

/// What stands between two groups of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parted {
    /// Something that parts one number from another as well as it parts a number: blanks, brackets.
    Loosely,
    /// A point, and nothing else.
    Point,
    /// A dash or the like: whatever stands on both sides belongs together.
    Tightly,
    /// So much that they have nothing to do with each other.
    Wholly,
}

/// The most characters that part the groups of one number: ` - `, `) `.
const MOST: usize = 3;

/// The mobile numbers in a run of bytes that may be digits and what parts them, in the order of their places.
pub(super) fn in_run(text: &str, run: Span, found: &mut Vec<Number>) {
    let (bytes, from, to) = (text.as_bytes(), run.start as usize, run.end as usize);
    // Dates beside times are such runs, and have too few digits. The second byte of each wide digit is 0xBC.
    let digits = bytes.get(from..to).unwrap_or_default().iter().filter(|byte| byte.is_ascii_digit() || **byte == 0xBC).count();
    if digits < DIGITS {
        return;
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut at = from;
    let mut gap = from;
    while at < to {
        if digit(bytes, at).is_none() {
            at += 1;
            continue;
        }
        let (start, mut digits) = (at, Vec::new());
        while let Some((digit, len)) = digit(bytes, at).filter(|_| at < to) {
            digits.push(digit);
            at += len;
        }
        let before = if groups.is_empty() { Parted::Wholly } else { parted(text.get(gap..start)) };
        groups.push(Group { span: (start, at), digits, before });
        gap = at;
    }
    let mut n = 0;
    while n < groups.len() {
        match begins(text, groups.get(n..).unwrap_or_default(), n > 0) {
            Some((span, used)) => {
                found.push(Number { span, kind: Personal::Mobile });
                n += used;
            }
            None => n += 1,
        }
    }
}

/// How what stands between two groups parts them.
fn parted(between: Option<&str>) -> Parted {
    let Some(between) = between.filter(|between| between.chars().count() <= MOST) else { return Parted::Wholly };
    match between.trim() {
        "" => Parted::Loosely,
        "." | "．" if between.chars().count() == 1 => Parted::Point,
        mark if mark.chars().all(|c| matches!(c, '(' | ')' | '（' | '）' | '+' | '＋') || c.is_whitespace()) => Parted::Loosely,
        mark if mark
            .chars()
            .all(|c| matches!(c, '-' | '.' | '．' | '－' | '(' | ')' | '（' | '）' | '\u{2010}'..='\u{2015}') || c.is_whitespace()) =>
        {
            Parted::Tightly
        }
        _ => Parted::Wholly,
    }
}

/// The number that begins with the first of some groups, and how many groups it takes.
fn begins(text: &str, groups: &[Group], has_more_before: bool) -> Option<(Span, usize)> {
    let first = groups.first()?;
    let country = COUNTRY.iter().find(|code| first.digits.starts_with(code) && first.digits.len() > code.len()).map_or(0, |code| code.len());
    let mut own = first.digits.clone();
    own.drain(..country);
    let (mut lengths, mut used) = (vec![own.len()], 1);
    for group in groups.get(1..)? {
        if own.len() >= DIGITS || group.before == Parted::Wholly {
            break;
        }
        own.extend(&group.digits);
        lengths.push(group.digits.len());
        used += 1;
    }
    if own.len() != DIGITS || !matches!(own.as_slice(), [1, 3..=9, ..]) || !GROUPED.contains(&lengths.as_slice()) {
        return None;
    }
    let last = groups.get(used - 1)?;
    // The width of the digits of the country's code tells where the number itself begins.
    let mut start = first.span.0;
    for _ in 0..country {
        start += digit(text.as_bytes(), start)?.1;
    }
    let is_tied = has_more_before
        && match first.before {
            Parted::Tightly | Parted::Point => !is_country(text, first.span.0),
            Parted::Loosely | Parted::Wholly => false,
        };
    let next = groups.get(used);
    let is_cut = next.is_some_and(|next| match next.before {
        Parted::Tightly => true,
        // A spreadsheet writes a whole number as a decimal: 13800000000.0
        Parted::Point => next.digits.iter().any(|digit| *digit != 0),
        Parted::Loosely | Parted::Wholly => false,
    });
    let (before, after) = (text.get(..first.span.0)?, text.get(last.span.1..)?);
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_alone = !before.ends_with(is_word) && !after.starts_with(is_word);
    (is_alone && !is_tied && !is_cut).then(|| (Span::new(start, last.span.1), used))
}

/// Whether the country's code stands right before a place: `+86-138…`.
fn is_country(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric());
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    ["86", "0086"].contains(&before.get(digits.len()..).unwrap_or_default())
}

/// The numbers in a part of a text that a spreadsheet has rounded: `1.38579E+10`.
pub(super) fn rounded(text: &str, part: Span, found: &mut Vec<Number>) {
    const POWER: &str = "+10";
    let bytes = text.as_bytes();
    let (from, end) = (part.start as usize, (part.end as usize).min(bytes.len()));
    let part = bytes.get(from..end).unwrap_or_default();
    for place in memmem::find_iter(part, POWER).map(|place| from + place) {
        let Some(before) = text.get(from..place).and_then(|before| before.strip_suffix(['E', 'e'])) else { continue };
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let mantissa = before.get(start..).unwrap_or_default();
        let digits = mantissa.strip_prefix("1.").unwrap_or_default();
        let is_mobile = digits.starts_with(|c: char| matches!(c, '3'..='9')) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let (before, after) = (before.get(..start).unwrap_or_default(), text.get(place + POWER.len()..).unwrap_or_default());
        if is_mobile && !before.ends_with(is_word) && !after.starts_with(is_word) {
            found.push(Number { span: Span::new(from + start, place + POWER.len()), kind: Personal::Mobile });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let whole = Span::new(0, text.len());
        runs(text, whole, |run| in_run(text, run, &mut found));
        rounded(text, whole, &mut found);
        found.sort_by_key(|number| number.span);
        found.into_iter().map(|number| number.span.of(text)).collect()
    }

    // No operator has the prefix 154: nobody has these numbers.

    #[test]
    fn a_number_in_groups_is_the_number() {
        for text in [
            "154-0000-0000",
            "154 0000 0000",
            "154.0000.0000",
            "154 - 0000 - 0000",
            "154\u{a0}0000\u{a0}0000",
            "154　0000　0000",
            "154－0000－0000",
            "154–0000–0000",
            "(154)0000-0000",
            "（154） 0000 0000",
            "1540000-0000",
            "15400 000000",
            "154-000-00000",
            "１５４－００００－００００",
            "154 00 00 00 00",
        ] {
            let number = text.trim_start_matches(['(', '（']);
            for whole in [
                text.to_owned(),
                format!("电话{text}。"),
                format!("2026-05-01 {text} 2"),
                format!("a,{text}\n"),
                format!("+86 {text}"),
                format!("+86-{text}"),
            ] {
                assert_eq!(found(&whole), [number], "{whole}");
            }
        }
    }

    #[test]
    fn the_country_may_stand_before_it() {
        for text in [
            "+8615400000000",
            "8615400000000",
            "008615400000000",
            "(+86)15400000000",
            "+86-15400000000",
            "0086 15400000000",
            "+８６１５４００００００００",
        ] {
            let number = found(text).concat();
            assert!(number == "15400000000" || number == "１５４００００００００", "{text}: {number}");
        }
        assert_eq!(found("+86154-0000-0000"), ["154-0000-0000"]);
    }

    #[test]
    fn a_number_that_a_spreadsheet_has_rounded_is_one() {
        for text in ["1.54E+10", "1.54000E+10", "1.5e+10"] {
            for whole in [text.to_owned(), format!("v1,{text},x"), format!("打{text}")] {
                assert_eq!(found(&whole), [text], "{whole}");
            }
        }
        assert_eq!(found("15400000000.0"), ["15400000000"]);
        assert_eq!(found("15400000000.00,"), ["15400000000"]);
        for text in ["1.24E+10", "2.54E+10", "1.54E+11", "1.54E+100", "x1.54E+10", "11.54E+10", "1.5.4E+10"] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "2026-05-01 08-1540",
            "154-0000-0000-1",
            "2-154-0000-0000",
            "154-0000-000",
            "154-0000-00000",
            "124-0000-0000",
            "1990-05-01-123",
            "v154-0000-0000",
            "154-0000-0000a",
            "154_0000_0000",
            "154,0000,0000",
            "154\n0000\n0000",
            "154 ---- 0000 0000",
            "0.154.0000.0000",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn any_text_can_be_looked_at() {
        let signs = ["1", "54", "0000", "-", " ", ".", "(", "）", "－", "４", "弼", ",", "E+10", "1.5", "\n", "　", "\u{a0}", "＋", "+86", "–", "。"];
        let mut state = 11u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.push_str(signs[(state >> 33) as usize % signs.len()]);
            }
            for number in found(&text) {
                let digits = number.chars().filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).count();
                assert!(digits == DIGITS || number.contains('E'), "{text}: {number}");
            }
        }
    }
}
