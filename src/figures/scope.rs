//! What a report rests on: its day, period and filters, and what could not be counted.

use crate::book::{Ask, Book};
use crate::say;
use crate::say::{T, Text, count, t};
use crate::tables::activities::{self, Activity, ActivityStatus};
use crate::tables::outcomes::Outcome;
use crate::tables::participations::Participation;
use crate::tables::{BadHeader, Col, Description, Fault, FaultKind, TableSet, Unreadable, summaries};
use crate::text::At;
use crate::text::csv::Wrong;
use crate::value::{Day, Period, Row, TableId};

use super::{LeftOut, lost};

/// What a report rests on.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The organisation's name and level; may be empty.
    pub organisation: String,
    /// The day asked about.
    pub as_of: Day,
    /// The period, where one was asked for.
    pub period: Option<Period>,
    /// The earlier period that its figures are compared with.
    pub compared: Option<Period>,
    /// The filters, by their options, as they were given.
    pub filters: Vec<(&'static str, String)>,
    /// What could not be counted.
    pub left_out: LeftOut,
    /// What was counted, though a rule doubts it.
    pub doubted: LeftOut,
    /// Files of which nothing, or not all, could be read.
    pub unread: Vec<String>,
}

impl Scope {
    /// What rests on the book and the day alone.
    pub fn bare(book: &Book, ask: Ask) -> Self {
        Self::but_for(book, ask, unread(book, TableSet::ALL, true))
    }

    /// The same, where it is known which files could not be read whole.
    pub fn but_for(book: &Book, ask: Ask, unread: Vec<String>) -> Self {
        let organisation = book.settings.organisation.heading();
        let (left_out, doubted) = Default::default();
        Self { organisation, as_of: ask.as_of, period: None, compared: None, filters: Vec::new(), left_out, doubted, unread }
    }

