//! Times of day.

use std::fmt;

use super::cell::{Cell, Kind, Refusal};
use super::desk::Desk;
use super::show::{Shelf, Value};
use crate::say;

/// A time of day, 00:00 to 23:59, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(pub u16);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Cell for Time {
    type Stored = u16;
    const EMPTY: u16 = u16::MAX;
    const BROKEN: u16 = u16::MAX - 1;
    const KIND: Kind = Kind::Time;

    fn read(text: &str, _: &mut Desk<'_>) -> Result<Self, Refusal> {
        let parsed = match text.as_bytes() {
            [a, b, b':', c, d] if [a, b, c, d].iter().all(|x| x.is_ascii_digit()) => {
                let two = |x: &u8, y: &u8| u16::from(x - b'0') * 10 + u16::from(y - b'0');
                (two(a, b) < 24 && two(c, d) < 60).then(|| Time(two(a, b) * 60 + two(c, d)))
            }
            _ => None,
        };
        parsed.ok_or_else(|| Refusal::Date(say!("a time is written 08:30, from 00:00 to 23:59", "时间写作 08:30，从 00:00 到 23:59")))
    }
    fn store(self) -> u16 {
        self.0
    }
    fn load(stored: u16) -> Self {
        Self(stored)
    }
    fn show(self, _: &Shelf<'_>) -> Value {
        Value::Text(self.to_string())
    }
}
