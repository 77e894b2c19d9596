//! "Did you mean": the known words nearest to one that is not known.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// How many letters differ, whatever their case and width; a transposition counts one.
pub fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(&folded(a.trim()), &folded(b))
}

/// A word whatever its case and the width of its letters.
pub fn folded(word: &str) -> Cow<'_, str> {
    match word.is_ascii() {
        true if !word.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Borrowed(word),
        true => Cow::Owned(word.to_ascii_lowercase()),
        false => Cow::Owned(word.nfkc().flat_map(char::to_lowercase).collect()),
    }
}

/// The known words nearest to `word`, at most `most` of them, nearest first, ties in the order given.
/// A word is near when few letters differ for its length: one up to three letters, two from four on (a transposition counts one), never all.
/// Where the word itself is known in other case or width, nothing else was meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let mut near = near(word, known);
    // Stable: ties keep their order.
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(most).map(|(_, candidate)| candidate).collect()
}

/// The known words near to `word`, each with the number of letters that differ, in the order given.
pub fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let word = folded(word.trim());
    let length = word.chars().count();
    let allowed = if length < 4 { 1 } else { 2 };
    let letters = letters_of(&word);
    let mut found: Vec<(usize, &str)> = Vec::new();
    for candidate in known {
        if candidate.chars().count().abs_diff(length) > allowed {
            continue;
        }
        // Each letter that differs takes one out of the letters used and puts one in, at most: most of a million ids are passed over so.
        if letters.zip(letters_of(candidate)).is_some_and(|(a, b)| (a ^ b).count_ones() as usize > 2 * allowed) {
            continue;
        }
        let lower = folded(candidate);
        let distance = if lower == word { 0 } else { strsim::osa_distance(&word, &lower) };
        if distance <= allowed && distance < length.max(1) {
            found.push((distance, candidate));
        }
    }
    if found.iter().any(|(distance, _)| *distance == 0) {
        found.retain(|(distance, _)| *distance == 0);
    }
    found
}

/// Which letters a plain word uses, a bit for each; none for a word of other scripts.
fn letters_of(word: &str) -> Option<u64> {
    word.is_ascii().then(|| word.bytes().fold(0, |letters, byte| letters | 1 << (byte.to_ascii_lowercase() & 63)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_near_word_is_passed_over() {
        let words: Vec<String> = (0..3000).map(|n| format!("v{:04}-{}", n * 7919 % 10_000, ["A", "b", "_"][n % 3])).collect();
        for word in ["v0079-a", "V123-b", "v91919_", "w7919-A"] {
            let near = nearest(word, words.iter().map(String::as_str), usize::MAX);
            let all = words.iter().filter(|other| distance(word, other) <= 2).count();
            assert_eq!(near.len(), all, "{word}");
        }
    }

    #[test]
    fn the_nearest_word_comes_first() {
        let known = ["member", "backbone", "successor"];
        assert_eq!(nearest("memeber", known, 3), ["member"]);
        assert_eq!(nearest("backbnoe", known, 3), ["backbone"]);
        assert!(nearest("teacher", known, 3).is_empty());
        assert_eq!(nearest("骨于", ["骨干", "队员"], 1), ["骨干"]);
        assert_eq!(nearest("V01", ["v02", "v01", "v03"], 3), ["v01"]);
        assert_eq!(nearest("a01", ["a02", "ａ０１", "a11"], 3), ["ａ０１"]);
        assert_eq!(nearest("v0l", ["v01", "v02"], 3), ["v01", "v02"]);
    }
}
