//! What is counted of each group: one line a measure.

use crate::say;
use crate::say::{T, t};
use crate::tables::vocabulary::Metrics;
use crate::value::{Vocabulary, Word};

use super::by::Look;
use super::count::Tally;
use super::{Column, Value, share};

/// A measure: how machines call it, its heading, what it means, and its value.
pub struct Measure {
    /// What machines call it.
    pub key: &'static str,
    /// Its heading.
    pub title: T,
    /// Its heading where only activities touched by certain people count.
    pub touched: T,
    /// What it counts, as a sentence.
    pub meaning: T,
    /// What it is counted in.
    pub unit: T,
    value: fn(&Tally) -> Value,
    /// Whether it is shown, given the total of all groups.
    shown: fn(&Tally) -> bool,
}

const fn measure(key: &'static str, title: T, unit: T, value: fn(&Tally) -> Value, meaning: T) -> Measure {
    Measure { key, title, touched: title, meaning, unit, value, shown: |_| true }
}

/// The measures, in the order of their columns. What they count is settled by the format: `docs/format.md`, "What the figures mean".
pub static MEASURES: &[Measure] = &[
    Measure {
        touched: t("Services touched", "参与的服务次数"),
        ..measure(
            "services",
            t("Services", "服务次数"),
            t("services", "次"),
            |t| Value::Count(t.services),
            t(
                "Activities that were held. Told by people (home team, branch, track, role, volunteer), those that these people took part in: the \
                 services touched, of which one may stand in several rows.",
                "已开展的活动次数。按人分列时（所属服务队、党支部、类别、角色、志愿者），是这些人参加过的活动次数，同一次活动可能计入多行。",
            ),
        )
    },
    measure(
        "participations",
        t("Participations", "参加人次"),
        t("person-times", "人次"),
        |t| Value::Count(t.participations),
        t("A volunteer counts once in each service attended: person-times, not people.", "每名志愿者每参加一次服务计一次，是人次，不是人数。"),
    ),
    measure(
        "hours",
        t("Hours", "服务时长"),
        t("hours", "小时"),
        |t| Value::Amount(t.hours),
        t(
            "The hours that volunteers gave in services attended, as exact decimals, never weighted.",
            "志愿者参加服务的时长，按精确的小数相加，不加权。",
        ),
    ),
    Measure {
        touched: t("Beneficiaries touched", "参与服务的受益人次"),
        ..measure(
            "beneficiaries",
            t("Beneficiaries", "受益人次"),
            t("person-times", "人次"),
            |t| Value::Count(t.beneficiaries),
            t(
                "People served, counted once in each activity held. Told by people, those of the activities that they took part in.",
                "被服务的人次，每次活动分别计。按人分列时，是这些人参加过的活动的受益人次。",
            ),
        )
    },
    measure(
        "volunteers",
        t("Volunteers taking part", "参加人数"),
        t("people", "人"),
        |t| Value::Count(t.volunteers),
        t(
            "Different volunteers who took part: each counts once in a row and once in the total, so that rows do not add up.",
            "参加过的志愿者，每行、合计中各只计一次，因此各行之和不等于合计。",
        ),
    ),
    measure(
        "cross_team",
        t("Cross-team", "跨队人次"),
        t("person-times", "人次"),
        |t| Value::Count(t.crossing),
        t(
            "Participations in a service that another team held than those that the volunteer belonged to on that day.",
            "参加的服务由别的服务队主办的人次，即主办的服务队不是本人当天所属的任何一支服务队。",
        ),
    ),
    measure(
        "cross_team_share",
        t("Cross-team share", "跨队占比"),
        t("per cent", "百分比"),
        |t| share(t.crossing, t.participations),
        t("Cross-team participations in every hundred participations.", "跨队人次占参加人次的百分比。"),
    ),
    Measure {
        shown: |t| t.headcount > 0,
        ..measure(
            "headcount",
            t("Others taking part", "其他参加人数"),
            t("people", "人"),
            |t| Value::Count(t.headcount),
            t(
                "People without a name in the book who took part, added up over activities. They are in no other figure.",
                "台账中未记名的参加人数，按活动相加，不计入其他数字。",
            ),
        )
    },
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
