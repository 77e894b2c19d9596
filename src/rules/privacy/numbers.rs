//! Where the numbers that name a person stand, in the words of the book: what P001 and P002 have in common.

use std::collections::HashMap;

use crate::book::PersonalNumber;
use crate::findings::{Again, Finding};
use crate::rules::{Cx, column};
use crate::say;
use crate::say::Text;
use crate::tables::{Column, Form};
use crate::text::personal::{Personal, veil};
use crate::text::{At, FileId};

/// A number that names a person, and the cell that it stands in.
pub struct Standing<'a> {
    /// The file.
    pub file: FileId,
    /// The number as it stands there: not to be shown.
    pub number: &'a str,
    /// The number, its middle hidden.
    pub veiled: String,
    /// The column, where it is one of the table's own.
    pub column: Option<&'static Column>,
    /// What stands above the cell in a CSV file; `None` in the header itself and in other files.
    pub header: Option<&'a str>,
    /// Whether it is one for what stands above it: nothing of it may be said.
    pub by_header: bool,
}

impl Standing<'_> {
    /// The column as messages name it; `None` where it stands in none.
    pub fn place(&self) -> Option<Text> {
        match (self.column, self.header) {
            (Some(known), _) => Some(column(known)),
            (None, Some(header)) => Some(say!("'{header}'", "“{header}”", header = header)),
            (None, None) => None,
        }
    }
}

/// So many findings are told one by one; those that come after are further places of the first in their column.
/// A book whose ids are such numbers has millions of them.
const MOST: usize = 10_000;

/// What is said of every number of a kind. Numbers in one column of a file have one cause.
pub fn each(cx: &Cx<'_>, kind: Personal, say: impl Fn(&Standing<'_>) -> Option<(Text, Text)>) -> Vec<Finding> {
    let book = cx.book;
    let mut findings: Vec<Finding> = Vec::new();
    let numbers: Vec<&PersonalNumber> = book.personal.iter().filter(|found| found.number.kind == kind).collect();
    for numbers in numbers.chunk_by(|a, b| a.file == b.file) {
        let Some(file) = numbers.first().map(|number| number.file) else { continue };
        let is_csv = book.table(file).is_some_and(|table| table.form() == Form::Csv);
        let offsets: Vec<u32> = numbers.iter().map(|found| found.number.span.start).collect();
        let (header, cells) = if is_csv { book.cells_at(file, &offsets) } else { Default::default() };
        let mut firsts: HashMap<Option<usize>, usize> = HashMap::new();
        for (n, found) in numbers.iter().enumerate() {
            let cell = cells.get(n).copied().flatten();
            let position = cell.map(|cell| cell.position);
            let at = At::Bytes(file, found.number.span);
            let more = firsts.get(&position).filter(|_| findings.len() >= MOST).and_then(|first| findings.get_mut(*first));
            if let Some(first) = more {
                first.also.push(Again { at, record: None, message: None });
                continue;
            }
            let number = found.number.span.of(book.sources.text(file));
            let standing = Standing {
                file,
                number,
                veiled: veil(number).into_owned(),
                column: position.and_then(|position| known(cx, file, position)),
                header: position.filter(|_| cell.is_some_and(|cell| !cell.is_header)).and_then(|position| header.get(position)).map(String::as_str),
                by_header: found.by_header,
            };
            let Some((message, help)) = say(&standing) else { continue };
            let record =
                if is_csv { cell.filter(|cell| !cell.is_header).and_then(|cell| book.record_at(file, cell.row)) } else { book.record_at(file, 0) };
            firsts.entry(position).or_insert(findings.len());
            let cause = format!("{} {position:?}", file.0);
            findings.push(Finding::new(record, at, message).help(help).cause(cause));
        }
    }
    findings
}

/// The column of a table that stands at a place in the rows of a file.
fn known(cx: &Cx<'_>, file: FileId, position: usize) -> Option<&'static Column> {
    let number = cx.book.header(file)?.positions.iter().position(|place| place.map(usize::from) == Some(position))?;
    cx.book.table(file)?.columns.get(number)
}
