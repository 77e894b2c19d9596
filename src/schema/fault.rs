//! What could not be read, as data with a place. The rules of family F and R give each its code and words.

use std::sync::Arc;

use crate::say::Text;
use crate::text::csv::Wrong;
use crate::text::encoding::Encoding;
use crate::text::md::Mark;
use crate::text::{At, FileId};
use crate::value::TableId;
use crate::value::cell::WordSet;

use super::asked::Asked;
use super::description::{Column, Description};

/// Something in a file that is not as it should be.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Where.
    pub at: At,
    /// The row it stands in, by its first byte, if it stands in one.
    pub row: Option<(FileId, u32)>,
    /// What.
    pub kind: FaultKind,
}

impl Fault {
    /// A fault that lies in no row.
    pub fn new(at: At, kind: FaultKind) -> Self {
        Self { at, row: None, kind }
    }

    /// A fault in a row.
    pub fn in_row(at: At, file: FileId, row: u32, kind: FaultKind) -> Self {
        Self { at, row: Some((file, row)), kind }
    }
}

/// Why a file could not be read at all.
#[derive(Clone, Debug)]
pub enum Unreadable {
    /// A book cannot be without this table, and it is not there.
    Missing(&'static Description),
    /// The permission is missing.
    Denied,
    /// A folder stands where a file belongs.
    Folder,
    /// A file stands where a folder belongs.
    NoFolder,
    /// A pipe, socket or device.
    Special,
    /// A symbolic link that leads out of the book.
    LinkOut,
    /// A symbolic link that leads nowhere or in a circle.
    LinkBroken,
    /// Four gibibytes or more.
    TooLarge,
    /// The name of the file is not UTF-8.
    Name,
    /// What the system says.
    Other(String),
}

/// What a file looks like that belongs to no table. Each but those without one has the path it may have been meant to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stray {
    /// A table's name but for ending, case, blanks or the case of its folder.
    Name(String),
    /// A copy of a table's file.
    Copy(String),
    /// In a folder below that of a table, which is named.
    Below(String),
    /// A workbook in place of a table.
    Sheet(String),
    /// A private table that is not in `private/`.
    Outside(String),
    /// A workbook or a backup beside the table's own file.
    Beside(String),
    /// A name near a table's.
    Near(String),
    /// Any name, and columns of a table.
    Columns,
    /// Keys of a table whose rows are files, outside its folder.
    Keys,
    /// A table of one file, where each row has a file of its own.
    OneEach(String),
    /// In the folder that is named, whose files are rows of a table, and none of them.
    NoRow(String),
}

impl Stray {
    /// Whether another system or program would read it.
    pub fn is_unread(&self) -> bool {
        matches!(self, Self::Name(_) | Self::Copy(_) | Self::Below(_) | Self::Sheet(_) | Self::Outside(_))
    }

    /// Whether it may be the table itself, where there is no other.
    pub fn may_be_table(&self) -> bool {
        matches!(self, Self::Near(_) | Self::Columns | Self::Keys | Self::OneEach(_))
    }

    /// Whether rows may be missing that other rows refer to: a copy has those of what it is a copy of.
    pub fn may_have_more(&self) -> bool {
        matches!(self, Self::Name(_) | Self::Below(_) | Self::Sheet(_))
    }
}

/// What a header probably means that names no column.
#[derive(Clone, Debug)]
pub struct Meant {
    /// The absent columns that it may be.
    pub columns: Vec<&'static Column>,
    /// Why it is none of them for certain, where it is a word of that kind.
    pub asked: Option<&'static Asked>,
    /// Whether it says another unit than the column has.
    pub is_other_unit: bool,
    /// So many rows have something under it.
    pub rows: usize,
}

impl Meant {
    /// Whether what stands under it is lost: a column of another table is not, where that table has rows.
    pub fn is_lost(&self, has_rows: impl Fn(&str) -> bool) -> bool {
        !self.columns.is_empty() || self.asked.is_none_or(|asked| !has_rows(asked.elsewhere))
    }
}

/// Why a header cannot be read rightly.
#[derive(Clone, Debug)]
pub enum BadHeader {
    /// Nothing stands in it, and something under it: in so many rows, first in that one.
    Empty(At, usize),
    /// A character in it cannot be seen.
    Hidden(char),
    /// Records are parted by this and not by line ends.
    Parted(char),
    /// It has so many cells.
    TooWide(usize),
}

