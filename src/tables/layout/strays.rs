//! Files that belong to no table and look as if they did: by their names, and by their first lines where names say nothing.
//!
//! What another system or program would take for a table's file is an error (F029), what is merely near is a warning (F016). Everything
//! else is nobody's business.

use std::collections::HashSet;

use crate::schema::description::{Description, Form};
use crate::schema::fault::{FaultKind, Stray};
use crate::tables::teams::Team;
use crate::tables::{ALL, summaries};
use crate::text::nearest::folded;
use crate::value::{Period, Target};

use super::ending::Name;
use super::first_line;
use super::names::{self, place_of};
use super::{PRIVATE, SETTINGS, is_nobodys};

/// What is known of all files of a book when one is judged.
pub struct Around<'a> {
    /// The paths of all files.
    pub paths: HashSet<&'a str>,
    /// For each table: whether the book has it.
    pub present: &'a [bool],
}

impl Around<'_> {
    fn has(&self, table: usize) -> bool {
        self.present.get(table).copied().unwrap_or_default()
    }

    /// What a file that is no table's looks like, by its path and its start.
    pub fn judge(&self, path: &str, start: &[u8]) -> Option<FaultKind> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        if path == SETTINGS || is_nobodys(name) || is_told_of(name) {
            return None;
        }
        let (top, below) = folder.split_once('/').unwrap_or((folder, ""));
        let (table, stray) = match (top, below) {
            ("", _) => self.in_root(name, start)?,
            (top, "") if top == summaries::DESCRIPTION.path => in_summaries(name)?,
            (PRIVATE, below) => self.in_private(below, name, start)?,
            (top, "") => match names::at_home(top) {
                Some(table) => self.in_table(table, folder, name, start)?,
                None => self.elsewhere(top, name, start)?,
            },
            (top, _) => (names::at_home(top)?, below_table(names::at_home(top)?, folder, name, start)?),
        };
        let table = table_at(table);
        Some(if stray.is_unread() { FaultKind::UnreadTable(table?, stray) } else { FaultKind::StrayFile(table, stray) })
    }

    /// In the folder of the book itself.
    fn in_root(&self, name: &str, start: &[u8]) -> Option<(usize, Stray)> {
        let parts = Name::of(name);
        let stem = folded(parts.stem);
        if parts.is_toml {
            return first_line::is_team(start, &[Team::kind, Team::place]).then_some((team_table(), Stray::Keys));
        }
        if !(parts.is_rows || parts.is_sheet || parts.is_plain || parts.is_backup) {
            return None;
        }
        if let Some(number) = names::own(&stem) {
            return self.named(number, &parts);
        }
        if let Some((number, rest)) = names::begins(&stem).filter(|_| parts.is_rows || parts.is_sheet) {
            let place = place_of(table_at(number)?);
            return Some((number, if names::is_copy(rest) && parts.is_rows { Stray::Copy(place) } else { Stray::Near(place) }));
        }
        if parts.is_sheet {
            let number = names::near(&stem).filter(|number| !self.has(*number))?;
            return Some((number, Stray::Near(place_of(table_at(number)?))));
        }
        if !parts.is_rows {
            return None;
        }
        match names::near(&stem) {
            Some(number) => Some((number, Stray::Near(place_of(table_at(number)?)))),
            None => first_line::table_of(start).map(|number| (number, Stray::Columns)),
        }
    }

    /// A file in the folder of the book that has a table's own name.
    fn named(&self, number: usize, parts: &Name<'_>) -> Option<(usize, Stray)> {
        let table = table_at(number)?;
        let place = place_of(table);
        let stray = if table.is_private() {
            Stray::Outside(place)
        } else if parts.is_plain && table.form() == Form::TomlFiles {
            return None;
        } else if table.form() == Form::TomlFiles {
            Stray::OneEach(place)
        } else if parts.is_backup && self.has(number) {
            Stray::Beside(place)
        } else if parts.is_sheet {
            if self.has(number) { Stray::Beside(place) } else { Stray::Sheet(place) }
        } else {
            // Where it has its Chinese name it is to keep it.
            let named = [format!("{}.csv", parts.stem), place.clone(), format!("{}.csv", table.title.zh)];
            let there = named.iter().find(|path| self.paths.contains(path.as_str()));
            Stray::Name(there.or(named.first().filter(|path| super::is_read(path))).cloned().unwrap_or(place))
        };
        Some((number, stray))
    }

    /// In the folder of a table.
    fn in_table(&self, number: usize, folder: &str, name: &str, start: &[u8]) -> Option<(usize, Stray)> {
        let (table, parts) = (table_at(number)?, Name::of(name));
        let ending = if table.form() == Form::Csv { "csv" } else { "toml" };
        let is_its = match table.form() {
            Form::Csv => parts.is_rows || parts.is_sheet || (parts.is_plain && first_line::is_of(start, number)),
            Form::TomlFiles => parts.is_toml || (parts.is_plain && first_line::is_team(start, &[Team::name])),
        };
        let base = format!("{folder}/{}.{ending}", names::copy_of(parts.stem).unwrap_or(parts.stem));
        let stray = if !is_its && table.form() == Form::Csv && !parts.is_backup {
            return None;
        } else if parts.is_backup && self.paths.contains(base.as_str()) {
            Stray::Beside(base)
        } else if names::copy_of(parts.stem).is_some() && (parts.is_rows || parts.is_toml) {
            Stray::Copy(base)
        } else if !is_its && table.form() == Form::Csv {
            return None;
        } else if !is_its {
            Stray::NoRow(folder.to_owned())
        } else if parts.is_sheet {
            if self.paths.contains(base.as_str()) { Stray::Beside(base) } else { Stray::Sheet(base) }
        } else {
            Stray::Name(format!("{folder}/{}.{ending}", stem_for(parts.stem)))
        };
        Some((number, stray))
    }

    /// In `private/`, or in a folder of it.
    fn in_private(&self, below: &str, name: &str, start: &[u8]) -> Option<(usize, Stray)> {
        if !below.is_empty() {
            let home = format!("{PRIVATE}/{}", below.split('/').next()?);
            let number = names::at_home(&home)?;
            let folder = format!("{PRIVATE}/{below}");
            return if below.contains('/') {
                Some((number, below_table(number, &folder, name, start)?))
            } else {
                self.in_table(number, &home, name, start)
            };
        }
        let parts = Name::of(name);
        if !(parts.is_rows || parts.is_sheet || parts.is_plain || parts.is_backup) {
            return None;
        }
        let stem = folded(parts.stem);
        let is_private = |number: &usize| table_at(*number).is_some_and(Description::is_private);
        if let Some(number) = names::own(&stem).filter(is_private) {
            let place = place_of(table_at(number)?);
            let is_there = self.has(number);
            return Some((number, if is_there && (parts.is_sheet || parts.is_backup) { Stray::Beside(place) } else { Stray::Name(place) }));
        }
        if let Some((number, rest)) = names::begins(&stem).filter(|(number, _)| is_private(number) && parts.is_rows) {
            let place = place_of(table_at(number)?);
            return Some((number, if names::is_copy(rest) { Stray::Copy(place) } else { Stray::Near(place) }));
        }
        let number = names::near(&stem).filter(|number| parts.is_rows && is_private(number));
        match number {
            Some(number) => Some((number, Stray::Near(place_of(table_at(number)?)))),
            None => first_line::table_of(start).filter(|_| parts.is_rows).map(|number| (number, Stray::Columns)),
        }
    }

    /// In a folder that is no table's.
    fn elsewhere(&self, folder: &str, name: &str, start: &[u8]) -> Option<(usize, Stray)> {
        let (parts, top) = (Name::of(name), folded(folder.trim_end()));
        let private = names::own(&folded(parts.stem)).filter(|number| table_at(*number).is_some_and(Description::is_private));
        if let Some(number) = private.filter(|_| parts.is_rows || parts.is_sheet) {
            let place = place_of(table_at(number)?);
            return Some((number, if top == PRIVATE { Stray::Name(place) } else { Stray::Outside(place) }));
        }
        let is_its = |number: &usize| match table_at(*number).map(Description::form) {
            Some(Form::TomlFiles) => parts.is_toml,
            _ => parts.is_rows,
        };
        let ending = if parts.is_toml { "toml" } else { "csv" };
        let at = |table: usize| Some(format!("{}/{}.{ending}", table_at(table)?.path, stem_for(parts.stem)));
        if let Some(number) = names::own(&top).filter(is_its) {
            return Some((number, Stray::Name(at(number)?)));
        }
        if let Some(number) = names::near(&top).filter(is_its) {
            return Some((number, Stray::Near(at(number)?)));
        }
        if parts.is_toml {
            return first_line::is_team(start, &[Team::kind, Team::place]).then_some((team_table(), Stray::Keys));
        }
        first_line::table_of(start).filter(|_| parts.is_rows).map(|number| (number, Stray::Columns))
    }
}

