//! Family V: hours that deserve a second look.

use super::Rule;

mod lateness;

mod bulk_entry;
mod recorded_late;
mod same_activity;
mod same_hours;
mod too_many_hours;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &recorded_late::RULE,  // V001
    &same_hours::RULE,     // V002
    &bulk_entry::RULE,     // V003
    &too_many_hours::RULE, // V004
    &same_activity::RULE,  // V005
];
