//! Rows of which nobody can tell whether they belong to an answer, since what a filter, a day or a count goes by cannot be read. They are
//! named as left out.

use crate::book::{Ask, Attendance, Book};
use crate::schema::{Col, Description, Record, Role, Table};
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::commitments::Commitment;
use crate::tables::leaves::Leave;
use crate::tables::memberships::Membership;
use crate::tables::participations::Participation;
use crate::tables::requests::Request;
use crate::tables::teams::Team;
use crate::tables::trainings::Training;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Kind, Loose, Period, Row};

use super::LeftOut;
use super::stats::{Filters, Query, place_of};

/// The columns of a table that some filters go by.
pub fn columns<R: Record>(filters: impl Iterator<Item = &'static str>) -> Vec<Col<R>> {
    let of = |table: &'static Description, filter: &str| -> Vec<Col<R>> {
        let refers = |to: &str| table.columns.iter().filter(|column| matches!(column.kind, Kind::Reference(name) if name == to)).collect::<Vec<_>>();
        let found = match filter {
            "team" => refers("teams"),
            "place" => refers("places"),
            "branch" => refers("branches"),
            "campaign" => refers("campaigns"),
            "volunteer" => refers("volunteers"),
            "track" => table.columns.iter().filter(|column| column.kind == Kind::Word("tracks")).collect(),
            "kind" => table.columns_for(Role::Kind).collect(),
            "status" => table.columns_for(Role::State).collect(),
            "started" => table.dated_by().into_iter().collect(),
            "ended" => table.columns_for(Role::Ends).chain(table.columns_for(Role::Dated)).collect(),
            "active" => table.dated_by().into_iter().chain(table.columns_for(Role::Ends)).collect(),
            _ => Vec::new(),
        };
        found.into_iter().map(Col::of).collect()
    };
    filters.flat_map(|filter| of(R::DESCRIPTION, filter)).collect()
}

/// Whether a cell of a row under one of some columns cannot be read.
pub fn is_broken<R: Record>(record: &R, columns: &[Col<R>]) -> bool {
    columns.iter().any(|column| record.loose(column.number()) == Loose::Broken)
}

/// The rows of a table with a cell under some columns that cannot be read, and that something else does not rule out.
fn rows<R: Record>(book: &Book, table: &Table<R>, columns: &[Col<R>], may_be: impl Fn(&R) -> bool) -> LeftOut {
    let mut left = LeftOut::repeats::<R>(table.repeated);
    for (row, _) in table.with_broken().filter(|(_, record)| is_broken(record, columns) && may_be(record)) {
        left.add(R::DESCRIPTION.name, book.cause(table, row, columns), 1);
    }
    left
}

/// Whether what may last from one day to another may last on a day; what cannot be read may be any day.
fn may_last<R: Record>(record: &R, from: Col<R>, to: Col<R>, day: Day) -> bool {
    let begun = !matches!(record.loose(from.number()), Loose::Days(first, _) if day < first);
    let is_over = matches!(record.loose(to.number()), Loose::Days(_, last) if last < day);
    begun && !is_over
}

/// Memberships of which nobody can tell whose they are, or when: home teams, roles and cross-team service rest on them.
pub fn memberships(book: &Book) -> LeftOut {
    rows(book, &book.memberships, &[Membership::volunteer, Membership::team, Membership::role, Membership::from, Membership::to], |_| true)
}

/// What counts of teams and volunteers on a day leave out.
pub fn on_day(book: &Book, day: Day) -> LeftOut {
    let mut left = rows(book, &book.teams, &[Team::founded, Team::closed], |team| may_last(team, Team::founded, Team::closed, day));
    let is_one = |person: &Volunteer| may_last(person, Volunteer::joined, Volunteer::left, day);
    left.join(rows(book, &book.volunteers, &[Volunteer::joined, Volunteer::left], is_one));
    left.join(rows(book, &book.leaves, &[Leave::volunteer, Leave::from, Leave::to], |leave| may_last(leave, Leave::from, Leave::to, day)));
    left
}

/// What the filters of services cannot judge.
pub fn by_filters(book: &Book, ask: Ask, query: &Query) -> LeftOut {
    let filters = &query.filters;
    if filters.given.is_empty() {
        return LeftOut::default();
    }
    let mut left = services(book, ask, query, |activity| filters.doubts_service(book, activity));
    left.join(people(book, ask, query, |row, person| filters.doubts_volunteer(row, person)));
    left
}

