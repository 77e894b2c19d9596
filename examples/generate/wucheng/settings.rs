//! `rollbook.toml` of the district: its words in both languages, its metrics, the rules it changed.

use super::bonds;
use super::kinds::KINDS;
use super::outcomes::METRICS;
use super::promises::CATEGORIES;
use super::{YEAR, closed};
use crate::generate::sheet::Files;
use crate::generate::words::{listed, titled};

/// What people are good at.
pub const SKILLS: &[(&str, &str, &str)] = &[
    ("electrics", "Electrics", "电工"),
    ("plumbing", "Plumbing", "水暖"),
    ("appliances", "Appliances", "家电维修"),
    ("carpentry", "Carpentry", "木工泥工"),
    ("gardening", "Gardening", "园林"),
    ("driving", "Driving", "驾驶"),
    ("patrol", "Patrolling", "治安防范"),
    ("fire-safety", "Fire safety", "消防"),
    ("first-aid", "First aid", "急救"),
    ("medicine", "Medicine", "医护"),
    ("hairdressing", "Hairdressing", "理发"),
    ("cooking", "Cooking", "烹饪"),
    ("mediation", "Mediation", "调解"),
    ("law", "Law", "法律"),
    ("dialects", "Dialects", "方言"),
    ("computers", "Computers", "电脑"),
    ("accounting", "Accounting", "会计"),
    ("farming", "Farming", "种植"),
    ("fruit-growing", "Fruit growing", "果茶"),
    ("livestock", "Livestock", "养殖"),
    ("machining", "Machining", "机修"),
    ("quality", "Quality control", "质量管理"),
    ("teaching", "Teaching", "教学"),
    ("music", "Music", "音乐戏曲"),
    ("dance", "Dance", "舞蹈"),
    ("calligraphy", "Calligraphy", "书画"),
];

const IDENTITIES: &[(&str, &str, &str)] = &[
    ("cadre", "Cadre", "干部"),
    ("grid-leader", "Grid leader", "网格长"),
    ("doctor", "Doctor", "医生"),
    ("teacher", "Teacher", "教师"),
    ("delegate", "Delegate", "代表委员"),
    ("elder", "Elder", "老年人"),
    ("household-contact", "Contact of households", "党员联系户"),
];

/// The times at which people can serve.
pub const AVAILABLE: &[(&str, &str, &str)] = &[("weekday", "Weekdays", "工作日"), ("evening", "Evenings", "晚上"), ("weekend", "Weekends", "周末")];

/// Writes the settings.
pub fn write(files: &mut Files) {
    let kinds: Vec<(&str, &str, &str)> = KINDS.iter().map(|kind| (kind.code, kind.en, kind.zh)).collect();
    let tracks = [
        ("community", "Community", "社区"),
        ("rural", "Rural", "农村"),
        ("enterprise", "Enterprise", "企业"),
        ("school", "School", "学校"),
        ("floating", "Floating", "流动"),
    ];
    let centres =
        [("convenience", "Convenience centre", "便民服务中心"), ("members", "Members' centre", "党员服务中心"), ("room", "Service room", "服务室")];
    let channels = [
        ("notice-board", "Notice board", "公告栏"),
        ("banner", "Banner", "横幅"),
        ("press", "Press", "报刊"),
        ("broadcast", "Broadcast", "广播"),
        ("distance-learning", "Distance learning", "远程教育"),
        ("group-chat", "Group chat", "群聊"),
    ];
    let closed = closed();
    let mut text = format!(
        "# 虚构示例：人物、村庄、单位和活动全部是编造的，只有总数与公布的相符。由 examples/generate 写出，不要手改。\n\
         # An invented example: people, villages, works and activities are made up; only the totals are those that were published.\n\
         format = 1\n\n[organisation]\nname = \"婺城区志愿服务总队（虚构示例）\"\nlevel = \"区\"\nlanguage = \"zh-CN\"\ntimezone = \"Asia/Shanghai\"\n\
         # 已经封存的台账：所有问题都以这一天为准。\nas-of = {closed}\n\n\
         [vocabulary]\nplace-kinds = [\"district\", \"township\", [\"village\", \"community\", \"enterprise\", \"school\"]]\n\n"
    );
    text += &titled("centre-kinds", &centres);
    text += "# 活动的类型也用这些词。\n";
    text += &titled("team-kinds", &kinds);
    text += &titled("tracks", &tracks);
    text += &titled("skills", SKILLS);
    text += &titled("identities", IDENTITIES);
    text += &titled("available", AVAILABLE);
    text += &titled("exchange-kinds", bonds::KINDS);
    text += &titled("publicity-channels", &channels);
    text += "# 公开承诺按类别分：各类志愿者承诺各自的事。\n";
    for (track, categories) in CATEGORIES {
        let all: Vec<(&str, &str, &str)> = categories.iter().map(|(code, en, zh, _)| (*code, *en, *zh)).collect();
        text += &titled(&format!("commitment-categories.{track}"), &all);
    }
    text += "# 四类志愿者各有自己的成效；脱困户数从 pairings.csv 数出。\n[metrics]\n";
    for metric in METRICS {
        let (unit, track) = (metric.unit, metric.track);
        text += &format!("{} = {{ unit = \"{unit}\", track = \"{track}\", en = \"{}\", zh-CN = \"{}\" }}\n", metric.code, metric.en, metric.zh);
    }
    let holidays: Vec<String> =
        [(1, 1), (2, 11), (2, 12), (2, 13), (2, 14), (2, 15), (4, 4), (5, 1), (6, 12), (9, 19), (10, 1), (10, 2), (10, 3), (10, 4), (10, 7)]
            .iter()
            .map(|(month, day)| crate::generate::days::day(YEAR, *month, *day).to_string())
            .collect();
    text += &format!(
        "\n[rules]\n# 五人即可成队，就近组队，不求人多。\nwanted-members = 5\n# 每个乡镇街道两个中心，每个村、社区一间服务室。\n\
         required-centres = {{ township = {}, village = [\"room\"], community = [\"room\"] }}\nholidays = [{}]\n\n\
         [levels]\n# 服务室村村都有，服务队就近组建，不必每室一队。\ncentre-without-team = \"off\"\n",
        listed(&["convenience", "members"]),
        holidays.join(", ")
    );
    files.insert("rollbook.toml".into(), text);
}
