//! Text of a book is text in every output, whatever it is: read again by what reads that output, it is the text.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rollbook::book::{Ask, Book, Snapshot};
use rollbook::figures::{Column, Scope, Sheet, Value};
use rollbook::render::sheet::csv::FOR_EXCEL;
use rollbook::render::sheet::{FORMATS, Shown, find};
use rollbook::say::{Lang, Text};
use rollbook::text::width::{is_hidden, unhidden};
use rollbook::value::Day;

/// A sheet with two texts side by side.
fn sheet(first: &str, second: &str) -> Sheet {
    let book = Book::read(Snapshot::of([("rollbook.toml", "format = 1\n")]));
    let scope = Scope::bare(&book, Ask::on(Day::parse("2026-06-30").unwrap()));
    let columns = vec![Column::words("a", Text::same("A")), Column::words("b", Text::same("B"))];
    let row = vec![Value::Text(first.to_owned()), Value::Text(second.to_owned())];
    Sheet::list("rows", Text::same("Sheet"), scope, columns, vec![row])
}

fn written(format: &str, first: &str, second: &str) -> String {
    let sheet = sheet(first, second);
    (find(format).write)(&Shown { sheet: &sheet, lang: Lang::En, width: None })
}

/// The cells of the first table of a page of Markdown, row by row, as a reader sees them; what else is made of them is in it, too.
fn cells(markdown: &str) -> Vec<Vec<String>> {
    let (mut rows, mut at_cell) = (Vec::new(), false);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH) {
        match event {
            Event::Start(Tag::TableRow | Tag::TableHead) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                at_cell = true;
                rows.last_mut().unwrap().push(String::new());
            }
            Event::End(TagEnd::TableCell) => at_cell = false,
            event if at_cell => {
                let cell: &mut String = rows.last_mut().unwrap().last_mut().unwrap();
                match event {
                    Event::Text(text) => cell.push_str(&text),
                    Event::InlineHtml(html) if &*html == "<br>" => cell.push('\n'),
                    Event::InlineHtml(html) if &*html == "<!-- -->" => {}
                    other => cell.push_str(&format!("<{other:?}>")),
                }
            }
            _ => {}
        }
    }
    rows
}

/// A text as Markdown and CSV tell it: line breaks as line feeds, what is hidden shown, no blanks around it.
fn told(text: &str) -> String {
    unhidden(&text.replace("\r\n", "\n").replace('\r', "\n")).into_owned()
}

/// Pieces that some reader takes for more than text.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = [
        "::add-mask::e",
        "##[group]",
        "|",
        "\\",
        "`",
        "``",
        "*",
        "**",
        "_",
        "~~",
        "$",
        "$$",
        "<b>",
        "&amp;",
        "&#124;",
        "[a](b)",
        "![a]",
        "http://a.example",
        "www.a.example",
        "li@b.example",
        "@li",
        "#1",
        ":+1:",
        "=1+1",
        "＝",
        "＋",
        "－",
        "＠",
        "-",
        "+",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\"",
        "'",
        ",",
        " ",
        "\u{3000}",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{9b}",
        "\u{2028}",
        "1.",
        "王芳",
        "a",
        "::",
        "<!--",
        "-->",
    ];
    let piece = prop_oneof![4 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn markdown_read_again_gives_the_text(first in nasty(), second in nasty()) {
        let rows = cells(&written("md", &first, &second));
        prop_assert_eq!(rows.len(), 2);
        for (cell, text) in rows[1].iter().zip([&first, &second]) {
            // Markdown takes blanks away around a cell and around a line.
            let plain = |text: &str| text.split('\n').map(|line| line.trim_matches(' ').to_owned()).collect::<Vec<_>>().join("\n");
            let (cell, text) = (plain(cell), plain(&told(text)));
            prop_assert_eq!(cell.trim(), text.trim());
        }
        prop_assert_eq!(rows[1].len(), 2);
    }

    #[test]
    fn csv_read_again_gives_the_text_with_at_most_the_guard(first in nasty(), second in nasty()) {
        let sheet = sheet(&first, &second);
        let shown = Shown { sheet: &sheet, lang: Lang::En, width: None };
        for format in [find("csv"), &FOR_EXCEL] {
            let text = (format.write)(&shown);
            let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(records.len(), 1);
            for (cell, text) in records[0].iter().zip([&first, &second]) {
                let told = told(text);
                let is_same = |(cell, told): (&str, &str)| cell == told || cell.strip_prefix('\'') == Some(told);
                let is_told = cell.split('\n').count() == told.split('\n').count() && cell.split('\n').zip(told.split('\n')).all(is_same);
                prop_assert!(is_told, "{:?} {:?}", cell, told);
                let opens = cell.trim_start_matches(|c: char| c.is_whitespace() || "\"“”‘’＂＇`｀".contains(c)).chars().next();
                prop_assert!(!opens.is_some_and(|c| "=+-@＝＋－＠﹦﹢﹣﹫".contains(c)), "{:?}", cell);
            }
        }
    }

    #[test]
    fn no_line_of_any_output_is_a_command_or_hides_anything(first in nasty(), second in nasty(), width in proptest::option::of(20usize..80)) {
        let sheet = sheet(&first, &second);
        for format in FORMATS {
            let text = (format.write)(&Shown { sheet: &sheet, lang: Lang::Zh, width });
            for line in text.lines() {
                prop_assert!(!line.trim_start().starts_with("::"), "{}: {:?}", format.name, line);
                prop_assert!(format.name == "csv" || !line.contains("##["), "{}: {:?}", format.name, line);
                prop_assert!(!line.trim_start().starts_with("##["), "{}: {:?}", format.name, line);
            }
            prop_assert!(!text.chars().any(|c| c != '\n' && is_hidden(c)), "{}: {:?}", format.name, text);
        }
    }
}
