//! Ids that are one beginning and a number of fixed width, as most books number their rows (`V0001`, `2026-017`): found by
//! their number, without a hash.

/// The digits that a number may have: more would not fit.
const MOST_DIGITS: usize = 9;

/// A row's number where there is none.
const NONE: u32 = u32::MAX;

/// The ids of one beginning and width, by their numbers.
#[derive(Clone, Debug)]
pub struct Numbered {
    beginning: Box<str>,
    digits: usize,
    rows: Vec<u32>,
    count: usize,
}

impl Numbered {
    /// The ids that are numbered as this one is; `None` where it ends with no number, or with one that is too long.
    pub fn like(id: &str) -> Option<Self> {
        let digits = id.bytes().rev().take_while(u8::is_ascii_digit).count();
        let beginning = id.get(..id.len() - digits)?;
        (1..=MOST_DIGITS).contains(&digits).then(|| Self { beginning: beginning.into(), digits, rows: Vec::new(), count: 0 })
    }

    /// The number of an id that is numbered so.
    pub fn number(&self, id: &str) -> Option<usize> {
        let bytes = id.as_bytes();
        if bytes.len() != self.beginning.len() + self.digits {
            return None;
        }
        let (beginning, digits) = bytes.split_at(self.beginning.len());
        if beginning != self.beginning.as_bytes() {
            return None;
        }
        let (mut number, mut wrong) = (0u32, false);
        for byte in digits {
            let digit = byte.wrapping_sub(b'0');
            wrong |= digit > 9;
            number = number.wrapping_mul(10).wrapping_add(u32::from(digit));
        }
        (!wrong).then_some(number as usize)
    }

    /// The row of a number.
    pub fn row(&self, number: usize) -> Option<u32> {
        self.rows.get(number).copied().filter(|row| *row != NONE)
    }

    /// Whether a number may be put in: numbers that lie far apart would cost more room than a hash.
    pub fn has_room(&self, number: usize) -> bool {
        number < self.rows.len() || number < self.count * 8 + 4096
    }

    /// Puts the row of a number in.
    pub fn put(&mut self, number: usize, row: u32) {
        if self.rows.len() <= number {
            self.rows.resize(number + 1, NONE);
        }
        if let Some(slot) = self.rows.get_mut(number) {
            *slot = row;
            self.count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_of_one_beginning_and_width_are_numbered_alike() {
        let like = Numbered::like("V0012").unwrap();
        let numbers = ["V0013", "V013", "V00013", "W0013", "V00x3", "v0013", "V０013", "0013"].map(|id| like.number(id));
        assert_eq!(numbers, [Some(13), None, None, None, None, None, None, None]);
        assert!(Numbered::like("ann").is_none() && Numbered::like("").is_none() && Numbered::like("a1234567890").is_none());
        assert_eq!(Numbered::like("2026").unwrap().number("0007"), Some(7));
    }

    #[test]
    fn numbers_far_apart_find_no_room() {
        let mut like = Numbered::like("V1").unwrap();
        assert!(like.has_room(9) && !like.has_room(4096));
        like.put(9, 4);
        assert_eq!((like.row(9), like.row(8), like.row(10)), (Some(4), None, None));
    }
}
