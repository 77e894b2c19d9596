//! The activity relation: who took part in what, for how long.

use crate::fixed_words;
use crate::table;
use crate::tables::activities::Activity;
use crate::tables::asked;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Rating, Row};

fixed_words! {
    /// Whether a volunteer came.
    pub enum Attendance {
        SignedUp = "signed-up", "Signed up", "已报名" ["报名", "Registered", "Enrolled"]: "means to come; counts nowhere yet", "打算参加，不计入统计";
        Attended = "attended", "Attended", "已参加" [
            "参加", "出席", "已出席", "到场", "已到场", "签到", "已签到", "出勤", "已出勤", "已到", "是", "√", "Present", "Yes"
        ]: "came, and counts; an empty cell says the same", "来了，计入统计；不填也是这个意思";
        Excused = "excused", "Excused", "请假" ["已请假", "事假", "病假", "Excused absence"]: "did not come, and said so beforehand", "没有来，事先说明";
        Absent = "absent", "Absent", "缺席" [
            "未到", "未到场", "缺勤", "未出勤", "未签到", "未出席", "未参加", "否", "No-show", "Did not come", "No"
        ]: "did not come", "没有来，也没有说明";
    }
}

table! {
    /// A volunteer's part in an activity.
    Participation in "participations" by activity, volunteer;
    title = "Participations", "参加记录";
    row = "a volunteer's part in an activity", "志愿者参加活动的记录";
    [asked = &[&asked::TIME]]
    must activity: Row<Activity> = "Activity", "活动" [
        "活动编号", "活动编码", "活动号", "活动ID", "Activity id", "Activity number", "Activity no.", "Activity code", "Event",
        "Event id"
    ]:
        "Which activity.", "哪次活动。";
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code", "队员", "队员编号", "参加人", "参加人员", "参与人", "参与人员", "参加者", "Participant",
        "Person"
    ]:
        "Who took part, of whichever team.", "谁参加，不论属于哪支服务队。";
    must hours: Amount as Hours = "Hours", "服务时长" [
        "时长", "志愿时长", "服务时数", "工时", "小时数", "服务小时数", "志愿服务时长", "时数", "Service hours", "Volunteer hours",
        "Hours served", "Number of hours", "No. of hours", "Duration in hours", "参加时长", "参与时长", "实际时长", "Hours given",
        "Hours worked"
    ]:
        "Hours that the volunteer really gave (Order 67, art. 7); of somebody who did not attend they are planned and never count.",
        "实际服务的小时数（民政部令第 67 号第七条）；没有参加的人，写的是计划的时长，不计入统计。";
    may status: Attendance as State = "Status", "状态" [
        "参加状态", "参与状态", "参加情况", "出勤", "出勤状态", "出勤情况", "考勤", "考勤状态", "考勤情况", "签到", "签到状态",
        "签到情况", "到场情况", "是否参加", "是否参与", "是否出勤", "是否签到", "是否到场", "Attendance", "Attendance status",
        "Attended", "Present", "Participation status", "State"
    ]:
        "Whether the volunteer came; empty: attended.", "有没有来；不填表示已参加。";
    may rating: Rating = "Rating", "评价" ["评分", "服务评价", "评价分数", "Score"]:
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
    /// Whether it counts, if its activity does: somebody who is known came, and gave hours that can be read.
    pub fn counts(&self) -> bool {
        self.attended() == Some(true) && self.volunteer.get().is_some() && self.hours.get().is_some()
    }

    /// Whether the volunteer came: an empty status means so. `None` where the status cannot be read.
    pub fn attended(&self) -> Option<bool> {
        if self.status.is_broken() { None } else { Some(self.status.get().is_none_or(|s| s == Attendance::Attended)) }
    }
}
