//! Service posts: each team offers some, at work and at home, with room for all who declared them.

use super::land::Land;
use super::people::{Team, Volunteer};
use crate::generate::dice::Dice;
use crate::generate::sheet::{Files, Headers, Sheet, row};

/// The id of a post of a team.
pub fn id(team: &Team, number: usize) -> String {
    format!("{}-p{}", team.id, number + 1)
}

/// Writes the posts.
pub fn write(land: &Land, teams: &[Team], people: &[Volunteer], files: &mut Files, dice: &mut Dice) {
    let mut sheet = Sheet::new("posts");
    let mut declared = vec![[0; 4]; teams.len()];
    for person in people.iter().filter(|person| person.left.is_none()) {
        declared[person.team()][person.post] += 1;
    }
    for (team, declared) in teams.iter().zip(declared) {
        let (place, of) = match team.unit {
            Some(unit) => (&land.units[unit].id, &land.units[unit].name),
            None => (&land.areas[team.area].id, &land.areas[team.area].name),
        };
        for (n, name) in team.kind.posts.iter().enumerate() {
            let capacity = (declared[n] + dice.below(4)).max(2);
            row!(sheet, id: id(team, n), name: format!("{of}{name}"), place: place, team: team.id, capacity: capacity);
        }
    }
    sheet.write(Headers::Titles, files);
}
