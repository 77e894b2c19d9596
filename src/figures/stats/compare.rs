//! A sheet beside the same sheet of an earlier period, and what has changed.

use std::collections::HashMap;

use crate::figures::{Column, Sheet, Value};
use crate::say;
use crate::say::Text;
use crate::value::{Amount, Day, Period};

/// Which earlier period to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// The one right before, of the same length.
    Period,
    /// The same days a year earlier.
    Year,
}

impl Earlier {
    /// The earlier period; `None` where the period has no first day, so that none lies before it.
    fn of(self, period: Period) -> Option<Period> {
        match self {
            Self::Period => (!period.has_no_beginning()).then(|| period.before()),
            Self::Year => Some(period.a_year_earlier()),
        }
    }
}

/// A period and the earlier one that it is compared with. Of a period that is not over, its part up to the day asked about, and the same part
/// of the other.
pub struct Spans {
    /// The days of the period.
    pub now: Period,
    /// Those of the earlier one.
    pub before: Period,
    which: Earlier,
    /// Both as a whole.
    whole: (Period, Period),
}

impl Spans {
    /// What a period is compared with on a day.
    ///
    /// # Errors
    /// Nothing lies before it, or none of it has come yet.
    pub fn of(which: Earlier, period: Period, as_of: Day) -> Result<Self, Text> {
        if as_of < period.from {
            return Err(say!(
                "--compare: {period} begins after {day}, the day asked about: none of it has come yet",
                "--compare：{period} 在所问的 {day} 之后才开始，还没有内容可比",
                period = period,
                day = as_of
            ));
        }
        let now = period.closed(as_of);
        let before = which.of(now).ok_or_else(|| {
            say!(
                "--compare period: nothing lies before {period}, which has no first day; write one, or compare with --compare year",
                "--compare period：{period} 没有开始日期，之前没有时段可比；请写明开始日期，或用 --compare year",
                period = period
            )
        })?;
        let (part, part_before) = now.beside(as_of, before);
        Ok(Self { now: part, before: part_before, which, whole: (now, before) })
    }

    /// Whether the period is not over.
    fn is_part(&self) -> bool {
        self.now != self.whole.0
    }

    /// What the earlier period is to the other, as people call it: the year, quarter or month before; of other days, which they are.
    fn called(&self) -> Text {
        let (period, part) = (self.whole.0, self.is_part());
        let same = |of: Text| if part { say!("the same days of {of}", "{of}同期", of = of) } else { of };
        match (self.which, (period.is_year(), period.is_quarter(), period.is_month())) {
            (Earlier::Year, _) => say!("a year earlier", "上年同期"),
            (Earlier::Period, (true, _, _)) => same(say!("the year before", "上年")),
            (Earlier::Period, (_, true, _)) => same(say!("the quarter before", "上季度")),
            (Earlier::Period, (_, _, true)) => same(say!("the month before", "上月")),
            (Earlier::Period, _) => Text::same(self.before.to_string()),
        }
    }

    /// A title, with what is compared; of a period that is not over, both spans.
    fn title(&self, title: Text) -> Text {
        if self.is_part() {
            return say!(
                "{title}, {now} compared with {before}",
                "{title}，{now} 与 {before} 相比",
                title = title,
                now = self.now,
                before = self.before
            );
        }
        say!("{title}, compared with {before}", "{title}，与 {before} 相比", title = title, before = self.before)
    }

    /// That the period is not over.
    fn note(&self) -> Option<Text> {
        let (period, before) = self.whole;
        self.is_part().then(|| {
            say!(
                "{period} is not over: its days up to {day} are compared with as many of {before}.",
                "{period} 尚未结束：只把截至 {day} 的各天与 {before} 的同样多天相比。",
                period = period,
                day = self.now.to,
                before = before
            )
        })
    }
}

