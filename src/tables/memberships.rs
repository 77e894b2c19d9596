//! The organisation relation: who belongs to which team, over time.

use crate::fixed_words;
use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row};

fixed_words! {
    /// A rung of the ladder of succession.
    pub enum Role {
        Backbone = "backbone", "Backbone", "骨干" ["骨干队员", "骨干志愿者", "Core member"]: "carries the team's work, and can lead it", "撑得起服务队的工作，能带队";
        Successor = "successor", "Successor", "后备" ["后备骨干", "后备人选", "Reserve"]: "is being prepared to be backbone", "正在培养，将来接任骨干";
        Member = "member", "Member", "队员" ["成员", "普通队员", "一般队员", "普通成员", "Ordinary member"]: "every other member", "其他队员";
    }
}

table! {
    /// Membership of a volunteer in a team, from one day to another, both in.
    Membership in "memberships" by volunteer, team, from;
    title = "Memberships", "归属关系";
    row = "a volunteer's belonging to a team, both days in", "志愿者编入服务队的起止，首尾两日都算";
    [also = &["组织关系"]]
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code", "队员编号", "队员", "Member", "Member id"
    ]:
        "Who belongs to the team.", "谁编入服务队。";
    must team: Row<Team> = "Team", "服务队" [
        "所属服务队", "服务队名称", "服务队编号", "队伍", "所属队伍", "队伍名称", "团队", "所属团队", "服务团队", "志愿服务队",
        "所属团体", "Team id", "Team name"
    ]:
        "The home team.", "编入哪支服务队。";
    must role: Role = "Role", "角色" ["职务", "队内职务", "队内角色", "担任职务", "Position", "Team role", "Role in team"]:
        "The rung on the ladder of succession.", "在梯次结构中的位置。";
    must from: Day as Starts = "From", "起始日期" [
        "入队时间", "入队日期", "加入时间", "加入日期", "转入时间", "转入日期", "开始日期", "开始时间", "起始时间", "起始日", "Start",
        "Start date", "Started", "Starts", "Begin", "Begins", "From date", "Since", "Joined", "Joined on", "Join date", "Date joined",
        "Member since"
    ]:
        "The first day of membership.", "编入的第一天。";
    may to: Day as Ends after from = "To", "结束日期" [
        "退出时间", "退出日期", "离队时间", "离队日期", "退队时间", "退队日期", "离开时间", "离开日期", "转出时间", "转出日期",
        "截止日期", "结束时间", "截止时间", "终止日期", "终止时间", "到期日期", "End", "Ends", "Ended", "End date", "Until", "Till",
        "To date", "Left", "Left on", "Leave date", "Leaving", "Leaving date", "Date left", "Date of leaving", "Exit date"
    ]:
        "The last day of membership, itself a day of it; empty: it goes on. Who moves on a day ends on the day before.",
        "编入的最后一天，当天仍算；不填表示一直有效。转队的人写转队前一天。";
    => "
-- memberships.csv
volunteer,team,role,from,to
v1,night-watch,backbone,2024-03-01,
v2,night-watch,member,2024-03-01,2025-12-31
v2,night-watch,successor,2026-01-01,
v3,night-watch,member,2025-03-10,
", "
-- memberships.csv
志愿者,服务队,角色,起始日期,结束日期
v1,夜巡队,骨干,2024-03-01,
v2,夜巡队,队员,2024-03-01,2025-12-31
v2,夜巡队,后备,2026-01-01,
v3,夜巡队,队员,2025-03-10,
";
}
