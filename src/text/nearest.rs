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
/// Of four letters two may differ only where the first is the same.
/// Where the word itself is known in other case or width, nothing else was meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let mut near = near(word, known);
    // Stable: ties keep their order.
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(most).map(|(_, candidate)| candidate).collect()
}

/// The known words near to `word`, each with the number of letters that differ, in the order given.
/// Words in Chinese of up to three characters are only ever themselves: 出席 and 缺席 share as much as 骨于 and 骨干.
/// What says the opposite is never near.
pub fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let word = folded(word.trim());
    let length = word.chars().count();
    let allowed = allowed(&word, length);
    let letters = letters_of(&word);
    let mut found: Vec<(usize, &str)> = Vec::new();
    for candidate in known {
        if candidate.chars().count().abs_diff(length) > allowed && allowed > 0 {
            continue;
        }
        // Each letter that differs takes one out of the letters used and puts one in, at most: most of a million ids are passed over so.
        if letters.zip(letters_of(candidate)).is_some_and(|(a, b)| (a ^ b).count_ones() as usize > 2 * allowed) {
            continue;
        }
        let lower = folded(candidate);
        if lower == word {
            found.push((0, candidate));
            continue;
        }
        if allowed == 0 {
            // One character too many inside is a slip of the hand: 特厂长.
            if has_one_inside(&word, &lower) && !are_opposite(&word, &lower) {
                found.push((1, candidate));
            }
            continue;
        }
        let distance = strsim::osa_distance(&word, &lower);
        // Of four letters two that differ are half the word: `list` is no `post`. A slip keeps the first letter or the letters.
        let is_half = distance == 2 && length.max(lower.chars().count()) == 4 && word.chars().next() != lower.chars().next();
        if distance <= allowed && distance < length.max(1) && !is_half && !are_opposite(&word, &lower) {
            found.push((distance, candidate));
        }
    }
    if found.iter().any(|(distance, _)| *distance == 0) {
        found.retain(|(distance, _)| *distance == 0);
    }
    found
}

/// Whether a word of three characters is another of two with one between them.
fn has_one_inside(word: &str, known: &str) -> bool {
    let (word, known): (Vec<char>, Vec<char>) = (word.chars().collect(), known.chars().collect());
    matches!((word.as_slice(), known.as_slice()), ([a, _, b], [x, y]) if a == x && b == y)
}

/// How many letters may differ from a word of so many.
fn allowed(word: &str, length: usize) -> usize {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    let in_chinese = length > 0 && word.chars().all(is_han);
    match length {
        ..4 if in_chinese => 0,
        4..6 if in_chinese => 1,
        ..4 => 1,
        _ => 2,
    }
}

/// Beginnings that turn a word into its opposite.
const NOT: &[&str] = &["un", "in", "im", "il", "ir", "no", "a", "de", "不", "未", "没", "无", "非", "免", "拒"];

/// Parts of words that are each other's opposite; what is left of the words is the same.
const OPPOSITES: &[(&str, &str)] = &[
    ("出", "缺"),
    ("出", "入"),
    ("出", "进"),
    ("上", "下"),
    ("男", "女"),
    ("前", "后"),
    ("内", "外"),
    ("正", "副"),
    ("已", "未"),
    ("有", "无"),
    ("有", "没"),
    ("早", "晚"),
    ("多", "少"),
    ("大", "小"),
    ("新", "旧"),
    ("开", "关"),
    ("左", "右"),
    ("升", "降"),
    ("公", "私"),
    ("收", "支"),
    ("老", "少"),
    ("增", "减"),
    ("东", "西"),
    ("南", "北"),
    ("城", "乡"),
    ("甲", "乙"),
    ("给", "受"),
    ("是", "否"),
    ("可", "不"),
    ("能", "不"),
    ("同", "不"),
    ("送", "接"),
    ("快", "慢"),
    ("高", "低"),
    ("长", "短"),
    ("主", "次"),
    ("全", "半"),
    ("单", "双"),
    ("去", "来"),
    ("始", "终"),
    ("先", "后"),
    ("远", "近"),
    ("轻", "重"),
    ("加", "减"),
    ("male", "female"),
    ("man", "woman"),
    ("men", "women"),
    ("in", "out"),
    ("in", "ex"),
    ("im", "ex"),
    ("on", "off"),
    ("am", "pm"),
    ("maxi", "mini"),
    ("sen", "jun"),
    ("nor", "sou"),
    ("ea", "we"),
    ("day", "end"),
    ("over", "under"),
    ("up", "down"),
    ("pre", "post"),
    ("in", "de"),
    ("less", "ful"),
    ("give", "take"),
];

