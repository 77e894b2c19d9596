//! JSON: keys are codes whatever the language, decimals are strings, empty is null.

use serde_json::{Map, Value as Json, json};

use crate::figures::{Column, LeftOut, Value};
use crate::findings::Finding;
use crate::render::escape;
use crate::value::fixed::Fixed;

use super::{Format, More, Shown, plain};

/// `--format json`.
pub const FORMAT: Format = Format { name: "json", write, more: More::Whole(write_all) };

fn write(shown: &Shown<'_>) -> String {
    let sheet = shown.sheet;
    let mut document = scope(shown);
    document.insert("rows".to_owned(), rows(shown));
    document.insert("total".to_owned(), json!(sheet.total.as_ref().map(|total| object(&sheet.columns, total))));
    escape::json(&document)
}

/// One thing told whole: its facts under `facts`, and what belongs to it under the name of each sheet.
fn write_all(sheets: &[Shown<'_>]) -> String {
    let mut document = sheets.first().map(scope).unwrap_or_default();
    for shown in sheets {
        let sheet = shown.sheet;
        let json = if sheet.is_facts { json!(sheet.total.as_ref().map(|total| object(&sheet.columns, total))) } else { rows(shown) };
        document.insert(sheet.key.to_owned(), json);
        if sheet.is_facts {
            document.insert("findings".to_owned(), findings(shown));
        }
    }
    escape::json(&document)
}

fn rows(shown: &Shown<'_>) -> Json {
    shown.sheet.rows.iter().map(|row| object(&shown.sheet.columns, row)).collect()
}

/// What a check says of the thing.
fn findings(shown: &Shown<'_>) -> Json {
    let told = |finding: &Finding| {
        json!({
            "code": finding.code,
            "name": finding.name,
            "level": finding.level.code(),
            "message": finding.message.get(shown.lang),
            "help": finding.help.get(shown.lang),
        })
    };
    shown.sheet.findings.iter().map(told).collect()
}

/// What every answer begins with.
fn scope(shown: &Shown<'_>) -> Map<String, Json> {
    let scope = &shown.sheet.scope;
    let rows = |all: &LeftOut| all.iter().map(|of| (of.table.to_owned(), json!({ "rows": of.rows(), "causes": of.causes }))).collect::<Map<_, _>>();
    let filters: Map<String, Json> = scope.filters.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let facts = [
        ("version", json!(1)),
        ("as_of", json!(scope.as_of.to_string())),
        ("period", json!(scope.period.map(|period| period.to_string()))),
        ("filters", json!(filters)),
        ("left_out", json!(rows(&scope.left_out))),
        ("doubted", json!(rows(&scope.doubted))),
        ("unread", json!(scope.unread)),
    ];
    let compared = scope.compared.map(|period| ("compared_with", json!(period.to_string())));
    facts.into_iter().chain(compared).map(|(key, value)| (key.to_owned(), value)).collect()
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
