//! A014: an activity of a campaign lies within its dates.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::campaigns::Campaign;
use crate::value::{Day, Row};

/// A014.
pub static RULE: Rule = Rule {
    code: "A014",
    name: "outside-campaign",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("An activity lies outside the dates of its campaign.", "活动不在所属活动品牌的起止日期之内。"),
    why: t(
        "What counts for a campaign and its goals is what was done while it ran: one of the dates is wrong, or the activity belongs elsewhere.",
        "计入活动品牌及其目标的，是它进行期间开展的活动：要么日期有误，要么活动不属于它。",
    ),
    mend: t(
        "Correct the date of the activity, empty its campaign, or correct the dates of the campaign. An activity that was cancelled after the end is passed over.",
        "改正活动的日期，或清空它的“活动品牌”，或改正活动品牌的起止日期。结束以后已取消的活动不在此列。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::ACTIVITIES, TableId::CAMPAIGNS]),
    speaks_of: SpeaksOf::records(&[TableId::ACTIVITIES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- campaigns.csv
id,name,from,to
c1,Eight small kindnesses,2025-01-01,2025-12-31
-- activities.csv
id,date,hours,team,kind,campaign,title,beneficiaries,status
a1,2026-03-05,2,patrol,security,c1,Night patrol,10,held
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for (row, activity) in cx.book.activities.iter() {
        found.extend(judge(cx, row, &activity));
    }
}

fn judge(cx: &Cx<'_>, row: Row<Activity>, activity: &Activity) -> Option<Finding> {
    let (campaign, day, status) = (activity.campaign.get()?, activity.date.get()?, activity.status.get()?);
    let (campaigns, record) = (&cx.book.campaigns, cx.book.campaigns.get(campaign)?);
    let from = record.from.get()?;
    let to = if record.to.is_empty() { Day::MAX } else { record.to.get()? };
    let is_after = day > to && status != ActivityStatus::Cancelled;
    if to < from || !(day < from || is_after) {
        return None;
    }
    let (activity, id) = (cx.id(row), cx.id(campaign));
    let (column, message, help) = if is_after {
        let message = say!(
            "{activity} is dated {day}, and its campaign {campaign} ran until {to}",
            "{activity} 的日期是 {day}，而活动品牌 {campaign} 到 {to} 为止",
            activity = activity,
            day = day,
            campaign = id,
            to = to
        );
        let help = say!(
            "if the activity belongs to {campaign}, write {day}, or a later day, under 'to' of {campaign}; if not, empty its 'campaign'; or correct its 'date'",
            "如果活动属于 {campaign}，在 {campaign} 的“结束日期”写 {day} 或更晚；如果不属于，清空它的“活动品牌”；或改正它的“日期”",
            campaign = id,
            day = day
        );
        (Campaign::to, message, help)
    } else {
        let message = say!(
            "{activity} is dated {day}, and its campaign {campaign} began on {from}",
            "{activity} 的日期是 {day}，而活动品牌 {campaign} 从 {from} 开始",
            activity = activity,
            day = day,
            campaign = id,
            from = from
        );
        let help = say!(
            "if the activity belongs to {campaign}, write {day}, or an earlier day, under 'from' of {campaign}; if not, empty its 'campaign'; or correct its 'date'",
            "如果活动属于 {campaign}，在 {campaign} 的“起始日期”写 {day} 或更早；如果不属于，清空它的“活动品牌”；或改正它的“日期”",
            campaign = id,
            day = day
        );
        (Campaign::from, message, help)
    };
    let said = say!("the campaign {campaign}", "活动品牌 {campaign}", campaign = id);
    let days = day.since(Day::MIN);
    let finding = Finding::new(cx.record(row), cx.book.activities.at(row, Activity::date), message).cause(format!("{id} {}", column.column.code));
    let finding = finding.reaching(if is_after { days } else { -days });
    Some(finding.related(campaigns.at(campaign, column), said).help(help))
}