/// Whether one of two words says what the other denies.
fn are_opposite(a: &str, b: &str) -> bool {
    let denies = |word: &str, other: &str| NOT.iter().any(|not| word.strip_prefix(not).is_some_and(|rest| rest == other));
    if denies(a, b) || denies(b, a) {
        return true;
    }
    // What is the same at both ends is left away.
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum::<usize>();
    OPPOSITES.iter().any(|(one, other)| is_turned(a, b, one, other, same) || is_turned(b, a, one, other, same))
        || NOT.iter().filter(|not| !not.is_ascii()).any(|not| is_turned(a, b, not, "", same) || is_turned(b, a, not, "", same))
}

/// Whether a word becomes another where a part of it, at or just before the first letter that differs, is put in the place of another.
fn is_turned(word: &str, into: &str, part: &str, with: &str, same: usize) -> bool {
    (same.saturating_sub(part.len())..=same).any(|at| {
        let (Some(before), Some(rest)) = (word.get(..at), word.get(at..).and_then(|rest| rest.strip_prefix(part))) else { return false };
        into.strip_prefix(before).and_then(|into| into.strip_prefix(with)).is_some_and(|into| into == rest)
    })
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
        assert!(nearest("list", ["post", "place"], 3).is_empty());
        assert_eq!(nearest("teem", ["team", "item"], 3), ["team"]);
        assert_eq!(nearest("V01", ["v02", "v01", "v03"], 3), ["v01"]);
        assert_eq!(nearest("a01", ["a02", "ａ０１", "a11"], 3), ["ａ０１"]);
        assert_eq!(nearest("v0l", ["v01", "v02"], 3), ["v01", "v02"]);
    }

    #[test]
    fn a_short_word_in_chinese_is_only_itself() {
        for (word, known) in [("出席", "缺席"), ("队长", "队员"), ("骨于", "骨干"), ("上门", "上班"), ("女", "男"), ("农民村", "农民工")]
        {
            assert!(nearest(word, [known], 1).is_empty(), "{word}: {known}");
        }
        assert_eq!(nearest("便民服物", ["便民服务", "助老服务"], 2), ["便民服务"]);
        assert_eq!(nearest("东门-0l", ["东门-01"], 1), ["东门-01"]);
    }

    #[test]
    fn the_opposite_is_never_meant() {
        for (word, other) in [
            ("unkept", "kept"),
            ("verified", "unverified"),
            ("inactive", "active"),
            ("室内活动", "室外活动"),
            ("已经答复", "未经答复"),
            ("同意公开", "不同意公开"),
            ("senior", "junior"),
            ("import", "export"),
            ("weekday", "weekend"),
            ("female", "male"),
            ("internal", "external"),
            ("north-gate", "south-gate"),
            ("indoors", "outdoors"),
            ("上门服务", "下门服务"),
            ("有偿服务", "无偿服务"),
        ] {
            assert!(nearest(word, [other], 1).is_empty() && nearest(other, [word], 1).is_empty(), "{word}: {other}");
        }
        for (word, other) in
            [("memeber", "member"), ("atended", "attended"), ("excussed", "excused"), ("verifed", "verified"), ("communty", "community")]
        {
            assert_eq!(nearest(word, [other], 1), [other], "{word}");
        }
    }
}
