//! What is left of a text when blanks, case and width are taken away: two that are the same then are probably one.

use unicode_normalization::UnicodeNormalization;

/// A text without its blanks and without the difference of case and width of letters.
pub fn folded(text: &str) -> impl Iterator<Item = char> {
    // Most names are of Chinese characters that are as they should be: the others cost more.
    let (plain, other) = if text.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) { (text, "") } else { ("", text) };
    plain.chars().chain(other.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_other_blanks_and_letters() {
        let is_same = |a, b| folded(a).eq(folded(b));
        assert!(is_same("王 芳", "王芳") && is_same("张\u{3000}三", "张三") && is_same("ANN  Reed", "Ann Reed") && is_same("ｒepair", "Repair"));
        assert!(!is_same("Ann Reed", "Ann Read"));
    }
}
