//! Totals that are to come out exactly: scaled for another size of book, and shared out over the rows that make them up.

use super::dice::Dice;

/// A total of the book as it was published, for a book of another size: at least 1.
pub fn scaled(total: usize, size: usize, published: usize) -> usize {
    ((total * size + published / 2) / published).max(1)
}

/// Changes values one by one until they add up to a total, none falling under the least. Values that the total cannot hold are left at the least.
pub fn settle(values: &mut [u32], total: usize, least: u32, dice: &mut Dice) {
    if values.is_empty() {
        return;
    }
    let mut sum: usize = values.iter().map(|v| *v as usize).sum();
    // Far from the total, all of them are stretched first: the steps of one are for the rest.
    if sum > 0 && sum.abs_diff(total) > values.len() {
        for value in values.iter_mut() {
            *value = ((*value as usize * total / sum) as u32).max(least);
        }
        sum = values.iter().map(|v| *v as usize).sum();
    }
    while sum < total {
        values[dice.below(values.len())] += 1;
        sum += 1;
    }
    while sum > total && values.iter().any(|v| *v > least) {
        let value = &mut values[dice.below(values.len())];
        if *value > least {
            *value -= 1;
            sum -= 1;
        }
    }
}
