//! What the teams held in the year: small, scattered, flexible. And who took part, from any team.

use rollbook::value::Day;

use super::kinds::{GAPS, Kind, kind};
use super::land::Land;
use super::people::{Team, Volunteer};
use super::{Counts, YEAR, closed};
use crate::generate::days::{between, day, recorded, spread};
use crate::generate::dice::Dice;
use crate::generate::exact::{hours, hundredths, less, quarters};
use crate::generate::roster::Roster;
use crate::generate::shares::settle;
use crate::generate::sheet::{Files, Headers, Sheet, row};
use crate::generate::words::fill;

/// An activity that was held.
pub struct Service {
    /// Its id.
    pub id: String,
    /// Its day.
    pub date: Day,
    /// The number of the team that held it.
    pub team: usize,
    /// What it was.
    pub kind: &'static Kind,
    /// How it was called.
    pub title: String,
    /// Where it was.
    pub place: String,
    /// Who answered for it.
    pub responsible: usize,
    /// The request that it served, if it served one.
    pub request: Option<String>,
}

struct Slot {
    date: Day,
    team: usize,
    /// Whether it is the team's third, sixth … : in those somebody leaves early.
    third: bool,
    cancelled: bool,
}

/// What every team can do.
const ANYBODYS: &[&str] = &["助老", "环保", "宣传", "引导", "治安"];

/// A campaign: its id, its name, its first and last day, and the kinds that belong to it.
type Campaign = (&'static str, &'static str, (u32, u32), (u32, u32), &'static [&'static str]);

const CAMPAIGNS: &[Campaign] = &[
    ("k1", "学雷锋月", (3, 1), (3, 31), &["维修", "助老", "医疗", "引导", "环保"]),
    ("k2", "邻里节", (5, 5), (6, 5), &["文体", "调解", "宣传", "助学"]),
    ("k3", "清凉一夏", (7, 1), (8, 31), &["助老", "引导", "治安", "助学"]),
    ("k4", "清洁家园", (9, 1), (10, 31), &["环保", "宣传", "农技"]),
    ("k5", "冬日送暖", (11, 15), (12, 31), &["助老", "医疗", "维修", "文体"]),
];

fn slots(teams: &[Team], count: usize, dice: &mut Dice) -> Vec<Slot> {
    let mut counts: Vec<u32> = teams.iter().map(|team| dice.between(9, 13) as u32 + (team.members.len() / 6) as u32).collect();
    settle(&mut counts, count, (count / teams.len()).clamp(1, 4) as u32, dice);
    let mut slots = Vec::with_capacity(count);
    for (team, (of, n)) in teams.iter().zip(&counts).enumerate() {
        let last = closed().plus(-2);
        let mut days = spread(of.founded.plus(5).max(day(YEAR, 1, 4)), last, *n as usize, dice);
        if let Some(end) = days.last_mut() {
            *end = (*end).max(between(day(YEAR, 10, 8), last, dice));
        }
        slots.extend(days.into_iter().enumerate().map(|(k, date)| Slot { date, team, third: k % 3 == 1, cancelled: false }));
    }
    for _ in 0..count / 75 {
        let (date, team) = (between(day(YEAR, 6, 1), day(YEAR, 12, 20), dice), dice.below(teams.len()));
        slots.push(Slot { date, team, third: false, cancelled: true });
    }
    slots.sort_by_key(|slot| (slot.date, slot.team));
    slots
}

fn start(title: &str, dice: &mut Dice) -> &'static str {
    if title.contains('夜') {
        dice.pick(&["19:00", "19:30", "20:00"])
    } else if title.contains("四点半") || title.contains("学生") {
        "16:00"
    } else {
        dice.pick(&["07:00", "07:30", "08:30", "09:00", "09:30", "10:00", "13:30", "14:00", "15:00", "16:30", "18:00", "18:30", "19:00"])
    }
}

/// What is counted: its word, its unit, the kind of activity, and the fewest and the most; of waste, in hundredths.
pub const METRICS: &[(&str, &str, &str, (i64, i64))] = &[
    ("维修物品", "件", "维修", (1, 9)),
    ("调解纠纷", "起", "调解", (1, 2)),
    ("清理垃圾", "吨", "环保", (5, 60)),
    ("上门照料", "次", "助老", (1, 5)),
];

