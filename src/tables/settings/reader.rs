//! A section of `rollbook.toml`, read key by key; what nobody asked for is an unknown key.

use crate::say;
use crate::say::Text;
use crate::tables::fault::{Fault, FaultKind};
use crate::text::nearest::nearest;
use crate::text::toml::{Entry, Item, Table, Value};
use crate::text::width::is_hidden;
use crate::text::{At, FileId, Span};
use crate::value::Day;

/// A table of `rollbook.toml` while it is read.
pub struct Section<'a> {
    table: &'a Table,
    file: FileId,
    name: &'static str,
    known: Vec<&'static str>,
    free: bool,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Section<'a> {
    /// Begins to read a table. `name` is empty for the whole file.
    pub fn new(table: &'a Table, file: FileId, name: &'static str, faults: &'a mut Vec<Fault>) -> Self {
        Self { table, file, name, known: Vec::new(), free: false, faults }
    }

    /// All entries, for a table whose keys a person chooses: none of them is unknown.
    pub fn entries(&mut self) -> &'a [Entry] {
        self.free = true;
        &self.table.0
    }

    /// Where something in the file stands.
    pub fn at(&self, span: Span) -> At {
        At::Bytes(self.file, span)
    }

    /// The entry of a key, which is known from now on.
    pub fn take(&mut self, key: &'static str) -> Option<&'a Entry> {
        self.known.push(key);
        self.table.get(key)
    }

    /// Says that a value is not of the type that its key takes.
    pub fn wrong(&mut self, key: &str, value: &Value, takes: Text) {
        let at = self.at(value.span);
        let key = if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) };
        self.faults.push(Fault::new(at, FaultKind::WrongType(key, takes)));
    }

    /// Says that a key that must be there is not; `example` is the line to write.
    pub fn missing(&mut self, key: &'static str, example: &'static str) {
        self.faults.push(Fault::new(At::File(self.file), FaultKind::MissingSetting(key, example)));
    }

    /// A text that people read.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        let text = self.word(key)?;
        if let Some((c, entry)) = text.chars().find(|c| is_hidden(*c) && !matches!(c, '\n' | '\r' | '\t')).zip(self.table.get(key)) {
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
                self.wrong(key, &entry.value, say!("a text in quotes", "加引号的文字"));
                None
            }
        }
    }

    /// A whole number, at least `least`.
    pub fn whole(&mut self, key: &'static str, least: i64) -> Option<i64> {
        let entry = self.take(key)?;
        match entry.value.item {
            Item::Whole(n) if n >= least && n <= 1_000_000 => Some(n),
            _ => {
                let takes = say!("a whole number from {least} to 1000000", "{least} 到 1000000 的整数", least = least);
                self.wrong(key, &entry.value, takes);
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
                self.wrong(key, &entry.value, say!("true or false", "true 或 false"));
                None
            }
        }
    }

    /// One of certain words.
    pub fn choice(&mut self, key: &'static str, words: &[&'static str]) -> Option<&'static str> {
        let entry = self.take(key)?;
        let found = match &entry.value.item {
            Item::Text(text) => words.iter().find(|word| *word == text).copied(),
            _ => None,
        };
        if found.is_none() {
            let all = Text::list(words.iter().map(|word| Text::same(*word)));
            self.wrong(key, &entry.value, say!("one of: {all}", "以下之一：{all}", all = all));
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
            self.wrong(key, value, say!("a date, such as 2026-12-31", "日期，如 2026-12-31"));
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
            self.wrong(key, value, say!("a list of texts in quotes", "加引号文字的列表"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in all {
            match &item.item {
                Item::Text(text) => texts.push((text.clone(), item.span)),
                _ => self.wrong(key, item, say!("a list of texts in quotes", "加引号文字的列表")),
            }
        }
        texts
    }

    /// A table below this one, read by `read`.
    pub fn section<R>(&mut self, key: &'static str, read: impl FnOnce(&mut Section<'_>) -> R) -> Option<R> {
        let entry = self.take(key)?;
        self.named_table(key, entry, |section| {
            let result = read(section);
            section.finish();
            result
        })
    }

    /// The table that is an entry's value; its keys are not checked.
    pub fn table<R>(&mut self, entry: &Entry, read: impl FnOnce(&mut Section<'_>) -> R) -> Option<R> {
        self.named_table("", entry, read)
    }

    fn named_table<R>(&mut self, name: &'static str, entry: &Entry, read: impl FnOnce(&mut Section<'_>) -> R) -> Option<R> {
        let Item::Table(table) = &entry.value.item else {
            let key = entry.key.clone();
            self.wrong(&key, &entry.value, say!("a table: [{key}]", "一个表：[{key}]", key = key));
            return None;
        };
        Some(read(&mut Section { table, file: self.file, name, known: Vec::new(), free: false, faults: self.faults }))
    }

    /// Tells the keys that nobody asked for.
    pub fn finish(&mut self) {
        if self.free {
            return;
        }
        for entry in &self.table.0 {
            if !self.known.contains(&entry.key.as_str()) {
                let near = nearest(&entry.key, self.known.iter().copied(), 1).first().map(|s| (*s).to_owned());
                let at = self.at(entry.key_span);
                self.faults.push(Fault::new(at, FaultKind::UnknownKey(entry.key.clone(), near)));
            }
        }
    }
}

impl Section<'_> {
    /// A table of an array of tables.
    pub fn below<R>(&mut self, table: &Table, name: &'static str, read: impl FnOnce(&mut Section<'_>) -> R) -> R {
        read(&mut Section { table, file: self.file, name, known: Vec::new(), free: false, faults: self.faults })
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
