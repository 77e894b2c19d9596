//! Words that are fixed by the format: roles, offices, statuses.

use super::cell::{Kind, Refusal, WordSet};
use super::pen::Pen;
use crate::say::{T, Text};
use crate::text::nearest::folded;

/// A fixed word, told whole.
#[derive(Debug, PartialEq, Eq)]
pub struct FixedWord {
    /// The word as machines read it.
    pub code: &'static str,
    /// The word as people read it.
    pub title: T,
    /// What it means, in a phrase.
    pub about: T,
    /// Other ways to write it.
    pub aliases: &'static [&'static str],
}

impl FixedWord {
    /// Whether a text is one of the ways to write it.
    pub fn is(&self, text: &str) -> bool {
        let is = |text: &str| self.is_named(text) || self.has_alias(text);
        is(text) || is(&folded(text))
    }

    /// Whether a text is its code or a title.
    fn is_named(&self, text: &str) -> bool {
        self.code == text || self.title.zh == text || self.title.en.eq_ignore_ascii_case(text)
    }

    fn has_alias(&self, text: &str) -> bool {
        self.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(text))
    }
}

/// A set of fixed words.
pub trait Fixed: Copy + PartialEq + Send + Sync + 'static {
    /// The words, in their order.
    const WORDS: &'static [FixedWord];
    /// The word of that number.
    fn nth(n: u8) -> Self;
    /// The number of the word.
    fn number(self) -> u8;

    /// The word as machines read it.
    fn code(self) -> &'static str {
        Self::WORDS.get(usize::from(self.number())).map_or("", |w| w.code)
    }

    /// The word as people read it.
    fn title(self) -> T {
        Self::WORDS.get(usize::from(self.number())).map_or(T { en: "", zh: "" }, |w| w.title)
    }

    /// The word as a sentence has it: its code in English, which is the word in small letters, and its title in Chinese.
    fn spoken(self) -> Text {
        Text { en: self.code().to_owned(), zh: self.title().zh.to_owned() }
    }

    /// The word that a code, a title of either language or an alias names.
    fn find(text: &str) -> Option<Self> {
        let find = |text: &str| {
            let words = || Self::WORDS.iter();
            words().position(|word| word.is_named(text)).or_else(|| words().position(|word| word.has_alias(text)))
        };
        // Whatever its case and the width of its letters: few cells say it so, and only they pay for it.
        let position = find(text).or_else(|| find(&folded(text)));
        position.and_then(|n| u8::try_from(n).ok()).map(Self::nth)
    }
}

/// Why a text is none of the fixed words.
pub fn refuse<F: Fixed>(text: &str) -> Refusal {
    Refusal::Word { word: text.to_owned(), among: WordSet::Fixed(F::WORDS) }
}

/// A fixed word written as its code, or as its title where the pen writes titles.
pub fn write<F: Fixed>(text: &str, pen: &Pen<'_>) -> Option<String> {
    let word = F::find(text)?;
    if pen.keeps && [word.code(), F::title(word).en, F::title(word).zh].contains(&text) {
        return None;
    }
    let written = pen.titles.map_or(word.code(), |lang| F::title(word).get(lang));
    (written != text && F::find(written) == Some(word)).then(|| written.to_owned())
}

/// The kind of a column that holds one of the words.
pub const fn kind<F: Fixed>() -> Kind {
    Kind::Fixed(F::WORDS)
}

/// The first of the words, of which there is always one: this runs when the program is built.
#[doc(hidden)]
pub const fn first<F: Copy>(all: &[F]) -> F {
    match all {
        [first, ..] => *first,
        [] => unreachable!(),
    }
}

/// Declares a set of fixed words, each with its code, its titles, its aliases and, after the colon, what it means:
/// `pub enum Office { Leader = "leader", "Leader", "负责人" ["队长"]: "answers for the team", "对服务队负责"; … }`.
#[macro_export]
macro_rules! fixed_words {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$word_about:meta])* $word:ident = $code:literal, $en:literal, $zh:literal $([$($alias:literal),*])?: $about_en:literal, $about_zh:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$word_about])* #[doc = concat!("`", $code, "`: ", $about_en, ".")] $word),+ }

        impl $crate::value::fixed::Fixed for $name {
            const WORDS: &'static [$crate::value::fixed::FixedWord] = &[$($crate::value::fixed::FixedWord {
                code: $code,
                title: $crate::say::t($en, $zh),
                about: $crate::say::t($about_en, $about_zh),
                aliases: &[$($($alias),*)?],
            }),+];
            fn nth(n: u8) -> Self {
                const ALL: &[$name] = &[$($name::$word),+];
                ALL.get(usize::from(n)).copied().unwrap_or(const { $crate::value::fixed::first(ALL) })
            }
            fn number(self) -> u8 {
                self as u8
            }
        }

        impl $crate::value::Cell for $name {
            type Stored = u8;
            const EMPTY: u8 = u8::MAX;
            const BROKEN: u8 = u8::MAX - 1;
            const KIND: $crate::value::Kind = $crate::value::fixed::kind::<$name>();

            fn read(text: &str, _: &mut $crate::value::Desk<'_>) -> Result<Self, $crate::value::Refusal> {
                <Self as $crate::value::fixed::Fixed>::find(text).ok_or_else(|| $crate::value::fixed::refuse::<Self>(text))
            }
            fn write(text: &str, pen: &$crate::value::Pen<'_>) -> Option<String> {
                $crate::value::fixed::write::<Self>(text, pen)
            }
            fn store(self) -> u8 {
                self as u8
            }
            fn load(stored: u8) -> Self {
                <Self as $crate::value::fixed::Fixed>::nth(stored)
            }
            fn show(self, _: &$crate::value::Shelf<'_>) -> $crate::value::Value {
                use $crate::value::fixed::Fixed;
                $crate::value::Value::word(self.code(), self.title())
            }
        }
    };
}
