//! The day that is asked about.

use crate::value::Day;

/// The days that a question rests on.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// The day asked about: rows dated later are outside the question.
    pub as_of: Day,
    /// Today, which only what may not lie in the future is compared with.
    pub today: Day,
}

impl Ask {
    /// A question about one day, asked on that day.
    pub fn on(day: Day) -> Self {
        Self { as_of: day, today: day }
    }
}
