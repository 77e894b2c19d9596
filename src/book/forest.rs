//! Rows of which each may be part of another: who stands below whom, and sums over all that stands below, in one walk each.
//!
//! Every question is answered in linear time, however deep the rows stand. Rows that are part of themselves in a circle count as one: what
//! stands below one of them stands below all.

use std::collections::{HashMap, HashSet};

/// Rows with their parents.
#[derive(Clone, Debug, Default)]
pub struct Forest {
    /// For each row, the row that it is part of; in a circle, the row that stands for the circle has the parent of none.
    parents: Vec<Option<u32>>,
    /// For each row, the row that stands for it: itself, or the first of its circle.
    stands: Vec<u32>,
    /// The rows that stand for themselves, each behind its parent.
    downward: Vec<u32>,
}

/// The members of a row and of all rows below it.
#[derive(Clone, Debug, Default)]
pub struct Members {
    /// Each with the largest weight it has there.
    pub weights: HashMap<u32, u64>,
    /// The sum of these weights.
    pub sum: u64,
}

impl Members {
    fn add(&mut self, member: u32, weight: u64) {
        let most = self.weights.entry(member).or_default();
        self.sum = self.sum.saturating_add(weight.saturating_sub(*most));
        *most = weight.max(*most);
    }
}

impl Forest {
    /// Rows by their parents.
    pub fn of(parents: impl Iterator<Item = Option<u32>>) -> Self {
        let given: Vec<Option<u32>> = parents.collect();
        let mut stands: Vec<u32> = (0..).take(given.len()).collect();
        let mut parents = given.clone();
        for circle in circles(&given) {
            let first = circle.iter().copied().min().unwrap_or_default();
            for row in circle {
                set(&mut stands, row, first);
                set(&mut parents, row, None);
            }
        }
        for parent in parents.iter_mut().flatten() {
            *parent = stands.get(*parent as usize).copied().unwrap_or(*parent);
        }
        let downward = downward(&parents, &stands);
        Self { parents, stands, downward }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.parents.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.parents.is_empty()
    }

    /// A row and all that it is part of, from itself upward; of a circle, the row that stands for it.
    pub fn up(&self, row: u32) -> impl Iterator<Item = u32> {
        let first = self.stands.get(row as usize).copied();
        std::iter::successors(first, |at| self.parent(*at))
    }

    /// The rows at or below any of some rows.
    pub fn at_or_below(&self, tops: impl Iterator<Item = u32>) -> HashSet<u32> {
        let mut within = vec![false; self.parents.len()];
        for top in tops.filter_map(|top| self.stands.get(top as usize).copied()) {
            set(&mut within, top, true);
        }
        for row in &self.downward {
            if self.parent(*row).is_some_and(|parent| within.get(parent as usize) == Some(&true)) {
                set(&mut within, *row, true);
            }
        }
        let is_within = |row: &u32| self.stands.get(*row as usize).and_then(|stands| within.get(*stands as usize)) == Some(&true);
        (0..).take(self.parents.len()).filter(is_within).collect()
    }

    /// For each row, the nearest at or above it for which something holds.
    pub fn nearest(&self, holds: impl Fn(u32) -> bool) -> Vec<Option<u32>> {
        let mut found: Vec<Option<u32>> = (0..).take(self.parents.len()).map(|row| holds(row).then_some(row)).collect();
        // In a circle every row is above every other: the first that holds is as near as any.
        for (row, stands) in (0..).zip(&self.stands) {
            if row != *stands
                && let Some(own) = found.get(row as usize).copied().flatten()
                && found.get(*stands as usize) == Some(&None)
            {
                set(&mut found, *stands, Some(own));
            }
        }
        for row in &self.downward {
            if found.get(*row as usize) == Some(&None) {
                let above = self.parent(*row).and_then(|parent| found.get(parent as usize).copied().flatten());
                set(&mut found, *row, above);
            }
        }
        self.spread(&mut found, |own, of_circle| *own = own.or(*of_circle));
        found
    }

