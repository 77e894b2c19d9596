//! How text from a book is shown: nothing invisible, and as wide as a terminal draws it.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Whether a character shows nothing of itself, or changes how others are shown: control, bidirectional, invisible.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a text may have a hidden character, by its bytes: what is written in ASCII and the characters of Chinese has none.
pub fn may_have_hidden(text: &str) -> bool {
    // Bytes that continue a character, and those that begin one from U+4000 to U+9FFF. All bytes are looked at, several at a time.
    let is_harmless = |byte: u8| matches!(byte, 0x20..=0x7e | 0x80..=0xbf | 0xe4..=0xe9);
    text.bytes().fold(false, |found, byte| found | !is_harmless(byte))
}

/// The text with every hidden character written as `\u{…}`, so that it can neither drive a terminal nor deceive a reader. A line break
/// is left: each format has its own for it.
pub fn unhidden(text: &str) -> Cow<'_, str> {
    let is_break = |c: char| matches!(c, '\n' | '\r');
    if !may_have_hidden(text) || !text.chars().any(|c| is_hidden(c) && !is_break(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hidden(c) && !is_break(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// The text as it is shown on a screen or in a log: on one line, its line breaks as `⏎`, what is hidden as `\u{…}`. Where CI reads a
/// log, `::` at the beginning of a line and `##[` anywhere are commands: they are parted in the same way, since a table may be broken
/// into lines anywhere.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_plain = !may_have_hidden(text) || !text.chars().any(is_hidden);
    if is_plain && !text.contains("::") && !text.contains("##[") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' => shown.push('⏎'),
            ':' if shown.ends_with(':') => shown.extend(c.escape_unicode()),
            '[' if shown.ends_with("##") => shown.extend(c.escape_unicode()),
            c if is_hidden(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// How many columns of a terminal the text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text cut to at most `most` columns, with `…` where something was cut.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if text.width() <= most {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut used = 0;
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if used + wide + 1 > most {
            break;
        }
        used += wide;
        kept.push(c);
    }
    kept.push('…');
    Cow::Owned(kept)
}

/// Text broken between words (or between any characters, in Chinese) into lines of at most so many columns, each ended by a
/// line feed. A line begins as deep as the text does. `None`: one line.
pub fn wrap(text: &str, most: Option<usize>) -> String {
    let Some(most) = most.filter(|most| text.width() > *most) else { return format!("{text}\n") };
    let indent = text.get(..text.len() - text.trim_start().len()).unwrap_or_default();
    let (mut out, mut line) = (String::new(), String::new());
    for piece in pieces(text) {
        if line.trim() != "" && line.width() + piece.trim_end().width() > most {
            out.push_str(line.trim_end());
            out.push('\n');
            line = indent.to_owned();
        }
        line.push_str(piece);
    }
    out.push_str(line.trim_end());
    out.push('\n');
    out
}

/// The pieces between which a text may be broken: after a blank, and at a Chinese character, but not before its punctuation.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut from) = (Vec::new(), 0);
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let is_open = before.is_some_and(|b| "“‘（《".contains(b));
        let may_break = c != ' ' && before.is_some_and(|b| b == ' ' || is_han(b) || is_han(c)) && !"，。；：、！？”’）》…".contains(c) && !is_open;
        if may_break && at > from {
            pieces.extend(text.get(from..at));
            from = at;
        }
        before = Some(c);
    }
    pieces.extend(text.get(from..));
    pieces
}

fn is_han(c: char) -> bool {
    ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_shown() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(visible("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(visible("王芳"), "王芳");
        assert_eq!(visible("上午\r\n下午\n"), "上午⏎下午⏎");
        assert_eq!(visible("::add-mask::e ##[group]"), ":\\u{3a}add-mask:\\u{3a}e ##\\u{5b}group]");
        assert_eq!(visible(":::::"), ":\\u{3a}:\\u{3a}:");
    }

    #[test]
    fn nothing_hidden_goes_unseen() {
        for c in ('\0'..=char::MAX).filter(|c| is_hidden(*c)) {
            assert!(may_have_hidden(&format!("队{c}a")), "{}", c.escape_unicode());
        }
        assert!(!may_have_hidden("a 王~"));
    }

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(width("王芳a"), 5);
        assert_eq!(cut("王芳家", 5), "王芳…");
    }

    #[test]
    fn lines_are_broken_where_a_reader_would() {
        assert_eq!(wrap("  one two three", Some(9)), "  one two\n  three\n");
        assert_eq!(wrap("志愿者只编入一支队。", Some(10)), "志愿者只编\n入一支队。\n");
        assert_eq!(wrap("short", Some(80)), "short\n");
    }
}
