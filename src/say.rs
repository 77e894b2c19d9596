//! Both languages side by side, where a thing is said.
//!
//! [`T`] is a text known when the program is built, [`Text`] one with figures and names in it, made by [`say!`](crate::say!).
//! Nothing here knows what is being said, nor which of the two a reader wants: that is decided where a text is shown.

use std::fmt;

/// The language of headings, messages and reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// The language that a tag such as `en`, `zh-CN`, `zh_CN.UTF-8` names, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        match first.to_ascii_lowercase().as_str() {
            "en" | "c" | "posix" => Some(Self::En),
            "zh" => Some(Self::Zh),
            _ => None,
        }
    }

    /// The tag that `rollbook.toml` and `--lang` use.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct T {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// Puts the two languages of a fixed text together.
pub const fn t(en: &'static str, zh: &'static str) -> T {
    T { en, zh }
}

impl T {
    /// The text in one language.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

/// A text made at run time, in both languages. Made by [`say!`](crate::say!).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

impl Text {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// The same words in both languages: a name, an id, a figure.
    pub fn same(words: impl Into<String>) -> Self {
        let en = words.into();
        Self { zh: en.clone(), en }
    }

    /// Several texts as one list, with the comma of each language.
    pub fn list(items: impl IntoIterator<Item = Text>) -> Self {
        let mut all = Text::default();
        for (n, item) in items.into_iter().enumerate() {
            if n > 0 {
                all.en.push_str(", ");
                all.zh.push('、');
            }
            all.en.push_str(&item.en);
            all.zh.push_str(&item.zh);
        }
        all
    }

    /// Names, codes or options as one list, the same in both languages but for the commas.
    pub fn names(items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::list(items.into_iter().map(Self::same))
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}

impl From<T> for Text {
    fn from(fixed: T) -> Self {
        Text { en: fixed.en.to_owned(), zh: fixed.zh.to_owned() }
    }
}

/// What may stand in a `{}` of [`say!`](crate::say!): anything that can be shown, or another text in both languages.
pub trait Speak {
    /// Writes the thing in one language.
    fn speak(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl<D: fmt::Display + ?Sized> Speak for D {
    fn speak(&self, _: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt(f)
    }
}

impl Speak for T {
    fn speak(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get(lang))
    }
}

impl Speak for Text {
    fn speak(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get(lang))
    }
}

/// A thing to be said, in one language: what `say!` formats with.
pub struct In<'a, S: ?Sized>(pub &'a S, pub Lang);

impl<S: Speak + ?Sized> fmt::Display for In<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.speak(self.1, f)
    }
}

/// `say!("{team} has {n} members", "{team} 有 {n} 名队员", team = id, n = 4)` says a thing in both languages.
///
/// Every argument is named, so that one that is missing in either language does not compile.
#[macro_export]
macro_rules! say {
    ($en:literal, $zh:literal $(, $name:ident = $value:expr)* $(,)?) => {
        match ($(&$value,)*) {
            ($($name,)*) => $crate::say::Text {
                en: format!($en $(, $name = $crate::say::In($name, $crate::say::Lang::En))*),
                zh: format!($zh $(, $name = $crate::say::In($name, $crate::say::Lang::Zh))*),
            },
        }
    };
}

/// A count with its English noun: `1 member`, `3 members`. In Chinese the bare number is said and the measure word stands in the sentence.
pub struct Plural(pub u64, pub &'static str, pub &'static str);

impl Speak for Plural {
    fn speak(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match lang {
            Lang::Zh => write!(f, "{}", self.0),
            Lang::En if self.0 == 1 => write!(f, "1 {}", self.1),
            Lang::En => write!(f, "{} {}", self.0, self.2),
        }
    }
}

/// A count as `usize`, for [`Plural`].
pub fn count(n: usize, one: &'static str, many: &'static str) -> Plural {
    Plural(n as u64, one, many)
}

/// A number of days, of which there are never fewer than 0.
pub fn days(n: i64) -> Plural {
    Plural(n.max(0).unsigned_abs(), "day", "days")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_said_in_both_languages() {
        let said = say!("{team} has {n}", "{team} 有 {n} 人", team = "patrol", n = count(1, "member", "members"));
        assert_eq!(said.en, "patrol has 1 member");
        assert_eq!(said.zh, "patrol 有 1 人");
    }

    #[test]
    fn tags_of_locales_are_known() {
        assert_eq!(Lang::from_tag("zh_CN.UTF-8"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("C.UTF-8"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fr_FR"), None);
    }
}
