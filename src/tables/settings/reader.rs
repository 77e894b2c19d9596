//! A section of `rollbook.toml`, read key by key; what nobody asked for is an unknown key.

use crate::say;
use crate::say::Text;
use crate::schema::fault::{Fault, FaultKind};
use crate::text::nearest::nearest;
use crate::text::script::hidden;
use crate::text::toml::{Entry, Item, Table, Value};
use crate::text::{At, FileId, Span};
use crate::value::Day;

use super::key::{Form, LATER, Outline, Takes};

/// A table of `rollbook.toml` while it is read. It is asked for keys of its outline only.
pub struct Section<'a> {
    table: &'a Table,
    file: FileId,
    outline: &'static Outline,
    path: String,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Section<'a> {
    /// Begins to read a table.
    pub fn new(table: &'a Table, file: FileId, outline: &'static Outline, faults: &'a mut Vec<Fault>) -> Self {
        Self { table, file, outline, path: outline.name.to_owned(), faults }
    }

    /// All entries, for a table whose keys a person chooses.
    pub fn entries(&self) -> &'a [Entry] {
        &self.table.0
    }

    /// Where something in the file stands.
    pub fn at(&self, span: Span) -> At {
        At::Bytes(self.file, span)
    }

    /// The entry of a key.
    pub fn take(&self, key: &str) -> Option<&'a Entry> {
        debug_assert!(self.outline.key(key).is_some(), "{}.{key} is not described", self.outline.name);
        self.table.get(key)
    }

    /// Says that a value is not of the type that its key takes.
    pub fn wrong(&mut self, key: &str, value: &Value, takes: Text) {
        let at = self.at(value.span);
        let key = if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        self.faults.push(Fault::new(at, FaultKind::WrongType(key, takes)));
    }

    /// Says that the value of a key is not of the type that its description gives.
    pub fn refuse(&mut self, key: &str, value: &Value) {
        if let Some(described) = self.outline.key(key) {
            self.wrong(key, value, described.takes.said());
        }
    }

    /// Says that two words of a list have one name.
    pub fn named_twice(&mut self, list: &str, span: Span, name: String, words: [String; 2]) {
        self.faults.push(Fault::new(self.at(span), FaultKind::TitleIsCode(Box::new((list.to_owned(), name, words)))));
    }

    /// Says that a key that must be there is not; `example` is the line to write.
    pub fn missing(&mut self, key: &'static str, example: &'static str) {
        self.faults.push(Fault::new(At::File(self.file), FaultKind::MissingSetting(key, example)));
    }

    /// A text that people read.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        let text = self.word(key)?;
        if let Some((c, entry)) = hidden(&text).zip(self.table.get(key)) {
            self.faults.push(Fault::new(At::Bytes(self.file, entry.value.span), FaultKind::Hidden(c)));
        }
        Some(text)
    }

    /// A text that names something: whoever looks it up says what is wrong with it.
    pub fn word(&mut self, key: &'static str) -> Option<String> {
        let entry = self.take(key)?;
        match &entry.value.item {
            Item::Text(text) => Some(text.clone()),
            _ => {
                self.refuse(key, &entry.value);
                None
            }
        }
    }

    /// A whole number, as large as its description asks.
    pub fn whole(&mut self, key: &'static str) -> Option<i64> {
        let entry = self.take(key)?;
        let least = if let Some(Takes::Whole(least)) = self.outline.key(key).map(|key| &key.takes) { *least } else { 0 };
        match entry.value.item {
            Item::Whole(n) if n >= least && n <= 1_000_000 => Some(n),
            _ => {
                self.refuse(key, &entry.value);
                None
            }
        }
    }

    /// True or false.
    pub fn truth(&mut self, key: &'static str) -> Option<bool> {
        let entry = self.take(key)?;
        match entry.value.item {
            Item::Bool(truth) => Some(truth),
            _ => {
                self.refuse(key, &entry.value);
                None
            }
        }
    }

    /// The code of one of the words that its description lists.
    pub fn choice(&mut self, key: &'static str) -> Option<&'static str> {
        let entry = self.take(key)?;
        let found = match (&entry.value.item, self.outline.key(key).map(|key| &key.takes)) {
            (Item::Text(text), Some(Takes::OneOf(words))) => words.iter().map(|word| word.code).find(|code| code == text),
            _ => None,
        };
        if found.is_none() {
            self.refuse(key, &entry.value);
        }
        found
    }

    /// A date.
    pub fn day(&mut self, key: &'static str) -> Option<Day> {
        let entry = self.take(key)?;
        self.as_day(key, &entry.value)
    }

    /// A value as a date.
    pub fn as_day(&mut self, key: &str, value: &Value) -> Option<Day> {
        let parsed = match &value.item {
            Item::Date(date) => Day::parse(date).ok(),
            Item::Text(text) => Day::parse(text).ok(),
            _ => None,
        };
        if parsed.is_none() {
            self.wrong(key, value, Takes::Day.said());
        }
        parsed
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Option<Vec<(String, Span)>> {
        let entry = self.take(key)?;
        Some(self.as_texts(key, &entry.value))
    }

    /// A value as a list of texts.
    pub fn as_texts(&mut self, key: &str, value: &Value) -> Vec<(String, Span)> {
        let Item::Array(all) = &value.item else {
            self.wrong(key, value, Takes::Texts.said());
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in all {
            match &item.item {
                Item::Text(text) => texts.push((text.clone(), item.span)),
                _ => self.wrong(key, item, Takes::Texts.said()),
            }
        }
        texts
    }

    /// The section of an outline, read by `read`; a key that the outline does not have is told.
    pub fn section<R>(&mut self, outline: &'static Outline, read: impl FnOnce(&mut Section<'_>) -> R) -> Option<R> {
        let entry = self.table.get(outline.name)?;
        self.table(entry, outline, read)
    }

    /// The table that is an entry's value.
    pub fn table<R>(&mut self, entry: &Entry, outline: &'static Outline, read: impl FnOnce(&mut Section<'_>) -> R) -> Option<R> {
        let Item::Table(table) = &entry.value.item else {
            let key = entry.key.clone();
            self.wrong(&key, &entry.value, say!("a table: [{key}]", "一个表：[{key}]", key = key));
            return None;
        };
        Some(self.below(table, outline, &entry.key, read))
    }

    /// A table that is called `name` and stands below this one.
    pub fn below<R>(&mut self, table: &Table, outline: &'static Outline, name: &str, read: impl FnOnce(&mut Section<'_>) -> R) -> R {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        let mut section = Section { table, file: self.file, outline, path, faults: self.faults };
        let result = read(&mut section);
        section.finish();
        result
    }

    /// Tells the keys that the outline does not have.
    pub fn finish(&mut self) {
        if self.outline.form == Form::Free {
            return;
        }
        let sections = super::ALL.iter().copied().chain(LATER).map(|outline| outline.name).filter(|name| !name.is_empty());
        let known: Vec<&str> = self.outline.keys.iter().map(|key| key.name).chain(sections.filter(|_| self.path.is_empty())).collect();
        for entry in &self.table.0 {
            if !known.contains(&entry.key.as_str()) {
                let near = nearest(&entry.key, known.iter().copied(), 1).first().map(|s| (*s).to_owned());
                let at = self.at(entry.key_span);
                self.faults.push(Fault::new(at, FaultKind::UnknownKey(entry.key.clone(), near)));
            }
        }
    }

    /// Says that a key of a table that begins at a certain place is missing.
    pub fn missing_at(&mut self, at: At, key: &'static str) {
        self.faults.push(Fault::new(at, FaultKind::MissingSetting(key, key)));
    }
}

/// What a key takes, with the word that was meant by another if one is near.
pub fn or_near<'a>(takes: Text, text: &str, known: impl IntoIterator<Item = &'a str>) -> Text {
    match nearest(text, known, 1).first() {
        Some(near) => say!("{takes}; did you mean {near}?", "{takes}；是不是 {near}？", takes = takes, near = near),
        None => takes,
    }
}
