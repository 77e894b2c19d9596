//! Reads a summary: its front matter, key by key, and where the figures of the program belong. What it means is looked up in the tables.

use crate::say;
use crate::say::Text;
use crate::text::encoding::meets;
use crate::text::md::{self, Mark, Parts};
use crate::text::nearest::nearest;
use crate::text::toml::{self, Entry, Item, Value};
use crate::text::{At, FileId, Source, Span, conflict};
use crate::value::cell::WordSet;
use crate::value::fixed::Fixed;
use crate::value::{Day, Field, Keys, Period, Row, Words};

use super::{Audience, DESCRIPTION, FedBack, Hearer, Summary, is_grid};
use crate::schema::description::Column;
use crate::schema::fault::{Fault, FaultKind};
use crate::schema::table::Table;
use crate::tables::places::Place;

/// What the front matter is looked up in.
pub struct Known<'a> {
    /// The ids of every table.
    pub keys: &'a [Keys],
    /// The places, of which only grids are fed back to.
    pub places: &'a Table<Place>,
    /// The words of the vocabularies, for the kinds of places.
    pub words: &'a Words,
}

impl Known<'_> {
    /// Whether a place is a grid. `None` where its kind cannot be read.
    fn is_grid(&self, place: Row<Place>) -> Option<bool> {
        Some(is_grid(self.words, self.places.get(place)?.kind.get()?))
    }
}

/// Reads a summary. `readable` says whether its file could be read and decoded at all, `bad` where in it bytes stand that could not be.
pub fn read(file: FileId, source: &Source, (text, bad): (&str, &[Span]), readable: bool, known: &Known<'_>) -> (Summary, Vec<Fault>) {
    let stem = source.stem();
    let mut summary = Summary {
        file,
        named: Period::parse_quarter(stem),
        said: None,
        written: Field::BROKEN,
        written_at: At::File(file),
        fed_back: Vec::new(),
        complete: false,
        figures: None,
    };
    let mut reader = Reader { file, stem, known, faults: Vec::new() };
    if !readable {
        return (summary, reader.faults);
    }
    let conflicts = conflict::conflicts(text);
    if !conflicts.is_empty() {
        let faults = conflicts.iter().map(|span| Fault::new(At::Bytes(file, *span), FaultKind::Conflict)).collect();
        return (summary, faults);
    }
    let Parts { front, figures, misplaced } = md::parts(text);
    if !bad.is_empty() && !misplaced.is_empty() {
        // The mark that is not found may be one that cannot be read.
        return (summary, reader.faults);
    }
    summary.figures = figures.filter(|_| !misplaced.iter().any(|(_, mark)| matches!(mark, Mark::FiguresAgain(_) | Mark::StrayEnd)));
    for (span, mark) in misplaced {
        match mark {
            // Neither its name nor how it begins is a summary's: most likely it is none.
            Mark::NoFront if summary.named.is_none() => reader.push(At::File(file), FaultKind::BadQuarter { said: None, stem: stem.to_owned() }),
            _ => reader.push(At::Bytes(file, span), FaultKind::Misplaced(mark)),
        }
    }
    if let Some(front) = front.filter(|front| !meets(bad, *front)) {
        let (table, wrong) = toml::read_part(text, front);
        for fault in &wrong {
            reader.push(At::Bytes(file, fault.span), FaultKind::TomlSyntax(fault.message.clone()));
        }
        if wrong.is_empty() {
            reader.front(&table, front, &mut summary);
        }
    }
    (summary, reader.faults)
}

