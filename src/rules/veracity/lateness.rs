//! Which activities were recorded late, and by how much: what V001 and V003 ask.

use crate::rules::Cx;
use crate::rules::activity::attended::is_held;
use crate::tables::activities::Activity;
use crate::value::{Day, Workdays};

/// What makes a record late.
pub struct Lateness {
    workdays: Workdays,
    /// So many working days after the activity it is still in time.
    pub allowed: i64,
}

/// An activity that was recorded late.
pub struct Late {
    /// The day of the activity.
    pub held: Day,
    /// The day on which it was recorded.
    pub recorded: Day,
    /// How many working days later.
    pub days: i64,
}

impl Lateness {
    /// What the settings allow; `None` where a holiday cannot be read and nobody knows what was late.
    pub fn of(cx: &Cx<'_>) -> Option<Self> {
        let rules = &cx.book.settings.rules;
        Some(Self { workdays: Workdays::less(rules.holidays.as_deref()?), allowed: rules.record_within_working_days })
    }

    /// How late an activity that was held was recorded, if it was late.
    pub fn late(&self, activity: &Activity) -> Option<Late> {
        let (held, recorded) = (activity.date.get()?, activity.recorded.get()?);
        if !is_held(activity) || recorded.since(held) <= self.allowed {
            return None;
        }
        let days = self.workdays.after(held, recorded);
        (days > self.allowed).then_some(Late { held, recorded, days })
    }
}