    /// To what each row has, that of all rows below it is added.
    pub fn roll_up<T: Clone>(&self, values: &mut [T], mut add: impl FnMut(&mut T, &T)) {
        let mut pass = |from: u32, to: u32| {
            if let (Some(value), Some(sum)) = (values.get(from as usize).cloned(), values.get_mut(to as usize)) {
                add(sum, &value);
            }
        };
        for (row, stands) in (0..).zip(&self.stands) {
            if row != *stands {
                pass(row, *stands);
            }
        }
        for row in self.downward.iter().rev() {
            if let Some(parent) = self.parent(*row) {
                pass(*row, parent);
            }
        }
        self.spread(values, |own, of_circle| own.clone_from(of_circle));
    }

    /// The members of each row and of all below it, each once with the largest weight it has there: `each` is given every row with them, those
    /// below before those above.
    pub fn distinct_below(&self, members: impl Iterator<Item = (u32, u32, u64)>, mut each: impl FnMut(u32, &Members)) {
        let mut sets: Vec<Members> = vec![Members::default(); self.parents.len()];
        for (row, member, weight) in members {
            if let Some(set) = self.stands.get(row as usize).and_then(|stands| sets.get_mut(*stands as usize)) {
                set.add(member, weight);
            }
        }
        let mut circles: Vec<(u32, u32)> =
            (0..).zip(&self.stands).filter(|(row, stands)| row != *stands).map(|(row, stands)| (*stands, row)).collect();
        circles.sort_unstable();
        for row in self.downward.iter().rev() {
            let Some(own) = sets.get_mut(*row as usize).map(std::mem::take) else { continue };
            each(*row, &own);
            let others = circles.partition_point(|(stands, _)| stands < row);
            circles.iter().skip(others).take_while(|(stands, _)| stands == row).for_each(|(_, other)| each(*other, &own));
            // The smaller set goes into the larger, so that no member is moved more often than its team doubles.
            if let Some(above) = self.parent(*row).and_then(|parent| sets.get_mut(parent as usize)) {
                let (mut large, small) =
                    if above.weights.len() < own.weights.len() { (own, std::mem::take(above)) } else { (std::mem::take(above), own) };
                small.weights.into_iter().for_each(|(member, weight)| large.add(member, weight));
                *above = large;
            }
        }
    }

    /// How many rows stand above each.
    pub fn depths(&self) -> Vec<u32> {
        let mut depths = vec![0u32; self.parents.len()];
        for row in &self.downward {
            if let Some(above) = self.parent(*row).and_then(|parent| depths.get(parent as usize).copied()) {
                set(&mut depths, *row, above.saturating_add(1));
            }
        }
        self.spread(&mut depths, |own, of_circle| *own = *of_circle);
        depths
    }

    /// All rows, each behind those that it is part of.
    pub fn downward(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.downward.iter().copied()
    }

    fn parent(&self, row: u32) -> Option<u32> {
        self.parents.get(row as usize).copied().flatten()
    }

    /// Gives what the row that stands for a circle has to the others of the circle.
    fn spread<T: Clone>(&self, values: &mut [T], give: impl Fn(&mut T, &T)) {
        for (row, stands) in (0..).zip(&self.stands) {
            if row != *stands
                && let Some(of_circle) = values.get(*stands as usize).cloned()
                && let Some(own) = values.get_mut(row as usize)
            {
                give(own, &of_circle);
            }
        }
    }
}

/// The rows that stand for themselves, each behind its parent.
fn downward(parents: &[Option<u32>], stands: &[u32]) -> Vec<u32> {
    let is_own = |row: u32| stands.get(row as usize) == Some(&row);
    let mut below: Vec<Vec<u32>> = vec![Vec::new(); parents.len()];
    let mut downward: Vec<u32> = Vec::with_capacity(parents.len());
    for (row, parent) in (0..).zip(parents).filter(|(row, _)| is_own(*row)) {
        match parent.and_then(|parent| below.get_mut(parent as usize)) {
            Some(below) => below.push(row),
            None => downward.push(row),
        }
    }
    let mut next = 0;
    while let Some(row) = downward.get(next).copied() {
        downward.append(&mut below.get_mut(row as usize).map(std::mem::take).unwrap_or_default());
        next += 1;
    }
    downward
}

