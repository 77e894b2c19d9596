//! One test binary: its modules are listed here, and `house.rs` notices a forgotten file.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../examples/generate/mod.rs"]
mod generate;

mod big_books;
mod cases;
mod cli;
mod files;
mod house;
mod naive;
mod program;
mod properties;
mod random_book;
mod rules;
mod screens;
mod worked_figures;
