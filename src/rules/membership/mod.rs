//! Family M: who belongs to which team, the organisation relation.

use super::Rule;

mod two_teams;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &two_teams::RULE, // M001
];
