//! Teams: each a TOML file of its own, named after the team's id.

use crate::schema::Form;
use crate::table;
use crate::tables::branches::Branch;
use crate::tables::centres::Centre;
use crate::tables::places::Place;
use crate::tables::vocabulary::TeamKinds;
use crate::value::{Day, End, Id, PartialDay, Row, Str, Word};

table! {
    /// A team of volunteers.
    Team in "teams" by id;
    title = "Teams", "服务队";
    row = "a team of volunteers; its file is named after its id", "一支服务队，文件名即编号";
    [form = Form::TomlFiles, extension = "toml"]
    must id: Id = "Id", "编号" ["服务队编号", "Team id"]:
        "The name of the file without '.toml': other tables name the team by it.", "文件名去掉“.toml”就是编号，其他表凭它指这支服务队。";
    must name: Str as Name = "Name", "名称" ["服务队名称", "队名", "队伍名称", "Team name"]:
        "What people call it.", "大家怎样叫它。";
    must kind: Word<TeamKinds> as Kind = "Kind", "类型" ["服务队类型", "服务队类别", "队伍类型", "类别", "Type", "Team kind", "Team type"]:
        "Its line of work: security, repairs, relief …", "以什么服务为主：治安、维修、帮扶……";
    must place: Row<Place> = "Place", "地点" ["服务区域", "所在地", "所在地点", "Location", "Based in"]:
        "Where it is at home; its activities that name no place of their own count there.", "服务队所在的地点；没有写地点的活动算在这里。";
    may parent: Row<Team> as Parent = "Part of", "上级" ["上级服务队", "上级队伍", "Parent team", "Belongs to"]:
        "The team that it is a sub-team of: its members count for that team's minimum, too; empty: none.", "是哪支服务队的分队，分队的队员也算在上级服务队的人数里；不是分队就不填。";
    may centre: Row<Centre> = "Centre", "服务中心" ["服务分中心", "分中心", "所属中心", "所属服务中心", "Center", "Service centre", "Service center", "Sub-centre"]:
        "The service centre that looks after it.", "由哪个服务中心联系。";
    may branch: Row<Branch> = "Branch", "党支部" [
        "所属支部", "所在党支部", "所属党支部", "所在支部", "支部", "党组织", "所属党组织", "所在党组织", "党支部名称", "党支部编号",
        "Branch id", "Branch name", "Party branch"
    ]:
        "The branch that it belongs to, whose secretary should lead it.", "属于哪个党支部，应由支部书记任负责人。";
    must founded: PartialDay as Starts = "Founded", "成立时间" [
        "成立日期", "建队时间", "建队日期", "组建时间", "组建日期", "Founded on", "Founding date", "Date founded", "Established",
        "Start date"
    ]:
        "Its first day; a year or a month alone means its first day.", "成立的那一天；只写年或年月，按当年或当月第一天算。";
    may closed: End as Ends after founded = "Closed", "撤销时间" [
        "撤销日期", "解散时间", "解散日期", "注销时间", "注销日期", "Closed on", "Closing date", "Date closed", "Disbanded", "Dissolved",
        "End", "Ended", "End date", "Until"
    ]:
        "Its last day, on which it still exists; a year or a month alone means its last day, or the day before the one asked about where that lies in it; empty: it exists.", "撤销前的最后一天，当天仍算存在；只写年或年月，按当年或当月最后一天算，截至日在其中的，算到截至日的前一天；不填表示仍在。";
    may purpose: Str as Note = "Purpose", "宗旨" ["服务宗旨", "目的", "Aim", "Aims", "Mission"]:
        "What it is for, in its own words.", "为了什么而成立，用自己的话写。";
    may schedule: Str as Note = "Schedule", "活动安排" ["活动时间", "服务安排", "Meets", "Timetable"]:
        "When it usually meets, in words.", "平常什么时候活动，用文字写。";
    may chat: Str as Note = "Group chat", "群聊" ["微信群", "QQ群", "群名称", "群聊名称", "Chat group"]:
        "The group chat in which it announces its activities.", "发布活动通知的群聊。";
    => r#"
-- teams/night-watch.toml
name = "Night watch"
kind = "security"
place = "east"
centre = "c1"
branch = "b1"
founded = 2024-03-01
schedule = "every Friday, 20:00"
"#, r#"
-- teams/夜巡队.toml
"名称" = "东村夜巡队"
"类型" = "治安"
"地点" = "东村"
"服务中心" = "c1"
"党支部" = "b1"
"成立时间" = 2024-03-01
"活动安排" = "每周五 20:00"
"#;
}

impl Team {
    /// Whether it exists on a day: founded, and not closed. `None` where the dates cannot be read.
    pub fn is_open(&self, day: Day) -> Option<bool> {
        let closed = if self.closed.is_empty() { Day::MAX } else { self.closed.get()?.day() };
        Some(self.founded.get()?.0 <= day && day <= closed)
    }
}
