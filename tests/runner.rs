//! One test binary: its modules are listed here, and `house.rs` notices a forgotten file.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod cases;
mod files;
mod program;
mod rules;
