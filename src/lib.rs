//! The rooms of the house. Data flows one way: bytes → located cells → typed records → the book → rules and figures →
//! rendered text. A lower room never knows a higher one; `ARCHITECTURE.md` has them in their order.

pub mod book;
pub mod commands;
pub mod disk;
pub mod edit;
pub mod figures;
pub mod findings;
pub mod git;
pub mod manual;
pub mod render;
pub mod rules;
pub mod say;
pub mod schema;
pub mod tables;
pub mod text;
pub mod value;
