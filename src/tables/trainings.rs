//! Trainings, whose hours are no service hours.

use crate::table;
use crate::tables::vocabulary::Skills;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Id, Row, Str, Word};

table! {
    /// A training that a volunteer has had.
    Training in "trainings" by id = "Trainings", "培训": "a training that a volunteer has had", "志愿者参加的培训";
    must id: Id = "Id", "编号" ["培训编号"];
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    must date: Day = "Date", "日期" ["培训日期"];
    must title: Str = "Title", "名称" ["培训名称"];
    must hours: Amount = "Hours", "学时" ["培训时长", "时长"];
    must organiser: Str = "Organiser", "主办单位";
    may skill: Word<Skills> = "Speciality", "特长";
    may expires: Day = "Expires", "有效期至";
}
