//! What the services achieved, in the metrics that four of the tracks count. Each total comes out as it was published.

use super::people::Team;
use super::services::Service;
use crate::generate::dice::Dice;
use crate::generate::exact::hundredths;
use crate::generate::shares::{scaled, settle};
use crate::generate::sheet::{Files, Headers, Sheet, row};

/// What is counted.
pub struct Metric {
    /// Its word in the book.
    pub code: &'static str,
    /// What it is counted in.
    pub unit: &'static str,
    /// The track that counts it.
    pub track: &'static str,
    /// Its title.
    pub en: &'static str,
    /// Its title.
    pub zh: &'static str,
    /// The kind of activity that achieves it.
    kind: &'static str,
    /// What all of them come to; of waste, in hundredths.
    total: usize,
    /// The fewest and the most of one activity.
    each: (i64, i64),
}

const fn metric(code: &'static str, unit: &'static str, track: &'static str, names: (&'static str, &'static str)) -> Metric {
    Metric { code, unit, track, en: names.0, zh: names.1, kind: "", total: 0, each: (1, 1) }
}

/// The metrics, in the order of the book.
pub const METRICS: &[Metric] = &[
    Metric { kind: "environment", total: 3042, each: (10, 110), ..metric("waste", "t", "community", ("Waste cleared", "清理垃圾")) },
    Metric { kind: "guidance", total: 1250, each: (8, 40), ..metric("dissuasions", "次", "community", ("Dissuasions", "文明劝导")) },
    Metric { kind: "security", total: 320, each: (2, 9), ..metric("patrols", "次", "community", ("Patrols", "治安巡逻")) },
    Metric {
        kind: "pairing", total: 220, each: (1, 3), ..metric("members-paired", "人", "rural", ("Capable members paired", "结对能人党员"))
    },
    Metric { kind: "ideas", total: 130, each: (1, 3), ..metric("ideas", "条", "enterprise", ("Ideas handed in", "金点子")) },
    Metric {
        kind: "technique",
        total: 35,
        each: (1, 1),
        ..metric("problems-solved", "个", "enterprise", ("Technical problems solved", "解决技术难题"))
    },
    Metric { kind: "culture", total: 64, each: (1, 2), ..metric("programmes", "个", "school", ("Programmes", "文艺节目")) },
    Metric { kind: "campus", total: 260, each: (1, 6), ..metric("campus-patrols", "次", "school", ("Campus patrols", "校园巡查")) },
];

/// Writes the outcomes; `participations` is the size of the book.
pub fn write(services: &[Service], teams: &[Team], participations: usize, files: &mut Files, dice: &mut Dice) {
    let mut sheet = Sheet::new("outcomes");
    for metric in METRICS {
        let of_track = |service: &&Service| service.kind.code == metric.kind && teams[service.team].track == metric.track;
        let mut achieving: Vec<&Service> = services.iter().filter(of_track).collect();
        let total = scaled(metric.total, participations, 4300);
        // Not every evening brings a solution: a small total is shared by as many as it is enough for.
        if achieving.len() > total * 7 / 8 {
            achieving = dice.some(&achieving, (total * 7 / 8).max(1));
        }
        let mut quantities: Vec<u32> = achieving.iter().map(|_| dice.between(metric.each.0, metric.each.1) as u32).collect();
        settle(&mut quantities, total, 1, dice);
        for (service, quantity) in achieving.iter().zip(quantities) {
            let quantity = if metric.code == "waste" { hundredths(quantity) } else { quantity.to_string() };
            row!(sheet, activity: service.id, metric: metric.code, quantity: quantity);
        }
    }
    sheet.write(Headers::Codes, files);
}
