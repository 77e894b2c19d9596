//! A finding with the lines it speaks of, and carets under the bytes meant, right under Chinese text too.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level as Weight, Origin, Padding, Renderer, Snippet};

use crate::book::{Book, Located};
use crate::findings::{Finding, Level};
use crate::say;
use crate::say::{Lang, Text, t};
use crate::tables::layout::is_private;
use crate::text::Span;
use crate::text::encoding::readable;
use crate::text::width::visible;
use crate::value::lenient::Sureness;

/// How excerpts are drawn.
pub struct Style<'a> {
    /// The language.
    pub lang: Lang,
    /// Whether to use colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
    /// What to put before a path of the book, so that it can be opened from the working directory.
    pub prefix: &'a str,
    /// Whether the cells of `private/` are shown that no finding points at.
    pub private: bool,
}

/// Draws a finding: its title, its excerpt with those of the records involved, and what mends it.
pub fn draw(book: &Book, finding: &Finding, style: &Style<'_>) -> String {
    let lang = style.lang;
    let weight = match finding.level {
        Level::Error => Weight::ERROR.with_name(t("error", "错误").get(lang)),
        Level::Warning => Weight::WARNING.with_name(t("warning", "警告").get(lang)),
        Level::Note | Level::Off => Weight::NOTE.with_name(t("note", "提示").get(lang)),
    };
    let title = visible(finding.message.get(lang)).into_owned();
    let mut group = weight.primary_title(title).id(format!("{} {}", finding.code, finding.name)).elements(Vec::<Element<'_>>::new());
    let places = std::iter::once((finding.at, None)).chain(finding.related.iter().map(|(at, said)| (*at, Some(said))));
    for (n, (at, said)) in places.enumerate() {
        let located = book.locate(at);
        let path = visible(&format!("{}{}", style.prefix, book.sources.path(located.file))).into_owned();
        let origin = Origin::path(path.clone()).line(located.line).char_column(located.column);
        let Some(line) = Line::of(book, &located, style.private) else {
            group = group.element(origin);
            continue;
        };
        let kind = if n == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let mut mark = kind.span(line.marked);
        if let Some(said) = said {
            mark = mark.label(visible(said.get(lang)).into_owned());
        }
        let mut snippet = Snippet::source(line.text).line_start(located.line).fold(false).annotation(mark);
        if line.column == located.column {
            snippet = snippet.path(path);
        } else {
            // Escapes before the mark widen the line as it is drawn: the column in the file is told apart.
            group = group.element(origin);
        }
        group = group.element(snippet);
    }
    let help = help(finding);
    if !help.is_empty() {
        group = group.element(Padding).element(Weight::HELP.with_name(t("help", "办法").get(lang)).message(visible(help.get(lang)).into_owned()));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let mut drawn = renderer.decor_style(DecorStyle::Ascii).term_width(style.width).render(&[group]);
    drawn.push('\n');
    drawn
}

/// What fixes a finding; where a command does it, that as well.
fn help(finding: &Finding) -> Text {
    let by_hand = Text::clone(&finding.help);
    if finding.is_fixed_by(Sureness::Certain) {
        say!("run rollbook check --fix, or {by_hand}", "运行 rollbook check --fix，或{by_hand}", by_hand = by_hand)
    } else if finding.is_fixed_by(Sureness::Likely) {
        say!("{by_hand} (rollbook check --fix --likely writes it)", "{by_hand}（rollbook check --fix --likely 会这样改）", by_hand = by_hand)
    } else {
        by_hand
    }
}

/// So many bytes of a line are looked at before and after the place meant: far more than are drawn, and far less than a line may have.
const AROUND: usize = 4096;

/// The first line of what is meant, as it can be shown, and the bytes of it to mark.
struct Line {
    text: String,
    /// The column of the mark, in characters of the line as it is drawn, from 1.
    column: usize,
    marked: std::ops::Range<usize>,
}

impl Line {
    fn of(book: &Book, located: &Located, private: bool) -> Option<Self> {
        let text = book.sources.text(located.file);
        if located.span.start == located.span.end && located.line == 1 {
            return None;
        }
        let start = floor(text, located.span.start as usize);
        let (low, high) = (floor(text, start.saturating_sub(AROUND)), floor(text, start.saturating_add(AROUND)));
        let from = text.get(low..start)?.rfind('\n').map_or(low, |n| low + n + 1);
        let from = if from == 0 { crate::text::csv::after_mark(text).min(start) } else { from };
        let to = text.get(start..high)?.find('\n').map_or(high, |n| start + n);
        let end = floor(text, (located.span.end as usize).clamp(start, to));
        // As long as the line itself, so that the mark stays where it is.
        let line = book.veiled(located.file, Span::new(from, to));
        let (before, marked, after) = (line.get(..start - from)?, line.get(start - from..end - from)?, line.get(end - from..)?);
        let after = after.strip_suffix('\r').unwrap_or(after);
        let whole = (before, marked, after);
        let table = book.table(located.file);
        let is_hidden = !private && is_private(book.sources.path(located.file));
        let shown = |cell: &str| located.line == 1 && table.is_some_and(|table| table.find(cell.trim()).is_some());
        let hide = |part: &str, sign: fn(&str) -> String| if is_hidden { hidden(part, shown, sign) } else { part.to_owned() };
        // One cell is what must be seen to mend it; a whole row is no reason to show all of it.
        let marked = if is_one_cell(marked) { marked.to_owned() } else { hide(marked, |_| "…".to_owned()) };
        // What stands before the mark stays as long as it is, so that the mark stays where it is.
        let (before, after) = (hide(before, |cell| "·".repeat(cell.chars().count())), hide(after, |_| "…".to_owned()));
        let (bad, bytes) = (book.sources.bad(located.file), book.sources.bytes(located.file));
        // A part in which cells are hidden is shown as it is: no such bytes are in it.
        let show = |part: &str, whole: &str, at: usize| {
            if bad.is_empty() || part != whole { visible(part).into_owned() } else { readable(part, at, bad, bytes) }
        };
        let (before, marked, after) = (show(&before, whole.0, from), show(&marked, whole.1, start), show(&after, whole.2, end));
        let range = before.len()..before.len() + marked.len();
        Some(Self { column: before.chars().count() + 1, text: format!("{before}{marked}{after}"), marked: range })
    }
}

/// Whether bytes of a row are one cell of it, or a part of one.
fn is_one_cell(part: &str) -> bool {
    let inside = part.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    !part.contains(',') || inside.is_some_and(|inside| !inside.replace("\"\"", "").contains('"'))
}

/// A part of a row with a sign for each cell that says something, but for those that may be shown.
fn hidden(part: &str, shown: impl Fn(&str) -> bool, sign: fn(&str) -> String) -> String {
    let cells: Vec<String> = part.split(',').map(|cell| if cell.trim().is_empty() || shown(cell) { cell.to_owned() } else { sign(cell) }).collect();
    cells.join(",")
}

/// The last place at or before `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
