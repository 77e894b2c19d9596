//! Cells of comma-separated values, which a spreadsheet opens: none is a formula, and no line of them is a command to what keeps a log.

use crate::text::width::{is_hidden, unhidden};

/// What a spreadsheet takes for the beginning of a formula, in every width.
const FORMULA: [char; 12] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
/// Quotes that a reader takes off before it looks for one.
const QUOTES: [char; 10] = ['"', '\'', '“', '”', '‘', '’', '＂', '＇', '`', '｀'];
/// What begins a command where the lines of a log are read.
const COMMANDS: [&str; 2] = ["::", "##["];

/// A text as it stands in a file: with a `'` before what a spreadsheet would work out, and every line break as a line feed. A line of
/// it that would be a command to a log has the `'`, too; the first line does not need it, since [`line()`] quotes it.
pub fn guarded(text: &str) -> String {
    let begins = |c: char| c.is_whitespace() || is_hidden(c) || QUOTES.contains(&c);
    let is_formula = text.trim_start_matches(begins).starts_with(FORMULA) || text.starts_with(['\t', '\r']);
    let mut out = String::with_capacity(text.len() + 1);
    if is_formula {
        out.push('\'');
    }
    let text = text.replace("\r\n", "\n");
    for (n, line) in text.split(['\n', '\r']).enumerate() {
        if n > 0 {
            out.push('\n');
            if is_command(line) {
                out.push('\'');
            }
        }
        out.push_str(&unhidden(line));
    }
    out
}

fn is_command(line: &str) -> bool {
    COMMANDS.iter().any(|command| line.trim_start().starts_with(command))
}

/// A record, as a line.
pub fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().collect();
    let is_alone = cells.len() == 1;
    let quoted = cells.iter().map(|cell| {
        let needs = cell.contains([',', '"', '\n', '\r']) || is_command(cell) || (is_alone && cell.is_empty());
        if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    });
    quoted.collect::<Vec<_>>().join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_in_any_width() {
        for text in ["=1", "＝1", "\u{3000}＋1", " \"=1", "‘－1", "＠a", "-1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        assert_eq!(guarded("\t=1"), "'\\u{9}=1");
        for text in ["a=1", "3＋2", "王－芳", ""] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn no_line_is_a_command() {
        assert_eq!(line(["::add-mask::e".to_owned(), "b".to_owned()]), "\"::add-mask::e\",b\n");
        assert_eq!(guarded("a\r\n ::error::b"), "a\n' ::error::b");
        assert_eq!(line([String::new()]), "\"\"\n");
        assert_eq!(line([guarded("一\n二"), "x\"y".to_owned()]), "\"一\n二\",\"x\"\"y\"\n");
    }
}
