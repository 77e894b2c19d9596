//! What is due: activities to be held, requests to be verified and answered, commitments to be published and kept, leaves and trainings
//! that end, quarters to be summed up and fed back.
//!
//! Unlike other figures this looks past the day asked about: that is the question.

use std::collections::{BTreeSet, HashMap};

use crate::book::{Ask, Book};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::activities::ActivityStatus;
use crate::tables::leaves::Leave;
use crate::tables::vocabulary::Skills;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Period, Row, Str, Target, Word};

use super::list::named;
use super::{Column, Scope, Sheet, Value, lost};

/// What kind of thing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Verification,
    Request,
    Publication,
    Commitment,
    Activity,
    Leave,
    Training,
    Summary,
    Feedback,
}

impl What {
    fn code(self) -> &'static str {
        match self {
            Self::Verification => "verification",
            Self::Request => "request",
            Self::Publication => "publication",
            Self::Commitment => "commitment",
            Self::Activity => "activity",
            Self::Leave => "leave",
            Self::Training => "training",
            Self::Summary => "summary",
            Self::Feedback => "feedback",
        }
    }

    fn title(self) -> T {
        match self {
            Self::Verification => t("verify", "核实需求"),
            Self::Request => t("answer", "答复需求"),
            Self::Publication => t("publish", "公示承诺"),
            Self::Commitment => t("commitment", "承诺到期"),
            Self::Activity => t("activity", "活动"),
            Self::Leave => t("leave ends", "暂离结束"),
            Self::Training => t("training ends", "培训到期"),
            Self::Summary => t("summary", "季度总结"),
            Self::Feedback => t("feed back", "反馈总结"),
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
    /// The team or the volunteer who is to do it, or to whom it was forwarded.
    who: Value,
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
    looked.trainings(&mut things);
    looked.summaries(&mut things);
    looked.feedback(&mut things);
    things.sort_by(|a, b| (a.day, a.what, &a.id).cmp(&(b.day, b.what, &b.id)));
    let rows = things.into_iter().map(|thing| {
        let days = thing.day.since(ask.as_of);
        vec![
            Value::Day(thing.day),
            Value::Amount(Amount::from_ten_thousandths(days.saturating_mul(10_000))),
            Value::word(thing.what.code(), thing.what.title()),
            Value::Id(thing.id),
            text(thing.about),
            thing.who,
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
    let left_out = lost::due(book, ask.as_of);
    let scope = Scope { period: Some(Period { from: ask.as_of, to: last }), left_out, ..Scope::bare(book, ask) };
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

    /// A row with its name; nothing where there is none.
    fn who<R: Target>(&self, row: Option<Row<R>>) -> Value {
        row.map_or(Value::Empty, |row| Value::Refs(vec![named(self.book, row)]))
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
                who: self.who(activity.team.get()),
            });
        }
    }

    /// Requests that are not verified, by the day until which they are to be, and those that are not answered, by their last day.
    fn requests(&self, things: &mut Vec<Thing>) {
        let (requests, as_of, rules) = (&self.book.requests, self.ask.as_of, &self.book.settings.rules);
        for (row, request) in requests.iter() {
            let Some(received) = request.received.get().filter(|day| *day <= as_of) else { continue };
            let verify = Some(received.plus(rules.verify_within_days)).filter(|_| request.is_verified(as_of) == Some(false));
            // A last day before receipt is no ground to stand on.
            let answer = request.due.get().map_or(Some(received.plus(rules.answer_within_days)), |due| Some(due).filter(|due| received <= *due));
            let answer = answer.filter(|_| !request.due.is_broken() && request.is_answered(as_of) == Some(false));
            for (day, what) in [(verify, What::Verification), (answer, What::Request)] {
                let Some(day) = day.filter(|day| *day <= self.last) else { continue };
                let handler = request.handler.get().map_or(Value::Empty, |handler: Str| text(requests.text(handler).to_owned()));
                let who = [self.who(request.team.get()), self.who(request.volunteer.get()), handler];
                things.push(Thing {
                    day,
                    what,
                    id: self.id(row),
                    about: request.subject.get().map_or("", |subject| requests.text(subject)).to_owned(),
                    who: who.into_iter().find(|who| *who != Value::Empty).unwrap_or(Value::Empty),
                });
            }
        }
    }

    /// Commitments that are not published, and those that nobody has marked as kept or not.
    fn commitments(&self, things: &mut Vec<Thing>) {
        let (commitments, as_of, allowed) = (&self.book.commitments, self.ask.as_of, self.book.settings.rules.publish_within_days);
        for (row, commitment) in commitments.iter() {
            let Some(made) = commitment.made.get().filter(|made| *made <= as_of) else { continue };
            let Some(volunteer) = commitment.volunteer.get().filter(|volunteer| self.is_there(*volunteer)) else { continue };
            let is_published = commitment.published.is_broken() || commitment.published.get().is_some_and(|day| day <= as_of);
            let publish = Some(made.plus(allowed)).filter(|_| !is_published);
            let keep = commitment.due.get().filter(|due| made <= *due && commitment.kept.is_empty());
            for (day, what) in [(publish, What::Publication), (keep, What::Commitment)] {
                let Some(day) = day.filter(|day| *day <= self.last) else { continue };
                let about = commitment.text.get().map_or("", |text| commitments.text(text)).to_owned();
                things.push(Thing { day, what, id: self.id(row), about, who: self.who(Some(volunteer)) });
            }
        }
    }

    /// Whether somebody has not left on the day asked about.
    fn is_there(&self, volunteer: Row<Volunteer>) -> bool {
        self.book.volunteers.get(volunteer).is_some_and(|v| v.left.get().is_none_or(|left| self.ask.as_of <= left.day()))
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
            things.push(Thing { day, what: What::Leave, id: self.id(volunteer), about, who: self.who(Some(volunteer)) });
        }
    }

    /// Trainings in force that end, unless another in the same speciality lasts longer.
    fn trainings(&self, things: &mut Vec<Thing>) {
        let (trainings, as_of) = (&self.book.trainings, self.ask.as_of);
        let held = || trainings.iter().filter(|(_, training)| training.date.get().is_some_and(|date| date <= as_of));
        let mut furthest: HashMap<(Row<Volunteer>, Word<Skills>), Day> = HashMap::new();
        for (_, training) in held() {
            if let (Some(volunteer), Some(skill)) = (training.volunteer.get(), training.skill.get()) {
                let last = if training.expires.is_empty() { Day::MAX } else { training.expires.get().unwrap_or(as_of) };
                let furthest = furthest.entry((volunteer, skill)).or_insert(last);
                *furthest = last.max(*furthest);
            }
        }
        for (row, training) in held() {
            let Some(day) = training.expires.get().filter(|day| as_of <= *day && *day <= self.last) else { continue };
            let Some(volunteer) = training.volunteer.get().filter(|volunteer| self.is_there(*volunteer)) else { continue };
            let is_last = training.skill.get().and_then(|skill| furthest.get(&(volunteer, skill))).is_none_or(|last| *last <= day);
            if is_last {
                let about = training.title.get().map_or("", |title| trainings.text(title)).to_owned();
                things.push(Thing { day, what: What::Training, id: self.id(row), about, who: self.who(Some(volunteer)) });
            }
        }
    }

    /// Quarters in which something was held, and that are not summed up; the one that is not over yet, too.
    fn summaries(&self, things: &mut Vec<Thing>) {
        let (book, as_of) = (self.book, self.ask.as_of);
        // A summary that tells no quarter may be that of any.
        if !book.layout.has_summaries || book.summaries().iter().any(|summary| summary.quarter().is_none()) {
            return;
        }
        let held = book.activities.iter().filter(|(_, a)| a.status.get() == Some(ActivityStatus::Held)).filter_map(|(_, a)| a.date.get());
        let quarters: BTreeSet<(i32, u32)> = held.filter(|day| *day <= as_of).map(|day| (day.year(), day.quarter())).collect();
        for quarter in quarters.into_iter().filter_map(|(year, quarter)| Period::quarter(year, quarter)) {
            let is_of_it = |said: Option<Period>| said == Some(quarter);
            let mut of_it = book.summaries().iter().filter(|summary| is_of_it(summary.named) || is_of_it(summary.said));
            let day = quarter.to.plus(book.settings.rules.summary_within_days);
            if day <= self.last && !of_it.any(|summary| summary.written.get().is_none_or(|written| written <= as_of)) {
                let id = quarter.to_string();
                things.push(Thing { day, what: What::Summary, about: format!("summaries/{id}.md"), id, who: Value::Empty });
            }
        }
    }

    /// Summaries that nobody was told of.
    fn feedback(&self, things: &mut Vec<Thing>) {
        let (book, as_of, allowed) = (self.book, self.ask.as_of, self.book.settings.rules.summary_within_days);
        for summary in book.summaries().iter().filter(|summary| summary.complete) {
            let (Some(quarter), Some(written)) = (summary.quarter(), summary.written.get().filter(|written| *written <= as_of)) else { continue };
            let day = written.plus(allowed);
            let is_fed_back = || summary.fed_back.iter().any(|entry| entry.on.get().is_some_and(|on| on <= as_of));
            if day <= self.last && !is_fed_back() {
                let about = book.sources.path(summary.file).to_owned();
                things.push(Thing { day, what: What::Feedback, id: quarter.to_string(), about, who: Value::Empty });
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
