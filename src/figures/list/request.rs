//! Requests: what people asked for, how far it has come, and whether it is late.

use std::collections::HashMap;

use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::activities::Activity;
use crate::tables::requests::Request;
use crate::tables::{Col, TableSet};
use crate::value::fixed::Fixed;
use crate::value::{Day, Row, TableId};

use super::columns::{Extra, Pick, columns, counted, tally};
use super::names::named;
use super::related::related;
use super::{Asking, Belongs, Noun, Periods, Private, Span, Thing, publicity, served};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "kind", "place", "volunteer", "status"],
    reads: TableSet::of(&[TableId::ACTIVITIES]),
    shows: TableSet::of(&[TableId::ACTIVITIES, TableId::PUBLICITY]),
    periods: Periods::Begins,
    settled: t("answered, declined, or received later", "已答复、已说明，或之后才受理"),
    private: Private::Shown,
    ..Noun::of::<Request>("request", t("Request", "服务需求"))
};

impl Thing for Request {
    const COLUMNS: &'static [Pick<Self>] =
        columns![Request: id, received, kind, subject, status, +answer_by, +days_overdue, team, volunteer, handler, place, channel];

    fn belongs(&self, _: &Asking<'_>, _: Row<Self>) -> Belongs {
        Belongs { people: [self.volunteer.get(), None], team: self.team.get(), place: self.place.get(), is_own: true, ..Belongs::default() }
    }

    /// From the day it came in to the day it was answered.
    fn span(&self) -> Span {
        let is_open = self.answered.is_empty() && !self.says_answered() && !self.status.is_broken();
        Span { first: self.received.get(), last: if is_open { Some(Day::MAX) } else { self.answered.get() } }
    }

    fn is_current(&self, asking: &Asking<'_>) -> bool {
        self.received.get().is_none_or(|day| day <= asking.ask.as_of) && self.is_answered(asking.ask.as_of) != Some(true)
    }

    /// What waits for an answer comes first, the most urgent before all; then what was answered, the last before all.
    fn order(&self, asking: &Asking<'_>) -> Option<(u8, i64)> {
        let day = |day: Option<Day>| day.map_or(i64::MAX, |day| day.since(Day::MIN));
        Some(if self.is_current(asking) { (0, day(answer_by(asking, self))) } else { (1, -day(self.answered.get().or(self.received.get()))) })
    }

    fn as_of(&self, asking: &Asking<'_>, column: Col<Self>) -> Option<Value> {
        let as_of = asking.ask.as_of;
        if column == Self::status {
            return self.status_on(as_of).map(|status| Value::word(status.code(), status.title()));
        }
        let comes_last = column == Self::answer || column == Self::satisfaction;
        (comes_last && self.is_answered(as_of) == Some(false)).then_some(Value::Empty)
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let (book, as_of) = (asking.book, asking.ask.as_of);
        let between = |from: Option<Day>, to: Option<Day>| {
            let days = from.zip(to).and_then(|(from, to)| u64::try_from(to.since(from)).ok());
            days.map_or(Value::Empty, Value::Count)
        };
        let by_now = move |day: Option<Day>| day.filter(|day| *day <= as_of);
        vec![
            Extra::words("answer_by", t("Answer by", "应答复日期"), |_, request| answer_by(asking, request).map_or(Value::Empty, Value::Day)),
            Extra::figure("days_to_verify", t("Days to verify", "核实用天数"), move |_, request: &Request| {
                between(request.received.get(), by_now(request.verified.get()))
            }),
            Extra::figure("days_to_answer", t("Days to answer", "答复用天数"), move |_, request: &Request| {
                between(request.received.get(), by_now(request.answered.get()))
            }),
            Extra::figure("days_left", t("Days left", "剩余天数"), move |_, request: &Request| {
                between(Some(as_of), answer_by(asking, request).filter(|due| request.is_current(asking) && as_of <= *due))
            }),
            // Of what was answered late: how late.
            Extra::figure("days_overdue", t("Days overdue", "过期天数"), move |_, request: &Request| {
                let until = by_now(request.answered.get()).or(request.is_current(asking).then_some(as_of));
                between(answer_by(asking, request).filter(|due| until.is_some_and(|until| *due < until)), until)
            }),
            counted("activities", t("Activities", "活动"), move || {
                let serving: HashMap<u32, u64> = tally(book.activities.iter().filter_map(|(_, a)| a.request.get()).map(|request| request.number));
                serving
            }),
        ]
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let mut sheets = Vec::new();
        let columns = columns![Activity: id, date, title, team, status, +participations];
        sheets.extend(related::<Activity>(asking, "activities", t("Activities that serve it", "为它开展的活动"), columns, |_, a| {
            a.request.get() == Some(row)
        }));
        let requester = self.requester.get().map(|requester| asking.book.requests.text(requester));
        sheets.extend(requester.and_then(|requester| served::sheet(asking, requester)));
        sheets.extend(publicity::about(asking, &named(asking.book, row).id));
        sheets
    }
}

/// The last day for an answer: the one agreed on, else as many days after it came in as the rules allow. `None` where a date cannot be read.
fn answer_by(asking: &Asking<'_>, request: &Request) -> Option<Day> {
    if request.due.is_empty() {
        return request.received.get().map(|received| received.plus(asking.book.settings.rules.answer_within_days));
    }
    request.due.get()
}
