//! What a column is for, so that what follows from it is written once and not for each table.

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing that more follows from than from its kind.
    Plain,
    /// What the row is called.
    Name,
    /// The first day of what lasts.
    Starts,
    /// The last day of what lasts; empty while it does.
    Ends,
    /// The one day of what is dated once.
    Dated,
    /// The day since which something more is so: before it, that is not yet so.
    Step,
    /// The last day for something, or until which something holds.
    Until,
    /// How far it has come.
    State,
    /// What kind it is of.
    Kind,
    /// What it is part of, in the same table.
    Parent,
    /// Whose row it is.
    Owner,
    /// A number of hours, which adds up.
    Hours,
    /// A number of times, which adds up.
    Times,
    /// A number of persons.
    People,
    /// How often persons were reached, which adds up.
    PersonTimes,
    /// A number of households.
    Households,
    /// A number of what a metric counts.
    Quantity,
    /// Words for people, which no program reads.
    Note,
    /// A telephone number.
    Phone,
}

impl Role {
    /// The units that a header of such a column may say, as headers are compared.
    pub fn units(self) -> &'static [&'static str] {
        match self {
            Self::Hours => &["小时", "时", "h", "hr", "hrs", "hour", "hours"],
            Self::Times => &["次", "times"],
            Self::People => &["人", "名", "people", "persons"],
            Self::PersonTimes => &["人次", "times", "persontimes"],
            Self::Households => &["户", "households"],
            _ => &[],
        }
    }

    /// Whether a row is dated by such a column: it belongs to the year of that day.
    pub fn is_date(self) -> bool {
        matches!(self, Self::Starts | Self::Dated)
    }
}
