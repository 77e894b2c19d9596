//! Trainings, whose hours are no service hours.

use crate::table;
use crate::tables::asked;
use crate::tables::vocabulary::Skills;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Id, Row, Str, Word};

table! {
    /// A training that a volunteer has had.
    Training in "trainings" by id;
    title = "Trainings", "培训";
    row = "a training that a volunteer has had", "志愿者参加的培训";
    [asked = &[&asked::TIME]]
    must id: Id = "Id", "编号" ["培训编号", "Training id", "Training number"]:
        "A code chosen once and kept; everybody who was trained has a row.", "选定后不再更改的编号；参加培训的每人一行。";
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code", "学员", "学员编号", "Participant", "Trainee"
    ]:
        "Who was trained.", "谁参加了培训。";
    must date: Day as Dated = "Date", "日期" ["培训日期", "Training date", "Date of training"]:
        "The day of the training (Order 67, art. 8).", "培训日期（民政部令第 67 号第八条）。";
    must title: Str as Name = "Title", "名称" [
        "培训名称", "培训项目", "培训主题", "培训内容", "课程", "课程名称", "Training", "Training title", "Course", "Course title",
        "Subject"
    ]:
        "What it was called (Order 67, art. 8).", "培训的名称（民政部令第 67 号第八条）。";
    must hours: Amount as Hours = "Hours", "学时" [
        "培训时长", "培训学时", "学时数", "时长", "志愿时长", "服务时数", "工时", "小时数", "服务小时数", "志愿服务时长", "时数",
        "Service hours", "Volunteer hours", "Hours served", "Number of hours", "No. of hours", "Duration in hours", "Training hours"
    ]:
        "How many hours it took; they are no service hours (Order 67, art. 8).", "培训的小时数，不算服务时长（民政部令第 67 号第八条）。";
    must organiser: Str = "Organiser", "主办单位" ["主办方", "培训单位", "举办单位", "组织单位", "Organizer", "Organised by", "Organized by", "Provider"]:
        "Who held it (Order 67, art. 8).", "由谁主办（民政部令第 67 号第八条）。";
    may skill: Word<Skills> = "Speciality", "特长" ["技能", "专长", "培训技能", "Specialty"]:
        "The speciality that it gives, which some kinds of activities ask for; empty: none.", "学到的特长，有些活动要求受过这样的培训；没有就不填。";
    may expires: Day as Until after date = "Expires", "有效期至" [
        "有效期", "有效期限", "到期日", "到期日期", "失效日期", "Valid until", "Expiry", "Expiry date", "Expires on", "Expiration date"
    ]:
        "The last day on which it holds; empty: for good.", "有效的最后一天；不填表示长期有效。";
    => "
-- trainings.csv
id,volunteer,date,title,hours,organiser,skill,expires
t1,v1,2026-01-17,First aid,6,County hospital,first-aid,2028-01-16
t2,v2,2026-01-17,First aid,6,County hospital,first-aid,2028-01-16
", "
-- trainings.csv
编号,志愿者,日期,名称,学时,主办单位,特长,有效期至
t1,v1,2026-01-17,急救培训,6,县医院,急救,2028-01-16
t2,v2,2026-01-17,急救培训,6,县医院,急救,2028-01-16
";
}
