//! Several ids or names in one cell.

use super::Rows;

/// One of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What is written.
    pub text: String,
    /// The rows that it may mean; none where nobody knows.
    pub rows: Rows,
}

/// What no id and no name of a single thing has in it.
const SIGNS: &[char] = &['、', '，', ',', '；', ';', '/', '／', '|', '｜', '\n'];

/// What may part several, or stand in a name.
const WORDS: &[&str] = &[" and ", "&", "＆", "+", "＋", "和", "与", "及", "(", ")", "（", "）"];

/// So many of several are looked for: a cell that has more has other worries.
const MOST: usize = 500;

/// The parts of a text with signs in it that part several.
pub fn strictly(text: &str) -> Option<Vec<&str>> {
    parts(text.split(SIGNS))
}

/// The parts of a text that may be several: it is if each of them is known.
pub fn perhaps(text: &str) -> Option<Vec<&str>> {
    // Of a million ids hardly one has anything in it that parts several.
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return None;
    }
    if let Some(word) = WORDS.iter().find(|word| text.contains(**word)) {
        let is_bracket = word.chars().any(|c| "()（）".contains(c));
        return if is_bracket { parts(text.split(['(', ')', '（', '）'])) } else { parts(text.split(word)) };
    }
    parts(text.split(char::is_whitespace))
}

/// The name whose two parts stand the other way round: `Reed, Ann`.
pub fn swapped(parts: &[&str]) -> Option<String> {
    let [last, first] = parts else { return None };
    Some(format!("{first} {last}"))
}

fn parts<'a>(parts: impl Iterator<Item = &'a str>) -> Option<Vec<&'a str>> {
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).take(MOST).collect();
    (parts.len() > 1).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_part_several_and_blanks_perhaps() {
        assert_eq!(strictly("v1;v2、 王芳").as_deref(), Some(&["v1", "v2", "王芳"][..]));
        assert_eq!(strictly("v1;"), None);
        assert_eq!(perhaps("Ann Reed and Bo Hill").as_deref(), Some(&["Ann Reed", "Bo Hill"][..]));
        assert_eq!(perhaps("王芳（v1）").as_deref(), Some(&["王芳", "v1"][..]));
        assert_eq!(perhaps("王芳 李红").as_deref(), Some(&["王芳", "李红"][..]));
        assert_eq!(perhaps("王芳"), None);
    }
}