/// The circles among rows, each from its lowest row on.
pub fn circles(parents: &[Option<u32>]) -> Vec<Vec<u32>> {
    let mut seen = vec![0u32; parents.len()];
    let mut circles = Vec::new();
    for start in 0..parents.len() {
        let mark = u32::try_from(start).unwrap_or(u32::MAX).saturating_add(1);
        let mut at = start;
        while seen.get(at) == Some(&0) {
            if let Some(slot) = seen.get_mut(at) {
                *slot = mark;
            }
            match parents.get(at).copied().flatten() {
                Some(next) => at = next as usize,
                None => break,
            }
        }
        let closes = seen.get(at) == Some(&mark) && parents.get(at).copied().flatten().is_some();
        if closes && let Some(circle) = circle(parents, at) {
            circles.push(circle);
        }
    }
    circles
}

/// The circle that a row is in, if it is in one.
fn circle(parents: &[Option<u32>], start: usize) -> Option<Vec<u32>> {
    let mut circle = vec![u32::try_from(start).ok()?];
    let mut at = parents.get(start).copied().flatten()?;
    while at as usize != start {
        if circle.len() > parents.len() {
            return None;
        }
        circle.push(at);
        at = parents.get(at as usize).copied().flatten()?;
    }
    Some(circle)
}

fn set<T>(values: &mut [T], row: u32, value: T) {
    if let Some(slot) = values.get_mut(row as usize) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn circles_are_found_once() {
        let parents = [Some(1), Some(2), Some(1), None, Some(3), Some(5), Some(0)];
        let mut circles = circles(&parents);
        circles.iter_mut().for_each(|circle| circle.sort_unstable());
        assert_eq!(circles, [vec![1, 2], vec![5]]);
    }

    /// The rows at or above a row, by walking until a row comes twice.
    fn above(parents: &[Option<u32>], row: u32) -> HashSet<u32> {
        let mut seen = HashSet::new();
        let mut at = Some(row);
        while let Some(row) = at.filter(|row| seen.insert(*row)) {
            at = parents[row as usize];
        }
        seen
    }

    proptest! {
        #[test]
        fn it_says_what_walking_upward_says(
            parents in (1u32..12).prop_flat_map(|n| proptest::collection::vec(proptest::option::of(0..n), n as usize)),
            chosen in proptest::collection::hash_set(0u32..12, 0..4),
        ) {
            let forest = Forest::of(parents.iter().copied());
            let rows = || 0..u32::try_from(parents.len()).unwrap();
            let below: Vec<HashSet<u32>> = rows().map(|top| rows().filter(|row| above(&parents, *row).contains(&top)).collect()).collect();

            let expected: HashSet<u32> = rows().filter(|row| !above(&parents, *row).is_disjoint(&chosen)).collect();
            prop_assert_eq!(forest.at_or_below(chosen.iter().copied()), expected);

            let mut sums: Vec<u64> = rows().map(|row| 1 << row).collect();
            forest.roll_up(&mut sums, |sum, value| *sum += value);
            for row in rows() {
                prop_assert_eq!(sums[row as usize], below[row as usize].iter().map(|row| 1u64 << row).sum::<u64>());
            }

            let mut told = HashSet::new();
            forest.distinct_below(rows().map(|row| (row, row % 3, u64::from(row))), |row, members| {
                assert!(told.insert(row));
                let largest = |member: u32| below[row as usize].iter().filter(|row| **row % 3 == member).max().map(|row| (member, u64::from(*row)));
                let expected: HashMap<u32, u64> = (0..3).filter_map(largest).collect();
                assert_eq!(members.weights, expected);
                assert_eq!(members.sum, expected.values().sum::<u64>());
            });
            prop_assert_eq!(told.len(), parents.len());

            let nearest = forest.nearest(|row| chosen.contains(&row));
            let circles = circles(&parents);
            for row in rows() {
                let walk = std::iter::successors(Some(row), |at| parents[*at as usize]).take(parents.len());
                let found = walk.into_iter().find(|at| chosen.contains(at));
                // Within a circle any of its rows is as near as another.
                let is_same = found == nearest[row as usize]
                    || circles.iter().any(|circle| found.is_some_and(|f| circle.contains(&f)) && nearest[row as usize].is_some_and(|n| circle.contains(&n)));
                prop_assert!(is_same, "{row}: {found:?} {nearest:?}");
            }
        }
    }
}
