//! How many members a team has on the day asked about, its sub-teams included: what M003 and M004 compare.

use std::collections::HashSet;

use crate::book::Groups;
use crate::findings::Finding;
use crate::rules::Cx;
use crate::say;
use crate::say::{Text, count};
use crate::tables::leaves::Leave;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::Row;

/// The members of a team and of its sub-teams, each person once.
pub struct Strength {
    /// How many are not on leave.
    pub present: usize,
    /// Those who are, by their leaves.
    pub on_leave: Vec<Row<Leave>>,
    /// How many more there might be, for all that rows not fully readable tell.
    pub unsure: usize,
    sub_teams: usize,
}

impl Strength {
    /// The team, with its sub-teams if it has any. In Chinese the blank behind an id is part of it.
    pub fn team(&self, cx: &Cx<'_>, team: Row<Team>) -> Text {
        match self.sub_teams {
            0 => say!("{team}", "{team} ", team = cx.id(team)),
            n => say!("{team} with {n}", "{team} 连同 {n} 支分队", team = cx.id(team), n = count(n, "sub-team", "sub-teams")),
        }
    }
}

/// The strength of every team that is open on the day asked about.
pub fn strengths<'a>(cx: &'a Cx<'a>) -> impl Iterator<Item = (Row<Team>, Strength)> + 'a {
    let teams = &cx.book.teams;
    let below = Groups::of(teams.len(), || teams.iter().flat_map(|(team, _)| above(cx, team).map(move |above| (above.number, team.number))));
    // A team whose parent cannot be read might be a sub-team of any other.
    let adrift: usize = teams
        .iter()
        .filter(|(_, record)| record.parent.is_broken())
        .map(|(team, _)| strength(cx, &below, team))
        .fold(0, |sum, strength| sum.saturating_add(strength.most()));
    teams.iter().filter(|(team, _)| cx.is_open(*team) == Some(true)).map(move |(team, record)| {
        let mut strength = strength(cx, &below, team);
        let own = if record.parent.is_broken() { strength.most() } else { 0 };
        strength.unsure = strength.unsure.saturating_add(adrift.saturating_sub(own));
        (team, strength)
    })
}

impl Strength {
    /// A finding about the team, with the leaves of those who do not count.
    pub fn with_leaves(&self, cx: &Cx<'_>, finding: Finding) -> Finding {
        let at = |leave: &Row<Leave>| cx.book.leaves.at(*leave, "to");
        self.on_leave.iter().fold(finding, |finding, leave| finding.related(at(leave), say!("on leave, and not counted", "暂离，不算在内")))
    }

    /// How many members there might be at most.
    pub fn most(&self) -> usize {
        self.present.saturating_add(self.unsure)
    }
}

/// A team and those above it, each once, also where they run in a circle.
pub fn above<'a>(cx: &'a Cx<'_>, team: Row<Team>) -> impl Iterator<Item = Row<Team>> + 'a {
    let mut seen = HashSet::new();
    cx.book.tree().teams_up(team).take_while(move |team| seen.insert(*team))
}

fn strength(cx: &Cx<'_>, below: &Groups, team: Row<Team>) -> Strength {
    let (history, day) = (cx.book.history(), cx.ask.as_of);
    let teams = || below.get(team.number).iter().map(|n| Row::<Team>::new(*n));
    let mut people: Vec<Row<Volunteer>> = teams().flat_map(|team| history.members(team, day)).map(|stay| stay.volunteer).collect();
    people.sort_unstable();
    people.dedup();
    let on_leave: Vec<Row<Leave>> = people.iter().filter_map(|volunteer| history.leave(cx.book, *volunteer, day)).collect();
    Strength {
        present: people.len() - on_leave.len(),
        on_leave,
        unsure: cx.book.unsure().members.among(teams(), day, day),
        sub_teams: teams().count().saturating_sub(1),
    }
}
