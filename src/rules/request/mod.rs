//! Family Q: what people ask for, and whether they get an answer.

use super::Rule;

mod stage;

mod activity_cancelled;
mod closed_team;
mod empty_answer;
mod unanswered;
mod unverified;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &unverified::RULE,         // Q001
    &unanswered::RULE,         // Q002
    &empty_answer::RULE,       // Q003
    &closed_team::RULE,        // Q004
    &activity_cancelled::RULE, // Q005
];
