//! Who belonged to which team, when; who led it; who was on leave.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::tables::appointments::{Appointment, Office};
use crate::tables::memberships::{Membership, Role};
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Keys, Row};

use super::{Book, Groups};

/// A membership whose volunteer, team and days could be read.
#[derive(Clone, Copy, Debug)]
pub struct Stay {
    /// Its row.
    pub row: Row<Membership>,
    /// Who.
    pub volunteer: Row<Volunteer>,
    /// Where.
    pub team: Row<Team>,
    /// As what; `None` where it cannot be read.
    pub role: Option<Role>,
    /// The first day.
    pub from: Day,
    /// The last day; [`Day::MAX`] while it lasts.
    pub to: Day,
    /// The last day as a volunteer; [`Day::MAX`] while that lasts, or where it cannot be read.
    pub left: Day,
}

impl Stay {
    /// Whether a day lies in it.
    pub fn has(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether somebody counts as a member on a day: it lies in the membership, and the person has not left.
    pub fn counts(&self, day: Day) -> bool {
        self.has(day) && day <= self.left
    }
}

/// An appointment all of which could be read.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Its row.
    pub row: Row<Appointment>,
    /// Where.
    pub team: Row<Team>,
    /// Who.
    pub volunteer: Row<Volunteer>,
    /// As what.
    pub office: Office,
    /// The first day.
    pub from: Day,
    /// The last day; [`Day::MAX`] while it lasts.
    pub to: Day,
}

