//! A table as it is kept: compact columns, and for each row the byte it begins at.

use crate::text::{At, FileId};
use crate::value::list::ListItem;
use crate::value::{Gathered, Keys, List, Loose, Row, Shelf, Shift, Str, Words};

use super::record::{Col, Columns, Record};

/// The rows of a table that count: of rows with one key only the first.
pub struct Table<R: Record> {
    columns: R::Columns,
    parts: Parts,
    /// Whether the book has the table, be it empty.
    pub present: bool,
    /// Whether every row of every file could be found, so that what is not here is nowhere.
    pub complete: bool,
    /// Whether any cell of any row could not be read.
    pub has_broken: bool,
    /// Rows that repeat a key of another and do not count.
    pub repeated: usize,
    /// Whether its rows were asked for: of another nobody may ask anything.
    is_read: bool,
}

impl<R: Record> Default for Table<R> {
    fn default() -> Self {
        Self {
            columns: R::Columns::default(),
            parts: Parts::default(),
            present: false,
            complete: true,
            has_broken: false,
            repeated: 0,
            is_read: true,
        }
    }
}

impl<R: Record> Table<R> {
    /// A table that nobody asked for: as one that could not be read.
    pub fn not_read(present: bool) -> Self {
        Self { present, complete: false, is_read: false, ..Self::default() }
    }

    /// Whether its rows were read.
    pub fn is_read(&self) -> bool {
        self.is_read
    }

    /// Stops a test in which something is asked of a table that was not read: whoever asks must say that it reads it.
    #[inline]
    fn columns(&self) -> &R::Columns {
        debug_assert!(self.is_read, "{} is not read: whoever reads it must say so", R::DESCRIPTION.name);
        &self.columns
    }

    /// How many rows count.
    pub fn len(&self) -> usize {
        debug_assert!(self.is_read, "{} is not read: whoever reads it must say so", R::DESCRIPTION.name);
        self.parts.offsets.len()
    }

    /// Whether no row counts.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All rows, in the order of their files' paths and lines.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Row<R>, R)> + '_ {
        let (rows, columns) = (0..u32::try_from(self.len()).unwrap_or(u32::MAX), self.columns());
        rows.filter_map(|n| Some((Row::new(n), columns.get(n as usize)?)))
    }

    /// All rows if a cell of any of them could not be read, none otherwise: for whoever looks for such rows.
    pub fn with_broken(&self) -> impl Iterator<Item = (Row<R>, R)> + '_ {
        self.has_broken.then(|| self.iter()).into_iter().flatten()
    }

    /// All rows, or none where they were not read: for whoever says itself what it does not know.
    pub fn if_read(&self) -> impl Iterator<Item = (Row<R>, R)> + '_ {
        self.is_read.then(|| self.iter()).into_iter().flatten()
    }

    /// The rows from one number up to another: a share of the work for one thread.
    pub fn slice(&self, from: usize, to: usize) -> impl Iterator<Item = (Row<R>, R)> + '_ {
        let (columns, len) = (self.columns(), self.len());
        let number = |n: usize| u32::try_from(n.min(len)).unwrap_or(u32::MAX);
        (number(from)..number(to)).filter_map(|n| Some((Row::new(n), columns.get(n as usize)?)))
    }

    /// The record of a row.
    #[inline]
    pub fn get(&self, row: Row<R>) -> Option<R> {
        self.columns().get(row.index())
    }

    /// A cell without its type, by its row and the column's number in the description.
    pub fn loose(&self, row: Row<R>, column: u16) -> Loose {
        self.columns.loose(row.index(), column).unwrap_or(Loose::Empty)
    }

    /// Changes records: those for which there is another.
    pub fn change(&mut self, other: impl Fn(R) -> Option<R>) {
        for row in 0..self.parts.offsets.len() {
            if let Some(record) = self.columns.get(row).and_then(&other) {
                self.columns.set(row, record);
            }
        }
    }

    /// The words of a text of this table.
    pub fn text(&self, text: Str) -> &str {
        text.of(&self.parts.gathered.text)
    }

    /// The items of a list of this table.
    pub fn items<I: ListItem>(&self, list: List<I>) -> impl Iterator<Item = I> + '_ {
        let from = list.start as usize;
        self.parts.gathered.items.get(from..from + list.len as usize).unwrap_or_default().iter().map(|kept| I::from_kept(*kept))
    }

    /// What the cells of a row are looked up in when they are shown.
    pub fn shelf<'a>(&'a self, words: &'a Words, keys: &'a [Keys]) -> Shelf<'a> {
        Shelf { kept: &self.parts.gathered, words, keys }
    }

    /// Where the cell of a column stands in a row.
    pub fn at(&self, row: Row<R>, column: Col<R>) -> At {
        self.at_number(row, column.number())
    }

    /// The same, by the column's number in the description.
    pub fn at_number(&self, row: Row<R>, column: u16) -> At {
        debug_assert!(self.is_read, "{} is not read: whoever reads it must say so", R::DESCRIPTION.name);
        let file = self.parts.file(row.number);
        let offset = self.parts.offsets.get(row.index()).copied().unwrap_or_default();
        At::Cell { file, row: offset, column }
    }

    /// Where the row begins: its first key column.
    pub fn row_at(&self, row: Row<R>) -> At {
        self.at_number(row, R::DESCRIPTION.key.first().copied().unwrap_or_default())
    }

    /// The row that begins at a byte of a file.
    pub fn find(&self, file: FileId, offset: u32) -> Option<Row<R>> {
        self.parts.find(file, offset).map(Row::new)
    }

    pub(super) fn new(present: bool) -> Self {
        Self { present, ..Self::default() }
    }

    /// Where rows to be put behind these come from; what their cells left behind is here already.
    pub(super) fn begin(&mut self, rows: &mut Parts) {
        self.parts.append(rows);
    }

    /// What the cells have left behind.
    pub(super) fn kept(&mut self) -> &mut Gathered {
        &mut self.parts.gathered
    }

    /// Puts the columns of rows behind these, their values moved.
    pub(super) fn append<'a>(&mut self, columns: impl Iterator<Item = &'a mut R::Columns>, shifts: &[Shift]) {
        self.columns.append(columns, shifts);
    }

    pub(super) fn reserve(&mut self, rows: usize) {
        self.columns.reserve(rows);
        self.parts.offsets.reserve_exact(rows);
    }

    /// Takes rows that repeat a key out, given in rising order.
    pub(super) fn remove(&mut self, rows: &[u32]) {
        self.columns.remove(rows);
        self.parts.remove(rows);
        self.repeated += rows.len();
    }
}

