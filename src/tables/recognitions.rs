//! Exemplars, awards and stars.

use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Id, Row, Str};

table! {
    /// An award or a commendation of a volunteer or a team.
    Recognition in "recognitions" by id = "Recognitions", "表彰奖励": "an exemplar, an award or a star", "先进典型、表彰奖励或星级";
    must id: Id = "Id", "编号" ["表彰编号"]:
        "A code chosen once and kept.", "选定后不再更改的编号。";
    may volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"]:
        "Who is honoured, and has consented to be named; empty where it is a team.", "表彰谁，须本人同意公开姓名；表彰服务队时不填。";
    may team: Row<Team> = "Team", "服务队":
        "The team that is honoured; empty where it is a volunteer.", "表彰哪支服务队；表彰志愿者时不填。";
    must date: Day = "Date", "日期":
        "The day of the award (Order 67, art. 9).", "表彰的日期（民政部令第 67 号第九条）。";
    must title: Str = "Title", "荣誉" ["荣誉名称"]:
        "What it is called (Order 67, art. 9).", "荣誉的名称（民政部令第 67 号第九条）。";
    must by: Str = "By", "授予单位":
        "Who gives it (Order 67, art. 9).", "由谁授予（民政部令第 67 号第九条）。";
    may citation: Str = "Citation", "事迹":
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
