//! Times when a volunteer is on leave, which is not having left.

use crate::table;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row, Str};

table! {
    /// A time on leave, both days in.
    Leave in "leaves" by volunteer, from = "Leaves", "暂离": "a time when a volunteer is on leave", "志愿者暂离的起止";
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"]:
        "Who is on leave.", "谁暂离。";
    must from: Day = "From", "起始日期" ["开始日期"]:
        "The first day on leave.", "暂离的第一天。";
    may to: Day = "To", "结束日期" ["截止日期"]:
        "The last day on leave; empty: till further notice.", "暂离的最后一天；不填表示尚未定。";
    may reason: Str = "Reason", "原因":
        "Why, in words that anybody may read.", "原因，写可以公开的话。";
    => "
-- leaves.csv
volunteer,from,to,reason
v3,2026-05-01,2026-05-31,examinations
", "
-- leaves.csv
志愿者,起始日期,结束日期,原因
v3,2026-05-01,2026-05-31,准备考试
";
}
