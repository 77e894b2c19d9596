//! Activities: the services of the teams.

use crate::fixed_words;
use crate::table;
use crate::tables::campaigns::Campaign;
use crate::tables::places::Place;
use crate::tables::requests::Request;
use crate::tables::teams::Team;
use crate::tables::vocabulary::ActivityKinds;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Count, Day, Id, Row, Str, Time, Word};

fixed_words! {
    /// How far an activity has come.
    pub enum ActivityStatus {
        Planned = "planned", "Planned", "计划";
        Held = "held", "Held", "已开展";
        Cancelled = "cancelled", "Cancelled", "已取消";
    }
}

table! {
    /// A service that is planned, held or cancelled.
    Activity in "activities" by id = "Activities", "活动": "a service that is planned, held or cancelled", "计划、已开展或已取消的服务活动";
    must id: Id = "Id", "编号" ["活动编号"];
    must date: Day = "Date", "日期" ["活动日期", "活动时间", "服务日期"];
    may start: Time = "Start", "开始时间";
    must hours: Amount = "Hours", "服务时长" ["时长", "志愿时长", "服务时数", "工时", "小时数"];
    must team: Row<Team> = "Team", "服务队" ["所属服务队", "服务队名称", "队伍", "所属队伍", "所属团体", "组织单位"];
    must kind: Word<ActivityKinds> = "Kind", "活动类型" ["服务类别", "类型"];
    may place: Row<Place> = "Place", "地点" ["活动地点", "服务地点", "服务区域"];
    may campaign: Row<Campaign> = "Campaign", "活动品牌" ["品牌"];
    must title: Str = "Title", "活动名称" ["项目名称", "服务项目", "活动主题"];
    may content: Str = "Content", "服务内容" ["活动内容"];
    may goal: Str = "Goal", "目标";
    may responsible: Row<Volunteer> = "Responsible", "活动负责人" ["负责人", "联系人"];
    may beneficiaries: Count = "Beneficiaries", "受益人次" ["受益人数", "服务人次", "受益群众"];
    may headcount: Count = "Others taking part", "其他参加人数" ["参加人数", "参与人数"];
    may request: Row<Request> = "Request", "服务需求" ["需求"];
    must status: ActivityStatus = "Status", "状态";
    may recorded: Day = "Recorded", "记录日期" ["记录时间"];
}
