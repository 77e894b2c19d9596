//! Comma-separated values: a header of keys, a row a group, no total, since a script that sums would count twice.
//! An overview is one row.

use crate::figures::Value;

use super::{Format, More, Shown, plain};

/// `--format csv`.
pub const FORMAT: Format = Format { name: "csv", write, more: More::No };

fn write(shown: &Shown<'_>) -> String {
    let sheet = shown.sheet;
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(sheet.columns.iter().map(|column| column.key.as_str()));
    for row in sheet.rows.iter().chain(sheet.total.iter().filter(|_| sheet.is_facts)) {
        let _ = writer.write_record(row.iter().map(guarded));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A cell that a spreadsheet does not take for a formula.
fn guarded(value: &Value) -> String {
    let text = plain(value).unwrap_or_default();
    let is_text = matches!(value, Value::Id(_) | Value::Refs(_) | Value::Text(_) | Value::Word(..));
    let text = if is_text { crate::text::width::visible(&text).into_owned() } else { text };
    if is_text && text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}
