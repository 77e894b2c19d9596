//! What is said about a book, as data: findings, their levels, waivers, and what to do about them.
//!
//! Nothing here knows a rule, nor how a finding is shown.

pub mod finding;
pub mod fix;
pub mod found;
pub mod sink;

pub use crate::tables::settings::Level;
pub use finding::{Again, Finding, Said, Summary};
pub use fix::Fix;
pub use found::Found;
pub use sink::{Chosen, Settled, settle};
