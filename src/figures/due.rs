//! What is due: activities to be held, requests to be answered, commitments to be kept, leaves that end, quarters to be summed up.
//!
//! Unlike other figures this looks past the day asked about: that is the question.

use std::collections::BTreeSet;

use crate::book::{Ask, Book};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::activities::ActivityStatus;
use crate::tables::leaves::Leave;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Period, Row, Str, Target};

use super::{Column, Scope, Sheet, Value};

/// What kind of thing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Request,
    Commitment,
    Activity,
    Leave,
    Summary,
}

impl What {
    fn code(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Commitment => "commitment",
            Self::Activity => "activity",
            Self::Leave => "leave",
            Self::Summary => "summary",
        }
    }

    fn title(self) -> T {
        match self {
            Self::Request => t("answer", "答复需求"),
            Self::Commitment => t("commitment", "承诺到期"),
            Self::Activity => t("activity", "活动"),
            Self::Leave => t("leave ends", "暂离结束"),
            Self::Summary => t("summary", "季度总结"),
        }
    }
}

/// One thing that is due, and on which day.
struct Thing {
    day: Day,
    what: What,
    id: String,
    /// Its subject, its title, its text.
    about: String,
    /// The team or the volunteer who is to do it.
    who: String,
}

/// What is due within so many days after the day asked about, and what is overdue on it, by day.
pub fn due(book: &Book, ask: Ask, within: i64) -> Sheet {
    let last = ask.as_of.plus(within);
    let mut things = Vec::new();
    let looked = Looking { book, ask, last };
    looked.activities(&mut things);
    looked.requests(&mut things);
    looked.commitments(&mut things);
    looked.leaves(&mut things);
    looked.summaries(&mut things);
    things.sort_by(|a, b| (a.day, a.what, &a.id).cmp(&(b.day, b.what, &b.id)));
    let rows = things.into_iter().map(|thing| {
        let days = thing.day.since(ask.as_of);
        vec![
            Value::Day(thing.day),
            Value::Amount(Amount::from_ten_thousandths(days.saturating_mul(10_000))),
            Value::word(thing.what.code(), thing.what.title()),
            Value::Id(thing.id),
            text(thing.about),
            if thing.who.is_empty() { Value::Empty } else { Value::Id(thing.who) },
        ]
    });
    let columns = vec![
        Column::words("day", t("Day", "日期")),
        Column::figure("days", t("In days", "还有天数")),
        Column::words("what", t("What", "事项")),
        Column::words("id", t("Id", "编号")),
        Column::words("about", t("About", "内容")),
        Column::words("who", t("Who", "负责")),
    ];
    let scope = Scope { period: Some(Period { from: ask.as_of, to: last }), ..Scope::bare(book, ask) };
    let nothing = t("Nothing is due.", "没有待办事项。");
    Sheet { nothing, ..Sheet::list("due", say!("Due up to {last}", "截至 {last} 的待办", last = last), scope, columns, rows.collect()) }
}

fn text(words: String) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words) }
}

struct Looking<'a> {
    book: &'a Book,
    ask: Ask,
    last: Day,
}

