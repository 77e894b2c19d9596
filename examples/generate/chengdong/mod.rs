//! The subdistrict: 79 teams and 9 sub-centres on a grid of neighbourhoods. Everybody in it is invented.

mod bonds;
mod kinds;
mod known;
mod land;
mod needs;
mod people;
mod posts;
mod readme;
mod services;
mod settings;

use std::collections::HashMap;

use rollbook::value::Day;

use super::Size;
use super::days::{between, day};
use super::dice::Dice;
use super::figures;
use super::shares::scaled;
use super::sheet::{Files, Headers, Sheet, row, team};

use kinds::KINDS;
use land::Land;
use people::{Team, Volunteer};

/// The year of the book.
const YEAR: i32 = 2012;

/// The day on which it was closed.
fn closed() -> Day {
    day(YEAR, 12, 31)
}

/// The size of the book as it is committed.
pub const PUBLISHED: Size = Size { volunteers: 1806, participations: 5000 };

/// How much was done.
struct Counts {
    services: usize,
    participations: usize,
}

/// The files of the book.
pub fn files(size: Size, seed: u64) -> Files {
    let mut dice = Dice::new(seed);
    let dice = &mut dice;
    let mut files = Files::new();
    let land = Land::new(size.volunteers);
    let mut teams = people::teams(&land, dice);
    let people = people::people(&land, &mut teams, size.volunteers, dice);
    let services = scaled(1130, size.participations, PUBLISHED.participations).max(teams.len());
    let counts = Counts { services, participations: size.participations.max(services) };

    settings::write(&mut files);
    let reached = bonds::write(&people, &mut files, dice);
    let spare: HashMap<&str, usize> = land.areas.iter().flat_map(|area| &area.grids).map(|grid| (grid.as_str(), dice.below(4))).collect();
    let households = |grid: &str| reached.get(grid).map_or(0, |n| n.saturating_sub(spare[grid]));
    land.write(&households, &mut files);
    let secretaries = offices(&teams, &people, &mut files, dice);
    branches(&land, &secretaries, &people, &mut files);
    write_teams(&land, &teams, &mut files);
    posts::write(&land, &teams, &people, &mut files, dice);
    volunteers(&teams, &people, &mut files, dice);
    memberships(&teams, &people, &mut files);
    let services = services::write(&land, &teams, &people, &counts, &mut files, dice);
    needs::write(&land, &teams, &people, &services, &mut files, dice);
    known::write(&land, &teams, &people, &services, &mut files, dice);
    known::before(&teams, &people, &mut files, dice);
    known::summaries(&land, &teams, &services, &mut files);
    readme::write(&land, &teams, &people, &counts, &mut files);
    figures::fill(&mut files);
    files
}

/// Who leads: the secretary of a branch leads all its teams; in some branches the office was handed over in the year.
fn offices(teams: &[Team], people: &[Volunteer], files: &mut Files, dice: &mut Dice) -> HashMap<String, usize> {
    let mut sheet = Sheet::new("appointments");
    let mut secretaries: HashMap<String, usize> = HashMap::new();
    let mut handed: HashMap<String, (usize, Day)> = HashMap::new();
    for team in teams {
        if !secretaries.contains_key(&team.branch) {
            if secretaries.len() % 13 == 5 {
                handed.insert(team.branch.clone(), (team.members[2], between(day(YEAR, 7, 1), day(YEAR, 10, 30), dice)));
            }
            secretaries.insert(team.branch.clone(), team.members[0]);
        }
        let leader = secretaries[&team.branch];
        let since = |who: usize| team.founded.max(people[who].since());
        let from = match handed.get(&team.branch) {
            Some((old, day)) => {
                row!(sheet, team: team.id, volunteer: people[*old].id, office: "负责人", from: since(*old), to: day.plus(3));
                *day
            }
            None => since(leader),
        };
        row!(sheet, team: team.id, volunteer: people[leader].id, office: "负责人", from: from);
        let deputy = team.members[usize::from(team.members[0] == leader)];
        row!(sheet, team: team.id, volunteer: people[deputy].id, office: "副负责人", from: team.founded);
    }
    sheet.write(Headers::Titles, files);
    secretaries
}

