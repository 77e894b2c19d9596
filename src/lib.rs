//! The floors of the house, lowest first. Data flows one way: bytes → located cells → typed records → the book →
//! rules and figures → rendered text. A lower floor never knows a higher one; `ARCHITECTURE.md` shows the rooms.

pub mod say;
pub mod text;
pub mod value;
pub mod tables;
pub mod book;
pub mod findings;
