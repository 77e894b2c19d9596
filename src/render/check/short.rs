//! One line a finding, for editors and `grep`: `file:line:col: level[CODE name] message`.

use std::fmt::{self, Write};

use crate::findings::Finding;
use crate::say;
use crate::text::width::visible;
use crate::value::fixed::Fixed;

use super::places::more;
use super::{Format, Report, write_each};

/// So many runs of lines of one cause are named.
const PLACES: usize = 10;

/// `--format short`.
pub const FORMAT: Format = Format { name: "short", write };

fn write(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    write_each(&report.checked.findings, out, |finding| line(report, finding))
}

fn line(report: &Report<'_>, finding: &Finding) -> String {
    let level = finding.level.title();
    let located = report.book.locate(finding.at);
    let more = more(report.book, finding, PLACES);
    let more = more.map(|more| say!(" ({more})", "（{more}）", more = more)).unwrap_or_default();
    format!(
        "{}{}:{}:{}: {}[{} {}] {}{}\n",
        visible(report.prefix),
        visible(report.book.sources.path(located.file)),
        located.line,
        located.column,
        level.get(report.lang),
        finding.code,
        finding.name,
        visible(finding.message.get(report.lang)),
        visible(more.get(report.lang)),
    )
}
