//! Patches: certain bytes of a text replaced by others, all else kept as it is.

use super::Span;

/// Bytes of a text, and what shall stand there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Patch {
    /// The bytes; none where something is put in between.
    pub span: Span,
    /// What shall stand there.
    pub with: String,
}

impl Patch {
    /// Puts words in the place of certain bytes.
    pub fn new(span: Span, with: impl Into<String>) -> Self {
        Self { span, with: with.into() }
    }
}

/// The text with its patches applied. Of two that touch the same bytes the first counts, by place: the other was made for a text
/// that is no longer there. One that does not lie in the text, or would cut a character, is left out.
pub fn apply(text: &str, mut patches: Vec<Patch>) -> String {
    patches.sort();
    patches.dedup();
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for Patch { span, with } in patches {
        let range = span.range();
        if range.start < at || text.get(range.clone()).is_none() {
            continue;
        }
        written.push_str(text.get(at..range.start).unwrap_or_default());
        written.push_str(&with);
        at = range.end;
    }
    written.push_str(text.get(at..).unwrap_or_default());
    written
}

/// Where the bytes of a text stand after its patches.
#[derive(Debug, Default)]
pub struct Moved(Vec<(u32, i64)>);

impl Moved {
    /// By the patches that [`apply`] would apply.
    pub fn by(text: &str, mut patches: Vec<Patch>) -> Self {
        patches.sort();
        patches.dedup();
        let (mut moved, mut at, mut sum) = (Vec::with_capacity(patches.len()), 0, 0i64);
        for Patch { span, with } in &patches {
            let range = span.range();
            if range.start < at || text.get(range.clone()).is_none() {
                continue;
            }
            sum += i64::try_from(with.len()).unwrap_or_default() - i64::try_from(range.len()).unwrap_or_default();
            moved.push((span.end, sum));
            at = range.end;
        }
        Self(moved)
    }

    /// Where a byte that no patch replaces stands now; of one that is replaced, about where.
    pub fn to(&self, byte: u32) -> u32 {
        let before = self.0.partition_point(|(end, _)| *end <= byte);
        let sum = before.checked_sub(1).and_then(|n| self.0.get(n)).map_or(0, |(_, sum)| *sum);
        u32::try_from(i64::from(byte) + sum).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_bytes_of_a_patch_change() {
        let patch = |from, to, with: &str| Patch::new(Span::new(from, to), with);
        assert_eq!(apply("v1,2026/7/1,x", vec![patch(12, 13, ""), patch(3, 11, "2026-07-01")]), "v1,2026-07-01,");
        assert_eq!(apply("abc", vec![]), "abc");
        assert_eq!(apply("", vec![patch(0, 0, "all")]), "all");
    }

    #[test]
    fn bytes_that_no_patch_replaces_are_found_again() {
        let text = "v1,2026/7/1,x\nv2,,y\n";
        let patches = vec![Patch::new(Span::new(3, 11), "2026-07-01"), Patch::new(Span::new(14, 14), "z"), Patch::new(Span::new(4, 6), "never")];
        let (moved, after) = (Moved::by(text, patches.clone()), apply(text, patches));
        for (at, what) in [(0, "v1"), (12, "x"), (16, ",,y"), (18, "y")] {
            let at = moved.to(at) as usize;
            assert!(after.get(at..).unwrap().starts_with(what), "{after} {at} {what}");
        }
    }

    #[test]
    fn patches_never_overlap_and_never_cut_a_character() {
        let patch = |from, to, with: &str| Patch::new(Span::new(from, to), with);
        assert_eq!(apply("abcdef", vec![patch(1, 4, "X"), patch(3, 5, "Y"), patch(4, 5, "Z")]), "aXZf");
        assert_eq!(apply("王芳", vec![patch(1, 2, "X"), patch(3, 6, "明"), patch(6, 9, "?")]), "王明");
        assert_eq!(apply("ab", vec![patch(0, 1, "X"), patch(0, 1, "X")]), "Xb");
    }
}
