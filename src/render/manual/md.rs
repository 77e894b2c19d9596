//! The manual as Markdown: an entry, and whole pages.

use crate::manual::{Block, Body, Entry, Part};
use crate::say::{Lang, T, Text, t};
use crate::text::width::wrap;

use super::Format;

/// `--format md`.
pub const FORMAT: Format = Format { name: "md", write: |entry, lang, _| self::entry(entry, lang, 1) };

/// A page in a language. Its own paragraphs are Markdown already; what comes from descriptions is escaped.
pub fn page(blocks: &[Block], lang: Lang) -> String {
    let blocks: Vec<String> = blocks.iter().map(|block| written(block, lang)).collect();
    blocks.join("\n")
}

fn written(block: &Block, lang: Lang) -> String {
    match block {
        Block::Heading(depth, text) => heading(*depth, text.get(lang)),
        Block::Paragraph(text) => lines(text.get(lang), "", lang),
        Block::Points(points) => points.iter().map(|point| lines(&format!("- {}", point.get(lang)), "  ", lang)).collect(),
        Block::Rows(heads, rows) => grid(heads, rows, lang),
        Block::Code(language, text) => fenced(language, text.get(lang)),
        Block::Entry(depth, entry) => self::entry(entry, lang, *depth),
    }
}

fn heading(depth: u8, text: &str) -> String {
    format!("{} {text}\n", "#".repeat(usize::from(depth)))
}

/// An entry under a heading so deep.
fn entry(entry: &Entry, lang: Lang, depth: u8) -> String {
    let mut out = heading(depth, &escaped(entry.heading.get(lang)));
    out.push('\n');
    out.push_str(&lines(&escaped(entry.says.get(lang)), "", lang));
    let mut in_list = false;
    for part in &entry.parts {
        let is_item = matches!(part.body, Body::Words(_));
        if !is_item || !in_list {
            out.push('\n');
        }
        in_list = is_item;
        out.push_str(&self::part(part, lang));
    }
    out
}

fn part(part: &Part, lang: Lang) -> String {
    // Outside the asterisks: after a Chinese colon inside, Markdown does not see where the bold letters end.
    let (title, colon) = (escaped(part.title.get(lang)), t(": ", "：").get(lang));
    match &part.body {
        Body::Words(words) => match words.as_slice() {
            [one] => lines(&format!("- **{title}**{colon}{}", escaped(one.get(lang))), "  ", lang),
            several => {
                let items = several.iter().map(|words| lines(&format!("  - {}", escaped(words.get(lang))), "    ", lang));
                format!("- **{title}**{}\n{}", colon.trim_end(), items.collect::<String>())
            }
        },
        Body::Rows(heads, rows) => {
            let heads: Vec<T> = heads.iter().map(|(_, title)| *title).collect();
            let rows: Vec<Vec<Text>> =
                rows.iter().map(|row| row.iter().map(|cell| Text { en: escaped(&cell.en), zh: escaped(&cell.zh) }).collect()).collect();
            // What an entry is about in the first place needs no title.
            let title = if matches!(part.code, "columns" | "keys") { String::new() } else { format!("**{title}**\n\n") };
            title + &grid(&heads, &rows, lang)
        }
        Body::Code(text) => format!("**{title}**\n\n{}", fenced("text", text.get(lang))),
    }
}

fn grid(heads: &[T], rows: &[Vec<Text>], lang: Lang) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = line(heads.iter().map(|head| head.get(lang).to_owned()).collect());
    out.push_str(&format!("|{}\n", "---|".repeat(heads.len())));
    for row in rows {
        out.push_str(&line(row.iter().map(|cell| cell.get(lang).replace('|', "\\|")).collect()));
    }
    out
}

fn fenced(language: &str, text: &str) -> String {
    format!("```{language}\n{}\n```\n", text.trim_end_matches('\n'))
}

/// Text on lines of some 120 columns, later ones indented; Chinese on one, since a browser shows a line end as a blank.
fn lines(text: &str, indent: &str, lang: Lang) -> String {
    let wrapped = wrap(text, if lang == Lang::En { Some(120) } else { None });
    let mut lines = wrapped.trim_end().lines();
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |out, line| format!("{out}\n{indent}{}", line.trim_start())) + "\n"
}

/// The text with what Markdown would take for its own escaped, but for what stands between backticks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (n, piece) in text.split('`').enumerate() {
        if n % 2 == 1 {
            out.push_str(&format!("`{piece}`"));
        } else {
            let piece = piece.replace('\\', "\\\\").replace('*', "\\*").replace('<', "\\<").replace("](", "]\\(");
            out.push_str(&piece);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_typed_is_left_alone() {
        assert_eq!(escaped("a <b> and `<b>*` [x](y)"), "a \\<b> and `<b>*` [x]\\(y)");
    }

    #[test]
    fn a_bar_does_not_end_a_cell() {
        let text = grid(&[crate::say::t("A", "甲")], &[vec![Text::same("x|y")]], Lang::En);
        assert_eq!(text, "| A |\n|---|\n| x\\|y |\n");
    }
}
