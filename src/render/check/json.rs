//! Findings for machines, with every place of every cause. The shape is part of the book format: `version` counts its changes.

use serde::Serialize;

use crate::render::escape;
use crate::say::Lang;
use crate::text::At;
use crate::value::fixed::Fixed;

use super::{Format, Report};

/// `--format json`.
pub const FORMAT: Format = Format { name: "json", write };

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    as_of: String,
    findings: Vec<Finding<'a>>,
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
    /// Whether `check --fix` mends it.
    fixable: bool,
    related: Vec<Related<'a>>,
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

fn write(report: &Report<'_>) -> String {
    let book = report.book;
    let related = |at: At, message, record| {
        let located = book.locate(at);
        Related { file: book.sources.path(located.file), line: located.line, column: located.column, message, record }
    };
    let again = match report.lang {
        Lang::En => "the same here",
        Lang::Zh => "这里相同",
    };
    let findings = report
        .checked
        .findings
        .iter()
        .map(|finding| {
            let located = book.locate(finding.at);
            let others = finding.related.iter().map(|(at, said)| related(*at, said.get(report.lang), None));
            Finding {
                code: finding.code,
                name: finding.name,
                level: finding.level.code(),
                record: finding.record.as_deref(),
                file: book.sources.path(located.file),
                line: located.line,
                column: located.column,
                start: located.span.start,
                end: located.span.end,
                message: finding.message.get(report.lang),
                help: finding.help.get(report.lang),
                fixable: !finding.mends.is_empty(),
                related: others
                    .chain(finding.also.iter().map(|more| {
                        let said = more.message.as_ref().map_or(again, |said| said.get(report.lang));
                        related(more.at, said, more.record.as_deref())
                    }))
                    .collect(),
            }
        })
        .collect();
    let summary = report.checked.summary;
    escape::json(&Document {
        version: 1,
        as_of: report.ask.as_of.to_string(),
        findings,
        summary: Summary { errors: summary.errors, warnings: summary.warnings, notes: summary.notes },
    })
}
