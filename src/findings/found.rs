//! What one rule has found, gathered so that a million findings of one cause take the room of one.

use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use rayon::prelude::*;

use crate::say::{Lang, Text};

use super::Finding;

/// So many things are looked at before what was found of them is put together.
const MANY: usize = 1 << 16;
/// So many of them are looked at by one thread at a time.
const SOME: usize = 1 << 10;

/// What one rule has found.
#[derive(Default)]
pub struct Found {
    all: Vec<Finding>,
    /// The language that is told; `None`: both.
    keep: Option<Lang>,
    /// The first finding of each cause, where findings of one cause may be put together as they come.
    firsts: Option<Causes>,
    /// Whether some of one cause could not be put together as they came.
    is_mixed: bool,
    /// What helps against the last of them, which mostly helps against the next one, too.
    help: Arc<Text>,
}

impl Found {
    /// Nothing yet. Without waivers, which may silence some findings of a cause and not others, findings of one cause are put together as they
    /// come.
    pub fn new(keep: Option<Lang>, has_waivers: bool) -> Self {
        Self { all: Vec::new(), keep, firsts: (!has_waivers).then(Causes::default), is_mixed: false, help: Arc::default() }
    }

    /// Adds a finding.
    pub fn add(&mut self, mut finding: Finding) {
        if let Some(lang) = self.keep {
            finding.keep(lang);
        }
        self.put(finding);
    }

    /// Puts a finding in its place, which says nothing but what is told.
    fn put(&mut self, mut finding: Finding) {
        let Self { all, firsts, is_mixed, help, .. } = self;
        if finding.help == *help {
            finding.help = Arc::clone(help);
        } else {
            *help = Arc::clone(&finding.help);
        }
        if let (Some(firsts), Some(cause)) = (firsts, &finding.cause) {
            let first = firsts.first(cause, all.len(), |n| all.get(n)?.cause.as_deref());
            if let Some(first) = all.get_mut(first) {
                if first.own_level == finding.own_level && is_behind(&finding, first) {
                    first.take_up(finding);
                    return;
                }
                *is_mixed = true;
            }
        }
        all.push(finding);
    }

    /// Adds what is found of each of many things, in their order. They are looked at side by side.
    pub fn of_each<T: Sync>(&mut self, all: &[T], find: impl Fn(&T, &mut Self) + Sync) {
        for many in all.chunks(MANY) {
            let parts: Vec<Vec<Finding>> = many.par_chunks(SOME).map(|some| self.part(some, &find)).collect();
            parts.into_iter().flatten().for_each(|finding| self.put(finding));
        }
    }

    /// What is found of some of many things.
    fn part<T>(&self, some: &[T], find: impl Fn(&T, &mut Self)) -> Vec<Finding> {
        // Causes are put together behind: a part does not know the first of each.
        let mut part = Self { keep: self.keep, ..Self::default() };
        some.iter().for_each(|one| find(one, &mut part));
        part.all
    }

    /// All that was found.
    pub fn into_all(mut self) -> Vec<Finding> {
        // Where all of one cause are together, and only one language is told, nobody asks for it any more.
        if self.firsts.is_some() && !self.is_mixed && self.keep.is_some() {
            self.all.iter_mut().for_each(|finding| finding.cause = None);
        }
        self.all
    }
}

impl Extend<Finding> for Found {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.add(finding));
    }
}

/// Whether a finding stands behind all places of another.
fn is_behind(finding: &Finding, first: &Finding) -> bool {
    let last = first.also.last().map_or(first.at, |again| again.at);
    (last.file(), last.offset()) < (finding.at.file(), finding.at.offset())
}

/// Causes, each with the number of the first finding that it has.
#[derive(Default)]
pub struct Causes {
    numbers: HashTable<usize>,
    state: RandomState,
}

impl Causes {
    /// The number of the first finding of a cause, which is `number` where there is none yet. `cause_of` tells the cause of a finding.
    pub fn first<'a>(&mut self, cause: &str, number: usize, cause_of: impl Fn(usize) -> Option<&'a str>) -> usize {
        let hash = |cause: &str| self.state.hash_one(cause);
        let entry = self.numbers.entry(hash(cause), |n| cause_of(*n) == Some(cause), |n| cause_of(*n).map_or(0, hash));
        *entry.or_insert(number).get()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::findings::sink::together;
    use crate::text::{At, FileId, Span};

    fn finding(at: usize, (cause, words, reach): (u8, u8, i64)) -> Finding {
        let at = At::Bytes(FileId(0), Span::new(at, at + 1));
        let said = |word: &str| Text { en: format!("{word} {words}"), zh: format!("{word}：{words}") };
        Finding::new(Some(format!("volunteers:{at:?}")), at, said("says")).help(said("do")).cause(cause.to_string()).reaching(reach)
    }

    #[test]
    fn findings_of_one_cause_take_the_room_of_one() {
        let mut found = Found::new(Some(Lang::Zh), false);
        (0..100_000).for_each(|at| found.add(finding(at, (0, 0, 0))));
        let [one] = found.all.as_slice() else { panic!("{}", found.all.len()) };
        assert_eq!((one.places(), one.message.en.as_str(), one.message.zh.as_str()), (100_000, "", "says：0"));
        assert!(one.also.iter().all(|again| again.message.is_none()), "the same words are kept once");
    }

    proptest! {
        #[test]
        fn what_is_put_together_early_is_what_is_put_together_late(
            all in proptest::collection::vec((0u8..3, 0u8..3, 0i64..4), 0..30),
            swap in proptest::option::of((0usize..30, 0usize..30)),
        ) {
            let mut places: Vec<usize> = (0..all.len()).collect();
            if let Some((a, b)) = swap.filter(|(a, b)| *a < all.len() && *b < all.len()) {
                places.swap(a, b);
            }
            let told = |has_waivers: bool| {
                let mut found = Found::new(None, has_waivers);
                places.iter().zip(&all).for_each(|(at, one)| found.add(finding(*at, *one)));
                let mut findings = found.into_all();
                findings.sort_by_key(|finding| finding.at);
                together(findings)
            };
            let also = |finding: &Finding| finding.also.iter().map(|again| (again.at, again.message.clone())).collect::<Vec<_>>();
            let shown = |findings: Vec<Finding>| findings.iter().map(|f| (f.at, f.message.clone(), f.reach, also(f))).collect::<Vec<_>>();
            prop_assert_eq!(shown(told(false)), shown(told(true)));
        }
    }
}
