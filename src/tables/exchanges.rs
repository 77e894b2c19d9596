//! Mutual labour: hours that one volunteer gave another.

use crate::table;
use crate::tables::vocabulary::ExchangeKinds;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Id, Row, Str, Word};

table! {
    /// Hours that one volunteer gave another.
    Exchange in "exchanges" by id = "Mutual labour", "互利换工": "hours that one volunteer gave another", "志愿者之间互助的工时";
    must id: Id = "Id", "编号" ["换工编号"];
    must date: Day = "Date", "日期";
    must giver: Row<Volunteer> = "Giver", "出工人";
    must receiver: Row<Volunteer> = "Receiver", "受工人";
    must hours: Amount = "Hours", "工时" ["时长"];
    must kind: Word<ExchangeKinds> = "Kind", "类型";
    must what: Str = "What", "事项" ["内容"];
}
