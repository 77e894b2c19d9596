//! Teams and their people: formed by nearness and like speciality, each with a leader, a backbone and successors.

use rollbook::value::Day;

use super::YEAR;
use super::kinds::{KINDS, Kind, OF_TRACK, kind};
use super::land::{Township, add_unit};
use crate::generate::days::{between, day, remembered};
use crate::generate::dice::Dice;
use crate::generate::names::Names;
use crate::generate::roster::{Stay, Ties};
use crate::generate::shares::{scaled, settle};

/// A team.
pub struct Team {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it does.
    pub kind: &'static Kind,
    /// Whose volunteers it is made of.
    pub track: &'static str,
    /// The number of its township.
    pub township: usize,
    /// Its village or community, or the one next to its works or school.
    pub village: usize,
    /// Its works or school.
    pub unit: Option<usize>,
    /// Its branch.
    pub branch: String,
    /// When it began.
    pub founded: Day,
    /// The volunteer who leads it.
    pub leader: usize,
    /// Its people.
    pub members: Vec<usize>,
}

/// A volunteer.
pub struct Volunteer {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Their track.
    pub track: &'static str,
    /// Their branch.
    pub branch: String,
    /// The place they live in.
    pub residence: String,
    /// The works or school they are at.
    pub workplace: String,
    /// What they are good at.
    pub skills: Vec<&'static str>,
    /// What they are besides.
    pub identities: Vec<&'static str>,
    /// Whether they agreed to be named.
    pub consent: &'static str,
    /// When they joined, as it was remembered.
    pub joined: String,
    /// Where they belong.
    pub ties: Ties,
}

impl Volunteer {
    /// The first day in their team.
    pub fn since(&self) -> Day {
        self.ties.stays[0].from
    }
}

/// The tracks of the teams of a township, in turn.
const URBAN: &[&str] = &["community", "community", "community", "floating", "community", "enterprise", "community", "school"];
const RURAL: &[&str] = &[
    "rural",
    "rural",
    "community",
    "enterprise",
    "rural",
    "school",
    "rural",
    "rural",
    "floating",
    "rural",
    "community",
    "rural",
    "school",
    "rural",
    "enterprise",
    "rural",
];

/// Forms the teams: as many as the volunteers are enough for, spread over the townships.
pub fn teams(townships: &mut [Township], volunteers: usize, dice: &mut Dice) -> Vec<Team> {
    let count = scaled(346, volunteers, 2292).min((volunteers / 5).max(1));
    let towns = townships.len();
    let mut turns: Vec<[usize; 5]> = vec![[0; 5]; towns];
    let mut teams: Vec<Team> = Vec::with_capacity(count);
    for n in 0..count {
        let (t, turn) = (n % towns, n / towns);
        let township = &mut townships[t];
        let pattern = if township.is_urban { URBAN } else { RURAL };
        let track = pattern[turn % pattern.len()];
        let (row, (_, kinds)) = OF_TRACK.iter().enumerate().find(|(_, (name, _))| *name == track).unwrap();
        let same = turns[t][row];
        turns[t][row] += 1;
        let kind = kind(kinds[(same + t) % kinds.len()]);
        let communities = township.villages.iter().filter(|v| v.is_community).count();
        let villages = township.villages.len() - communities;
        // A rural team is of a village some way from the last; the ninth shares its village and its secretary with the first.
        let village = match track {
            "rural" if villages > 0 => communities + (same % 8 * 3) % villages,
            _ => (same + 2 * row) % communities,
        };
        let unit = matches!(track, "enterprise" | "school").then(|| add_unit(township, n, track, dice));
        let place = &township.villages[village];
        let branch = match unit {
            Some(unit) => format!("b-{}", township.units[unit].id),
            None if track == "floating" => format!("b-{}-f", place.id),
            None => format!("b-{}", place.id),
        };
        let whose = unit.map_or(&place.name, |unit| &township.units[unit].name);
        let name = format!("{whose}{}志愿服务队", kind.zh);
        let founded =
            if n % 9 == 4 { between(day(YEAR, 1, 4), day(YEAR, 2, 27), dice) } else { between(day(YEAR - 2, 3, 1), day(YEAR - 1, 11, 20), dice) };
        let id = format!("{}-{:02}", township.id, turn + 1);
        teams.push(Team { id, name, kind, track, township: t, village, unit, branch, founded, leader: 0, members: Vec::new() });
    }
    teams
}

