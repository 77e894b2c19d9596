//! Activities: the services of the teams.

use crate::fixed_words;
use crate::table;
use crate::tables::asked;
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
        Planned = "planned", "Planned", "计划" ["计划中", "待开展", "筹备中", "拟开展", "Scheduled", "Upcoming"]: "is to be held, and counts nowhere yet", "还没有开展，不计入统计";
        Held = "held", "Held", "已开展" [
            "已完成", "完成", "已举办", "已举行", "已结束", "结束", "开展", "Completed", "Complete", "Finished", "Took place"
        ]: "took place, and counts", "已经开展，计入统计";
        Cancelled = "cancelled", "Cancelled", "已取消" ["取消", "Canceled", "Called off"]: "does not take place, and counts nowhere", "不再开展，不计入统计";
    }
}

table! {
    /// A service that is planned, held or cancelled.
    Activity in "activities" by id;
    title = "Activities", "活动";
    row = "a service that is planned, held or cancelled", "计划、已开展或已取消的服务活动";
    [asked = &[&asked::HEADCOUNT, &asked::REACHED, &asked::TIME, &asked::CONTACT, &asked::ACTIVITY, &asked::PARTICIPANTS], has_addresses = true]
    must id: Id = "Id", "编号" ["活动编号", "活动编码", "活动号", "活动ID", "Activity id", "Activity number", "Activity no.", "Activity code"]:
        "A code chosen once and kept: participations and outcomes name the activity by it.", "选定后不再更改的编号，参加记录和成效凭它指这次活动。";
    must date: Day as Dated = "Date", "日期" [
        "活动日期", "活动时间", "服务日期", "开展日期", "举办日期", "活动开展日期", "Activity date", "Service date", "Date of activity",
        "Day", "Held on"
    ]:
        "The day on which it begins (Order 67, art. 7).", "活动开始的日期（民政部令第 67 号第七条）。";
    may start: Time = "Start", "开始时间" ["起始时间", "活动开始时间", "Start time", "Starts at", "Begins at", "Begin", "Begins"]:
        "When it begins; empty: not known, and then nobody can tell whether it overlaps another.", "几点开始；不填就无法判断是否与别的活动时间重叠。";
    must hours: Amount as Hours = "Hours", "服务时长" [
        "时长", "志愿时长", "服务时数", "工时", "小时数", "服务小时数", "志愿服务时长", "时数", "Service hours", "Volunteer hours",
        "Hours served", "Number of hours", "No. of hours", "Duration in hours", "活动时长"
    ]:
        "Its length in hours; a participation may have fewer, never more (Order 67, art. 7).", "活动的小时数；参加记录可以少于它，不能多于它（民政部令第 67 号第七条）。";
    must team: Row<Team> = "Team", "服务队" [
        "所属服务队", "服务队名称", "服务队编号", "队伍", "所属队伍", "队伍名称", "团队", "所属团队", "服务团队", "志愿服务队",
        "所属团体", "Team id", "Team name", "主办服务队", "组织单位", "Host", "Host team", "Organising team", "Organizing team"
    ]:
        "The team that holds it, where volunteers of other teams may come, too (Order 67, art. 7: organising unit).", "主办的服务队，别队的志愿者也可以参加（民政部令第 67 号第七条：组织单位）。";
    must kind: Word<ActivityKinds> as Kind = "Kind", "活动类型" [
        "活动类别", "类型", "类别", "服务类别", "服务类型", "项目类型", "Type", "Category", "Activity kind", "Activity type",
        "Kind of activity", "Type of activity", "Kind of service"
    ]:
        "What kind of service it is.", "哪一类服务。";
    may place: Row<Place> = "Place", "地点" ["活动地点", "服务地点", "服务区域", "开展地点", "Location", "Venue", "Where", "Activity place"]:
        "Where it is held (Order 67, art. 7); empty: the place of its team.", "在哪里开展（民政部令第 67 号第七条）；不填表示在服务队所在的地点。";
    may campaign: Row<Campaign> = "Campaign", "活动品牌" ["品牌", "所属品牌", "活动品牌编号", "Campaign id"]:
        "The campaign that it belongs to; empty: none.", "属于哪个活动品牌；没有就不填。";
    must title: Str as Name = "Title", "活动名称" [
        "活动标题", "活动主题", "项目名称", "服务项目", "名称", "标题", "Name", "Activity name", "Activity title", "Name of activity"
    ]:
        "What it is called (Order 67, art. 7).", "活动的名称（民政部令第 67 号第七条）。";
    may content: Str as Note = "Content", "服务内容" ["活动内容", "内容", "活动简介", "活动描述", "Description", "Details", "What was done"]:
        "What was done, in words (Order 67, art. 7).", "做了什么，用文字写（民政部令第 67 号第七条）。";
    may goal: Str as Note = "Goal", "目标" ["活动目标", "Aim", "Objective"]:
        "The goal of the campaign that it serves.", "为活动品牌的哪项目标而开展。";
    may responsible: Row<Volunteer> = "Responsible", "活动负责人" [
        "负责人", "活动负责人编号", "负责人编号", "带队人", "领队", "Person responsible", "Responsible person", "Person in charge",
        "In charge"
    ]:
        "The volunteer responsible for it (Order 67, art. 7).", "负责这次活动的志愿者（民政部令第 67 号第七条）。";
    may beneficiaries: Count as PersonTimes = "Beneficiaries", "受益人次" ["受益人次数", "受益群众人次", "服务群众人次", "服务对象人次", "惠及人次", "Person-times served", "Times served", "Beneficiary"]:
        "How many times somebody was served: person-times, not persons; empty only where nothing was held.", "服务了多少人次，不是人数；只有没有开展的活动可以不填。";
    may headcount: Count as People = "Others taking part", "其他参加人数" [
        "其他参与人数", "其他人数", "其他参加者", "其他参加人员数", "Other participants", "Other people", "Others"
    ]:
        "How many people took part besides those named in the participations; counted apart; empty: none.", "除参加记录里的志愿者以外，还有多少人参加，另行计数；没有就不填。";
    may request: Row<Request> = "Request", "服务需求" ["需求", "需求编号", "服务需求编号", "对应需求", "Request id", "Request number"]:
        "The request that it answers; empty: none.", "为哪项服务需求而开展；没有就不填。";
    must status: ActivityStatus as State = "Status", "状态" ["活动状态", "开展状态", "State", "Activity status"]:
        "How far it has come; only what was held counts.", "进行到哪一步；只有已开展的计入统计。";
    may recorded: Day as Step after date = "Recorded", "记录日期" [
        "记录时间", "登记日期", "登记时间", "录入日期", "录入时间", "Recorded on", "Date recorded", "Entered on", "Date entered"
    ]:
        "The day on which it was written down, at most 10 working days later (Order 67, art. 11); empty: not known.",
        "记入台账的日期，应在活动后 10 个工作日以内（民政部令第 67 号第十一条）；不填表示不清楚。";
    => "
-- activities/2026.csv
id,date,start,hours,team,kind,place,campaign,title,goal,responsible,beneficiaries,headcount,request,status,recorded
a1,2026-06-05,20:00,2,night-watch,security,,,Friday patrol,,v1,30,,,held,2026-06-08
a2,2026-06-13,09:00,3,night-watch,environment,east-3,small-deeds,Clearing the lanes,clear the lanes,v2,60,4,r1,held,2026-06-15
a3,2026-07-03,20:00,2,night-watch,security,,,Friday patrol,,v1,,,,planned,
", "
-- activities/2026.csv
编号,日期,开始时间,服务时长,服务队,活动类型,地点,活动品牌,活动名称,目标,活动负责人,受益人次,其他参加人数,服务需求,状态,记录日期
a1,2026-06-05,20:00,2,夜巡队,治安,,,周五夜巡,,v1,30,,,已开展,2026-06-08
a2,2026-06-13,09:00,3,夜巡队,环境,东村3,八小,清理巷道,清理巷道,v2,60,4,r1,已开展,2026-06-15
a3,2026-07-03,20:00,2,夜巡队,治安,,,周五夜巡,,v1,,,,计划,
";
}

impl Activity {
    /// Whether it counts by a day: it was held, and everything that its figures rest on can be read.
    pub fn counts_by(&self, day: Day) -> bool {
        let is_held = self.status.get() == Some(ActivityStatus::Held) && self.id.get().is_some() && self.hours.get().is_some();
        is_held && self.date.get().is_some_and(|date| date <= day)
    }
}
