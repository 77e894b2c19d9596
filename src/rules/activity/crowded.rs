//! Times that cannot hold the hours given in them: what A005 asks, as numbers.
//!
//! Somebody gave `given` within each of some stretches from `from` to `to`. That is possible if for no start `a` and no end `b` the
//! stretches that lie within them hold more than `b - a`. All starts are walked over from the last to the first; a tree over all ends
//! keeps for each end what lies before it, so that the nearest end that is too near is found in a few steps.

/// A stretch of time, and how much of it was given: any unit, the same for all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// When it begins.
    pub from: i64,
    /// When it ends, later than that.
    pub to: i64,
    /// How much was given; may be negative, where some is left out of account.
    pub given: i64,
}

/// The times from a start to an end that cannot hold what was given within them: the shortest, and all others that lie apart from it and
/// from each other, by their beginning.
pub fn crowded(stretches: &[Stretch]) -> Vec<(i64, i64)> {
    let mut too_short = too_short(stretches);
    too_short.sort_unstable_by_key(|(from, to)| (to - from, *from));
    let mut apart: std::collections::BTreeMap<i64, i64> = Default::default();
    for (from, to) in too_short {
        let before = apart.range(..to).next_back();
        if before.is_none_or(|(_, end)| *end <= from) {
            apart.insert(from, to);
        }
    }
    apart.into_iter().collect()
}

/// For each start from which some time is too short: the start, and the nearest end of such a time.
fn too_short(stretches: &[Stretch]) -> Vec<(i64, i64)> {
    let mut ends: Vec<i64> = stretches.iter().map(|stretch| stretch.to).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut last_first: Vec<&Stretch> = stretches.iter().collect();
    last_first.sort_unstable_by_key(|stretch| std::cmp::Reverse(stretch.from));
    let mut tree = Tree::of(ends.len());
    let mut found = Vec::new();
    for of_one_start in last_first.chunk_by(|a, b| a.from == b.from) {
        for stretch in of_one_start {
            let at = ends.partition_point(|end| *end < stretch.to);
            tree.show(at, -stretch.to);
            tree.add(at, stretch.given);
        }
        let Some(from) = of_one_start.first().map(|stretch| stretch.from) else { continue };
        // What was given up to the end, less the end: more than less the start.
        if let Some(to) = tree.first_over(-from).and_then(|at| ends.get(at)) {
            found.push((from, *to));
        }
    }
    found
}

/// A number for each of some places, none shown at first: adds to all from a place on, and finds the first that is over a limit.
struct Tree {
    /// Half as many places as a power of two has; node 1 is the root, the places stand in the second half.
    half: usize,
    /// The largest number below each node, without what has been added at nodes above.
    most: Vec<i64>,
    /// What has been added to all below a node.
    added: Vec<i64>,
}

/// The number of a place that is not shown: far below any other, and far enough from the end of the numbers for sums.
const HIDDEN: i64 = i64::MIN / 4;

impl Tree {
    fn of(places: usize) -> Self {
        let half = places.next_power_of_two();
        Self { half, most: vec![HIDDEN; half * 2], added: vec![0; half * 2] }
    }

    fn get(all: &[i64], node: usize) -> i64 {
        all.get(node).copied().unwrap_or(HIDDEN)
    }

    /// Shows a place with a number, to which comes what has been added; one that is shown stays as it is.
    fn show(&mut self, place: usize, number: i64) {
        let leaf = self.half + place;
        if let Some(slot) = self.most.get_mut(leaf).filter(|slot| **slot < HIDDEN / 2) {
            *slot += number - HIDDEN;
        }
        self.settle_up(leaf);
    }

    /// Adds to a place and to all behind it.
    fn add(&mut self, place: usize, number: i64) {
        let mut node = self.half + place;
        self.add_below(node, number);
        while node > 1 {
            if node.is_multiple_of(2) {
                self.add_below(node + 1, number);
            }
            node /= 2;
            self.settle(node);
        }
    }

    fn add_below(&mut self, node: usize, number: i64) {
        if let (Some(most), Some(added)) = (self.most.get_mut(node), self.added.get_mut(node)) {
            *most += number;
            *added += number;
        }
    }

    fn settle(&mut self, node: usize) {
        let below = Self::get(&self.most, node * 2).max(Self::get(&self.most, node * 2 + 1));
        let added = Self::get(&self.added, node);
        if let Some(slot) = self.most.get_mut(node) {
            *slot = below + added;
        }
    }

    fn settle_up(&mut self, leaf: usize) {
        let mut node = leaf / 2;
        while node > 0 {
            self.settle(node);
            node /= 2;
        }
    }

    /// The first place whose number is over a limit.
    fn first_over(&self, limit: i64) -> Option<usize> {
        let (mut node, mut above) = (1, 0);
        if Self::get(&self.most, node) <= limit {
            return None;
        }
        while node < self.half {
            above += Self::get(&self.added, node);
            node *= 2;
            if Self::get(&self.most, node) + above <= limit {
                node += 1;
            }
        }
        Some(node - self.half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every start with every end, one after the other: the shortest time that is too short, its earliest beginning.
    fn by_hand(stretches: &[Stretch]) -> Option<(i64, i64)> {
        let starts = stretches.iter().map(|stretch| stretch.from);
        let pairs = starts.flat_map(|a| stretches.iter().map(move |other| (a, other.to)));
        let given = |a, b| stretches.iter().filter(|s| a <= s.from && s.to <= b).map(|s| s.given).sum::<i64>();
        pairs.filter(|(a, b)| a < b && given(*a, *b) > b - a).min_by_key(|(a, b)| (b - a, *a))
    }

    fn some() -> impl Strategy<Value = Vec<Stretch>> {
        let one = (0..40i64, 1..12i64, -2..12i64).prop_map(|(from, long, given)| Stretch { from, to: from + long, given: given.min(long) });
        proptest::collection::vec(one, 0..14)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn the_sweep_finds_what_all_pairs_find(stretches in some()) {
            let found = crowded(&stretches);
            let shortest = found.iter().copied().min_by_key(|(a, b)| (b - a, *a));
            prop_assert_eq!(shortest, by_hand(&stretches));
            for (a, b) in &found {
                let given = stretches.iter().filter(|s| *a <= s.from && s.to <= *b).map(|s| s.given).sum::<i64>();
                prop_assert!(given > b - a);
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].1 <= pair[1].0), "they lie apart");
        }
    }

    #[test]
    fn three_that_fit_by_twos_do_not_fit_together() {
        let half = Stretch { from: 540, to: 720, given: 90 };
        assert!(crowded(&[half; 2]).is_empty());
        assert_eq!(crowded(&[half; 3]), [(540, 720)]);
    }

    #[test]
    fn many_are_looked_through_at_once() {
        let all: Vec<Stretch> = (0..200_000).map(|n| Stretch { from: n % 700, to: n % 700 + 60 + n % 7, given: 60 }).collect();
        assert!(!crowded(&all).is_empty());
        let none: Vec<Stretch> = (0..200_000).map(|n| Stretch { from: n * 60, to: n * 60 + 90, given: 60 }).collect();
        assert!(crowded(&none).is_empty());
    }
}
