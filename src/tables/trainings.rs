//! Trainings, whose hours are no service hours.

use crate::table;
use crate::tables::vocabulary::Skills;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Id, Row, Str, Word};

table! {
    /// A training that a volunteer has had.
    Training in "trainings" by id = "Trainings", "培训": "a training that a volunteer has had", "志愿者参加的培训";
    must id: Id = "Id", "编号" ["培训编号"]:
        "A code chosen once and kept; everybody who was trained has a row.", "选定后不再更改的编号；参加培训的每人一行。";
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"]:
        "Who was trained.", "谁参加了培训。";
    must date: Day = "Date", "日期" ["培训日期"]:
        "The day of the training (Order 67, art. 8).", "培训日期（民政部令第 67 号第八条）。";
    must title: Str = "Title", "名称" ["培训名称"]:
        "What it was called (Order 67, art. 8).", "培训的名称（民政部令第 67 号第八条）。";
    must hours: Amount = "Hours", "学时" ["培训时长", "时长"]:
        "How many hours it took; they are no service hours (Order 67, art. 8).", "培训的小时数，不算服务时长（民政部令第 67 号第八条）。";
    must organiser: Str = "Organiser", "主办单位":
        "Who held it (Order 67, art. 8).", "由谁主办（民政部令第 67 号第八条）。";
    may skill: Word<Skills> = "Speciality", "特长":
        "The speciality that it gives, which some kinds of activities ask for; empty: none.", "学到的特长，有些活动要求受过这样的培训；没有就不填。";
    may expires: Day = "Expires", "有效期至":
        "The last day on which it holds; empty: for good.", "有效的最后一天；不填表示长期有效。";
    => "
-- trainings.csv
id,volunteer,date,title,hours,organiser,skill,expires
t1,v1,2026-01-17,First aid,6,County hospital,first-aid,2028-01-16
t2,v2,2026-01-17,First aid,6,County hospital,first-aid,2028-01-16
", "
-- trainings.csv
编号,志愿者,日期,名称,学时,主办单位,特长,有效期至
t1,v1,2026-01-17,急救培训,6,县医院,急救,2028-01-16
t2,v2,2026-01-17,急救培训,6,县医院,急救,2028-01-16
";
}
