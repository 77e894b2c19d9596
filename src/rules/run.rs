//! Runs every rule over a book.

use rayon::prelude::*;

use crate::book::about::ABOUT;
use crate::book::{Ask, Book};
use crate::findings::{Chosen, Finding, Found, Level, Settled, Summary, settle, sink};
use crate::say::Lang;
use crate::tables::TableSet;

use super::{Check, Cx, DOUBTFUL, HISTORY, Needs, Rule, SERVICES, SpeaksOf, TableId, all, format};

/// What a check of a book says.
pub struct Checked {
    /// The findings, in the order of their places.
    pub findings: Vec<Finding>,
    /// How many of each level.
    pub summary: Summary,
}

/// What a check for some rules needs of a book.
pub fn needs(chosen: &Chosen) -> Needs {
    asked(chosen).fold(Needs::NONE, |needs, rule| needs.and(rule.reads))
}

/// What a check of a record of a table needs of a book: what the rules read that speak of records of it with their neighbours, and for those about
/// single rows its own, what these refer to and may mean, and what refers to them.
pub fn needs_about(table: TableId) -> Needs {
    let own = TableSet::of(&[table]);
    let rows = own.with_referred().and(own.referring()).and(own.with_same_words());
    // What publicity refers to stands in no column of references.
    let rows = if table == TableId::PUBLICITY { rows.and(ABOUT) } else { rows };
    // A number in another table is none of this record's.
    let single = Needs { numbers: own, implied: true, ..Needs::of(rows) };
    let others = about(table).filter(|rule| matches!(rule.speaks_of, SpeaksOf::Records(_)));
    others.fold(single, |needs, rule| needs.and(rule.reads))
}

/// The rules that must run where some are asked for. What is told of waivers rests on all of them.
fn asked(chosen: &Chosen) -> impl Iterator<Item = &'static Rule> {
    let is_chosen = |rule: &Rule| chosen.has(rule.code, rule.name);
    let is_settled = all().any(|rule| matches!(rule.check, Check::Settled(_)) && is_chosen(rule));
    all().filter(move |rule| is_settled || is_chosen(rule))
}

/// The rules that may speak of a record of a table.
fn about(table: TableId) -> impl Iterator<Item = &'static Rule> {
    all().filter(move |rule| rule.speaks_of.may_be_of(table))
}

/// Checks a book for a day: what rules that are chosen find.
pub fn check(book: &Book, ask: Ask, chosen: &Chosen) -> Checked {
    check_in(None, book, ask, chosen)
}

/// The same, told in one language only where one is named: what a million findings say in the other takes room.
pub fn check_in(lang: Option<Lang>, book: &Book, ask: Ask, chosen: &Chosen) -> Checked {
    let rules: Vec<&'static Rule> = asked(chosen).collect();
    rayon::scope(|_| check_here(book, ask, chosen, lang, &rules))
}

/// What the rules find that may speak of a record of a table. They may find more beside that, but of that record everything.
pub fn check_about(lang: Option<Lang>, book: &Book, ask: Ask, table: TableId) -> Checked {
    let rules: Vec<&'static Rule> = about(table).collect();
    rayon::scope(|_| check_here(book, ask, &Chosen::default(), lang, &rules))
}

fn check_here(book: &Book, ask: Ask, chosen: &Chosen, lang: Option<Lang>, rules: &[&'static Rule]) -> Checked {
    let cx = Cx { book, ask };
    // Made here and not by the first rule that asks: making them lets a thread take up another rule, which would wait for its own thread.
    // Whatever reads every table goes over them row by row, and asks for none of these.
    let reads = |tables| rules.iter().map(|rule| rule.reads.rows).any(|rows| rows != TableSet::ALL && rows.has_all(tables));
    if reads(HISTORY) {
        book.history();
    }
    if reads(SERVICES) {
        book.attendances();
    }
    if reads(DOUBTFUL) {
        book.doubtful();
    }
    book.meant();
    let found: Vec<Vec<Finding>> = rules
        .par_iter()
        // One at a time, since some take a hundred times as long as others: else a thread takes a quarter of them at once.
        .with_max_len(1)
        .map(|rule| match rule.check {
            Check::Book(check) => run(&cx, rule, lang, |found| check(&cx, found)),
            Check::Settled(_) => Vec::new(),
        })
        .collect();
    let mut settled = settle(found.into_iter().flatten().collect(), &book.settings, ask.as_of);
    let later: Vec<Finding> = rules
        .iter()
        .flat_map(|rule| match rule.check {
            Check::Settled(check) => run(&cx, rule, lang, |found| check(&cx, &settled, found)),
            Check::Book(_) => Vec::new(),
        })
        .collect();
    if !later.is_empty() {
        let mut all = std::mem::take(&mut settled.findings);
        all.extend(later);
        let Settled { findings, .. } = settle(all, &book.settings, ask.as_of);
        settled.findings = findings;
    }
    settled.findings.retain(|finding| chosen.has(finding.code, finding.name));
    settled.findings.par_iter_mut().for_each(|finding| {
        // A file with bytes that cannot be decoded is not written: nobody is to be told that it would be.
        if finding.fixes.iter().any(|fix| book.sources.is_damaged(fix.file)) {
            finding.fixes.clear();
        }
        veil(book, finding);
    });
    Checked { summary: Summary::of(&settled.findings), findings: settled.findings }
}

/// The errors of family F on a day. No other rule is run: a book that is only written anew need not wait for them.
pub fn errors_of_format(book: &Book, ask: Ask) -> Vec<Finding> {
    let cx = Cx { book, ask };
    let found = format::RULES.iter().flat_map(|rule| match rule.check {
        Check::Book(check) => run(&cx, rule, None, |found| check(&cx, found)),
        Check::Settled(_) => Vec::new(),
    });
    let mut findings = settle(found.collect(), &book.settings, ask.as_of).findings;
    findings.retain(|finding| finding.level == Level::Error);
    findings.iter_mut().for_each(|finding| veil(book, finding));
    findings
}

/// Hides in a finding what nobody is to see.
fn veil(book: &Book, finding: &mut Finding) {
    finding.veil(|at| if book.has_secrets() { book.secrets_at(at) } else { Vec::new() });
}

/// What a rule finds, each finding with its code and level.
fn run(cx: &Cx<'_>, rule: &Rule, lang: Option<Lang>, check: impl FnOnce(&mut Found)) -> Vec<Finding> {
    let level = |own| sink::level(&cx.book.settings, rule.code, rule.name, own);
    // A rule that is off need not be run, unless it is firm or some of its findings weigh what cannot be off.
    if level(rule.level) == Level::Off && level(Level::Error) == Level::Off {
        return Vec::new();
    }
    let mut found = Found::new(lang, !cx.book.settings.waivers.is_empty());
    check(&mut found);
    let mut found = found.into_all();
    // The settings may name as many rules as they like: they are not asked anew for each finding.
    let mut last = (rule.level, level(rule.level));
    for finding in &mut found {
        let own = finding.own_level.unwrap_or(rule.level);
        if own != last.0 {
            last = (own, level(own));
        }
        (finding.code, finding.name, finding.level) = (rule.code, rule.name, last.1);
    }
    found
}
