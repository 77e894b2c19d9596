//! Why a row could not be counted: the rule that tells what is wrong with it.

use crate::tables::{ALL, Col, Fault, FaultKind, Record, Table, number_of};
use crate::text::{At, FileId};
use crate::value::{Kind, Row};

use super::Book;

/// The faults of rows and of whole files, so that those of one are found without a walk over all.
pub(super) struct Causes {
    /// File, row (`None`: the file as a whole), and the number of the fault.
    faults: Vec<(FileId, Option<u32>, u32)>,
    /// For each table: why not all of it could be read.
    of_tables: Vec<Option<&'static str>>,
}

impl Causes {
    pub(super) fn of(book: &Book) -> Self {
        let place = |fault: &Fault| fault.row.map_or((fault.at.file(), None), |(file, row)| (file, Some(row)));
        let mut faults: Vec<_> = (0u32..).zip(&book.faults).map(|(n, fault)| (place(fault).0, place(fault).1, n)).collect();
        faults.sort_unstable();
        let mut all = Self { faults, of_tables: Vec::new() };
        let of_table = |files: &Vec<FileId>| files.iter().find_map(|file| all.of_file(book, *file).next()).map(FaultKind::code);
        all.of_tables =
            book.layout.files.iter().zip(&book.layout.unread).map(|(files, unread)| of_table(files).or(unread.then_some("F029"))).collect();
        for (cause, present) in all.of_tables.iter_mut().zip(&book.layout.present) {
            // Of a table that is not there every word is an id, and nothing is known of what it stands for.
            *cause = cause.or((!present).then_some("F030"));
        }
        all
    }

    fn at<'a>(&'a self, book: &'a Book, file: FileId, row: Option<u32>) -> impl Iterator<Item = &'a FaultKind> {
        let from = self.faults.partition_point(|(f, r, _)| (*f, *r) < (file, row));
        let own = self.faults.iter().skip(from).take_while(move |(f, r, _)| (*f, *r) == (file, row));
        own.filter_map(|(_, _, n)| book.faults.get(*n as usize)).map(|fault| &fault.kind)
    }

    fn of_file<'a>(&'a self, book: &'a Book, file: FileId) -> impl Iterator<Item = &'a FaultKind> {
        self.at(book, file, None)
    }
}

impl Book {
    /// The code of the rule that tells why a row cannot be counted, where one of some columns cannot be read: what is told of those cells,
    /// else of the row, else of the columns, else of the files of the table that is referred to.
    pub fn cause<R: Record>(&self, table: &Table<R>, row: Row<R>, columns: &[Col<R>]) -> &'static str {
        let At::Cell { file, row, .. } = table.row_at(row) else { return "F001" };
        let causes = self.causes.get_or_init(|| Causes::of(self));
        // In the order of the columns asked for, whatever their order in the file.
        let place = |kind: &FaultKind| kind.column().and_then(|column| columns.iter().position(|asked| std::ptr::eq(asked.column, column)));
        fn first<'k>(kinds: impl Iterator<Item = &'k FaultKind>, place: impl Fn(&FaultKind) -> Option<usize>) -> Option<&'k FaultKind> {
            kinds.filter_map(|kind| Some((place(kind)?, kind))).min_by_key(|(place, _)| *place).map(|(_, kind)| kind)
        }
        let of_row = || causes.at(self, file, Some(row));
        let of_file = || causes.of_file(self, file);
        let is_of_all = |kind: &&FaultKind| kind.column().is_none() && !matches!(kind, FaultKind::UnknownKey(..) | FaultKind::Hidden(_));
        let found = first(of_row(), place).or_else(|| of_row().find(is_of_all)).or_else(|| first(of_file(), place));
        let referred = || {
            let asked = R::DESCRIPTION.columns.iter().filter(|column| columns.contains(&Col::of(column)));
            let tables = asked.filter_map(|column| column.refers);
            tables.filter_map(|table| causes.of_tables.get(usize::from(table.0)).copied().flatten()).next()
        };
        // A word that is another's title, too, is neither.
        let is_doubled = |list: &str| self.faults.iter().any(|fault| matches!(&fault.kind, FaultKind::TitleIsCode(said) if said.0 == list));
        let doubled = || {
            let mut asked = columns.iter().map(|asked| asked.column);
            asked.any(|column| matches!(column.kind, Kind::Word(list) | Kind::Words(list) if is_doubled(list))).then_some("F032")
        };
        let any = || of_row().chain(of_file()).next().map(FaultKind::code);
        found.map(FaultKind::code).or_else(referred).or_else(doubled).or_else(any).unwrap_or("R001")
    }

    /// The code of the rule that tells why not every row of a table could be read, if there is one.
    pub fn cause_of_table(&self, table: &str) -> Option<&'static str> {
        debug_assert!(ALL.iter().any(|known| known.name == table), "no table {table}");
        let causes = self.causes.get_or_init(|| Causes::of(self));
        causes.of_tables.get(usize::from(number_of(table).0)).copied().flatten()
    }
}
