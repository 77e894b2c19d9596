//! What rows that could not be read might supply. A rule about something missing asks here first, and is silent if it might be there.

use std::collections::HashMap;

use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::appointments::Office;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Cell, Field, Row};

use super::Book;

/// For rows of one table: how many rows of another, not fully readable, might belong to each.
pub struct UnsureRows<R> {
    /// So many might belong to any.
    anywhere: usize,
    at: HashMap<Row<R>, usize>,
}

impl<R> Default for UnsureRows<R> {
    fn default() -> Self {
        Self { anywhere: 0, at: HashMap::new() }
    }
}

impl<R: crate::value::Target> UnsureRows<R> {
    /// Nothing is known: a file could not be read.
    fn lost(&mut self) {
        self.anywhere = usize::MAX;
    }

    /// A row that is not fully readable belongs to one row, or, if that cannot be read either, to any.
    fn add(&mut self, owner: Field<Row<R>>) {
        match owner.get() {
            Some(row) => *self.at.entry(row).or_default() += 1,
            None => self.anywhere = self.anywhere.saturating_add(1),
        }
    }

    /// How many unreadable rows might belong to a row.
    pub fn at(&self, row: Row<R>) -> usize {
        self.anywhere.saturating_add(self.at.get(&row).copied().unwrap_or_default())
    }

    /// How many unreadable rows might belong to any of several rows.
    pub fn among(&self, rows: impl Iterator<Item = Row<R>>) -> usize {
        rows.map(|row| self.at.get(&row).copied().unwrap_or_default()).fold(self.anywhere, usize::saturating_add)
    }

    /// Whether any unreadable row might belong to a row.
    pub fn has(&self, row: Row<R>) -> bool {
        self.at(row) > 0
    }
}

/// What cannot be known of a book, for what is said to be missing.
#[derive(Default)]
pub struct Unsure {
    /// Memberships that a team might have besides those read.
    pub members: UnsureRows<Team>,
    /// Memberships that might be of any role in a team: those of [`Unsure::members`], and those read but for their role.
    pub roles: UnsureRows<Team>,
    /// Memberships that a volunteer might have.
    pub homes: UnsureRows<Volunteer>,
    /// Appointments of a leader that a team might have.
    pub leaders: UnsureRows<Team>,
    /// Held activities that a team might have.
    pub activities: UnsureRows<Team>,
    /// Attended participations that an activity might have.
    pub participations: UnsureRows<Activity>,
    /// Trainings that a volunteer might have.
    pub trainings: UnsureRows<Volunteer>,
    /// Commitments that a volunteer might have made.
    pub commitments: UnsureRows<Volunteer>,
}

fn any_broken(cells: &[bool]) -> bool {
    cells.contains(&true)
}

/// Whether a cell that must have something in it has nothing that can be read.
fn lost<C: Cell>(field: Field<C>) -> bool {
    field.get().is_none()
}

impl Unsure {
    pub(super) fn of(book: &Book) -> Self {
        let mut unsure = Self::default();
        unsure.relations(book);
        unsure.services(book);
        unsure
    }

    fn relations(&mut self, book: &Book) {
        if !book.memberships.complete || !book.volunteers.complete {
            self.members.lost();
            self.roles.lost();
            self.homes.lost();
        }
        for (_, m) in book.memberships.iter() {
            let backwards = matches!((m.from.get(), m.to.get()), (Some(from), Some(to)) if to < from);
            if any_broken(&[lost(m.volunteer), lost(m.team), lost(m.from), m.to.is_broken(), backwards]) {
                self.members.add(m.team);
                self.roles.add(m.team);
                self.homes.add(m.volunteer);
            } else if lost(m.role) {
                self.roles.add(m.team);
            }
        }
        if !book.appointments.complete {
            self.leaders.lost();
        }
        for (_, a) in book.appointments.iter() {
            let backwards = matches!((a.from.get(), a.to.get()), (Some(from), Some(to)) if to < from);
            let may_lead = a.office.get() != Some(Office::Deputy);
            if may_lead && any_broken(&[lost(a.volunteer), lost(a.team), lost(a.office), lost(a.from), a.to.is_broken(), backwards]) {
                self.leaders.add(a.team);
            }
        }
        if !book.trainings.complete {
            self.trainings.lost();
        }
        for (_, t) in book.trainings.iter() {
            if any_broken(&[lost(t.volunteer), lost(t.date), t.skill.is_broken(), t.expires.is_broken()]) {
                self.trainings.add(t.volunteer);
            }
        }
        if !book.commitments.complete {
            self.commitments.lost();
        }
        for (_, c) in book.commitments.iter() {
            if any_broken(&[lost(c.volunteer), lost(c.made)]) {
                self.commitments.add(c.volunteer);
            }
        }
    }

    fn services(&mut self, book: &Book) {
        if !book.activities.complete {
            self.activities.lost();
        }
        for (_, a) in book.activities.iter() {
            let held = a.status.get().is_none_or(|s| s == ActivityStatus::Held);
            if held && any_broken(&[lost(a.team), lost(a.date), lost(a.status)]) {
                self.activities.add(a.team);
            }
        }
        if !book.participations.complete {
            self.participations.lost();
        }
        for (_, p) in book.participations.iter() {
            if any_broken(&[lost(p.activity), lost(p.volunteer), p.status.is_broken()]) {
                self.participations.add(p.activity);
            }
        }
    }
}
