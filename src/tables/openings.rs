//! What was done before the book began: counted apart.

use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Count, Day, Row, Str};

table! {
    /// Figures carried over from before the book.
    Opening in "openings" by volunteer, team = "Openings", "期初数": "what a volunteer or a team had done before the book began", "建账以前志愿者或服务队已有的服务";
    may volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"]:
        "Whose figures they are; empty where they are a team's.", "是哪名志愿者的；服务队的期初数不填。";
    may team: Row<Team> = "Team", "服务队":
        "Which team's figures they are; empty where they are a volunteer's.", "是哪支服务队的；志愿者的期初数不填。";
    must until: Day = "Until", "截至":
        "The last day that the figures cover: an activity up to then would be counted twice.", "数字截至哪一天；这天及以前的活动再记就重复了。";
    must services: Count = "Services", "服务次数":
        "How many services a team held, or a volunteer took part in; not added over volunteers, who may have been at the same.", "服务队开展或志愿者参加的服务次数；志愿者的不相加，因为可能是同一次。";
    must hours: Amount = "Hours", "服务时长" ["时长"]:
        "Hours of service given.", "服务的小时数。";
    must beneficiaries: Count = "Beneficiaries", "受益人次":
        "Person-times served.", "服务的人次。";
    must source: Str = "Source", "来源":
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
