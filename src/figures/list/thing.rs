//! What a noun's file says of its table, and the listing and showing that every noun shares.

use std::collections::HashMap;
use std::rc::Rc;

use crate::book::Forest;
use crate::figures::lost::is_broken;
use crate::figures::wish::{by_rank, rank};
use crate::figures::{Column, LeftOut, Scope, Sheet, Value, Wish};
use crate::say;
use crate::say::Text;
use crate::schema::{Col, Record, Role};
use crate::tables::Held;
use crate::text::nearest::nearest;
use crate::value::{Cell, Day, Field, Loose, Row, Str, Target};

use super::columns::{Extra, Pick, find, own};
use super::conditions::{Conditions, Met};
use super::unknown::{of_noun, unknown};
use super::{Asking, Belongs, Noun};

/// A thing that can be listed and shown: a row of a table, with what a coordinator wants to know of it.
pub trait Thing: Held + Target {
    /// The columns of a list where none are asked for; `--columns` takes these and every other. None: all of its table but notes.
    const COLUMNS: &'static [Pick<Self>] = &[];

    /// Whose it is, and where: what its columns refer to.
    fn belongs(&self, _: &Asking<'_>, _: Row<Self>) -> Belongs {
        Belongs::by_roles(self)
    }

    /// What it is called, besides its id: wherever another row refers to it, this stands beside the id.
    fn name(&self) -> Option<Str> {
        match self.loose(Self::DESCRIPTION.column_for(Role::Name)?.number) {
            Loose::Text(name) => Some(name),
            _ => None,
        }
    }

    /// From which day to which it is; what is dated once is of that one day.
    fn span(&self) -> Span {
        Span::by_roles(self)
    }

    /// Whether it is listed without `--all`: on the day asked about it lasts, or is past if it is dated once.
    fn is_current(&self, asking: &Asking<'_>) -> bool {
        let (span, as_of) = (self.span(), asking.ask.as_of);
        match Self::DESCRIPTION.dated_by().map(|column| column.role) {
            Some(Role::Dated) => span.first.is_none_or(|first| first <= as_of),
            _ => span.may_have(as_of),
        }
    }

    /// Whether it was known on a day: what is dated later was not.
    fn is_known(&self, day: Day) -> bool {
        self.span().first.is_none_or(|first| first <= day)
    }

    /// Whether the filters ask for it.
    fn is_asked(&self, asking: &Asking<'_>, row: Row<Self>) -> bool {
        if asking.filters.given.is_empty() {
            return true;
        }
        let as_of = asking.ask.as_of;
        // Whoever left the team since did it in that team.
        self.is_asked_on(asking, row, self.span().last.unwrap_or(as_of).min(as_of))
    }

    /// Whether the filters ask for it, its people being in the teams that they were in on a day.
    fn is_asked_on(&self, asking: &Asking<'_>, row: Row<Self>, day: Day) -> bool {
        self.belongs(asking, row).is_asked(asking, day)
    }

    /// What rows are listed in the order of, where they are not listed as they stand in the book.
    fn order(&self, _: &Asking<'_>) -> Option<(u8, i64)> {
        None
    }

    /// What it is part of, where its table is a tree.
    fn parent(&self) -> Option<Row<Self>> {
        match self.loose(Self::DESCRIPTION.column_for(Role::Parent)?.number) {
            Loose::Row(row) => Some(Row::new(row)),
            _ => None,
        }
    }

    /// A cell that says something else on the day asked about.
    fn as_of(&self, _: &Asking<'_>, _column: Col<Self>) -> Option<Value> {
        None
    }

    /// The columns that are worked out for it.
    fn extras<'a>(_: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        Vec::new()
    }

    /// What belongs to it.
    fn more(&self, _: &Asking<'_>, _: Row<Self>) -> Vec<Sheet> {
        Vec::new()
    }
}

/// From one day to another, both in.
#[derive(Clone, Copy)]
pub struct Span {
    /// The first day; `None`: it cannot be read.
    pub first: Option<Day>,
    /// The last day, [`Day::MAX`] while it lasts; `None`: it cannot be read.
    pub last: Option<Day>,
}

impl Span {
    /// What has no dates.
    pub const ALWAYS: Span = Span { first: Some(Day::MIN), last: Some(Day::MAX) };

    /// What lasts from a day to another, or on and on.
    pub fn lasting(first: Option<Day>, to: Field<Day>) -> Self {
        Self { first, last: end(to) }
    }

