//! Lasting help to households, and hours that volunteers gave one another.

use super::campaigns::{Campaign, LABOUR};
use super::land::Township;
use super::people::{Team, Volunteer};
use super::{YEAR, closed};
use crate::generate::days::{between, day};
use crate::generate::dice::Dice;
use crate::generate::exact::{hours, quarters};
use crate::generate::shares::{scaled, settle};
use crate::generate::sheet::{Files, Headers, Sheet, row};

const FAMILIES: &[&str] = &["低保户", "残疾人家庭", "大病困难户", "单亲家庭", "缺劳力户", "五保户", "失独家庭", "库区移民户"];
const ALONE: &[&str] = &["独居老人", "孤寡老人", "留守儿童", "重残人员", "烈属老人", "失能老人"];

/// Writes the pairings: rural members raise households, others look after one person.
pub fn pairings(townships: &[Township], teams: &[Team], people: &[Volunteer], files: &mut Files, dice: &mut Dice) {
    let size = people.len();
    let mut sheet = Sheet::new("pairings");
    let rural: Vec<usize> = teams.iter().filter(|team| team.track == "rural").flat_map(|team| team.members.iter().copied()).collect();
    let rural: Vec<usize> = rural.into_iter().filter(|n| people[*n].since() < day(YEAR, 4, 1)).collect();
    let raising = dice.some(&rural, scaled(220, size, 2292));
    let mut households: Vec<u32> = raising.iter().map(|_| [1, 2, 2, 2, 3, 3, 4][dice.below(7)]).collect();
    settle(&mut households, scaled(500, size, 2292), 1, dice);
    let others: Vec<usize> = (0..size).filter(|n| people[*n].since() < day(YEAR, 4, 1) && people[*n].track != "enterprise").collect();
    let alone = dice.some(&others, scaled(150, size, 2292));
    let still = dice.some(&rural, scaled(40, size, 2292));
    let count = raising.len() + still.len() + alone.len();
    let width = count.to_string().len();
    let id = |sheet: &Sheet| format!("h{:0width$}", sheet.len() + 1);
    let township = |who: usize| &townships[teams[people[who].ties.stays[0].team].township].name;
    for (who, n) in raising.iter().zip(households) {
        let from = between(day(YEAR, 1, 10).max(people[*who].since()), day(YEAR, 4, 20), dice);
        let raised = between(from.plus(100), closed().plus(-5), dice);
        let recipient = format!("{}{} {n} 户", township(*who), dice.pick(FAMILIES));
        row!(sheet, id: id(&sheet), volunteer: people[*who].id, kind: "support", recipient: recipient, households: n,
            place: people[*who].residence, from: from, raised: raised);
    }
    for who in still {
        let recipient = format!("{}{}", township(who), dice.pick(FAMILIES));
        let from = between(day(YEAR, 5, 1), day(YEAR, 11, 30), dice);
        row!(sheet, id: id(&sheet), volunteer: people[who].id, kind: "support", recipient: recipient, households: 1, place: people[who].residence, from: from);
    }
    for who in alone {
        let from = between(day(YEAR, 4, 1), day(YEAR, 10, 30), dice);
        let to = if dice.chance(8) { between(from.plus(30), closed(), dice).to_string() } else { String::new() };
        row!(sheet, id: id(&sheet), volunteer: people[who].id, kind: "one-to-one", recipient: format!("{}一名", dice.pick(ALONE)), households: 1,
            place: people[who].residence, from: from, to: to);
    }
    sheet.write(Headers::Codes, files);
}

const LABOURS: &[(&str, &[&str])] = &[
    ("field", &["插秧", "割稻", "摘茶", "收莲子", "种油菜", "翻地", "收毛竹"]),
    ("house", &["修屋顶", "砌围墙", "粉刷", "接水管", "装电线", "搭棚"]),
    ("transport", &["运稻谷", "拉砖", "送货进城", "运苗木"]),
    ("care", &["照看老人", "接送孩子", "代管鱼塘", "看店"]),
];

/// The kinds of labour that is exchanged, with their titles.
pub const KINDS: &[(&str, &str, &str)] =
    &[("field", "Field work", "农活"), ("house", "Building", "修建"), ("transport", "Transport", "运输"), ("care", "Looking after", "照看")];

/// Writes the mutual labour of the townships whose campaign it is: what is given is given back.
pub fn exchanges(teams: &[Team], campaigns: &[Campaign], people: &[Volunteer], files: &mut Files, dice: &mut Dice) {
    let mut sheet = Sheet::new("exchanges");
    let mut rows = Vec::new();
    for team in teams.iter().filter(|team| campaigns[team.township].name == LABOUR) {
        let here: Vec<usize> = team.members.iter().copied().filter(|n| people[*n].since() < day(YEAR, 3, 1)).collect();
        for _ in 0..2 + dice.below(4) {
            let pair = dice.some(&here, 2);
            let [a, b] = pair[..] else { continue };
            let given = between(day(YEAR, 3, 5), day(YEAR, 10, 20), dice);
            let back = between(given.plus(2), given.plus(40), dice);
            let length = quarters(dice.pick(&["2", "3", "4", "4", "6", "8"]));
            let returned = if length > 12 && dice.chance(25) { length - 4 } else { length };
            for (date, giver, receiver, length) in [(given, a, b, length), (back, b, a, returned)] {
                let (kind, whats) = dice.pick(LABOURS);
                rows.push((date, giver, receiver, length, kind, dice.pick(whats)));
            }
        }
    }
    rows.sort_by_key(|row| (row.0, row.1, row.2));
    let width = rows.len().to_string().len();
    for (n, (date, giver, receiver, length, kind, what)) in rows.into_iter().enumerate() {
        row!(sheet, id: format!("x{:0width$}", n + 1), date: date, giver: people[giver].id, receiver: people[receiver].id, hours: hours(length),
            kind: kind, what: what);
    }
    sheet.write(Headers::Codes, files);
}
