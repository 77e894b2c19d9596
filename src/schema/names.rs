//! What a header means: each table's names of its columns, folded once, so that a header is looked up and not compared.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use unicode_normalization::UnicodeNormalization;

use crate::value::Kind;

use super::description::{Column, Description};

/// A name of a column.
pub struct Name {
    /// The name, as headers are compared.
    pub folded: String,
    /// How many characters it has.
    pub length: usize,
    /// Which letters it has.
    pub letters: u64,
    /// The column.
    pub column: u16,
    /// How many letters may differ in a header that still means it: there are many aliases, and few words are far from all of them.
    pub allowed: usize,
}

/// The names of the columns of a table, as headers are compared.
#[derive(Default)]
pub struct Names {
    columns: HashMap<String, u16, FixedState>,
    /// Each name, for whoever looks for what was meant.
    pub near: Vec<Name>,
}

impl Names {
    /// Folds the names of some columns.
    pub fn of(columns: &[Column]) -> Self {
        let mut names = Self::default();
        for (number, column) in (0u16..).zip(columns) {
            for (n, name) in [column.code, column.title.en, column.title.zh].into_iter().chain(column.aliases.iter().copied()).enumerate() {
                let folded = fold(name);
                if names.columns.insert(folded.clone(), number).is_none() {
                    let (length, letters) = (folded.chars().count(), letters(&folded));
                    let allowed = match (n < 3, folded.is_ascii()) {
                        (true, _) => 2,
                        (false, true) => usize::from(length > 4),
                        (false, false) => usize::from(length > 3),
                    };
                    names.near.push(Name { folded, length, letters, column: number, allowed });
                }
            }
        }
        names
    }

    /// The column that a header means, and its unit where that is not the column's: then it means something else.
    pub fn find(&self, table: &Description, header: &str) -> Found {
        let folded = fold(header);
        if let Some(number) = self.columns.get(&folded) {
            return Found::Column(*number);
        }
        let Some((name, unit)) = in_brackets(&folded) else { return Found::Nothing };
        let known = self.columns.get(name).and_then(|number| Some((*number, table.columns.get(usize::from(*number))?)));
        match known {
            Some((number, column)) if REMARKS.contains(&unit) || units(column).contains(&unit) => Found::Column(number),
            Some((number, _)) => Found::OtherUnit(number),
            None => Found::Nothing,
        }
    }
}

/// What a header means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A column, by its number.
    Column(u16),
    /// What a column means, in another unit than that of the column.
    OtherUnit(u16),
    /// None of the columns.
    Nothing,
}

/// A header without what spreadsheets add to it: blanks, line breaks, `*`, `:`, width of letters, case.
pub fn fold(header: &str) -> String {
    if header.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return header.to_owned();
    }
    header.nfkc().filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':' | '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// Which letters a folded name has, a bit for each; of other scripts several share one.
pub fn letters(folded: &str) -> u64 {
    folded.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) & 63))
}

/// What stands before the brackets at the end of a header, and what stands in them.
fn in_brackets(folded: &str) -> Option<(&str, &str)> {
    [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕')].into_iter().find_map(|(open, close)| {
        let (name, unit) = folded.strip_suffix(close)?.rsplit_once(open)?;
        (!name.is_empty()).then_some((name, unit))
    })
}

/// What stands in brackets and says nothing of the unit.
const REMARKS: &[&str] = &["必填", "选填", "可不填", "可空", "required", "optional"];

const DAYS: &[&str] = &["年月日", "年/月/日", "年.月.日", "yyyymmdd", "yyyy/mm/dd", "yyyy.mm.dd"];

/// The units that a header of a column may say, as they are compared.
fn units(column: &Column) -> &'static [&'static str] {
    match column.kind {
        Kind::Day | Kind::PartialDay => DAYS,
        Kind::Time => &["时分", "hhmm"],
        Kind::Rating => &["15", "1~5", "15分", "分"],
        _ => column.role.units(),
    }
}
