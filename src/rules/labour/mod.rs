//! Family X: mutual labour, hours that volunteers give one another.

use super::Rule;

mod exchange_hours;
mod over_balance;
mod to_oneself;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &to_oneself::RULE,     // X001
    &exchange_hours::RULE, // X002
    &over_balance::RULE,   // X003
];
