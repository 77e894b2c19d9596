//! Who leads a team, apart from who belongs to it.

use crate::fixed_words;
use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::text::nearest::folded;
use crate::value::fixed::Fixed;
use crate::value::{Day, Row};

fixed_words! {
    /// An office in a team.
    pub enum Office {
        Leader = "leader", "Leader", "负责人" ["队长", "组长", "Team leader", "Captain"]: "answers for the team", "对服务队负责";
        Deputy = "deputy", "Deputy", "副负责人" ["副队长", "副组长", "Deputy leader", "Vice leader"]: "stands in for the leader", "负责人不在时代行其职";
    }
}

table! {
    /// An office that a volunteer holds in a team, from one day to another, both in.
    Appointment in "appointments" by team, volunteer, from;
    title = "Appointments", "任职";
    row = "an office that a volunteer holds in a team", "志愿者在服务队的任职";
    must team: Row<Team> = "Team", "服务队" [
        "所属服务队", "服务队名称", "服务队编号", "队伍", "所属队伍", "队伍名称", "团队", "所属团队", "服务团队", "志愿服务队",
        "所属团体", "Team id", "Team name"
    ]:
        "The team.", "哪支服务队。";
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code"
    ]:
        "Who holds the office; need not be a member, so that one secretary may lead several teams.", "由谁担任；不必是本队队员，一名支部书记可以负责几支服务队。";
    must office: Office = "Office", "职务" ["职位", "担任职务", "任职职务", "Position", "Role"]:
        "Which office it is.", "担任什么职务。";
    must from: Day as Starts = "From", "起始日期" [
        "任职时间", "任职日期", "任命时间", "任命日期", "上任时间", "上任日期", "开始日期", "开始时间", "起始时间", "起始日", "Start",
        "Start date", "Started", "Starts", "Begin", "Begins", "From date", "Since", "Appointed", "Appointed on", "Date appointed"
    ]:
        "The first day in office.", "任职的第一天。";
    may to: Day as Ends after from = "To", "结束日期" [
        "离任时间", "离任日期", "卸任时间", "卸任日期", "免职时间", "免职日期", "截止日期", "结束时间", "截止时间", "终止日期",
        "终止时间", "到期日期", "End", "Ends", "Ended", "End date", "Until", "Till", "To date", "Left", "Left on", "Date left"
    ]:
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

/// Words for whoever leads, besides those that the format knows.
const LEADS: &[&str] =
    &["队长", "组长", "团长", "领队", "带头人", "召集人", "负责", "leader", "captain", "head", "chief", "lead", "coordinator", "chair"];

/// What makes a deputy of them.
const STANDS_IN: &[&str] = &["副", "deputy", "vice", "assistant", "second"];

impl Office {
    /// The office that a word means which may be no word of the format.
    pub fn meant(word: &str) -> Option<Self> {
        let word = folded(word.trim());
        // A word of letters is whole, one of characters ends so: 大队长.
        let is_it = |lead: &str| match lead.is_ascii() {
            true => word.split([' ', '-', '_']).any(|part| part == lead),
            false => word.ends_with(lead) || lead == "负责" && word.contains(lead),
        };
        let leads = Self::find(&word).is_some() || LEADS.iter().any(|lead| is_it(lead));
        if !leads {
            return None;
        }
        let is_deputy = Self::find(&word) == Some(Self::Deputy) || STANDS_IN.iter().any(|with| word.contains(with));
        Some(if is_deputy { Self::Deputy } else { Self::Leader })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_leads_is_told_from_whoever_does_not() {
        for word in ["队长", "负责人", "组长", "leader", "Captain", "Team Leader", "大队长", "领队", "分队负责人", "TEAM-HEAD"] {
            assert_eq!(Office::meant(word), Some(Office::Leader), "{word}");
        }
        for word in ["副队长", "副组长", "Vice captain", "deputy leader"] {
            assert_eq!(Office::meant(word), Some(Office::Deputy), "{word}");
        }
        for word in ["队员", "组员", "网格长", "校长", "特长", "骨干", "headman", "volunteer", "leading", "backbone"] {
            assert_eq!(Office::meant(word), None, "{word}");
        }
    }
}
