//! The endings of a file's name: what a table's file has, what spreadsheets and editors put behind it.

/// A file's name, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name<'a> {
    /// What stands before the endings.
    pub stem: &'a str,
    /// Whether there is `.csv` among them, or another ending of plain tables.
    pub is_rows: bool,
    /// Whether it ends as plain text does, or not at all.
    pub is_plain: bool,
    /// Whether there is `.toml` among them.
    pub is_toml: bool,
    /// Whether there is `.md` among them.
    pub is_page: bool,
    /// Whether it is a workbook of a spreadsheet program.
    pub is_sheet: bool,
    /// Whether it is what a program kept before it wrote a file anew.
    pub is_backup: bool,
}

const ROWS: &[&str] = &[".csv", ".tsv", ".tab", ".csv_"];
const SHEETS: &[&str] = &[".xlsx", ".xls", ".xlsm", ".xlsb", ".et", ".ett", ".ods", ".fods", ".numbers", ".gsheet"];
/// Editors, git and other programs keep so what was there before.
const BACKUPS: &[&str] = &["~", ".bak", ".backup", ".old", ".orig", ".rej", ".tmp", ".temp", ".save", ".swp", ".备份"];

/// Endings, and what a file is that has one of them.
type Kind<'a> = (&'static [&'static str], fn(&mut Name<'a>));

impl<'a> Name<'a> {
    /// Takes a name apart; blanks and dots at its end say nothing, Windows forgets them.
    pub fn of(name: &'a str) -> Self {
        let trim = |text: &'a str| text.trim_end_matches([' ', '.', '\u{a0}', '\u{3000}']);
        let mut read = Self { stem: trim(name), is_plain: true, ..Self::default() };
        loop {
            let cut = |endings: &[&str]| endings.iter().find_map(|ending| without(read.stem, ending)).filter(|stem| !stem.is_empty());
            let kinds: [Kind<'a>; 6] = [
                (ROWS, |name| name.is_rows = true),
                (SHEETS, |name| name.is_sheet = true),
                (BACKUPS, |name| name.is_backup = true),
                (&[".toml"], |name| name.is_toml = true),
                (&[".md", ".markdown"], |name| name.is_page = true),
                (&[".txt"], |_| {}),
            ];
            let Some((stem, mark)) = kinds.iter().find_map(|(endings, mark)| Some((cut(endings)?, *mark))) else { break };
            mark(&mut read);
            read.stem = trim(stem);
        }
        // An ending that nobody here knows belongs to something else.
        let has_other = read.stem.rsplit_once('.').is_some_and(|(stem, end)| !stem.is_empty() && (1..=5).contains(&end.len()) && end.is_ascii());
        read.is_plain = !(read.is_rows || read.is_sheet || read.is_toml || read.is_page || read.is_backup || has_other);
        read
    }
}

/// A name without an ending, in whatever case.
fn without<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let (stem, rest) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    rest.eq_ignore_ascii_case(ending).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        let rows = Name { stem: "volunteers", is_rows: true, ..Name::default() };
        for name in ["volunteers.csv", "volunteers.CSV", "volunteers.csv.txt", "volunteers.tsv", "volunteers.Csv. ", "volunteers.csv.csv"] {
            assert_eq!(Name::of(name), rows, "{name}");
        }
        assert_eq!(Name::of("志愿者.XLSX"), Name { stem: "志愿者", is_sheet: true, ..Name::default() });
        for name in ["leaves.csv~", "leaves.csv.orig", "leaves.bak.csv", "leaves.csv.备份"] {
            assert_eq!(Name::of(name), Name { stem: "leaves", is_rows: true, is_backup: true, ..Name::default() }, "{name}");
        }
        assert!(Name::of("volunteers").is_plain && Name::of("notes.txt").is_plain && !Name::of("photo.jpg").is_plain);
        assert_eq!(Name::of(".csv").stem, ".csv", "a name is never eaten up");
    }
}
