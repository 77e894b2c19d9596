//! Tables as they are written: columns in the order of the program's own description of them, rows in the order of their keys.

use std::collections::BTreeMap;

use rollbook::schema::description::Description;

/// The files of a book, by path.
pub type Files = BTreeMap<String, String>;

/// What stands at the head of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Headers {
    /// The column's code.
    Codes,
    /// The column's Chinese title.
    Titles,
}

/// A table in the making.
pub struct Sheet {
    table: &'static Description,
    rows: Vec<Vec<String>>,
}

/// Adds a row to a sheet, its cells named by the codes of their columns.
macro_rules! row {
    ($sheet:expr, $($column:ident: $value:expr),+ $(,)?) => {
        $sheet.add(&[$((stringify!($column), $value.to_string())),+])
    };
}
pub(crate) use row;

impl Sheet {
    /// An empty table.
    pub fn new(name: &str) -> Self {
        let table = rollbook::tables::ALL.iter().find(|table| table.name == name);
        Self { table: table.unwrap_or_else(|| panic!("there is no table {name}")), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn add(&mut self, cells: &[(&str, String)]) {
        let mut row = vec![String::new(); self.table.columns.len()];
        for (code, value) in cells {
            let column = self.table.columns.iter().find(|column| column.code == *code);
            let column = column.unwrap_or_else(|| panic!("{} has no column {code}", self.table.name));
            row[usize::from(column.number)].clone_from(value);
        }
        self.rows.push(row);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Writes the table to its file. Columns without a single value are left out where they may be, but for the last day of what lasts.
    pub fn write(mut self, headers: Headers, files: &mut Files) {
        let keys: Vec<usize> = self.table.key.iter().map(|number| usize::from(*number)).collect();
        self.rows.sort_by(|a, b| keys.iter().map(|k| &a[*k]).cmp(keys.iter().map(|k| &b[*k])));
        let columns: Vec<usize> = (0..self.table.columns.len())
            .filter(|n| {
                self.table.columns[*n].required
                    || keys.contains(n)
                    || self.table.columns[*n].code == "to"
                    || self.rows.iter().any(|row| !row[*n].is_empty())
            })
            .collect();
        let mut text = String::new();
        let head = columns.iter().map(|n| {
            let column = &self.table.columns[*n];
            if headers == Headers::Titles { column.title.zh } else { column.code }
        });
        line(&mut text, head);
        for row in &self.rows {
            line(&mut text, columns.iter().map(|n| row[*n].as_str()));
        }
        files.insert(format!("{}.csv", self.table.path), text);
    }
}

fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

/// The lines of a team's file: keys in the order of the description, dates bare where they are whole, empty ones left out.
pub fn team(cells: &[(&str, String)]) -> String {
    let table = Sheet::new("teams").table;
    let mut text = String::new();
    for column in table.columns {
        let Some((_, value)) = cells.iter().find(|(code, value)| *code == column.code && !value.is_empty()) else { continue };
        let is_date = matches!(column.code, "founded" | "closed") && value.len() == 10;
        if is_date {
            text.push_str(&format!("{} = {value}\n", column.code));
        } else {
            text.push_str(&format!("{} = \"{value}\"\n", column.code));
        }
    }
    text
}