    /// What a report about services rests on.
    pub fn of(book: &Book, ask: Ask, period: Option<Period>, filters: Vec<(&'static str, String)>) -> Self {
        let mut left_out = left_out(book, ask, period);
        left_out.join(lost::memberships(book));
        Self { period, filters, left_out, ..Self::bare(book, ask) }
    }

    /// What a list of one table rests on that shows what was done.
    pub fn of_counted(book: &Book, ask: Ask, period: Option<Period>, filters: Vec<(&'static str, String)>, table: &Description) -> Self {
        let mut scope = Self::of(book, ask, period, filters);
        if table.name != activities::DESCRIPTION.name {
            scope.left_out.join(LeftOut::some(table.name, "F014", repeated(book, table)));
        }
        scope
    }

    /// What a list of one table rests on.
    pub fn of_table(book: &Book, ask: Ask, period: Option<Period>, filters: Vec<(&'static str, String)>, table: &Description) -> Self {
        let left_out = LeftOut::some(table.name, "F014", repeated(book, table));
        let unread = unread(book, TableSet::of(&[table.number]), true);
        Self { period, filters, left_out, ..Self::but_for(book, ask, unread) }
    }

    /// The files of some tables of which nothing, or not all, could be read.
    pub fn unread(book: &Book, tables: TableSet) -> Vec<String> {
        unread(book, tables, false)
    }

    /// What could not be counted, as a sentence; `None` where everything was.
    pub fn left_out_text(&self) -> Option<Text> {
        let files = self.unread.iter().take(NAMED).map(|path| Text::same(path.as_str()));
        let more = self.unread.len().saturating_sub(NAMED);
        let more = (more > 0).then(|| say!("{n}", "另有 {n} 个文件", n = count(more, "more file", "more files")));
        let files = Text::list(files.chain(more));
        let files = (!self.unread.is_empty()).then(|| say!("not read whole: {files}", "未完整读取：{files}", files = files));
        let all: Vec<Text> = self.left_out.texts().chain(files).collect();
        (!all.is_empty()).then(|| Text::list(all))
    }

    /// The period as it is shown.
    pub fn period_text(&self) -> Text {
        match self.period {
            Some(period) => Text::same(period.to_string()),
            None => say!("all up to {day}", "截至 {day} 的全部", day = self.as_of),
        }
    }
}

/// How many rows of a table repeat the key of another.
fn repeated(book: &Book, table: &Description) -> usize {
    let mut repeated = 0;
    book.tables.each(|other, rows| repeated += if other.name == table.name { rows.repeated() } else { 0 });
    repeated
}

/// What an option that chooses rows is about, by its name on the command line.
pub fn option(name: &str) -> T {
    let titles = [
        ("team", t("team", "服务队")),
        ("kind", t("kind", "类型")),
        ("place", t("place", "地点")),
        ("branch", t("branch", "党支部")),
        ("track", t("track", "类别")),
        ("campaign", t("campaign", "活动品牌")),
        ("role", t("role", "角色")),
        ("volunteer", t("volunteer", "志愿者")),
        ("status", t("status", "状态")),
        ("started", t("started", "开始于")),
        ("ended", t("ended", "结束于")),
        ("active", t("active", "存续于")),
        ("where", t("where", "条件")),
        ("select", t("select", "只用规则")),
        ("ignore", t("ignore", "不用规则")),
    ];
    titles.iter().find(|(option, _)| *option == name).map_or(t("rows", "条件"), |(_, title)| *title)
}

/// So many files that were not read are named in a sentence.
const NAMED: usize = 5;

/// The columns of an activity without which it does not count.
const OF_ACTIVITY: &[Col<Activity>] = &[Activity::id, Activity::date, Activity::status, Activity::hours];
/// Those of a participation, besides its activity.
const OF_PARTICIPATION: &[Col<Participation>] = &[Participation::volunteer, Participation::hours, Participation::status];
/// Those of an outcome, besides its activity.
const OF_OUTCOME: &[Col<Outcome>] = &[Outcome::metric, Outcome::quantity];

/// What figures of services leave out.
pub(in crate::figures) fn left_out(book: &Book, ask: Ask, period: Option<Period>) -> LeftOut {
    let span = period.unwrap_or(Period::ALWAYS);
    let in_question = |day: Option<Day>| day.is_none_or(|day| day <= ask.as_of && span.has(day));
    let is_lost = |a: &Activity| a.id.get().is_none() || a.date.get().is_none() || a.status.get().is_none() || a.hours.get().is_none();
    // What is said to have been held on a day that is yet to come was held on another, nobody knows which.
    let is_ahead = |a: &Activity| a.status.get() == Some(ActivityStatus::Held) && a.date.get().is_some_and(|day| day > ask.today);
    let mut left = LeftOut::repeats::<Activity>(book.activities.repeated);
    // What stands under a header that is empty may be any value that is missing.
    let unnamed = book.rows_under_nothing(&["activities", "participations", "outcomes"]);
    let is_unnamed = |at: At| matches!(at, At::Cell { file, row, .. } if unnamed.contains(&(file, row)));
    let mut any_lost = false;
    for (row, activity) in book.activities.iter() {
        let columns = if is_lost(&activity) {
            any_lost = true;
            OF_ACTIVITY
        } else if is_ahead(&activity) {
            any_lost = true;
            left.add("activities", "A008", 1);
            continue;
        } else if activity.beneficiaries.is_broken() {
            &[Activity::beneficiaries]
        } else {
            if is_unnamed(book.activities.row_at(row)) && in_question(activity.date.get()) {
                left.add("activities", "F031", 1);
            }
            continue;
        };
        if in_question(activity.date.get()) {
            left.add("activities", book.cause(&book.activities, row, columns), 1);
        }
    }
    // Why a row of an activity cannot be counted, if it cannot; `None` also where nobody asks about its day.
    let cause = |activity: Option<Row<Activity>>, unknown: &dyn Fn() -> &'static str, own: Option<&dyn Fn() -> &'static str>| {
        let Some((row, activity)) = activity.and_then(|row| Some((row, book.activities.get(row)?))) else { return Some(unknown()) };
        match activity {
            a if is_ahead(&a) => Some("A008"),
            a if !in_question(a.date.get()) => None,
            a if is_lost(&a) => Some(book.cause(&book.activities, row, OF_ACTIVITY)),
            _ => own.map(|own| own()),
        }
    };
    let is_of_now = |activity: Option<Row<Activity>>| activity.and_then(|row| book.activities.get(row)).is_none_or(|a| in_question(a.date.get()));
    // Where every cell could be read and no activity is lost, nothing is, and millions of rows need not be walked over.
    let suspect = |has_broken: bool| if has_broken || any_lost || !unnamed.is_empty() { usize::MAX } else { 0 };
    for (row, p) in book.participations.slice(0, suspect(book.participations.has_broken)) {
        let is_own = p.volunteer.get().is_none() || p.hours.get().is_none() || p.attended().is_none();
        let why = |columns: &[Col<Participation>]| book.cause(&book.participations, row, columns);
        let cause = cause(p.activity.get(), &|| why(&[Participation::activity]), is_own.then_some(&|| why(OF_PARTICIPATION)));
        if let Some(cause) = cause.filter(|cause| *cause != "A008" || p.attended() != Some(false)) {
            left.add("participations", cause, 1);
        } else if is_unnamed(book.participations.row_at(row)) && is_of_now(p.activity.get()) {
            left.add("participations", "F031", 1);
        }
    }
    left.join(LeftOut::repeats::<Participation>(book.participations.repeated));
    for (row, o) in book.outcomes.slice(0, suspect(book.outcomes.has_broken)) {
        let is_own = o.metric.get().is_none() || o.quantity.get().is_none();
        let why = |columns: &[Col<Outcome>]| book.cause(&book.outcomes, row, columns);
        if let Some(cause) = cause(o.activity.get(), &|| why(&[Outcome::activity]), is_own.then_some(&|| why(OF_OUTCOME))) {
            left.add("outcomes", cause, 1);
        } else if is_unnamed(book.outcomes.row_at(row)) && is_of_now(o.activity.get()) {
            left.add("outcomes", "F031", 1);
        }
    }
    left.join(LeftOut::repeats::<Outcome>(book.outcomes.repeated));
    left
}

/// The files, of the tables asked for, of which rows are lost whole: they cannot be counted even as left out; and those of no table, if they
/// are asked for, too.
fn unread(book: &Book, tables: TableSet, others: bool) -> Vec<String> {
    debug_assert!(book.needs.rows.and(book.needs.unread).has_all(tables), "whoever says what is unread must say of which tables");
    let number = |table: &Description| if table.name == summaries::DESCRIPTION.name { TableId::SUMMARIES } else { table.number };
    let is_asked = |table: Option<&'static Description>| table.map_or(others, |table| tables.has(number(table)));
    let is_there = |table: &Description| book.layout.has(table.number);
    let is_lost = |fault: &Fault| {
        let table = || book.table(fault.at.file());
        match &fault.kind {
            FaultKind::Unreadable(why) => !matches!(why, Unreadable::Missing(_)) && is_asked(table()),
            FaultKind::NotUtf8(_) | FaultKind::Unfinished(_) | FaultKind::Conflict | FaultKind::NoHeader(_) => is_asked(table()),
            FaultKind::Undecoded => fault.row.is_none() && is_asked(table()),
            FaultKind::CsvSyntax(wrong) => (matches!(wrong, Wrong::OpenQuote | Wrong::Swallowed(_)) || fault.row.is_none()) && is_asked(table()),
            FaultKind::BadHeader(BadHeader::Parted(_) | BadHeader::TooWide(_)) => is_asked(table()),
            FaultKind::UnreadTable(of, _) => is_asked(Some(of)),
            // What is only near a table may be all there is of it.
            FaultKind::StrayFile(Some(of), stray) => stray.may_be_table() && !is_there(of) && is_asked(Some(of)),
            _ => false,
        }
    };
    let lost = book.faults.iter().filter(|fault| is_lost(fault));
    let mut paths: Vec<String> = lost.map(|fault| book.sources.path(fault.at.file()).to_owned()).collect();
    paths.sort();
    paths.dedup();
    paths
}