/// The branches of communities, villages and units, and the groups of their grids.
fn branches(land: &Land, secretaries: &HashMap<String, usize>, people: &[Volunteer], files: &mut Files) {
    let mut sheet = Sheet::new("branches");
    row!(sheet, id: "b-cd", name: "城东街道党工委", place: "cd");
    let secretary = |branch: &str| secretaries.get(branch).map(|n| people[*n].id.clone()).unwrap_or_default();
    for area in &land.areas {
        let own: Vec<(String, String)> = match area.is_village {
            true => vec![(format!("b-{}", area.id), format!("{}党支部", area.name))],
            false => {
                [(1, "第一"), (2, "第二")].iter().map(|(n, which)| (format!("b-{}-{n}", area.id), format!("{}{which}党支部", area.name))).collect()
            }
        };
        for (id, name) in &own {
            row!(sheet, id: id, name: name, parent: "b-cd", place: area.id, secretary: secretary(id));
        }
        for (n, grid) in area.grids.iter().enumerate() {
            row!(sheet, id: format!("g-{grid}"), name: format!("{}网格{}党小组", area.name, n + 1), parent: own[n % own.len()].0, place: grid);
        }
    }
    for unit in &land.units {
        let id = format!("b-{}", unit.id);
        row!(sheet, id: id, name: format!("{}党支部", unit.name), parent: "b-cd", place: unit.id, secretary: secretary(&id));
    }
    sheet.write(Headers::Titles, files);
}

const SCHEDULES: &[&str] =
    &["每周一次，半小时也行", "随叫随到", "每月 5 日和 20 日", "轮班，每人每月两次", "晚饭后", "周末上午", "有单就接，没单走访"];
const PURPOSES: &[&str] = &["小事不出楼道。", "有求必应，有应必办。", "就近，就便，就急。", "人人有岗，户户有人管。", "一呼就到。"];

fn write_teams(land: &Land, teams: &[Team], files: &mut Files) {
    for (n, of) in teams.iter().enumerate() {
        let (place, whose) =
            of.unit.map_or((&land.areas[of.area].id, &land.areas[of.area].name), |unit| (&land.units[unit].id, &land.units[unit].name));
        let text = team(&[
            ("name", of.name.clone()),
            ("kind", of.kind.word.to_owned()),
            ("place", place.clone()),
            ("centre", of.centre.clone()),
            ("branch", of.branch.clone()),
            ("founded", of.founded.to_string()),
            ("purpose", PURPOSES[n * 3 % PURPOSES.len()].to_owned()),
            ("schedule", SCHEDULES[n * 5 % SCHEDULES.len()].to_owned()),
            ("chat", format!("{whose}{}群", of.kind.word)),
        ]);
        files.insert(format!("teams/{}.toml", of.id), text);
    }
}

fn volunteers(teams: &[Team], people: &[Volunteer], files: &mut Files, dice: &mut Dice) {
    let mut sheet = Sheet::new("volunteers");
    for person in people {
        let team = &teams[person.team()];
        let mut wishes = vec![team.kind.word];
        if dice.chance(35) {
            wishes.push(KINDS[dice.below(KINDS.len())].word);
            wishes.dedup();
        }
        let times = 1 + dice.below(2);
        row!(sheet, id: person.id, name: person.name, track: person.track, branch: person.branch, residence: person.residence,
            workplace: person.workplace, skills: person.skills.join(";"), identities: person.identity, wishes: wishes.join(";"),
            post: posts::id(team, person.post), available: dice.some(settings::AVAILABLE, times).join(";"), consent: person.consent,
            joined: person.joined, left: person.left.map(|day| day.to_string()).unwrap_or_default());
    }
    sheet.write(Headers::Titles, files);
}

fn memberships(teams: &[Team], people: &[Volunteer], files: &mut Files) {
    let (mut sheet, mut leaves) = (Sheet::new("memberships"), Sheet::new("leaves"));
    let reasons = ["照料家人", "外出务工", "住院休养", "带孙辈", "学习进修"];
    for (n, person) in people.iter().enumerate() {
        for stay in &person.ties.stays {
            let to = stay.to.map(|day| day.to_string()).unwrap_or_default();
            row!(sheet, volunteer: person.id, team: teams[stay.team].id, role: stay.role, from: stay.from, to: to);
        }
        for (from, to) in &person.ties.leaves {
            row!(leaves, volunteer: person.id, from: from, to: to.map(|day| day.to_string()).unwrap_or_default(), reason: reasons[n % reasons.len()]);
        }
    }
    sheet.write(Headers::Titles, files);
    leaves.write(Headers::Titles, files);
}