/// What a list that shows services by a dimension cannot give to any of its rows.
pub fn by_dimension(book: &Book, ask: Ask, period: Option<Period>, dimension: &str) -> LeftOut {
    let query = Query { period, filters: Filters::default(), by: Vec::new() };
    let broken = |is_broken: bool, column: Col<Activity>| if is_broken { vec![column] } else { Vec::new() };
    match dimension {
        "team" => services(book, ask, &query, |activity| broken(activity.team.is_broken(), Activity::team)),
        "campaign" => services(book, ask, &query, |activity| broken(activity.campaign.is_broken(), Activity::campaign)),
        "place" => services(book, ask, &query, |activity| broken(place_of(book, activity).is_broken(), Activity::place)),
        "branch" => people(book, ask, &query, |_, person| if person.branch.is_broken() { vec![Volunteer::branch] } else { Vec::new() }),
        _ => LeftOut::default(),
    }
}

/// The activities that would count but for some columns, with their participations.
fn services(book: &Book, ask: Ask, query: &Query, doubtful: impl Fn(&Activity) -> Vec<Col<Activity>>) -> LeftOut {
    let mut left = LeftOut::default();
    // The place of an activity may be that of its team.
    let may_be_lost = book.activities.has_broken || book.teams.has_broken;
    for (row, activity) in book.activities.slice(0, if may_be_lost { usize::MAX } else { 0 }) {
        let columns = doubtful(&activity);
        let counts = || activity.counts_by(Day::MAX) && activity.date.get().is_some_and(|day| query.has(ask, day));
        if !columns.is_empty() && counts() {
            let cause = book.cause(&book.activities, row, &columns);
            left.add(Activity::DESCRIPTION.name, cause, 1);
            left.add(Participation::DESCRIPTION.name, cause, book.facts().of_activity(book, row).filter(|(_, p)| p.counts()).count());
        }
    }
    left
}

/// The volunteers who would count but for some columns: they took part in what is in question.
fn people(book: &Book, ask: Ask, query: &Query, doubtful: impl Fn(Row<Volunteer>, &Volunteer) -> Vec<Col<Volunteer>>) -> LeftOut {
    let mut left = LeftOut::default();
    for (row, person) in book.volunteers.with_broken() {
        let columns = doubtful(row, &person);
        let in_question = |(day, part): &Attendance| {
            let activity = book.participations.get(*part).and_then(|p| book.activities.get(p.activity.get()?));
            query.has(ask, *day) && activity.is_some_and(|activity| query.filters.has_service(book, &activity))
        };
        if !columns.is_empty() && book.attendances().of_volunteer(row).iter().any(in_question) {
            left.add(Volunteer::DESCRIPTION.name, book.cause(&book.volunteers, row, &columns), 1);
        }
    }
    left
}

/// What cannot be told to be due or not.
pub fn due(book: &Book, as_of: Day) -> LeftOut {
    let may_be = |day: Option<Day>| day.is_none_or(|day| day <= as_of);
    let mut left =
        rows(book, &book.requests, &[Request::id, Request::received, Request::status, Request::verified, Request::answered, Request::due], |r| {
            may_be(r.received.get()) && r.is_answered(as_of) != Some(true)
        });
    left.join(rows(book, &book.activities, &[Activity::date, Activity::status], |a| {
        a.status.get().is_none_or(|status| status == ActivityStatus::Planned) && a.date.get().is_none_or(|day| as_of <= day)
    }));
    left.join(rows(
        book,
        &book.commitments,
        &[Commitment::volunteer, Commitment::made, Commitment::due, Commitment::published, Commitment::kept],
        |c| may_be(c.made.get()),
    ));
    left.join(rows(book, &book.leaves, &[Leave::volunteer, Leave::from, Leave::to], |leave| may_last(leave, Leave::from, Leave::to, as_of)));
    left.join(rows(book, &book.trainings, &[Training::volunteer, Training::date, Training::expires], |t| may_be(t.date.get())));
    left
}

/// The names of the filters that a period stands for beside those given: by the day on which something begins, or by all its days.
pub fn period_as(period: Option<Period>, begins: bool) -> Option<&'static str> {
    period.map(|_| if begins { "started" } else { "active" })
}

/// The names of filters.
pub fn names(filters: &Filters) -> impl Iterator<Item = &'static str> + '_ {
    filters.given.iter().map(|(name, _)| *name)
}
