//! Rows that an input method has written: full-width commas between the cells, typographic quotes around them.

use crate::say::{T, t};
use crate::text::csv::{Rows, after_mark};
use crate::text::patch::apply;
use crate::text::{Patch, Span};

/// What a row has in place of commas and double quotes, and what makes it a row of CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wide {
    /// How many cells it has then.
    pub cells: usize,
    /// What stands in it that should not, as people call it.
    pub what: T,
    /// The first of them.
    pub first: Span,
    /// What makes it right: the whole row, since every cell of it is another then.
    pub patch: Patch,
    /// Whether nothing else can have been meant: no comma of either kind may be one of the text.
    pub is_certain: bool,
}

/// Quotes that people write for double quotes: those that open, those that close.
const OPENS: &[char] = &['“', '”', '＂', '„'];
const CLOSES: &[char] = &['”', '“', '＂'];

/// What is wide in a row of some text; nothing where nothing is, or where it has plain quotes, which say what belongs together.
pub fn row(text: &str, span: Span) -> Option<Wide> {
    let line = span.of(text);
    if line.contains('"') {
        return None;
    }
    let (mut patches, mut first): (Vec<Patch>, Option<usize>) = Default::default();
    let (mut commas, mut wide_commas, mut quotes) = (0, 0, 0);
    let mut rest = line.char_indices().peekable();
    let mut begins = true;
    while let Some((n, c)) = rest.next() {
        let here = Span::new(n, n + c.len_utf8());
        if begins && OPENS.contains(&c) {
            // Up to the quote that closes the cell: one before a comma or the end.
            let body = line.get(n + c.len_utf8()..)?;
            let is_end = |after: &str| after.trim_start().chars().next().is_none_or(|next| matches!(next, ',' | '，'));
            let close = body.char_indices().find(|(m, c)| CLOSES.contains(c) && is_end(body.get(m + c.len_utf8()..).unwrap_or_default()));
            if let Some((m, closing)) = close {
                let end = n + c.len_utf8() + m;
                patches.extend([Patch::new(here, "\""), Patch::new(Span::new(end, end + closing.len_utf8()), "\"")]);
                first.get_or_insert(n);
                quotes += 1;
                while rest.next_if(|(place, _)| *place <= end).is_some() {}
                begins = false;
                continue;
            }
        }
        match c {
            ',' => commas += 1,
            '，' => {
                wide_commas += 1;
                patches.push(Patch::new(here, ","));
                first.get_or_insert(n);
            }
            _ => {}
        }
        begins = matches!(c, ',' | '，') || begins && c.is_whitespace();
    }
    let first = first?;
    let what = match (wide_commas, quotes) {
        (_, 0) => t("full-width commas (，)", "全角逗号（，）"),
        (0, _) => t("typographic quotes (“ ”)", "中文引号（“ ”）"),
        _ => t("full-width commas and typographic quotes (， “ ”)", "全角逗号和中文引号（，“ ”）"),
    };
    let start = span.start as usize + first;
    let first = Span::new(start, start + text.get(start..)?.chars().next()?.len_utf8());
    let is_certain = wide_commas == 0 || commas == 0;
    Some(Wide { cells: commas + wide_commas + 1, what, first, patch: Patch::new(span, apply(line, patches)), is_certain })
}

/// What makes every row of a text one of CSV, each row as a whole; nothing where a row would not have as many cells as the first, or may mean
/// something else.
pub fn all(text: &str) -> Vec<Patch> {
    let mut rows = Rows::new(text, Span::new(after_mark(text), text.len()));
    let (mut fields, mut patches, mut width) = (Vec::new(), Vec::new(), None);
    while let Some(found) = rows.next_row(&mut fields) {
        // A row that is right already may have such signs in its texts.
        let wide = if width == Some(fields.len()) { None } else { row(text, found.span) };
        let (cells, is_certain) = wide.as_ref().map_or((fields.len(), true), |wide| (wide.cells, wide.is_certain));
        if cells != *width.get_or_insert(cells) || !is_certain || !rows.faults.is_empty() {
            return Vec::new();
        }
        patches.push(wide.map_or_else(|| Patch::new(found.span, found.span.of(text)), |wide| wide.patch));
    }
    patches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::patch::apply;

    #[test]
    fn a_row_with_wide_signs_is_made_a_row() {
        let fixed = |text: &str| row(text, Span::new(0, text.len())).map(|wide| (wide.cells, wide.is_certain, wide.patch.with));
        let is = |cells, is_certain, text: &str| Some((cells, is_certain, text.to_owned()));
        assert_eq!(fixed("v1，王芳，社区"), is(3, true, "v1,王芳,社区"));
        assert_eq!(fixed("v1,“Reed, Ann”,community"), is(3, true, "v1,\"Reed, Ann\",community"));
        assert_eq!(fixed("“v1”，＂王，芳＂"), is(2, true, "\"v1\",\"王，芳\""));
        assert_eq!(fixed("v1,王芳，社区"), is(3, false, "v1,王芳,社区"));
        assert_eq!(fixed("v1,say “no” now"), None);
        assert_eq!(fixed("v1,\"a，b\""), None);
        assert_eq!(fixed("v1,王芳"), None);
    }

    #[test]
    fn a_file_is_made_right_whole_or_not_at_all() {
        let fixed = |text: &str| apply(text, all(text));
        assert_eq!(fixed("id，name\nv1，王芳\nv2,\"李，强\"\n"), "id,name\nv1,王芳\nv2,\"李，强\"\n");
        assert_eq!(fixed("id，name\nv1,王，芳\n"), "id,name\nv1,王，芳\n");
        assert_eq!(fixed("id，name\nv1,王，芳,x\n"), "id，name\nv1,王，芳,x\n");
        assert_eq!(fixed("id，name\nv1，王，芳\n"), "id，name\nv1，王，芳\n");
        assert_eq!(fixed("“id”，“name”\nv1,说“好”\n"), "\"id\",\"name\"\nv1,说“好”\n");
    }
}
