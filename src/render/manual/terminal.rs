//! An entry on a terminal: parts under their titles, rows with their meaning beside or under them. And the list of all there is.

use crate::manual::{Body, Entry, Part};
use crate::manual::{figure, setting, table};
use crate::rules::{self, Family};
use crate::say::{Lang, T, Text, t};
use crate::text::width::{visible, width, wrap};
use crate::value::fixed::Fixed;

use super::Format;

/// `--format text`.
pub const FORMAT: Format = Format { name: "text", write };

/// Names longer than this many columns do not push the meanings of all others to the right.
const NAME: usize = 28;

/// Facts that take no more columns leave room for the meaning beside them.
const FACTS: usize = 12;

fn write(entry: &Entry, lang: Lang, most: Option<usize>) -> String {
    let mut out = format!("{}{}", wrap(&plain(&entry.heading, lang), most), wrap(&plain(&entry.says, lang), most));
    for part in &entry.parts {
        out.push_str(&format!("\n{}\n{}", plain(&part.title, lang), body(part, lang, most)));
    }
    out
}

fn body(part: &Part, lang: Lang, most: Option<usize>) -> String {
    match &part.body {
        Body::Words(words) => {
            // Of several, what takes more than a line stands deeper from the second on.
            let deeper = if words.len() > 1 { 4 } else { 2 };
            words.iter().flat_map(|words| hanging(&plain(words, lang), deeper, most)).collect()
        }
        Body::Rows(_, rows) => {
            let longest = rows.iter().filter_map(|row| row.first()).map(|name| width(&plain(name, lang))).filter(|w| *w <= NAME).max().unwrap_or(0);
            rows.iter().map(|row| self::row(row, longest, lang, most)).collect()
        }
        // Whoever copies an example must get its lines whole.
        Body::Code(text) => text.get(lang).trim_end().lines().map(|line| format!("  {}", visible(line)).trim_end().to_owned() + "\n").collect(),
    }
}

/// A text under a title, its lines from the second on so deep.
fn hanging(text: &str, deeper: usize, most: Option<usize>) -> Option<String> {
    let lines = wrap(text, most.map(|most| most.saturating_sub(deeper)));
    let mut lines = lines.lines();
    let first = lines.next()?;
    Some(lines.fold(format!("  {first}\n"), |out, line| format!("{out}{}{line}\n", " ".repeat(deeper))))
}

/// `  name   facts  meaning` where the facts are few or all of it takes one line; else the meaning stands under the facts.
fn row(cells: &[Text], longest: usize, lang: Lang, most: Option<usize>) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| plain(cell, lang)).collect();
    let (Some((name, rest)), Some(meaning)) = (cells.split_first(), cells.last()) else { return String::new() };
    let facts = rest.split_last().map(|(_, facts)| facts.join("  ")).unwrap_or_default();
    let indent = longest + 4;
    let room = most.map(|most| most.saturating_sub(indent).max(20));
    let beside = if facts.is_empty() { meaning.clone() } else { format!("{facts}  {meaning}") };
    let fits = room.is_some_and(|room| width(&beside) <= room) || width(&facts) <= FACTS;
    let lines = if fits { wrap(&beside, room) } else { wrap(&facts, room) + &wrap(meaning, room) };
    let mut out = String::new();
    for (n, line) in lines.lines().enumerate() {
        match n {
            0 if width(name) > longest => out.push_str(&format!("  {name}\n{}{line}\n", " ".repeat(indent))),
            0 => out.push_str(&format!("  {name}{}  {line}\n", " ".repeat(longest - width(name)))),
            _ => out.push_str(&format!("{}{line}\n", " ".repeat(indent))),
        }
    }
    out
}

/// Without the backticks round what is to be typed: a terminal has no other letters for it.
fn plain(text: &Text, lang: Lang) -> String {
    text.get(lang).replace('`', "")
}

/// All that can be asked about: the rules family by family, a line each, then tables and sections by name.
pub fn list(lang: Lang, most: Option<usize>) -> String {
    let longest = rules::all().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for Family { letter, title, rules } in rules::FAMILIES {
        out.push_str(&format!("{letter}  {}\n", title.get(lang)));
        for rule in *rules {
            let level = rule.level.title().get(lang);
            let pad = " ".repeat(7usize.saturating_sub(width(level)));
            let head = format!("   {}  {:longest$}  {level}{pad}  ", rule.code, rule.name);
            // What a rule says stands under itself where it takes more than a line.
            let says = wrap(rule.says.get(lang), most.map(|most| most.saturating_sub(width(&head)).max(20)));
            out.push_str(&head);
            out.push_str(&says.trim_end().replace('\n', &format!("\n{}", " ".repeat(width(&head)))));
            out.push('\n');
        }
        out.push('\n');
    }
    let tables: Vec<Text> = table::all().map(|table| if lang == Lang::En { Text::same(table.name) } else { table.title.into() }).collect();
    let sections = setting::all().filter(|outline| !outline.name.is_empty()).map(|outline| Text::same(outline.name));
    let own = |key: String, title: T| Text { zh: format!("{}（{key}）", title.zh), en: key };
    let measures = Text::list(figure::measures().map(|of| own(format!("stats.{}", of.key), of.title)));
    let dimensions = Text::list(figure::dimensions().map(|of| own(format!("by.{}", of.code), of.title)));
    let lists = [
        (t("Tables", "表"), Text::list(tables)),
        (t("rollbook.toml", "rollbook.toml"), Text::list(sections)),
        (t("Figures of services", "服务的统计指标"), measures),
        (t("What figures are told by", "统计的分列"), dimensions),
    ];
    for (title, names) in lists {
        out.push_str(&format!("{}\n{}\n", title.get(lang), wrap(&format!("   {}", names.get(lang)), most)));
    }
    let more = t(
        "rollbook explain NAME tells any of these whole: a rule (M001, two-teams), a family (M), a table (volunteers), a column (volunteers.consent), \
         a section or key of rollbook.toml (levels, rules.minimum-members), a figure (stats.hours), what figures are told by (by.team).",
        "rollbook explain 名称 解释其中任何一项：规则（M001、two-teams）、类别（M）、表（志愿者）、列（志愿者.同意公开）、rollbook.toml 的节或键\
         （levels、rules.minimum-members）、统计指标（跨队人次）、统计的分列（by.team）。",
    );
    out.push_str(&wrap(more.get(lang), most));
    out
}
