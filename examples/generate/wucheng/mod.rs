//! The district: 346 teams of nearness and like speciality, five tracks, a campaign in each township. Everybody in it is invented.

mod bonds;
mod campaigns;
mod kinds;
mod known;
mod land;
mod outcomes;
mod people;
mod promises;
mod readme;
mod services;
mod settings;

use rollbook::value::Day;

use super::Size;
use super::days::day;
use super::dice::Dice;
use super::figures;
use super::shares::scaled;
use super::sheet::{Files, Headers, Sheet, row, team};

use land::Township;
use people::{Team, Volunteer};

/// The year of the book.
const YEAR: i32 = 2013;

/// The day on which it was closed.
fn closed() -> Day {
    day(YEAR, 12, 31)
}

/// The size of the book as it is committed.
pub const PUBLISHED: Size = Size { volunteers: 2292, participations: 4300 };

/// How much was done.
struct Counts {
    services: usize,
    beneficiaries: usize,
    participations: usize,
}

/// The files of the book.
pub fn files(size: Size, seed: u64) -> Files {
    let mut dice = Dice::new(seed);
    let dice = &mut dice;
    let mut files = Files::new();
    let mut townships = land::townships(size.volunteers, dice);
    let mut teams = people::teams(&mut townships, size.volunteers, dice);
    let people = people::people(&townships, &mut teams, size.volunteers, dice);
    let campaigns = campaigns::campaigns(&townships, dice);
    let of = |total| scaled(total, size.participations, PUBLISHED.participations);
    let services = of(1256).max(teams.len());
    let counts = Counts { services, beneficiaries: of(4328).max(services), participations: size.participations.max(services) };

    settings::write(&mut files);
    land::write(&townships, &mut files);
    branches(&townships, &teams, &people, &mut files);
    write_teams(&townships, &teams, &mut files);
    volunteers(&teams, &people, &mut files, dice);
    memberships(&teams, &people, &mut files);
    campaigns::write(&townships, &campaigns, &mut files);
    let services = services::write((&townships, &teams, &people), &campaigns, &counts, &mut files, dice);
    outcomes::write(&services, &teams, size.participations, &mut files, dice);
    promises::write(&people, &mut files, dice);
    bonds::pairings(&townships, &teams, &people, &mut files, dice);
    bonds::exchanges(&teams, &campaigns, &people, &mut files, dice);
    known::write(&townships, &teams, &people, &services, &mut files, dice);
    known::trainings(&teams, &people, &mut files, dice);
    known::summaries(&townships, &services, &mut files);
    readme::write(&townships, &teams, &people, &counts, &mut files);
    figures::fill(&mut files);
    files
}

/// A branch in each township, village and community, one in each works and school, and those of the newcomers.
fn branches(townships: &[Township], teams: &[Team], people: &[Volunteer], files: &mut Files) {
    let mut sheet = Sheet::new("branches");
    let leaders: std::collections::HashMap<&str, usize> = teams.iter().map(|team| (team.branch.as_str(), team.leader)).collect();
    let secretary = |branch: &str| leaders.get(branch).map(|n| people[*n].id.clone()).unwrap_or_default();
    for township in townships {
        let above = format!("b-{}", township.id);
        let kind = if township.is_urban { "党工委" } else { "党委" };
        row!(sheet, id: above, name: format!("{}{kind}", township.name), place: township.id);
        let villages = township.villages.iter().map(|village| (&village.id, &village.name));
        for (id, name) in villages.chain(township.units.iter().map(|unit| (&unit.id, &unit.name))) {
            let branch = format!("b-{id}");
            row!(sheet, id: branch, name: format!("{name}党支部"), parent: above, place: id, secretary: secretary(&branch));
            let newcomers = format!("{branch}-f");
            if leaders.contains_key(newcomers.as_str()) {
                row!(sheet, id: newcomers, name: format!("{name}新居民党支部"), parent: above, place: id, secretary: secretary(&newcomers));
            }
        }
    }
    sheet.write(Headers::Codes, files);
}

const SCHEDULES: &[&str] = &[
    "每月第一个星期六",
    "每月 15 日",
    "农闲时每周一次，农忙随叫随到",
    "每季度集中一次，平时分散",
    "每周三晚上",
    "有事群里招呼",
    "逢集日",
    "周末轮班",
];

fn write_teams(townships: &[Township], teams: &[Team], files: &mut Files) {
    for (n, of) in teams.iter().enumerate() {
        let township = &townships[of.township];
        let place = of.unit.map_or(&township.villages[of.village].id, |unit| &township.units[unit].id);
        let centre = match of.track {
            "community" | "rural" => format!("{}-room", township.villages[of.village].id),
            "floating" => format!("{}-convenience", township.id),
            _ => format!("{}-members", township.id),
        };
        let purpose = format!("就近组队，{}专长相近，{}", of.kind.zh, ["有求就到。", "有事一起干。", "小事不出门。", "一家有事大家帮。"][n % 4]);
        let text = team(&[
            ("name", of.name.clone()),
            ("kind", of.kind.code.to_owned()),
            ("place", place.clone()),
            ("centre", centre),
            ("branch", of.branch.clone()),
            ("founded", of.founded.to_string()),
            ("purpose", purpose),
            ("schedule", SCHEDULES[n * 5 % SCHEDULES.len()].to_owned()),
        ]);
        files.insert(format!("teams/{}.toml", of.id), text);
    }
}

fn volunteers(teams: &[Team], people: &[Volunteer], files: &mut Files, dice: &mut Dice) {
    let mut sheet = Sheet::new("volunteers");
    let times: Vec<&str> = settings::AVAILABLE.iter().map(|(code, _, _)| *code).collect();
    for person in people {
        let team = &teams[person.ties.stays[0].team];
        let (_, kinds) = kinds::OF_TRACK.iter().find(|(track, _)| *track == team.track).unwrap();
        let mut wishes = vec![team.kind.code];
        if dice.chance(40) {
            wishes.push(dice.pick(kinds));
            wishes.dedup();
        }
        let available = 1 + dice.below(2);
        row!(sheet, id: person.id, name: person.name, track: person.track, branch: person.branch, residence: person.residence,
            workplace: person.workplace, skills: person.skills.join(";"), identities: person.identities.join(";"), wishes: wishes.join(";"),
            available: dice.some(&times, available).join(";"), consent: person.consent, joined: person.joined);
    }
    sheet.write(Headers::Codes, files);
}

/// Who belongs where, and who leads: a secretary leads every team of the branch.
fn memberships(teams: &[Team], people: &[Volunteer], files: &mut Files) {
    let (mut sheet, mut offices) = (Sheet::new("memberships"), Sheet::new("appointments"));
    for person in people {
        for stay in &person.ties.stays {
            row!(sheet, volunteer: person.id, team: teams[stay.team].id, role: stay.role, from: stay.from);
        }
    }
    for team in teams {
        let leader = &people[team.leader];
        row!(offices, team: team.id, volunteer: leader.id, office: "leader", from: team.founded.max(leader.since()));
        let deputy = team.members[usize::from(team.leader == team.members[0])];
        row!(offices, team: team.id, volunteer: people[deputy].id, office: "deputy", from: team.founded);
    }
    sheet.write(Headers::Codes, files);
    offices.write(Headers::Codes, files);
}
