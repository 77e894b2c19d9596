//! What an id that no row has was meant to be.

use super::{Sureness, id, plain};
use crate::text::nearest::folded;
use crate::value::Keys;

/// The row that has an id which is written a little otherwise: blanks around it, wide letters, accents put together in another way.
pub fn certain(text: &str, keys: &Keys) -> Option<u32> {
    [id::certain(text), plain::plain(text)].into_iter().flatten().find_map(|id| keys.find(&id))
}

/// Whether an id differs from another only in the case and width of its letters.
pub fn is_other_case(text: &str, id: &str) -> bool {
    folded(text.trim()) == folded(id)
}

/// The id that was meant, and how sure that is. One in other case is likely where exactly one row has it; the nearest is a guess: v12 is no v11.
pub fn read<'k>(text: &str, keys: &'k Keys) -> Option<(&'k str, Sureness)> {
    if let Some(row) = certain(text, keys) {
        return Some((keys.id(row), Sureness::Certain));
    }
    let (rows, _) = keys.likely(text);
    match rows.as_slice() {
        [row] if is_other_case(text, keys.id(*row)) => Some((keys.id(*row), Sureness::Likely)),
        rows => rows.iter().map(|row| keys.id(*row)).min().map(|id| (id, Sureness::Guess)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_id_is_never_likely() {
        let mut keys = Keys::default();
        for id in ["e-07", "e-08", "Gate", "gatE"] {
            keys.add(id).unwrap();
        }
        keys.settle();
        assert_eq!(read(" e-07", &keys), Some(("e-07", Sureness::Certain)));
        assert_eq!(read("E-07", &keys), Some(("e-07", Sureness::Likely)));
        assert_eq!(read("e-09", &keys), Some(("e-07", Sureness::Guess)));
        assert_eq!(read("gate", &keys), Some(("Gate", Sureness::Guess)));
        assert_eq!(read("harbour", &keys), None);
    }
}
