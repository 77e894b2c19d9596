//! Characters that cannot be seen and that some scripts are written with: between words, between letters, beside what runs from
//! right to left. There they are part of the text, and nobody is to take them away or to be told of them.

use super::width::{is_hidden, may_have_hidden};

/// The first character of a text that cannot be seen and is no part of how its script is written. A text may have line breaks and tabs.
pub fn hidden(text: &str) -> Option<char> {
    if !may_have_hidden(text) {
        return None;
    }
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if is_hidden(c) && !matches!(c, '\n' | '\r' | '\t') && !is_written(before, c, rest.clone().next()) {
            return Some(c);
        }
        before = Some(c);
    }
    None
}

/// Whether a character that cannot be seen belongs where it stands, by the characters beside it.
pub fn is_written(before: Option<char>, c: char, after: Option<char>) -> bool {
    let beside = |is: fn(char) -> bool| before.is_some_and(is) || after.is_some_and(is);
    let between = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    match c {
        // Words are not parted by blanks in these scripts: where a line may be broken is written with U+200B.
        '\u{200b}' => between(has_no_blanks),
        // Which form a letter takes beside the next is chosen with these; emoji are put together with U+200D.
        '\u{200c}' => between(joins),
        '\u{200d}' => between(joins) || before.is_some_and(is_emoji) && after.is_some_and(is_emoji),
        // Which side a number or a sign beside a letter from right to left stands on is said with these.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => beside(runs_leftwards),
        // A selector belongs to the letter before it: Mongolian is written with them.
        '\u{180b}'..='\u{180f}' => beside(is_mongolian),
        _ => false,
    }
}

/// Thai, Lao, Myanmar, Khmer, and the scripts beside them that are written without blanks between words.
pub fn has_no_blanks(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{19df}'
        | '\u{1a20}'..='\u{1aaf}' | '\u{19e0}'..='\u{19ff}' | '\u{aa60}'..='\u{aa7f}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa80}'..='\u{aadf}')
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and what else runs from right to left.
pub fn runs_leftwards(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The scripts whose letters join: Arabic and its kin, Mongolian, and those of India and beyond.
pub fn joins(c: char) -> bool {
    runs_leftwards(c) || is_mongolian(c) || has_no_blanks(c) || matches!(c, '\u{900}'..='\u{dff}' | '\u{1b00}'..='\u{1bff}' | '\u{a800}'..='\u{a8ff}')
}

fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{18af}')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_is_written_with_is_not_hidden() {
        for text in [
            "แดง\u{200b}ใหญ่",
            "ភ្នំ\u{200b}ពេញ",
            "ရန်\u{200b}ကုန်",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}⚕\u{fe0f}",
            "שלום (5)\u{200f}ב",
            "علي\u{200e}",
            "a\tb\nc",
        ] {
            assert_eq!(hidden(text), None, "{text:?}");
        }
    }

    #[test]
    fn elsewhere_the_same_characters_are_hidden() {
        for (text, c) in [
            ("Joe\u{200b}Lund", '\u{200b}'),
            ("王\u{200b}芳", '\u{200b}'),
            ("แดง\u{200b}", '\u{200b}'),
            ("Joe\u{200c}Lund", '\u{200c}'),
            ("Ann\u{200d} Reed", '\u{200d}'),
            ("Ann\u{200e}", '\u{200e}'),
            ("שלום\u{202e}", '\u{202e}'),
            ("שלום\u{2069}", '\u{2069}'),
            ("Donau\u{ad}dampf", '\u{ad}'),
            ("a\u{feff}b", '\u{feff}'),
        ] {
            assert_eq!(hidden(text), Some(c), "{text:?}");
        }
    }
}
