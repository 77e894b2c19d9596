//! Numbers that name a person: resident identity numbers and mobile numbers, found in a text and veiled where it is shown.
//!
//! Nothing here knows where such a number may stand.

mod mobile;

use std::borrow::Cow;

use super::Span;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A resident identity number of mainland China: 18 digits, the last perhaps an X.
    Identity,
    /// A mobile number of mainland China: 11 digits.
    Mobile,
}

/// A number that names a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Personal,
}

/// The fewest digits of an identity number that stand in a row.
const IDENTITY: usize = 17;

/// The identity numbers in a part of a text, and the mobile numbers, if these are asked for, in the order of their places. Digits may be wide
/// ones, as Chinese input methods write them. The part must begin and end beside no digit: at a line's beginning.
pub fn find(text: &str, part: Span, mobiles: bool) -> Vec<Number> {
    let mut found = Vec::new();
    if !mobiles {
        identities(text, part, &mut found);
        return found;
    }
    mobile::runs(text, part, |run| {
        identities(text, run, &mut found);
        mobile::in_run(text, run, &mut found);
    });
    mobile::rounded(text, part, &mut found);
    found.sort_by_key(|number| number.span);
    found
}

/// The identity numbers in a part of a text.
fn identities(text: &str, part: Span, found: &mut Vec<Number>) {
    let bytes = text.as_bytes();
    let (mut at, end) = (part.start as usize, (part.end as usize).min(bytes.len()));
    // A window of the fewest digits is looked at from its end: most are left after few bytes, and the next begins behind what is no digit.
    while let Some(window) = bytes.get(at..at + IDENTITY).filter(|_| at + IDENTITY <= end) {
        if let Some(other) = window.iter().rposition(|byte| !may_be_digit(*byte)) {
            at += other + 1;
            continue;
        }
        let rest = bytes.get(at + IDENTITY..end).unwrap_or_default();
        let run = IDENTITY + rest.iter().position(|byte| !may_be_digit(*byte)).unwrap_or(rest.len());
        look_at(text, at, at + run, found);
        at += run;
    }
}

/// Whether a byte is a digit, or may be part of a wide one.
fn may_be_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, 0xEF | 0xBC | 0x90..=0x99)
}

/// The digit that begins at a byte, and how many bytes it takes.
fn digit(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match bytes.get(at..)? {
        [byte @ b'0'..=b'9', ..] => Some((byte - b'0', 1)),
        [0xEF, 0xBC, byte @ 0x90..=0x99, ..] => Some((byte - 0x90, 3)),
        _ => None,
    }
}

/// Looks at a run of bytes that may be digits, with nothing of the kind before and after it.
fn look_at(text: &str, from: usize, to: usize, found: &mut Vec<Number>) {
    let bytes = text.as_bytes();
    let mut digits: Vec<u8> = Vec::new();
    let (mut at, mut start) = (from, from);
    while at < to {
        match digit(bytes, at) {
            Some((digit, len)) => {
                if digits.is_empty() {
                    start = at;
                }
                digits.push(digit);
                at += len;
            }
            None => {
                found.extend(judge(text, start, at, &digits));
                digits.clear();
                at += 1;
            }
        }
    }
    found.extend(judge(text, start, at, &digits));
}

