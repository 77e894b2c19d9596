//! Exemplars, awards and stars.

use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Id, Row, Str};

table! {
    /// An award or a commendation of a volunteer or a team.
    Recognition in "recognitions" by id;
    title = "Recognitions", "表彰奖励";
    row = "an exemplar, an award or a star", "先进典型、表彰奖励或星级";
    must id: Id = "Id", "编号" ["表彰编号", "Recognition id", "Award id"]:
        "A code chosen once and kept.", "选定后不再更改的编号。";
    may volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code"
    ]:
        "Who is honoured, and has consented to be named; empty where it is a team.", "表彰谁，须本人同意公开姓名；表彰服务队时不填。";
    may team: Row<Team> = "Team", "服务队" [
        "所属服务队", "服务队名称", "服务队编号", "队伍", "所属队伍", "队伍名称", "团队", "所属团队", "服务团队", "志愿服务队",
        "所属团体", "Team id", "Team name"
    ]:
        "The team that is honoured; empty where it is a volunteer.", "表彰哪支服务队；表彰志愿者时不填。";
    must date: Day as Dated = "Date", "日期" ["表彰日期", "表彰时间", "授予日期", "授予时间", "获奖日期", "获奖时间", "Awarded", "Awarded on", "Date awarded"]:
        "The day of the award (Order 67, art. 9).", "表彰的日期（民政部令第 67 号第九条）。";
    must title: Str as Name = "Title", "荣誉" ["荣誉名称", "荣誉称号", "表彰名称", "称号", "奖项", "奖项名称", "Award", "Honour", "Honor"]:
        "What it is called (Order 67, art. 9).", "荣誉的名称（民政部令第 67 号第九条）。";
    must by: Str = "By", "授予单位" ["表彰单位", "颁发单位", "颁奖单位", "授奖单位", "Awarded by", "Awarding body"]:
        "Who gives it (Order 67, art. 9).", "由谁授予（民政部令第 67 号第九条）。";
    may citation: Str as Note = "Citation", "事迹" ["事迹简介", "主要事迹", "先进事迹", "Deeds"]:
        "What for, in words that anybody may read.", "因为什么，写可以公开的话。";
    => "
-- recognitions.csv
id,volunteer,team,date,title,by,citation
g1,v1,,2026-03-05,Good neighbour of the year,Riverside council,two years of Friday patrols
g2,,night-watch,2026-03-05,Team of the year,Riverside council,
", "
-- recognitions.csv
编号,志愿者,服务队,日期,荣誉,授予单位,事迹
g1,v1,,2026-03-05,年度好邻居,城东区志愿服务总队,坚持周五夜巡两年
g2,,夜巡队,2026-03-05,年度优秀服务队,城东区志愿服务总队,
";
}
