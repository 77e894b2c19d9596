//! What rows that could not be read might supply. A rule about something missing asks here first, and is silent if it might be there.

use hashbrown::{HashMap, HashSet};

use crate::tables::FaultKind;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::appointments::{Appointment, Office};
use crate::tables::centres::Centre;
use crate::tables::commitments::Commitment;
use crate::tables::exchanges::Exchange;
use crate::tables::memberships::Membership;
use crate::tables::pairings::{Pairing, PairingKind};
use crate::tables::participations::Participation;
use crate::tables::places::Place;
use crate::tables::requests::Request;
use crate::tables::teams::Team;
use crate::tables::trainings::Training;
use crate::tables::volunteers::Volunteer;
use crate::text::{At, FileId};
use crate::value::{Cell, Day, Field, Row};

use super::Book;
use super::meant::{Meant, Owner};

/// Rows that could not be fully read, by the days that they might cover.
#[derive(Default)]
struct Spans {
    /// How many of them might cover any day: mostly all, of which there may be millions.
    always: usize,
    first: Vec<Day>,
    last: Vec<Day>,
}

impl Spans {
    /// How many might cover a day from one to another.
    fn within(&self, from: Day, to: Day) -> usize {
        let begun = self.first.partition_point(|first| *first <= to);
        let over = self.last.partition_point(|last| *last < from);
        self.always + begun.saturating_sub(over)
    }

    fn sort(&mut self) {
        self.first.sort_unstable();
        self.last.sort_unstable();
    }
}

/// For rows of one table: how many rows of another, not fully readable, might belong to each.
pub struct UnsureRows<R> {
    /// Whether a file could not be read: there might be any number.
    is_lost: bool,
    /// These might belong to any.
    anywhere: Spans,
    at: HashMap<Row<R>, Spans>,
}

impl<R> Default for UnsureRows<R> {
    fn default() -> Self {
        Self { is_lost: false, anywhere: Spans::default(), at: HashMap::new() }
    }
}

impl<R: crate::value::Target> UnsureRows<R> {
    /// Nothing is known: a file could not be read.
    fn lost(&mut self) {
        self.is_lost = true;
    }

    /// Takes up a row that is not fully readable.
    fn add(&mut self, owner: Owner<R>) {
        self.add_between(owner, (Day::MIN, Day::MAX));
    }

    /// The same for a row that covers no day but those from one to another.
    fn add_between(&mut self, owner: Owner<R>, (first, last): (Day, Day)) {
        let take = |spans: &mut Spans| {
            if (first, last) == (Day::MIN, Day::MAX) {
                spans.always += 1;
                return;
            }
            spans.first.push(first);
            spans.last.push(last);
        };
        match owner {
            Owner::Row(row) => take(self.at.entry(row).or_default()),
            Owner::OneOf(rows) => rows.iter().for_each(|row| take(self.at.entry(Row::new(*row)).or_default())),
            Owner::Any => take(&mut self.anywhere),
        }
    }

    fn sort(&mut self) {
        self.anywhere.sort();
        self.at.values_mut().for_each(Spans::sort);
    }

    /// How many unreadable rows might belong to a row.
    pub fn at(&self, row: Row<R>) -> usize {
        self.within(row, Day::MIN, Day::MAX)
    }

    /// How many unreadable rows might belong to a row on a day.
    pub fn on(&self, row: Row<R>, day: Day) -> usize {
        self.within(row, day, day)
    }

    /// How many unreadable rows might belong to a row on a day from one to another.
    pub fn within(&self, row: Row<R>, from: Day, to: Day) -> usize {
        if self.is_lost { usize::MAX } else { self.own(row, from, to).saturating_add(self.anywhere.within(from, to)) }
    }

    /// How many of those that might belong to a row on a day might belong to a few rows only; with [`UnsureRows::anywhere_on`] that is all of them.
    pub fn own_on(&self, row: Row<R>, day: Day) -> usize {
        self.own(row, day, day)
    }

    /// How many unreadable rows might on a day belong to any row at all.
    pub fn anywhere_on(&self, day: Day) -> usize {
        if self.is_lost { usize::MAX } else { self.anywhere.within(day, day) }
    }

