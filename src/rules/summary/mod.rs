//! Family S: every quarter is summed up, and the summary fed back.

use super::Rule;

mod not_fed_back;
mod not_summed_up;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &not_summed_up::RULE, // S001
    &not_fed_back::RULE,  // S002
];

/// A quarter as waivers name it.
fn record(quarter: crate::value::Period) -> String {
    format!("{}:{quarter}", crate::tables::summaries::DESCRIPTION.name)
}
