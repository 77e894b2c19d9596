//! What a text that is no id was meant to be.

use unicode_normalization::UnicodeNormalization;

use super::number::has_lost_digits;
use super::plain::{half, shown, trimmed};
use super::{Meant, Sureness};
use crate::value::id;

/// An id without blanks around it and characters of no width in it, put together as Unicode's NFC has it.
pub fn certain(text: &str) -> Option<String> {
    let narrow = |c: char| if c.is_alphanumeric() { c } else { half(c) };
    let sure: String = trimmed(text)?.chars().map(narrow).nfc().collect();
    (!sure.is_empty() && sure != text && id::check(&sure).is_ok()).then_some(sure)
}

/// An id as near as possible to a text that is none. A number never becomes another number.
pub fn read(text: &str) -> Meant {
    let plain: String = shown(text).nfc().collect();
    if id::is_device(&plain) {
        return Meant::Value(format!("{plain}-1"), Sureness::Guess);
    }
    if has_lost_digits(&plain) {
        return Meant::LostDigits;
    }
    if plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '-')) {
        // A spreadsheet writes 12.0 for 12; anything else would be another number.
        let whole = plain.strip_suffix(".0").filter(|whole| whole.bytes().all(|byte| byte.is_ascii_digit()));
        return Meant::value(whole.map(str::to_owned), Sureness::Likely);
    }
    let allowed = |c: char| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    let written: String = plain.chars().map(allowed).collect();
    let trimmed = written.trim_matches(['-', '_']);
    let is_it = !trimmed.is_empty() && id::check(trimmed).is_ok() && trimmed != text;
    Meant::value(is_it.then(|| trimmed.to_owned()), Sureness::Guess)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_their_letters() {
        assert_eq!(certain(" v1\u{a0}").as_deref(), Some("v1"));
        assert_eq!(certain("e\u{301}1").as_deref(), Some("é1"));
        assert_eq!(certain("东门－０１").as_deref(), Some("东门-０１"));
        for text in ["v1", "v 1", "v/1", "\u{202e}v1", "", " ", "v\u{200d}1"] {
            assert_eq!(certain(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_number_never_becomes_another() {
        for text in ["1.38E+10", "2.0260101E+13", "１．５Ｅ＋０８"] {
            assert_eq!(read(text), Meant::LostDigits, "{text}");
        }
        assert_eq!(read("12.0"), Meant::Value("12".into(), Sureness::Likely));
        for text in ["1,250", "1.5", "12.50", "+7", "3-"] {
            assert_eq!(read(text), Meant::Unknown, "{text}");
        }
        assert_eq!(read("v 1"), Meant::Value("v-1".into(), Sureness::Guess));
    }
}
