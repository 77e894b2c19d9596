//! Numbers in Chinese characters and with the units 万 and 亿: converted rightly or not at all.

/// A number in ten-thousandths.
pub(super) type Scaled = u128;

/// One, in ten-thousandths.
pub(super) const ONE: Scaled = 10_000;

/// The digit that a character is, two included as 两 and the forms that cannot be altered.
fn digit(c: char) -> Option<Scaled> {
    const DIGITS: [&str; 10] = ["零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
    DIGITS.iter().zip(0..).find_map(|(all, n)| all.contains(c).then_some(n))
}

/// The unit that a character is: within a group of four digits, or over a whole group.
fn unit(c: char) -> Option<Scaled> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        _ => None,
    }
}

/// Whether a character is a digit or a unit of numbers in Chinese.
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

/// Whether two digits stand for "one or the other" (`三五个`, `七八十`), or a few are said to be there.
pub(super) fn is_between(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let pair = |pair: &[char]| pair.iter().all(|c| matches!(digit(*c), Some(1..)));
    let is_named = chars.iter().any(|c| unit(*c).is_some()) || chars.iter().filter(|c| digit(**c).is_some()).count() == 2;
    is_named && chars.windows(2).any(pair)
}

/// A whole number, in figures or in Chinese.
pub(super) fn whole(text: &str) -> Option<u64> {
    let scaled = numeral(text)?;
    (scaled % ONE == 0).then_some(scaled / ONE).and_then(|n| u64::try_from(n).ok())
}

/// A number in figures (`12`, `1.5`), in Chinese (`一百零二`, `二万五`, `二〇`), or in figures with units (`1.2万`, `3千`).
pub(super) fn numeral(text: &str) -> Option<Scaled> {
    if text.chars().count() > 24 {
        return None;
    }
    if text.contains(|c: char| unit(c).is_some()) { with_units(text) } else { figures(text).or_else(|| row_of_digits(text)) }
}

/// Plain figures with at most four after the point.
pub(super) fn figures(text: &str) -> Option<Scaled> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(whole) || !are_digits(part) || part.len() > 4 || whole.len() > 12 {
        return None;
    }
    Some(whole.parse::<Scaled>().ok()? * ONE + format!("{part:0<4}").parse::<Scaled>().ok()?)
}

/// One digit, or several of which one is a nought: `二〇一三`. Without one, `三五` is three to five.
fn row_of_digits(text: &str) -> Option<Scaled> {
    let digits: Option<Vec<Scaled>> = text.chars().map(digit).collect();
    let digits = digits.filter(|digits| digits.len() == 1 || digits.len() > 1 && digits.contains(&0))?;
    Some(digits.iter().fold(0, |number, digit| number * 10 + digit) * ONE)
}

/// A number with units: larger ones before smaller, each once in its group.
fn with_units(text: &str) -> Option<Scaled> {
    let mut rest = text;
    let (mut total, mut group): (Scaled, Scaled) = (0, 0);
    // The last unit within the group, the last over a whole group, and whether a nought came since.
    let (mut small, mut large): (Scaled, Scaled) = (Scaled::MAX, Scaled::MAX);
    let mut last: Option<Scaled> = None;
    let (mut pending, mut is_figures, mut has_nought): (Option<Scaled>, bool, bool) = (None, false, false);
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            if pending.is_some() {
                return None;
            }
            (pending, is_figures) = (Some(figures(rest.get(..end)?)?), end > 1);
            rest = rest.get(end..)?;
            continue;
        }
        rest = rest.get(c.len_utf8()..)?;
        if let Some(digit) = digit(c) {
            if pending.is_some() {
                return None;
            }
            if digit == 0 {
                has_nought = true;
            } else {
                (pending, is_figures) = (Some(digit * ONE), false);
            }
            continue;
        }
        let unit = unit(c)?;
        if unit < 10_000 {
            // Ten may stand without a one: 十二. A hundred may not.
            let times = match pending.take() {
                Some(times) => times,
                None if unit == 10 && group == 0 => ONE,
                None => return None,
            };
            if unit >= small || is_figures && group > 0 {
                return None;
            }
            group += times * unit;
            small = unit;
        } else {
            let times = group + pending.take().unwrap_or(0);
            if times == 0 || unit >= large {
                return None;
            }
            total += times * unit;
            (group, small, large) = (0, Scaled::MAX, unit);
        }
        (last, is_figures, has_nought) = (Some(unit), false, false);
    }
    let end = match (pending, last) {
        (None, _) => 0,
        // 1万2500: a group of four figures.
        (Some(figures), Some(10_000)) if is_figures => (1000 * ONE..10_000 * ONE).contains(&figures).then_some(figures)?,
        (Some(_), _) if is_figures => return None,
        // 二万五 is twenty-five thousand, 一百二 a hundred and twenty; 一百零二 and 十二 are what they say.
        (Some(digit), Some(unit)) if unit >= 100 && !has_nought => digit * unit / 10,
        (Some(digit), _) => digit,
    };
    Some(total + group + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_up_to_a_million_is_read_as_it_is_written() {
        // Written out by the rules of the language, and read back.
        fn write(n: u64) -> String {
            let digit = |n: u64| "零一二三四五六七八九".chars().nth(n as usize).unwrap();
            if n >= 10_000 {
                let (high, low) = (n / 10_000, n % 10_000);
                let rest = if low == 0 { String::new() } else { format!("{}{}", if low < 1000 { "零" } else { "" }, write(low)) };
                return format!("{}万{rest}", write(high));
            }
            for (unit, name) in [(1000, '千'), (100, '百'), (10, '十')] {
                if n >= unit {
                    let (high, low) = (n / unit, n % unit);
                    let rest = if low == 0 { String::new() } else { format!("{}{}", if low < unit / 10 { "零" } else { "" }, write(low)) };
                    return format!("{}{name}{rest}", digit(high));
                }
            }
            digit(n).to_string()
        }
        for n in (0..12_000).chain((12_000..1_000_000).step_by(97)) {
            assert_eq!(whole(&write(n)), Some(n), "{}", write(n));
        }
    }

    #[test]
    fn what_is_said_shortly_is_read_as_it_is_meant() {
        for (text, number) in [
            ("一百", 100),
            ("两百", 200),
            ("十二", 12),
            ("一百二", 120),
            ("二万五", 25_000),
            ("二万五千", 25_000),
            ("三千六", 3600),
            ("二〇", 20),
            ("二〇一三", 2013),
            ("1万2千", 12_000),
            ("1万2500", 12_500),
            ("2万5", 25_000),
            ("3千", 3000),
            ("壹佰贰拾", 120),
            ("一亿二", 120_000_000),
        ] {
            assert_eq!(whole(text), Some(number), "{text}");
        }
        assert_eq!(numeral("1.2万"), Some(12_000 * ONE));
        for text in ["三五", "百", "一二三", "十百", "万", "一千千", "2万500", "1.2.3", "一十万亿", "五百三千", "半", "第3", ""]
        {
            assert_eq!(numeral(text), None, "{text}");
        }
        assert!(is_between("三五") && is_between("七八十") && !is_between("二十三") && !is_between("二〇一三"));
    }
}
