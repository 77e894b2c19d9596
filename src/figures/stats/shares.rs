//! The share of each row in the total, beside the figures that can be shared out.

use crate::figures::{Column, Sheet, Value};
use crate::say;
use crate::value::Amount;

/// The figures that are shared out, besides the first of a question.
pub const SHARED: &[&str] = &["services", "participations", "hours", "households"];

/// Puts behind each of some figures its share in the total, in per cent with one digit after the point. Where rows overlap (services that
/// people of several rows took part in) the shares come to more than a hundred.
pub fn shares(sheet: Sheet, keys: &[&str]) -> Sheet {
    let places: Vec<usize> = (0..sheet.columns.len()).filter(|n| sheet.columns.get(*n).is_some_and(|c| keys.contains(&c.key.as_str()))).collect();
    let totals: Vec<u64> = places.iter().map(|n| size(sheet.total.as_ref().and_then(|total| total.get(*n)))).collect();
    let widen = |row: &[Value]| {
        let mut wide = Vec::with_capacity(row.len() + places.len());
        for (n, value) in row.iter().enumerate() {
            wide.push(value.clone());
            if let Some(total) = places.iter().position(|place| *place == n).and_then(|k| totals.get(k)) {
                wide.push(Amount::percent(size(Some(value)), *total).map_or(Value::Empty, Value::Percent));
            }
        }
        wide
    };
    let mut columns = Vec::with_capacity(sheet.columns.len() + places.len());
    for (n, column) in sheet.columns.iter().enumerate() {
        columns.push(column.clone());
        if places.contains(&n) {
            columns.push(Column::figure(format!("{}_share", column.key), say!("share", "占比")));
        }
    }
    let rows = sheet.rows.iter().map(|row| widen(row)).collect();
    let total = sheet.total.as_ref().map(|total| widen(total));
    Sheet { columns, rows, total, ..sheet }
}

/// A figure as a whole number: a count, or hours in ten-thousandths.
fn size(value: Option<&Value>) -> u64 {
    match value {
        Some(Value::Count(n)) => *n,
        Some(Value::Amount(amount)) => u64::try_from(amount.ten_thousandths()).unwrap_or_default(),
        _ => 0,
    }
}
