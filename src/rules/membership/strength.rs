//! How many members a team has on the day asked about, its sub-teams included: what M003 and M004 compare.

use std::collections::HashMap;

use crate::findings::Finding;
use crate::rules::Cx;
use crate::say;
use crate::say::{Text, count};
use crate::tables::leaves::Leave;
use crate::tables::teams::Team;
use crate::value::Row;

/// The members of a team and of its sub-teams, each person once.
#[derive(Default)]
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
pub fn strengths(cx: &Cx<'_>) -> Vec<(Row<Team>, Strength)> {
    let (teams, forest, day) = (&cx.book.teams, cx.book.teams_below(), cx.ask.as_of);
    let unsure_members = &cx.book.unsure().members;
    let mut all: Vec<Strength> = people(cx);
    let mut unsure: Vec<usize> = teams.iter().map(|(team, _)| unsure_members.own_on(team, day)).collect();
    forest.roll_up(&mut unsure, |above, below| *above = above.saturating_add(*below));
    let mut below = vec![1usize; teams.len()];
    forest.roll_up(&mut below, |above, below| *above += below);
    for ((strength, unsure), below) in all.iter_mut().zip(unsure).zip(below) {
        strength.unsure = unsure.saturating_add(unsure_members.anywhere_on(day));
        strength.sub_teams = below - 1;
    }
    // A team whose parent cannot be read might be a sub-team of any other.
    let is_adrift = |record: &Team| record.parent.is_broken();
    let adrift = teams.iter().zip(&all).filter(|((_, record), _)| is_adrift(record)).fold(0usize, |sum, (_, own)| sum.saturating_add(own.most()));
    let open = teams.iter().zip(all).filter(|((team, _), _)| cx.is_open(*team) == Some(true));
    open.map(|((team, record), mut strength)| {
        let own = if is_adrift(&record) { strength.most() } else { 0 };
        strength.unsure = strength.unsure.saturating_add(adrift.saturating_sub(own));
        (team, strength)
    })
    .collect()
}

/// The people of each team and of its sub-teams: who is there, and who is on leave.
fn people(cx: &Cx<'_>) -> Vec<Strength> {
    let (book, history, day) = (cx.book, cx.book.history(), cx.ask.as_of);
    let leaves: HashMap<u32, Row<Leave>> =
        book.leaves.iter().filter_map(|(_, leave)| leave.volunteer.get()).filter_map(|v| Some((v.number, history.leave(book, v, day)?))).collect();
    let members: Vec<(u32, u32, u64)> =
        book.teams.iter().flat_map(|(team, _)| history.members(team, day).map(move |stay| (team.number, stay.volunteer.number, 1))).collect();
    let mut all: Vec<Strength> = book.teams.iter().map(|_| Strength::default()).collect();
    let (away, present): (Vec<_>, Vec<_>) = members.into_iter().partition(|(_, volunteer, _)| leaves.contains_key(volunteer));
    let forest = book.teams_below();
    forest.distinct_below(present.into_iter(), |team, people| {
        if let Some(strength) = all.get_mut(team as usize) {
            strength.present = people.weights.len();
        }
    });
    forest.distinct_below(away.into_iter(), |team, people| {
        if let Some(strength) = all.get_mut(team as usize) {
            let mut away: Vec<u32> = people.weights.keys().copied().collect();
            away.sort_unstable();
            strength.on_leave = away.iter().filter_map(|volunteer| leaves.get(volunteer).copied()).collect();
        }
    });
    all
}

impl Strength {
    /// A finding about the team, with the leaves of those who do not count.
    pub fn with_leaves(&self, cx: &Cx<'_>, finding: Finding) -> Finding {
        let at = |leave: &Row<Leave>| cx.book.leaves.at(*leave, Leave::to);
        self.on_leave.iter().fold(finding, |finding, leave| finding.related(at(leave), say!("on leave, and not counted", "暂离，不算在内")))
    }

    /// How many members there might be at most.
    pub fn most(&self) -> usize {
        self.present.saturating_add(self.unsure)
    }
}
