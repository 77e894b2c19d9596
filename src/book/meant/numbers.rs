//! Ids that are numbers, and what spreadsheets make of them: they take the noughts before a number, and digits from a long one.

use crate::value::Keys;
use crate::value::lenient::number::has_lost_digits;
use crate::value::lenient::plain::shown;

/// So many digits of a number a spreadsheet keeps; those behind become noughts.
const KEPT: usize = 15;

/// More digits than this are no number that is reckoned with.
const MOST: usize = 37;

/// So many decimals a spreadsheet shows at most of a number that it shortens.
const DECIMALS: usize = 5;

/// The ids of a table that are nothing but digits, by their numbers.
pub struct Numbers<'a> {
    keys: &'a Keys,
    /// Their rows, by the number.
    rows: Vec<u32>,
}

/// What is left of a text of digits without the noughts before them; `None` of any other text.
pub fn number(text: &str) -> Option<String> {
    let shown = shown(text);
    let plain = shown.trim_start_matches('\'');
    // A spreadsheet or a program may have written 12.0 for 12.
    let plain = plain.strip_suffix(".0").unwrap_or(plain);
    (!plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit())).then(|| stripped(plain).to_owned())
}

/// Whether a spreadsheet has shortened a number: `1.38E+10`.
pub fn is_shortened(text: &str) -> bool {
    has_lost_digits(&shown(text))
}

/// Digits without the noughts before them; nought itself has none.
pub fn stripped(digits: &str) -> &str {
    digits.trim_start_matches('0')
}

/// Numbers in their order, however long.
fn order(digits: &str) -> (usize, &str) {
    (digits.len(), digits)
}

impl<'a> Numbers<'a> {
    /// The ids of a table that are numbers.
    pub fn of(keys: &'a Keys) -> Self {
        let is_number = |id: &str| id.bytes().all(|byte| byte.is_ascii_digit());
        let mut rows: Vec<u32> = keys.iter().filter(|(_, id)| is_number(id)).map(|(row, _)| row).collect();
        rows.sort_by_key(|row| (order(stripped(keys.id(*row))), *row));
        Self { keys, rows }
    }

    /// Whether two texts are one number, whatever noughts stand before either.
    pub fn are_same(one: &str, other: &str) -> bool {
        number(one).is_some_and(|one| number(other) == Some(one))
    }

    /// The ids that are the number that a text is.
    pub fn ids(&self, text: &str) -> impl Iterator<Item = &'a str> {
        let rows = number(text).map(|number| self.same(&number)).unwrap_or_default();
        rows.iter().map(|row| self.keys.id(*row))
    }

    /// The ids of a table that are the number that a text is, whatever noughts stand before either.
    pub fn alike(keys: &'a Keys, text: &str) -> Vec<&'a str> {
        if number(text).is_some() { Self::of(keys).ids(text).collect() } else { Vec::new() }
    }

    /// How many of the ids have fewer digits than so many.
    pub fn shorter_than(&self, digits: usize) -> usize {
        self.rows.iter().filter(|row| self.keys.id(**row).len() < digits).count()
    }

    /// The rows of a number, whatever noughts stand before it.
    pub fn same(&self, number: &str) -> &[u32] {
        self.between(number, number)
    }

    /// The rows of the numbers from one to another, both without noughts before them.
    fn between(&self, first: &str, last: &str) -> &[u32] {
        let at = |row: &u32| order(stripped(self.keys.id(*row)));
        let from = self.rows.partition_point(|row| at(row) < order(first));
        let to = self.rows.partition_point(|row| at(row) <= order(last));
        self.rows.get(from..to).unwrap_or_default()
    }

    /// The rows that a text may mean which a spreadsheet has cut; `None` where it has not.
    pub fn cut(&self, text: &str) -> Option<Vec<u32>> {
        if is_shortened(text) {
            let rows = range(&shown(text)).map(|(first, last)| self.between(&first, &last)).unwrap_or_default();
            return Some(rows.to_vec());
        }
        let digits = number(text)?;
        let (kept, behind) = digits.split_at_checked(KEPT)?;
        let is_cut = !behind.is_empty() && behind.bytes().all(|byte| byte == b'0');
        let rows = if is_cut { self.between(&digits, &format!("{kept}{}", "9".repeat(behind.len()))) } else { &[] };
        (!rows.is_empty()).then(|| rows.to_vec())
    }

    /// The row whose id a spreadsheet has made of a number.
    pub fn cut_id(&self, number: &str) -> Option<u32> {
        let shown = (0..=DECIMALS).filter_map(|decimals| shortened(number, decimals)).find_map(|id| self.keys.find(&id));
        shown.or_else(|| {
            let (kept, behind) = number.split_at_checked(KEPT)?;
            self.same(&format!("{kept}{}", "0".repeat(behind.len()))).first().copied().filter(|_| !behind.is_empty())
        })
    }
}

