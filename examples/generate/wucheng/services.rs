//! What the teams held in the year, and who took part.

use rollbook::value::Day;

use super::campaigns::Campaign;
use super::kinds::{GAPS, Kind, kind};
use super::land::Township;
use super::people::{Team, Volunteer};
use super::{Counts, YEAR, closed};
use crate::generate::days::{between, day, recorded, spread};
use crate::generate::dice::Dice;
use crate::generate::exact::{hours, less, quarters};
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
}

/// What is to happen on a day.
struct Slot {
    date: Day,
    team: usize,
    /// Whether it is the team's third, sixth … : in those somebody leaves early.
    third: bool,
    cancelled: bool,
}

/// When the teams meet: every team in the last quarter, and some plans that came to nothing.
fn slots(teams: &[Team], count: usize, dice: &mut Dice) -> Vec<Slot> {
    let mut counts: Vec<u32> = teams.iter().map(|_| [2, 3, 3, 4, 4, 5, 5][dice.below(7)]).collect();
    settle(&mut counts, count, 1, dice);
    let mut slots = Vec::with_capacity(count);
    for (team, (of, n)) in teams.iter().zip(&counts).enumerate() {
        let mut days = spread(of.founded.plus(6).max(day(YEAR, 1, 5)), closed().plus(-2), *n as usize, dice);
        if let Some(last) = days.last_mut() {
            *last = (*last).max(between(day(YEAR, 10, 10), closed().plus(-2), dice));
        }
        slots.extend(days.into_iter().enumerate().map(|(k, date)| Slot { date, team, third: k % 3 == 2, cancelled: false }));
    }
    for _ in 0..count / 90 {
        let team = dice.below(teams.len());
        slots.push(Slot { date: between(day(YEAR, 4, 1), day(YEAR, 12, 20), dice), team, third: false, cancelled: true });
    }
    slots.sort_by_key(|slot| (slot.date, slot.team));
    slots
}

/// What a team does this time: mostly its own kind, at times another of its track.
fn what(team: &Team, dice: &mut Dice) -> &'static Kind {
    if dice.chance(88) {
        return team.kind;
    }
    let (_, kinds) = super::kinds::OF_TRACK.iter().find(|(track, _)| *track == team.track).unwrap();
    kind(dice.pick(kinds))
}

fn start(title: &str, kind: &Kind, dice: &mut Dice) -> &'static str {
    if title.contains('夜') {
        dice.pick(&["19:00", "19:30", "20:00"])
    } else if title.contains("四点半") {
        "16:30"
    } else if title.contains("放学") || title.contains("上下客") {
        "16:00"
    } else if matches!(kind.code, "technique" | "ideas") {
        dice.pick(&["12:15", "17:00", "17:30", "18:00"])
    } else {
        dice.pick(&["07:30", "08:00", "08:30", "09:00", "09:30", "13:30", "14:00", "14:30", "15:00", "18:30"])
    }
}

/// Writes activities and participations; gives what was held.
pub fn write(
    (townships, teams, people): (&[Township], &[Team], &[Volunteer]),
    campaigns: &[Campaign],
    counts: &Counts,
    files: &mut Files,
    dice: &mut Dice,
) -> Vec<Service> {
    let slots = slots(teams, counts.services, dice);
    let kinds: Vec<&Kind> = slots.iter().map(|slot| what(&teams[slot.team], dice)).collect();
    let held: Vec<usize> = (0..slots.len()).filter(|n| !slots[*n].cancelled).collect();
    let mut reached: Vec<u32> = held.iter().map(|n| dice.between(kinds[*n].reaches.0, kinds[*n].reaches.1) as u32).collect();
    settle(&mut reached, counts.beneficiaries, 1, dice);
    let mut came: Vec<u32> = held.iter().map(|_| [2, 3, 3, 3, 4, 4, 5][dice.below(7)]).collect();
    settle(&mut came, counts.participations, 1, dice);

    let mut roster = Roster::new(people.iter().map(|p| p.ties.clone()).collect(), teams.len());
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); townships.len()];
    for (n, team) in teams.iter().enumerate() {
        near[team.township].push(n);
    }
    let (mut activities, mut participations) = (Sheet::new("activities"), Sheet::new("participations"));
    let width = slots.len().to_string().len();
    let mut done = Vec::with_capacity(held.len());
    for (n, (slot, kind)) in slots.iter().zip(kinds).enumerate() {
        let team = &teams[slot.team];
        let township = &townships[team.township];
        let id = format!("a{:0width$}", n + 1);
        let village = if dice.chance(80) { team.village } else { (team.village + 1) % township.villages.len() };
        let village = &township.villages[village];
        let (place, here) = match team.unit {
            Some(unit) if dice.chance(70) => (&township.units[unit].id, &township.units[unit].name),
            _ => (&village.id, &village.name),
        };
        let title = fill(dice.pick(kind.titles), here, GAPS, dice);
        let content = if dice.chance(60) { dice.pick(kind.contents) } else { "" };
        let length = quarters(dice.pick(kind.hours));
        let campaign = &campaigns[team.township];
        let goal = campaign.goal(kind.code).filter(|_| slot.date >= day(YEAR, 2, 1) && dice.chance(80));
        let (campaign, goal) = goal.map_or(("", ""), |goal| (campaign.id.as_str(), goal));
        let responsible = &people[team.members[dice.below(2)]].id;
        let start = start(&title, kind, dice);
        if slot.cancelled {
            row!(activities, id: id, date: slot.date, start: start, hours: hours(length), team: team.id, kind: kind.code, place: place,
                title: title, content: "因雨取消，改日再约", responsible: responsible, status: "cancelled", recorded: slot.date);
            for who in &team.members[..2] {
                row!(participations, activity: id, volunteer: people[*who].id, hours: hours(length), status: "signed-up");
            }
            continue;
        }
        let k = done.len();
        row!(activities, id: id, date: slot.date, start: start, hours: hours(length), team: team.id, kind: kind.code, place: place,
            campaign: campaign, title: title, content: content, goal: goal, responsible: responsible, beneficiaries: reached[k],
            status: "held", recorded: recorded(slot.date, closed(), dice));
        let drawn = roster.draw(slot.team, &near[team.township], slot.date, came[k] as usize, 12, dice);
        for (turn, who) in drawn.into_iter().enumerate() {
            let early = turn == 0 && slot.third || dice.chance(16);
            let rating = if dice.chance(12) { dice.pick(&["4", "5", "5"]) } else { "" };
            let length = if early { less(length) } else { length };
            row!(participations, activity: id, volunteer: people[who].id, hours: hours(length), rating: rating);
        }
        done.push(Service { id, date: slot.date, team: slot.team, kind, title });
    }
    activities.write(Headers::Codes, files);
    participations.write(Headers::Codes, files);
    done
}
