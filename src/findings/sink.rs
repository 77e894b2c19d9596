//! From everything the rules found to what is told: levels, waivers, `--select` and `--ignore`, one cause told once, a stable order.

use std::collections::HashMap;

use crate::tables::Settings;
use crate::text::FileId;
use crate::value::Day;

use super::Level;
use super::finding::Finding;
use super::found::Causes;

/// Which rules a run asks for. Codes, names, or the letter of a family.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Only these; empty: all.
    pub select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
}

impl Chosen {
    /// Whether a rule is asked for.
    pub fn has(&self, code: &str, name: &str) -> bool {
        let is = |wanted: &String| wanted == name || code == wanted.as_str() || (wanted.len() < code.len() && code.starts_with(wanted.as_str()));
        (self.select.is_empty() || self.select.iter().any(is)) && !self.ignore.iter().any(is)
    }
}

/// What is told, and which waivers it was worth.
#[derive(Debug, Default)]
pub struct Settled {
    /// The findings, in the order of their places.
    pub findings: Vec<Finding>,
    /// For each waiver: whether it silenced anything.
    pub used: Vec<bool>,
}

/// The level of a rule in a book. Errors of format and reference cannot be made less than warnings.
pub fn level(settings: &Settings, code: &str, name: &str, own: Level) -> Level {
    let set = settings.levels.iter().rev().find(|l| l.rule == code || l.rule == name).map_or(own, |l| l.level);
    let is_firm = own == Level::Error && code.starts_with(['F', 'R']);
    if is_firm && set > Level::Warning { Level::Warning } else { set }
}

/// Silences what is waived on a day, and puts findings of one cause together.
pub fn settle(mut findings: Vec<Finding>, settings: &Settings, as_of: Day) -> Settled {
    let mut used = vec![false; settings.waivers.len()];
    let waivers = Waived::of(settings, as_of);
    findings.retain(|finding| {
        let waived = waivers.of_finding(finding);
        if let Some(slot) = waived.and_then(|n| used.get_mut(n)) {
            *slot = true;
        }
        waived.is_none() && finding.level != Level::Off
    });
    findings.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| (a.at, &a.record, said(a)).cmp(&(b.at, &b.record, said(b)))));
    Settled { findings: together(findings), used }
}

/// The waivers in force, by the rule and the record that they name: the first of each.
struct Waived<'a>(HashMap<(&'a str, &'a str), usize>);

impl<'a> Waived<'a> {
    fn of(settings: &'a Settings, as_of: Day) -> Self {
        let mut waived = HashMap::new();
        for (n, waiver) in settings.waivers.iter().enumerate().filter(|(_, waiver)| waiver.until.is_none_or(|until| as_of <= until)) {
            waived.entry((waiver.rule.as_str(), waiver.record.as_str())).or_insert(n);
        }
        Self(waived)
    }

    /// The first waiver that silences a finding: it names its rule by code or name, its record with the table or without.
    fn of_finding(&self, finding: &Finding) -> Option<usize> {
        let record = finding.record.as_deref().filter(|_| !self.0.is_empty())?;
        let id = record.split_once(':').map_or(record, |(_, id)| id);
        let names = [finding.code, finding.name].into_iter().flat_map(|rule| [(rule, record), (rule, id)]);
        names.filter_map(|name| self.0.get(&name).copied()).min()
    }
}

/// What a finding says, be it in one language or in both.
fn said(finding: &Finding) -> (&str, &str) {
    (&finding.message.en, &finding.message.zh)
}

/// What findings are told in the order of: file, place in it, rule.
fn place(finding: &Finding) -> (FileId, u32, &'static str) {
    (finding.at.file(), finding.at.offset(), finding.code)
}

/// Whether what a waiver says names a record: `table:id`, or the id alone.
pub fn names(waiver: &str, record: &str) -> bool {
    waiver == record || record.split_once(':').is_some_and(|(_, id)| id == waiver)
}

/// Findings of one rule and one cause become one with several places.
pub(super) fn together(findings: Vec<Finding>) -> Vec<Finding> {
    let mut firsts: HashMap<&'static str, Causes> = HashMap::new();
    let mut told: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        if let Some(cause) = &finding.cause {
            let of_rule = firsts.entry(finding.code).or_default();
            let first = of_rule.first(cause, told.len(), |n| told.get(n)?.cause.as_deref());
            if let Some(first) = told.get_mut(first) {
                first.take_up(finding);
                continue;
            }
        }
        told.push(finding);
    }
    told.iter_mut().for_each(Finding::sort);
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_chosen_by_code_name_and_family() {
        let chosen = Chosen { select: vec!["M".into(), "bad-hours".into()], ignore: vec!["M002".into()] };
        assert!(chosen.has("M001", "two-teams") && chosen.has("A003", "bad-hours"));
        assert!(!chosen.has("M002", "no-team") && !chosen.has("A001", "not-a-member"));
    }

    #[test]
    fn a_waiver_names_a_record_with_or_without_its_table() {
        assert!(names("teams:patrol", "teams:patrol") && names("patrol", "teams:patrol"));
        assert!(!names("volunteers:patrol", "teams:patrol"));
    }
}
