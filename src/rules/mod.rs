//! The rules: one file each, a constant that tells everything about it and a function from the book to findings.
//!
//! A new rule is a file in its family's folder, its `mod` line, and its line in the list under it.

mod by_hand;
pub mod example;
pub mod mend;
mod run;
mod speaks;

pub mod activity;
pub mod certificate;
pub mod commitment;
pub mod format;
pub mod labour;
pub mod membership;
pub mod network;
pub mod privacy;
pub mod reference;
pub mod request;
pub mod summary;
pub mod veracity;

pub use crate::book::needs::{DOUBTFUL, HISTORY, Needs, SERVICES, SUMMARIES};
pub use crate::value::TableId;
pub use run::{Checked, check, check_about, check_in, errors_of_format, needs, needs_about};
pub use speaks::SpeaksOf;

pub use crate::tables::said::{column, table_of};

use crate::book::{Ask, Book};
use crate::findings::{Finding, Found, Level, Settled};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::Fault;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::text::At;
use crate::value::{Row, Target};

/// All families, in the order of the reference.
pub static FAMILIES: &[Family] = &[
    Family { letter: 'F', title: t("Format", "格式"), rules: format::RULES },
    Family { letter: 'R', title: t("References", "引用"), rules: reference::RULES },
    Family { letter: 'M', title: t("Membership, the organisation relation", "归属"), rules: membership::RULES },
    Family { letter: 'A', title: t("Activities, the activity relation", "活动关系"), rules: activity::RULES },
    Family { letter: 'V', title: t("Veracity: hours that deserve a second look", "真实性：需要核实的时长"), rules: veracity::RULES },
    Family { letter: 'C', title: t("Commitments", "承诺"), rules: commitment::RULES },
    Family { letter: 'Q', title: t("Requests", "服务需求"), rules: request::RULES },
    Family { letter: 'N', title: t("Network: the reach of the service", "网络：服务的覆盖面"), rules: network::RULES },
    Family { letter: 'S', title: t("Summaries", "每季总结"), rules: summary::RULES },
    Family { letter: 'G', title: t("Certificates", "志愿服务记录证明"), rules: certificate::RULES },
    Family { letter: 'X', title: t("Mutual labour", "互利换工"), rules: labour::RULES },
    Family {
        letter: 'P', title: t("Privacy: what should not be in git or in public", "隐私：不应进入 git 或公开的内容"), rules: privacy::RULES
    },
];

/// Rules that belong together.
pub struct Family {
    /// The letter their codes begin with.
    pub letter: char,
    /// What they are about.
    pub title: T,
    /// The rules, by code.
    pub rules: &'static [&'static Rule],
}

/// Whether a finding is something that cannot be so, or something that falls short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A record contradicts itself, another record or the calendar.
    Contradiction,
    /// The organisation falls short on the day asked about.
    State,
}

/// A rule, told whole.
pub struct Rule {
    /// Its code, such as `M001`; never used again for something else.
    pub code: &'static str,
    /// Its name, such as `two-teams`, for the fault.
    pub name: &'static str,
    /// Its level, where `[levels]` says nothing.
    pub level: Level,
    /// Contradiction or state.
    pub kind: Kind,
    /// What it finds, in one sentence.
    pub says: T,
    /// Why it exists.
    pub why: T,
    /// How to mend it.
    pub mend: T,
    /// The keys of `[rules]` it goes by.
    pub thresholds: &'static [&'static str],
    /// What it reads of a book, and nothing else: of what it does not name it finds nothing.
    pub reads: Needs,
    /// What its findings are about.
    pub speaks_of: SpeaksOf,
    /// A smallest book that breaks it: lines `-- path` and what stands in that file (see [`example`]).
    pub example: &'static str,
    /// How it is checked.
    pub check: Check,
}

/// How a rule is checked.
pub enum Check {
    /// From the book.
    Book(fn(&Cx<'_>, &mut Found)),
    /// From what the other rules found and which waivers that used.
    Settled(fn(&Cx<'_>, &Settled, &mut Found)),
}

/// All rules, by family and code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules.iter().copied())
}

/// The rule of a code or name.
pub fn find(text: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code.eq_ignore_ascii_case(text) || rule.name == text)
}

/// What a rule may look at.
pub struct Cx<'a> {
    /// The book.
    pub book: &'a Book,
    /// The day asked about, and today.
    pub ask: Ask,
}

impl Cx<'_> {
    /// A finding about what could not be read, with the record it stands in.
    pub fn fault(&self, fault: &Fault, message: Text) -> Finding {
        Finding::new(fault.row.and_then(|(file, row)| self.book.record_at(file, row)), fault.at, message)
    }

    /// A volunteer, by name and id.
    pub fn who(&self, volunteer: Row<Volunteer>) -> Text {
        let name = self.book.volunteers.get(volunteer).and_then(|v| v.name.get()).map(|name| self.book.volunteers.text(name));
        let id = self.id(volunteer);
        match name {
            Some(name) => say!("{name} ({id})", "{name}（{id}）", name = name, id = id),
            None => Text::same(id),
        }
    }

    /// The id of a row.
    pub fn id<R: Target>(&self, row: Row<R>) -> &str {
        self.book.keys(R::TARGET).map_or("", |keys| keys.id(row.number))
    }

    /// A row as waivers name it: `table:id`.
    pub fn record<R: Target>(&self, row: Row<R>) -> Option<String> {
        Some(format!("{}:{}", R::NAME, self.id(row)))
    }

    /// A row that has no id of its own, as waivers name it: its keys joined by `/`.
    pub fn record_at(&self, at: At) -> Option<String> {
        match at {
            At::Cell { file, row, .. } => self.book.record_at(file, row),
            At::File(_) | At::Bytes(..) => None,
        }
    }

    /// The table that something stands in, by name; empty where it stands in none.
    pub fn table(&self, at: At) -> &'static str {
        self.book.table(at.file()).map_or("", |table| table.name)
    }

    /// Whether the book has a table: a rule whose table is absent is silent.
    pub fn has(&self, table: TableId) -> bool {
        self.book.layout.has(table)
    }

    /// Whether a volunteer is one on the day asked about: joined, and not left. `None` where the dates cannot be read.
    pub fn is_active(&self, volunteer: Row<Volunteer>) -> Option<bool> {
        self.book.volunteers.get(volunteer)?.is_active(self.ask.as_of)
    }

    /// Whether a team exists on the day asked about: founded, and not closed. `None` where the dates cannot be read.
    pub fn is_open(&self, team: Row<Team>) -> Option<bool> {
        self.book.teams.get(team)?.is_open(self.ask.as_of)
    }

    /// The line that a place is on, for a message that names another record.
    pub fn line(&self, at: At) -> usize {
        self.book.line_of(at)
    }
}
