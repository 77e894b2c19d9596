//! Times when a volunteer is on leave, which is not having left.

use crate::table;
use crate::tables::asked;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row, Str};

table! {
    /// A time on leave, both days in.
    Leave in "leaves" by volunteer, from;
    title = "Leaves", "暂离";
    row = "a time when a volunteer is on leave", "志愿者暂离的起止";
    [asked = &[&asked::RETURN]]
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code"
    ]:
        "Who is on leave.", "谁暂离。";
    must from: Day as Starts = "From", "起始日期" [
        "暂离日期", "暂离时间", "开始日期", "开始时间", "起始时间", "起始日", "Start", "Start date", "Started", "Starts", "Begin",
        "Begins", "From date", "Since", "On leave from"
    ]:
        "The first day on leave.", "暂离的第一天。";
    may to: Day as Ends after from = "To", "结束日期" [
        "截止日期", "结束时间", "截止时间", "终止日期", "终止时间", "到期日期", "End", "Ends", "Ended", "End date", "Until", "Till",
        "To date", "On leave until", "Last day"
    ]:
        "The last day on leave; empty: till further notice.", "暂离的最后一天；不填表示尚未定。";
    may reason: Str as Note = "Reason", "原因" ["暂离原因", "请假原因", "事由", "Cause"]:
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
