//! What is about to be written, read again and held against the book as it is: every row still says the same and refers to the same,
//! but for the cells that were to change.
//!
//! It trusts nothing that made the new texts: rows are paired by their keys, cells compared by what the tables read in them. Files that do
//! not change cost nothing, and each other row is looked at once.

mod rows;
mod values;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::book::Book;
use crate::rules::mend::Mend;
use crate::say;
use crate::say::Text;
use crate::tables::{Description, Form};
use crate::text::{FileId, Span};

/// So many differences are gathered: one is enough to write nothing.
const MOST: usize = 8;

/// A cell, or a value of a TOML file, that would change and should not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The file.
    pub path: String,
    /// The line, from 1, in the file as it is.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
    /// What stands above the cell, or the key of the value; empty for a row as a whole.
    pub name: String,
    /// What is there.
    pub old: String,
    /// What would be.
    pub new: String,
}

impl Difference {
    /// The difference in words.
    pub fn said(&self, prefix: &str) -> Text {
        say!(
            "{place}: {name} says '{old}' and would say '{new}'",
            "{place}：{name} 现为“{old}”，会变成“{new}”",
            place = format!("{prefix}{}:{}:{}", self.path, self.line, self.column),
            name = if self.name.is_empty() { say!("a row", "一行") } else { Text::same(format!("'{}'", self.name)) },
            old = self.old,
            new = self.new
        )
    }
}

/// The bytes of a book that are to change.
#[derive(Debug, Default)]
pub struct Named(BTreeMap<FileId, Vec<Place>>);

/// Bytes that are to change, and whether nothing is to stand in their place.
type Place = (Span, bool);

impl Named {
    /// Those of patches.
    pub fn of<'m>(patches: impl IntoIterator<Item = &'m Mend>) -> Self {
        let mut named = Self::default();
        for (file, patch) in patches {
            named.0.entry(*file).or_default().push((patch.span, patch.with.is_empty()));
        }
        named.0.values_mut().for_each(|spans| spans.sort_unstable());
        named
    }

    /// Whether any byte of a cell is to change, be it that something is put into an empty one.
    fn touches(&self, file: FileId, cell: Span) -> bool {
        let Some(places) = self.0.get(&file) else { return false };
        // They do not overlap, so that the last that begins before the end of the cell is the only one that can reach it from before.
        let before = places.partition_point(|(span, _)| span.start < cell.end || span.start == cell.start);
        before.checked_sub(1).and_then(|n| places.get(n)).is_some_and(|(span, _)| span.end > cell.start || span.start >= cell.start)
    }

    /// Whether a row as a whole is to go.
    fn takes(&self, file: FileId, row: Span) -> bool {
        self.around(file, row).is_some_and(|(_, is_gone)| is_gone)
    }

    /// Whether a row as a whole is to be another: its cells are told apart otherwise then.
    fn rewrites(&self, file: FileId, row: Span) -> bool {
        self.around(file, row).is_some_and(|(_, is_gone)| !is_gone)
    }

    /// What is to change that a row lies in as a whole.
    fn around(&self, file: FileId, row: Span) -> Option<Place> {
        let places = self.0.get(&file)?;
        let before = places.partition_point(|(span, _)| span.start <= row.start);
        before.checked_sub(1).and_then(|n| places.get(n)).copied().filter(|(span, _)| span.end >= row.end && span.end > span.start)
    }

    /// Whether nothing in a file is to change.
    fn is_silent_on(&self, file: FileId) -> bool {
        !self.0.contains_key(&file)
    }
}

/// Ids that are to change, by their tables: the old one, and the new.
type Renamed = HashMap<&'static str, HashMap<String, String>>;

/// The two books that are compared.
#[derive(Clone, Copy)]
struct Pair<'a> {
    before: &'a Book,
    after: &'a Book,
    named: &'a Named,
}

/// What differs between a book and what is about to be written, beyond the bytes that are to change; nothing where all is as it should be.
pub fn compare(before: &Book, after: &Book, named: &Named) -> Vec<Difference> {
    let pair = Pair { before, after, named };
    let paths = |book: &Book| book.sources.iter().map(|(_, source)| source.path.clone()).collect::<Vec<String>>();
    if paths(before) != paths(after) {
        let gone = paths(before).into_iter().find(|path| !paths(after).contains(path)).unwrap_or_default();
        return vec![Difference { path: gone.clone(), line: 1, column: 1, name: String::new(), old: gone, new: String::new() }];
    }
    let files: Vec<FileId> = before.sources.iter().map(|(file, _)| file).collect();
    let changed: Vec<FileId> = files.iter().copied().filter(|file| before.sources.bytes(*file) != after.sources.bytes(*file)).collect();
    let renamed = rows::renamed(pair, &changed);
    let is_changed = |file: &FileId| changed.binary_search(file).is_ok();
    let different = files.par_iter().flat_map_iter(|file| {
        let table = before.table(*file);
        match table {
            _ if !is_changed(file) => table.map(|table| rows::references(pair, *file, table, &renamed)).unwrap_or_default(),
            // What could not be read said nothing that could be lost.
            _ if before.sources.text(*file).is_empty() && !before.sources.bytes(*file).is_empty() => Vec::new(),
            Some(table) if table.form() == Form::Csv => rows::compare(pair, *file, table, &renamed),
            table => values::compare(pair, *file, table, &renamed),
        }
    });
    let mut different: Vec<Difference> = different.collect();
    different.truncate(MOST);
    different
}

/// The columns of a table that refer to others: their numbers, and the tables.
fn references_of(table: &'static Description) -> Vec<(u16, &'static str)> {
    table.columns.iter().filter_map(|column| Some((column.number, column.refers?.description()?.name))).collect()
}

impl Pair<'_> {
    /// A difference at certain bytes of the file as it is.
    fn different(&self, file: FileId, span: Span, name: &str, old: &str, new: &str) -> Difference {
        let (line, column) = self.before.sources.line_column(file, span.start);
        Difference { path: self.before.sources.path(file).to_owned(), line, column, name: name.to_owned(), old: old.to_owned(), new: new.to_owned() }
    }

    /// Whether a reference still leads to the same row, or to one where it led to none.
    fn is_same_row(&self, target: &'static str, old: &str, new: &str, renamed: &Renamed) -> bool {
        let number = crate::tables::number_of(target);
        if self.before.keys(number).is_none_or(|keys| keys.find(old).is_none()) {
            return true;
        }
        renamed.get(target).and_then(|ids| ids.get(old)).map_or(old, String::as_str) == new
    }
}
