//! What a certificate of service rests on: the rows that it covers, and a digest of them by which a later change is noticed.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Period, Row, Target};

use super::Book;

/// The services of a volunteer that a certificate covers.
///
/// A certificate covers what the volunteer attended of what was held in its period, up to the day on which it was issued.
/// What is written down of later days changes nothing about it.
#[derive(Clone, Debug)]
pub struct Certified {
    /// The service hours, all together.
    pub hours: Amount,
    /// In how many services.
    pub services: u32,
    /// The participations, by day and id of the activity.
    pub rows: Vec<Row<Participation>>,
    /// The rows in words: what the digest is made of.
    pub text: String,
}

impl Certified {
    /// What a certificate of a volunteer's service in a period, issued on a day, rests on.
    /// `None` where a row that might belong to it cannot be read: then nobody can certify it.
    pub fn of(book: &Book, volunteer: Row<Volunteer>, period: Period, issued: Day) -> Option<Self> {
        if book.unsure().attended.has(volunteer) {
            return None;
        }
        let ids = book.keys(Activity::TARGET)?;
        let mut rows: Vec<(Day, &str, Amount, Row<Participation>)> = Vec::new();
        for (day, row) in book.attendances().of_volunteer(volunteer) {
            if period.has(*day) && *day <= issued {
                let participation = book.participations.get(*row)?;
                rows.push((*day, ids.id(participation.activity.get()?.number), participation.hours.get()?, *row));
            }
        }
        rows.sort_unstable_by_key(|(day, id, ..)| (*day, *id));
        let mut text = format!("{},{},{}\n", book.keys(Volunteer::TARGET)?.id(volunteer.number), period.from, period.to);
        for (day, id, hours, _) in &rows {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{id},{day},{hours}");
        }
        Some(Self {
            hours: rows.iter().map(|(_, _, hours, _)| *hours).sum(),
            services: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            rows: rows.into_iter().map(|(.., row)| row).collect(),
            text,
        })
    }

    /// The digest of the rows, as the column `digest` of `certificates.csv` holds it: SHA-256, in 64 hexadecimal digits.
    ///
    /// It is made of [`Certified::text`]: one line for the volunteer's id and the first and the last day of the period, then a line for each
    /// participation, by day and then by the activity's id, with that id, the day and the hours. Cells are parted by a comma, days are
    /// written 2026-06-05, hours as the book's canonical decimals (`2`, `1.5`), and every line ends with a line feed. So anybody
    /// can work it out again:
    ///
    /// ```sh
    /// printf 'v2,2026-04-01,2026-06-30\na1,2026-06-05,2\na2,2026-06-13,3\n' | sha256sum
    /// ```
    pub fn digest(&self) -> String {
        Sha256::digest(self.text.as_bytes()).iter().fold(String::with_capacity(64), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        })
    }
}