/// In a folder below that of a table.
fn below_table(number: usize, folder: &str, name: &str, start: &[u8]) -> Option<Stray> {
    let (table, parts) = (table_at(number)?, Name::of(name));
    let is_its = match table.form() {
        Form::Csv => parts.is_rows || parts.is_sheet || (parts.is_plain && first_line::is_of(start, number)),
        Form::TomlFiles => parts.is_toml,
    };
    let home = folder.split('/').take(table.path.split('/').count()).collect::<Vec<_>>().join("/");
    is_its.then_some(Stray::Below(home))
}

/// In `summaries/`: named after a quarter, and neither Markdown nor a page made of it for people.
fn in_summaries(name: &str) -> Option<(usize, Stray)> {
    let parts = Name::of(name);
    let is_quarter = Period::parse_quarter(parts.stem).is_some() && (parts.is_page || parts.is_plain);
    is_quarter.then(|| (SUMMARIES, Stray::Near(format!("{}/{}.md", summaries::DESCRIPTION.path, parts.stem))))
}

/// Stands for the summaries, which are a table in all but their form.
const SUMMARIES: usize = usize::MAX;

fn table_at(number: usize) -> Option<&'static Description> {
    if number == SUMMARIES { Some(&summaries::DESCRIPTION) } else { ALL.get(number).copied() }
}

fn team_table() -> usize {
    usize::from(Team::TARGET.0)
}

/// A stem that a file of a table may have, as near as can be to one that it may not.
fn stem_for(stem: &str) -> String {
    if names::is_part(stem) {
        return stem.to_owned();
    }
    let plain: String = stem.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let plain = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if names::is_part(&plain) { plain } else { "more".to_owned() }
}

/// Files that tell of a folder, and of how it may be used.
fn is_told_of(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["readme", "license", "licence", "changelog", "index."].iter().any(|start| name.starts_with(start)) || name.starts_with("说明")
}
