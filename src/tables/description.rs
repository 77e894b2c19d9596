//! What a table is: its files, its columns, their titles and aliases. Said once; everything else is derived from it.

use crate::say::{T, Text};
use crate::value::{Kind, Pen};

use super::names::{Found, Names};

/// A table of the book.
#[derive(Debug)]
pub struct Description {
    /// Its name: what references, waivers and `--format json` call it.
    pub name: &'static str,
    /// The path of its file or folder in the book, without an extension.
    pub path: &'static str,
    /// Its title.
    pub title: T,
    /// What a row of it is.
    pub about: T,
    /// Some rows, after a line `-- path`: the examples of all tables make one book in each language.
    pub example: T,
    /// The columns that tell its rows apart, by number.
    pub key: &'static [u16],
    /// Its columns, in their canonical order.
    pub columns: &'static [Column],
}

/// Titles that tables had, or have elsewhere, by the name of the table: understood, never said.
const ALSO_CALLED: &[(&str, &str)] = &[("memberships", "组织关系")];

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
    /// Whether every row must have something in it.
    pub required: bool,
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
        self.code == "hours" && matches!(self.kind, Kind::Amount)
    }
}

impl Description {
    /// How its rows are written down.
    pub fn form(&self) -> Form {
        if matches!(self.name, "teams" | "summaries") { Form::TomlFiles } else { Form::Csv }
    }

    /// How the names of its files end.
    pub fn extension(&self) -> &'static str {
        match self.form() {
            Form::Csv => "csv",
            Form::TomlFiles if self.name == super::summaries::DESCRIPTION.name => "md",
            Form::TomlFiles => "toml",
        }
    }

    /// Whether it never enters git and is shown only when asked for by name.
    pub fn is_private(&self) -> bool {
        super::layout::is_private(self.path)
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

    /// Other titles that mean it.
    pub fn also_called(&self) -> impl Iterator<Item = &'static str> + use<> {
        let name = self.name;
        ALSO_CALLED.iter().filter(move |(table, _)| *table == name).map(|(_, title)| *title)
    }

    /// The columns that tell its rows apart.
    pub fn key_columns(&self) -> impl Iterator<Item = &'static Column> + use<> {
        let columns = self.columns;
        self.key.iter().filter_map(|number| columns.get(usize::from(*number)))
    }

    /// The number of the column of its ids, if its rows have any.
    pub fn id(&self) -> Option<u16> {
        self.key_columns().next().filter(|column| column.is_id()).map(|column| column.number)
    }

    /// The column that a header names: by code, by title of either language or by alias.
    pub fn find(&self, header: &str) -> Option<u16> {
        match Names::of(self).find(self, header) {
            Found::Column(number) => Some(number),
            Found::OtherUnit(_) | Found::Nothing => None,
        }
    }
}
