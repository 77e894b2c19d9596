//! The organisation relation: who belongs to which team, over time.

use crate::fixed_words;
use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row};

fixed_words! {
    /// A rung of the ladder of succession.
    pub enum Role {
        Backbone = "backbone", "Backbone", "骨干";
        Successor = "successor", "Successor", "后备";
        Member = "member", "Member", "队员";
    }
}

table! {
    /// Membership of a volunteer in a team, from one day to another, both in.
    Membership in "memberships" by volunteer, team, from = "Memberships", "组织关系": "a volunteer's belonging to a team, both days in", "志愿者编入服务队的起止，首尾两日都算";
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    must team: Row<Team> = "Team", "服务队" ["所属服务队", "队伍", "所属队伍", "所属团体"];
    must role: Role = "Role", "角色" ["职务", "队内职务"];
    must from: Day = "From", "起始日期" ["入队时间", "加入时间", "开始日期"];
    may to: Day = "To", "结束日期" ["退出时间", "离队时间", "截止日期"];
}
