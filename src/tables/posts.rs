//! Service posts, which volunteers declare.

use crate::table;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::value::{Count, Id, Row, Str};

table! {
    /// A service post that volunteers may declare.
    Post in "posts" by id = "Service posts", "服务岗位": "a service post that volunteers declare", "供志愿者申报的服务岗位";
    must id: Id = "Id", "编号" ["岗位编号"];
    must name: Str = "Name", "名称" ["岗位名称"];
    may place: Row<Place> = "Place", "地点";
    may team: Row<Team> = "Team", "服务队";
    may capacity: Count = "Capacity", "名额";
}
