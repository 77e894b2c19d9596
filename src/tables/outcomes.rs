//! What an activity achieved.

use crate::table;
use crate::tables::activities::Activity;
use crate::tables::vocabulary::Metrics;
use crate::value::{Amount, Row, Word};

table! {
    /// A quantity of a metric that an activity achieved.
    Outcome in "outcomes" by activity, metric;
    title = "Outcomes", "成效";
    row = "what an activity achieved, by metric", "活动取得的成效，按指标记";
    must activity: Row<Activity> = "Activity", "活动" [
        "活动编号", "活动编码", "活动号", "活动ID", "Activity id", "Activity number", "Activity no.", "Activity code"
    ]:
        "The activity that achieved it.", "哪次活动取得的。";
    must metric: Word<Metrics> = "Metric", "指标" ["指标名称", "成效指标", "Indicator", "Measure"]:
        "What is counted; rollbook.toml gives its unit under metrics.", "按哪项指标；单位写在 rollbook.toml 的 metrics 下。";
    must quantity: Amount as Quantity = "Quantity", "数量" ["数值", "成效数量", "完成数量", "Amount", "Value", "Number", "Qty"]:
        "How much, in the unit of the metric.", "数量，按指标的单位计。";
    => "
-- outcomes/2026.csv
activity,metric,quantity
a1,patrols,1
a2,waste,1.5
", "
-- outcomes/2026.csv
活动,指标,数量
a1,巡逻,1
a2,清理垃圾,1.5
";
}
