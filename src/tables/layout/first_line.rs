//! What the first lines of a file say that belongs to no table: which table it may be.

use std::sync::OnceLock;

use foldhash::HashMap;

use crate::schema::names::fold;
use crate::tables::teams;
use crate::tables::teams::Team;
use crate::tables::{ALL, Col};

/// So much of a file is looked at: headers are shorter.
pub const START: usize = 4096;

/// A file is taken for a table where its first line has so many columns of it.
const COLUMNS: usize = 3;

/// For each header, folded: the tables and columns that it names.
fn headers() -> &'static HashMap<String, Vec<(usize, u16)>> {
    static HEADERS: OnceLock<HashMap<String, Vec<(usize, u16)>>> = OnceLock::new();
    HEADERS.get_or_init(|| {
        let mut all: HashMap<String, Vec<(usize, u16)>> = HashMap::default();
        for (number, table) in ALL.iter().enumerate() {
            for (n, column) in (0u16..).zip(table.columns) {
                for name in [column.code, column.title.en, column.title.zh].iter().chain(column.aliases) {
                    let known = all.entry(fold(name)).or_default();
                    if !known.contains(&(number, n)) {
                        known.push((number, n));
                    }
                }
            }
        }
        all
    })
}

/// The start of a file as text: UTF-8, else as Chinese spreadsheets write it.
fn text(start: &[u8]) -> String {
    let start = start.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(start);
    let start = start.get(..START).unwrap_or(start);
    match str::from_utf8(start) {
        Ok(text) => text.to_owned(),
        // Cut within a character.
        Err(error) if error.valid_up_to() + 4 > start.len() => String::from_utf8_lossy(start).into_owned(),
        Err(_) => encoding_rs::GB18030.decode(start).0.into_owned(),
    }
}

/// How many columns of each table the first line names.
fn matches(start: &[u8]) -> Vec<(usize, usize)> {
    let text = text(start);
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut found: Vec<(usize, u16)> = Vec::new();
    for cell in line.split([',', '\t', ';', '|', '，']).take(100) {
        let cell = cell.trim().trim_matches('"');
        if cell.len() < 100
            && let Some(named) = headers().get(&fold(cell))
        {
            found.extend(named);
        }
    }
    found.sort_unstable();
    found.dedup();
    found.chunk_by(|a, b| a.0 == b.0).filter_map(|same| Some((same.first()?.0, same.len()))).collect()
}

/// The number of the table that a file seems to hold rows of: that whose columns its first line names most of.
pub fn table_of(start: &[u8]) -> Option<usize> {
    let most = matches(start).into_iter().filter(|(_, columns)| *columns >= COLUMNS);
    // Of several the one that has fewest columns besides.
    most.min_by_key(|(table, columns)| (usize::MAX - columns, ALL.get(*table).map_or(0, |table| table.columns.len()))).map(|(table, _)| table)
}

/// Whether the first line of a file names at least two columns of a table, or the only one it needs.
pub fn is_of(start: &[u8], table: usize) -> bool {
    matches(start).iter().any(|(number, columns)| *number == table && *columns > 1)
}

/// Whether a file says of itself what a team does: its name, or its kind and its place.
pub fn is_team(start: &[u8], needed: &[Col<Team>]) -> bool {
    let text = text(start);
    let keys: Vec<&str> = text.lines().filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim().trim_matches('"')).collect();
    needed.iter().all(|column| keys.iter().any(|key| teams::DESCRIPTION.find(key) == Some(column.number())))
}
