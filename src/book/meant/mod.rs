//! References that point nowhere, and what each may mean: an id that a spreadsheet changed, a name, several in one cell, or the nearest id.

mod names;
mod numbers;
mod several;

use std::sync::{Arc, OnceLock};

use hashbrown::HashMap;
use rayon::prelude::*;

use crate::tables::FaultKind;
use crate::text::{At, FileId};
use crate::value::lenient::reference::certain;
use crate::value::{Field, Keys, Row, TableId, Target};

use super::Book;
pub use names::Names;
pub use numbers::Numbers;
pub use several::Part;

/// Rows of a table, by their numbers.
pub type Rows = Arc<[u32]>;

/// What an id that nothing has may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This row and no other: blanks around its id, letters and signs put together in another way.
    Sure(u32),
    /// Rows whose ids are the same number: a spreadsheet took the noughts before one of the two.
    Noughts(Rows),
    /// A spreadsheet took digits of the id here; it may be one of these rows'.
    LostDigits(Rows),
    /// A spreadsheet took digits of the ids of these rows.
    IdsLostDigits(Rows),
    /// Rows that are called so.
    Named(Rows),
    /// Several ids or names.
    Several(Vec<Part>),
    /// Rows whose ids are nearest, and the ids to propose.
    Near(Rows, Vec<String>),
}

impl Meaning {
    /// Nobody knows what.
    fn unknown() -> Self {
        Self::Near(Rows::default(), Vec::new())
    }

    /// The rows that may be meant.
    fn rows(&self) -> Rows {
        match self {
            Self::Sure(row) => Arc::from([*row]),
            Self::Noughts(rows) | Self::LostDigits(rows) | Self::IdsLostDigits(rows) | Self::Named(rows) | Self::Near(rows, _) => Arc::clone(rows),
            Self::Several(parts) => parts.iter().flat_map(|part| part.rows.iter().copied()).collect(),
        }
    }
}

/// Whom a row that could not be fully read belongs to.
pub enum Owner<R> {
    /// To that row.
    Row(Row<R>),
    /// To one of these, if to any, so that one of them may have been meant.
    OneOf(Rows),
    /// To any row.
    Any,
}

/// A row that may be one of more than so many may be any: whoever has a row for each of them would be in the way of big books.
const MOST: usize = 64;

/// For references that point nowhere: what they may mean.
#[derive(Default)]
pub struct Meant {
    meanings: Vec<Meaning>,
    /// For each fault of the book: the number of its meaning, if it is such a reference.
    of_fault: Vec<Option<u32>>,
    at: HashMap<(FileId, u32, u16), u32>,
    /// The rows that may be meant, for each meaning.
    rows: Vec<Rows>,
    names: Names,
}

impl Meant {
    /// Looks for what may have been meant.
    pub(super) fn of(book: &Book) -> Self {
        let mut numbers: HashMap<(TableId, &str), u32> = HashMap::new();
        let mut wanted: Vec<(TableId, &str)> = Vec::new();
        let mut of_fault = Vec::with_capacity(book.faults.len());
        let mut at = HashMap::new();
        for fault in &book.faults {
            let FaultKind::Dangling(column, text, target) = &fault.kind else {
                of_fault.push(None);
                continue;
            };
            let number = *numbers.entry((*target, text)).or_insert_with(|| {
                wanted.push((*target, text));
                u32::try_from(wanted.len() - 1).unwrap_or(u32::MAX)
            });
            of_fault.push(Some(number));
            let place = fault.row.map(|(file, row)| (file, row, column.number));
            at.extend(place.map(|place| (place, number)));
        }
        let names = Names::of(book, wanted.iter().copied());
        let mut of_tables: HashMap<TableId, OfTable<'_>> = HashMap::new();
        for (target, _) in &wanted {
            let table = |target| Some(OfTable { keys: book.keys(target)?, names: names.table(target), numbers: OnceLock::new() });
            if let (false, Some(table)) = (of_tables.contains_key(target), table(*target)) {
                of_tables.insert(*target, table);
            }
        }
        let meaning = |(target, text): &(TableId, &str)| of_tables.get(target).and_then(|table| table.meaning(text));
        let mut meanings: Vec<Option<Meaning>> = wanted.par_iter().map(meaning).collect();
        let mut compared: HashMap<TableId, usize> = HashMap::new();
        let mut compare = Vec::new();
        for (slot, (target, text)) in meanings.iter_mut().zip(&wanted).filter(|(slot, _)| slot.is_none()) {
            let compared = compared.entry(*target).or_default();
            *compared += 1;
            match of_tables.get(target) {
                // A book with more ids that point nowhere than can be looked for has other worries.
                Some(table) if *compared <= table.keys.comparable() => compare.push((slot, table.keys, *text)),
                _ => *slot = Some(Meaning::unknown()),
            }
        }
        compare.into_par_iter().for_each(|(slot, keys, text)| {
            let (rows, ids) = keys.likely(text);
            *slot = Some(Meaning::Near(rows.into(), ids));
        });
        let meanings: Vec<Meaning> = meanings.into_iter().map(|meaning| meaning.unwrap_or_else(Meaning::unknown)).collect();
        let rows = meanings.iter().map(Meaning::rows).collect();
        drop(of_tables);
        Self { meanings, of_fault, at, rows, names }
    }

