//! A sheet: rows of figures under headings, with what they rest on. Every format is made from it.

use std::borrow::Cow;

use crate::book::Book;
use crate::findings::Finding;
use crate::say::{T, Text, t};
use crate::tables::TableSet;
use crate::text::called::Called;
use crate::text::personal::{Personal, veil_numbers};

use super::Scope;

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

    /// By what it can be asked for.
    pub fn called(&self) -> Called<'_> {
        Called { code: &self.key, en: &self.title.en, zh: &self.title.zh }
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
    /// What machines call it beside others of one answer.
    pub key: &'static str,
    /// Whether it is one thing told fact by fact, in its total.
    pub is_facts: bool,
    /// What a check says of that thing.
    pub findings: Vec<Finding>,
    /// Where the rows are a tree: how far below the top each stands.
    pub depths: Vec<usize>,
    /// What people are told where there are no rows, in place of headings over nothing.
    pub nothing: T,
    /// How many rows people are shown; machines get all. `None`: all.
    pub most: Option<usize>,
}

impl Sheet {
    /// A plain list.
    pub fn list(key: &'static str, title: impl Into<Text>, scope: Scope, columns: Vec<Column>, rows: Vec<Vec<Value>>) -> Self {
        let (notes, findings, depths) = Default::default();
        let nothing = t("There is nothing to list.", "没有可列出的内容。");
        Self { title: title.into(), scope, columns, rows, total: None, notes, key, is_facts: false, findings, depths, nothing, most: None }
    }

    /// One thing, fact by fact.
    pub fn facts(key: &'static str, title: impl Into<Text>, scope: Scope, columns: Vec<Column>, facts: Vec<Value>) -> Self {
        Self { total: Some(facts), is_facts: true, ..Self::list(key, title, scope, columns, Vec::new()) }
    }

    /// Groups, with their total worked out afresh.
    pub fn groups(title: impl Into<Text>, scope: Scope, columns: Vec<Column>, rows: Vec<Vec<Value>>, total: Vec<Value>) -> Self {
        let nothing = t("There is nothing to count.", "没有可统计的内容。");
        Self { total: Some(total), nothing, ..Self::list("rows", title, scope, columns, rows) }
    }

    /// Hides the identity numbers of a book that has any: they are shown nowhere, be they ids.
    pub fn veil(&mut self, book: &Book) {
        // Where nobody looked for numbers, each cell is looked at.
        let is_known = book.needs.numbers == TableSet::ALL;
        if is_known && !book.personal.iter().any(|found| found.number.kind == Personal::Identity) {
            return;
        }
        let veil = |text: &mut String| {
            if let Cow::Owned(veiled) = veil_numbers(text, false) {
                *text = veiled;
            }
        };
        for value in self.rows.iter_mut().chain(&mut self.total).flatten() {
            match value {
                Value::Id(text) | Value::Text(text) => veil(text),
                Value::Refs(all) => all.iter_mut().for_each(|one| [&mut one.id, &mut one.name].into_iter().for_each(veil)),
                _ => {}
            }
        }
        [&mut self.title.en, &mut self.title.zh].into_iter().for_each(veil);
    }

    /// What is told in place of rows: there are none, and so nothing in the total.
    pub fn instead(&self) -> Option<T> {
        (!self.is_facts && self.rows.is_empty()).then_some(self.nothing)
    }
}
