//! What is made known: exemplars who agreed to be named, notices, and the summaries of the quarters. Training stands here, too.

use super::kinds::KINDS;
use super::land::Township;
use super::people::{Team, Volunteer};
use super::services::Service;
use super::{YEAR, closed};
use crate::generate::days::{between, day};
use crate::generate::dice::Dice;
use crate::generate::shares::scaled;
use crate::generate::sheet::{Files, Headers, Sheet, row};

const TITLES: &[&str] = &["优秀党员志愿者", "服务之星", "最美邻居", "帮带能人", "孝老爱亲模范", "岗位创新标兵"];
const DEEDS: &[&str] = &[
    "一年不落，每次都到",
    "随叫随到，从不推托",
    "带出三名徒弟",
    "结对的几户都有了增收门路",
    "雨里守在路口两个多小时",
    "自掏腰包买零件，不收一分钱",
    "把老人的事当自己的事",
    "大家推荐最多",
];

/// Writes recognitions and publicity.
pub fn write(townships: &[Township], teams: &[Team], people: &[Volunteer], services: &[Service], files: &mut Files, dice: &mut Dice) {
    let (mut honours, mut known) = (Sheet::new("recognitions"), Sheet::new("publicity"));
    let mut notices: Vec<(rollbook::value::Day, &str, String, String)> = Vec::new();
    let width = (townships.len() * 3).to_string().len();
    for (n, township) in townships.iter().enumerate() {
        let of: Vec<&Team> = teams.iter().filter(|team| team.township == n).collect();
        let named: Vec<usize> = of
            .iter()
            .flat_map(|team| &team.members)
            .copied()
            .filter(|who| people[*who].consent.contains("name") && people[*who].since() < day(YEAR, 6, 1))
            .collect();
        for who in dice.some(&named, 2) {
            let (id, date) = (format!("g{:0width$}", honours.len() + 1), between(day(YEAR, 6, 25), day(YEAR, 12, 24), dice));
            let title = dice.pick(TITLES);
            row!(honours, id: id, volunteer: people[who].id, date: date, title: title, by: township.name, citation: dice.pick(DEEDS));
            let channel = dice.pick(&["press", "notice-board", "distance-learning", "broadcast"]);
            notices.push((date.plus(dice.between(0, 7)), channel, format!("{}：{}", title, people[who].name), id));
        }
        if !of.is_empty() {
            let (id, date) = (format!("g{:0width$}", honours.len() + 1), between(day(YEAR, 11, 20), day(YEAR, 12, 20), dice));
            let team = dice.pick(&of);
            row!(honours, id: id, team: team.id, date: date, title: "先进志愿服务队", by: "婺城区志愿服务总队", citation: "活动经常，队员齐，群众评价好");
            notices.push((date.plus(dice.between(1, 7)), "press", format!("先进志愿服务队：{}", team.name), id));
        }
        notices.push((day(YEAR, 4, 15), "notice-board", format!("{}党员志愿者公开承诺公示", township.name), format!("k-{}", township.id)));
        notices.push((day(YEAR, 2, 1).plus(dice.between(0, 25)), "banner", format!("{}：人人都是志愿者", township.name), String::new()));
    }
    for service in services.iter().filter(|service| service.date > day(YEAR, 1, 20)) {
        if dice.chance(9) {
            let channel = dice.pick(&["notice-board", "group-chat", "group-chat", "broadcast", "banner"]);
            let title = format!("{}：{}", teams[service.team].name, service.title);
            notices.push((service.date.plus(-dice.between(1, 5)), channel, title, service.id.clone()));
        }
    }
    notices.sort();
    let width = notices.len().to_string().len();
    for (n, (date, channel, title, about)) in notices.into_iter().enumerate() {
        row!(known, id: format!("n{:0width$}", n + 1), date: date.min(closed()), channel: channel, title: title, about: about);
    }
    honours.write(Headers::Codes, files);
    known.write(Headers::Codes, files);
}

/// Writes trainings: backbone members learn what their team does.
pub fn trainings(teams: &[Team], people: &[Volunteer], files: &mut Files, dice: &mut Dice) {
    let mut sheet = Sheet::new("trainings");
    let count = scaled(120, people.len(), 2292).min(teams.len());
    let width = count.to_string().len();
    let chosen = dice.some(&(0..teams.len()).collect::<Vec<_>>(), count);
    for (n, team) in chosen.into_iter().map(|n| &teams[n]).enumerate() {
        let skill = dice.pick(team.kind.skills);
        let (_, _, title) = super::settings::SKILLS.iter().find(|(code, _, _)| *code == skill).unwrap();
        let date = between(day(YEAR, 3, 1), day(YEAR, 11, 10), dice);
        let expires = if skill == "first-aid" { date.plus(730).to_string() } else { String::new() };
        let organiser = dice.pick(&["婺城区志愿服务总队", "区农技站", "区社区学院", "区卫生进修学校"]);
        row!(sheet, id: format!("s{:0width$}", n + 1), volunteer: people[team.members[1]].id, date: date, title: format!("{title}培训"),
            hours: dice.pick(&["2", "3", "4", "6"]), organiser: organiser, skill: skill, expires: expires);
    }
    sheet.write(Headers::Codes, files);
}

const WORDS: [&str; 3] = [
    "一季度重在开头：各队编组到位，公开承诺全部上墙。冬天照看老人的事做得最多，田间的事刚刚开始。下季度把农忙换工排好，学校的队避开考试。",
    "二季度农忙，换工和农技服务最多；社区的队清理了几条背街小巷。有的村两支队离得太近，已商量分片。暑期护校、防溺水要早排班。",
    "三季度天热，巡查和防溺水抓得紧，企业的队收到一批好点子，有的当月就用上了。有几支队人手偏紧，请所在党支部物色后备。",
];

/// Writes the summaries of the quarters that are over and due.
pub fn summaries(townships: &[Township], services: &[Service], files: &mut Files) {
    for (n, words) in WORDS.iter().enumerate() {
        let quarter = n as u32 + 1;
        let end = day(YEAR, quarter * 3 + 1, 1);
        let count = |kind: &str| services.iter().filter(|s| s.date.quarter() == quarter && s.kind.code == kind).count();
        let mut most: Vec<(usize, &str)> = KINDS.iter().map(|kind| (count(kind.code), kind.zh)).collect();
        most.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
        let most: Vec<String> = most.iter().take(5).map(|(n, name)| format!("{name} {n} 次")).collect();
        let fed: Vec<String> = townships
            .iter()
            .enumerate()
            .flat_map(|(k, township)| {
                let on = end.plus(12 + k as i64 % 9);
                [
                    format!("  {{ to = \"branches:b-{}\", on = {on} }},\n", township.id),
                    format!("  {{ to = \"centres:{}-members\", on = {on} }},\n", township.id),
                ]
            })
            .collect();
        let text = format!(
            "+++\nquarter = \"{YEAR}Q{quarter}\"\nwritten = {}\nfed-back = [\n{}]\n+++\n<!-- rollbook:figures -->\n<!-- /rollbook:figures -->\n\n{words}\n\n做得最多的五件事：{}。\n",
            end.plus(8),
            fed.concat(),
            most.join("，")
        );
        files.insert(format!("summaries/{YEAR}Q{quarter}.md"), text);
    }
}
