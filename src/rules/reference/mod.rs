//! Family R: what refers to what.

use super::Rule;

mod about;
mod dangling;
mod likely;
mod loops;
mod noughts;
mod words;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &dangling::RULE, // R001
    &loops::RULE,    // R002
];
