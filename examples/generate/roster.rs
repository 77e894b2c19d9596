//! Who belonged to which team on which day, and who is free to take part: the rules of membership and of time, kept while rows are drawn.

use rollbook::value::Day;

use super::dice::Dice;

/// A stay in a team, both days in.
#[derive(Clone)]
pub struct Stay {
    /// The team's number.
    pub team: usize,
    /// The role, as the book writes it.
    pub role: &'static str,
    /// The first day.
    pub from: Day,
    /// The last day, if there is one.
    pub to: Option<Day>,
}

/// What decides whether a volunteer can take part in something.
#[derive(Clone, Default)]
pub struct Ties {
    /// The teams they belonged to, one after the other.
    pub stays: Vec<Stay>,
    /// When they were on leave.
    pub leaves: Vec<(Day, Option<Day>)>,
    /// The day they took part in something last: at most one activity a day.
    busy: Option<Day>,
}

fn holds(from: Day, to: Option<Day>, day: Day) -> bool {
    from <= day && to.is_none_or(|to| day <= to)
}

impl Ties {
    /// The team on a day.
    pub fn team_on(&self, day: Day) -> Option<usize> {
        self.stays.iter().find(|stay| holds(stay.from, stay.to, day)).map(|stay| stay.team)
    }

    /// Whether they belong to a team on a day and are not on leave.
    pub fn can_serve(&self, day: Day) -> bool {
        self.team_on(day).is_some() && !self.leaves.iter().any(|(from, to)| holds(*from, *to, day))
    }
}

/// Everybody, and who was ever in which team.
pub struct Roster {
    /// By the volunteer's number.
    pub people: Vec<Ties>,
    teams: Vec<Vec<usize>>,
}

impl Roster {
    /// The roster of people whose stays are known.
    pub fn new(people: Vec<Ties>, teams: usize) -> Self {
        let mut members = vec![Vec::new(); teams];
        for (n, ties) in people.iter().enumerate() {
            for stay in &ties.stays {
                if members[stay.team].last() != Some(&n) {
                    members[stay.team].push(n);
                }
            }
        }
        Self { people, teams: members }
    }

    /// Draws people for an activity of a team: its own first, and in so many of a hundred draws one of the teams nearby.
    /// Activities have to be asked for in the order of their days.
    pub fn draw(&mut self, team: usize, near: &[usize], day: Day, n: usize, others: usize, dice: &mut Dice) -> Vec<usize> {
        let mut drawn = Vec::new();
        for _ in 0..n {
            let guest = !near.is_empty() && dice.chance(others);
            let (own, any) = (self.teams[team].len() * 3, near.len() * 20);
            let found = (0..if guest { 0 } else { own })
                .map(|_| dice.pick(&self.teams[team]))
                .find(|who| self.is_free(*who, day) && self.people[*who].team_on(day) == Some(team));
            let mut tries = any;
            let mut who = found;
            while who.is_none() && tries > 0 {
                let other = dice.pick(near);
                let candidate = dice.pick(&self.teams[other]);
                who = self.is_free(candidate, day).then_some(candidate);
                tries -= 1;
            }
            // Books of other sizes may ask more of a neighbourhood than it has: then anybody who is free.
            for _ in 0..if who.is_none() { 200 } else { 0 } {
                let candidate = dice.below(self.people.len());
                if self.is_free(candidate, day) {
                    who = Some(candidate);
                    break;
                }
            }
            if let Some(who) = who {
                self.people[who].busy = Some(day);
                drawn.push(who);
            }
        }
        drawn
    }

    fn is_free(&self, who: usize, day: Day) -> bool {
        self.people[who].busy != Some(day) && self.people[who].can_serve(day)
    }
}
