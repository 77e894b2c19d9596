//! Service posts, which volunteers declare.

use crate::table;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::value::{Count, Id, Row, Str};

table! {
    /// A service post that volunteers may declare.
    Post in "posts" by id = "Service posts", "服务岗位": "a service post that volunteers declare", "供志愿者申报的服务岗位";
    must id: Id = "Id", "编号" ["岗位编号"]:
        "A code chosen once and kept: volunteers name the post by it.", "选定后不再更改的编号，志愿者凭它申报岗位。";
    must name: Str = "Name", "名称" ["岗位名称"]:
        "What is done there.", "做什么事的岗位。";
    may place: Row<Place> = "Place", "地点":
        "Where it is; empty: anywhere.", "在哪里；不填表示不限地点。";
    may team: Row<Team> = "Team", "服务队":
        "The team that looks after it; empty: none.", "由哪支服务队负责；没有就不填。";
    may capacity: Count = "Capacity", "名额":
        "How many volunteers it takes at a time; empty: any number.", "同时可以有几人；不填表示不限。";
    => "
-- posts.csv
id,name,place,team,capacity
p1,Night watch,east,night-watch,10
p2,Household repairs,mill,,
", "
-- posts.csv
编号,名称,地点,服务队,名额
p1,夜间巡逻,东村,夜巡队,10
p2,上门维修,磨坊,,
";
}
