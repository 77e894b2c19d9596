//! The only file input and output: finding a book, reading its files, replacing them.
//!
//! Nothing here knows what stands in a file, nor which rows belong together.
#![allow(clippy::disallowed_methods, reason = "the one room that opens files")]

pub mod find;
mod list;
pub mod read;
mod room;
pub mod write;

pub use find::{NotFound, find, has_private, repository};
pub use read::{read, read_for};
pub use room::NAME as ROOM;
pub use write::{Change, Stopped, Trouble, replace};
