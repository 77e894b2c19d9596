//! A figure of services, and what figures are told by.

use crate::figures::stats::by::{self, Dimension};
use crate::figures::stats::measures::{MEASURES, Measure};
use crate::say::{Text, t};

use super::{Entry, Part, both, typed};

/// All measures.
pub fn measures() -> impl Iterator<Item = &'static Measure> {
    MEASURES.iter()
}

/// All dimensions.
pub fn dimensions() -> impl Iterator<Item = &'static Dimension> {
    by::ALL.iter().copied()
}

/// A measure.
pub fn measure(of: &'static Measure) -> Entry {
    let mut parts = vec![Part::words("unit", t("Unit", "单位"), of.unit)];
    if of.touched != of.title {
        parts.push(Part::words("touched", t("Told by people, its heading is", "按人分列时的表头"), both(of.touched)));
    }
    parts.push(Part::words("column", t("For machines", "供程序读取的名称"), Text::same(typed(of.key))));
    let name = format!("stats.{}", of.key);
    Entry { kind: "measure", heading: both(of.title), name, says: of.meaning.into(), parts }
}

/// A dimension.
pub fn dimension(of: &'static Dimension) -> Entry {
    let example = Text {
        en: typed(&format!("rollbook stats --by {}", of.code)),
        zh: typed(&format!("rollbook stats --by {}", of.title.zh.split('（').next().unwrap_or(of.code))),
    };
    let about = if of.is_about_people() {
        t(
            "The participant: participations and hours add up; services, beneficiaries and outcomes are those of the activities touched.",
            "看参加人：参加人次和服务时长可以相加；服务次数、受益人次和成效按参加过的活动计。",
        )
    } else {
        t("The activity: every figure of it stands in one row.", "看活动：一次活动的各项数字都在同一行。")
    };
    let parts = vec![Part::words("looks_at", t("It looks at", "看什么"), about), Part::words("example", t("Example", "示例"), example)];
    Entry { kind: "dimension", heading: both(of.title), name: format!("by.{}", of.code), says: of.meaning.into(), parts }
}
