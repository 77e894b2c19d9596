//! A text without what is there by mistake: blanks around it, characters of no width, wide letters.

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
