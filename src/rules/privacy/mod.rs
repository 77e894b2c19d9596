//! Family P: what should not be in git or in public.

use super::Rule;

mod identity_number;
mod no_consent;
mod numbers;
mod phone_in_text;
mod private_column;
mod private_tracked;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &identity_number::RULE, // P001
    &phone_in_text::RULE,   // P002
    &private_tracked::RULE, // P003
    &no_consent::RULE,      // P004
    &private_column::RULE,  // P005
];
