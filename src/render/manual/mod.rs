//! The manual to text: on a terminal, as a Markdown page, as JSON.

pub mod json;
pub mod md;
pub mod terminal;

use crate::manual::Entry;
use crate::say::Lang;

/// A way to write an entry.
pub struct Format {
    /// Its name, for `--format`.
    pub name: &'static str,
    /// Writes an entry in a language, for a terminal of so many columns.
    pub write: fn(&Entry, Lang, Option<usize>) -> String,
}

/// All formats of `explain`.
pub static FORMATS: &[Format] = &[terminal::FORMAT, md::FORMAT, json::FORMAT];
