//! A sheet: rows of figures under headings, with what they rest on. Every format is made from it.

use super::Scope;
use crate::say::Text;

pub use crate::value::Value;

/// What stands in a column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name for machines.
    pub key: String,
    /// Its heading.
    pub title: Text,
    /// Whether it holds figures, which stand to the right.
    pub is_figure: bool,
}

impl Column {
    /// A column of words, names or ids.
    pub fn words(key: impl Into<String>, title: impl Into<Text>) -> Self {
        Self { key: key.into(), title: title.into(), is_figure: false }
    }

    /// A column of figures.
    pub fn figure(key: impl Into<String>, title: impl Into<Text>) -> Self {
        Self { key: key.into(), title: title.into(), is_figure: true }
    }
}

/// Rows of figures, and what they rest on.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What it shows.
    pub title: Text,
    /// What it rests on.
    pub scope: Scope,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Value>>,
    /// The total, worked out afresh; its cells stand under the same columns.
    pub total: Option<Vec<Value>>,
    /// What a reader must know besides.
    pub notes: Vec<Text>,
}
