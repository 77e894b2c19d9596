//! `rollbook.toml` of the subdistrict: its own words, all in Chinese, and the rules it changed.

use super::kinds::KINDS;
use super::needs::CHANNELS;
use super::services::METRICS;
use super::{YEAR, closed};
use crate::generate::days::day;
use crate::generate::sheet::Files;
use crate::generate::words::listed;

/// What people are besides.
const IDENTITIES: &[&str] = &["干部", "网格长", "医生", "教师", "代表", "老年人", "党员联系户"];

/// The times at which people can serve.
pub const AVAILABLE: &[&str] = &["工作日", "晚上", "周末"];

/// Writes the settings.
pub fn write(files: &mut Files) {
    let mut skills: Vec<&str> = Vec::new();
    for skill in KINDS.iter().flat_map(|kind| kind.skills) {
        if !skills.contains(skill) {
            skills.push(skill);
        }
    }
    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.word).collect();
    let titled: Vec<String> = KINDS.iter().map(|kind| format!("\"{}\" = \"{}\"\n", kind.word, kind.title)).collect();
    let requests: Vec<&str> = kinds.iter().copied().chain(["志愿者困难", "意见建议", "咨询"]).collect();
    let metrics: Vec<String> = METRICS.iter().map(|(word, unit, _, _)| format!("\"{word}\" = \"{unit}\"\n")).collect();
    let days = [(1, 2), (1, 3), (1, 23), (1, 24), (1, 25), (1, 26), (1, 27), (4, 2), (4, 3), (4, 4), (4, 30), (5, 1), (6, 22)];
    let days = days.iter().chain(&[(10, 1), (10, 2), (10, 3), (10, 4), (10, 5)]);
    let holidays: Vec<String> = days.map(|(month, date)| day(YEAR, *month, *date).to_string()).collect();
    let text = format!(
        "# 虚构示例：人物、社区、村、单位和活动全部是编造的，只有总数与公布的相符。由 examples/generate 写出，不要手改。\n\
         # An invented example: people, places, units and activities are made up; only the totals are those that were published.\n\
         format = 1\n\n[organisation]\nname = \"城东街道志愿服务总队（虚构示例）\"\nlevel = \"街道\"\nlanguage = \"zh-CN\"\ntimezone = \"Asia/Shanghai\"\n\
         # 已经封存的台账：所有问题都以这一天为准。\nas-of = {closed}\n\n\
         [vocabulary]\n# 街道之下是社区、村和单位，社区、村之下是网格。\nplace-kinds = {places}\ncentre-kinds = {centres}\ntracks = {tracks}\n\
         skills = {skills}\nidentities = {identities}\navailable = {available}\nchannels = {channels}\nrequest-kinds = {requests}\n\
         publicity-channels = {publicity}\n\n# 活动的类型也用这些词。\n[vocabulary.team-kinds]\n{titled}\n\
         [metrics]\n{metrics}\n\
         [rules]\n# 骨干里要有按职务担任的人，队伍才不会成空壳。\nbackbone-identities = {offices}\nholidays = [{holidays}]\n\n\
         [files]\n# 表头和固定的词用中文。\nheaders = \"title\"\n",
        closed = closed(),
        places = "[\"街道\", [\"社区\", \"村\", \"学校\", \"企业\", \"机关\"], \"网格\"]",
        centres = listed(&["服务中心", "分中心", "热线"]),
        tracks = listed(&["社区", "农村", "学校", "企业", "机关", "流动"]),
        skills = listed(&skills),
        identities = listed(IDENTITIES),
        available = listed(AVAILABLE),
        channels = listed(CHANNELS),
        requests = listed(&requests),
        publicity = listed(&["群聊", "公告栏", "横幅", "简报"]),
        titled = titled.concat(),
        metrics = metrics.concat(),
        offices = listed(&["干部", "网格长"]),
        holidays = holidays.join(", "),
    );
    files.insert("rollbook.toml".into(), text);
}
