//! Chance from a seed: the same seed gives the same throws on every machine. Nothing here knows what they decide.

/// A generator of pseudo-random numbers (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, and without, `n`.
    pub fn below(&mut self, n: usize) -> usize {
        // The upper half of a product is as even as anybody here needs it.
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// A number between two, both in.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.below((most - least + 1) as usize) as i64
    }

    /// Whether something happens that happens so often in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them.
    pub fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len())]
    }

    /// Some of them, all different, in their own order.
    pub fn some<T: Copy>(&mut self, among: &[T], n: usize) -> Vec<T> {
        let mut numbers: Vec<usize> = (0..among.len()).collect();
        self.shuffle(&mut numbers);
        numbers.truncate(n);
        numbers.sort_unstable();
        numbers.into_iter().map(|k| among[k]).collect()
    }

    /// Puts them into any order.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for n in (1..all.len()).rev() {
            all.swap(n, self.below(n + 1));
        }
    }
}
