//! TOML with the place of every key and value: a thin layer over the `toml` crate that gives plain, owned data.

use toml::de::{DeTable, DeValue};

use super::Span;

/// A value, with its place.
#[derive(Clone, Debug)]
pub struct Value {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub item: Item,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Item {
    /// A string.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any other number: none that a book takes.
    Number,
    /// True or false.
    Bool(bool),
    /// A date, a time or both, as TOML writes it.
    Date(String),
    /// An array.
    Array(Vec<Value>),
    /// A table, inline or not.
    Table(Table),
}

/// A key of a table, with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

/// A table: its entries in the order of their places.
#[derive(Clone, Debug, Default)]
pub struct Table(pub Vec<Entry>);

impl Table {
    /// The entry of a key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.0.iter().find(|entry| entry.key == key)
    }
}

/// Text that is not TOML: where and why, in the words of the `toml` crate.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Where it is.
    pub span: Span,
    /// What is wrong, in English.
    pub message: String,
}

/// Reads a document: what could be read, and every fault.
pub fn read(text: &str) -> (Table, Vec<Fault>) {
    read_part(text, Span::new(super::csv::after_mark(text), text.len()))
}

/// Reads a part of a text; places are those of the whole.
pub fn read_part(text: &str, part: Span) -> (Table, Vec<Fault>) {
    let (from, body) = (part.start as usize, part.of(text));
    let (table, errors) = DeTable::parse_recoverable(body);
    let faults = errors
        .into_iter()
        .map(|error| {
            let span = error.span().unwrap_or(0..0);
            Fault { span: Span::new(from + span.start, from + span.end), message: error.message().to_owned() }
        })
        .collect();
    (convert(table.get_ref(), from), faults)
}

fn convert(table: &DeTable<'_>, from: usize) -> Table {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: Span::new(from + key.span().start, from + key.span().end),
            value: item(value.get_ref(), value.span(), from),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    Table(entries)
}

fn item(value: &DeValue<'_>, span: std::ops::Range<usize>, from: usize) -> Value {
    let item = match value {
        DeValue::String(text) => Item::Text(text.to_string()),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(whole) => Item::Whole(whole),
            Err(_) => Item::Number,
        },
        DeValue::Float(_) => Item::Number,
        DeValue::Boolean(truth) => Item::Bool(*truth),
        DeValue::Datetime(date) => Item::Date(date.to_string()),
        DeValue::Array(all) => Item::Array(all.iter().map(|v| self::item(v.get_ref(), v.span(), from)).collect()),
        DeValue::Table(table) => Item::Table(convert(table, from)),
    };
    Value { span: Span::new(from + span.start, from + span.end), item }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_keep_their_places() {
        let text = "name = \"巡逻\"\nfounded = 2011-03-01\n[a]\nb = [1, 'x']\n";
        let (table, faults) = read(text);
        assert!(faults.is_empty());
        let founded = table.get("founded").unwrap();
        assert_eq!(founded.value.span.of(text), "2011-03-01");
        assert!(matches!(&founded.value.item, Item::Date(d) if d == "2011-03-01"));
    }

    #[test]
    fn every_fault_is_told_and_the_rest_read() {
        let (table, faults) = read("a = \nb = 2\nc = [1\n");
        assert!(faults.len() >= 2, "{faults:?}");
        assert!(table.get("b").is_some());
    }
}