    /// What is dated once.
    pub fn day(day: Field<Day>) -> Self {
        Self { first: day.get(), last: day.get() }
    }

    /// What the columns of a record say by what they are for: from its first day to its last, or the one day of what is dated once.
    pub fn by_roles<R: Record>(record: &R) -> Self {
        let Some(column) = R::DESCRIPTION.dated_by() else { return Self::ALWAYS };
        let first = match record.loose(column.number) {
            Loose::Days(first, _) => Some(first),
            _ => None,
        };
        if column.role == Role::Dated {
            return Self { first, last: first };
        }
        let last = R::DESCRIPTION.column_for(Role::Ends).map_or(Loose::Empty, |column| record.loose(column.number));
        Self { first, last: last_day(last) }
    }

    /// Whether a day lies in it, as far as can be known.
    pub fn may_have(self, day: Day) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }
}

/// The last day of what ends so.
fn last_day(ends: Loose) -> Option<Day> {
    match ends {
        Loose::Empty => Some(Day::MAX),
        Loose::Days(last, _) => Some(last),
        _ => None,
    }
}

/// The last day: [`Day::MAX`] where there is none yet, `None` where it cannot be read.
pub fn end<C: Cell + Into<Day>>(to: Field<C>) -> Option<Day> {
    if to.is_empty() { Some(Day::MAX) } else { to.get().map(Into::into) }
}

/// The columns of a thing, some of them as they were on the day asked about.
pub(super) fn columns<'a, R: Thing>(asking: &'a Asking<'_>) -> Vec<Extra<'a, R>> {
    let mut all = own::<R>(asking);
    for (extra, column) in all.iter_mut().zip(R::DESCRIPTION.columns) {
        let written = Rc::clone(&extra.value);
        // What is dated later than the day asked about is not yet so.
        let is_step = column.role == Role::Step;
        extra.value = Rc::new(move |row, record| match record.as_of(asking, Col::of(column)).unwrap_or_else(|| written(row, record)) {
            Value::Day(day) if is_step && asking.ask.as_of < day => Value::Empty,
            value => value,
        });
    }
    all.extend(R::extras(asking));
    let names: Vec<Extra<'a, R>> = all.iter().filter(|extra| extra.refers).map(Extra::names).collect();
    all.extend(names);
    all
}

/// Lists a noun.
///
/// # Errors
/// Names a column that there is not.
pub fn list<R: Thing>(noun: &Noun, asking: &Asking<'_>, wish: &Wish) -> Result<Sheet, Text> {
    let all = columns::<R>(asking);
    let shown = chosen(asking, &all, wish)?;
    let sort = wish.sorted_by().map(|(key, is_down)| find(asking, &all, key).map(|n| (n, is_down))).transpose()?;
    let conditions = Conditions::of(asking, &all, wish)?;
    let is_about_all = asking.is_about_all() || conditions.say_how_far();
    let table = R::table(asking.book);
    let (mut rows, mut settled): (Vec<(Row<R>, R)>, usize) = (Vec::new(), 0);
    let looked_at = if table.has_broken { asking.goes_by::<R>() } else { Vec::new() };
    let mut lost = LeftOut::default();
    for (row, record) in table.iter() {
        let met = conditions.met(row, &record);
        if matches!(met, Met::No) {
            continue;
        }
        if !is_asked(asking, row, &record) {
            if !looked_at.is_empty() && is_broken(&record, &looked_at) {
                lost.add(R::DESCRIPTION.name, asking.book.cause(table, row, &looked_at), 1);
            }
        } else if !(is_about_all || record.is_current(asking)) {
            settled += 1;
        } else if let Met::Unknown(column) = met {
            lost.add(R::DESCRIPTION.name, asking.book.cause(table, row, &[Col::of(column)]), 1);
        } else {
            rows.push((row, record));
        }
    }
    let mut depths = Vec::new();
    let parents: Vec<Option<u32>> =
        if noun.is_tree() { table.iter().map(|(_, record)| record.parent().map(|row| row.number)).collect() } else { Vec::new() };
    match sort.and_then(|(n, is_down)| Some((all.get(n)?, is_down))) {
        Some((extra, is_down)) => by_rank(&mut rows, is_down, |(row, record)| rank(&(extra.value)(*row, record))),
        None if noun.is_tree() => depths = as_tree(&mut rows, &parents),
        None => rows.sort_by_cached_key(|(row, record)| (record.order(asking), row.number)),
    }
    let cut = wish.cut(&mut rows);
    depths.truncate(rows.len());
    let cells = rows.iter().map(|(row, record)| shown.iter().map(|extra| (extra.value)(*row, record)).collect()).collect();
    let columns = shown.iter().map(|extra| extra.column.clone()).collect();
    let scope = Scope { filters: asking.scope.filters.iter().cloned().chain(wish.given()).collect(), ..asking.scope.clone() };
    let mut sheet = Sheet { depths, ..Sheet::list("rows", noun.table.title, asking.rests_on(scope), columns, cells) };
    sheet.scope.left_out.join(lost);
    sheet.notes.extend(cut);
    if !table.present {
        sheet.notes.push(noun.table.absent());
    }
    if settled > 0 {
        sheet.notes.push(say!(
            "Not listed: {n} ({settled}). --all lists them, too.",
            "未列出 {n} 条（{settled}）；加 --all 可全部列出。",
            n = settled,
            settled = noun.settled
        ));
    }
    let adds_up = parents.iter().all(Option::is_none) || shown.iter().all(|extra| !extra.column.is_figure);
    sheet.notes.extend(noun.note.filter(|_| !adds_up).map(Text::from));
    sheet.notes.extend(shown.iter().any(|extra| extra.is_private).then(private));
    Ok(sheet)
}

