//! A finding: one thing that is wrong, where, and what mends it.

use std::borrow::Cow;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::say::{Lang, Text};
use crate::text::At;
use crate::text::personal::veil;

use super::{Fix, Level};

/// One thing that is wrong. A million of them are sorted and handed on, so that what each says stays where it is.
#[derive(Clone, Debug)]
pub struct Finding(Box<Said>);

impl Deref for Finding {
    type Target = Said;
    fn deref(&self) -> &Said {
        &self.0
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Said {
        &mut self.0
    }
}

/// What a finding says.
#[derive(Clone, Debug)]
pub struct Said {
    /// The rule's code, such as `M001`.
    pub code: &'static str,
    /// The rule's name, such as `two-teams`.
    pub name: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// How much it weighs where `[levels]` does not say, if that is not what its rule says.
    pub own_level: Option<Level>,
    /// The record it is about, as waivers name it: `table:id`.
    pub record: Option<String>,
    /// Where.
    pub at: At,
    /// What is wrong.
    pub message: Text,
    /// What mends it.
    pub help: Arc<Text>,
    /// The other records involved.
    pub related: Vec<(At, Text)>,
    /// Where the same cause shows again.
    pub also: Vec<Again>,
    /// The bytes that fix it and its repeats, as far as it is certain or likely what was meant.
    pub fixes: Vec<Fix>,
    /// What findings of one cause have in common; `None`: each is a cause of its own.
    pub cause: Option<String>,
    /// How far its mend reaches: of one cause, the mend that is told is that which reaches farthest.
    pub reach: i64,
}

/// Where the cause of a finding shows again.
#[derive(Clone, Debug)]
pub struct Again {
    /// Where.
    pub at: At,
    /// The record it is about.
    pub record: Option<String>,
    /// What is wrong there; `None`: the same, in the same words.
    pub message: Option<Text>,
}

impl Finding {
    /// Begins a finding about a record. The rule it belongs to is filled in by whoever runs the rule.
    pub fn new(record: impl Into<Option<String>>, at: At, message: Text) -> Self {
        Self(Box::new(Said {
            code: "",
            name: "",
            level: Level::Error,
            own_level: None,
            record: record.into(),
            at,
            message,
            help: Arc::default(),
            related: Vec::new(),
            also: Vec::new(),
            fixes: Vec::new(),
            cause: None,
            reach: 0,
        }))
    }

    /// What mends it.
    pub fn help(mut self, help: Text) -> Self {
        self.help = Arc::new(help);
        self
    }

    /// Weighs more or less than its rule says, unless `[levels]` says how much.
    pub fn weighs(mut self, level: Level) -> Self {
        self.own_level = Some(level);
        self
    }

    /// Another record involved.
    pub fn related(mut self, at: At, message: Text) -> Self {
        self.related.push((at, message));
        self
    }

    /// Findings of the same rule with the same cause are told once.
    pub fn cause(mut self, cause: impl Into<String>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// Of findings of one cause, the mend of the one that reaches farthest mends them all: the earliest or the latest day, say.
    pub fn reaching(mut self, reach: i64) -> Self {
        self.reach = reach;
        self
    }

    /// How many places it is told of: a cause that shows in many is one finding.
    pub fn places(&self) -> usize {
        1 + self.also.len()
    }

    /// Whether it is about a record, here or where its cause shows again.
    pub fn is_about(&self, record: &str) -> bool {
        self.record.as_deref() == Some(record) || self.also.iter().any(|again| again.record.as_deref() == Some(record))
    }

    /// Hides the middle of identity numbers and mobile numbers in everything that it says, and all of what nobody is to see at the places it
    /// speaks of: what is found goes into logs.
    pub fn veil<'b>(&mut self, secrets: impl Fn(At) -> Vec<&'b str>) {
        let mut values = secrets(self.at);
        values.extend(self.related.iter().flat_map(|(at, _)| secrets(*at)));
        veil_text(&mut self.message, &values);
        if !self.help.is_empty() {
            let mut help = Text::clone(&self.help);
            veil_text(&mut help, &values);
            if help != *self.help {
                self.help = Arc::new(help);
            }
        }
        veil_record(&mut self.record, &values);
        self.related.iter_mut().for_each(|(_, said)| veil_text(said, &values));
        for again in &mut self.also {
            let values = secrets(again.at);
            veil_record(&mut again.record, &values);
            if let Some(said) = &mut again.message {
                veil_text(said, &values);
            }
        }
    }

    /// Keeps only one language of all that it says: the other is never shown.
    pub fn keep(&mut self, lang: Lang) {
        let said = &mut *self.0;
        let related = said.related.iter_mut().map(|(_, said)| said);
        let also = said.also.iter_mut().filter_map(|again| again.message.as_mut());
        for text in [&mut said.message, Arc::make_mut(&mut said.help)].into_iter().chain(related).chain(also) {
            let (kept, other) = match lang {
                Lang::En => (&mut text.en, &mut text.zh),
                Lang::Zh => (&mut text.zh, &mut text.en),
            };
            *other = String::new();
            kept.shrink_to_fit();
        }
    }

    /// Takes up another finding of the same cause, further down.
    pub fn take_up(&mut self, other: Finding) {
        let other = *other.0;
        if other.reach > self.reach {
            (self.reach, self.help) = (other.reach, other.help);
        }
        self.fixes.extend(other.fixes);
        let is_same = other.message == self.message;
        for again in other.also {
            // What it says is told beside what this one says now.
            let message = match again.message {
                None if is_same => None,
                None => Some(other.message.clone()),
                Some(message) => (message != self.message).then_some(message),
            };
            self.also.push(Again { message, ..again });
        }
        self.also.push(Again { at: other.at, record: other.record, message: (!is_same).then_some(other.message) });
    }

    /// Puts the places where its cause shows again in their order.
    pub fn sort(&mut self) {
        let place = |again: &Again| (again.at.file(), again.at.offset());
        if !self.also.is_sorted_by_key(place) {
            self.also.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| (a.at, &a.record).cmp(&(b.at, &b.record))));
        }
    }
}

/// So many characters make a value that is told from words of a message.
const TOLD: usize = 6;

fn veil_words(words: &mut String, values: &[&str]) {
    for value in values.iter().filter(|value| value.chars().count() >= TOLD) {
        if words.contains(*value) {
            *words = words.replace(value, &"*".repeat(value.chars().count()));
        }
    }
    if let Cow::Owned(veiled) = veil(words) {
        *words = veiled;
    }
}

fn veil_text(text: &mut Text, values: &[&str]) {
    veil_words(&mut text.en, values);
    veil_words(&mut text.zh, values);
}

fn veil_record(record: &mut Option<String>, values: &[&str]) {
    if let Some(record) = record {
        veil_words(record, values);
    }
}

/// How many findings there are of each level. One cause counts once, in however many places it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Summary {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let mut summary = Self::default();
        for finding in findings {
            match finding.level {
                Level::Error => summary.errors += 1,
                Level::Warning => summary.warnings += 1,
                Level::Note => summary.notes += 1,
                Level::Off => {}
            }
        }
        summary
    }
}
