//! One line a finding, for editors and `grep`: `file:line:col: level[CODE name] message`.

use crate::text::width::visible;
use crate::value::fixed::Fixed;

use super::{Format, Report};

/// `--format short`.
pub const FORMAT: Format = Format { name: "short", write };

fn write(report: &Report<'_>) -> String {
    let mut out = String::new();
    for finding in &report.checked.findings {
        let level = finding.level.title();
        for at in std::iter::once(finding.at).chain(finding.also.iter().copied()) {
            let located = report.book.locate(at);
            out.push_str(&format!(
                "{}{}:{}:{}: {}[{} {}] {}\n",
                visible(report.prefix),
                visible(report.book.sources.path(located.file)),
                located.line,
                located.column,
                level.get(report.lang),
                finding.code,
                finding.name,
                visible(finding.message.get(report.lang)),
            ));
        }
    }
    out
}
