//! Workflow commands of GitHub Actions, one a finding: each becomes an annotation beside the line of the file that it is about.
//!
//! `::error file=teams/a.toml,line=3,col=1,title=F013 bad-word::message`. What stands in a property or a message can begin no
//! command of its own: line ends are escaped, and hidden characters shown.

use std::fmt::{self, Write};

use crate::findings::{Finding, Level};
use crate::say;
use crate::text::width::visible;

use super::places::more;
use super::{Format, Report, write_each};

/// So many runs of lines of one cause are named.
const PLACES: usize = 10;

/// `--format github`.
pub const FORMAT: Format = Format { name: "github", write };

fn write(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    write_each(&report.checked.findings, out, |finding| command(report, finding))
}

fn command(report: &Report<'_>, finding: &Finding) -> String {
    let (book, lang) = (report.book, report.lang);
    let path = |file| format!("{}{}", report.prefix, book.sources.path(file));
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note | Level::Off => "notice",
    };
    let located = book.locate(finding.at);
    let mut lines = vec![visible(finding.message.get(lang)).into_owned()];
    lines.extend(more(book, finding, PLACES).map(|more| visible(more.get(lang)).into_owned()));
    lines.extend(finding.related.iter().map(|(at, said)| {
        let other = book.locate(*at);
        visible(&format!("{}:{}:{}: {}", path(other.file), other.line, other.column, said.get(lang))).into_owned()
    }));
    if !finding.help.is_empty() {
        let help = say!("help: {help}", "办法：{help}", help = *finding.help);
        lines.push(visible(help.get(lang)).into_owned());
    }
    format!(
        "::{command} file={},line={},col={},title={}::{}\n",
        property(&visible(&path(located.file))),
        located.line,
        located.column,
        property(&format!("{} {}", finding.code, finding.name)),
        message(&lines.join("\n")),
    )
}

/// A message as a command takes it.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property, which ends at a comma or colon besides.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_property_or_a_command_is_escaped() {
        assert_eq!(message("50%\r\n::error::x, y"), "50%25%0D%0A::error::x, y");
        assert_eq!(property("a:b,c%3A\n"), "a%3Ab%2Cc%253A%0A");
    }
}