/// What digits are that stand together with no digit before and after them.
fn judge(text: &str, start: usize, end: usize, digits: &[u8]) -> Option<Number> {
    let identity = |end| Number { span: Span::new(start, end), kind: Personal::Identity };
    match digits.len() {
        18 => is_identity(digits).then(|| identity(end)),
        17 => {
            let mut next = text.get(end..)?.chars();
            let x = next.next().filter(|c| matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ'))?;
            let is_alone = next.next().is_none_or(|c| !c.is_ascii_alphanumeric());
            let is_it = is_alone && is_identity(&[digits, &[10]].concat());
            is_it.then(|| identity(end + x.len_utf8()))
        }
        _ => None,
    }
}

/// Whether 18 digits, of which the last may be 10 (an X), are a resident identity number: a birth date that the calendar has, and a
/// check digit that holds (GB 11643, ISO 7064 MOD 11-2).
fn is_identity(digits: &[u8]) -> bool {
    let number = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().iter().fold(0u32, |n, digit| n * 10 + u32::from(*digit));
    // The sum of each digit by the power of 2 of its place, from the right, is 1 more than a multiple of 11.
    let sum = digits.iter().fold(0u32, |sum, digit| (sum * 2 + u32::from(*digit)) % 11);
    let year = number(6, 10);
    digits.len() == 18
        && sum == 1
        && digits.first() != Some(&0)
        && (1900..2100).contains(&year)
        && chrono::NaiveDate::from_ymd_opt(year.cast_signed(), number(10, 12), number(12, 14)).is_some()
}

/// How many digits are shown at the beginning and at the end of a number that is veiled.
const SHOWN: (usize, usize) = (3, 2);

/// The text with the middle of every identity number and mobile number hidden; as long as before, byte by byte.
pub fn veil(text: &str) -> Cow<'_, str> {
    veil_numbers(text, true)
}

/// The same of the identity numbers, and of the mobile numbers, if these are asked for.
pub fn veil_numbers(text: &str, mobiles: bool) -> Cow<'_, str> {
    let found = find(text, Span::new(0, text.len()), mobiles);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for number in found.iter().filter(|number| !number.span.of(text).is_empty()) {
        let (start, end) = (number.span.start as usize, number.span.end as usize);
        if start < at {
            continue;
        }
        shown.push_str(text.get(at..start).unwrap_or_default());
        let number = number.span.of(text);
        // What parts the groups of a number is shown.
        let is_digit = |c: char| c.is_alphanumeric();
        let hidden = SHOWN.0..number.chars().filter(|c| is_digit(*c)).count().saturating_sub(SHOWN.1);
        let mut n = 0;
        for c in number.chars() {
            let is_hidden = is_digit(c) && hidden.contains(&n);
            n += usize::from(is_digit(c));
            if is_hidden { star(c, &mut shown) } else { shown.push(c) }
        }
        at = end;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(shown)
}

/// The text with all of certain parts of it hidden, given in rising order; as long as before, byte by byte. Line ends and quotes stay.
pub fn hide<'t>(text: &'t str, parts: &[Span]) -> Cow<'t, str> {
    if parts.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for part in parts {
        let (start, end) = ((part.start as usize).max(at), part.end as usize);
        let Some(hidden) = text.get(start..end) else { continue };
        shown.push_str(text.get(at..start).unwrap_or_default());
        for c in hidden.chars() {
            if matches!(c, '\n' | '\r' | '"') { shown.push(c) } else { star(c, &mut shown) }
        }
        at = end;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(shown)
}

