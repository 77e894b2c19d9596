//! Family F: files, tables, rows and cells as they are written.

use super::Rule;

mod ragged_row;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &ragged_row::RULE, // F008
];
