//! What the manual says is so: its examples are read without a fault, and everything can be asked about.

use rollbook::book::Ask;
use rollbook::commands;
use rollbook::findings::Chosen;
use rollbook::manual;
use rollbook::render::manual::md;
use rollbook::rules::{self, Kind, example};
use rollbook::say::Lang;
use rollbook::tables::settings;

use crate::harness::copy_of;
use crate::player::play;

/// The examples of `rollbook.toml` and of all tables, as one book.
fn whole(lang: Lang) -> String {
    let tables = manual::table::all().map(|table| table.example.get(lang).trim_start_matches('\n'));
    format!("-- rollbook.toml\n{}{}", settings::key::example(lang), tables.collect::<String>())
}

#[test]
fn the_examples_of_all_tables_make_one_book_without_a_fault() {
    for lang in [Lang::En, Lang::Zh] {
        let book = example::book(&whole(lang));
        for table in manual::table::all() {
            assert!(table.example.get(lang).contains(&format!("\n-- {}", table.path)), "{}: {}", table.name, table.example.get(lang));
        }
        book.tables.each(|table, rows| assert!(rows.is_present() && rows.is_complete() && rows.rows() > 0, "{} {lang:?}", table.name));
        assert!(book.faults.is_empty(), "{lang:?}: {:#?}", book.faults);
        assert!(book.summaries().iter().all(|summary| summary.complete && summary.figures.is_some()) && book.summaries().len() == 1, "{lang:?}");
        let contradictions: Vec<&str> = rules::all().filter(|rule| rule.kind == Kind::Contradiction).map(|rule| rule.code).collect();
        let checked = rules::check(&book, Ask::on(example::day(&book)), &Chosen::default());
        for finding in &checked.findings {
            // The digest of the certificate is that of its rows, too.
            assert!(!contradictions.contains(&finding.code) && finding.code != "G001", "{lang:?}: {} {}", finding.code, finding.message.en);
        }
    }
}

/// The pages that are made from the code, each in both languages.
pub fn pages() -> Vec<(String, String)> {
    let pages = [("rules", manual::rules::page()), ("format", manual::format::page()), ("commands", commands::manual::page())];
    let mut written = Vec::new();
    for (ending, book, lang) in [("", "quickstart", Lang::En), (".zh-CN", "quickstart-zh", Lang::Zh)] {
        let book = copy_of(book);
        // Examples are run anew on a copy of the book: a page cannot tell what the program does not say.
        written.extend(pages.iter().map(|(name, blocks)| (format!("docs/{name}{ending}.md"), play(&md::page(blocks, lang), Some(100), book.path()))));
    }
    written
}
