//! The errors of a book by their places, so that those of the book after its fixes can be held against those before.

use std::collections::{BTreeMap, HashMap};

use crate::book::Book;
use crate::findings::{Finding, Level};
use crate::rules;
use crate::rules::Kind;
use crate::say::Text;
use crate::tables::Form;
use crate::text::csv::{Rows, after_mark};
use crate::text::patch::Moved;
use crate::text::{At, FileId, Span};

/// A row of a file, by the byte it begins at; 0 where the file is no table of rows.
pub type RowAt = (FileId, u32);

/// An error that was not there before.
pub struct New {
    /// What is wrong.
    pub message: Text,
    /// Whether it is something that falls short, not something that cannot be so.
    pub is_state: bool,
    /// The rows it is about, in the book after the fixes.
    pub rows: Vec<RowAt>,
}

/// How often an error is found in each row.
pub struct Errors(HashMap<(&'static str, FileId, u32), usize>);

impl Errors {
    /// The errors among findings of a book.
    pub fn of(book: &Book, findings: &[Finding]) -> Self {
        let mut errors = Self(HashMap::new());
        let places = places(findings);
        let rows = Starts::of(book, places.iter().map(|(_, at)| *at));
        for (finding, at) in places {
            let (file, row) = rows.row(at);
            *errors.0.entry((finding.code, file, row)).or_default() += 1;
        }
        errors
    }

    /// The errors of the book after fixes that are not among these. Files have the same numbers in both: none comes and none goes.
    pub fn new_in(&self, book: &Book, moved: &BTreeMap<FileId, Moved>, after: &Book, findings: &[Finding]) -> Vec<New> {
        debug_assert_eq!(book.sources.iter().count(), after.sources.iter().count());
        let mut left: HashMap<(&'static str, FileId, u32), usize> = HashMap::with_capacity(self.0.len());
        for ((code, file, row), count) in &self.0 {
            let row = moved.get(file).map_or(*row, |moved| moved.to(*row));
            *left.entry((code, *file, row)).or_default() += count;
        }
        let places = places(findings);
        let related = |finding: &Finding| finding.related.iter().map(|(at, _)| *at).collect::<Vec<At>>();
        let rows = Starts::of(after, places.iter().flat_map(|(finding, at)| std::iter::once(*at).chain(related(finding))));
        let mut new = Vec::new();
        for (finding, at) in places {
            let (file, row) = rows.row(at);
            match left.get_mut(&(finding.code, file, row)).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => {
                    let around = related(finding).into_iter().map(|at| rows.row(at));
                    let is_state = rules::find(finding.code).is_some_and(|rule| rule.kind == Kind::State);
                    new.push(New { message: finding.message.clone(), is_state, rows: std::iter::once((file, row)).chain(around).collect() });
                }
            }
        }
        new
    }
}

/// Every place of every error: one cause may show in several.
fn places(findings: &[Finding]) -> Vec<(&Finding, At)> {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    errors.flat_map(|finding| std::iter::once((finding, finding.at)).chain(finding.also.iter().map(move |again| (finding, again.at)))).collect()
}

/// The rows that places stand in. Each file is gone over once.
pub struct Starts(HashMap<(FileId, u32), u32>);

impl Starts {
    /// For some places of a book.
    pub fn of(book: &Book, places: impl Iterator<Item = At>) -> Self {
        let mut wanted: BTreeMap<FileId, Vec<u32>> = BTreeMap::new();
        for at in places {
            if let At::Bytes(file, span) = at {
                wanted.entry(file).or_default().push(span.start);
            }
        }
        let mut starts = HashMap::new();
        for (file, mut bytes) in wanted {
            bytes.sort_unstable();
            bytes.dedup();
            let is_csv = book.table(file).is_some_and(|table| table.form() == Form::Csv);
            let found = if is_csv { starts_in(book.sources.text(file), &bytes) } else { vec![0; bytes.len()] };
            starts.extend(bytes.into_iter().map(|byte| (file, byte)).zip(found));
        }
        Self(starts)
    }

    /// The row of a place.
    pub fn row(&self, at: At) -> RowAt {
        let row = match at {
            At::Cell { row, .. } => row,
            At::Bytes(file, span) => self.0.get(&(file, span.start)).copied().unwrap_or_default(),
            At::File(_) => 0,
        };
        (at.file(), row)
    }
}

/// The first bytes of the rows that bytes, given in rising order, stand in.
fn starts_in(text: &str, bytes: &[u32]) -> Vec<u32> {
    let mut rows = Rows::new(text, Span::new(after_mark(text), text.len()));
    let mut fields = Vec::new();
    let (mut start, mut next) = (0, rows.next_row(&mut fields));
    let mut found = Vec::with_capacity(bytes.len());
    for byte in bytes {
        while let Some(row) = next.filter(|row| row.span.start <= *byte) {
            start = row.span.start;
            next = rows.next_row(&mut fields);
        }
        found.push(start);
    }
    found
}
