//! Teams: each a TOML file of its own, named after the team's id.

use crate::table;
use crate::tables::branches::Branch;
use crate::tables::centres::Centre;
use crate::tables::places::Place;
use crate::tables::vocabulary::TeamKinds;
use crate::value::{Id, PartialDay, Row, Str, Word};

table! {
    /// A team of volunteers.
    Team in "teams" by id = "Teams", "服务队": "a team of volunteers; its file is named after its id", "一支服务队，文件名即编号";
    must id: Id = "Id", "编号";
    must name: Str = "Name", "名称" ["服务队名称"];
    must kind: Word<TeamKinds> = "Kind", "类型";
    must place: Row<Place> = "Place", "地点" ["所在地"];
    may parent: Row<Team> = "Part of", "上级" ["上级服务队"];
    may centre: Row<Centre> = "Centre", "服务中心" ["服务分中心", "分中心"];
    may branch: Row<Branch> = "Branch", "党支部" ["所属支部", "所在党支部", "党组织"];
    must founded: PartialDay = "Founded", "成立时间" ["成立日期"];
    may closed: PartialDay = "Closed", "撤销时间" ["撤销日期"];
    may purpose: Str = "Purpose", "宗旨";
    may schedule: Str = "Schedule", "活动安排";
    may chat: Str = "Group chat", "群聊";
}
