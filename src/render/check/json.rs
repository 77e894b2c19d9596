//! Findings for machines, with every place of every cause. The shape is part of the book format: `version` counts its changes.

use std::fmt::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use crate::findings::Again;
use crate::render::escape;
use crate::say::Lang;
use crate::text::At;
use crate::value::fixed::Fixed;
use crate::value::lenient::Sureness;

use super::{Format, PIECE, Report};

/// `--format json`.
pub const FORMAT: Format = Format { name: "json", write };

#[derive(Serialize)]
struct Document {
    version: u32,
    as_of: String,
    findings: [(); 0],
    summary: Summary,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    name: &'a str,
    level: &'a str,
    record: Option<&'a str>,
    file: &'a str,
    line: usize,
    column: usize,
    start: u32,
    end: u32,
    message: &'a str,
    help: &'a str,
    /// Whether `check --fix` fixes it.
    fixable: bool,
    /// Whether `check --fix --likely` would write what was probably meant.
    likely_fix: bool,
    related: [(); 0],
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    /// The record it is about, where the cause of the finding shows again; none for what is only pointed to.
    record: Option<&'a str>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
}

fn write(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    let summary = report.checked.summary;
    let document = escape::json(&Document {
        version: 1,
        as_of: report.ask.as_of.to_string(),
        findings: [],
        summary: Summary { errors: summary.errors, warnings: summary.warnings, notes: summary.notes },
    });
    let findings = &report.checked.findings;
    let Some((before, after)) = document.split_once(NO_FINDINGS).filter(|_| !findings.is_empty()) else { return out.write_str(&document) };
    // Each goes out by itself: of a million all at once the text alone would take a gigabyte.
    out.write_str(&format!("{before}{} [\n    ", NO_FINDINGS.trim_end_matches(" []")))?;
    for (n, piece) in findings.chunks(PIECE).enumerate() {
        let told: Vec<String> = piece.par_iter().map(|finding| told(report, finding)).collect();
        for (k, (finding, text)) in piece.iter().zip(&told).enumerate() {
            if n + k > 0 {
                out.write_str(",\n    ")?;
            }
            write_one(report, finding, text, out)?;
        }
    }
    out.write_str(&format!("\n  ]{after}"))
}

/// Where the findings of a document stand that has none.
const NO_FINDINGS: &str = "\"findings\": []";
/// Where the other places of a finding stand that has none.
const NO_RELATED: &str = "\"related\": []\n    }";

/// Writes a finding with the places that are related to it, which may be a million, too.
fn write_one(report: &Report<'_>, finding: &crate::findings::Finding, text: &str, out: &mut dyn Write) -> fmt::Result {
    let count = finding.related.len() + finding.also.len();
    let Some(before) = text.strip_suffix(NO_RELATED).filter(|_| count > 0) else { return out.write_str(text) };
    out.write_str(&format!("{before}\"related\": [\n        "))?;
    let mut is_first = true;
    let mut piece = |texts: Vec<String>| {
        texts.iter().try_for_each(|text| {
            let comma = if std::mem::take(&mut is_first) { "" } else { ",\n        " };
            out.write_str(comma).and_then(|()| out.write_str(text))
        })
    };
    for all in finding.related.chunks(PIECE) {
        piece(all.par_iter().map(|(at, said)| related(report, *at, said.get(report.lang), None)).collect())?;
    }
    let again = match report.lang {
        Lang::En => "the same here",
        Lang::Zh => "这里相同",
    };
    for all in finding.also.chunks(PIECE) {
        let said = |more: &Again| related(report, more.at, more.message.as_ref().map_or(again, |said| said.get(report.lang)), more.record.as_deref());
        piece(all.par_iter().map(said).collect())?;
    }
    out.write_str("\n      ]\n    }")
}

/// A finding without the places that are related to it, set in as it stands in the document.
fn told(report: &Report<'_>, finding: &crate::findings::Finding) -> String {
    let located = report.book.locate(finding.at);
    set_in(
        4,
        &Finding {
            code: finding.code,
            name: finding.name,
            level: finding.level.code(),
            record: finding.record.as_deref(),
            file: report.book.sources.path(located.file),
            line: located.line,
            column: located.column,
            start: located.span.start,
            end: located.span.end,
            message: finding.message.get(report.lang),
            help: finding.help.get(report.lang),
            fixable: finding.is_fixed_by(Sureness::Certain),
            likely_fix: finding.is_fixed_by(Sureness::Likely),
            related: [],
        },
    )
}

fn related(report: &Report<'_>, at: At, message: &str, record: Option<&str>) -> String {
    let located = report.book.locate(at);
    set_in(8, &Related { file: report.book.sources.path(located.file), line: located.line, column: located.column, message, record })
}

/// No value here has more lines than so many.
const ROOM: usize = 16;

/// A value whose lines behind the first begin so many blanks deep. Texts have no line ends in JSON.
fn set_in(blanks: usize, value: &impl Serialize) -> String {
    let text = escape::json(value);
    let mut lines = text.lines();
    let mut deep = String::with_capacity(text.len() + ROOM * blanks);
    deep.push_str(lines.next().unwrap_or_default());
    for line in lines {
        deep.push('\n');
        deep.extend(std::iter::repeat_n(' ', blanks));
        deep.push_str(line);
    }
    deep
}
