//! JSON: keys are codes whatever the language, decimals are strings, empty is null.

use serde_json::{Map, Value as Json, json};

use crate::figures::{Column, Value};
use crate::render::escape;

use super::{Format, Shown, plain};

/// `--format json`.
pub const FORMAT: Format = Format { name: "json", write };

fn write(shown: &Shown<'_>) -> String {
    let sheet = shown.sheet;
    let scope = &sheet.scope;
    let left_out: Map<String, Json> = scope.left_out.iter().map(|left| (left.what.to_owned(), json!(left.rows))).collect();
    let filters: Map<String, Json> = scope.filters.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    escape::json(&json!({
        "version": 1,
        "as_of": scope.as_of.to_string(),
        "period": scope.period.map(|period| period.to_string()),
        "filters": filters,
        "left_out": left_out,
        "unread": scope.unread,
        "rows": sheet.rows.iter().map(|row| object(&sheet.columns, row)).collect::<Vec<_>>(),
        "total": sheet.total.as_ref().map(|total| object(&sheet.columns, total)),
    }))
}

fn object(columns: &[Column], row: &[Value]) -> Json {
    let cells = columns.iter().zip(row).map(|(column, value)| {
        let json = match value {
            Value::Count(n) => json!(n),
            other => plain(other).map_or(Json::Null, Json::String),
        };
        (column.key.clone(), json)
    });
    Json::Object(cells.collect())
}
