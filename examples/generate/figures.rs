//! The figures of each quarter, filled into its summary as the program counts them on the day it was written.

use rollbook::book::{Ask, Book, Snapshot};
use rollbook::figures::stats::{Asked, Filters, Query, stats};
use rollbook::render::sheet::{Shown, md};
use rollbook::say::Lang;
use rollbook::text::md::FIGURES;

use super::sheet::Files;

/// Fills the figures into the summaries of a book that is otherwise ready.
pub fn fill(files: &mut Files) {
    let book = Book::read(Snapshot::of(files.iter().map(|(path, text)| (path.clone(), text.clone()))));
    for summary in book.summaries() {
        let (period, written) = (summary.quarter().unwrap(), summary.written.get().unwrap());
        let query = Query { period: Some(period), filters: Filters::of(&book, &Asked::default()).unwrap(), by: Vec::new() };
        let shown = (md::FORMAT.write)(&Shown { sheet: &stats(&book, Ask::on(written), &query), lang: Lang::Zh, width: None });
        let table: String = shown.split_inclusive('\n').filter(|line| line.starts_with('|')).collect();
        let text = files.get_mut(book.sources.path(summary.file)).unwrap();
        *text = text.replacen(&format!("{FIGURES}\n"), &format!("{FIGURES}\n{table}"), 1);
    }
}
