//! Ids that are one beginning and a number of fixed width, as most books number their rows (`V0001`, `2026-017`): found by
//! their number, without a hash.

/// The digits that a number may have: more would not fit.
const MOST_DIGITS: usize = 9;

/// A row's number where there is none.
const NONE: u32 = u32::MAX;

/// So many runs of numbers that follow each other are looked through faster than the list of all rows, which is too long to be at hand.
const MOST_RUNS: usize = 8;

/// The ids of one beginning and width, by their numbers.
#[derive(Clone, Debug)]
pub struct Numbered {
    beginning: Box<str>,
    digits: usize,
    rows: Rows,
    count: usize,
}

/// The rows of ids, by their numbers.
#[derive(Clone, Debug)]
enum Rows {
    /// One after the other, [`NONE`] where no id has the number.
    Each(Vec<u32>),
    /// Numbers and rows that rise together: most books number their rows in order.
    Runs(Vec<Run>),
}

/// Numbers that follow each other, of rows that follow each other.
#[derive(Clone, Copy, Debug)]
struct Run {
    number: usize,
    row: u32,
    count: usize,
}

impl Numbered {
    /// The ids that are numbered as this one is; `None` where it ends with no number, or with one that is too long.
    pub fn like(id: &str) -> Option<Self> {
        let digits = id.bytes().rev().take_while(u8::is_ascii_digit).count();
        let beginning = id.get(..id.len() - digits)?;
        (1..=MOST_DIGITS).contains(&digits).then(|| Self { beginning: beginning.into(), digits, rows: Rows::Each(Vec::new()), count: 0 })
    }

    /// The number of an id that is numbered so.
    #[inline]
    pub fn number(&self, id: &str) -> Option<usize> {
        let bytes = id.as_bytes();
        if bytes.len() != self.beginning.len() + self.digits {
            return None;
        }
        let (beginning, digits) = bytes.split_at(self.beginning.len());
        // From the end: beginnings of one length differ there, if anywhere. They are short, so that a call would cost more.
        if beginning.iter().rev().ne(self.beginning.as_bytes().iter().rev()) {
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
    #[inline]
    pub fn row(&self, number: usize) -> Option<u32> {
        match &self.rows {
            Rows::Each(rows) => rows.get(number).copied().filter(|row| *row != NONE),
            Rows::Runs(runs) => runs.iter().find_map(|run| run.at(number)),
        }
    }

    /// Puts the row of a number in, if there is room for it: numbers that lie far apart would cost more than a hash.
    pub fn put(&mut self, number: usize, row: u32) -> bool {
        let Rows::Each(rows) = &mut self.rows else { return false };
        if number >= rows.len() && number >= self.count * 8 + 4096 {
            return false;
        }
        if rows.len() <= number {
            rows.resize(number + 1, NONE);
        }
        if let Some(slot) = rows.get_mut(number) {
            *slot = row;
            self.count += 1;
        }
        true
    }

    /// Says that all ids are there: no more can be put in.
    pub fn settle(&mut self) {
        let mut runs: Vec<Run> = Vec::new();
        for (number, row) in self.rows() {
            let is_full = runs.len() == MOST_RUNS;
            match runs.last_mut() {
                Some(run) if run.number + run.count == number && run.row as usize + run.count == row as usize => run.count += 1,
                _ if is_full => return,
                _ => runs.push(Run { number, row, count: 1 }),
            }
        }
        runs.sort_by_key(|run| std::cmp::Reverse(run.count));
        self.rows = Rows::Runs(runs);
    }

    /// How many ids are numbered so.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The numbers that ids have, rising, each with its row.
    pub fn rows(&self) -> Box<dyn Iterator<Item = (usize, u32)> + '_> {
        match &self.rows {
            Rows::Each(rows) => Box::new(rows.iter().copied().enumerate().filter(|(_, row)| *row != NONE)),
            Rows::Runs(runs) => Box::new(runs.iter().flat_map(|run| (run.number..).zip(run.row..).take(run.count))),
        }
    }
}

impl Run {
    #[inline]
    fn at(&self, number: usize) -> Option<u32> {
        let beyond = number.checked_sub(self.number).filter(|beyond| *beyond < self.count)?;
        u32::try_from(beyond).ok().map(|beyond| self.row + beyond)
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
        assert!(like.put(9, 4) && !like.put(5000 + 8, 5));
        assert_eq!((like.row(9), like.row(8), like.row(10)), (Some(4), None, None));
    }
    #[test]
    fn numbers_in_order_are_kept_as_runs() {
        for (numbers, are_runs) in [(vec![3, 4, 5, 9, 10, 2], true), ((0..40).map(|n| n * 2).collect(), false), (Vec::new(), true)] {
            let mut like = Numbered::like("V1").unwrap();
            for (row, number) in (0u32..).zip(&numbers) {
                assert!(like.put(*number, row));
            }
            let before: Vec<Option<u32>> = (0..100).map(|number| like.row(number)).collect();
            like.settle();
            assert_eq!(matches!(like.rows, Rows::Runs(_)), are_runs);
            assert_eq!((0..100).map(|number| like.row(number)).collect::<Vec<_>>(), before);
            assert_eq!(like.rows().count(), numbers.len());
        }
    }
}
