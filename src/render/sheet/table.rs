//! A table for a terminal. Headings wrap; ids never do; columns that do not fit are dropped from the right, and that is said.

use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

use crate::figures::{Column, Value};
use crate::say;
use crate::say::{Lang, Text};
use crate::text::width::{cut, visible, width, wrap};

use super::{Format, More, Shown, cell, heading, named, notes};

/// `--format table`.
pub const FORMAT: Format = Format { name: "table", write, more: More::Below(body) };

/// Names longer than this many columns are cut.
const NAME: usize = 30;
/// The same where there is little room.
const SHORT_NAME: usize = 20;
/// Rows of a tree are set in so many times at the most: a hundred thousand places can be each in the next.
const DEEPEST: usize = 10;
/// The gap between two columns.
const GAP: usize = 2;

fn write(shown: &Shown<'_>) -> String {
    let mut out = String::new();
    for line in heading(shown) {
        out.push_str(&wrap(&visible(&line), shown.width));
    }
    out.push('\n');
    out + &figures(shown)
}

/// A sheet that belongs to another, under its title.
fn body(shown: &Shown<'_>) -> String {
    format!("{}{}", wrap(&visible(shown.sheet.title.get(shown.lang)), shown.width), figures(shown))
}

fn figures(shown: &Shown<'_>) -> String {
    let (sheet, lang) = (shown.sheet, shown.lang);
    let mut out = String::new();
    if sheet.is_facts {
        let facts: Vec<(&str, &Value)> = sheet
            .columns
            .iter()
            .map(|column| column.title.get(lang))
            .zip(sheet.total.iter().flatten())
            .filter(|(_, value)| **value != Value::Empty)
            .collect();
        let beside = facts.iter().map(|(title, _)| width(title)).max().unwrap_or(0) + GAP;
        let most = shown.width.map(|columns| columns.saturating_sub(beside).max(NAME));
        let broken = |value: &Value| wrap(&visible(&cell(value, lang)), most).trim_end().to_owned();
        let pairs: Vec<Vec<String>> = facts.iter().map(|(title, value)| vec![visible(title).into_owned(), broken(value)]).collect();
        let is_figures = sheet.columns.iter().all(|column| column.is_figure);
        out.push_str(&drawn(None, &pairs, &[false, is_figures]));
    } else if let Some(nothing) = sheet.instead() {
        out.push_str(&wrap(nothing.get(lang), shown.width));
    } else {
        out.push_str(&grid(shown));
    }
    for note in notes(shown) {
        out.push('\n');
        out.push_str(&wrap(&visible(&note), shown.width));
    }
    out
}

/// Rows under headings, and what was dropped.
fn grid(shown: &Shown<'_>) -> String {
    let lang = shown.lang;
    let Laid { columns, rows, widths, fitting } = laid(shown);
    let headings: Vec<String> =
        columns.iter().zip(&widths).take(fitting).map(|(column, width)| stacked(&visible(column.title.get(lang)), *width)).collect();
    let kept: Vec<Vec<String>> = rows.into_iter().map(|row| row.into_iter().take(fitting).collect()).collect();
    let figures: Vec<bool> = columns.iter().take(fitting).map(|column| column.is_figure).collect();
    let mut out = drawn(Some(&headings), &kept, &figures);
    if fitting < columns.len() {
        let dropped = Text::list(columns.iter().skip(fitting).map(|column| column.title.clone()));
        let said = say!(
            "Not shown for want of room: {dropped}. A wider terminal or --format csv shows all.",
            "宽度不够，未显示：{dropped}。加宽终端或用 --format csv 可看全部。",
            dropped = dropped
        );
        out.push('\n');
        out.push_str(&wrap(&visible(said.get(lang)), shown.width));
    }
    out
}

/// Cells as they are drawn, how wide each column is, and how many columns fit.
struct Laid<'a> {
    columns: Vec<&'a Column>,
    rows: Vec<Vec<String>>,
    widths: Vec<usize>,
    fitting: usize,
}

/// Lays the rows out. Where not all columns fit, those with nothing in them give way first; then names are cut a little shorter,
/// if that makes room for one more.
fn laid<'a>(shown: &'a Shown<'_>) -> Laid<'a> {
    let sheet = shown.sheet;
    let all: Vec<usize> = (0..sheet.columns.len()).collect();
    // What is piped may be as wide as it likes, and is cut nowhere.
    let name = if shown.width.is_some() { NAME } else { usize::MAX };
    let whole = lay(shown, &all, name);
    if whole.fitting == whole.columns.len() {
        return whole;
    }
    let has_something = |n: &usize| sheet.rows.iter().chain(&sheet.total).any(|row| row.get(*n).is_some_and(|value| *value != Value::Empty));
    let filled: Vec<usize> = all.into_iter().filter(has_something).collect();
    let whole = lay(shown, &filled, name);
    if whole.fitting == whole.columns.len() {
        return whole;
    }
    let shorter = lay(shown, &filled, SHORT_NAME);
    if shorter.fitting > whole.fitting { shorter } else { whole }
}