/// The least and the greatest number that a spreadsheet would show so.
fn range(shortened: &str) -> Option<(String, String)> {
    let (mantissa, exponent) = shortened.split_once(['e', 'E'])?;
    let exponent: usize = exponent.trim_start_matches('+').parse().ok().filter(|exponent| *exponent <= MOST)?;
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: u128 = format!("{whole}{decimals}").parse().ok()?;
    let unit = 10u128.checked_pow(u32::try_from(exponent.checked_sub(decimals.len())?).ok()?)?;
    let middle = digits.checked_mul(unit)?;
    let half = unit / 2;
    Some((middle.saturating_sub(half).to_string(), middle.checked_add(half)?.to_string()))
}

/// A number as a spreadsheet shows it in a narrow column, with so many decimals.
fn shortened(digits: &str, decimals: usize) -> Option<String> {
    let exponent = digits.len().checked_sub(1).filter(|exponent| (decimals + 1..=MOST).contains(exponent))?;
    let unit = 10u128.checked_pow(u32::try_from(exponent - decimals).ok()?)?;
    let rounded = (digits.parse::<u128>().ok()?.checked_add(unit / 2)? / unit).to_string();
    // Nine and a half become ten.
    let exponent = exponent + rounded.len().checked_sub(decimals + 1)?;
    let (whole, rest) = rounded.split_at_checked(1)?;
    let rest = rest.get(..decimals)?;
    let point = if rest.is_empty() { "" } else { "." };
    Some(format!("{whole}{point}{rest}E+{exponent:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(ids: &[&str]) -> Keys {
        let mut keys = Keys::default();
        ids.iter().for_each(|id| {
            keys.add(id).unwrap();
        });
        keys.settle();
        keys
    }

    #[test]
    fn a_number_is_found_whatever_noughts_stand_before_it() {
        let keys = keys(&["7", "0010", "x1", "007", "10", "0", "123456789012345678901234567890123456789012345"]);
        let numbers = Numbers::of(&keys);
        let same = |text: &str| number(text).map(|number| numbers.same(&number).to_vec()).unwrap_or_default();
        assert_eq!(same("07"), [0, 3]);
        assert_eq!(same("00010"), [1, 4]);
        assert_eq!(same("'010"), [1, 4]);
        assert_eq!(same("７.0"), [0, 3]);
        assert_eq!(same("000"), [5]);
        assert_eq!(same("0123456789012345678901234567890123456789012345"), [6]);
        assert!(same("8").is_empty() && same("x1").is_empty());
        assert_eq!(numbers.shorter_than(3), 3);
        assert_eq!(Numbers::alike(&keys, "0007"), ["7", "007"]);
    }

    #[test]
    fn digits_that_were_lost_leave_a_range() {
        let keys = keys(&["13785550101", "13842220000", "13850000000", "123456789012345678", "2.05E+11", "v1", "987654321098765000"]);
        let numbers = Numbers::of(&keys);
        assert_eq!(numbers.cut("1.38E+10"), Some(vec![0, 1, 2]));
        assert_eq!(numbers.cut("1.3842E+10"), Some(vec![1]));
        assert_eq!(numbers.cut("9E+10"), Some(vec![]));
        assert_eq!(numbers.cut("123456789012345000"), Some(vec![3]));
        assert_eq!(numbers.cut_id("204999999999"), Some(4));
        assert_eq!(numbers.cut_id("206000000000"), None);
        assert_eq!(numbers.cut_id("987654321098765432"), Some(6));
        assert_eq!(numbers.cut_id("987654321098764432"), None);
        assert_eq!(numbers.cut("9.9E+999999999999999999999"), Some(vec![]));
        assert_eq!(shortened("99999", 1).as_deref(), Some("1.0E+05"));
    }
}
