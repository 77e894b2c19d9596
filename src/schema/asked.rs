//! Headers that are no aliases because they may mean something else than a column: they are asked about where the column is absent.

use crate::say::T;

/// Headers that people write for a column and for something else, too.
#[derive(Debug)]
pub struct Asked {
    /// The headers, as they are compared.
    pub headers: &'static [&'static str],
    /// The columns that may be meant, by their codes: one of several tables has those that it has.
    pub columns: &'static [&'static str],
    /// The table that it belongs to, where it is none of these columns.
    pub elsewhere: &'static str,
    /// Why it is no alias.
    pub why: T,
}
