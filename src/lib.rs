//! The floors of the house, lowest first. Data flows one way: bytes → located cells → typed records → the book →
//! rules and figures → rendered text. A lower floor never knows a higher one; `ARCHITECTURE.md` shows the rooms.

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
pub mod tables;
pub mod text;
pub mod value;
