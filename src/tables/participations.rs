//! The activity relation: who took part in what, for how long.

use crate::fixed_words;
use crate::table;
use crate::tables::activities::Activity;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Rating, Row};

fixed_words! {
    /// Whether a volunteer came.
    pub enum Attendance {
        SignedUp = "signed-up", "Signed up", "已报名": "means to come; counts nowhere yet", "打算参加，不计入统计";
        Attended = "attended", "Attended", "已参加": "came, and counts; an empty cell says the same", "来了，计入统计；不填也是这个意思";
        Excused = "excused", "Excused", "请假": "did not come, and said so beforehand", "没有来，事先说明";
        Absent = "absent", "Absent", "缺席": "did not come", "没有来，也没有说明";
    }
}

table! {
    /// A volunteer's part in an activity.
    Participation in "participations" by activity, volunteer = "Participations", "参加记录": "a volunteer's part in an activity", "志愿者参加活动的记录";
    must activity: Row<Activity> = "Activity", "活动" ["活动编号"]:
        "Which activity.", "哪次活动。";
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"]:
        "Who took part, of whichever team.", "谁参加，不论属于哪支服务队。";
    must hours: Amount = "Hours", "服务时长" ["时长", "志愿时长", "服务时数", "工时", "小时数"]:
        "Hours that the volunteer really gave (Order 67, art. 7); of somebody who did not attend they are planned and never count.",
        "实际服务的小时数（民政部令第 67 号第七条）；没有参加的人，写的是计划的时长，不计入统计。";
    may status: Attendance = "Status", "状态":
        "Whether the volunteer came; empty: attended.", "有没有来；不填表示已参加。";
    may rating: Rating = "Rating", "评价":
        "How good the service was, 5 being best (Order 67, art. 10); empty: not rated.", "服务质量的评价，5 为最好（民政部令第 67 号第十条）；不填表示没有评价。";
    => "
-- participations/2026.csv
activity,volunteer,hours,status,rating
a1,v1,2,attended,
a1,v2,2,,
a2,v2,3,attended,5
a2,v3,1.5,attended,4
a3,v1,2,signed-up,
", "
-- participations/2026.csv
活动,志愿者,服务时长,状态,评价
a1,v1,2,已参加,
a1,v2,2,,
a2,v2,3,已参加,5
a2,v3,1.5,已参加,4
a3,v1,2,已报名,
";
}

impl Participation {
    /// Whether the volunteer came: an empty status means so. `None` where the status cannot be read.
    pub fn attended(&self) -> Option<bool> {
        if self.status.is_broken() { None } else { Some(self.status.get().is_none_or(|s| s == Attendance::Attended)) }
    }
}