/// Fills the teams with exactly so many people, all of whom are active when the book is closed.
pub fn people(townships: &[Township], teams: &mut [Team], volunteers: usize, dice: &mut Dice) -> Vec<Volunteer> {
    let mut sizes: Vec<u32> = teams.iter().map(|_| [5, 5, 6, 6, 6, 7, 7, 7, 8, 9][dice.below(10)]).collect();
    settle(&mut sizes, volunteers, 5, dice);
    let mut names = Names::new();
    let mut all = Vec::with_capacity(volunteers);
    let width = volunteers.to_string().len();
    let mut secretaries: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for (number, (team, size)) in teams.iter_mut().zip(&sizes).enumerate() {
        for place in 0..*size as usize {
            let n = all.len();
            let leads = place == 0 && !secretaries.contains_key(&team.branch);
            if leads {
                secretaries.insert(team.branch.clone(), n);
            }
            let mut person = volunteer(&townships[team.township], team, place, *size as usize, leads, dice);
            person.id = format!("v{:0width$}", n + 1);
            person.name = names.name(&person.branch, dice);
            let core = place < 5;
            let late = !core && dice.chance(22);
            let from = if late { between(day(YEAR, 2, 1).max(team.founded), day(YEAR, 9, 30), dice) } else { team.founded };
            let joined = if late { from } else { between(team.founded.plus(-900), team.founded, dice) };
            person.joined = remembered(joined, dice);
            let role = match place {
                0 | 1 => "backbone",
                2 => "successor",
                5 if dice.chance(40) => "backbone",
                6 if dice.chance(40) => "successor",
                _ => "member",
            };
            person.ties.stays.push(Stay { team: number, role, from, to: None });
            team.members.push(n);
            all.push(person);
        }
        team.leader = secretaries[&team.branch];
    }
    all
}

fn volunteer(township: &Township, team: &Team, place: usize, size: usize, leads: bool, dice: &mut Dice) -> Volunteer {
    let lives = match dice.below(10) {
        0..=5 => team.village,
        6 | 7 => team.village.saturating_sub(1),
        _ => (team.village + 1).min(township.villages.len() - 1),
    };
    let lives = if leads { team.village } else { lives };
    let residence = township.villages[lives].id.clone();
    let workplace = team.unit.map(|unit| township.units[unit].id.clone()).unwrap_or_default();
    let is_of_team = leads || team.unit.is_some() && dice.chance(85) || team.track == "floating" && dice.chance(80);
    let branch = if is_of_team { team.branch.clone() } else { format!("b-{residence}") };
    // A neighbour of another track belongs to some of the larger teams.
    let stranger = place + 1 == size && size > 6 && matches!(team.track, "community" | "rural") && dice.chance(30);
    let track = if stranger { "floating" } else { team.track };
    let mut skills = vec![dice.pick(team.kind.skills)];
    if dice.chance(35) {
        let kind = if dice.chance(50) { team.kind } else { &KINDS[dice.below(KINDS.len())] };
        let other = dice.pick(kind.skills);
        if other != skills[0] {
            skills.push(other);
        }
    }
    let mut identities = Vec::new();
    if leads {
        identities.push("cadre");
    } else if place < 2 {
        identities.push(dice.pick(&["cadre", "grid-leader", "delegate", "household-contact"]));
    } else if place == 2 {
        identities.push(dice.pick(&["doctor", "teacher", "delegate", "elder"]));
    } else if dice.chance(12) {
        identities.push(dice.pick(&["elder", "delegate", "household-contact", "doctor"]));
    }
    if team.track == "school" && !stranger && !identities.contains(&"teacher") && dice.chance(80) {
        identities.push("teacher");
    }
    let consent = match dice.below(10) {
        0..=3 => "name;photo",
        4..=7 => "name",
        _ => "",
    };
    Volunteer {
        id: String::new(),
        name: String::new(),
        track,
        branch,
        residence,
        workplace,
        skills,
        identities,
        consent,
        joined: String::new(),
        ties: Ties::default(),
    }
}
