//! What a text that cannot be read probably means, a file for each kind of value, and how sure that is.
//!
//! `check --fix` writes what is [`Sureness::Certain`], with `--likely` also what is [`Sureness::Likely`]. What may mean two things, or is not exact, is never turned
//! into a value. Nothing here knows which column the text stands in.

pub mod date;
pub mod id;
pub mod instant;
pub mod number;
mod numeral;
pub mod plain;
pub mod reference;
mod time;
pub mod word;

use super::Kind;

/// How sure it is that a value is what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// It may be that, and may be another.
    Guess,
    /// A person who knows the row would say so at once.
    Likely,
    /// It can mean nothing else: other signs between the parts of a date, blanks around it, wide letters.
    Certain,
}

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// This, as the column takes it.
    Value(String, Sureness),
    /// One of two, and nobody can tell which: `1.000` is a thousand or one.
    Either(String, String),
    /// No exact number: `100余`, `约500`, `5-7`.
    Inexact,
    /// A number that a spreadsheet cut: `1.38E+10`.
    LostDigits,
    /// A time without a fixed length: half a day.
    NoLength,
    /// Nothing that can be told.
    Unknown,
}

impl Meant {
    fn value(value: Option<String>, sureness: Sureness) -> Self {
        value.map_or(Self::Unknown, |value| Self::Value(value, sureness))
    }

    fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Unknown { other() } else { self }
    }
}

/// What a text means in a column of a kind.
pub fn read(text: &str, kind: Kind) -> Meant {
    if let Some(value) = certain(text, kind) {
        return Meant::Value(value, Sureness::Certain);
    }
    // Superscripts, fractions and numbers in circles keep their meaning: nothing but width is evened out.
    let plain = plain::shown(text);
    let meant = match kind {
        Kind::Day => date::day(&plain),
        Kind::PartialDay | Kind::End => date::partial(&plain),
        Kind::Time => Meant::value(time::likely(&plain), Sureness::Likely),
        Kind::Period | Kind::Quarter => Meant::value(date::period(&plain), Sureness::Likely),
        Kind::Amount => number::amount(&plain),
        Kind::Count => number::count(&plain),
        Kind::Rating => number::rating(&plain),
        _ => Meant::Unknown,
    };
    match meant {
        Meant::Value(value, _) if value == text => Meant::Unknown,
        meant => meant,
    }
}

/// The value as the column takes it, if the text can mean nothing else.
pub fn certain(text: &str, kind: Kind) -> Option<String> {
    let plain = plain::plain(text)?;
    let sure = match kind {
        Kind::Day => date::certain_day(&plain)?,
        Kind::PartialDay | Kind::End => date::certain_partial(&plain)?,
        Kind::Time => time::certain(&plain)?,
        Kind::Period => date::certain_period(&plain)?,
        Kind::Amount => number::certain_amount(&plain)?,
        Kind::Count => number::certain_count(&plain)?,
        Kind::Rating => number::certain_count(&plain).filter(|n| matches!(n.as_str(), "1" | "2" | "3" | "4" | "5"))?,
        _ => return None,
    };
    (sure != text).then_some(sure)
}

/// The value that was most likely meant, a mere guess left out.
pub fn likely(text: &str, kind: Kind) -> Option<String> {
    match read(text, kind) {
        Meant::Value(value, sureness) if sureness >= Sureness::Likely => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
