//! Markdown in its parts: the front matter between two lines `+++`, and the block of figures between two comments, each with its place.
//!
//! Nothing here knows what the front matter says, nor reads the rest: it is a person's own.

use super::Span;

/// The line before and after the front matter.
pub const FENCE: &str = "+++";
/// The line before the figures that the program fills in.
pub const FIGURES: &str = "<!-- rollbook:figures -->";
/// The line after them.
pub const FIGURES_END: &str = "<!-- /rollbook:figures -->";

/// A document in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What stands between the two lines `+++`; `None` where they are not both there.
    pub front: Option<Span>,
    /// What stands between the two comments; `None` where there is no such block.
    pub figures: Option<Span>,
    /// Marks that are missing, doubled or in the wrong place.
    pub misplaced: Vec<(Span, Mark)>,
}

/// What is wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The document does not begin with `+++`.
    NoFront,
    /// The front matter has no end.
    OpenFront,
    /// The figures have no end.
    OpenFigures,
    /// The figures begin a second time; the first place.
    FiguresAgain(Span),
    /// The figures end, and have not begun.
    StrayEnd,
}

/// Parts a document.
pub fn parts(text: &str) -> Parts {
    let mut parts = Parts::default();
    let mut lines = lines(text, super::csv::after_mark(text)).peekable();
    while lines.next_if(|(_, line)| line.is_empty()).is_some() {}
    match lines.next_if(|(_, line)| *line == FENCE) {
        Some((fence, _)) => match lines.find(|(_, line)| *line == FENCE) {
            Some((end, _)) => parts.front = Some(Span { start: after(text, fence), end: end.start }),
            None => {
                // All that follows may belong to it.
                parts.misplaced.push((fence, Mark::OpenFront));
                return parts;
            }
        },
        None => {
            let first = lines.peek().map_or(Span::default(), |(span, _)| *span);
            parts.misplaced.push((first, Mark::NoFront));
        }
    }
    let (mut begun, mut is_doubled): (Option<Span>, bool) = (None, false);
    let mut first: Option<Span> = None;
    for (span, line) in lines {
        match comment(line) {
            Some("rollbook:figures") => match first {
                Some(first) => {
                    is_doubled = true;
                    parts.misplaced.push((span, Mark::FiguresAgain(first)));
                }
                None => (begun, first) = (Some(span), Some(span)),
            },
            Some("/rollbook:figures") => match begun.take() {
                Some(begin) => parts.figures = Some(Span { start: after(text, begin), end: span.start }),
                // The end of a second block goes with its beginning, which has been told.
                None if is_doubled => is_doubled = false,
                None => parts.misplaced.push((span, Mark::StrayEnd)),
            },
            _ => {}
        }
    }
    if let Some(begin) = begun {
        parts.misplaced.push((begin, Mark::OpenFigures));
    }
    parts
}

/// What a line says that is a comment and nothing else.
fn comment(line: &str) -> Option<&str> {
    Some(line.strip_prefix("<!--")?.strip_suffix("-->")?.trim())
}

/// The lines of a text from a byte on, each with its place, without the blanks around it.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (Span, &str)> {
    let mut at = from;
    text.get(from..).unwrap_or_default().split_inclusive('\n').map(move |whole| {
        let line = whole.trim();
        let start = at + (whole.len() - whole.trim_start().len()).min(whole.trim_end_matches(['\n', '\r']).len());
        at += whole.len();
        (Span::new(start, start + line.len()), line)
    })
}

/// The byte after the line that a mark stands on.
fn after(text: &str, mark: Span) -> u32 {
    let end = mark.end as usize;
    let rest = text.get(end..).and_then(|rest| rest.find('\n'));
    Span::new(0, rest.map_or(text.len(), |n| end + n + 1)).end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn misplaced(text: &str) -> Vec<Mark> {
        parts(text).misplaced.into_iter().map(|(_, mark)| mark).collect()
    }

    #[test]
    fn the_parts_keep_their_places() {
        for line_end in ["\n", "\r\n"] {
            let text = format!("\u{feff}+++\na = 1\n+++\n\n{FIGURES}\n| 3 |\n{FIGURES_END}\nWords.\n").replace('\n', line_end);
            let parts = parts(&text);
            assert_eq!(parts.front.map(|span| span.of(&text).trim_end()), Some("a = 1"));
            assert_eq!(parts.figures.map(|span| span.of(&text).trim_end()), Some("| 3 |"));
            assert!(parts.misplaced.is_empty());
        }
        let bare = parts("+++\n+++\n");
        assert_eq!((bare.front, bare.figures), (Some(Span { start: 4, end: 4 }), None));
    }

    #[test]
    fn each_misplaced_mark_is_told_once() {
        assert_eq!(misplaced(""), [Mark::NoFront]);
        assert_eq!(misplaced("Words\n+++\n"), [Mark::NoFront]);
        assert_eq!(misplaced("+++\na = 1\n<!-- rollbook:figures -->\n"), [Mark::OpenFront]);
        let front = "+++\n+++\n";
        let told = |body: &str| misplaced(&format!("{front}{body}"));
        let first = Span::new(front.len(), front.len() + FIGURES.len());
        assert_eq!(told(&format!("{FIGURES}\n")), [Mark::OpenFigures]);
        assert_eq!(told(&format!("{FIGURES_END}\n")), [Mark::StrayEnd]);
        let block = format!("{FIGURES}\n{FIGURES_END}\n");
        assert_eq!(told(&block.repeat(2)), [Mark::FiguresAgain(first)]);
        assert_eq!(told(&format!("{FIGURES}\n{FIGURES}\n{FIGURES_END}\n")), [Mark::FiguresAgain(first)]);
        assert_eq!(told(&format!("{block}{FIGURES_END}\n")), [Mark::StrayEnd]);
        assert!(told(&format!("In a line {FIGURES} it is no mark\n+++\n<!--rollbook:figures-->\n{FIGURES_END}")).is_empty());
    }
}
