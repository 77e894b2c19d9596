//! What is counted of each group: one line a measure.

use crate::say;
use crate::say::{T, t};
use crate::tables::vocabulary::Metrics;
use crate::value::{Vocabulary, Word};

use super::by::Look;
use super::count::Tally;
use super::{Column, Value, share};

/// A measure: how machines call it, its heading, and its value.
struct Measure {
    key: &'static str,
    title: T,
    /// Its heading where only activities touched by certain people count.
    touched: T,
    value: fn(&Tally) -> Value,
    /// Whether it is shown, given the total of all groups.
    shown: fn(&Tally) -> bool,
}

const fn measure(key: &'static str, title: T, value: fn(&Tally) -> Value) -> Measure {
    Measure { key, title, touched: title, value, shown: |_| true }
}

/// The measures, in the order of their columns.
static MEASURES: &[Measure] = &[
    Measure {
        touched: t("Services touched", "参与的服务次数"), ..measure("services", t("Services", "服务次数"), |t| Value::Count(t.services))
    },
    measure("participations", t("Participations", "参加人次"), |t| Value::Count(t.participations)),
    measure("hours", t("Hours", "服务时长"), |t| Value::Amount(t.hours)),
    Measure {
        touched: t("Beneficiaries touched", "参与服务的受益人次"),
        ..measure("beneficiaries", t("Beneficiaries", "受益人次"), |t| Value::Count(t.beneficiaries))
    },
    measure("volunteers", t("Volunteers taking part", "参加人数"), |t| Value::Count(t.volunteers)),
    measure("cross_team", t("Cross-team", "跨队人次"), |t| Value::Count(t.crossing)),
    measure("cross_team_share", t("Cross-team share", "跨队占比"), |t| share(t.crossing, t.participations)),
    Measure { shown: |t| t.headcount > 0, ..measure("headcount", t("Others taking part", "其他参加人数"), |t| Value::Count(t.headcount)) },
];

/// A measure that a sheet shows: its column, and where its value comes from.
pub struct Shown {
    /// Its column.
    pub column: Column,
    source: Source,
}

enum Source {
    Measure(&'static Measure),
    /// The sum of a metric, by its number.
    Outcome(u32),
}

impl Shown {
    /// The value of a group.
    pub fn value(&self, tally: &Tally) -> Value {
        match self.source {
            Source::Measure(measure) => (measure.value)(tally),
            Source::Outcome(metric) => tally.outcomes.get(&metric).map_or(Value::Empty, |sum| Value::Amount(*sum)),
        }
    }
}

/// The measures that a sheet shows, given the total of all groups; where `touched`, under headings that say so.
pub fn shown(look: &Look<'_>, touched: bool, overall: &Tally) -> Vec<Shown> {
    let mut all: Vec<Shown> = MEASURES
        .iter()
        .filter(|measure| (measure.shown)(overall))
        .map(|measure| {
            let title = if touched { measure.touched } else { measure.title };
            Shown { column: Column::figure(measure.key, title), source: Source::Measure(measure) }
        })
        .collect();
    let list = look.book.words.list(Metrics::NUMBER);
    let mut metrics: Vec<_> = list.into_iter().flat_map(|list| list.iter()).filter(|(number, _)| overall.outcomes.contains_key(number)).collect();
    if list.is_some_and(|list| !list.closed) {
        metrics.sort_by_key(|(_, entry)| &entry.code);
    }
    for (number, entry) in metrics {
        let word = Word::<Metrics>::new(number);
        let title = look.book.words.title(word);
        let unit = look.book.settings.vocabularies.metric(word).map(|metric| metric.unit.clone()).unwrap_or_default();
        let title = if unit.is_empty() { title } else { say!("{title} ({unit})", "{title}（{unit}）", title = title, unit = unit) };
        all.push(Shown { column: Column::figure(format!("outcomes.{}", entry.code), title), source: Source::Outcome(number) });
    }
    all
}