impl Looking<'_> {
    fn id<R: Target>(&self, row: Row<R>) -> String {
        self.book.keys(R::TARGET).map_or_else(String::new, |keys| keys.id(row.number).to_owned())
    }

    /// Planned, from the day asked about on. What was planned for a day before is no plan, and has a finding of its own.
    fn activities(&self, things: &mut Vec<Thing>) {
        let activities = &self.book.activities;
        for (row, activity) in activities.iter().filter(|(_, a)| a.status.get() == Some(ActivityStatus::Planned)) {
            let Some(day) = activity.date.get().filter(|day| self.ask.as_of <= *day && *day <= self.last) else { continue };
            things.push(Thing {
                day,
                what: What::Activity,
                id: self.id(row),
                about: activity.title.get().map_or("", |title| activities.text(title)).to_owned(),
                who: activity.team.get().map_or_else(String::new, |team| self.id(team)),
            });
        }
    }

    /// Requests that are not answered, by their last day.
    fn requests(&self, things: &mut Vec<Thing>) {
        let (requests, allowed) = (&self.book.requests, self.book.settings.rules.answer_within_days);
        for (row, request) in requests.iter() {
            let Some(received) = request.received.get().filter(|day| *day <= self.ask.as_of && !request.due.is_broken()) else { continue };
            // A last day before receipt is no ground to stand on.
            let day = request.due.get().map_or(Some(received.plus(allowed)), |due| Some(due).filter(|due| received <= *due));
            let Some(day) = day.filter(|day| *day <= self.last && request.is_answered(self.ask.as_of) == Some(false)) else { continue };
            let team = request.team.get().map(|team| self.id(team));
            let who = team.or_else(|| request.volunteer.get().map(|volunteer| self.id(volunteer)));
            things.push(Thing {
                day,
                what: What::Request,
                id: self.id(row),
                about: request.subject.get().map_or("", |subject| requests.text(subject)).to_owned(),
                who: who.or_else(|| request.handler.get().map(|handler: Str| requests.text(handler).to_owned())).unwrap_or_default(),
            });
        }
    }

    /// Commitments that nobody has marked as kept or not.
    fn commitments(&self, things: &mut Vec<Thing>) {
        let commitments = &self.book.commitments;
        for (row, commitment) in commitments.iter().filter(|(_, c)| c.kept.is_empty()) {
            let made = commitment.made.get().filter(|made| *made <= self.ask.as_of);
            let (Some(made), Some(day)) = (made, commitment.due.get().filter(|day| *day <= self.last)) else { continue };
            let Some(volunteer) = commitment.volunteer.get().filter(|volunteer| made <= day && self.is_there(*volunteer)) else { continue };
            let about = commitment.text.get().map_or("", |text| commitments.text(text)).to_owned();
            things.push(Thing { day, what: What::Commitment, id: self.id(row), about, who: self.id(volunteer) });
        }
    }

    /// Whether somebody has not left on the day asked about.
    fn is_there(&self, volunteer: Row<Volunteer>) -> bool {
        self.book.volunteers.get(volunteer).is_some_and(|v| v.left.get().is_none_or(|left| self.ask.as_of <= left.0))
    }

    /// Leaves that last on the day asked about, by their last day.
    fn leaves(&self, things: &mut Vec<Thing>) {
        let (leaves, as_of) = (&self.book.leaves, self.ask.as_of);
        let lasts =
            |leave: &Leave| leave.from.get().is_some_and(|from| from <= as_of) && leave.to.get().is_some_and(|to| as_of <= to && to <= self.last);
        for (_, leave) in leaves.iter().filter(|(_, leave)| lasts(leave)) {
            let (Some(day), Some(volunteer)) = (leave.to.get(), leave.volunteer.get().filter(|volunteer| self.is_there(*volunteer))) else {
                continue;
            };
            let about = leave.reason.get().map_or("", |reason| leaves.text(reason)).to_owned();
            things.push(Thing { day, what: What::Leave, id: self.id(volunteer), about, who: self.id(volunteer) });
        }
    }

    /// Quarters in which something was held, over and not summed up.
    fn summaries(&self, things: &mut Vec<Thing>) {
        let (book, as_of) = (self.book, self.ask.as_of);
        // A summary that tells no quarter may be that of any.
        if !book.layout.has_summaries || book.summaries.iter().any(|summary| summary.quarter().is_none()) {
            return;
        }
        let held = book.activities.iter().filter(|(_, a)| a.status.get() == Some(ActivityStatus::Held)).filter_map(|(_, a)| a.date.get());
        let quarters: BTreeSet<(i32, u32)> = held.filter(|day| *day <= as_of).map(|day| (day.year(), day.quarter())).collect();
        for quarter in quarters.into_iter().filter_map(|(year, quarter)| Period::quarter(year, quarter)).filter(|quarter| quarter.to < as_of) {
            let is_of_it = |said: Option<Period>| said == Some(quarter);
            let mut of_it = book.summaries.iter().filter(|summary| is_of_it(summary.named) || is_of_it(summary.said));
            let day = quarter.to.plus(book.settings.rules.summary_within_days);
            if day <= self.last && !of_it.any(|summary| summary.written.get().is_none_or(|written| written <= as_of)) {
                let id = quarter.to_string();
                things.push(Thing { day, what: What::Summary, about: format!("summaries/{id}.md"), id, who: String::new() });
            }
        }
    }
}

/// What is due, in a word: for a line of its own.
pub fn in_days(days: i64) -> Text {
    match days {
        0 => say!("today", "今天"),
        1.. => say!("in {n}", "还有 {n} 天", n = say::days(days.abs())),
        _ => say!("{n} late", "逾期 {n} 天", n = say::days(days.abs())),
    }
}
