//! What would change in a file, as a unified diff. Nothing in it is hidden: a character that cannot be seen is shown as `\u{…}`.

use std::time::Duration;

use similar::TextDiff;

use crate::text::width::visible;

/// After so long a large file's diff is finished coarsely.
const PATIENCE: Duration = Duration::from_secs(5);

/// The lines of a file that change, with three around them; nothing where none does.
pub fn unified(path: &str, old: &str, new: &str, color: bool) -> String {
    let lines = |text| -> Vec<&str> { str::split_inclusive(text, '\n').collect() };
    let (old, new) = (lines(old), lines(new));
    let diff = TextDiff::configure().newline_terminated(true).timeout(PATIENCE).diff_slices(&old, &new);
    let path = visible(path);
    let written = diff.unified_diff().context_radius(3).header(&path, &path).to_string();
    let mut shown = String::with_capacity(written.len());
    for line in written.split_inclusive('\n') {
        let (text, end) = line.strip_suffix('\n').map_or((line, ""), |text| (text, "\n"));
        let style = match text.as_bytes() {
            [b'-', b'-', b'-', b' ', ..] | [b'+', b'+', b'+', b' ', ..] => "1",
            [b'-', ..] => "31",
            [b'+', ..] => "32",
            [b'@', ..] => "36",
            _ => "",
        };
        let text: Vec<_> = text.split('\t').map(visible).collect();
        let text = text.join("\t");
        if color && !style.is_empty() {
            shown.push_str(&format!("\u{1b}[{style}m{text}\u{1b}[0m"));
        } else {
            shown.push_str(&text);
        }
        shown.push_str(end);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changes_is_shown_and_nothing_is_hidden() {
        let old = "a\nb\nc\nd\ne\u{1b}\r\nf\ng\nh\ni";
        assert_eq!(
            unified("x.csv", old, &old.replace("\u{1b}\r", ""), false),
            "--- x.csv\n+++ x.csv\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\\u{1b}\\u{d}\n+e\n f\n g\n h\n"
        );
        assert_eq!(unified("x.csv", "a", "a\n", false), "--- x.csv\n+++ x.csv\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
        assert_eq!(unified("x.csv", old, old, true), "");
    }
}
