//! Things that somebody names on the command line: by their codes, or by their titles in either language. Which one was typed, and how
//! to name one to a reader: by code in English, by title in Chinese, both of which can be typed.

use super::nearest::{folded, nearest};
use crate::say::Text;

/// Something that has a code and a title.
#[derive(Clone, Copy, Debug)]
pub struct Called<'a> {
    /// Its code.
    pub code: &'a str,
    /// Its title in English.
    pub en: &'a str,
    /// Its title in Chinese.
    pub zh: &'a str,
}

/// The place of the thing that is called so: by its code, else by a title, whatever its case and width.
pub fn find(all: &[Called<'_>], typed: &str) -> Option<usize> {
    let typed = typed.trim();
    all.iter().position(|one| one.code == typed).or_else(|| {
        let typed = folded(typed);
        all.iter().position(|one| [one.code, one.en, one.zh].into_iter().any(|name| folded(name) == typed))
    })
}

/// The thing that was probably meant, as it is named to a reader.
pub fn meant(all: &[Called<'_>], typed: &str) -> Option<Text> {
    let names = all.iter().flat_map(|one| [one.code, one.en, one.zh]);
    let near = nearest(typed, names, 1).first().copied()?;
    all.iter().position(|one| [one.code, one.en, one.zh].contains(&near)).map(|place| named(all, place))
}

/// All of them, as they are named to a reader.
pub fn list(all: &[Called<'_>]) -> Text {
    Text::list((0..all.len()).map(|place| named(all, place)))
}

/// One of them: by its title in Chinese, but by its code where an earlier one has that title.
fn named(all: &[Called<'_>], place: usize) -> Text {
    let Some(one) = all.get(place) else { return Text::default() };
    let is_first = all.iter().position(|other| other.zh == one.zh) == Some(place);
    let zh = if is_first && !one.zh.is_empty() { one.zh } else { one.code };
    Text { en: one.code.to_owned(), zh: zh.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Called<'static>; 3] = [
        Called { code: "home-team", en: "Home team", zh: "所属服务队" },
        Called { code: "track", en: "Track", zh: "类别" },
        Called { code: "kind", en: "Kind", zh: "类别" },
    ];

    #[test]
    fn a_thing_has_names_in_both_languages() {
        for typed in ["home-team", "HOME TEAM", "所属服务队", " 所属服务队 "] {
            assert_eq!(find(&ALL, typed), Some(0), "{typed}");
        }
        assert_eq!(find(&ALL, "类别"), Some(1));
        assert_eq!(find(&ALL, "季度"), None);
    }

    #[test]
    fn what_was_meant_is_named_as_the_reader_names_it() {
        assert_eq!(meant(&ALL, "trakc"), Some(Text { en: "track".into(), zh: "类别".into() }));
        assert_eq!(meant(&ALL, "所属服务对"), Some(Text { en: "home-team".into(), zh: "所属服务队".into() }));
        assert_eq!(list(&ALL), Text { en: "home-team, track, kind".into(), zh: "所属服务队、类别、kind".into() });
    }
}
