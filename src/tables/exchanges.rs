//! Mutual labour: hours that one volunteer gave another.

use crate::table;
use crate::tables::asked;
use crate::tables::vocabulary::ExchangeKinds;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Id, Row, Str, Word};

table! {
    /// Hours that one volunteer gave another.
    Exchange in "exchanges" by id;
    title = "Mutual labour", "互利换工";
    row = "hours that one volunteer gave another", "志愿者之间互助的工时";
    [asked = &[&asked::TIME]]
    must id: Id = "Id", "编号" ["换工编号", "Exchange id", "Exchange number"]:
        "A code chosen once and kept.", "选定后不再更改的编号。";
    must date: Day as Dated = "Date", "日期" ["换工日期", "服务日期", "Exchange date", "Date of exchange", "Day"]:
        "The day of the work.", "换工的日期。";
    must giver: Row<Volunteer> as Owner = "Giver", "出工人" ["出工者", "提供人", "帮工人", "Given by", "Provider"]:
        "Who worked.", "谁出工。";
    must receiver: Row<Volunteer> as Owner = "Receiver", "受工人" ["受工者", "受益人", "受助人", "接受人", "Received by", "Recipient"]:
        "For whom.", "为谁出工。";
    must hours: Amount as Hours = "Hours", "工时" [
        "时长", "志愿时长", "服务时数", "小时数", "服务小时数", "志愿服务时长", "时数", "Service hours", "Volunteer hours",
        "Hours served", "Number of hours", "No. of hours", "Duration in hours", "服务时长", "换工时长"
    ]:
        "How many hours were worked; they are no service hours.", "出工的小时数，不算服务时长。";
    must kind: Word<ExchangeKinds> as Kind = "Kind", "类型" ["换工类型", "类别", "Type", "Kind of work"]:
        "What kind of work it was.", "哪一类活。";
    must what: Str as Note = "What", "事项" ["内容", "换工事项", "换工内容", "Content", "Work", "Description"]:
        "What was done, in words.", "做了什么，用文字写。";
    => "
-- exchanges.csv
id,date,giver,receiver,hours,kind,what
x1,2026-04-18,v2,v1,4,farm-work,mowing the meadow
x2,2026-05-16,v1,v2,3.5,farm-work,picking fruit
", "
-- exchanges.csv
编号,日期,出工人,受工人,工时,类型,事项
x1,2026-04-18,v2,v1,4,农忙,割草
x2,2026-05-16,v1,v2,3.5,农忙,摘果子
";
}
