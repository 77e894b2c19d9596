//! The ids of a table as row numbers: every reference is looked up once, when it is read.

use std::hash::BuildHasher;
use std::marker::PhantomData;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::cell::{Cell, Kind, Loose, Refusal};
use super::desk::Desk;
use super::numbered::Numbered;
use super::show::{Shelf, Value};
use crate::text::nearest::near;

/// A table of the book, by its number in the list of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableId(pub u8);

/// A record type that others may refer to.
pub trait Target: Copy + Send + Sync + 'static {
    /// Its table.
    const TARGET: TableId;
    /// Its table's name.
    const NAME: &'static str;
}

/// A row of a certain table, by number.
pub struct Row<R> {
    /// The number, from 0, of the rows that count.
    pub number: u32,
    of: PhantomData<fn() -> R>,
}

impl<R> Row<R> {
    /// The row of that number.
    pub fn new(number: u32) -> Self {
        Self { number, of: PhantomData }
    }

    /// The number as an index.
    pub fn index(self) -> usize {
        self.number as usize
    }
}

// Derived implementations would ask the same of `R`.
impl<R> Clone for Row<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Row<R> {}
impl<R> PartialEq for Row<R> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
impl<R> Eq for Row<R> {}
impl<R> PartialOrd for Row<R> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<R> Ord for Row<R> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.number.cmp(&other.number)
    }
}
impl<R> std::hash::Hash for Row<R> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}
impl<R> std::fmt::Debug for Row<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "row {}", self.number)
    }
}

impl<R: Target> Cell for Row<R> {
    type Stored = u32;
    const EMPTY: u32 = u32::MAX;
    const BROKEN: u32 = u32::MAX - 1;
    const KIND: Kind = Kind::Reference(R::NAME);
    const REFERS: Option<TableId> = Some(R::TARGET);

    fn read(text: &str, desk: &mut Desk<'_>) -> Result<Self, Refusal> {
        let keys = desk.keys.get(usize::from(R::TARGET.0)).ok_or(Refusal::Unknown)?;
        match keys.find(text) {
            Some(number) => Ok(Self::new(number)),
            None if !keys.complete => Err(Refusal::Unknown),
            None => Err(Refusal::Dangling { id: text.to_owned(), table: R::TARGET }),
        }
    }
    fn store(self) -> u32 {
        self.number
    }
    fn load(stored: u32) -> Self {
        Self::new(stored)
    }
    fn loose(self) -> Loose {
        Loose::Row(self.number)
    }
    fn show(self, shelf: &Shelf<'_>) -> Value {
        let keys = shelf.keys.get(usize::from(R::TARGET.0));
        keys.map_or(Value::Empty, |keys| Value::Id(keys.id(self.number).to_owned()))
    }
    fn bits(stored: u32) -> u32 {
        stored
    }
}

/// An id in the hash table: its first and last bytes and its length stand beside the row's number, so that most look-ups end here.
#[derive(Clone, Copy)]
struct Entry {
    ends: [u64; 2],
    len: u32,
    row: u32,
}

/// So many bytes of an id stand in an [`Entry`].
const SHORT: usize = 16;

/// The first and the last eight bytes of an id, which are all there are of an id of up to [`SHORT`] bytes.
fn ends(id: &str) -> [u64; 2] {
    let bytes = id.as_bytes();
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => [u64::from_le_bytes(*first), u64::from_le_bytes(*last)],
        _ => [bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)), 0],
    }
}

/// So many ways of numbering a table's ids are told apart (one a year, say); ids numbered otherwise are hashed.
const MOST_WAYS: usize = 16;

/// Of so many ids one at least must be numbered in a way, or asking for it costs more than it saves.
const FEWEST: usize = 16;

/// So many pairs of ids may be compared for what was meant by those that are not there: about half a second.
const MOST_COMPARED: usize = 10_000_000;

/// The ids of one table.
#[derive(Clone, Default)]
pub struct Keys {
    numbered: Vec<Numbered>,
    /// The ids that are not in `numbered`.
    table: HashTable<Entry>,
    kept: String,
    ends: Vec<u32>,
    /// Whether all ids are known: the table is there, and every file and row of it gave its id.
    pub complete: bool,
}

impl Keys {
    /// Gives an id the next row number, or says which row has it already.
    ///
    /// # Errors
    /// The number of the row that has the id already.
    pub fn add(&mut self, id: &str) -> Result<u32, u32> {
        if let Some(number) = self.find(id) {
            return Err(number);
        }
        let row = self.push(id);
        if !self.put_numbered(id, row) {
            self.put_hashed(row);
        }
        Ok(row)
    }

    /// Puts an id in by its number, if it has one that fits.
    fn put_numbered(&mut self, id: &str, row: u32) -> bool {
        let mut way = self.numbered.iter().enumerate().find_map(|(n, like)| Some((n, like.number(id)?)));
        if way.is_none()
            && self.numbered.len() < MOST_WAYS
            && let Some(like) = Numbered::like(id)
        {
            way = like.number(id).map(|number| (self.numbered.len(), number));
            self.numbered.push(like);
        }
        let Some((like, number)) = way.and_then(|(n, number)| Some((self.numbered.get_mut(n)?, number))) else { return false };
        like.put(number, row)
    }

    /// Puts the id of a row in by its hash.
    fn put_hashed(&mut self, row: u32) {
        let (kept, places) = (&self.kept, &self.ends);
        let id = nth(kept, places, row);
        let entry = Entry { ends: ends(id), len: u32::try_from(id.len()).unwrap_or(u32::MAX), row };
        self.table.insert_unique(hash(id), entry, |entry| hash(nth(kept, places, entry.row)));
    }

