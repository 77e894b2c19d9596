//! A table for a terminal. Headings wrap; ids never do; columns that do not fit are dropped from the right, and that is said.

use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

use crate::figures::{Column, Value};
use crate::say;
use crate::say::{Lang, Text};
use crate::text::width::{cut, visible, width, wrap};

use super::{Format, More, Shown, cell, heading};

/// `--format table`.
pub const FORMAT: Format = Format { name: "table", write, more: More::Below(body) };

/// Names longer than this many columns are cut.
const NAME: usize = 30;
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
        let pairs: Vec<Vec<String>> = sheet
            .columns
            .iter()
            .zip(sheet.total.iter().flatten())
            .map(|(column, value)| vec![column.title.get(lang).to_owned(), cell(value, lang)])
            .collect();
        let is_figures = sheet.columns.iter().all(|column| column.is_figure);
        out.push_str(&drawn(None, &pairs, &[false, is_figures]));
    } else {
        out.push_str(&grid(shown));
    }
    for note in &sheet.notes {
        out.push('\n');
        out.push_str(&wrap(&visible(note.get(lang)), shown.width));
    }
    out
}

/// Rows under headings, and what was dropped.
fn grid(shown: &Shown<'_>) -> String {
    let (sheet, lang) = (shown.sheet, shown.lang);
    let rows: Vec<Vec<String>> = sheet.rows.iter().chain(&sheet.total).map(|row| row.iter().map(|value| text(value, lang)).collect()).collect();
    let widths: Vec<usize> = sheet
        .columns
        .iter()
        .enumerate()
        .map(|(n, column)| rows.iter().filter_map(|row| row.get(n)).map(|cell| width(cell)).max().unwrap_or(0).max(longest_word(column, lang)))
        .collect();
    let mut fitting = 0;
    let mut used = 0;
    for width in &widths {
        used += width + if fitting > 0 { GAP } else { 0 };
        if fitting > 0 && shown.width.is_some_and(|most| used > most) {
            break;
        }
        fitting += 1;
    }
    let headings: Vec<String> =
        sheet.columns.iter().zip(&widths).take(fitting).map(|(column, width)| stacked(&visible(column.title.get(lang)), *width)).collect();
    let kept: Vec<Vec<String>> = rows.into_iter().map(|row| row.into_iter().take(fitting).collect()).collect();
    let figures: Vec<bool> = sheet.columns.iter().take(fitting).map(|column| column.is_figure).collect();
    let mut out = drawn(Some(&headings), &kept, &figures);
    if sheet.rows.is_empty() {
        out.push_str(say!("(no rows)", "（没有内容）").get(lang));
        out.push('\n');
    }
    if fitting < sheet.columns.len() {
        let dropped = Text::list(sheet.columns.iter().skip(fitting).map(|column| column.title.clone()));
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

fn text(value: &Value, lang: Lang) -> String {
    let shown = visible(&cell(value, lang)).into_owned();
    match value {
        Value::Text(_) => cut(&shown, NAME).into_owned(),
        _ => shown,
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
