//! Each finding with its excerpt, carets and mend; repeats folded on a terminal; a summary at the end.

use std::collections::HashMap;
use std::fmt::{self, Write};

use crate::findings::Finding;
use crate::render::excerpt::{Style, draw};
use crate::say;
use crate::text::width::{visible, wrap};

use super::places::more;
use super::{Format, Report, write_each};

/// `--format full`.
pub const FORMAT: Format = Format { name: "full", write };

/// So many findings of one rule are drawn on a terminal, if there are [`FOLDED`] or more.
const DRAWN: usize = 3;
/// From so many on the rest is only counted.
const FOLDED: usize = 6;
/// So many findings of one rule are drawn in a file: nobody looks at more, and drawing them takes ten times as long as finding them.
const DRAWN_IN_FILE: usize = 10_000;
/// So many runs of lines of one cause are named on a terminal, ten times as many in a file; `json` has all.
const PLACES: usize = 10;

fn write(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    let style = Style { lang: report.lang, color: report.color, width: report.width, prefix: report.prefix, private: report.private };
    let mut of_rule: HashMap<&str, usize> = HashMap::new();
    for finding in &report.checked.findings {
        *of_rule.entry(finding.code).or_default() += 1;
    }
    let (drawn, folded) = if report.fold { (DRAWN, FOLDED) } else { (DRAWN_IN_FILE, DRAWN_IN_FILE + 1) };
    let is_folded = |code: &str| of_rule.get(code).is_some_and(|n| *n >= folded);
    let mut so_far: HashMap<&str, usize> = HashMap::new();
    let shown: Vec<(&Finding, Shown)> = report
        .checked
        .findings
        .iter()
        .filter_map(|finding| {
            let so_far = so_far.entry(finding.code).or_default();
            *so_far += 1;
            match *so_far {
                n if !is_folded(finding.code) || n <= drawn => Some((finding, Shown::Whole)),
                n if n == drawn + 1 => Some((finding, Shown::Rest(of_rule.get(finding.code).map_or(0, |n| n - drawn)))),
                _ => None,
            }
        })
        .collect();
    write_each(&shown, out, |(finding, shown)| match shown {
        Shown::Whole => whole(report, &style, finding),
        Shown::Rest(rest) => only_counted(report, finding, *rest),
    })?;
    out.write_str(&wrap(report.summary().get(report.lang), Some(report.width)))
}

/// How a finding is shown.
enum Shown {
    /// Drawn.
    Whole,
    /// Counted with so many others of its rule.
    Rest(usize),
}

fn whole(report: &Report<'_>, style: &Style<'_>, finding: &Finding) -> String {
    let mut out = draw(report.book, finding, style);
    if let Some(more) = more(report.book, finding, if report.fold { PLACES } else { PLACES * 10 }) {
        out.push_str(&wrap(&visible(&format!("   = {}", more.get(report.lang))), Some(report.width)));
    }
    out.push('\n');
    out
}

fn only_counted(report: &Report<'_>, finding: &Finding, rest: usize) -> String {
    let more = say!(
        "… and {n} more of {code} {name}; all of them: rollbook check --select {code} --format short",
        "……另有 {n} 处 {code} {name}；全部列出：rollbook check --select {code} --format short",
        n = rest,
        code = finding.code,
        name = finding.name
    );
    wrap(more.get(report.lang), Some(report.width)) + "\n"
}
