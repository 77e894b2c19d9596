//! What would change in a file, as a unified diff. A character that cannot be seen is shown as `\u{…}`, and what nobody is to see is hidden.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

use crate::text::width::visible;

/// After so long a large file's diff is finished coarsely.
const PATIENCE: Duration = Duration::from_secs(5);

/// A file before or after: what stands in it, and what of that is shown, line by line.
#[derive(Clone, Copy)]
pub struct Side<'t> {
    /// What stands in it.
    pub text: &'t str,
    /// The same without what nobody is to see.
    pub shown: &'t str,
}

/// The lines of a file that change, with three around them; nothing where none does.
pub fn unified(path: &str, old: Side<'_>, new: Side<'_>, color: bool) -> String {
    let lines = |text| -> Vec<&str> { str::split_inclusive(text, '\n').collect() };
    let (old, new, old_shown, new_shown) = (lines(old.text), lines(new.text), lines(old.shown), lines(new.shown));
    let diff = TextDiff::configure().newline_terminated(true).timeout(PATIENCE).diff_slices(&old, &new);
    let path = visible(path);
    let mut shown = String::new();
    for (n, hunk) in diff.unified_diff().context_radius(3).iter_hunks().enumerate() {
        if n == 0 {
            shown.push_str(&format!("{}\n{}\n", styled("1", &format!("--- {path}"), color), styled("1", &format!("+++ {path}"), color)));
        }
        shown.push_str(&styled("36", &hunk.header().to_string(), color));
        shown.push('\n');
        for change in hunk.iter_changes() {
            let (sign, style, line) = match change.tag() {
                ChangeTag::Equal => (' ', "", change.new_index().and_then(|n| new_shown.get(n))),
                ChangeTag::Delete => ('-', "31", change.old_index().and_then(|n| old_shown.get(n))),
                ChangeTag::Insert => ('+', "32", change.new_index().and_then(|n| new_shown.get(n))),
            };
            let line = line.copied().unwrap_or_default();
            let text: Vec<_> = line.strip_suffix('\n').unwrap_or(line).split('\t').map(visible).collect();
            shown.push_str(&styled(style, &format!("{sign}{}", text.join("\t")), color));
            shown.push('\n');
            if change.missing_newline() {
                shown.push_str("\\ No newline at end of file\n");
            }
        }
    }
    shown
}

/// A line in a style of the terminal.
fn styled(style: &str, line: &str, color: bool) -> String {
    if color && !style.is_empty() { format!("\u{1b}[{style}m{line}\u{1b}[0m") } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Side<'_> {
        Side { text, shown: text }
    }

    #[test]
    fn only_what_changes_is_shown_and_nothing_is_hidden() {
        let old = "a\nb\nc\nd\ne\u{1b}\r\nf\ng\nh\ni";
        assert_eq!(
            unified("x.csv", plain(old), plain(&old.replace("\u{1b}\r", "")), false),
            "--- x.csv\n+++ x.csv\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\\u{1b}\\u{d}\n+e\n f\n g\n h\n"
        );
        assert_eq!(unified("x.csv", plain("a"), plain("a\n"), false), "--- x.csv\n+++ x.csv\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
        assert_eq!(unified("x.csv", plain(old), plain(old), true), "");
    }
}