    /// What a fault of the book may mean, by its number, where it is a reference that points nowhere.
    pub fn meaning(&self, fault: usize) -> Option<&Meaning> {
        self.meanings.get((*self.of_fault.get(fault)?)? as usize)
    }

    /// The names that stand where ids belong.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// How many a cell names: several where it refers to nothing and has several in it, else one.
    pub fn named_in(&self, at: At) -> usize {
        let At::Cell { file, row, column } = at else { return 1 };
        let meaning = self.at.get(&(file, row, column)).and_then(|number| self.meanings.get(*number as usize));
        if let Some(Meaning::Several(parts)) = meaning { parts.len() } else { 1 }
    }

    /// Whom a row belongs to, from the cell that names its owner.
    pub fn owner<R: Target>(&self, owner: Field<Row<R>>, at: At) -> Owner<R> {
        let rows = |place| self.at.get(&place).and_then(|number| self.rows.get(*number as usize));
        match (owner.get(), at) {
            (Some(row), _) => Owner::Row(row),
            (None, At::Cell { file, row, column }) => {
                rows((file, row, column)).filter(|rows| rows.len() <= MOST).map_or(Owner::Any, |rows| Owner::OneOf(Arc::clone(rows)))
            }
            (None, At::File(_) | At::Bytes(..)) => Owner::Any,
        }
    }
}

/// A table that is looked through for what was meant.
struct OfTable<'a> {
    keys: &'a Keys,
    names: Option<&'a HashMap<String, Vec<u32>>>,
    /// Its ids that are numbers; made when one is asked for.
    numbers: OnceLock<Numbers<'a>>,
}

impl OfTable<'_> {
    /// What a text means; `None` where it must be compared with all ids.
    fn meaning(&self, text: &str) -> Option<Meaning> {
        if let Some(meaning) = self.known(text) {
            return Some(meaning);
        }
        if let Some(parts) = several::strictly(text) {
            let swapped = several::swapped(&parts);
            let parts = self.parts(&parts);
            let is_unknown = parts.iter().all(|part| part.rows.is_empty());
            let named = swapped.filter(|_| is_unknown).and_then(|name| self.named(&name));
            return Some(named.map_or_else(|| one_or_several(parts), |rows| Meaning::Named(rows.into())));
        }
        let parts = several::perhaps(text).map(|parts| self.parts(&parts));
        parts.filter(|parts| parts.iter().all(|part| !part.rows.is_empty())).map(one_or_several)
    }

    /// What a text means that is one id or one name.
    fn known(&self, text: &str) -> Option<Meaning> {
        let keys = self.keys;
        if let Some(row) = certain(text, keys) {
            return Some(Meaning::Sure(row));
        }
        let number = numbers::number(text);
        if number.is_some() || numbers::is_shortened(text) {
            let numbers = self.numbers.get_or_init(|| Numbers::of(keys));
            let same = number.as_deref().map(|number| numbers.same(number)).unwrap_or_default();
            if !same.is_empty() {
                return Some(Meaning::Noughts(same.into()));
            }
            if let Some(rows) = numbers.cut(text) {
                return Some(Meaning::LostDigits(rows.into()));
            }
            if let Some(row) = number.as_deref().and_then(|number| numbers.cut_id(number)) {
                return Some(Meaning::IdsLostDigits(Rows::from([row])));
            }
        }
        Some(Meaning::Named(self.named(text)?.into()))
    }

    fn named(&self, text: &str) -> Option<&[u32]> {
        self.names?.get(&names::folded_name(text)).map(Vec::as_slice).filter(|rows| !rows.is_empty())
    }

    fn parts(&self, parts: &[&str]) -> Vec<Part> {
        let rows = |part: &str| match self.keys.find(part) {
            Some(row) => Rows::from([row]),
            None => self.known(part).map(|meaning| meaning.rows()).unwrap_or_default(),
        };
        parts.iter().map(|part| Part { text: (*part).to_owned(), rows: rows(part) }).collect()
    }
}

/// Parts that are one and the same row, such as an id and the name beside it, are no several.
fn one_or_several(parts: Vec<Part>) -> Meaning {
    match parts.first().map(|part| &part.rows) {
        Some(first) if first.len() == 1 && parts.iter().all(|part| part.rows == *first) => Meaning::Named(Arc::clone(first)),
        _ => Meaning::Several(parts),
    }
}
