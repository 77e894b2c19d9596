//! Files to tables, in two passes: first the ids of every table ([`read_keys`]), then its records ([`read_records`]), so that each reference
//! is looked up as it is read.
//!
//! Both passes cut large files into pieces that several threads read, and put them together in the order of the files.

mod implied;
mod keys;
mod open;
mod pieces;
mod ragged;
mod records;
mod repeats;
mod sums;
mod unheard;

pub use implied::read_implied;
pub use keys::{KeyPass, read_keys};
pub use open::{Sheet, open};
pub use records::{LARGE, read_records};