impl Term {
    /// Whether a day lies in it.
    pub fn has(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// For each row of a table its place among all, by id.
fn ranks(keys: Option<&Keys>, rows: usize) -> Vec<u32> {
    let mut ids: Vec<(&str, usize)> = (0..rows).map(|n| (keys.map_or("", |keys| keys.id(u32::try_from(n).unwrap_or(u32::MAX))), n)).collect();
    ids.sort_unstable();
    let mut ranks = vec![0; rows];
    for (rank, (_, row)) in (0u32..).zip(ids) {
        if let Some(slot) = ranks.get_mut(row) {
            *slot = rank;
        }
    }
    ranks
}

/// The organisation relation over time.
pub struct History {
    stays: Vec<Stay>,
    by_volunteer: Groups,
    by_team: Groups,
    terms: Vec<Term>,
    terms_by_team: Groups,
    leaves: Groups,
}

impl History {
    pub(super) fn of(book: &Book) -> Self {
        let mut stays: Vec<Stay> = book
            .memberships
            .iter()
            .filter_map(|(row, m)| {
                let to = if m.to.is_empty() { Day::MAX } else { m.to.get()? };
                let (volunteer, team, from) = (m.volunteer.get()?, m.team.get()?, m.from.get()?);
                let left = book.volunteers.get(volunteer).and_then(|record| record.left.get()).map_or(Day::MAX, Day::from);
                (from <= to).then_some(Stay { row, volunteer, team, role: m.role.get(), from, to, left })
            })
            .collect();
        // Among overlapping stays the one that began last comes last, ties by team id: the home of somebody who has several.
        let rank = ranks(book.keys(<Team as crate::value::Target>::TARGET), book.ids::<Team>());
        stays.par_sort_unstable_by_key(|stay| (stay.from, rank.get(stay.team.index()).copied(), stay.row));
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let by_volunteer = Groups::of(book.volunteers.len(), || stays.iter().enumerate().map(|(n, s)| (s.volunteer.number, number(n))));
        let by_team = Groups::of(book.ids::<Team>(), || stays.iter().enumerate().map(|(n, s)| (s.team.number, number(n))));
        let mut terms: Vec<Term> = book
            .appointments
            .iter()
            .filter_map(|(row, a)| {
                let to = if a.to.is_empty() { Day::MAX } else { a.to.get()? };
                let (team, volunteer, office, from) = (a.team.get()?, a.volunteer.get()?, a.office.get()?, a.from.get()?);
                (from <= to).then_some(Term { row, team, volunteer, office, from, to })
            })
            .collect();
        let people = book.keys(<Volunteer as crate::value::Target>::TARGET);
        terms.sort_by_cached_key(|term| (term.from, people.map_or("", |keys| keys.id(term.volunteer.number)), term.row));
        let terms_by_team = Groups::of(book.ids::<Team>(), || terms.iter().enumerate().map(|(n, t)| (t.team.number, number(n))));
        let leaves =
            Groups::of(book.volunteers.len(), || book.leaves.iter().filter_map(|(row, leave)| Some((leave.volunteer.get()?.number, row.number))));
        Self { stays, by_volunteer, by_team, terms, terms_by_team, leaves }
    }

    /// All stays of a volunteer, by their first day.
    pub fn of_volunteer(&self, volunteer: Row<Volunteer>) -> impl DoubleEndedIterator<Item = &Stay> {
        self.by_volunteer.get(volunteer.number).iter().filter_map(|n| self.stays.get(*n as usize))
    }

    /// All stays in a team, by their first day.
    pub fn of_team(&self, team: Row<Team>) -> impl DoubleEndedIterator<Item = &Stay> {
        self.by_team.get(team.number).iter().filter_map(|n| self.stays.get(*n as usize))
    }

    /// Who is in a team on a day, by the first day: each person once, where two stays overlap by the one that began last.
    /// Whoever has left is not, though the membership may go on in the book: that is told of it (M011).
    /// Whatever counts members, or asks for the role of one, asks here.
    pub fn members(&self, team: Row<Team>, day: Day) -> impl Iterator<Item = &Stay> {
        let mut seen = HashSet::new();
        let mut members: Vec<&Stay> = self.of_team(team).rev().filter(|stay| stay.counts(day) && seen.insert(stay.volunteer)).collect();
        members.reverse();
        members.into_iter()
    }

    /// All terms of office in a team, by their first day, ties by volunteer id.
    pub fn terms(&self, team: Row<Team>) -> impl DoubleEndedIterator<Item = &Term> {
        self.terms_by_team.get(team.number).iter().filter_map(|n| self.terms.get(*n as usize))
    }

    /// Who leads a team on a day.
    pub fn leaders(&self, team: Row<Team>, day: Day) -> impl DoubleEndedIterator<Item = &Term> {
        self.terms(team).filter(move |term| term.office == Office::Leader && term.has(day))
    }

    /// Where a volunteer is at home on a day, when serving with `host`: there, if it is one of several homes; else where the
    /// last membership began, ties by team id. Of several memberships in that team it is the one that began last.
    /// `None`: member of no team.
    pub fn home(&self, volunteer: Row<Volunteer>, host: Option<Row<Team>>, day: Day) -> Option<&Stay> {
        let mut home: Option<&Stay> = None;
        for stay in self.of_volunteer(volunteer).rev().filter(|stay| stay.has(day)) {
            if Some(stay.team) == host {
                return Some(stay);
            }
            // Falling order: of several days the first that is met, of stays that begin on one day the last.
            home = match home {
                Some(latest) if latest.from != stay.from => Some(latest),
                _ => Some(stay),
            };
        }
        home
    }

    /// Whether a volunteer is on leave on a day.
    pub fn on_leave(&self, book: &Book, volunteer: Row<Volunteer>, day: Day) -> bool {
        self.leave(book, volunteer, day).is_some()
    }

    /// The leave that a volunteer is on, on a day.
    pub fn leave(&self, book: &Book, volunteer: Row<Volunteer>, day: Day) -> Option<Row<crate::tables::leaves::Leave>> {
        self.leaves.get(volunteer.number).iter().map(|n| Row::new(*n)).find(|row| {
            book.leaves.get(*row).is_some_and(|leave| {
                let to = if leave.to.is_empty() { Some(Day::MAX) } else { leave.to.get() };
                leave.from.get().is_some_and(|from| from <= day) && to.is_some_and(|to| day <= to)
            })
        })
    }
}
