//! Family A.

use super::Rule;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[];
