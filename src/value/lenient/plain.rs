//! A text without what is there by mistake: blanks around it, characters of no width, wide letters.

use crate::text::script;
use crate::text::width::is_hidden;

/// A text without blanks around it and characters of no width in it, its letters, digits and signs of the usual width.
/// Nothing where a character in it may show another order, or is not known to be nothing.
pub fn plain(text: &str) -> Option<String> {
    Some(trimmed(text)?.chars().map(half).collect::<String>().trim().to_owned())
}

/// The same for what is only proposed to a person: every hidden character is left out.
pub fn shown(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c)).map(half).collect::<String>().trim().to_owned()
}

/// The text without blanks around it and characters of no width in it.
pub(super) fn trimmed(text: &str) -> Option<String> {
    let kept: String = text.trim().chars().filter(|c| !is_nothing(*c)).collect();
    let kept = kept.trim();
    (!kept.chars().any(is_hidden)).then(|| kept.to_owned())
}

/// Where in a text that people read characters stand that show nothing and stand for nothing: at its ends, beside blanks, before a comma.
/// Between letters one may have stood for a blank, or parts words or joins letters in a script that is written so.
pub fn idle(text: &str) -> Vec<std::ops::Range<usize>> {
    if !text.chars().any(is_nothing) {
        return Vec::new();
    }
    let leftwards = text.chars().any(script::runs_leftwards);
    let is_end = |beside: Option<char>| beside.is_none_or(char::is_whitespace);
    // No blank ever stands before these.
    let closes = |beside: Option<char>| beside.is_some_and(|c| ",;:.!?)，。；：、！？）".contains(c));
    let mut places = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_nothing(*c)) {
        let end = at + c.len_utf8();
        let before = text.get(..at).and_then(|text| text.chars().rev().find(|c| !is_nothing(*c)));
        let after = text.get(end..).and_then(|text| text.chars().find(|c| !is_nothing(*c)));
        // Beside letters from right to left a mark says on which side a sign stands, at the end of a text, too.
        let is_mark = c == '\u{200e}' && leftwards;
        if (is_end(before) || is_end(after) || closes(after)) && !is_mark && !script::is_written(before, c, after) {
            places.push(at..end);
        }
    }
    places
}

/// A text with blanks and signs as [`plain`] has them, that keeps every character which may stand for something.
pub fn plain_text(text: &str) -> Option<String> {
    let mut kept = text.to_owned();
    idle(text.trim()).into_iter().rev().for_each(|place| {
        let blanks = text.len() - text.trim_start().len();
        kept.replace_range(place.start + blanks..place.end + blanks, "");
    });
    (!kept.chars().any(is_hidden)).then(|| kept.chars().map(half).collect::<String>().trim().to_owned())
}

/// Whether a character shows nothing, joins nothing and turns nothing: it is there by mistake.
pub fn is_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{2060}' | '\u{feff}')
}

/// A wide letter, digit or sign in its usual width.
pub(super) fn half(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}
