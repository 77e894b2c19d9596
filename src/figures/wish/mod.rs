//! What an answer is to look like, whatever was asked: which of its columns, which of its rows, in what order and how many.
//!
//! A list chooses among the columns that it could show (`list/thing.rs`); counts choose among those that were counted (`shape.rs`).

mod condition;
mod order;
mod shape;

pub use condition::{About, Condition};
pub use order::{Rank, by_rank, rank};
pub use shape::shape;

use crate::say;
use crate::say::{Text, count};
use crate::text::called::{self, Called};

/// What is wished, as it is written on the command line.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The columns, in their order; none: those that are shown where nobody asks. `all`: every one.
    pub columns: Vec<String>,
    /// The column that rows are sorted by; with `-` before it the other way round.
    pub sort: Option<String>,
    /// Conditions that every row must meet: `skills=first-aid`, `services=0`, `joined>=2024`.
    pub conditions: Vec<String>,
    /// How many rows there may be.
    pub top: Option<usize>,
}

impl Wish {
    /// Whether nothing is wished.
    pub fn is_nothing(&self) -> bool {
        self.columns.is_empty() && self.sort.is_none() && self.conditions.is_empty() && self.top.is_none()
    }

    /// The column that rows are sorted by, and whether the greatest come first.
    pub fn sorted_by(&self) -> Option<(&str, bool)> {
        let key = self.sort.as_deref()?;
        Some(key.strip_prefix('-').map_or((key, false), |key| (key, true)))
    }

    /// The conditions as the heading tells them; `None` where there are none.
    pub fn given(&self) -> Option<(&'static str, String)> {
        (!self.conditions.is_empty()).then(|| ("where", self.conditions.join(", ")))
    }

    /// Takes the first rows of some, and says of how many.
    pub fn cut<R>(&self, rows: &mut Vec<R>) -> Option<Text> {
        let all = rows.len();
        let top = self.top.filter(|top| *top < all)?;
        rows.truncate(top);
        Some(say!(
            "The first {top} of {all}; without --top all are shown.",
            "只列前 {top} 行，共 {all} 行；不加 --top 则全部列出。",
            top = top,
            all = count(all, "row", "rows")
        ))
    }
}

/// That there is no column of a name among some, and which may be meant; else those that are `listed`.
pub fn no_column(key: &str, all: &[Called<'_>], listed: &[Called<'_>]) -> Text {
    match called::meant(all, key) {
        Some(near) => say!("there is no column '{key}'; did you mean {near}?", "没有列“{key}”；是不是“{near}”？", key = key, near = near),
        None => say!("there is no column '{key}', but: {all}", "没有列“{key}”，可用：{all}", key = key, all = called::list(listed)),
    }
}
