//! Conflict markers that git leaves in a file when a merge could not be finished.

use super::Span;

/// From the line `<<<<<<<` to the end of the line `>>>>>>>` (or of the text, where that is missing), each conflict.
pub fn conflicts(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(start) = marker(text, from, "<<<<<<< ") {
        let close = marker(text, start, ">>>>>>> ").unwrap_or(text.len());
        let end = text.get(close..).and_then(|rest| rest.find('\n')).map_or(text.len(), |n| close + n + 1);
        all.push(Span::new(start, end));
        from = end;
    }
    all
}

/// The first line at or after `from` that begins with the marker.
fn marker(text: &str, from: usize, mark: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let n = memchr::memmem::find(bytes.get(at..)?, mark.as_bytes())?;
        let found = at + n;
        let begins = found == super::csv::after_mark(text) || found.checked_sub(1).and_then(|b| bytes.get(b)) == Some(&b'\n');
        if begins {
            return Some(found);
        }
        at = found + mark.len();
    }
}

/// The parts of a text that lie outside the conflicts.
pub fn outside(text: &str, from: usize, conflicts: &[Span]) -> Vec<Span> {
    let mut parts = Vec::with_capacity(conflicts.len() + 1);
    let mut at = from;
    for conflict in conflicts {
        let start = conflict.start as usize;
        if start > at {
            parts.push(Span::new(at, start));
        }
        at = at.max(conflict.end as usize);
    }
    if at < text.len() {
        parts.push(Span::new(at, text.len()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_is_cut_out() {
        let text = "id\na\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n";
        let found = conflicts(text);
        assert_eq!(found.len(), 1);
        let rest: String = outside(text, 0, &found).iter().map(|s| s.of(text)).collect();
        assert_eq!(rest, "id\na\nd\n");
        assert!(conflicts("a <<<<<<< b\n").is_empty());
    }
}
