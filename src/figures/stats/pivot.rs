//! The second of two dimensions spread over the columns, one measure in the cells.

use crate::figures::{Column, Sheet, Value};
use crate::say;
use crate::say::Text;
use crate::text::called::{self, Called};

/// Spreads the second dimension of a sheet over its columns. `first` and `second` are how many columns each dimension takes.
///
/// # Errors
/// Names a measure that the sheet does not have, and what may have been meant.
pub fn pivot(sheet: Sheet, first: usize, second: usize, measure: &str, totals: &Sheet) -> Result<Sheet, Text> {
    let keys = first + second;
    let figures: Vec<Called<'_>> = sheet.columns.iter().skip(keys).map(Column::called).collect();
    let found = called::find(&figures, measure).map(|at| at + keys);
    let Some((at, measure)) = found.and_then(|at| Some((at, sheet.columns.get(at)?.key.as_str()))) else {
        return Err(match called::meant(&figures, measure) {
            Some(near) => say!(
                "--pivot takes no '{measure}'; did you mean {near}?",
                "--pivot 不接受“{measure}”；是不是“{near}”？",
                measure = measure,
                near = near
            ),
            None => say!(
                "--pivot takes no '{measure}', but: {all}",
                "--pivot 不接受“{measure}”，可用：{all}",
                measure = measure,
                all = called::list(&figures)
            ),
        });
    };
    let title = sheet.columns.get(at).map(|column| column.title.clone()).unwrap_or_default();
    // The columns, in the order in which the other dimension alone would have its rows.
    let of_rows = sheet.rows.iter().filter_map(|row| row.get(first..keys));
    // A month in which nothing was done has a column, too.
    let mut spread: Vec<&[Value]> = of_rows.chain(totals.rows.iter().filter_map(|row| row.get(..second))).collect();
    spread.sort_by_key(|cells| totals.rows.iter().position(|row| row.get(..second) == Some(*cells)));
    spread.dedup();
    let mut columns: Vec<Column> = sheet.columns.iter().take(first).cloned().collect();
    columns.extend(spread.iter().map(|cells| heading(cells)));
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for row in &sheet.rows {
        let (own, other) = (row.get(..first).unwrap_or_default(), row.get(first..keys).unwrap_or_default());
        if rows.last().is_none_or(|last| last.get(..first) != Some(own)) {
            rows.push(own.iter().cloned().chain(spread.iter().map(|_| Value::Empty)).collect());
        }
        let place = spread.iter().position(|cells| *cells == other).map(|n| first + n);
        if let (Some(place), Some(value)) = (place, row.get(at))
            && let Some(cell) = rows.last_mut().and_then(|last| last.get_mut(place))
        {
            *cell = value.clone();
        }
    }
    // The totals of the columns are those of the other dimension alone: worked out afresh.
    let place = totals.columns.iter().position(|column| column.key == measure);
    let of = |cells: &[Value]| totals.rows.iter().find(|row| row.get(..second) == Some(cells)).and_then(|row| row.get(place?).cloned());
    let mut total: Vec<Value> = sheet.total.iter().flatten().take(first).cloned().collect();
    total.extend(spread.iter().map(|cells| of(cells).unwrap_or(Value::Empty)));
    let title = say!("{title}: {measure}", "{title}：{measure}", title = sheet.title, measure = title);
    Ok(Sheet { title, columns, rows, total: Some(total), ..sheet.clone() })
}

/// The heading of a group: its id, or its word.
fn heading(cells: &[Value]) -> Column {
    match cells.first() {
        Some(Value::Word(word)) => Column::figure(word.code.clone(), word.title.clone()),
        Some(Value::Id(id) | Value::Text(id)) => Column::figure(id.clone(), Text::same(id.clone())),
        _ => Column::figure("", Text::default()),
    }
}
