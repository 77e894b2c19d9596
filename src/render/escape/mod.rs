//! Text of a book as text of each format: one place where it is escaped for each, used by all that write it.
//!
//! Here JSON, in which nothing is hidden: control, bidirectional and invisible characters are written as `\u…`, and so is what a log
//! would take for a command.

mod markdown;
pub mod spreadsheet;

pub use markdown::{markdown, paragraph};

use crate::text::width::{is_hidden, may_have_hidden};

/// Writes a value as JSON on several lines, ended by a line feed.
pub fn json(value: &impl serde::Serialize) -> String {
    // Our own types have string keys and no maps that could fail.
    let mut plain = serde_json::to_string_pretty(value).unwrap_or_default();
    // Line feeds are those of the layout: nothing else is passed over here that is escaped below.
    if !plain.contains("##[") && !plain.lines().any(|line| may_have_hidden(line) && line.chars().any(is_hidden)) {
        plain.push('\n');
        return plain;
    }
    let mut shown = String::with_capacity(plain.len() + 1);
    for c in plain.chars() {
        // A bracket behind two number signs stands in a text: JSON has none of these outside.
        if (c != '\n' && is_hidden(c)) || (c == '[' && shown.ends_with("##")) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                shown.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            shown.push(c);
        }
    }
    shown.push('\n');
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_escaped_and_reads_back() {
        let text = "a\u{202e}b\u{7f}\u{e0041}\n##[x]";
        let written = json(&text);
        assert_eq!(written, "\"a\\u202eb\\u007f\\udb40\\udc41\\n##\\u005bx]\"\n");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
