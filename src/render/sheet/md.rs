//! A Markdown table, to be put into a report.

use crate::figures::Value;
use crate::render::escape::{markdown, paragraph};

use super::{Format, More, Shown, cell, heading, notes};

/// `--format md`.
pub const FORMAT: Format = Format { name: "md", write, more: More::Below(body) };

fn write(shown: &Shown<'_>) -> String {
    let mut out = String::new();
    for (n, line) in heading(shown).iter().enumerate() {
        let mark = if n == 0 { "## " } else { "" };
        out.push_str(&format!("{mark}{}\n\n", paragraph(line)));
    }
    out + &figures(shown)
}

/// A sheet that belongs to another, under its title.
fn body(shown: &Shown<'_>) -> String {
    format!("### {}\n\n{}", markdown(shown.sheet.title.get(shown.lang)), figures(shown))
}

fn figures(shown: &Shown<'_>) -> String {
    let (sheet, lang) = (shown.sheet, shown.lang);
    let mut out = String::new();
    if sheet.is_facts {
        out.push_str("| | |\n|:--|--:|\n");
        for (column, value) in sheet.columns.iter().zip(sheet.total.iter().flatten()).filter(|(_, value)| **value != Value::Empty) {
            out.push_str(&format!("| {} | {} |\n", markdown(column.title.get(lang)), markdown(&cell(value, lang))));
        }
    } else if let Some(nothing) = sheet.instead() {
        out.push_str(&format!("{}\n", nothing.get(lang)));
    } else {
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        out.push_str(&line(sheet.columns.iter().map(|column| markdown(column.title.get(lang))).collect()));
        let ruled: Vec<&str> = sheet.columns.iter().map(|column| if column.is_figure { "--:" } else { ":--" }).collect();
        out.push_str(&format!("|{}|\n", ruled.join("|")));
        for row in sheet.rows.iter().take(sheet.most.unwrap_or(usize::MAX)).chain(&sheet.total) {
            out.push_str(&line(row.iter().map(|value| markdown(&cell(value, lang))).collect()));
        }
    }
    for note in notes(shown) {
        out.push_str(&format!("\n{}\n", paragraph(&note)));
    }
    out
}
