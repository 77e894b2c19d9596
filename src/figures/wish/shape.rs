//! A sheet of counts as it is wished: only some of its rows and columns, in another order.

use crate::book::Book;
use crate::figures::{Sheet, Value};
use crate::say;
use crate::say::Text;
use crate::text::called::{self, Called};
use crate::value::Day;

use super::{About, Condition, Wish, by_rank, no_column, rank};

/// Gives a sheet the rows and columns that are wished. Its total stays that of all rows; its first columns, which say what a row is of, stay
/// where they are.
///
/// # Errors
/// Names a column that the sheet does not have, a value that a column does not take, or an option that needs rows.
pub fn shape(mut sheet: Sheet, wish: &Wish, book: &Book, as_of: Day) -> Result<Sheet, Text> {
    if wish.is_nothing() {
        return Ok(sheet);
    }
    if sheet.is_facts {
        let option = [(wish.sort.is_some(), "sort"), (wish.top.is_some(), "top"), (!wish.conditions.is_empty(), "where")];
        if let Some((_, option)) = option.into_iter().find(|(is_given, _)| *is_given) {
            return Err(say!("--{option} needs rows: say by what with --by", "--{option} 用于分列统计，请用 --by 写明按什么分", option = option));
        }
    }
    let all = sheet.rows.len();
    for text in &wish.conditions {
        let written = Condition::parts(text)?;
        let at = find(&sheet, written.column)?;
        let Some(column) = sheet.columns.get(at) else { continue };
        let condition = Condition::of(&written, About { book, as_of, column, own: None })?;
        sheet.rows.retain(|row| row.get(at).is_some_and(|value| condition.holds(value)));
    }
    if let Some((key, is_down)) = wish.sorted_by() {
        let at = find(&sheet, key)?;
        by_rank(&mut sheet.rows, is_down, |row| row.get(at).and_then(rank));
    }
    sheet.notes.extend(wish.cut(&mut sheet.rows));
    if sheet.rows.len() < all && sheet.total.is_some() {
        sheet.notes.push(say!("The total is that of all {n} rows.", "合计为全部 {n} 行的合计。", n = all));
    }
    sheet.scope.filters.extend(wish.given());
    if !wish.columns.is_empty() && wish.columns != ["all"] {
        keep_columns(&mut sheet, &wish.columns)?;
    }
    Ok(sheet)
}

/// Keeps the columns that are asked for, in their order, behind those that say what a row is of.
fn keep_columns(sheet: &mut Sheet, keys: &[String]) -> Result<(), Text> {
    let keys = keys.iter().map(|key| find(sheet, key.trim())).collect::<Result<Vec<_>, _>>()?;
    let is_head = |at: &usize| !sheet.is_facts && sheet.columns.iter().take(*at + 1).all(|column| !column.is_figure);
    let mut kept: Vec<usize> = (0..sheet.columns.len()).filter(is_head).collect();
    for key in keys {
        if !kept.contains(&key) {
            kept.push(key);
        }
    }
    let of = |row: &[Value]| kept.iter().map(|at| row.get(*at).cloned().unwrap_or(Value::Empty)).collect::<Vec<Value>>();
    sheet.rows.iter_mut().chain(&mut sheet.total).for_each(|row| *row = of(row));
    sheet.columns = kept.iter().filter_map(|at| sheet.columns.get(*at).cloned()).collect();
    Ok(())
}

/// The place of a column, by its key or title.
fn find(sheet: &Sheet, key: &str) -> Result<usize, Text> {
    let names: Vec<Called<'_>> = sheet.columns.iter().map(|column| column.called()).collect();
    called::find(&names, key).ok_or_else(|| no_column(key, &names, &names))
}
