//! What rows that could not be read might supply. A rule about something missing asks here first, and is silent if it might be there.

mod rows;

pub use rows::UnsureRows;

use hashbrown::HashSet;

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
use crate::value::{Cell, Day, Field, Row, TableId};

use super::Book;
use super::meant::{Meant, Owner};

/// What cannot be known of a book, for what is said to be missing.
#[derive(Default)]
pub struct Unsure {
    /// Memberships that a team might have besides those read.
    pub members: UnsureRows<Team>,
    /// Memberships that might be of any role in a team: those of [`Unsure::members`], and those read but for their role.
    pub roles: UnsureRows<Team>,
    /// Memberships that a volunteer might have.
    pub homes: UnsureRows<Volunteer>,
    /// Those of [`Unsure::homes`] that cannot be read, without those that end before they begin.
    pub unread_homes: UnsureRows<Volunteer>,
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
        unsure.skip(book);
        unsure.members.sort();
        unsure.roles.sort();
        unsure.homes.sort();
        unsure.unread_homes.sort();
        unsure.leaders.sort();
        unsure.points.sort();
        unsure.given.sort();
        unsure.received.sort();
        unsure
    }

    /// Says of what could not be told for want of a table that it was not: of that which tells, and of that whose rows it is told of, as these
    /// may be meant by their names.
    fn skip(&mut self, book: &Book) {
        for rows in [&mut self.members, &mut self.roles] {
            rows.skip_unless(book, &[TableId::MEMBERSHIPS, TableId::VOLUNTEERS, TableId::TEAMS]);
        }
        self.homes.skip_unless(book, &[TableId::MEMBERSHIPS, TableId::VOLUNTEERS, TableId::TEAMS]);
        self.leaders.skip_unless(book, &[TableId::APPOINTMENTS, TableId::MEMBERSHIPS, TableId::VOLUNTEERS, TableId::TEAMS]);
        self.activities.skip_unless(book, &[TableId::ACTIVITIES, TableId::TEAMS]);
        self.participations.skip_unless(book, &[TableId::PARTICIPATIONS, TableId::ACTIVITIES]);
        self.attended.skip_unless(book, &[TableId::PARTICIPATIONS, TableId::ACTIVITIES, TableId::VOLUNTEERS]);
        self.trainings.skip_unless(book, &[TableId::TRAININGS, TableId::VOLUNTEERS]);
        self.commitments.skip_unless(book, &[TableId::COMMITMENTS, TableId::VOLUNTEERS]);
        self.serving.skip_unless(book, &[TableId::ACTIVITIES, TableId::REQUESTS]);
        self.places.skip_unless(book, &[TableId::PLACES]);
        self.centres.skip_unless(book, &[TableId::CENTRES, TableId::PLACES]);
        self.points.skip_unless(book, &[TableId::PAIRINGS, TableId::PLACES]);
        self.teams.skip_unless(book, &[TableId::TEAMS, TableId::CENTRES]);
        self.given.skip_unless(book, &[TableId::EXCHANGES, TableId::VOLUNTEERS]);
        self.received.skip_unless(book, &[TableId::EXCHANGES, TableId::VOLUNTEERS]);
    }

    fn relations(&mut self, book: &Book, meant: &Meant) {
        if !book.memberships.complete || !book.volunteers.complete {
            self.members.lost();
            self.roles.lost();
            self.homes.lost();
        }
        let leads = roles_that_lead(book);
        for (row, m) in book.memberships.if_read() {
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
                if !backwards {
                    self.unread_homes.add_between(meant.owner(m.volunteer, book.memberships.at(row, Membership::volunteer)), days);
                }
            } else if lost(m.role) {
                self.roles.add_between(meant.owner(m.team, book.memberships.at(row, Membership::team)), span(m.from, m.to));
            }
        }
        if !book.appointments.complete {
            self.leaders.lost();
        }
        for (row, a) in book.appointments.if_read() {
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
            let asked = book.participations.if_read().filter(|(_, p)| p.activity.get().is_some_and(|activity| in_question.contains(&activity)));
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
        for (row, p) in book.pairings.if_read() {
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
