//! Who leads a team, apart from who belongs to it.

use crate::fixed_words;
use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Row};

fixed_words! {
    /// An office in a team.
    pub enum Office {
        Leader = "leader", "Leader", "负责人", ["队长"];
        Deputy = "deputy", "Deputy", "副负责人", ["副队长"];
    }
}

table! {
    /// An office that a volunteer holds in a team, from one day to another, both in.
    Appointment in "appointments" by team, volunteer, from = "Appointments", "任职": "an office that a volunteer holds in a team", "志愿者在服务队的任职";
    must team: Row<Team> = "Team", "服务队" ["所属服务队", "队伍"];
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    must office: Office = "Office", "职务";
    must from: Day = "From", "起始日期" ["开始日期"];
    may to: Day = "To", "结束日期" ["截止日期"];
}