/// Writes stars in place of a character, as many bytes as it takes.
fn star(c: char, shown: &mut String) {
    shown.push_str(match c.len_utf8() {
        1 => "*",
        2 => "**",
        3 => "＊",
        _ => "＊*",
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Personal)> {
        find(text, Span::new(0, text.len()), true).into_iter().map(|number| (number.span.of(text), number.kind)).collect()
    }

    // No region has the code 999999, and no operator the prefix 154: nobody has these numbers.

    #[test]
    fn an_identity_number_is_one_whose_check_digit_and_birth_date_hold() {
        for right in
            ["999999190001010015", "99999919000101004X", "99999919000101004x", "９９９９９９１９０００１０１００４Ｘ", "99999919000101００15"]
        {
            for text in [right.to_owned(), format!("v{right}"), format!("编号{right}，"), format!("\"{right}\"\n"), format!("弼９{{{right}}}ｘ")]
            {
                assert_eq!(found(&text), [(right, Personal::Identity)], "{text}");
            }
        }
        for wrong in [
            // Another check digit, no such day, no such year, none before 1900, one digit more or less, a word.
            "999999190001010014",
            "999999190002300015",
            "999999190013010018",
            "099999190001010016",
            "9999991900010100150",
            "99999919000101001",
            "99999919000101004Xy",
            "9999991900010100 15",
        ] {
            assert!(!found(wrong).iter().any(|(_, kind)| *kind == Personal::Identity), "{wrong}");
        }
    }

    #[test]
    fn every_other_digit_breaks_the_checksum() {
        let right = b"999999190001010015";
        for at in 0..right.len() {
            for other in b'0'..=b'9' {
                let mut digits = *right;
                digits[at] = other;
                let text = String::from_utf8(digits.to_vec()).unwrap();
                assert!(digits == *right || found(&text).is_empty(), "{text}");
            }
        }
    }

    #[test]
    fn a_mobile_number_stands_alone() {
        for text in [
            "15400000000",
            "电话15400000000。",
            "(15400000000)",
            "+86 15400000000",
            "a,15400000000\n",
            "15400000000.",
            "1540000000015400000000 15400000000",
        ] {
            assert_eq!(found(text), [("15400000000", Personal::Mobile)], "{text}");
        }
        assert_eq!(found("+8615400000000"), [("15400000000", Personal::Mobile)]);
        assert_eq!(found("１５４００００００００"), [("１５４００００００００", Personal::Mobile)]);
        for text in ["154000000000", "1540000000", "12400000000", "v15400000000", "15400000000a", "15400000000.5", "0.15400000000", "a_15400000000"] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_middle_is_hidden_and_no_place_moves() {
        for (text, shown) in [
            ("v,999999190001010015,x", "v,999*************15,x"),
            ("99999919000101004X", "999*************4X"),
            ("打15400000000或+8615400000000", "打154******00或+86154******00"),
            ("１５４００００００００", "１５４＊＊＊＊＊＊００"),
            ("154-0000-0000,(154) 0000 0000", "154-****-**00,(154) **** **00"),
            ("1.54000E+10", "1.54****+10"),
            ("nothing 1234567890", "nothing 1234567890"),
        ] {
            assert_eq!(veil(text), shown);
            assert_eq!(veil(text).len(), text.len());
        }
    }

    #[test]
    fn parts_are_hidden_whole() {
        let text = "v1,\"弼é1\n2\",😀x";
        let parts = [Span::new(3, text.find(',').map_or(0, |n| n + 11)), Span::new(text.len() - 5, text.len())];
        let shown = hide(text, &parts);
        assert_eq!(shown.len(), text.len());
        assert_eq!(shown, "v1,\"＊***\n*\",＊**");
    }

    #[test]
    fn what_a_slow_reader_finds_is_found() {
        // Digits, wide digits, separators and letters in any order, against a walk over every character.
        let signs = ["1", "5", "9", "0", "４", "弼", ",", "X", "a", "\n", "154", "000000", "99999919000101", "0015", "004X", "＋", "+86"];
        let mut state = 7u64;
        for _ in 0..3000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.push_str(signs[(state >> 33) as usize % signs.len()]);
            }
            let mut slow = Vec::new();
            let mut start = None;
            for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
                let is_digit = c.is_ascii_digit() || ('０'..='９').contains(&c);
                match (is_digit, start) {
                    (true, None) => start = Some(at),
                    (false, Some(from)) => {
                        let digits: Vec<u8> =
                            text[from..at].chars().map(|c| ((c as u32 - if c.is_ascii() { 48 } else { 0xFF10 }) & 0xF) as u8).collect();
                        slow.extend(judge(&text, from, at, &digits));
                        start = None;
                    }
                    _ => {}
                }
            }
            let whole = Span::new(0, text.len());
            assert_eq!(find(&text, whole, false), slow, "{text}");
            // Beside mobile numbers they are the same ones.
            let mut beside = find(&text, whole, true);
            beside.retain(|number| number.kind == Personal::Identity);
            assert_eq!(beside, slow, "{text}");
        }
    }
}
