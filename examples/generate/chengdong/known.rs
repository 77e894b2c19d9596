//! What is made known: exemplars of each quarter, announcements to group chats, summaries fed back to branches and grids.
//! Trainings, and what teams had done before the book began, stand here, too.

use super::land::{HOTLINE, Land};
use super::people::{Team, Volunteer};
use super::services::Service;
use super::{YEAR, closed};
use crate::generate::days::{between, day};
use crate::generate::dice::Dice;
use crate::generate::shares::scaled;
use crate::generate::sheet::{Files, Headers, Sheet, row};

const TITLES: &[&str] = &["季度服务之星", "好邻居志愿者", "爱岗志愿者", "热心党员", "孝老之星"];
const DEEDS: &[&str] = &[
    "本季服务次数最多",
    "半夜接到电话就去修水管",
    "一个人劝和了三户人家",
    "每天给楼上老人带菜",
    "带着两名后备把队里的事理顺",
    "下雨天照样站岗",
    "自己有病在身，一次不落",
    "大家在群里推荐",
];

/// Writes recognitions and publicity.
pub fn write(land: &Land, teams: &[Team], people: &[Volunteer], services: &[Service], files: &mut Files, dice: &mut Dice) {
    let (mut honours, mut known) = (Sheet::new("recognitions"), Sheet::new("publicity"));
    let mut notices = Vec::new();
    let named: Vec<usize> = (0..people.len())
        .filter(|n| people[*n].left.is_none() && people[*n].consent.contains("姓名") && people[*n].since() < day(YEAR, 1, 1))
        .collect();
    let each = scaled(9, people.len(), 1832);
    for quarter in 1..=4u32 {
        let end = if quarter == 4 { closed().plus(-8) } else { day(YEAR, quarter * 3 + 1, 5) };
        for who in dice.some(&named, each) {
            let (id, date, title) = (format!("g{:03}", honours.len() + 1), end.plus(dice.between(0, 3)), dice.pick(TITLES));
            row!(honours, id: id, volunteer: people[who].id, date: date, title: title, by: "城东街道志愿服务总队", citation: dice.pick(DEEDS));
            let channel = dice.pick(&["群聊", "公告栏", "简报"]);
            notices.push((date.plus(dice.between(0, 4)), channel, format!("{title}：{}", people[who].name), id));
        }
        for _ in 0..2 {
            let (id, date, team) = (format!("g{:03}", honours.len() + 1), end.plus(dice.between(0, 3)), &teams[dice.below(teams.len())]);
            row!(honours, id: id, team: team.id, date: date, title: "季度红旗服务队", by: "城东街道志愿服务总队", citation: "队员齐，活动实，群众叫得应");
            notices.push((date.plus(dice.between(0, 4)), "公告栏", format!("季度红旗服务队：{}", team.name), id));
        }
    }
    for service in services.iter().filter(|service| service.date > day(YEAR, 1, 15)) {
        if dice.chance(22) {
            let channel = dice.pick(&["群聊", "群聊", "群聊", "群聊", "公告栏", "横幅"]);
            let title = format!("预告：{}，{}", service.title, teams[service.team].name);
            notices.push((service.date.plus(-dice.between(1, 4)), channel, title, service.id.clone()));
        }
    }
    for centre in land.areas.iter().map(|area| area.centre.as_str()).collect::<std::collections::BTreeSet<_>>().into_iter().chain([HOTLINE]) {
        notices.push((day(YEAR, 1, 9), "公告栏", "服务热线、受理时间和服务岗位一览".to_owned(), centre.to_owned()));
    }
    notices.sort();
    let width = notices.len().to_string().len();
    for (n, (date, channel, title, about)) in notices.into_iter().enumerate() {
        row!(known, id: format!("n{:0width$}", n + 1), date: date.min(closed()), channel: channel, title: title, about: about);
    }
    honours.write(Headers::Titles, files);
    known.write(Headers::Titles, files);
}