    fn own(&self, row: Row<R>, from: Day, to: Day) -> usize {
        self.at.get(&row).map_or(0, |spans| spans.within(from, to))
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
    /// Services that a volunteer might have attended, or might have given other hours to.
    pub attended: UnsureRows<Volunteer>,
    /// Trainings that a volunteer might have.
    pub trainings: UnsureRows<Volunteer>,
    /// Commitments that a volunteer might have made.
    pub commitments: UnsureRows<Volunteer>,
    /// Activities that might serve a request.
    pub serving: UnsureRows<Request>,
    /// Places that might lie right below a place.
    pub places: UnsureRows<Place>,
    /// Centres that a place might have.
    pub centres: UnsureRows<Place>,
    /// Service points that a place might have.
    pub points: UnsureRows<Place>,
    /// Teams that might work from a centre.
    pub teams: UnsureRows<Centre>,
    /// Mutual labour that a volunteer might have given, from its day on.
    pub given: UnsureRows<Volunteer>,
    /// Mutual labour that a volunteer might have received, from its day on.
    pub received: UnsureRows<Volunteer>,
}

fn any_broken(cells: &[bool]) -> bool {
    cells.contains(&true)
}

/// Whether a cell that must have something in it has nothing that can be read.
fn lost<C: Cell>(field: Field<C>) -> bool {
    field.get().is_none()
}

/// The days that a row might cover, as far as its dates can be read; all, where it ends before it begins.
fn span(from: Field<Day>, to: Field<Day>) -> (Day, Day) {
    match (from.get(), to.get()) {
        (Some(from), Some(to)) if to < from => (Day::MIN, Day::MAX),
        (from, to) => (from.unwrap_or(Day::MIN), to.unwrap_or(Day::MAX)),
    }
}

/// The memberships that say in place of a role that somebody leads the team.
fn roles_that_lead(book: &Book) -> HashSet<(FileId, u32)> {
    let leads = |kind: &FaultKind| matches!(kind, FaultKind::BadWord(column, word, _) if std::ptr::eq(*column, Membership::role.column) && Office::meant(word) == Some(Office::Leader));
    book.faults.iter().filter(|fault| leads(&fault.kind)).filter_map(|fault| fault.row).collect()
}

fn row_of(at: At) -> Option<(FileId, u32)> {
    if let At::Cell { file, row, .. } = at { Some((file, row)) } else { None }
}

impl Unsure {
    pub(super) fn of(book: &Book) -> Self {
        let mut unsure = Self::default();
        let meant = book.meant();
        unsure.relations(book, meant);
        unsure.services(book, meant);
        unsure.network(book, meant);
        unsure.labour(book, meant);
        unsure.members.sort();
        unsure.roles.sort();
        unsure.homes.sort();
        unsure.leaders.sort();
        unsure.points.sort();
        unsure.given.sort();
        unsure.received.sort();
        unsure
    }

    fn relations(&mut self, book: &Book, meant: &Meant) {
        if !book.memberships.complete || !book.volunteers.complete {
            self.members.lost();
            self.roles.lost();
            self.homes.lost();
        }
        let leads = roles_that_lead(book);
        for (row, m) in book.memberships.iter() {
            if lost(m.role) && row_of(book.memberships.row_at(row)).is_some_and(|row| leads.contains(&row)) {
                self.leaders.add_between(meant.owner(m.team, book.memberships.at(row, Membership::team)), span(m.from, m.to));
            }
            let backwards = matches!((m.from.get(), m.to.get()), (Some(from), Some(to)) if to < from);
            if any_broken(&[lost(m.volunteer), lost(m.team), lost(m.from), m.to.is_broken(), backwards]) {
                let days = span(m.from, m.to);
                // A cell of several people is a member for each of them.
                for _ in 0..meant.named_in(book.memberships.at(row, Membership::volunteer)) {
                    self.members.add_between(meant.owner(m.team, book.memberships.at(row, Membership::team)), days);
                    self.roles.add_between(meant.owner(m.team, book.memberships.at(row, Membership::team)), days);
                }
                self.homes.add_between(meant.owner(m.volunteer, book.memberships.at(row, Membership::volunteer)), days);
            } else if lost(m.role) {
                self.roles.add_between(meant.owner(m.team, book.memberships.at(row, Membership::team)), span(m.from, m.to));
            }
        }
        if !book.appointments.complete {
            self.leaders.lost();
        }
        for (row, a) in book.appointments.iter() {
            let backwards = matches!((a.from.get(), a.to.get()), (Some(from), Some(to)) if to < from);
            let may_lead = a.office.get() != Some(Office::Deputy);
            if may_lead && any_broken(&[lost(a.volunteer), lost(a.team), lost(a.office), lost(a.from), a.to.is_broken(), backwards]) {
                self.leaders.add_between(meant.owner(a.team, book.appointments.at(row, Appointment::team)), span(a.from, a.to));
            }
        }
        if !book.trainings.complete {
            self.trainings.lost();
        }
        for (row, t) in book.trainings.with_broken() {
            if any_broken(&[lost(t.volunteer), lost(t.date), t.skill.is_broken(), t.expires.is_broken()]) {
                self.trainings.add(meant.owner(t.volunteer, book.trainings.at(row, Training::volunteer)));
            }
        }
        if !book.commitments.complete {
            self.commitments.lost();
        }
        for (row, c) in book.commitments.with_broken() {
            if any_broken(&[lost(c.volunteer), lost(c.made)]) {
                self.commitments.add(meant.owner(c.volunteer, book.commitments.at(row, Commitment::volunteer)));
            }
        }
    }

