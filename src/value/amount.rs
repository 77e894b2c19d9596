//! Hours and quantities: exact decimals, never floats.

use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub};

use super::cell::{Cell, Kind, Refusal};
use super::desk::Desk;
use super::pen::Pen;
use super::show::{Shelf, Value};
use crate::say;
use crate::say::Text;

/// An exact decimal with four places, kept in ten-thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount(i64);

const SCALE: i64 = 10_000;

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount(0);

    /// A whole amount.
    pub fn whole(n: u32) -> Self {
        Self(i64::from(n) * SCALE)
    }

    /// The amount in ten-thousandths.
    pub fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// The amount of so many ten-thousandths.
    pub fn from_ten_thousandths(n: i64) -> Self {
        Self(n)
    }

    /// Plain ASCII digits with at most four after the point; no sign, exponent or separator.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let wrong = || {
            say!("a number is plain digits with at most four after the point, such as 2 or 1.5", "数字只用半角数字，小数点后最多四位，如 2 或 1.5")
        };
        let (mut value, mut places): (i64, Option<u32>) = (0, None);
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    value = value.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
                    places = places.map(|places| places + 1);
                }
                b'.' if places.is_none() => places = Some(0),
                _ => return Err(wrong()),
            }
        }
        if !text.starts_with(|c: char| c.is_ascii_digit()) || places == Some(0) {
            return Err(wrong());
        }
        let Some(missing) = 4_u32.checked_sub(places.unwrap_or_default()) else { return Err(wrong()) };
        let value = value.saturating_mul(10_i64.pow(missing));
        if value > Self::LIMIT {
            return Err(say!("this number is too large", "这个数字太大"));
        }
        Ok(Self(value))
    }

    /// The largest amount a cell may hold: ninety million, so that no sum of ten million cells overflows.
    const LIMIT: i64 = 900_000_000_000;

    /// `part` of `whole` in per cent, with one digit after the point; nothing of nothing is nothing.
    pub fn percent(part: u64, whole: u64) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        let tenths = (u128::from(part) * 1000 * 2 + u128::from(whole)) / (u128::from(whole) * 2);
        i64::try_from(tenths).ok().map(|n| Self(n.saturating_mul(SCALE / 10)))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.0.unsigned_abs();
        let (whole, part) = (all / SCALE.unsigned_abs(), all % SCALE.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        if part == 0 {
            return f.pad(&format!("{sign}{whole}"));
        }
        f.pad(format!("{sign}{whole}.{part:04}").trim_end_matches('0'))
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Amount {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Amount {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl std::iter::Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl Cell for Amount {
    type Stored = i64;
    const EMPTY: i64 = i64::MIN;
    const BROKEN: i64 = i64::MIN + 1;
    const KIND: Kind = Kind::Amount;

    fn read(text: &str, _: &mut Desk<'_>) -> Result<Self, Refusal> {
        Self::parse(text).map_err(Refusal::Number)
    }
    fn write(text: &str, _: &Pen<'_>) -> Option<String> {
        // Only a zero at either end is too much.
        // Three digits behind the point may be thousands, as 1.000 is written in many countries: whoever looks at it later is to see it.
        let is_doubtful = text.split_once('.').is_some_and(|(_, part)| part.len() == 3);
        let may_be_long = !is_doubtful && (text.len() > 1 && text.starts_with('0') || text.contains('.') && text.ends_with('0'));
        may_be_long.then(|| Self::parse(text).ok()).flatten().map(|amount| amount.to_string()).filter(|written| written != text)
    }
    fn store(self) -> i64 {
        self.0
    }
    fn load(stored: i64) -> Self {
        Self(stored)
    }
    fn show(self, _: &Shelf<'_>) -> Value {
        Value::Amount(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        let total: Amount = ["0.1", "0.2", "1.0005"].iter().map(|t| Amount::parse(t).unwrap()).sum();
        assert_eq!(total.to_string(), "1.3005");
        assert_eq!(Amount::parse("2").unwrap().to_string(), "2");
        for wrong in ["", "+1", "-1", "1.", ".5", "1,5", "1e3", "1_0", "1.00001", "１", "2小时", "99999999999999999999", " 1"] {
            assert!(Amount::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(Amount::percent(1, 3).unwrap().to_string(), "33.3");
        assert_eq!(Amount::percent(2, 3).unwrap().to_string(), "66.7");
        assert_eq!(Amount::percent(1, 0), None);
    }
}
