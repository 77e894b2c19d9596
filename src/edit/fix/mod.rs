//! What findings are fixed with, tried before it is written: only what makes nothing worse is kept.
//!
//! A fix that adds a contradiction, repeats a key or lowers a figure is dropped, it and no other, and says why. An id and all that
//! refers to it are fixed together or not at all.

mod blame;
mod errors;
mod ids;
mod told;
mod units;

use std::collections::BTreeMap;

use crate::book::{Ask, Book};
use crate::figures::stats::{Filters, Query, count::count};
use crate::findings::{Finding, Fix};
use crate::rules::mend::Mend;
use crate::say;
use crate::say::Text;
use crate::text::patch::{Moved, apply};
use crate::text::{FileId, Patch};
use crate::value::Amount;
use crate::value::lenient::Sureness;

use super::verify::{self, Difference, Named};
use blame::blamed;
use errors::Errors;
pub use told::Told;
use units::Unit;

/// So often at most: a file becomes readable, then a cell of it, then what refers to it; each first with what is certain, then with the rest.
const ROUNDS: usize = 16;

/// So often at most a round is tried again without the fixes that made something worse; then all that are left are dropped.
const TRIES: usize = 12;

/// A book after its fixes, which are not written yet.
pub struct Fixed {
    /// The book as it will be.
    pub book: Book,
    /// The findings whose fixes were dropped, which say why.
    pub left: Vec<Finding>,
    /// The files that change, by their paths.
    pub changes: BTreeMap<String, Changed>,
    /// What would change and should not, if anything: then nothing is to be written.
    pub differences: Vec<Difference>,
    /// What is written that is likely and not certain, in the order in which it was tried.
    pub likely: Vec<Told>,
}

/// A file that has been fixed.
pub struct Changed {
    /// What was read.
    pub old: Vec<u8>,
    /// What it is to say.
    pub new: String,
}

/// What a book is asked, and what is found in it.
pub struct Look {
    /// The day asked about.
    pub ask: Ask,
    /// All findings.
    pub findings: Vec<Finding>,
}

/// Fixes a book in memory, with what is as sure as `least` or surer. `look` checks it; `is_wanted` says which findings are to be fixed.
/// What is certain is fixed first, and by itself, so that it is the same whatever else is wanted.
///
/// # Errors
/// What `look` says.
pub fn fix<E>(book: Book, least: Sureness, look: impl Fn(&Book) -> Result<Look, E>, is_wanted: impl Fn(&Finding) -> bool) -> Result<Fixed, E> {
    let mut seen = look(&book)?;
    let mut fixed = Fixed { book, left: Vec::new(), changes: BTreeMap::new(), differences: Vec::new(), likely: Vec::new() };
    for _ in 0..ROUNDS {
        let wanted: Vec<&Finding> = seen.findings.iter().filter(|finding| is_wanted(finding)).collect();
        let (mut tried, mut done) = (Vec::new(), None);
        for sure in [Sureness::Certain, Sureness::Likely].into_iter().filter(|sure| *sure >= least) {
            let mut units = units::of(&fixed.book, &wanted, sure);
            done = try_round(&fixed.book, &seen, &mut units, &look)?.map(|round| (sure, round));
            if done.is_some() {
                break;
            }
            tried.extend(units);
        }
        let Some((sure, (book, next, texts, applied))) = done else {
            fixed.left = left(seen.findings, &tried);
            break;
        };
        if sure == Sureness::Likely {
            fixed.likely.extend(told::of(&fixed.book, &wanted, &applied));
        }
        let named = Named::of(&applied);
        fixed.differences = verify::compare(&fixed.book, &book, &named);
        for (file, new) in texts {
            let old = || Changed { old: fixed.book.sources.bytes(file).to_owned(), new: String::new() };
            fixed.changes.entry(fixed.book.sources.path(file).to_owned()).or_insert_with(old).new = new;
        }
        (fixed.book, seen) = (book, next);
        if !fixed.differences.is_empty() {
            break;
        }
    }
    Ok(fixed)
}

/// A book with its findings, the texts that are new in it, and the patches that made them so.
type Tried = (Book, Look, BTreeMap<FileId, String>, Vec<Mend>);

