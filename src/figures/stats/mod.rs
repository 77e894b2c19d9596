//! `stats`: services, participations, hours, beneficiaries, volunteers and outcomes, as a whole or by one or two dimensions.

pub mod beside;
pub mod by;
pub mod compare;
pub mod count;
pub mod filters;
mod groups;
pub mod measures;
pub mod pivot;
pub mod shares;

use crate::book::{Ask, Book};
use crate::say;
use crate::say::{Text, t};
use crate::value::{Amount, Day, Period, Row};

use super::{Column, Scope, Sheet, Value, lost};
use by::{Chosen, Look};
use count::{Counted, Tally, count};
pub use filters::{Asked, Filters};

/// What is asked.
pub struct Query {
    /// The period, where one is asked for.
    pub period: Option<Period>,
    /// What counts.
    pub filters: Filters,
    /// By what; at most two.
    pub by: Vec<Chosen>,
}

impl Query {
    /// Whether an activity of that day is in question.
    pub fn has(&self, ask: Ask, day: Day) -> bool {
        // What was held tomorrow was not: it is left out (A008), also where somebody asks about a day to come.
        day <= ask.as_of.min(ask.today) && self.period.is_none_or(|period| period.has(day))
    }

    /// Whether it asks about people, so that services are those they touched.
    pub fn is_about_people(&self) -> bool {
        self.filters.is_about_people() || self.by.iter().any(|by| by.dimension.is_about_people())
    }
}

/// Works out the figures.
pub fn stats(book: &Book, ask: Ask, query: &Query) -> Sheet {
    let mut scope = Scope::of(book, ask, query.period, query.filters.given.clone());
    let look = Look { book };
    let Counted { overall, mut groups, doubted } = count(book, ask, query, &query.by);
    scope.doubted = doubted;
    scope.left_out.join(lost::by_filters(book, ask, query));
    let touched = query.is_about_people();
    let shown = measures::shown(&look, touched, &overall);
    let figures = |tally: &Tally| shown.iter().map(|measure| measure.value(tally)).collect::<Vec<Value>>();
    let headings = shown.iter().map(|measure| measure.column.clone());
    let notes = notes(query, touched, &overall);
    if query.by.is_empty() {
        let (mut columns, mut total) = if query.filters.given.is_empty() {
            scope.left_out.join(lost::on_day(book, ask.as_of));
            state(&look, ask)
        } else {
            Default::default()
        };
        columns.extend(headings);
        total.extend(figures(&overall));
        let apart = beside::beside(book, ask, query);
        columns.extend(apart.columns);
        total.extend(apart.values);
        scope.left_out.join(apart.left_out);
        return Sheet { notes, ..Sheet::facts("total", t("Overview", "总览"), scope, columns, total) };
    }
    let mut columns: Vec<Column> = query.by.iter().flat_map(|by| by.axis.columns()).collect();
    let mut total = vec![Value::Empty; columns.len()];
    if let Some(first) = total.first_mut() {
        *first = Value::word("total", t("Total", "合计"));
    }
    columns.extend(headings);
    total.extend(figures(&overall));
    if let [by] = query.by.as_slice() {
        let empty = by.axis.empty(query.period, ask.as_of, groups.iter().filter_map(|(keys, _)| keys.first().copied()));
        groups.extend(empty.into_iter().map(|key| (vec![key], Tally::default())));
    }
    let mut rows: Vec<(Vec<by::Label>, Tally)> =
        groups.into_iter().map(|(keys, tally)| (query.by.iter().zip(keys).map(|(by, key)| by.axis.label(&look, key)).collect(), tally)).collect();
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    // How groups overlap is of no interest where there are none.
    let notes = if rows.is_empty() { Vec::new() } else { notes };
    let rows = rows
        .into_iter()
        .map(|(labels, tally)| {
            let mut row = Vec::with_capacity(columns.len());
            row.extend(query.by.iter().zip(labels).flat_map(|(by, label)| by.axis.values(label)));
            row.extend(figures(&tally));
            row
        })
        .collect();
    let by = Text::list(query.by.iter().map(|by| by.axis.title()));
    let title = say!("By {by}", "按{by}", by = Text { en: by.en.to_lowercase(), zh: by.zh.clone() });
    Sheet { notes, ..Sheet::groups(title, scope, columns, rows, total) }
}

/// How many teams and volunteers there are on the day asked about.
fn state(look: &Look<'_>, ask: Ask) -> (Vec<Column>, Vec<Value>) {
    let teams = look.book.teams.iter().filter(|(_, team)| team.is_open(ask.as_of) == Some(true));
    let people = look.book.volunteers.iter().filter(|(_, volunteer)| volunteer.is_active(ask.as_of) == Some(true));
    let mut columns = vec![
        Column::figure("teams", say!("Teams on {day}", "{day} 的服务队", day = ask.as_of)),
        Column::figure("active_volunteers", say!("Volunteers on {day}", "{day} 的志愿者", day = ask.as_of)),
    ];
    let mut values = vec![Value::Count(teams.count() as u64), Value::Count(people.count() as u64)];
    if look.book.leaves.present {
        columns.push(Column::figure("on_leave", say!("Of them on leave on {day}", "其中 {day} 暂离的", day = ask.as_of)));
        values.push(Value::Count(on_leave(look.book, ask)));
    }
    (columns, values)
}

/// How many of the volunteers are on leave on the day asked about: they are volunteers, and counted apart.
pub(super) fn on_leave(book: &Book, ask: Ask) -> u64 {
    let people = book.volunteers.iter().filter(|(_, volunteer)| volunteer.is_active(ask.as_of) == Some(true));
    people.filter(|(row, _)| book.history().on_leave(book, *row, ask.as_of)).count() as u64
}

/// What a reader must know of the figures.
fn notes(query: &Query, touched: bool, overall: &Tally) -> Vec<Text> {
    let mut notes = Vec::new();
    if touched {
        notes.push(say!(
            "Services, beneficiaries and outcomes are those of the activities that these people took part in: one activity may count in several rows.",
            "服务次数、受益人次和成效按这些志愿者参加过的活动计：同一次活动可能计入多行。"
        ));
    }
    if !query.by.is_empty() {
        notes.push(say!(
            "A volunteer counts once in each row and once in the total, so that rows do not add up.",
            "志愿者人数在每行、合计中各只计一次，因此各行之和不等于合计。"
        ));
    }
    if query.by.iter().any(|by| by.dimension.code == "track") && !overall.outcomes.is_empty() {
        notes.push(say!(
            "Outcomes stand in the row of their metric's track, whoever brought them about: a row may have outcomes and no services.",
            "成效按指标所属的类别列，不论由谁取得：某一行可能有成效而没有服务。"
        ));
    }
    if overall.headcount > 0 {
        notes.push(say!(
            "Others taking part are people without a name in the book: they are in no other figure.",
            "其他参加人数是台账中未记名的人，不计入其他数字。"
        ));
    }
    notes
}

/// A share of participations, in per cent.
pub(crate) fn share(part: u64, whole: u64) -> Value {
    Amount::percent(part, whole).map_or(Value::Empty, Value::Percent)
}

/// The place of an activity: its own, else that of its team.
pub(crate) fn place_of(book: &Book, activity: &crate::tables::activities::Activity) -> crate::value::Field<Row<crate::tables::places::Place>> {
    if !activity.place.is_empty() {
        return activity.place;
    }
    if activity.team.is_broken() {
        return crate::value::Field::BROKEN;
    }
    activity.team.get().and_then(|team| book.teams.get(team)).map_or(activity.place, |team| team.place)
}
