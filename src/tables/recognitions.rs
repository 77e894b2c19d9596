//! Exemplars, awards and stars.

use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Id, Row, Str};

table! {
    /// An award or a commendation of a volunteer or a team.
    Recognition in "recognitions" by id = "Recognitions", "表彰奖励": "an exemplar, an award or a star", "先进典型、表彰奖励或星级";
    must id: Id = "Id", "编号" ["表彰编号"];
    may volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    may team: Row<Team> = "Team", "服务队";
    must date: Day = "Date", "日期";
    must title: Str = "Title", "荣誉" ["荣誉名称"];
    must by: Str = "By", "授予单位";
    may citation: Str = "Citation", "事迹";
}
