//! V001: an activity is recorded while people remember it.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::waiver;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::activities::Activity;

use super::lateness::Lateness;

/// V001.
pub static RULE: Rule = Rule {
    code: "V001",
    name: "recorded-late",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t(
        "An activity was recorded more than record-within-working-days working days after it was held.",
        "活动开展后超过 record-within-working-days 个工作日才记录。",
    ),
    why: t(
        "What is written down long afterwards is written from memory: the Measures for Volunteer Service Records ask for it within 10 working days. \
         Working days are Monday to Friday less holidays; the day of the activity itself does not count. Without a date under 'recorded' nothing is said.",
        "事后很久才记录的，靠的是回忆：《志愿服务记录与证明出具办法（试行）》要求在 10 个工作日内记录。工作日是星期一至星期五，减去 holidays 列出的日期；活动当天不算。没有填写记录日期的不提示。",
    ),
    mend: t(
        "If the date under 'recorded' is wrong, correct it. If public holidays lay between, list them under holidays. \
         If it was recorded so late, check the hours with those who took part, and keep the reason in a waiver.",
        "记录日期写错的，改正；其间有公休假日的，列入 holidays；确实记录得晚的，与参加的人核对服务时长，并用豁免写明原因。",
    ),
    thresholds: &["record-within-working-days", "holidays"],
    reads: Needs::rows(&[TableId::ACTIVITIES]),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES]),
    example: "
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,headcount,status,recorded
a1,2026-03-02,2,patrol,security,Night patrol,10,3,held,2026-03-17
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let activities = &cx.book.activities;
    let Some(lateness) = Lateness::of(cx) else { return };
    for (row, activity) in activities.iter() {
        let Some(late) = lateness.late(&activity) else { continue };
        let message = say!(
            "{activity} was held on {held} and recorded on {recorded}, {days} later; at most {allowed} are allowed",
            "{activity} 于 {held} 开展，{recorded} 才记录，隔了 {days} 个工作日，最多 {allowed} 个",
            activity = cx.id(row),
            held = late.held,
            recorded = late.recorded,
            days = count(usize::try_from(late.days).unwrap_or_default(), "working day", "working days"),
            allowed = lateness.allowed
        );
        let record = cx.record(row);
        let help = say!(
            "correct 'recorded' if it is wrong, or add public holidays between the two days to 'holidays' under [rules] in rollbook.toml; \
             if it was recorded so late, add to the end of rollbook.toml: {waiver}",
            "记录日期写错的，改正“记录日期”；两日之间有公休假日的，加到 rollbook.toml 的 [rules] 下 holidays；确实记录得晚的，在 rollbook.toml 末尾加：{waiver}",
            waiver = waiver(RULE.name, record.as_deref().unwrap_or_default(), t("checked with those who took part", "已与参加的人核对"))
        );
        let finding = Finding::new(record, activities.at(row, Activity::recorded), message).help(help);
        found.add(finding.related(activities.at(row, Activity::date), say!("held on this day", "这一天开展")));
    }
}
