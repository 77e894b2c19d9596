//! Sheets made of a question: as a whole, by dimensions, or as figures of the overview.

use std::collections::{HashMap, HashSet};

use crate::book::{Book, Needs};
use crate::figures::list::words::codes;
use crate::figures::stats::Asked;
use crate::figures::stats::by::{self, Axis, Heads, Key, Label, Look};
use crate::figures::{Column, LeftOut, Scope, Sheet, Value, needs};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::{Column as TableColumn, Description, TableSet};
use crate::value::TableId;

use super::dimension::Dimension;
use super::{Asking, Items, Question};

/// A question, without its type.
pub struct Entry {
    /// What `--of` calls it.
    pub code: &'static str,
    /// Its heading, by which `--of` takes it, too.
    pub title: T,
    /// The filters that have a meaning for it.
    pub filters: &'static [&'static str],
    /// The column that `--kind` is about.
    pub kind: Option<&'static TableColumn>,
    /// The tables that it rests on.
    pub tables: TableSet,
    /// Those that it reads as a whole.
    pub reads: TableSet,
    /// By what it is told where nobody says.
    by: Option<&'static str>,
    /// What `--by` may say.
    pub heads: fn() -> Vec<Heads>,
    /// Its figures, by key; the first is how many there are.
    pub measures: fn() -> Vec<&'static str>,
    /// Answers it by some dimensions.
    ///
    /// # Errors
    /// There is no such dimension.
    pub sheet: fn(&Asking<'_>, &[String]) -> Result<Sheet, Text>,
    /// Its figures in the overview.
    pub beside: fn(&Asking<'_>) -> Beside,
}

/// Figures of an overview, and what was left out of them.
#[derive(Default)]
pub struct Beside {
    /// Their columns.
    pub columns: Vec<Column>,
    /// Their values.
    pub values: Vec<Value>,
    /// What could not be counted.
    pub left_out: LeftOut,
}

/// The entry of a question in the list.
pub(super) const fn entry<Q: Question>() -> Entry {
    Entry {
        code: Q::CODE,
        title: Q::TITLE,
        filters: Q::FILTERS,
        kind: Q::KIND,
        tables: Q::TABLES,
        reads: Q::TABLES.and(Q::READS),
        by: Q::BY,
        heads: || Q::dimensions().iter().map(|dimension| dimension.heads).collect(),
        measures: || Q::measures().iter().map(|measure| measure.key).collect(),
        sheet: sheet::<Q>,
        beside: beside::<Q>,
    }
}

/// Refuses filters that have no meaning for a question.
///
/// # Errors
/// Names the first of them, and those that have one.
pub fn refuse(entry: &Entry, given: &[(&'static str, String)]) -> Result<(), Text> {
    let Some((name, _)) = given.iter().find(|(name, _)| !entry.filters.contains(name)) else { return Ok(()) };
    let options: Vec<String> = entry.filters.iter().map(|name| format!("--{name}")).collect();
    let takes = if options.is_empty() {
        say!("none of the filters has", "没有可用的筛选")
    } else {
        say!("these have: {options}", "可用：{options}", options = Text::list(options.iter().map(|option| Text::same(option.as_str()))))
    };
    let own = (entry.heads)().iter().any(|heads| heads.code == *name);
    let own = if own { say!("; --by {name} tells them apart", "；可用 --by {name} 分列", name = name) } else { Text::default() };
    Err(say!(
        "--{name} has no meaning for --of {code}; {takes}{own}",
        "--{name} 对 --of {code} 没有意义；{takes}{own}",
        name = name,
        code = entry.code,
        takes = takes,
        own = own
    ))
}

impl Entry {
    /// What it needs of a book, told by some dimensions. With filters whose they are is looked up.
    pub fn needs(&self, by: &[String], filters: &Asked) -> Needs {
        let heads = (self.heads)();
        let of_axis = by.iter().map(String::as_str).chain(self.by.filter(|_| by.is_empty())).map(|text| by::reads(text.trim(), &heads));
        let rows = of_axis.fold(self.reads.with_referred().and(needs::of_filters(filters)), TableSet::and);
        Needs { unread: self.tables, ..Needs::of(rows) }
    }

    /// The codes of the kinds that are asked for; `None`: of any kind.
    ///
    /// # Errors
    /// Names a word that is no kind, and what may have been meant.
    pub fn kinds(&self, book: &Book, texts: &[String]) -> Result<Option<HashSet<String>>, Text> {
        self.kind.filter(|_| !texts.is_empty()).map(|column| codes(book, column, texts)).transpose()
    }
}

/// What is in question, of the kinds that are asked for.
fn items<Q: Question>(asking: &Asking<'_>) -> Items<Q::Item> {
    let mut found = Q::items(asking);
    let kind = Q::KIND.and_then(|column| Q::dimensions().into_iter().find(|dimension| dimension.heads.code == column.code));
    if let (Some(kinds), Some(kind)) = (&asking.kinds, kind) {
        let look = Look { book: asking.book };
        let is_asked = |key| matches!(key, Key::Of(number) if kinds.contains(&(kind.heads.label)(&look, number).code));
        found.items.retain(|item| is_asked(kind.key(asking.book, item, None)));
    }
    found
}

fn beside<Q: Question>(asking: &Asking<'_>) -> Beside {
    let found = items::<Q>(asking);
    if !Q::is_in_overview(&found, asking.book) {
        return Beside::default();
    }
    let items: Vec<&Q::Item> = found.items.iter().collect();
    let mut beside = Beside { left_out: found.left_out, ..Beside::default() };
    for measure in Q::measures() {
        if let Some((key, title)) = measure.overview {
            beside.columns.push(Column::figure(key, title));
            beside.values.push((measure.value)(&items));
        }
    }
    beside
}

fn sheet<Q: Question>(asking: &Asking<'_>, by: &[String]) -> Result<Sheet, Text> {
    let book = asking.book;
    let dimensions = Q::dimensions();
    let heads: Vec<Heads> = dimensions.iter().map(|dimension| dimension.heads).collect();
    let asked: Vec<&str> = if by.is_empty() { Q::BY.into_iter().collect() } else { by.iter().map(|text| text.trim()).collect() };
    let mut chosen: Vec<(&Dimension<Q::Item>, Axis)> = Vec::new();
    for text in asked {
        let (n, axis) = by::read(book, text, &heads)?;
        chosen.extend(dimensions.get(n).map(|dimension| (dimension, axis)));
    }
    let found = items::<Q>(asking);
    let mut left_out = found.left_out;
    left_out.join(Q::left_out(asking));
    let scope = Scope {
        period: asking.period,
        filters: asking.filters.given.clone(),
        left_out,
        ..Scope::but_for(book, asking.ask, Scope::unread(book, Q::TABLES))
    };
    let mut notes = Q::notes(book);
    if Q::TABLES.iter().all(|table| !book.layout.has(table)) {
        notes = Q::TABLES.iter().filter_map(TableId::description).map(Description::absent).collect();
    }
    let measures = Q::measures();
    let figures = |items: &[&Q::Item]| measures.iter().map(|measure| (measure.value)(items)).collect::<Vec<Value>>();
    let headings = measures.iter().map(|measure| measure.column());
    let all: Vec<&Q::Item> = found.items.iter().collect();
    if chosen.is_empty() {
        return Ok(Sheet { notes, ..Sheet::facts("total", Q::TITLE, scope, headings.collect(), figures(&all)) });
    }
    let mut columns: Vec<Column> = chosen.iter().flat_map(|(_, axis)| axis.columns()).collect();
    let mut total = vec![Value::Empty; columns.len()];
    if let Some(first) = total.first_mut() {
        *first = Value::word("total", t("Total", "合计"));
    }
    columns.extend(headings);
    total.extend(figures(&all));
    let mut groups = groups(book, &chosen, &all);
    if let [(_, axis)] = chosen.as_slice() {
        let empty = axis.empty(asking.period, asking.ask.as_of, groups.keys().filter_map(|keys| keys.first().copied()));
        groups.extend(empty.into_iter().map(|key| (vec![key], Vec::new())));
    }
    let mut rows: Vec<(Vec<Label>, Vec<Value>)> = groups
        .into_iter()
        .map(|(keys, items)| (chosen.iter().zip(keys).map(|((_, axis), key)| axis.label(&Look { book }, key)).collect(), figures(&items)))
        .collect();
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    let rows = rows
        .into_iter()
        .map(|(labels, figures)| chosen.iter().zip(labels).flat_map(|((_, axis), label)| axis.values(label)).chain(figures).collect())
        .collect();
    let by = Text::list(chosen.iter().map(|(_, axis)| axis.title()));
    let by = Text { en: by.en.to_lowercase(), zh: by.zh };
    let title = say!("{what}, by {by}", "{what}，按{by}", what = Q::TITLE, by = by);
    Ok(Sheet { notes, ..Sheet::groups(title, scope, columns, rows, total) })
}

/// The items with the same keys, together.
fn groups<'i, I>(book: &Book, chosen: &[(&Dimension<I>, Axis)], items: &[&'i I]) -> HashMap<Vec<Key>, Vec<&'i I>> {
    let mut groups: HashMap<Vec<Key>, Vec<&'i I>> = HashMap::new();
    for item in items {
        let keys = chosen.iter().map(|(dimension, axis)| dimension.key(book, item, axis.level)).collect();
        groups.entry(keys).or_default().push(item);
    }
    groups
}
