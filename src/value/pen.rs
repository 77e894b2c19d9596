//! How values are written down canonically: what a cell's type asks when it writes itself anew.

use super::word::Words;
use crate::say::Lang;

/// What the writing of a cell may use.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// The vocabularies.
    pub words: &'a Words,
    /// Fixed words are written as titles of this language; `None`: as codes, and so are the words of vocabularies.
    pub titles: Option<Lang>,
    /// What is a code or a title stays as it is, and only what is neither, such as another spelling, is written so.
    pub keeps: bool,
}

impl Pen<'_> {
    /// A word of a vocabulary as it is written. Where titles are written it stays as it is: its code and its title are both
    /// words of the book's own choosing.
    pub(super) fn word(&self, vocabulary: usize, text: &str) -> Option<String> {
        let list = self.words.list(vocabulary)?;
        let number = list.find(text)?;
        let code = list.code(number);
        // The title of one word may be the code of another: then the title alone names it.
        let is_title = || list.get(number).is_some_and(|entry| [&entry.title.en, &entry.title.zh].iter().any(|title| *title == text));
        let stays = self.titles.is_some() || self.keeps && is_title();
        (!stays && code != text && list.find(code) == Some(number)).then(|| code.to_owned())
    }
}
