//! How many rows of one table, not fully readable, might belong to each row of another, and on which days.

use hashbrown::HashMap;

use crate::book::Book;
use crate::book::meant::Owner;
use crate::tables::TableSet;
use crate::value::{Day, Row, TableId, Target};

/// Rows that could not be fully read, by the days that they might cover.
#[derive(Default)]
struct Spans {
    /// How many of them might cover any day: mostly all, of which there may be millions.
    always: usize,
    first: Vec<Day>,
    last: Vec<Day>,
}

impl Spans {
    /// How many might cover a day from one to another.
    fn within(&self, from: Day, to: Day) -> usize {
        let begun = self.first.partition_point(|first| *first <= to);
        let over = self.last.partition_point(|last| *last < from);
        self.always + begun.saturating_sub(over)
    }

    fn sort(&mut self) {
        self.first.sort_unstable();
        self.last.sort_unstable();
    }
}

/// For rows of one table: how many rows of another, not fully readable, might belong to each.
pub struct UnsureRows<R> {
    /// Whether a file could not be read: there might be any number.
    is_lost: bool,
    /// Whether nobody asked for the tables that tell: whoever asks for these rows must say that it reads them.
    is_skipped: bool,
    /// These might belong to any.
    anywhere: Spans,
    at: HashMap<Row<R>, Spans>,
}

impl<R> Default for UnsureRows<R> {
    fn default() -> Self {
        Self { is_lost: false, is_skipped: false, anywhere: Spans::default(), at: HashMap::new() }
    }
}

impl<R: Target> UnsureRows<R> {
    /// Nothing is known: a file could not be read.
    pub(super) fn lost(&mut self) {
        self.is_lost = true;
    }

    /// The tables that tell were not read.
    pub(super) fn skip_unless(&mut self, book: &Book, tables: &[TableId]) {
        self.is_skipped = !book.has_read(TableSet::of(tables));
        self.is_lost |= self.is_skipped;
    }

    /// Takes up a row that is not fully readable.
    pub(super) fn add(&mut self, owner: Owner<R>) {
        self.add_between(owner, (Day::MIN, Day::MAX));
    }

    /// The same for a row that covers no day but those from one to another.
    pub(super) fn add_between(&mut self, owner: Owner<R>, (first, last): (Day, Day)) {
        let take = |spans: &mut Spans| {
            if (first, last) == (Day::MIN, Day::MAX) {
                spans.always += 1;
                return;
            }
            spans.first.push(first);
            spans.last.push(last);
        };
        match owner {
            Owner::Row(row) => take(self.at.entry(row).or_default()),
            Owner::OneOf(rows) => rows.iter().for_each(|row| take(self.at.entry(Row::new(*row)).or_default())),
            Owner::Any => take(&mut self.anywhere),
        }
    }

    pub(super) fn sort(&mut self) {
        self.anywhere.sort();
        self.at.values_mut().for_each(Spans::sort);
    }

    /// How many unreadable rows might belong to a row.
    pub fn at(&self, row: Row<R>) -> usize {
        self.within(row, Day::MIN, Day::MAX)
    }

    /// How many unreadable rows might belong to a row on a day.
    pub fn on(&self, row: Row<R>, day: Day) -> usize {
        self.within(row, day, day)
    }

    /// How many unreadable rows might belong to a row on a day from one to another.
    pub fn within(&self, row: Row<R>, from: Day, to: Day) -> usize {
        debug_assert!(!self.is_skipped, "the tables that tell are not read: whoever asks must say that it reads them");
        if self.is_lost { usize::MAX } else { self.own(row, from, to).saturating_add(self.anywhere.within(from, to)) }
    }

    /// How many of those that might belong to a row on a day might belong to a few rows only; with [`UnsureRows::anywhere_on`] that is all of them.
    pub fn own_on(&self, row: Row<R>, day: Day) -> usize {
        debug_assert!(!self.is_skipped, "the tables that tell are not read: whoever asks must say that it reads them");
        self.own(row, day, day)
    }

    /// How many unreadable rows might on a day belong to any row at all.
    pub fn anywhere_on(&self, day: Day) -> usize {
        debug_assert!(!self.is_skipped, "the tables that tell are not read: whoever asks must say that it reads them");
        if self.is_lost { usize::MAX } else { self.anywhere.within(day, day) }
    }

    fn own(&self, row: Row<R>, from: Day, to: Day) -> usize {
        self.at.get(&row).map_or(0, |spans| spans.within(from, to))
    }

    /// Whether any unreadable row might belong to a row.
    pub fn has(&self, row: Row<R>) -> bool {
        self.at(row) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::teams::Team;

    #[test]
    fn a_row_that_was_over_supplies_nothing_later() {
        let day = |n| Day::new(2026, 6, n).unwrap();
        let (owner, other) = (Row::<Team>::new(0), Row::<Team>::new(1));
        let mut rows = UnsureRows::default();
        rows.add_between(Owner::Row(owner), (day(1), day(10)));
        rows.add_between(Owner::Any, (day(10), Day::MAX));
        rows.sort();
        assert_eq!((rows.on(owner, day(9)), rows.on(owner, day(10)), rows.on(owner, day(11))), (1, 2, 1));
        assert_eq!((rows.on(other, day(9)), rows.on(other, day(10)), rows.within(other, day(1), day(9))), (0, 1, 0));
        assert_eq!((rows.own_on(owner, day(10)), rows.own_on(other, day(10)), rows.anywhere_on(day(10))), (1, 0, 1));
        assert!(rows.has(owner) && rows.has(other));
    }
}