/// What a reader of private data is told.
fn private() -> Text {
    say!("Private data is shown: it is not to be passed on.", "以上含个人信息，请勿外传。")
}

/// The columns that are shown.
fn chosen<'e, 'a, R: Thing>(asking: &Asking<'_>, all: &'e [Extra<'a, R>], wish: &Wish) -> Result<Vec<&'e Extra<'a, R>>, Text> {
    let may_show = |extra: &&Extra<'a, R>| !extra.is_private || asking.private;
    if let [one] = wish.columns.as_slice()
        && one == "all"
    {
        return Ok(all.iter().filter(|extra| !extra.is_name).filter(may_show).collect());
    }
    let keys: Vec<&str> = if wish.columns.is_empty() { default_columns::<R>() } else { wish.columns.iter().map(|column| column.trim()).collect() };
    let mut shown = keys.iter().map(|key| find(asking, all, key).map(|n| all.get(n))).collect::<Result<Vec<_>, _>>()?;
    if wish.columns.is_empty() && asking.private {
        shown.extend(all.iter().filter(|extra| extra.is_private).map(Some));
    }
    Ok(shown.into_iter().flatten().collect())
}

/// The columns of a list where none are asked for.
fn default_columns<R: Thing>() -> Vec<&'static str> {
    if R::COLUMNS.is_empty() {
        return R::DESCRIPTION.columns.iter().filter(|column| column.role != Role::Note).map(|column| column.code).collect();
    }
    R::COLUMNS.iter().map(Pick::key).collect()
}

/// Whether the filters ask for a row of a noun's table, its people being in the teams that they were in on a day.
pub fn is_asked_on<R: Thing>(asking: &Asking<'_>, row: u32, day: Day) -> bool {
    let row = Row::new(row);
    R::table(asking.book).get(row).is_some_and(|record| record.is_asked_on(asking, row, day))
}

/// Whether a row is asked for: by filters, words and dates.
fn is_asked<R: Thing>(asking: &Asking<'_>, row: Row<R>, record: &R) -> bool {
    asking.has_words(record) && asking.has_dates(record.span()) && record.is_asked(asking, row)
}

/// Puts rows below what they are part of, and says how deep each stands. What a row is part of may be left out of the list: then it
/// stands below what that is part of.
fn as_tree<R: Thing>(rows: &mut Vec<(Row<R>, R)>, parents: &[Option<u32>]) -> Vec<usize> {
    let places: HashMap<u32, usize> = rows.iter().enumerate().map(|(n, (row, _))| (row.number, n)).collect();
    let listed = Forest::of(parents.iter().copied()).nearest(|row| places.contains_key(&row));
    let above = |row: u32| {
        let parent = parents.get(row as usize).copied().flatten()?;
        places.get(&listed.get(parent as usize).copied().flatten()?).copied()
    };
    let (mut below, mut tops): (Vec<Vec<usize>>, Vec<usize>) = (vec![Vec::new(); rows.len()], Vec::new());
    for (n, (row, _)) in rows.iter().enumerate() {
        match above(row.number).filter(|above| *above != n).and_then(|above| below.get_mut(above)) {
            Some(below) => below.push(n),
            None => tops.push(n),
        }
    }
    let mut placed: Vec<(usize, usize)> = Vec::with_capacity(rows.len());
    let mut is_placed = vec![false; rows.len()];
    // Rows of a loop are below one another and below no top: they begin anew at its first row.
    for top in tops.into_iter().chain(0..rows.len()) {
        let mut open = vec![(top, 0)];
        while let Some((n, depth)) = open.pop() {
            if let Some(is_placed) = is_placed.get_mut(n).filter(|is_placed| !**is_placed) {
                *is_placed = true;
                placed.push((n, depth));
                open.extend(below.get(n).into_iter().flatten().rev().map(|n| (*n, depth + 1)));
            }
        }
    }
    *rows = placed.iter().filter_map(|(n, _)| rows.get(*n).copied()).collect();
    placed.into_iter().map(|(_, depth)| depth).collect()
}

