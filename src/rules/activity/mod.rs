//! Family A: who served with whom, when and for how long, the activity relation.

use super::Rule;

pub(super) mod attended;

mod attended_unheld;
mod bad_hours;
mod before_opening;
mod crowded;
mod dormant;
mod held_in_future;
mod long_day;
mod nobody_came;
mod not_a_member;
mod on_leave;
mod outside_campaign;
mod outside_dates;
mod over_activity;
mod overlap;
mod planned_in_past;
mod unconfirmed;
mod untrained;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &not_a_member::RULE,     // A001
    &on_leave::RULE,         // A002
    &bad_hours::RULE,        // A003
    &over_activity::RULE,    // A004
    &overlap::RULE,          // A005
    &long_day::RULE,         // A006
    &nobody_came::RULE,      // A007
    &held_in_future::RULE,   // A008
    &planned_in_past::RULE,  // A009
    &outside_dates::RULE,    // A010
    &dormant::RULE,          // A011
    &untrained::RULE,        // A012
    &attended_unheld::RULE,  // A013
    &outside_campaign::RULE, // A014
    &before_opening::RULE,   // A015
    &unconfirmed::RULE,      // A016
];