/// Puts every figure beside that of the earlier sheet, with the difference. Both sheets answer the same question.
pub fn compare(mut now: Sheet, before: &Sheet, spans: &Spans) -> Sheet {
    let called = spans.called();
    now.notes.extend(spans.note());
    now.scope.compared = Some(spans.before);
    let keys = now.columns.iter().take_while(|column| !column.is_figure).count();
    let figures = figures(&now, before, keys);
    let mut columns: Vec<Column> = now.columns.iter().take(keys).cloned().collect();
    for column in &figures {
        columns.push(column.clone());
        columns.push(Column::figure(
            format!("{}.before", column.key),
            say!("{title}, {called}", "{called}{title}", title = column.title, called = called),
        ));
        columns.push(Column::figure(format!("{}.change", column.key), say!("change", "增减")));
    }
    let (in_now, in_before) = (places(&now), places(before));
    let cell = |cells: Option<&[Value]>, places: &HashMap<&str, usize>, key: &str| {
        cells.and_then(|cells| cells.get(*places.get(key)?)).cloned().unwrap_or(Value::Empty)
    };
    let row = |cells: &[Value], old: Option<&[Value]>| {
        let mut row: Vec<Value> = cells.iter().take(keys).cloned().collect();
        for column in &figures {
            let (is, was) = (cell(Some(cells), &in_now, &column.key), cell(old, &in_before, &column.key));
            let change = change(&is, &was);
            row.extend([is, was, change]);
        }
        row
    };
    let earlier_rows: HashMap<Vec<String>, &[Value]> = before.rows.iter().map(|row| (key(row, keys), row.as_slice())).collect();
    let mut rows: Vec<Vec<Value>> = now.rows.iter().map(|cells| row(cells, earlier_rows.get(&key(cells, keys)).copied())).collect();
    let told: std::collections::HashSet<Vec<String>> = now.rows.iter().map(|cells| key(cells, keys)).collect();
    for old in before.rows.iter().filter(|old| !told.contains(&key(old, keys))) {
        // What there is no more: nothing now.
        let cells: Vec<Value> = old.iter().take(keys).cloned().collect();
        rows.push(row(&cells, Some(old)));
    }
    let total = now.total.as_ref().map(|total| row(total, before.total.as_deref()));
    let title = spans.title(now.title.clone());
    if now.is_facts {
        return beside(&now, &columns, total.unwrap_or_default(), title, called);
    }
    Sheet { columns, rows, total, title, ..now }
}

/// The figures of both sheets: a metric that only the earlier one has is no less a change. How many teams and people there are
/// on the day asked about is the same in both, and left out.
fn figures(now: &Sheet, before: &Sheet, keys: usize) -> Vec<Column> {
    let mut figures: Vec<Column> = now.columns.iter().skip(keys).cloned().collect();
    let more = before.columns.iter().skip(keys).filter(|column| !now.columns.iter().any(|own| own.key == column.key));
    figures.extend(more.cloned());
    figures.retain(|column| !["teams", "active_volunteers", "on_leave"].contains(&column.key.as_str()));
    figures
}

/// Where each column stands.
fn places(sheet: &Sheet) -> HashMap<&str, usize> {
    sheet.columns.iter().enumerate().map(|(n, column)| (column.key.as_str(), n)).collect()
}

/// An overview reads better as one row for each figure.
fn beside(now: &Sheet, columns: &[Column], total: Vec<Value>, title: Text, called: Text) -> Sheet {
    let rows = columns
        .chunks(3)
        .zip(total.chunks(3))
        .filter_map(|(columns, values)| {
            let name = Value::word(columns.first()?.key.clone(), columns.first()?.title.clone());
            Some(std::iter::once(name).chain(values.iter().cloned()).collect())
        })
        .collect();
    let headings = vec![
        Column::words("measure", say!("Measure", "指标")),
        Column::figure("now", say!("{period}", "{period}", period = now.scope.period_text())),
        Column::figure("before", capital(called)),
        Column::figure("change", say!("Change", "增减")),
    ];
    Sheet { columns: headings, rows, total: None, title, is_facts: false, ..now.clone() }
}

/// A text that begins with a capital in English.
fn capital(text: Text) -> Text {
    let mut letters = text.en.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    Text { en: first.into_iter().chain(letters).collect(), zh: text.zh }
}

fn key(row: &[Value], keys: usize) -> Vec<String> {
    row.iter().take(keys).map(|value| format!("{value:?}")).collect()
}

/// The difference, in the unit of the figures; nothing where one of them is missing.
pub fn change(now: &Value, was: &Value) -> Value {
    let amount = |value: &Value| match value {
        Value::Count(n) => i64::try_from(*n).ok().map(|n| Amount::from_ten_thousandths(n.saturating_mul(10_000))),
        Value::Amount(amount) | Value::Percent(amount) => Some(*amount),
        Value::Empty => Some(Amount::ZERO),
        _ => None,
    };
    match (now, was) {
        (Value::Empty, Value::Empty) => Value::Empty,
        _ => match (amount(now), amount(was)) {
            (Some(now), Some(was)) => Value::Amount(now - was),
            _ => Value::Empty,
        },
    }
}
