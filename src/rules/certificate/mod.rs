//! Family G: certificates say what the book bears out.

use super::Rule;

mod rows_changed;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &rows_changed::RULE, // G001
];
