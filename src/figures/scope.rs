//! What a report rests on: its day, period and filters, and what could not be counted.

use crate::book::{Ask, Book};
use crate::say::{T, Text, count, t};
use crate::tables::activities::Activity;
use crate::tables::{Description, FaultKind, Unreadable};
use crate::text::FileId;
use crate::text::csv::Wrong;
use crate::value::{Day, Period, Row};

/// Rows of a table that could not be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The table, or `table.column` where the row counts but a figure of it does not.
    pub what: &'static str,
    /// How many rows.
    pub rows: usize,
}

impl LeftOut {
    /// So many rows, if there are any.
    pub fn some(what: &'static str, rows: usize) -> Vec<Self> {
        if rows == 0 { Vec::new() } else { vec![Self { what, rows }] }
    }
}

/// What a report rests on.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The organisation's name and level; may be empty.
    pub organisation: String,
    /// The day asked about.
    pub as_of: Day,
    /// The period, where one was asked for.
    pub period: Option<Period>,
    /// The filters, by their options, as they were given.
    pub filters: Vec<(&'static str, String)>,
    /// What could not be counted.
    pub left_out: Vec<LeftOut>,
    /// Files of which nothing, or not all, could be read.
    pub unread: Vec<String>,
}

impl Scope {
    /// What rests on the book and the day alone.
    pub fn bare(book: &Book, ask: Ask) -> Self {
        let organisation = book.settings.organisation.heading();
        Self { organisation, as_of: ask.as_of, period: None, filters: Vec::new(), left_out: Vec::new(), unread: Vec::new() }
    }

    /// What a report about services rests on.
    pub fn of(book: &Book, ask: Ask, period: Option<Period>, filters: Vec<(&'static str, String)>) -> Self {
        let span = period.unwrap_or(Period::ALWAYS);
        let in_question = |day: Option<Day>| day.is_none_or(|day| day <= ask.as_of && span.has(day));
        let is_lost = |a: &Activity| a.id.get().is_none() || a.date.get().is_none() || a.status.get().is_none() || a.hours.get().is_none();
        let (mut activities, mut silent, mut any_lost) = (book.activities.repeated, 0, false);
        for (_, activity) in book.activities.with_broken() {
            let counted = usize::from(in_question(activity.date.get()));
            if is_lost(&activity) {
                (activities, any_lost) = (activities + counted, true);
            } else if activity.beneficiaries.is_broken() {
                silent += counted;
            }
        }
        let uncounted = |a: Option<Row<Activity>>| match a.and_then(|row| book.activities.get(row)) {
            Some(a) => (is_lost(&a), in_question(a.date.get())),
            None => (true, true),
        };
        // Where every cell could be read and no activity is lost, nothing is, and millions of rows need not be walked over.
        let suspect = |has_broken: bool| if has_broken || any_lost { usize::MAX } else { 0 };
        let participations = book.participations.slice(0, suspect(book.participations.has_broken)).filter(|(_, p)| {
            let (lost, asked) = uncounted(p.activity.get());
            asked && (lost || p.volunteer.get().is_none() || p.hours.get().is_none() || p.attended().is_none())
        });
        let outcomes = book.outcomes.slice(0, suspect(book.outcomes.has_broken)).filter(|(_, o)| {
            let (lost, asked) = uncounted(o.activity.get());
            asked && (lost || o.metric.get().is_none() || o.quantity.get().is_none())
        });
        let all = [
            LeftOut { what: "activities", rows: activities },
            LeftOut { what: "participations", rows: participations.count() + book.participations.repeated },
            LeftOut { what: "outcomes", rows: outcomes.count() + book.outcomes.repeated },
            LeftOut { what: "activities.beneficiaries", rows: silent },
        ];
        Self {
            organisation: book.settings.organisation.heading(),
            as_of: ask.as_of,
            period,
            filters,
            left_out: all.into_iter().filter(|left| left.rows > 0).collect(),
            unread: unread(book, |_| true),
        }
    }

    /// What a list of one table rests on.
    pub fn of_table(book: &Book, ask: Ask, period: Option<Period>, filters: Vec<(&'static str, String)>, table: &Description) -> Self {
        let mut repeated = 0;
        book.tables.each(|other, rows| repeated += if other.name == table.name { rows.repeated() } else { 0 });
        let left_out = (repeated > 0).then_some(LeftOut { what: table.name, rows: repeated }).into_iter().collect();
        let unread = unread(book, |file| book.table(file).is_none_or(|of| of.name == table.name));
        Self { organisation: book.settings.organisation.heading(), as_of: ask.as_of, period, filters, left_out, unread }
    }

    /// The files of some tables of which nothing, or not all, could be read.
    pub fn unread(book: &Book, tables: &[&str]) -> Vec<String> {
        unread(book, |file| book.table(file).is_some_and(|table| tables.contains(&table.name)))
    }

    /// What could not be counted, as a sentence; `None` where everything was.
    pub fn left_out_text(&self) -> Option<Text> {
        let rows = self
            .left_out
            .iter()
            .map(|left| crate::say!("{what}: {n}", "{what}：{n} 行", what = titled(left.what), n = count(left.rows, "row", "rows")));
        let files = self.unread.iter().map(|path| crate::say!("{path}: not all of it could be read", "{path}：未能全部读取", path = path));
        let all: Vec<Text> = rows.chain(files).collect();
        (!all.is_empty()).then(|| Text::list(all))
    }

    /// The period as it is shown.
    pub fn period_text(&self) -> Text {
        match self.period {
            Some(period) => Text::same(period.to_string()),
            None => crate::say!("all up to {day}", "截至 {day} 的全部", day = self.as_of),
        }
    }
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
        ("select", t("select", "只用规则")),
        ("ignore", t("ignore", "不用规则")),
    ];
    titles.iter().find(|(option, _)| *option == name).map_or(t("rows", "条件"), |(_, title)| *title)
}

/// A table, or a column of one, as it is named beside how many rows of it were left out.
fn titled(what: &str) -> Text {
    let (table, column) = what.split_once('.').map_or((what, None), |(table, column)| (table, Some(column)));
    let Some(of) = crate::tables::ALL.iter().find(|of| of.name == table) else { return Text::same(what) };
    match column.and_then(|column| of.columns.iter().find(|own| own.code == column)) {
        Some(column) => Text { en: what.to_owned(), zh: format!("{}的{}", of.title.zh, column.title.zh) },
        None => Text { en: what.to_owned(), zh: of.title.zh.to_owned() },
    }
}

/// The files, of those asked for, of which rows are lost whole: they cannot be counted even as left out.
fn unread(book: &Book, is_asked: impl Fn(FileId) -> bool) -> Vec<String> {
    let mut paths: Vec<String> = book
        .faults
        .iter()
        .filter(|fault| is_asked(fault.at.file()))
        .filter(|fault| match &fault.kind {
            FaultKind::Unreadable(why) => !matches!(why, Unreadable::Missing(_)),
            FaultKind::NotUtf8(_) | FaultKind::Conflict | FaultKind::NoHeader(_) => true,
            FaultKind::CsvSyntax(wrong) => *wrong == Wrong::OpenQuote || fault.row.is_none(),
            _ => false,
        })
        .map(|fault| book.sources.path(fault.at.file()).to_owned())
        .collect();
    paths.dedup();
    paths
}
