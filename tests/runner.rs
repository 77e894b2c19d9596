//! All tests but the pages of cases (`cases.rs`), as one binary: its modules are listed here, and `house.rs` notices a forgotten file.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails is to panic, and tests read what they like"
)]

mod big_books;
mod broken;
mod canonical;
mod causes;
mod chinese;
mod cli;
mod crash;
mod damage;
mod files;
mod fixes;
// The generator of the large example books, which big_books.rs holds them against.
#[path = "../examples/generate/mod.rs"]
mod generate;
mod git;
mod harness;
mod hostile;
mod house;
mod judge;
mod likely;
mod manual;
mod mends;
mod naive;
mod naive_questions;
mod needs;
mod player;
mod private;
mod properties;
mod random_book;
mod rolled_up;
mod rules;
mod screens;
mod text_is_text;
mod unread;
mod wishes;
mod worked_figures;