/// Shows one row whole: its facts first, then what belongs to it.
///
/// # Errors
/// Says that there is no such row, and which may have been meant.
pub fn show<R: Thing>(noun: &Noun, asking: &Asking<'_>, id: &str) -> Result<Vec<Sheet>, Text> {
    let (row, key) = row_of::<R>(noun, asking, id)?;
    let Some(record) = R::table(asking.book).get(row) else { return Ok(Vec::new()) };
    let all = columns::<R>(asking);
    let facts = all.iter().filter(|extra| !extra.is_name && (asking.private || !extra.is_private));
    let (columns, total): (Vec<Column>, Vec<Value>) = facts.clone().map(|extra| (extra.column.clone(), (extra.value)(row, &record))).unzip();
    let title = say!("{what} {id}", "{what} {id}", what = noun.one, id = key);
    let mut about = Sheet::facts("facts", title, asking.rests_on(asking.scope.clone()), columns, total);
    let named = format!("{}:{key}", R::DESCRIPTION.name);
    about.findings = asking.findings.iter().filter(|finding| finding.is_about(&named)).cloned().collect();
    let mut sheets = vec![about];
    sheets.extend(record.more(asking, row));
    if asking.private
        && let Some(last) = sheets.last_mut()
    {
        last.notes.push(private());
    }
    Ok(sheets)
}

/// The row of an id, and what it is called: for a table without ids, its key cells joined by `/`, of which the first will do where
/// it names one row only.
fn row_of<R: Thing>(noun: &Noun, asking: &Asking<'_>, id: &str) -> Result<(Row<R>, String), Text> {
    let keys = asking.book.keys(R::TARGET).filter(|_| R::DESCRIPTION.has_ids());
    // An id that others name, of a table that is not there, has no row to be shown.
    if let Some(found) = keys.and_then(|keys| keys.find(id)).filter(|row| R::table(asking.book).get(Row::new(*row)).is_some()) {
        return Ok((Row::new(found), id.to_owned()));
    }
    let joined: Vec<(Row<R>, String)> = match keys {
        Some(_) => Vec::new(),
        None => R::table(asking.book).iter().map(|(row, record)| (row, joined_key(asking, &record))).collect(),
    };
    let begin = format!("{id}/");
    let mut matching = joined.iter().filter(|(_, key)| key == id || key.starts_with(&begin));
    match (matching.next(), matching.next()) {
        (Some((row, key)), None) => return Ok((*row, key.clone())),
        (Some((_, first)), Some((_, second))) => {
            let all = [first, second].into_iter().chain(matching.map(|(_, key)| key));
            return Err(say!(
                "several rows of '{title}' begin with '{id}'; name one: {all}",
                "“{title}”表中“{id}”有多行，请指明一行：{all}",
                title = R::DESCRIPTION.title,
                id = id,
                all = Text::names(all)
            ));
        }
        (None, _) => {}
    }
    Err(match keys {
        Some(_) => unknown::<R>(asking.book, id),
        None => of_noun(noun, id, nearest(id, joined.iter().map(|(_, key)| key.as_str()), 1).into_iter().map(Text::same).collect()),
    })
}

/// The cells of a composite key, joined as waivers name them.
fn joined_key<R: Thing>(asking: &Asking<'_>, record: &R) -> String {
    let shelf = asking.book.shelf::<R>();
    let cells = R::DESCRIPTION.key.iter().map(|column| match record.shown(*column, &shelf) {
        Value::Id(id) => id,
        Value::Day(day) => day.to_string(),
        _ => String::new(),
    });
    cells.collect::<Vec<_>>().join("/")
}