/// Where rows come from, and what their cells left behind.
#[derive(Default)]
pub struct Parts {
    /// For each row the byte it begins at; 0 where the whole file is the row.
    pub offsets: Vec<u32>,
    /// The first row of each file, by number.
    pub files: Vec<(u32, FileId)>,
    /// The texts and lists of the cells.
    pub gathered: Gathered,
}

impl Parts {
    /// Says that the rows to come are of a file.
    pub fn begin(&mut self, file: FileId) {
        if self.files.last().is_none_or(|(_, last)| *last != file) {
            self.files.push((narrow(self.offsets.len()), file));
        }
    }

    /// Puts rows behind these; what they gathered is there already.
    fn append(&mut self, rows: &mut Parts) {
        let before = narrow(self.offsets.len());
        for (first, file) in rows.files.drain(..) {
            if self.files.last().is_none_or(|(_, last)| *last != file) {
                self.files.push((before + first, file));
            }
        }
        self.offsets.append(&mut rows.offsets);
    }

    /// The file of a row.
    fn file(&self, row: u32) -> FileId {
        let after = self.files.partition_point(|(first, _)| *first <= row);
        after.checked_sub(1).and_then(|n| self.files.get(n)).map_or(FileId(u32::MAX), |(_, file)| *file)
    }

    /// The number of the row that begins at a byte of a file.
    fn find(&self, file: FileId, offset: u32) -> Option<u32> {
        let part = self.files.iter().position(|(_, of)| *of == file)?;
        let first = self.files.get(part)?.0 as usize;
        let end = self.files.get(part + 1).map_or(self.offsets.len(), |(next, _)| *next as usize);
        let found = self.offsets.get(first..end)?.binary_search(&offset).ok()?;
        u32::try_from(first + found).ok()
    }

    fn remove(&mut self, rows: &[u32]) {
        super::record::remove(&mut self.offsets, rows);
        for (first, _) in &mut self.files {
            *first -= narrow(rows.partition_point(|row| row < first));
        }
    }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
