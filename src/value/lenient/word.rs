//! What a word that is none of those known was meant to be.

use crate::text::nearest::{near, nearest};

use super::Sureness;

/// So many letters a word has for each that differs from the one that is likely: of fewer, another may be meant.
const LETTERS: usize = 4;

/// The name that a word nearly is, and how sure that is. Each name comes with the number of what it names: a code and its titles name one.
/// Likely is a name to which no name of anything else is as near, and from which few letters differ for its length; any other is a guess.
pub fn read<'a>(word: &str, known: impl IntoIterator<Item = (usize, &'a str)>) -> Option<(&'a str, Sureness)> {
    let known: Vec<(usize, &str)> = known.into_iter().filter(|(_, name)| !name.is_empty()).collect();
    let names = || known.iter().map(|(_, name)| *name);
    let first = *nearest(word, names(), 1).first()?;
    let near = near(word, names());
    let least = near.iter().map(|(distance, _)| *distance).min()?;
    let nearest: Vec<&str> = near.into_iter().filter(|(distance, _)| *distance == least).map(|(_, name)| name).collect();
    let mut owners: Vec<usize> = known.iter().filter(|(_, name)| nearest.contains(name)).map(|(owner, _)| *owner).collect();
    owners.dedup();
    let is_likely = owners.len() == 1 && least * LETTERS <= word.trim().chars().count();
    Some((first, if is_likely { Sureness::Likely } else { Sureness::Guess }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [(usize, &str); 6] = [(0, "support"), (0, "帮扶结对"), (1, "tutoring"), (1, "课业辅导"), (2, "transport"), (2, "接送出行")];

    #[test]
    fn one_word_that_is_nearest_is_likely() {
        for (word, meant) in [("suport", "support"), ("tutorring", "tutoring"), ("Tutoring", "tutoring"), ("帮抚结对", "帮扶结对")] {
            assert_eq!(read(word, KNOWN), Some((meant, Sureness::Likely)), "{word}");
        }
        // Two letters of seven are much.
        assert_eq!(read("suporty", KNOWN), Some(("support", Sureness::Guess)));
        assert_eq!((read("帮扶", KNOWN), read("gift", KNOWN)), (None, None));
    }

    #[test]
    fn of_two_that_are_as_near_neither_is_likely() {
        let known = [(0, "morning-a"), (1, "morning-b")];
        assert_eq!(read("morning-c", known), Some(("morning-a", Sureness::Guess)));
        assert_eq!(read("morningg-a", known), Some(("morning-a", Sureness::Likely)));
    }
}
