//! Family P: what should not be in git or in public.

use super::Rule;

mod no_consent;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &no_consent::RULE, // P004
];
