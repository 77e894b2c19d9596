//! What an activity achieved.

use crate::table;
use crate::tables::activities::Activity;
use crate::tables::vocabulary::Metrics;
use crate::value::{Amount, Row, Word};

table! {
    /// A quantity of a metric that an activity achieved.
    Outcome in "outcomes" by activity, metric = "Outcomes", "成效": "what an activity achieved, by metric", "活动取得的成效，按指标记";
    must activity: Row<Activity> = "Activity", "活动" ["活动编号"];
    must metric: Word<Metrics> = "Metric", "指标";
    must quantity: Amount = "Quantity", "数量";
}
