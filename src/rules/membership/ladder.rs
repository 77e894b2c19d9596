//! The ladder of each team: who is backbone, successor, member on the day asked about. What M008, M009 and M010 look at.
//!
//! It is made of the people of the team itself; a team that only gathers sub-teams has none, and is not asked for one.

use crate::book::Stay;
use crate::rules::Cx;
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;
use crate::value::{Row, Target};

/// The members of every open team, by their first day. Teams where a row that could not be read might be of any role are left out.
pub fn ladders<'a>(cx: &'a Cx<'a>) -> impl Iterator<Item = (Row<Team>, Vec<&'a Stay>)> + 'a {
    let (history, unsure, day) = (cx.book.history(), cx.book.unsure(), cx.ask.as_of);
    let is_kept = cx.has(Team::TARGET) && cx.has(Membership::TARGET);
    let peopled = move |team: Row<Team>| history.members(team, day).next().is_some() || unsure.members.on(team, day) > 0;
    let mut peopled_below: Vec<usize> = cx.book.teams.iter().map(|(team, _)| usize::from(peopled(team))).collect();
    cx.book.teams_below().roll_up(&mut peopled_below, |above, below| *above += below);
    let gathers = move |team: Row<Team>| peopled_below.get(team.index()).is_some_and(|n| *n > usize::from(peopled(team)));
    let asked = cx.book.teams.iter().map(|(team, _)| team);
    asked.filter(move |team| is_kept && cx.is_open(*team) == Some(true) && unsure.roles.on(*team, day) == 0).filter_map(move |team| {
        let stays: Vec<&Stay> = history.members(team, day).collect();
        (!stays.is_empty() || !gathers(team)).then_some((team, stays))
    })
}

/// Those of a role.
pub fn of_role<'s>(stays: &[&'s Stay], role: Role) -> impl Iterator<Item = &'s Stay> {
    stays.iter().copied().filter(move |stay| stay.role == Some(role))
}