/// What reads the front matter of one summary.
struct Reader<'a> {
    file: FileId,
    stem: &'a str,
    known: &'a Known<'a>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn push(&mut self, at: At, kind: FaultKind) {
        self.faults.push(Fault::in_row(at, self.file, 0, kind));
    }

    fn at(&self, span: Span) -> At {
        At::Bytes(self.file, span)
    }

    fn front(&mut self, table: &toml::Table, front: Span, summary: &mut Summary) {
        let top = self.at(Span { end: front.start, ..front });
        let [quarter, written, fed_back] = self.keys(table, top, ["quarter", "written", "fed-back"]);
        self.quarter(quarter, summary);
        if let Some(entry) = written {
            summary.written = self.day(entry, Summary::WRITTEN.column);
            summary.written_at = self.at(entry.value.span);
        }
        // A list that is misspelt may say anything.
        let is_misspelt = || self.faults.iter().any(|fault| matches!(&fault.kind, FaultKind::UnknownKey(_, Some(near)) if near == "fed-back"));
        summary.complete = !is_misspelt();
        let Some(entry) = fed_back else { return };
        let Item::Array(entries) = &entry.value.item else {
            return self.no_list(&entry.value, summary);
        };
        for value in entries {
            match &value.item {
                Item::Table(table) => {
                    let entry = self.fed_back(table, value.span);
                    summary.complete &= entry.to.is_some() && !entry.on.is_broken();
                    summary.fed_back.push(entry);
                }
                _ => self.no_list(value, summary),
            }
        }
    }

    fn no_list(&mut self, value: &Value, summary: &mut Summary) {
        summary.complete = false;
        let takes = say!(
            "a list of whom and when: [{{ to = \"branches:b1\", on = 2026-07-08 }}]",
            "列出反馈给谁、在哪天：[{{ to = \"branches:b1\", on = 2026-07-08 }}]"
        );
        self.push(self.at(value.span), FaultKind::WrongType("fed-back".into(), takes));
    }

    /// The quarter that the summary says, which is that of the file's name.
    fn quarter(&mut self, entry: Option<&Entry>, summary: &mut Summary) {
        let Some(entry) = entry else {
            if summary.named.is_none() {
                self.push(At::File(self.file), FaultKind::BadQuarter { said: None, stem: self.stem.to_owned() });
            }
            return;
        };
        let at = self.at(entry.value.span);
        let Some(text) = self.text(entry, Summary::QUARTER.column, || say!("a quarter in quotes, such as \"2026Q2\"", "加引号的季度，如 \"2026Q2\""))
        else {
            return;
        };
        summary.said = Period::parse_quarter(text);
        if summary.said.is_none() || summary.said != summary.named {
            self.push(at, FaultKind::BadQuarter { said: Some(text.to_owned()), stem: self.stem.to_owned() });
        }
    }

    fn fed_back(&mut self, table: &toml::Table, span: Span) -> FedBack {
        let at = self.at(span);
        let [to, on] = self.keys(table, at, ["to", "on"]);
        let hearer = to.and_then(|entry| {
            let text =
                self.text(entry, Summary::TO.column, || say!("a text in quotes, such as \"branches:b1\"", "加引号的文字，如 \"branches:b1\""))?;
            self.hearer(text.trim(), self.at(entry.value.span))
        });
        let day = on.map_or(Field::BROKEN, |entry| self.day(entry, Summary::ON.column));
        FedBack { to: hearer, on: day, on_at: on.map_or(at, |entry| self.at(entry.value.span)) }
    }

    /// Who `table:id` is, or an id alone that one table has.
    fn hearer(&mut self, text: &str, at: At) -> Option<Hearer> {
        let column = Summary::TO.column;
        let Some((name, id)) = text.split_once([':', '：']).map(|(name, id)| (name.trim(), id.trim())) else {
            return self.hearer_of_id(text, column, at);
        };
        let Some(audience) = Audience::find(name) else {
            self.push(at, FaultKind::BadWord(column, name.to_owned(), WordSet::Fixed(Audience::WORDS)));
            return None;
        };
        let keys = self.known.keys.get(usize::from(audience.table().0))?;
        let Some(number) = keys.find(id) else {
            if keys.complete {
                self.push(at, FaultKind::Dangling(column, id.to_owned(), audience.table()));
            }
            return None;
        };
        self.hearer_in(audience, number, column, at)
    }

    /// Who an id without its table is: a branch, a team, a centre or a grid, if it can only be one of them.
    fn hearer_of_id(&mut self, id: &str, column: &'static Column, at: At) -> Option<Hearer> {
        let all = || (0u8..).zip(Audience::WORDS).map(|(n, _)| Audience::nth(n));
        let keys = |audience: Audience| self.known.keys.get(usize::from(audience.table().0));
        let mut found: Vec<(Audience, u32)> = all().filter_map(|audience| Some((audience, keys(audience)?.find(id)?))).collect();
        if found.len() > 1 {
            // A place that is no grid is not meant beside something that may be.
            found.retain(|(audience, row)| *audience != Audience::Places || self.known.is_grid(Row::new(*row)) != Some(false));
        }
        if let [(audience, number)] = found.as_slice() {
            return self.hearer_in(*audience, *number, column, at);
        }
        // An absent table may be one of these only if the book has any.
        let unknown = found.is_empty() && all().filter_map(keys).any(|keys| !keys.complete && !keys.is_empty());
        if !unknown {
            self.push(at, FaultKind::NoTable(column, id.to_owned()));
        }
        None
    }

    fn hearer_in(&mut self, audience: Audience, number: u32, column: &'static Column, at: At) -> Option<Hearer> {
        Some(match audience {
            Audience::Branches => Hearer::Branch(Row::new(number)),
            Audience::Teams => Hearer::Team(Row::new(number)),
            Audience::Centres => Hearer::Centre(Row::new(number)),
            Audience::Places => {
                let place = Row::new(number);
                if self.known.is_grid(place) == Some(false) {
                    self.push(at, FaultKind::NoGrid(column, number));
                    return None;
                }
                Hearer::Grid(place)
            }
        })
    }

    /// The text of a key that takes one.
    fn text<'e>(&mut self, entry: &'e Entry, column: &'static Column, takes: impl FnOnce() -> Text) -> Option<&'e str> {
        let at = self.at(entry.value.span);
        match &entry.value.item {
            Item::Text(text) if text.trim().is_empty() => {
                self.push(at, FaultKind::EmptyCell(column));
                None
            }
            Item::Text(text) => Some(text),
            _ => {
                self.push(at, FaultKind::WrongType(column.code.to_owned(), takes()));
                None
            }
        }
    }

    /// The day of a key that takes one.
    fn day(&mut self, entry: &Entry, column: &'static Column) -> Field<Day> {
        let at = self.at(entry.value.span);
        let (Item::Date(text) | Item::Text(text)) = &entry.value.item else {
            self.push(at, FaultKind::WrongType(column.code.to_owned(), say!("a date, such as 2026-07-05", "日期，如 2026-07-05")));
            return Field::BROKEN;
        };
        match Day::parse(text) {
            Ok(day) => return Field::of(day),
            Err(_) if text.trim().is_empty() => self.push(at, FaultKind::EmptyCell(column)),
            Err(why) => self.push(at, FaultKind::BadDate(column, text.clone(), why.into())),
        }
        Field::BROKEN
    }

    /// The entries of certain keys. The others mean nothing; `fed-back` alone may be missing.
    fn keys<'t, const N: usize>(&mut self, table: &'t toml::Table, at: At, keys: [&'static str; N]) -> [Option<&'t Entry>; N] {
        let mut missing: Vec<&'static str> = keys.into_iter().filter(|key| table.get(key).is_none()).collect();
        for entry in table.0.iter().filter(|entry| !keys.contains(&entry.key.as_str())) {
            let near = nearest(&entry.key, missing.iter().copied(), 1).first().copied();
            let key_at = self.at(entry.key_span);
            match near.and_then(required) {
                Some(column) => {
                    missing.retain(|key| Some(*key) != near);
                    self.push(key_at, FaultKind::MissingColumn(column, Some(entry.key.clone())));
                }
                None => self.push(key_at, FaultKind::UnknownKey(entry.key.clone(), near.map(str::to_owned))),
            }
        }
        for column in missing.into_iter().filter_map(required) {
            self.push(at, FaultKind::MissingColumn(column, None));
        }
        keys.map(|key| table.get(key))
    }
}

/// The column of a key that must be there.
fn required(key: &str) -> Option<&'static Column> {
    match key {
        "to" => Some(Summary::TO.column),
        "on" => Some(Summary::ON.column),
        _ => DESCRIPTION.columns.iter().find(|column| column.code == key),
    }
}
