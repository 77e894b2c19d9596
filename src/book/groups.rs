//! Rows grouped by another table's rows, without a list of their own for each: two flat lists.

/// For each group, the numbers of its items, in rising order.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Groups {
    /// Groups items. `pairs` is walked twice and must give the same pairs, in rising order of items.
    pub fn of<I: Iterator<Item = (u32, u32)>>(groups: usize, pairs: impl Fn() -> I) -> Self {
        let mut starts = vec![0u32; groups + 1];
        for (group, _) in pairs() {
            if let Some(count) = starts.get_mut(group as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut items = vec![0u32; sum as usize];
        let mut next = starts.clone();
        for (group, item) in pairs() {
            if let Some(at) = next.get_mut(group as usize) {
                if let Some(slot) = items.get_mut(*at as usize) {
                    *slot = item;
                }
                *at += 1;
            }
        }
        Self { starts, items }
    }

    /// The items of a group.
    pub fn get(&self, group: u32) -> &[u32] {
        let n = group as usize;
        match (self.starts.get(n), self.starts.get(n + 1)) {
            (Some(from), Some(to)) => self.items.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_in_their_groups() {
        let pairs = [(2, 0), (0, 1), (2, 2)];
        let groups = Groups::of(3, || pairs.into_iter());
        assert_eq!((groups.get(0), groups.get(1), groups.get(2)), (&[1][..], &[][..], &[0, 2][..]));
        assert!(groups.get(9).is_empty());
    }
}
