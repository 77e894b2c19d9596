//! What a table is: its files, its columns, their titles and aliases. Said once; everything else is derived from it.

use std::sync::LazyLock;

use crate::say::{T, Text, t};
use crate::value::{Desk, Kind, Pen, TableId};

use super::asked::Asked;
use super::fault::FaultKind;
use super::names::{Found, Names, fold};
use super::role::Role;

/// A table of the book.
#[derive(Debug)]
pub struct Description {
    /// Its name: what references, waivers and `--format json` call it.
    pub name: &'static str,
    /// Its number among the tables.
    pub number: TableId,
    /// The path of its file or folder in the book, without an extension.
    pub path: &'static str,
    /// Its title.
    pub title: T,
    /// Titles that it had, or has elsewhere: understood, never said.
    pub also: &'static [&'static str],
    /// What a row of it is.
    pub about: T,
    /// Some rows, after a line `-- path`: the examples of all tables make one book in each language.
    pub example: T,
    /// The columns that tell its rows apart, by number.
    pub key: &'static [u16],
    /// Its columns, in their canonical order.
    pub columns: &'static [Column],
    /// How its rows are written down.
    pub form: Form,
    /// How the names of its files end.
    pub extension: &'static str,
    /// Headers that are asked about because they may mean something else than a column of it.
    pub asked: &'static [&'static Asked],
    /// The same, where they are asked about in every table.
    pub asked_everywhere: &'static [&'static Asked],
    /// Whether an address in it is that of a place, and nobody's home.
    pub has_addresses: bool,
    /// The names of its columns, folded when they are first asked for.
    pub names: fn() -> &'static Names,
}

/// The folder that never enters git.
pub const PRIVATE: &str = "private";

/// Whether a file stands in the folder that never enters git, and what is in it is shown only when asked for.
pub fn is_private(path: &str) -> bool {
    path.strip_prefix(PRIVATE).is_some_and(|rest| rest.starts_with('/'))
}

/// The name of a table, from its path in the book.
pub const fn name_of(path: &'static str) -> &'static str {
    match path.as_bytes() {
        [b'p', b'r', b'i', b'v', b'a', b't', b'e', b'/', ..] => path.split_at(8).1,
        _ => path,
    }
}

/// A column of a table, or a key of a TOML file.
#[derive(Debug)]
pub struct Column {
    /// Its number in the description.
    pub number: u16,
    /// Its name in every language: what a header says and machines read.
    pub code: &'static str,
    /// Its title.
    pub title: T,
    /// What it means, in a sentence, and what an empty cell says.
    pub about: T,
    /// Other headers that mean it.
    pub aliases: &'static [&'static str],
    /// What may stand in it.
    pub kind: Kind,
    /// The table whose rows it names by their ids, if it does.
    pub refers: Option<TableId>,
    /// What it is for.
    pub role: Role,
    /// The columns of its table, by number, whose days lie before its day or on it.
    pub after: &'static [u16],
    /// Whether every row must have something in it.
    pub required: bool,
    /// Whether a text that is not blank can be read as what it takes, and what is wrong with it.
    pub read: fn(&str, &'static Column, &mut Desk<'_>) -> (bool, Option<FaultKind>),
    /// The text of a cell written canonically, where that is another text with exactly the same value.
    pub write: fn(&str, &Pen<'_>) -> Option<String>,
}

/// How the rows of a table are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Rows of one CSV file, or of the part files in a folder.
    Csv,
    /// A TOML file for each row, its name being the id. Of a summary only the front matter is TOML, and its name is the quarter.
    TomlFiles,
}

impl Column {
    /// Whether the ids of the rows stand in it.
    pub fn is_id(&self) -> bool {
        matches!(self.kind, Kind::Id)
    }

    /// Whether hours stand in it.
    pub fn is_hours(&self) -> bool {
        self.role == Role::Hours
    }
}

impl Description {
    /// A table of which nothing is said yet: rows of CSV.
    pub const PLAIN: Self = Self {
        name: "",
        number: TableId(u8::MAX),
        path: "",
        title: t("", ""),
        also: &[],
        about: t("", ""),
        example: t("", ""),
        key: &[],
        columns: &[],
        form: Form::Csv,
        extension: "csv",
        asked: &[],
        asked_everywhere: &[],
        has_addresses: false,
        names: || {
            static NONE: LazyLock<Names> = LazyLock::new(Names::default);
            &NONE
        },
    };

    /// How its rows are written down.
    pub fn form(&self) -> Form {
        self.form
    }

    /// How the names of its files end.
    pub fn extension(&self) -> &'static str {
        self.extension
    }

    /// Whether a path is that of a file of it, and not of its folder.
    pub fn is_file(&self, path: &str) -> bool {
        path.rsplit_once('.').is_some_and(|(_, extension)| extension == self.extension)
    }

    /// The names of its columns, as headers are compared.
    pub fn names(&self) -> &'static Names {
        (self.names)()
    }

    /// What is to be asked about a header.
    pub fn asks(&self, header: &str) -> impl Iterator<Item = &'static Asked> + use<> {
        let folded = fold(header);
        self.asked.iter().chain(self.asked_everywhere).copied().filter(move |asked| asked.headers.contains(&folded.as_str()))
    }

    /// Whether it never enters git and is shown only when asked for by name.
    pub fn is_private(&self) -> bool {
        is_private(self.path)
    }

    /// Whether its rows have an id of their own.
    pub fn has_ids(&self) -> bool {
        self.key_columns().next().is_some_and(Column::is_id)
    }

    /// The header that a file of it needs at the least.
    pub fn least_header(&self) -> String {
        self.required().map(|column| column.code).collect::<Vec<_>>().join(",")
    }

    /// The columns that every row must have something in.
    pub fn required(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.columns.iter().filter(|column| column.required)
    }

    /// What is said where a book does not have it.
    pub fn absent(&self) -> Text {
        Text {
            en: format!("The book has no table '{}' ({}).", self.title.en, self.name), zh: format!("台账中没有“{}”表。", self.title.zh)
        }
    }

    /// The columns that tell its rows apart.
    pub fn key_columns(&self) -> impl Iterator<Item = &'static Column> + use<> {
        let columns = self.columns;
        self.key.iter().filter_map(|number| columns.get(usize::from(*number)))
    }

    /// The columns that are for something.
    pub fn columns_for(&self, role: Role) -> impl Iterator<Item = &'static Column> + use<> {
        self.columns.iter().filter(move |column| column.role == role)
    }

    /// The first column that is for something.
    pub fn column_for(&self, role: Role) -> Option<&'static Column> {
        self.columns_for(role).next()
    }

    /// The column whose day says to which year a row belongs: that of its part file, and of the period it is asked for in.
    pub fn dated_by(&self) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.role.is_date())
    }

    /// The number of the column of its ids, if its rows have any.
    pub fn id(&self) -> Option<u16> {
        self.key_columns().next().filter(|column| column.is_id()).map(|column| column.number)
    }

    /// The column that a header names: by code, by title of either language or by alias.
    pub fn find(&self, header: &str) -> Option<u16> {
        match self.names().find(self, header) {
            Found::Column(number) => Some(number),
            Found::OtherUnit(_) | Found::Nothing => None,
        }
    }
}
