//! Service points, whose households each volunteer looks after, and help to one household or person.

use std::collections::HashMap;

use super::people::Volunteer;
use super::{YEAR, closed};
use crate::generate::days::{between, day};
use crate::generate::dice::Dice;
use crate::generate::shares::scaled;
use crate::generate::sheet::{Files, Headers, Sheet, row};

const FAMILIES: &[&str] = &["低保户", "残疾人家庭", "大病困难户", "单亲家庭", "失独家庭", "下岗困难户"];
const ALONE: &[&str] = &["独居老人", "孤寡老人", "失能老人", "重残人员", "困难学生", "留守儿童"];

/// Writes the pairings and gives how many households of each grid the service points look after.
pub fn write(people: &[Volunteer], files: &mut Files, dice: &mut Dice) -> HashMap<String, usize> {
    let mut sheet = Sheet::new("pairings");
    let mut reached: HashMap<String, usize> = HashMap::new();
    let active: Vec<&Volunteer> = people.iter().filter(|person| person.left.is_none()).collect();
    let (support, alone) = (scaled(64, active.len(), 1806), scaled(96, active.len(), 1806));
    let width = (active.len() + support + alone).to_string().len();
    let id = |sheet: &Sheet| format!("h{:0width$}", sheet.len() + 1);
    for person in &active {
        let households = 5 + dice.below(7);
        let last = closed().plus(-10).max(person.since());
        let from = between(person.since().max(day(YEAR, 1, 4)), day(YEAR, 2, 20).max(person.since().plus(14)), dice).min(last);
        let building = format!("{} 幢 {} 单元服务点", 1 + dice.below(28), 1 + dice.below(4));
        let recipient = if person.residence.starts_with('c') { format!("{} 组服务点", 1 + dice.below(9)) } else { building };
        row!(sheet, id: id(&sheet), volunteer: person.id, kind: "服务点", recipient: recipient, households: households, place: person.residence, from: from);
        *reached.entry(person.residence.clone()).or_default() += households;
    }
    let long: Vec<&Volunteer> = active.into_iter().filter(|person| person.since() < day(YEAR, 6, 1)).collect();
    for person in dice.some(&long, support) {
        let (n, from) = (1 + dice.below(3), between(day(YEAR, 6, 1), day(YEAR, 9, 1), dice));
        let raised = if dice.chance(30) { between(from.plus(60), closed().plus(-3), dice).to_string() } else { String::new() };
        row!(sheet, id: id(&sheet), volunteer: person.id, kind: "帮扶", recipient: format!("{} {n} 户", dice.pick(FAMILIES)), households: n,
            place: person.residence, from: from, raised: raised);
    }
    for person in dice.some(&long, alone) {
        let from = between(day(YEAR, 6, 1), day(YEAR, 11, 1), dice);
        let to = if dice.chance(8) { between(from.plus(20), closed(), dice).to_string() } else { String::new() };
        row!(sheet, id: id(&sheet), volunteer: person.id, kind: "一对一", recipient: format!("{}一名", dice.pick(ALONE)), households: 1,
            place: person.residence, from: from, to: to);
    }
    sheet.write(Headers::Titles, files);
    reached
}