/// Lays out some columns, names being at most so wide.
fn lay<'a>(shown: &'a Shown<'_>, which: &[usize], name: usize) -> Laid<'a> {
    let (sheet, lang) = (shown.sheet, shown.lang);
    let cells = |row: &[Value], depth| {
        let cells = drawn_cells(row, depth, lang, name);
        which.iter().map(|n| cells.get(*n).cloned().unwrap_or_default()).collect::<Vec<_>>()
    };
    let rows = sheet.rows.iter().take(sheet.most.unwrap_or(usize::MAX)).enumerate();
    let rows: Vec<Vec<String>> = rows
        .map(|(n, row)| cells(row, sheet.depths.get(n).copied().unwrap_or_default()))
        .chain(sheet.total.iter().map(|total| cells(total, 0)))
        .collect();
    let columns: Vec<&Column> = which.iter().filter_map(|n| sheet.columns.get(*n)).collect();
    let widest = |n: usize| rows.iter().filter_map(|row| row.get(n)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = columns.iter().enumerate().map(|(n, column)| widest(n).max(longest_word(column, lang))).collect();
    let fitting = fitting(&widths, shown.width);
    Laid { columns, rows, widths, fitting }
}

/// How many columns fit into a width.
fn fitting(widths: &[usize], most: Option<usize>) -> usize {
    let mut used = 0;
    let fits = |(n, width): &(usize, &usize)| {
        used += *width + if *n > 0 { GAP } else { 0 };
        *n == 0 || most.is_none_or(|most| used <= most)
    };
    widths.iter().enumerate().take_while(fits).count()
}

/// The cells of a row; the first text of a row of a tree stands as deep as the row does.
fn drawn_cells(row: &[Value], depth: usize, lang: Lang, name: usize) -> Vec<String> {
    let first = row.iter().position(|value| matches!(value, Value::Text(_)));
    let cells = row.iter().enumerate().map(|(n, value)| {
        let text = text(value, lang, name);
        if Some(n) == first { format!("{}{text}", indent(depth)) } else { text }
    });
    cells.collect()
}

/// What stands before the name of a row of a tree. Rows that stand deeper than anybody would draw them all stand as deep, behind a sign.
fn indent(depth: usize) -> String {
    let deeper = if depth > DEEPEST { "… " } else { "" };
    format!("{:1$}{deeper}", "", depth.min(DEEPEST) * 2)
}

fn text(value: &Value, lang: Lang, name: usize) -> String {
    match value {
        Value::Text(text) => cut(&visible(text), name).into_owned(),
        // The id says which; of the name it is enough to know it again.
        Value::Refs(all) => visible(&named(all, lang, |text| cut(text, name / 2))).into_owned(),
        other => visible(&cell(other, lang)).into_owned(),
    }
}

/// How wide the longest word of a heading is: Chinese has no blanks and stays in one piece.
fn longest_word(column: &Column, lang: Lang) -> usize {
    column.title.get(lang).split(' ').map(width).max().unwrap_or(0)
}

/// A heading on as many lines as it needs.
fn stacked(heading: &str, most: usize) -> String {
    wrap(heading, Some(most)).trim_end().to_owned()
}

/// Draws cells as columns.
fn drawn(headings: Option<&[String]>, rows: &[Vec<String>], figures: &[bool]) -> String {
    let mut table = Table::new();
    let rule = LineStyle::none().fill('─').junction('─');
    table.load_style(TableStyle::new().header_separator(rule)).set_content_arrangement(ContentArrangement::Disabled);
    let aligned = |cells: &[String]| -> Vec<Cell> {
        let sides = figures.iter().map(|figure| if *figure { CellAlignment::Right } else { CellAlignment::Left });
        cells.iter().zip(sides).map(|(text, side)| Cell::new(text).set_alignment(side)).collect()
    };
    if let Some(headings) = headings {
        table.set_header(aligned(headings));
    }
    table.add_rows(rows.iter().map(|row| aligned(row)));
    let last = figures.len().saturating_sub(1);
    for (n, column) in table.column_iter_mut().enumerate() {
        // The table itself puts one blank between columns.
        column.set_padding((0, if n == last { 0 } else { u16::try_from(GAP - 1).unwrap_or(1) }));
    }
    let mut out = String::new();
    for line in table.to_string().lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
