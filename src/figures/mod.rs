//! Figures: one file a question, from the book to a sheet. Nothing here knows how a sheet is shown.

pub mod by_rule;
pub mod due;
pub mod first_steps;
pub mod left_out;
pub mod list;
mod lost;
pub mod needs;
pub mod questions;
pub mod scope;
pub mod sheet;
pub mod state;
pub mod stats;
pub mod wish;

pub use left_out::LeftOut;
pub use scope::Scope;
pub use sheet::{Column, Sheet, Value};
pub use wish::Wish;