/// Writes trainings, and the openings of teams that had kept a paper book.
pub fn before(teams: &[Team], people: &[Volunteer], files: &mut Files, dice: &mut Dice) {
    let (mut trainings, mut openings) = (Sheet::new("trainings"), Sheet::new("openings"));
    for n in 0..scaled(110, people.len(), 1832) {
        let team = &teams[n % teams.len()];
        let (skill, who) = (dice.pick(team.kind.skills), &people[team.members[n / teams.len() % 5]]);
        let date = between(day(YEAR, 3, 1).max(team.founded), day(YEAR, 11, 20), dice);
        let expires = if skill == "急救" { date.plus(730).to_string() } else { String::new() };
        let organiser = match skill {
            "急救" | "医疗" | "护理" | "心理" => "城东卫生院",
            "消防" | "巡逻" => "街道消防安全办",
            "种植" | "养殖" => "街道农技站",
            _ => dice.pick(&["街道志愿服务总队", "社区学院", "东关职业学校"]),
        };
        row!(trainings, id: format!("s{:03}", n + 1), volunteer: who.id, date: date, title: format!("{skill}培训"), hours: dice.pick(&["1.5", "2", "3", "4"]),
            organiser: organiser, skill: skill, expires: expires);
    }
    for team in teams.iter().filter(|team| team.founded < day(2011, 1, 1)).step_by(5) {
        let services = dice.between(6, 40);
        row!(openings, team: team.id, until: day(YEAR - 1, 12, 31), services: services, hours: services * dice.between(5, 12),
            beneficiaries: services * dice.between(6, 20), source: format!("{} 年纸质台账", YEAR - 1));
    }
    trainings.write(Headers::Titles, files);
    openings.write(Headers::Titles, files);
}

const WORDS: [&str; 3] = [
    "一季度各队都动起来了，学雷锋月里上门维修、量血压最受欢迎。几支队人少，靠骨干撑着，已请党支部物色后备。热线来的事两天内都有人上门。",
    "二季度新建了几支队，原来太散的服务点重新划片。邻里节把调解和文体放在一起办，楼道里的人熟了。建议活动提前三天在群里预告，各队已照办。",
    "三季度暑期，四点半课堂改成全天，老人问安每天一遍。巡逻缺手电、雨衣的事已办。跨队帮忙多起来，分中心要记得把人情记在账上。",
];

/// Writes the summaries of the quarters that are over and due: fed back to every branch with a team and to every grid.
pub fn summaries(land: &Land, teams: &[Team], services: &[Service], files: &mut Files) {
    let mut branches: Vec<&str> = teams.iter().map(|team| team.branch.as_str()).collect();
    branches.sort_unstable();
    branches.dedup();
    let grids = land.areas.iter().flat_map(|area| &area.grids);
    let to: Vec<String> = branches.iter().map(|branch| format!("branches:{branch}")).chain(grids.map(|grid| format!("places:{grid}"))).collect();
    for (n, words) in WORDS.iter().enumerate() {
        let quarter = n as u32 + 1;
        let end = day(YEAR, quarter * 3 + 1, 1);
        let here = |service: &&Service| service.date.quarter() == quarter;
        let (held, asked) = (services.iter().filter(here).count(), services.iter().filter(here).filter(|s| s.request.is_some()).count());
        let fed: Vec<String> =
            to.iter().enumerate().map(|(k, to)| format!("  {{ to = \"{to}\", on = {} }},\n", end.plus(10 + k as i64 % 8))).collect();
        let text = format!(
            "+++\nquarter = \"{YEAR}Q{quarter}\"\nwritten = {}\nfed-back = [\n{}]\n+++\n<!-- rollbook:figures -->\n<!-- /rollbook:figures -->\n\n\
             {words}\n\n本季开展活动 {held} 次，其中 {asked} 次是群众点的。参加情况已列入党支部考核。\n",
            end.plus(7),
            fed.concat()
        );
        files.insert(format!("summaries/{YEAR}Q{quarter}.md"), text);
    }
}
