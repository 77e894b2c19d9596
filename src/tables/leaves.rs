//! Times when a volunteer is on leave, which is not having left.

use crate::table;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row, Str};

table! {
    /// A time on leave, both days in.
    Leave in "leaves" by volunteer, from = "Leaves", "暂离": "a time when a volunteer is on leave", "志愿者暂离的起止";
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    must from: Day = "From", "起始日期" ["开始日期"];
    may to: Day = "To", "结束日期" ["截止日期"];
    may reason: Str = "Reason", "原因";
}
