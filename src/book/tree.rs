//! What lies below what: places, branches and teams, each with a parent. A loop has no top and leads nowhere twice.

use crate::tables::branches::Branch;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::value::Row;

use super::Book;

/// The parents of places, branches and teams.
pub struct Tree {
    places: Vec<Option<u32>>,
    branches: Vec<Option<u32>>,
    teams: Vec<Option<u32>>,
}

impl Tree {
    pub(super) fn of(book: &Book) -> Self {
        Self {
            places: book.places.iter().map(|(_, p)| p.parent.get().map(|row| row.number)).collect(),
            branches: book.branches.iter().map(|(_, b)| b.parent.get().map(|row| row.number)).collect(),
            teams: book.teams.iter().map(|(_, t)| t.parent.get().map(|row| row.number)).collect(),
        }
    }

    /// A place and all above it, from itself upward.
    pub fn places_up(&self, place: Row<Place>) -> impl Iterator<Item = Row<Place>> {
        up(&self.places, place.number).map(Row::new)
    }

    /// A branch and all above it.
    pub fn branches_up(&self, branch: Row<Branch>) -> impl Iterator<Item = Row<Branch>> {
        up(&self.branches, branch.number).map(Row::new)
    }

    /// A team and all above it.
    pub fn teams_up(&self, team: Row<Team>) -> impl Iterator<Item = Row<Team>> {
        up(&self.teams, team.number).map(Row::new)
    }

    /// The loops among places, branches or teams, each from its lowest row on.
    pub fn loops(parents: impl Iterator<Item = Option<u32>>) -> Vec<Vec<u32>> {
        let parents: Vec<Option<u32>> = parents.collect();
        let mut seen = vec![0u32; parents.len()];
        let mut loops = Vec::new();
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
            if closes && let Some(ring) = ring(&parents, at) {
                loops.push(ring);
            }
        }
        loops
    }
}

/// The loop that a row is in, if it is in one.
fn ring(parents: &[Option<u32>], start: usize) -> Option<Vec<u32>> {
    let mut ring = vec![u32::try_from(start).ok()?];
    let mut at = parents.get(start).copied().flatten()?;
    while at as usize != start {
        if ring.len() > parents.len() {
            return None;
        }
        ring.push(at);
        at = parents.get(at as usize).copied().flatten()?;
    }
    Some(ring)
}

fn up(parents: &[Option<u32>], from: u32) -> impl Iterator<Item = u32> {
    // In a loop of n rows the walk ends after n steps at the latest.
    std::iter::successors(Some(from), |at| parents.get(*at as usize).copied().flatten()).take(parents.len().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_are_found_once() {
        let parents = [Some(1), Some(2), Some(1), None, Some(3), Some(5), Some(0)];
        let mut loops = Tree::loops(parents.into_iter());
        loops.iter_mut().for_each(|l| l.sort_unstable());
        assert_eq!(loops, [vec![1, 2], vec![5]]);
    }
}
