//! What was done before the book began: counted apart.

use crate::table;
use crate::tables::asked;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Count, Day, Row, Str};

table! {
    /// Figures carried over from before the book.
    Opening in "openings" by volunteer, team;
    title = "Openings", "期初数";
    row = "what a volunteer or a team had done before the book began", "建账以前志愿者或服务队已有的服务";
    [asked = &[&asked::REACHED]]
    may volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code"
    ]:
        "Whose figures they are; empty where they are a team's.", "是哪名志愿者的；服务队的期初数不填。";
    may team: Row<Team> = "Team", "服务队" [
        "所属服务队", "服务队名称", "服务队编号", "队伍", "所属队伍", "队伍名称", "团队", "所属团队", "服务团队", "志愿服务队",
        "所属团体", "Team id", "Team name"
    ]:
        "Which team's figures they are; empty where they are a volunteer's.", "是哪支服务队的；志愿者的期初数不填。";
    must until: Day as Dated = "Until", "截至" ["截至日期", "截至时间", "截止日期", "截止时间", "Up to", "As of", "Until date"]:
        "The last day that the figures cover: an activity up to then would be counted twice.", "数字截至哪一天；这天及以前的活动再记就重复了。";
    must services: Count as Times = "Services", "服务次数" ["次数", "服务次数合计", "累计服务次数", "活动次数", "Number of services"]:
        "How many services a team held, or a volunteer took part in; not added over volunteers, who may have been at the same.", "服务队开展或志愿者参加的服务次数；志愿者的不相加，因为可能是同一次。";
    must hours: Amount as Hours = "Hours", "服务时长" [
        "时长", "志愿时长", "服务时数", "工时", "小时数", "服务小时数", "志愿服务时长", "时数", "Service hours", "Volunteer hours",
        "Hours served", "Number of hours", "No. of hours", "Duration in hours", "累计时长", "累计服务时长", "Total hours"
    ]:
        "Hours of service given.", "服务的小时数。";
    must beneficiaries: Count as PersonTimes = "Beneficiaries", "受益人次" ["受益人次数", "累计受益人次", "Person-times served", "Times served"]:
        "Person-times served.", "服务的人次。";
    must source: Str as Note = "Source", "来源" ["依据", "数据来源", "出处", "Sources", "Evidence"]:
        "Where the figures were taken from: a register, a report.", "数字出自哪里：登记簿、报表等。";
    => "
-- openings.csv
volunteer,team,until,services,hours,beneficiaries,source
,night-watch,2025-12-31,90,180,1500,paper register 2024-2025
v1,,2025-12-31,84,168,1400,paper register 2024-2025
", "
-- openings.csv
志愿者,服务队,截至,服务次数,服务时长,受益人次,来源
,夜巡队,2025-12-31,90,180,1500,2024—2025 年纸质登记簿
v1,,2025-12-31,84,168,1400,2024—2025 年纸质登记簿
";
}