/// Applies the fixes of a round, without those that make something worse; nothing where none is left.
fn try_round<E>(book: &Book, seen: &Look, units: &mut [Unit], look: &impl Fn(&Book) -> Result<Look, E>) -> Result<Option<Tried>, E> {
    let before = Errors::of(book, &seen.findings);
    let figures = Totals::of(book, seen.ask);
    // What was unreadable as a whole is read first, and brings to light whatever it brings.
    let is_structural = units.iter().any(|unit| unit.is_structural && unit.dropped.is_none());
    for tries in 0.. {
        let (mut patches, mut texts): (BTreeMap<FileId, Vec<Patch>>, _) = (BTreeMap::new(), BTreeMap::new());
        let live = |unit: &&Unit| unit.dropped.is_none() && unit.is_structural == is_structural;
        let applied: Vec<Mend> = units.iter().filter(live).flat_map(|unit| unit.patches.iter().cloned()).collect();
        for (file, patch) in &applied {
            patches.entry(*file).or_default().push(patch.clone());
        }
        let mut moved: BTreeMap<FileId, Moved> = BTreeMap::new();
        for (file, patches) in patches {
            let text = book.sources.text(file);
            moved.insert(file, Moved::by(text, patches.clone()));
            let new = apply(text, patches);
            if new.as_bytes() != book.sources.bytes(file) {
                texts.insert(file, new);
            }
        }
        if texts.is_empty() {
            return Ok(None);
        }
        let after = Book::read(book.snapshot_with(&texts));
        let next = look(&after)?;
        if is_structural {
            return Ok(Some((after, next, texts, applied)));
        }
        let new = before.new_in(book, &moved, &after, &next.findings);
        let lower = figures.lower(&Totals::of(&after, next.ask));
        if new.is_empty() && lower.is_none() {
            return Ok(Some((after, next, texts, applied)));
        }
        let is_last = tries >= TRIES;
        let mut any = false;
        for (n, why) in if is_last { Vec::new() } else { blamed(&moved, units, &after, &new) } {
            if let Some(unit) = units.get_mut(n) {
                unit.dropped = Some(leads_to(why));
                any = true;
            }
        }
        let is_harmless = new.iter().all(|error| error.is_state) && !units.iter().any(|unit| unit.dropped.is_none() && unit.is_key);
        if !any && lower.is_none() && is_harmless {
            // What cells now say is so, and the organisation falls short: that is told, and nothing is made worse.
            return Ok(Some((after, next, texts, applied)));
        }
        if !any {
            let why = lower.or_else(|| new.first().map(|error| leads_to(&error.message))).unwrap_or_default();
            let has_keys = units.iter().any(|unit| unit.dropped.is_none() && unit.is_key);
            for unit in units.iter_mut().filter(|unit| unit.dropped.is_none() && (unit.is_key || !has_keys)) {
                unit.dropped = Some(why.clone());
            }
        }
    }
    Ok(None)
}

/// The findings whose fixes were dropped: they carry them no longer, and say why.
fn left(findings: Vec<Finding>, units: &[Unit]) -> Vec<Finding> {
    let mut dropped: BTreeMap<&Mend, &Text> = BTreeMap::new();
    for unit in units {
        dropped.extend(unit.dropped.iter().flat_map(|why| unit.patches.iter().map(move |patch| (patch, why))));
    }
    let mut left = Vec::new();
    for mut finding in findings {
        let reason = |fix: &Fix| dropped.get(&(fix.file, fix.patch.clone()));
        let why = finding.fixes.iter().find_map(reason).map(|why| (*why).clone());
        if let Some(why) = why {
            finding.help = why.into();
            finding.fixes.retain(|fix| !dropped.contains_key(&(fix.file, fix.patch.clone())));
            left.push(finding);
        }
    }
    left
}

/// Why a fix was dropped, by what would have been found after it.
fn leads_to(message: &Text) -> Text {
    say!(
        "rollbook check --fix leaves this as it is, because after the fix something else would be wrong: {message}. Find out which of the two is right, and correct it by hand",
        "rollbook check --fix 没有改这一处，因为改后会出现另一个错误：{message}。请核实哪一处正确，再手工改正",
        message = message.clone()
    )
}

/// The figures that no fix may lower.
struct Totals {
    services: u64,
    participations: u64,
    hours: Amount,
    beneficiaries: u64,
}

impl Totals {
    fn of(book: &Book, ask: Ask) -> Self {
        let query = Query { period: None, filters: Filters::default(), by: Vec::new() };
        let all = count(book, ask, &query, &[]).overall;
        Self { services: all.services, participations: all.participations, hours: all.hours, beneficiaries: all.beneficiaries }
    }

    /// What is lower in others, in words.
    fn lower(&self, after: &Self) -> Option<Text> {
        let figures = [
            (say!("services", "服务次数"), self.services.to_string(), after.services.to_string(), after.services < self.services),
            (
                say!("participations", "参加人次"),
                self.participations.to_string(),
                after.participations.to_string(),
                after.participations < self.participations,
            ),
            (say!("hours", "服务时长"), self.hours.to_string(), after.hours.to_string(), after.hours < self.hours),
            (
                say!("beneficiaries", "受益人次"),
                self.beneficiaries.to_string(),
                after.beneficiaries.to_string(),
                after.beneficiaries < self.beneficiaries,
            ),
        ];
        let (what, old, new, _) = figures.into_iter().find(|(.., is_lower)| *is_lower)?;
        Some(say!(
            "rollbook check --fix leaves this as it is, because the fix would lower a figure ({what}: {old} to {new}). Find out what is right, and correct it by hand",
            "rollbook check --fix 没有改这一处，因为改后统计数会变少（{what}：{old} 变为 {new}）。请核实后手工改正",
            what = what,
            old = old,
            new = new
        ))
    }
}
