//! Service posts, which volunteers declare.

use crate::table;
use crate::tables::asked;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::value::{Count, Id, Row, Str};

table! {
    /// A service post that volunteers may declare.
    Post in "posts" by id;
    title = "Service posts", "服务岗位";
    row = "a service post that volunteers declare", "供志愿者申报的服务岗位";
    [asked = &[&asked::CAPACITY], has_addresses = true]
    must id: Id = "Id", "编号" ["岗位编号", "服务岗位编号", "Post id", "Post number", "Post code"]:
        "A code chosen once and kept: volunteers name the post by it.", "选定后不再更改的编号，志愿者凭它申报岗位。";
    must name: Str as Name = "Name", "名称" ["岗位名称", "服务岗位名称", "服务岗位", "岗位", "Post name", "Post", "Service post"]:
        "What is done there.", "做什么事的岗位。";
    may place: Row<Place> = "Place", "地点" ["岗位地点", "服务地点", "所在地", "所在地点", "Location"]:
        "Where it is; empty: anywhere.", "在哪里；不填表示不限地点。";
    may team: Row<Team> = "Team", "服务队" [
        "所属服务队", "服务队名称", "服务队编号", "队伍", "所属队伍", "队伍名称", "团队", "所属团队", "服务团队", "志愿服务队",
        "所属团体", "Team id", "Team name"
    ]:
        "The team that looks after it; empty: none.", "由哪支服务队负责；没有就不填。";
    may capacity: Count as People = "Capacity", "名额" ["岗位名额", "需求人数", "需要人数", "招募人数", "People needed", "Number needed"]:
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