/// What is wrong, and what a message needs to say about it.
#[derive(Clone, Debug)]
pub enum FaultKind {
    /// F001: a file that cannot be opened.
    Unreadable(Unreadable),
    /// F002: not UTF-8 as a whole, and nothing of it is read.
    NotUtf8(Encoding),
    /// F002: bytes that are no UTF-8; told once a file, line by line.
    BadBytes,
    /// F002: zeros at the end of a file, which was not written to its end; how many.
    Unfinished(usize),
    /// F002, told with [`BadBytes`](Self::BadBytes): a row, a header or a value in which bytes cannot be decoded.
    Undecoded,
    /// F003: not RFC 4180.
    CsvSyntax(Wrong),
    /// F004: not TOML; the words of the `toml` crate.
    TomlSyntax(String),
    /// F005: a conflict that git left.
    Conflict,
    /// F006: a required column or key is not there; a header that may have been meant.
    MissingColumn(&'static Column, Option<String>),
    /// F006: a key of `rollbook.toml` that must be there; a line to write.
    MissingSetting(&'static str, &'static str),
    /// F006: no header at all: the file is empty, or its first row names no column of the table. Of a TOML file: it has no keys.
    NoHeader(&'static Description),
    /// F007: a column that was there already, at that place.
    RepeatedColumn(&'static Column, At),
    /// F008: a row of so many cells under so many headers.
    Ragged(usize, usize),
    /// F008: the same, and only empty cells at the end are too many or too few: the row was read.
    RaggedEnd(usize, usize),
    /// F009: nothing stands where something must.
    EmptyCell(&'static Column),
    /// F009: a row without a single value.
    EmptyRow,
    /// F009: a row that sums up others, of which nothing is read.
    SumRow,
    /// F010: no date, time, period.
    BadDate(&'static Column, String, Arc<Text>),
    /// F010: a summary's quarter is none, or not that of its file's name; what it says, if anything, and the name.
    BadQuarter {
        /// What it says.
        said: Option<String>,
        /// The file's name without its extension.
        stem: String,
    },
    /// F011: no number.
    BadNumber(&'static Column, String, Arc<Text>),
    /// F012: no id.
    BadId(String, Arc<Text>),
    /// F013: none of the words.
    BadWord(&'static Column, String, WordSet),
    /// F014: the key of a row that was there already, at that place.
    RepeatedKey(At),
    /// F015: a key of a TOML file that means nothing; the nearest that does.
    UnknownKey(String, Option<String>),
    /// F016: a file that looks as if it should belong to the book, of a table if it is near one.
    StrayFile(Option<&'static Description>, Stray),
    /// F017: a column that probably is one that is missing.
    MisspeltColumn(String, Box<Meant>),
    /// F018: a table in two places: the other one, without an extension where that is a folder.
    TableTwice(&'static Description, String),
    /// F020: a character that cannot be seen.
    Hidden(char),
    /// F029: a file that another system would read as a table's, and this one does not.
    UnreadTable(&'static Description, Stray),
    /// F025: a TOML value of a type that its key does not take, with what it takes.
    WrongType(String, Text),
    /// F026: a mark that parts a summary.
    Misplaced(Mark),
    /// F027: columns of a file that mean none of its table.
    UnknownColumns(Vec<String>),
    /// F031: a header that cannot be read rightly.
    BadHeader(BadHeader),
    /// F032: a word of a vocabulary whose title is another word, or another's title: the vocabulary, the title, both words.
    TitleIsCode(Box<(String, String, [String; 2])>),
    /// R001: no row has that id.
    Dangling(&'static Column, String, TableId),
    /// R001: an id, and which table it is of is not said.
    NoTable(&'static Column, String),
    /// R001: a place that is no grid, by its row, where a grid belongs.
    NoGrid(&'static Column, u32),
}

impl FaultKind {
    /// The code of the rule that tells it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "F001",
            Self::NotUtf8(_) | Self::BadBytes | Self::Unfinished(_) | Self::Undecoded => "F002",
            Self::CsvSyntax(_) => "F003",
            Self::TomlSyntax(_) => "F004",
            Self::Conflict => "F005",
            Self::MissingColumn(..) | Self::MissingSetting(..) | Self::NoHeader(_) => "F006",
            Self::RepeatedColumn(..) => "F007",
            Self::Ragged(..) | Self::RaggedEnd(..) => "F008",
            Self::EmptyCell(_) | Self::EmptyRow | Self::SumRow => "F009",
            Self::BadDate(..) | Self::BadQuarter { .. } => "F010",
            Self::BadNumber(..) => "F011",
            Self::BadId(..) => "F012",
            Self::BadWord(..) => "F013",
            Self::RepeatedKey(_) => "F014",
            Self::UnknownKey(..) => "F015",
            Self::StrayFile(..) => "F016",
            Self::MisspeltColumn(..) => "F017",
            Self::TableTwice(..) => "F018",
            Self::Hidden(_) => "F020",
            Self::WrongType(..) => "F025",
            Self::Misplaced(_) => "F026",
            Self::UnknownColumns(..) => "F027",
            Self::UnreadTable(..) => "F029",
            Self::BadHeader(..) => "F031",
            Self::TitleIsCode(..) => "F032",
            Self::Dangling(..) | Self::NoTable(..) | Self::NoGrid(..) => "R001",
        }
    }

    /// The column that it is about, where it is about one.
    pub fn column(&self) -> Option<&'static Column> {
        match self {
            Self::MissingColumn(column, _)
            | Self::RepeatedColumn(column, _)
            | Self::EmptyCell(column)
            | Self::BadDate(column, ..)
            | Self::BadNumber(column, ..)
            | Self::BadWord(column, ..)
            | Self::Dangling(column, ..)
            | Self::NoTable(column, _)
            | Self::NoGrid(column, _) => Some(column),
            Self::MisspeltColumn(_, meant) => meant.columns.first().copied(),
            _ => None,
        }
    }
}
