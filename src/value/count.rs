//! Whole numbers: people, households, services; and ratings.

use super::cell::{Cell, Kind, Refusal};
use super::desk::Desk;
use super::pen::Pen;
use super::show::{Shelf, Value};
use crate::say;

/// A whole number from 0: beneficiaries, households, headcounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u32);

impl Cell for Count {
    type Stored = u32;
    const EMPTY: u32 = u32::MAX;
    const BROKEN: u32 = u32::MAX - 1;
    const KIND: Kind = Kind::Count;

    fn read(text: &str, _: &mut Desk<'_>) -> Result<Self, Refusal> {
        let plain = text.bytes().all(|b| b.is_ascii_digit());
        text.parse()
            .ok()
            .filter(|n| plain && *n <= 1_000_000_000)
            .map(Count)
            .ok_or_else(|| Refusal::Number(say!("a count is a whole number in plain digits, such as 12", "个数是半角数字的整数，如 12")))
    }
    fn write(text: &str, _: &Pen<'_>) -> Option<String> {
        let is_long = text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
        is_long.then(|| text.trim_start_matches('0')).map(|rest| if rest.is_empty() { "0".to_owned() } else { rest.to_owned() })
    }
    fn store(self) -> u32 {
        self.0
    }
    fn load(stored: u32) -> Self {
        Self(stored)
    }
    fn show(self, _: &Shelf<'_>) -> Value {
        Value::Count(u64::from(self.0))
    }
}

/// A rating, 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(pub u8);

impl Cell for Rating {
    type Stored = u8;
    const EMPTY: u8 = 0;
    const BROKEN: u8 = u8::MAX;
    const KIND: Kind = Kind::Rating;

    fn read(text: &str, _: &mut Desk<'_>) -> Result<Self, Refusal> {
        match text.as_bytes() {
            [digit @ b'1'..=b'5'] => Ok(Self(digit - b'0')),
            _ => Err(Refusal::Number(say!("a rating is a number from 1 to 5", "评价是 1 到 5 的数字"))),
        }
    }
    fn store(self) -> u8 {
        self.0
    }
    fn load(stored: u8) -> Self {
        Self(stored)
    }
    fn show(self, _: &Shelf<'_>) -> Value {
        Value::Count(u64::from(self.0))
    }
}