    fn services(&mut self, book: &Book, meant: &Meant) {
        if !book.activities.complete {
            self.activities.lost();
            self.serving.lost();
        }
        for (row, a) in book.activities.with_broken() {
            let held = a.status.get().is_none_or(|s| s == ActivityStatus::Held);
            if held && any_broken(&[lost(a.team), lost(a.date), lost(a.status)]) {
                self.activities.add(meant.owner(a.team, book.activities.at(row, Activity::team)));
            }
            if !a.request.is_empty() && any_broken(&[a.request.is_broken(), lost(a.status)]) {
                self.serving.add(meant.owner(a.request, book.activities.at(row, Activity::request)));
            }
        }
        if !book.participations.complete {
            self.participations.lost();
        }
        if !book.participations.complete || !book.activities.complete {
            self.attended.lost();
        }
        let in_question: HashSet<Row<Activity>> = book
            .activities
            .with_broken()
            .filter(|(_, a)| a.status.get().is_none_or(|s| s == ActivityStatus::Held) && any_broken(&[lost(a.date), lost(a.status)]))
            .map(|(row, _)| row)
            .collect();
        if !in_question.is_empty() {
            let asked = book.participations.iter().filter(|(_, p)| p.activity.get().is_some_and(|activity| in_question.contains(&activity)));
            asked.filter_map(|(_, p)| p.volunteer.get()).for_each(|volunteer| self.attended.add(Owner::Row(volunteer)));
        }
        for (row, p) in book.participations.with_broken() {
            if any_broken(&[lost(p.activity), lost(p.volunteer), p.status.is_broken()]) {
                self.participations.add(meant.owner(p.activity, book.participations.at(row, Participation::activity)));
            }
            if any_broken(&[lost(p.activity), lost(p.volunteer), p.status.is_broken(), lost(p.hours)]) {
                self.attended.add(meant.owner(p.volunteer, book.participations.at(row, Participation::volunteer)));
            }
        }
    }

    fn network(&mut self, book: &Book, meant: &Meant) {
        if !book.places.complete {
            self.places.lost();
        }
        for (row, place) in book.places.with_broken().filter(|(_, place)| place.parent.is_broken()) {
            self.places.add(meant.owner(place.parent, book.places.at(row, Place::parent)));
        }
        if !book.centres.complete {
            self.centres.lost();
        }
        for (row, centre) in book.centres.with_broken() {
            if any_broken(&[lost(centre.place), lost(centre.kind)]) {
                self.centres.add(meant.owner(centre.place, book.centres.at(row, Centre::place)));
            }
        }
        if !book.teams.complete {
            self.teams.lost();
        }
        for (row, team) in book.teams.with_broken().filter(|(_, team)| team.centre.is_broken()) {
            self.teams.add(meant.owner(team.centre, book.teams.at(row, Team::centre)));
        }
        if !book.pairings.complete {
            self.points.lost();
        }
        for (row, p) in book.pairings.iter() {
            let may_be_point = p.kind.get().is_none_or(|kind| kind == PairingKind::ServicePoint) && !p.place.is_empty();
            let backwards = matches!((p.from.get(), p.to.get()), (Some(from), Some(to)) if to < from);
            if may_be_point && any_broken(&[lost(p.kind), p.place.is_broken(), lost(p.households), lost(p.from), p.to.is_broken(), backwards]) {
                self.points.add_between(meant.owner(p.place, book.pairings.at(row, Pairing::place)), span(p.from, p.to));
            }
        }
    }

    fn labour(&mut self, book: &Book, meant: &Meant) {
        if !book.exchanges.complete {
            self.given.lost();
            self.received.lost();
        }
        for (row, exchange) in book.exchanges.with_broken() {
            // With its day and its hours it counts for whoever of the two is known.
            let counts = exchange.hours.get().is_some() && exchange.date.get().is_some();
            let days = (exchange.date.get().unwrap_or(Day::MIN), Day::MAX);
            if !counts || lost(exchange.giver) {
                self.given.add_between(meant.owner(exchange.giver, book.exchanges.at(row, Exchange::giver)), days);
            }
            if !counts || lost(exchange.receiver) {
                self.received.add_between(meant.owner(exchange.receiver, book.exchanges.at(row, Exchange::receiver)), days);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_was_over_supplies_nothing_later() {
        let day = |n| Day::new(2026, 6, n).unwrap();
        let (owner, other) = (Row::<Team>::new(0), Row::<Team>::new(1));
        let mut rows = UnsureRows::default();
        rows.add_between(Owner::Row(owner), (day(1), day(10)));
        rows.add_between(Owner::Any, (day(10), Day::MAX));
        rows.sort();
        assert_eq!((rows.on(owner, day(9)), rows.on(owner, day(10)), rows.on(owner, day(11))), (1, 2, 1));
        assert_eq!((rows.on(other, day(9)), rows.on(other, day(10)), rows.within(other, day(1), day(9))), (0, 1, 0));
        assert_eq!((rows.own_on(owner, day(10)), rows.own_on(other, day(10)), rows.anywhere_on(day(10))), (1, 0, 1));
        assert!(rows.has(owner) && rows.has(other));
    }
}
