//! The state of a book on one screen of 80 columns and 24 lines: what `rollbook` alone shows.

use crate::figures::due::in_days;
use crate::figures::{Sheet, Value};
use crate::findings::Summary;
use crate::rules;
use crate::say;
use crate::say::{Lang, Text, count};
use crate::text::width::{cut, visible, width, wrap};

use super::sheet::cell;

/// What is shown.
pub struct Screen<'a> {
    /// How many there are.
    pub totals: &'a Sheet,
    /// This quarter so far.
    pub quarter: Option<&'a Sheet>,
    /// What to do next, where the book has just been begun.
    pub steps: Option<Vec<Text>>,
    /// What is due.
    pub due: &'a Sheet,
    /// The findings by rule.
    pub rules: &'a Sheet,
    /// How many findings there are of each level.
    pub summary: Summary,
    /// The language.
    pub lang: Lang,
    /// How many columns there are.
    pub width: usize,
}

/// So many things that are due are named.
const DUE: usize = 4;
/// So many rules that are broken are named.
const RULES: usize = 3;

/// Draws the screen.
pub fn write(screen: &Screen<'_>) -> String {
    if let Some(steps) = &screen.steps {
        // There is nothing to count yet.
        let steps = steps.iter().map(|line| screen.wrapped(line)).collect();
        let due = if screen.due.rows.is_empty() { String::new() } else { screen.due(DUE) };
        let parts = [screen.totals(), steps, due, screen.findings()];
        return parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    }
    let totals = screen.totals();
    // Where the first lines are more than two, what is due is told more briefly: all is to fit on the screen.
    let due = DUE.saturating_sub(totals.lines().count().saturating_sub(2));
    let parts = [totals, screen.quarter.map(|quarter| screen.quarter(quarter)).unwrap_or_default(), screen.due(due), screen.findings()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

impl Screen<'_> {
    /// A line, cut where the screen ends.
    fn line(&self, text: &str) -> String {
        let text = visible(text);
        format!("{}\n", cut(text.trim_end(), self.width))
    }

    fn wrapped(&self, text: &Text) -> String {
        wrap(&visible(text.get(self.lang)), Some(self.width))
    }

    fn totals(&self) -> String {
        let sheet = self.totals;
        let n = |key: &str| {
            let at = sheet.columns.iter().position(|column| column.key == key);
            match at.and_then(|at| sheet.total.as_ref()?.get(at)) {
                Some(Value::Count(n)) => usize::try_from(*n).unwrap_or_default(),
                _ => 0,
            }
        };
        let day = sheet.scope.as_of;
        let title = match sheet.scope.organisation.as_str() {
            "" => say!("State of the book on {day}", "台账概况，{day}", day = day),
            name => say!("{name} · {day}", "{name} · {day}", name = name, day = day),
        };
        let without = match n("without_team") {
            0 => Text::default(),
            n => say!(", {n} in no team", "，未编队 {n}", n = n),
        };
        let away = match n("on_leave") {
            0 => Text::default(),
            n => say!("; {n} of them on leave", "；其中暂离 {n}", n = n),
        };
        let people = say!(
            "{teams}, {volunteers}: {backbone} backbone, {successors}, {members}{without}{away}",
            "{teams} 支服务队，{volunteers} 名志愿者：骨干 {backbone}、后备 {successors}、队员 {members}{without}{away}",
            teams = count(n("teams"), "team", "teams"),
            volunteers = count(n("volunteers"), "volunteer", "volunteers"),
            backbone = n("backbone"),
            successors = count(n("successors"), "successor", "successors"),
            members = count(n("members"), "member", "members"),
            without = without,
            away = away
        );
        self.line(title.get(self.lang)) + &self.wrapped(&people)
    }

    /// Rows under headings, the first column to the left.
    fn quarter(&self, sheet: &Sheet) -> String {
        let headings: Vec<String> = sheet.columns.iter().map(|column| column.title.get(self.lang).to_owned()).collect();
        let change = sheet.columns.len().saturating_sub(1);
        let text = |n: usize, value: &Value| match value {
            Value::Amount(amount) if n == change && amount.ten_thousandths() > 0 => format!("+{amount}"),
            other => cell(other, self.lang),
        };
        let rows = sheet.rows.iter().map(|row| row.iter().enumerate().map(|(n, value)| text(n, value)).collect());
        let rows: Vec<Vec<String>> = std::iter::once(headings).chain(rows).collect();
        let widths: Vec<usize> =
            (0..sheet.columns.len()).map(|n| rows.iter().filter_map(|row| row.get(n)).map(|cell| width(cell)).max().unwrap_or_default()).collect();
        let drawn = rows.iter().map(|row| {
            let cells = row.iter().zip(&widths).enumerate().map(|(n, (cell, most))| {
                let blanks = " ".repeat(most - width(cell));
                if n == 0 { format!("{cell}{blanks}") } else { format!("  {blanks}{cell}") }
            });
            self.line(&cells.collect::<String>())
        });
        drawn.collect()
    }

    fn due(&self, most_named: usize) -> String {
        let rows = &self.due.rows;
        let Some(period) = self.due.scope.period else { return String::new() };
        if rows.is_empty() {
            return self.wrapped(&say!("Nothing is due up to {last}.", "截至 {last} 没有待办事项。", last = period.to));
        }
        let mut out = self.line(say!("Due up to {last}", "截至 {last} 的待办", last = period.to).get(self.lang));
        let told: Vec<[String; 4]> = rows.iter().take(most_named).map(|row| self.thing(row)).collect();
        let most = |n: usize| told.iter().filter_map(|thing| thing.get(n)).map(|cell| width(cell)).max().unwrap_or_default();
        let widths = [most(0), most(1), most(2)];
        for thing in &told {
            let [day, days, what, about] = thing;
            let padded = [day, days, what].into_iter().zip(widths).map(|(cell, most)| format!("  {cell}{}", " ".repeat(most - width(cell))));
            out.push_str(&self.line(&format!("{}  {about}", padded.collect::<String>())));
        }
        if let Some(more) = rows.len().checked_sub(most_named).filter(|more| *more > 0) {
            out.push_str(&self.line(say!("  … and {n} more: rollbook due", "  ……另有 {n} 项：rollbook due", n = more).get(self.lang)));
        }
        out
    }

    /// A row of what is due: its day, in how many days that is, what it is, and its words.
    fn thing(&self, row: &[Value]) -> [String; 4] {
        let text = |n: usize| row.get(n).map(|value| cell(value, self.lang)).unwrap_or_default();
        let days = match row.get(1) {
            Some(Value::Amount(days)) => in_days(days.ten_thousandths() / 10_000),
            _ => Text::default(),
        };
        let who = match row.get(5) {
            // Whose id stands there already.
            Some(Value::Refs(all)) if all.iter().any(|one| one.id == text(3)) => all.iter().map(|one| one.name.clone()).collect(),
            _ => text(5),
        };
        let who = match who {
            who if who.is_empty() => Text::default(),
            who => say!(" ({who})", "（{who}）", who = who),
        };
        [text(0), days.get(self.lang).to_owned(), text(2), format!("{}  {}{}", text(3), text(4), who.get(self.lang))]
    }

    fn findings(&self) -> String {
        let summary = self.summary;
        if self.rules.rows.is_empty() && self.steps.is_some() {
            return String::new();
        }
        if self.rules.rows.is_empty() {
            return self.wrapped(&say!("rollbook check finds nothing wrong.", "rollbook check 没有发现问题。"));
        }
        let said = say!(
            "{errors}, {warnings}, {notes}; rollbook check shows them",
            "{errors} 个错误，{warnings} 个警告，{notes} 个提示；rollbook check 可查看",
            errors = count(summary.errors, "error", "errors"),
            warnings = count(summary.warnings, "warning", "warnings"),
            notes = count(summary.notes, "note", "notes")
        );
        let mut out = self.wrapped(&said);
        let level = |row: &Vec<Value>| match row.get(2) {
            Some(Value::Word(word)) => ["error", "warning", "note"].iter().position(|level| *level == word.code),
            _ => None,
        };
        let mut rows: Vec<&Vec<Value>> = self.rules.rows.iter().collect();
        rows.sort_by_key(|row| level(row));
        let told: Vec<[String; 3]> = rows
            .iter()
            .take(RULES)
            .map(|row| {
                let text = |n: usize| row.get(n).map(|value| cell(value, self.lang)).unwrap_or_default();
                let says = rules::find(&text(0)).map_or("", |rule| rule.says.get(self.lang));
                [text(3), format!("{} {}", text(0), text(1)), says.to_owned()]
            })
            .collect();
        let most = |n: usize| told.iter().filter_map(|rule| rule.get(n)).map(|cell| width(cell)).max().unwrap_or_default();
        let (counts, names) = (most(0), most(1));
        for [n, name, says] in &told {
            let line = format!("  {}{n} × {name}{}  {says}", " ".repeat(counts - width(n)), " ".repeat(names - width(name)));
            out.push_str(&self.line(&line));
        }
        if rows.len() > RULES {
            let said = say!(
                "  … and {n} more rules: rollbook check --statistics",
                "  ……另有 {n} 条规则：rollbook check --statistics",
                n = rows.len() - RULES
            );
            out.push_str(&self.line(said.get(self.lang)));
        }
        out
    }
}
