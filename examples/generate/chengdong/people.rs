//! Teams and their people: each volunteer in exactly one team on any day, each team a ladder of backbone, successors and members.

use rollbook::value::Day;

use super::kinds::{KINDS, Kind, kind};
use super::land::{HOTLINE, Land, MAIN};
use super::{YEAR, closed};
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
    /// The track of most of its people.
    pub track: &'static str,
    /// The area it is of, or the one its unit lies in.
    pub area: usize,
    /// Its unit.
    pub unit: Option<usize>,
    /// Its centre.
    pub centre: String,
    /// Its branch.
    pub branch: String,
    /// When it began.
    pub founded: Day,
    /// The people that belong to it on the last day; the first five stay for good.
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
    /// Their branch, or the group of it in their grid.
    pub branch: String,
    /// The grid they live in.
    pub residence: String,
    /// Their unit.
    pub workplace: String,
    /// What they are good at.
    pub skills: Vec<&'static str>,
    /// What they are besides.
    pub identity: &'static str,
    /// The number of their post among those of the team.
    pub post: usize,
    /// Whether they agreed to be named.
    pub consent: &'static str,
    /// When they joined, as it was remembered.
    pub joined: String,
    /// The last day, of those who left.
    pub left: Option<Day>,
    /// Where they belong.
    pub ties: Ties,
}

impl Volunteer {
    /// The first day in a team.
    pub fn since(&self) -> Day {
        self.ties.stays[0].from
    }

    /// The last of their teams.
    pub fn team(&self) -> usize {
        self.ties.stays.last().unwrap().team
    }
}

const OF_COMMUNITY: &[&str] = &["维修", "治安", "助老", "宣传", "调解", "环保", "文体", "医疗", "引导"];
const OF_VILLAGE: &[&str] = &["农技", "环保", "助老", "治安", "调解", "文体", "维修", "宣传"];

/// Forms the teams: four in each community and village, one in each unit.
pub fn teams(land: &Land, dice: &mut Dice) -> Vec<Team> {
    let founded = |n: usize, dice: &mut Dice| match n % 13 {
        // The layout of the teams is adjusted: some are new this year.
        7 => between(day(YEAR, 3, 5), day(YEAR, 5, 25), dice),
        _ => between(day(2008, 3, 1), day(2011, 11, 20), dice),
    };
    let mut teams = Vec::new();
    for n in 0..land.of_areas {
        let (a, turn) = (n / 4, n % 4);
        let area = &land.areas[a];
        let kinds = if area.is_village { OF_VILLAGE } else { OF_COMMUNITY };
        let kind = kind(kinds[(a * 4 + turn) % kinds.len()]);
        let branch = if area.is_village { format!("b-{}", area.id) } else { format!("b-{}-{}", area.id, turn / 2 + 1) };
        teams.push(Team {
            id: format!("{}-{}", area.id, turn + 1),
            name: format!("{}{}服务队", area.name, kind.title),
            kind,
            track: if area.is_village { "农村" } else { "社区" },
            area: a,
            unit: None,
            centre: area.centre.clone(),
            branch,
            founded: founded(n, dice),
            members: Vec::new(),
        });
    }
    for (n, unit) in land.units.iter().enumerate() {
        let centre = match (unit.name.as_str(), unit.kind) {
            ("街道机关", _) => HOTLINE.to_owned(),
            (_, "机关") => MAIN.to_owned(),
            _ => land.areas[unit.area].centre.clone(),
        };
        let kind = kind(unit.does);
        teams.push(Team {
            id: unit.id.clone(),
            name: format!("{}{}服务队", unit.name, kind.title),
            kind,
            track: if unit.kind == "学校" {
                "学校"
            } else if unit.kind == "企业" {
                "企业"
            } else {
                "机关"
            },
            area: unit.area,
            unit: Some(n),
            centre,
            branch: format!("b-{}", unit.id),
            founded: founded(land.of_areas + n, dice),
            members: Vec::new(),
        });
    }
    teams
}

/// Fills the teams: exactly so many people are active on the last day; a few others came and went.
pub fn people(land: &Land, teams: &mut [Team], volunteers: usize, dice: &mut Dice) -> Vec<Volunteer> {
    let small = |n: usize| n % 7 == 3;
    let mut sizes: Vec<u32> = (0..teams.len()).map(|n| if small(n) { 5 + (n / 7 % 3) as u32 } else { dice.between(15, 36) as u32 }).collect();
    let (mut large, fixed): (Vec<usize>, Vec<usize>) = (0..teams.len()).partition(|n| !small(*n));
    if large.is_empty() || fixed.len() * 7 + large.len() * 5 > volunteers {
        large = (0..teams.len()).collect();
        sizes.fill(5);
    }
    let rest: usize = volunteers - (0..teams.len()).filter(|n| !large.contains(n)).map(|n| sizes[n] as usize).sum::<usize>();
    let mut shares: Vec<u32> = large.iter().map(|n| sizes[*n]).collect();
    settle(&mut shares, rest, 5, dice);
    for (n, share) in large.iter().zip(shares) {
        sizes[*n] = share;
    }

    let gone = scaled(26, volunteers, 1806);
    let mut places: Vec<(usize, Option<usize>)> = Vec::with_capacity(volunteers + gone);
    for (team, size) in sizes.iter().enumerate() {
        places.extend((0..*size as usize).map(|place| (team, Some(place))));
    }
    for _ in 0..gone {
        let at = dice.below(places.len());
        let team = places[at].0;
        // Behind the people of the same team, so that the first five of a team stay together.
        let end = places.iter().rposition(|(t, _)| *t == team).unwrap();
        places.insert(end + 1, (team, None));
    }
    let (mut names, mut led, width) = (Names::new(), std::collections::HashSet::new(), places.len().to_string().len());
    let mut all: Vec<Volunteer> = Vec::with_capacity(places.len());
    for (number, place) in places {
        let leads = place == Some(0) && led.insert(teams[number].branch.clone());
        let mut person = volunteer(land, &teams[number], place.unwrap_or(9), leads, dice);
        person.id = format!("v{:0width$}", all.len() + 1);
        person.name = names.name(&person.branch, dice);
        settle_in(&mut person, number, place, sizes[number], teams, dice);
        if place.is_some() {
            teams[number].members.push(all.len());
        }
        all.push(person);
    }
    all
}

