//! Templates with gaps: `{who}` is filled from a list of that name, so that few words make many texts.

use super::dice::Dice;

/// A gap's name and what may stand in it.
pub type Gaps = &'static [(&'static str, &'static [&'static str])];

/// Fills the gaps of a template; `{here}` is the place.
pub fn fill(template: &str, here: &str, gaps: Gaps, dice: &mut Dice) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (gap, after) = after.split_once('}').unwrap();
        text.push_str(before);
        if gap == "here" {
            text.push_str(here);
        } else {
            let (_, words) = gaps.iter().find(|(name, _)| *name == gap).unwrap_or_else(|| panic!("nothing fills {{{gap}}}"));
            text.push_str(dice.pick(words));
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A vocabulary as a table of `rollbook.toml`: codes with a title in each language.
pub fn titled(name: &str, words: &[(&str, &str, &str)]) -> String {
    let all: Vec<String> = words.iter().map(|(code, en, zh)| format!("{code} = {{ en = \"{en}\", zh-CN = \"{zh}\" }}\n")).collect();
    format!("[vocabulary.{name}]\n{}\n", all.concat())
}

/// A list of words in quotes.
pub fn listed<T: AsRef<str>>(words: &[T]) -> String {
    let all: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.as_ref())).collect();
    format!("[{}]", all.join(", "))
}
