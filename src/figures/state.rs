//! The state of a book on a day: how many there are, and this quarter so far against the same days of the one before.

use crate::book::{Ask, Book};
use crate::say;
use crate::say::{T, t};
use crate::tables::memberships::Role;
use crate::value::{Day, Period};

use super::stats::compare::{Earlier, Spans, change};
use super::stats::count::{Tally, count};
use super::stats::{Filters, Query, on_leave};
use super::{Column, Scope, Sheet, Value, lost};

/// A measure of a quarter: its key, its heading, its value.
type Measure = (&'static str, T, fn(&Tally) -> Value);

/// The measures of a quarter.
const MEASURES: [Measure; 5] = [
    ("services", t("Services", "服务次数"), |t| Value::Count(t.services)),
    ("participations", t("Participations", "参加人次"), |t| Value::Count(t.participations)),
    ("hours", t("Hours", "服务时长"), |t| Value::Amount(t.hours)),
    ("beneficiaries", t("Beneficiaries", "受益人次"), |t| Value::Count(t.beneficiaries)),
    ("volunteers", t("Volunteers taking part", "参加人数"), |t| Value::Count(t.volunteers)),
];

/// How many teams and volunteers there are, and of which role.
pub fn totals(book: &Book, ask: Ask) -> Sheet {
    let teams = book.teams.iter().filter(|(_, team)| team.is_open(ask.as_of) == Some(true));
    let (mut people, mut roles, mut without) = (0u64, [0u64; 3], 0u64);
    let history = book.history();
    for (row, _) in book.volunteers.iter().filter(|(_, volunteer)| volunteer.is_active(ask.as_of) == Some(true)) {
        people += 1;
        match history.home(row, None, ask.as_of) {
            Some(home) => match home.role {
                Some(Role::Backbone) => roles[0] += 1,
                Some(Role::Successor) => roles[1] += 1,
                Some(Role::Member) => roles[2] += 1,
                None => {}
            },
            // One whose membership cannot be read may have a team: it is left out.
            None => without += u64::from(!book.may_have_home(row, ask.as_of)),
        }
    }
    let facts = [
        ("teams", t("Teams", "服务队"), teams.count() as u64),
        ("volunteers", t("Volunteers", "志愿者"), people),
        ("backbone", t("Backbone", "骨干"), roles[0]),
        ("successors", t("Successors", "后备"), roles[1]),
        ("members", t("Members", "队员"), roles[2]),
        ("without_team", t("Without a team", "未编队"), without),
        ("on_leave", t("On leave", "暂离"), on_leave(book, ask)),
    ];
    let mut scope = Scope::of(book, ask, None, Vec::new());
    scope.left_out.join(lost::on_day(book, ask.as_of));
    let mut columns: Vec<Column> = facts.iter().map(|(key, title, _)| Column::figure(*key, *title)).collect();
    let mut values: Vec<Value> = facts.iter().map(|(_, _, n)| Value::Count(*n)).collect();
    if let Some((now, before)) = quarters(ask.as_of) {
        columns.extend([
            Column::words("quarter", t("This quarter so far", "本季至今")),
            Column::words("quarter_before", t("The same days of the last", "上季同期")),
        ]);
        values.extend([Value::Text(now.to_string()), Value::Text(before.to_string())]);
    }
    Sheet::facts("totals", t("State of the book", "台账概况"), scope, columns, values)
}

/// The quarter that a day lies in, up to that day, and as much of the quarter before: the spans of `stats --period this-quarter --compare period`.
pub fn quarters(day: Day) -> Option<(Period, Period)> {
    let spans = Spans::of(Earlier::Period, Period::quarter(day.year(), day.quarter())?, day).ok()?;
    Some((spans.now, spans.before))
}

/// This quarter so far, against the same days of the one before. `None` at the ends of time.
pub fn quarter(book: &Book, ask: Ask) -> Option<Sheet> {
    let (now, before) = quarters(ask.as_of)?;
    let counted = |period| {
        let query = Query { period: Some(period), filters: Filters::default(), by: Vec::new() };
        count(book, ask, &query, &[]).overall
    };
    let (this, last) = (counted(now), counted(before));
    let rows = MEASURES.iter().map(|(key, title, value)| {
        let (is, was) = (value(&this), value(&last));
        let change = change(&is, &was);
        vec![Value::word(*key, *title), is, was, change]
    });
    let columns = vec![
        Column::words("measure", t("This quarter so far", "本季至今")),
        Column::figure("now", say!("{period}", "{period}", period = now)),
        Column::figure("before", say!("{period}", "{period}", period = before)),
        Column::figure("change", t("Change", "增减")),
    ];
    let scope = Scope { period: Some(now), ..Scope::bare(book, ask) };
    Some(Sheet::list("quarter", t("This quarter so far", "本季至今"), scope, columns, rows.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_stands_beside_the_same_days_of_the_one_before() {
        let told = |day: &str| {
            let (now, before) = quarters(Day::parse(day).unwrap()).unwrap();
            format!("{}..{} {}..{}", now.from, now.to, before.from, before.to)
        };
        assert_eq!(told("2026-01-01"), "2026-01-01..2026-01-01 2025-10-01..2025-10-01");
        assert_eq!(told("2026-05-15"), "2026-04-01..2026-05-15 2026-01-01..2026-02-15");
        assert_eq!(told("2026-06-29"), "2026-04-01..2026-06-29 2026-01-01..2026-03-29", "two months and 29 days");
        assert_eq!(told("2026-06-30"), "2026-04-01..2026-06-30 2026-01-01..2026-03-31");
        assert_eq!(told("2026-03-31"), "2026-01-01..2026-03-31 2025-10-01..2025-12-31", "the 90th day of 90, and the 92 before");
    }
}