/// Writes activities, participations and outcomes; gives what was held.
pub fn write(land: &Land, teams: &[Team], people: &[Volunteer], counts: &Counts, files: &mut Files, dice: &mut Dice) -> Vec<Service> {
    let slots = slots(teams, counts.services, dice);
    let held = slots.iter().filter(|slot| !slot.cancelled).count();
    let mut came: Vec<u32> = (0..held).map(|_| [3, 4, 4, 4, 5, 5, 6][dice.below(7)]).collect();
    settle(&mut came, counts.participations, 1, dice);
    let mut roster = Roster::new(people.iter().map(|p| p.ties.clone()).collect(), teams.len());
    let near: Vec<Vec<usize>> = (0..land.areas.len()).map(|a| (0..teams.len()).filter(|t| teams[*t].area == a).collect()).collect();
    let (mut activities, mut participations, mut outcomes) = (Sheet::new("activities"), Sheet::new("participations"), Sheet::new("outcomes"));
    let width = slots.len().to_string().len();
    let mut done: Vec<Service> = Vec::with_capacity(held);
    let mut requests = 0;
    for (n, slot) in slots.iter().enumerate() {
        let team = &teams[slot.team];
        let id = format!("a{:0width$}", n + 1);
        let kind = if dice.chance(85) { team.kind } else { kind(dice.pick(ANYBODYS)) };
        let place = match team.unit {
            Some(unit) if dice.chance(40) => land.units[unit].id.clone(),
            _ => land.grid(team.area, dice).to_owned(),
        };
        let title = fill(dice.pick(kind.titles), "", GAPS, dice);
        let content = if dice.chance(55) { dice.pick(kind.contents) } else { "" };
        let (length, start) = (quarters(dice.pick(kind.hours)), start(&title, dice));
        let responsible = team.members[dice.below(2)];
        if slot.cancelled {
            row!(activities, id: id, date: slot.date, start: start, hours: hours(length), team: team.id, kind: kind.word, place: place,
                title: title, content: dice.pick(&["下大雨，改日再去", "停电，改日", "人没约齐，取消"]), responsible: people[responsible].id,
                status: "已取消", recorded: slot.date);
            continue;
        }
        let in_days = |c: &&Campaign| day(YEAR, c.2.0, c.2.1) <= slot.date && slot.date <= day(YEAR, c.3.0, c.3.1) && c.4.contains(&kind.word);
        let campaign = CAMPAIGNS.iter().find(in_days).filter(|_| dice.chance(60)).map_or("", |c| c.0);
        let asked = place.contains('-') && slot.date >= day(YEAR, 1, 15) && dice.chance(24);
        let request = asked.then(|| {
            requests += 1;
            format!("q{requests:04}")
        });
        let reaches = dice.between(kind.reaches.0, kind.reaches.1);
        let reaches = if asked { reaches.min(6) } else { reaches };
        let headcount = if dice.chance(5) { dice.between(2, 15).to_string() } else { String::new() };
        row!(activities, id: id, date: slot.date, start: start, hours: hours(length), team: team.id, kind: kind.word, place: place,
            campaign: campaign, title: title, content: content, responsible: people[responsible].id, beneficiaries: reaches,
            headcount: headcount, request: request.clone().unwrap_or_default(), status: "已开展", recorded: recorded(slot.date, closed(), dice));
        let drawn = roster.draw(slot.team, &near[team.area], slot.date, came[done.len()] as usize, 14, dice);
        for (turn, who) in drawn.iter().enumerate() {
            let early = turn == 0 && slot.third || dice.chance(18);
            let rating = if dice.chance(10) { dice.pick(&["4", "5", "5"]) } else { "" };
            let length = if early { less(length) } else { length };
            row!(participations, activity: id, volunteer: people[*who].id, hours: hours(length), rating: rating);
        }
        let missing = team.members[2 + dice.below(3)];
        if dice.chance(6) && !drawn.contains(&missing) {
            row!(participations, activity: id, volunteer: people[missing].id, hours: hours(length), status: dice.pick(&["请假", "请假", "缺席"]));
        }
        if let Some((word, _, _, (least, most))) = METRICS.iter().find(|(_, _, of, _)| *of == kind.word && dice.chance(80)) {
            let n = dice.between(*least, *most) as u32;
            row!(outcomes, activity: id, metric: word, quantity: if *word == "清理垃圾" { hundredths(n) } else { n.to_string() });
        }
        done.push(Service { id, date: slot.date, team: slot.team, kind, title, place, responsible, request });
    }
    activities.write(Headers::Titles, files);
    participations.write(Headers::Titles, files);
    outcomes.write(Headers::Titles, files);
    campaigns(files);
    done
}

fn campaigns(files: &mut Files) {
    let mut sheet = Sheet::new("campaigns");
    for (id, name, from, to, kinds) in CAMPAIGNS {
        let (from, to) = (day(YEAR, from.0, from.1), day(YEAR, to.0, to.1));
        row!(sheet, id: id, name: name, place: "cd", from: from, to: to, goals: kinds.join(";"));
    }
    sheet.write(Headers::Titles, files);
}