    /// Says that all ids are there, so that they can be laid out for being found.
    pub fn settle(&mut self) {
        let fewest = self.len() / FEWEST;
        let (many, few): (Vec<Numbered>, Vec<Numbered>) = std::mem::take(&mut self.numbered).into_iter().partition(|like| like.count() >= fewest);
        self.numbered = many;
        self.numbered.sort_by_key(|like| std::cmp::Reverse(like.count()));
        few.iter().flat_map(Numbered::rows).for_each(|(_, row)| self.put_hashed(row));
        self.numbered.iter_mut().for_each(Numbered::settle);
    }

    /// Whether all ids are of one beginning and width, so that no two of them can look alike.
    pub fn are_numbered_alike(&self) -> bool {
        self.numbered.len() == 1 && self.table.is_empty()
    }

    /// Gives a row without an id the next number.
    pub fn add_unnamed(&mut self) -> u32 {
        self.complete = false;
        self.push("")
    }

    fn push(&mut self, id: &str) -> u32 {
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.kept.push_str(id);
        self.ends.push(u32::try_from(self.kept.len()).unwrap_or(u32::MAX));
        number
    }

    /// The row that has an id.
    pub fn find(&self, id: &str) -> Option<u32> {
        let numbered = self.numbered.iter().find_map(|like| like.row(like.number(id)?));
        if numbered.is_some() || self.table.is_empty() {
            return numbered;
        }
        let (ends, len) = (ends(id), id.len());
        let is_it = |entry: &Entry| entry.ends == ends && entry.len as usize == len && (len <= SHORT || self.id(entry.row) == id);
        self.table.find(hash(id), is_it).map(|entry| entry.row)
    }

    /// The id of a row; empty where it has none.
    pub fn id(&self, number: u32) -> &str {
        nth(&self.kept, &self.ends, number)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All ids with their rows' numbers, rows without one left out.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX)).map(|n| (n, self.id(n))).filter(|(_, id)| !id.is_empty())
    }

    /// How many ids may be compared with all that there are ([`nearest`](Self::nearest)) before a reader would wait for it: every one in a
    /// book of a few thousand rows, some in a book of a million.
    pub fn comparable(&self) -> usize {
        (MOST_COMPARED / self.len().max(1)).max(20)
    }

    /// Some of the ids near to one that is not there, nearest first, whatever the order of the rows; it looks at every id.
    pub fn nearest(&self, id: &str) -> Vec<String> {
        self.likely(id).1
    }

    /// The rows of all the ids that are nearest to one that is not there, and some of the ids near to it; it looks at every id, once.
    pub fn likely(&self, id: &str) -> (Vec<u32>, Vec<String>) {
        let mut near = self.near(id);
        let least = near.iter().map(|(distance, _)| *distance).min();
        let rows = near.iter().filter(|(distance, _)| Some(*distance) == least).filter_map(|(_, id)| self.find(id)).collect();
        near.sort_unstable();
        (rows, near.into_iter().take(3).map(|(_, id)| id.to_owned()).collect())
    }

    fn near(&self, id: &str) -> Vec<(usize, &str)> {
        near(id, self.iter().map(|(_, id)| id))
    }
}

fn nth<'a>(kept: &'a str, ends: &[u32], number: u32) -> &'a str {
    let n = number as usize;
    let start = n.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    ends.get(n).and_then(|end| kept.get(start as usize..*end as usize)).unwrap_or_default()
}

fn hash(id: &str) -> u64 {
    FixedState::with_seed(0x726f_6c6c).hash_one(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys<'a>(ids: impl IntoIterator<Item = &'a str>) -> Keys {
        let mut keys = Keys::default();
        for id in ids {
            keys.add(id).unwrap();
        }
        keys.settle();
        keys
    }

    #[test]
    fn every_id_is_found_however_it_is_numbered() {
        let mut ids: Vec<String> = (0..3000).map(|n| format!("V{n:05}")).collect();
        ids.extend((0..900).flat_map(|n| [format!("d{}-v{n:03}-g{}", n % 7, n % 3), format!("a-very-long-beginning-of-{n}-an-id")]));
        ids.extend(["a", "ab", "王芳", "12345678", "123456789012", "V3", "V99999", "V000001"].map(str::to_owned));
        let keys = keys(ids.iter().map(String::as_str));
        for (row, id) in (0u32..).zip(&ids) {
            assert_eq!((keys.find(id), keys.id(row)), (Some(row), id.as_str()));
        }
        for other in ["", "V", "V03000", "V0001", "v00001", "d1-v001-g9", "a-very-long-beginning-of-900-an-id", "abc", "12345679", "\0"] {
            assert_eq!(keys.find(other), None, "{other}");
        }
    }

    #[test]
    fn an_id_stands_for_one_row_only() {
        let mut keys = keys(["v1", "x-1", "ann"]);
        for (row, id) in [(0, "v1"), (1, "x-1"), (2, "ann")] {
            assert_eq!(keys.add(id), Err(row));
        }
    }

    #[test]
    fn what_was_meant_does_not_hang_on_the_order_of_rows() {
        let rising = ["v1", "v2", "v3", "v4", "v5", "w77"];
        let falling = ["w77", "v5", "v4", "v3", "v2", "v1"];
        let (rising, falling) = (keys(rising), keys(falling));
        assert_eq!(rising.nearest("v0"), ["v1", "v2", "v3"]);
        assert_eq!(falling.nearest("v0"), ["v1", "v2", "v3"]);
        let meant = |keys: &Keys| {
            let mut ids: Vec<String> = keys.likely("v0").0.into_iter().map(|row| keys.id(row).to_owned()).collect();
            ids.sort();
            ids
        };
        assert_eq!(meant(&rising), ["v1", "v2", "v3", "v4", "v5"]);
        assert_eq!(meant(&falling), meant(&rising));
    }
}
