//! The activity relation: who took part in what, for how long.

use crate::fixed_words;
use crate::table;
use crate::tables::activities::Activity;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Rating, Row};

fixed_words! {
    /// Whether a volunteer came.
    pub enum Attendance {
        SignedUp = "signed-up", "Signed up", "已报名";
        Attended = "attended", "Attended", "已参加";
        Excused = "excused", "Excused", "请假";
        Absent = "absent", "Absent", "缺席";
    }
}

table! {
    /// A volunteer's part in an activity.
    Participation in "participations" by activity, volunteer = "Participations", "参加记录": "a volunteer's part in an activity", "志愿者参加活动的记录";
    must activity: Row<Activity> = "Activity", "活动" ["活动编号"];
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    must hours: Amount = "Hours", "服务时长" ["时长", "志愿时长", "服务时数", "工时", "小时数"];
    may status: Attendance = "Status", "状态";
    may rating: Rating = "Rating", "评价";
}

impl Participation {
    /// Whether the volunteer came: an empty status means so. `None` where the status cannot be read.
    pub fn attended(&self) -> Option<bool> {
        if self.status.is_broken() { None } else { Some(self.status.get().is_none_or(|s| s == Attendance::Attended)) }
    }
}
