//! Who leads a team, apart from who belongs to it.

use crate::fixed_words;
use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row};

fixed_words! {
    /// An office in a team.
    pub enum Office {
        Leader = "leader", "Leader", "负责人" ["队长"]: "answers for the team", "对服务队负责";
        Deputy = "deputy", "Deputy", "副负责人" ["副队长"]: "stands in for the leader", "负责人不在时代行其职";
    }
}

table! {
    /// An office that a volunteer holds in a team, from one day to another, both in.
    Appointment in "appointments" by team, volunteer, from = "Appointments", "任职": "an office that a volunteer holds in a team", "志愿者在服务队的任职";
    must team: Row<Team> = "Team", "服务队" ["所属服务队", "队伍"]:
        "The team.", "哪支服务队。";
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"]:
        "Who holds the office; need not be a member, so that one secretary may lead several teams.", "由谁担任；不必是本队队员，一名支部书记可以负责几支服务队。";
    must office: Office = "Office", "职务":
        "Which office it is.", "担任什么职务。";
    must from: Day = "From", "起始日期" ["开始日期"]:
        "The first day in office.", "任职的第一天。";
    may to: Day = "To", "结束日期" ["截止日期"]:
        "The last day in office; empty: still in office.", "任职的最后一天；不填表示仍在任。";
    => "
-- appointments.csv
team,volunteer,office,from,to
night-watch,v1,leader,2024-03-01,
night-watch,v2,deputy,2026-01-01,
", "
-- appointments.csv
服务队,志愿者,职务,起始日期,结束日期
夜巡队,v1,负责人,2024-03-01,
夜巡队,v2,副负责人,2026-01-01,
";
}