/// When somebody joined, whether they came from another team, went on leave or left.
fn settle_in(person: &mut Volunteer, number: usize, place: Option<usize>, size: u32, teams: &[Team], dice: &mut Dice) {
    let team = &teams[number];
    let stay = |team, role, from, to| Stay { team, role, from, to };
    let x = dice.below(100);
    let Some(place) = place else {
        let from = team.founded;
        let to = between(day(YEAR, 6, 20), day(YEAR, 12, 10), dice);
        person.joined = remembered(between(from.plus(-600), from, dice), dice);
        person.left = Some(to);
        person.ties.stays.push(stay(number, "队员", from, Some(to)));
        return;
    };
    let role = match place {
        0..=2 => "骨干",
        3 => "后备",
        4 => "队员",
        _ => ["骨干", "后备", "后备", "队员", "队员", "队员", "队员", "队员", "队员", "队员"][dice.below(10)],
    };
    if role == "后备" && person.identity.is_empty() {
        person.identity = dice.pick(&["医生", "教师", "代表", "老年人"]);
    }
    if place < 5 || x >= 11 {
        let from = team.founded;
        person.joined = remembered(between(from.plus(-600), from, dice), dice);
        person.ties.stays.push(stay(number, role, from, None));
    } else if x < 4 && teams.len() > 1 {
        let other = (number + 1 + dice.below(teams.len() - 1)) % teams.len();
        let from = teams[other].founded;
        let moved = between(day(YEAR, 6, 10), day(YEAR, 11, 25), dice).max(team.founded);
        person.joined = remembered(between(from.plus(-600), from, dice), dice);
        person.ties.stays.push(stay(other, "队员", from, Some(moved.plus(-1))));
        person.ties.stays.push(stay(number, role, moved, None));
    } else {
        let from = between(day(YEAR, 1, 10).max(team.founded), day(YEAR, 11, 5), dice);
        person.joined = from.to_string();
        person.ties.stays.push(stay(number, role, from, None));
    }
    // At most one of a team is away on the last day, and none of the small teams.
    if place >= 5 && size >= 9 && (place == 7 && number.is_multiple_of(3) || dice.chance(1)) {
        let from = between(person.ties.stays.last().unwrap().from.max(day(YEAR, 2, 1)), day(YEAR, 11, 20), dice);
        let back = from.plus(dice.between(25, 110));
        let is_away = place == 7 && back >= closed();
        person.ties.leaves.push((from, if is_away { None } else { Some(back.min(closed().plus(-3)).max(from)) }));
    }
}

fn volunteer(land: &Land, team: &Team, place: usize, leads: bool, dice: &mut Dice) -> Volunteer {
    let area = if dice.chance(if team.unit.is_some() { 40 } else { 92 }) || leads { team.area } else { dice.below(land.areas.len()) };
    let residence = land.grid(area, dice).to_owned();
    let of_team = leads || team.unit.is_some() || dice.chance(40);
    let branch = if of_team { team.branch.clone() } else { format!("g-{residence}") };
    let identity = match place {
        0 if leads => "干部",
        0 | 1 => dice.pick(&["干部", "网格长", "网格长"]),
        2 => dice.pick(&["干部", "代表", "教师", "党员联系户"]),
        3 => dice.pick(&["医生", "教师", "代表", "老年人"]),
        _ if dice.chance(12) => dice.pick(&["老年人", "代表", "党员联系户", "医生"]),
        _ => "",
    };
    let mut skills = vec![dice.pick(team.kind.skills)];
    if dice.chance(30) {
        let kind = &KINDS[dice.below(KINDS.len())];
        let other = dice.pick(kind.skills);
        if other != skills[0] {
            skills.push(other);
        }
    }
    let at_home = identity == "老年人" && dice.chance(70);
    let post = if at_home { team.kind.posts.len() - 1 } else { dice.below(team.kind.posts.len()) };
    let track = if place >= 5 && team.unit.is_none() && dice.chance(6) { "流动" } else { team.track };
    let workplace = team.unit.map(|unit| land.units[unit].id.clone()).unwrap_or_default();
    let consent = match dice.below(10) {
        0..=2 => "姓名;照片",
        3..=6 => "姓名",
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
        identity,
        post,
        consent,
        joined: String::new(),
        left: None,
        ties: Ties::default(),
    }
}
