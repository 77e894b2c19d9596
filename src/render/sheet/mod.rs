//! A sheet, in one of several formats.
//!
//! A new format is a file here, its `mod` line, and its line in the list.

pub mod csv;
pub mod json;
pub mod md;
pub mod table;

use std::borrow::Cow;

use crate::figures::scope::option;
use crate::figures::{Sheet, Value};
use crate::findings::Finding;
use crate::say::{Lang, Text};
use crate::value::Named;

/// A format of sheets.
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// Writes a sheet.
    pub write: fn(&Shown<'_>) -> String,
    /// Writes what belongs to a sheet behind it: one thing told whole is several sheets.
    pub more: More,
}

/// How a format writes several sheets.
pub enum More {
    /// Each under its title, one after the other.
    Below(fn(&Shown<'_>) -> String),
    /// All as one.
    Whole(fn(&[Shown<'_>]) -> String),
    /// Only the first.
    No,
}

impl Format {
    /// Writes several sheets that tell one thing.
    pub fn write_all(&self, sheets: &[Shown<'_>]) -> String {
        match (&self.more, sheets) {
            (More::Whole(write), _) => write(sheets),
            (_, []) => String::new(),
            (More::No, [first, ..]) => (self.write)(first),
            (More::Below(write), [first, rest @ ..]) => rest.iter().fold((self.write)(first), |text, sheet| text + "\n" + &write(sheet)),
        }
    }
}

/// All formats; the first is the default.
pub static FORMATS: &[Format] = &[table::FORMAT, csv::FORMAT, json::FORMAT, md::FORMAT];

/// What `--format` may say.
pub fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

/// The format that `--format` calls by a name; the default where there is none of that name, which the command line refuses.
pub fn find(name: &str) -> &'static Format {
    FORMATS.iter().find(|format| format.name == name).unwrap_or(&table::FORMAT)
}

/// The format that is asked for, for a spreadsheet program where that is asked for besides.
///
/// # Errors
/// A spreadsheet program opens csv, and another format is asked for.
pub fn asked(name: &str, for_excel: bool) -> Result<&'static Format, Text> {
    match name {
        _ if !for_excel => Ok(find(name)),
        "table" | "csv" => Ok(&csv::FOR_EXCEL),
        _ => Err(crate::say!("--for-excel writes csv: leave out --format {name}", "--for-excel 输出 csv：请去掉 --format {name}", name = name)),
    }
}

/// A sheet, and how it is to be shown.
pub struct Shown<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The language of headings.
    pub lang: Lang,
    /// How many columns there are; `None`: as many as are needed.
    pub width: Option<usize>,
}

/// A cell as people read it.
pub fn cell(value: &Value, lang: Lang) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Id(text) | Value::Text(text) => text.clone(),
        Value::Refs(all) => named(all, lang, |name| name.into()),
        Value::Word(word) => word.title.get(lang).to_owned(),
        Value::Count(n) => n.to_string(),
        Value::Amount(amount) => amount.to_string(),
        Value::Percent(share) => format!("{share}%"),
        Value::Day(day) => day.to_string(),
    }
}

/// Ids with their names, each name as `shown` gives it.
fn named<'a>(all: &'a [Named], lang: Lang, shown: impl Fn(&'a str) -> Cow<'a, str>) -> String {
    let each = all.iter().map(|one| if one.name.is_empty() { one.id.clone() } else { format!("{} {}", one.id, shown(&one.name)) });
    Text::list(each.map(Text::same)).get(lang).to_owned()
}

/// A cell as machines read it: codes, plain figures. `None`: empty.
pub fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Empty => None,
        Value::Id(text) | Value::Text(text) => Some(text.clone()),
        Value::Refs(all) => Some(all.iter().map(|one| one.id.as_str()).collect::<Vec<_>>().join(";")),
        Value::Word(word) => Some(word.code.clone()),
        Value::Count(n) => Some(n.to_string()),
        Value::Amount(amount) | Value::Percent(amount) => Some(amount.to_string()),
        Value::Day(day) => Some(day.to_string()),
    }
}

/// What people are told below a sheet: what a check says of it, how many rows they do not see, and what they must know besides.
pub fn notes(shown: &Shown<'_>) -> Vec<String> {
    let (sheet, lang) = (shown.sheet, shown.lang);
    let told = |finding: &Finding| {
        crate::say!("{code} {name}: {said}", "{code} {name}：{said}", code = finding.code, name = finding.name, said = finding.message)
    };
    let unseen = sheet.most.map_or(0, |most| sheet.rows.len().saturating_sub(most));
    let unseen = (unseen > 0).then(|| crate::say!("… and {n} more; --format json has all", "……另有 {n} 行；--format json 可看全部", n = unseen));
    sheet.findings.iter().map(told).chain(unseen).chain(sheet.notes.iter().cloned()).map(|note| note.get(lang).to_owned()).collect()
}

/// What the sheet rests on, line by line: its title, then period, day, filters, and what was left out.
pub fn heading(shown: &Shown<'_>) -> Vec<String> {
    let (sheet, lang) = (shown.sheet, shown.lang);
    let scope = &sheet.scope;
    let title = match scope.organisation.as_str() {
        "" => sheet.title.clone(),
        name => crate::say!("{name} · {title}", "{name} · {title}", name = name, title = sheet.title),
    };
    let mut facts = match scope.period {
        // The day says which period that is.
        None => crate::say!("Period: {period}", "时段：{period}", period = scope.period_text()),
        Some(_) => crate::say!("Period: {period} · as of {day}", "时段：{period} · 截至 {day}", period = scope.period_text(), day = scope.as_of),
    };
    if !scope.filters.is_empty() {
        let filters = Text::list(scope.filters.iter().map(|(name, value)| match *name {
            // A branch has no history.
            "branch" => crate::say!("branch={value} (today's)", "党支部={value}（现在的）", value = value),
            // A condition names its column itself.
            "where" => Text::same(value.as_str()),
            name => crate::say!("{name}={value}", "{name}={value}", name = option(name), value = value),
        }));
        facts = crate::say!("{facts} · only {filters}", "{facts} · 筛选 {filters}", facts = facts, filters = filters);
    }
    let mut lines = vec![title.get(lang).to_owned(), facts.get(lang).to_owned()];
    if let Some(left_out) = scope.left_out_text() {
        lines.push(crate::say!("Left out: {rows}", "未计入：{rows}", rows = left_out).get(lang).to_owned());
    }
    lines
}
