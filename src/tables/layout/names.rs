//! What tables are called on the disk: by their code or by their title in Chinese. `private/` and `summaries/` have no other names.

use std::sync::OnceLock;

use foldhash::HashMap;

use crate::schema::description::{Description, Form, PRIVATE};
use crate::tables::ALL;
use crate::text::nearest::folded;
use crate::value::id;

/// Where a table stands, without an extension: each path with the number of its table.
fn homes() -> &'static HashMap<String, usize> {
    static HOMES: OnceLock<HashMap<String, usize>> = OnceLock::new();
    HOMES.get_or_init(|| {
        let mut homes = HashMap::default();
        for (number, table) in ALL.iter().enumerate() {
            // A file that is called as the table was once is still the table's.
            for name in [table.name, table.title.zh].into_iter().chain(table.also.iter().copied()) {
                let path = if table.is_private() { format!("{PRIVATE}/{name}") } else { name.to_owned() };
                homes.insert(path, number);
            }
        }
        homes
    })
}

/// The table that stands at a path without an extension: its file is called so, or the folder of its part files.
pub fn at_home(path: &str) -> Option<usize> {
    homes().get(path).copied()
}

/// Names by what is left of them without case and width.
struct Names {
    /// Codes and titles in Chinese: what a table may be called.
    own: HashMap<String, usize>,
    /// Titles in English and singulars: what somebody may take for its name.
    other: HashMap<String, usize>,
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let bare = |path: &String| folded(path.strip_prefix("private/").unwrap_or(path)).into_owned();
        let own: HashMap<String, usize> = homes().iter().map(|(path, number)| (bare(path), *number)).collect();
        let mut other = HashMap::default();
        for (number, table) in ALL.iter().enumerate() {
            let singular = match table.name.strip_suffix("ies") {
                Some(rest) => format!("{rest}y"),
                None => table.name.trim_end_matches('s').to_owned(),
            };
            for name in [folded(table.title.en).into_owned(), singular] {
                if !own.contains_key(&name) {
                    other.insert(name, number);
                }
            }
        }
        Names { own, other }
    })
}

/// The table that a name, folded, is that of, whatever its case; also of a private table without its folder.
pub fn own(folded: &str) -> Option<usize> {
    names().own.get(folded).copied()
}

/// The table that a name, folded, may have been meant for: its English title, its singular, or a name one or two letters away.
pub fn near(folded: &str) -> Option<usize> {
    let names = names();
    if let Some(number) = names.other.get(folded) {
        return Some(*number);
    }
    let length = folded.chars().count();
    // Two Chinese characters are no likeness: 活动1 is told by what stands before the 1.
    if !(3..=32).contains(&length) {
        return None;
    }
    let allowed = if length > 5 { 2 } else { 1 };
    let all = names.own.iter().chain(&names.other);
    let alike = all.filter(|(name, _)| name.is_ascii() && folded.is_ascii() && name.len().abs_diff(folded.len()) <= allowed);
    let distances = alike.map(|(name, number)| (strsim::osa_distance(name, folded), name, number));
    distances
        .filter(|(distance, ..)| *distance <= allowed)
        .min_by_key(|(distance, name, _)| (*distance, name.len(), (*name).clone()))
        .map(|(.., n)| *n)
}

/// The table whose name a folded name begins with, and what stands behind it; the longest such name.
pub fn begins(folded: &str) -> Option<(usize, &str)> {
    let ends = folded.char_indices().map(|(at, _)| at).skip(2).take(40).collect::<Vec<_>>();
    ends.into_iter().rev().find_map(|end| {
        let (name, rest) = folded.split_at_checked(end)?;
        let number = own(name).or_else(|| names().other.get(name).copied())?;
        let next = rest.chars().next()?;
        (!next.is_alphabetic() || COPIES.iter().any(|word| rest.starts_with(word))).then_some((number, rest))
    })
}

/// What copies have behind their name, in small letters: file managers, synchronisers and office programs.
const COPIES: &[&str] = &["副本", "复制", "冲突", "备份", "拷贝", "copy", "conflict"];

/// Whether what stands behind a name says that it is a copy: ` (1)`, ` - 副本`, ` 2`, `(conflicted copy …)`, `.sync-conflict-…`.
pub fn is_copy(rest: &str) -> bool {
    let rest = folded(rest);
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    COPIES.iter().any(|word| rest.contains(word))
        || rest.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).is_some_and(is_number)
        || (rest.starts_with(' ') && is_number(rest.trim()))
}

/// The stem of a copy without what tells that it is one; `None` where it is none. `2026 - 副本` is a copy of `2026`.
pub fn copy_of(stem: &str) -> Option<&str> {
    let end = stem.char_indices().find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '_' | '-')))?.0;
    let (name, rest) = stem.split_at_checked(end)?;
    is_copy(rest).then(|| name.trim_end_matches(['-', '_'])).filter(|name| !name.is_empty())
}

/// Whether a stem may be that of a part file: it is one as an id is, so that every system can keep it.
pub fn is_part(stem: &str) -> bool {
    id::check(stem).is_ok()
}

/// The file that a table stands in where it is one file, or that one of its rows stands in.
pub fn place_of(table: &Description) -> String {
    match table.form() {
        Form::Csv => format!("{}.csv", table.path),
        Form::TomlFiles => {
            let key = table.key_columns().next().map_or("", |column| column.code);
            format!("{}/<{key}>.{}", table.path, table.extension)
        }
    }
}
