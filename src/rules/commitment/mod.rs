//! Family C: what volunteers promise in public.

use super::Rule;

mod no_commitment;
mod not_published;
mod overdue;
mod wrong_track;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &no_commitment::RULE, // C001
    &wrong_track::RULE,   // C002
    &not_published::RULE, // C003
    &overdue::RULE,       // C004
];
