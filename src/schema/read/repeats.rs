//! Rows without an id that repeat another's key.

use rayon::prelude::*;

use crate::schema::fault::{Fault, FaultKind};
use crate::schema::record::Record;
use crate::schema::table::Table;
use crate::text::At;
use crate::value::Row;

/// Finds rows without an id that repeat another's key, and takes them out.
pub(super) fn drop_repeats<R: Record>(table: &mut Table<R>, faults: &mut Vec<Fault>) {
    let mut repeats = repeats_in_order(table).unwrap_or_else(|| {
        let mut keys: Vec<([u32; 3], u32)> = table.iter().filter_map(|(row, record)| Some((record.key()?, row.number))).collect();
        keys.par_sort_unstable();
        let mut repeats = Vec::new();
        find_repeats(&keys, &mut repeats);
        repeats
    });
    repeats.sort_unstable();
    for (row, first) in &repeats {
        let at = table.row_at(Row::new(*row));
        if let At::Cell { file, row, .. } = at {
            faults.push(Fault::in_row(at, file, row, FaultKind::RepeatedKey(table.row_at(Row::new(*first)))));
        }
    }
    let rows: Vec<u32> = repeats.iter().map(|(row, _)| *row).collect();
    if !rows.is_empty() {
        table.remove(&rows);
    }
}

/// So many rows one thread looks through for repeats at a time.
const SHARE: usize = 1 << 17;

/// The rows that repeat an earlier row's key, where rows of one first key (the participations in an activity) stand together, as
/// they mostly do: only these few need be compared. `None` where they do not.
fn repeats_in_order<R: Record>(table: &Table<R>) -> Option<Vec<(u32, u32)>> {
    let first_of = |n: usize| table.get(Row::new(u32::try_from(n).ok()?))?.key().and_then(|key| key.first().copied());
    let found: Option<Vec<Vec<(u32, u32)>>> = (0..table.len().div_ceil(SHARE))
        .into_par_iter()
        .with_max_len(1)
        .map(|n| {
            let (from, to) = (n * SHARE, (n + 1) * SHARE);
            // A group that began in the share before is that share's; one that ends in the next is ours to its end.
            let before = from.checked_sub(1).and_then(first_of);
            let (mut group, mut last, mut repeats) = (Vec::new(), before, Vec::new());
            for (row, record) in table.slice(from, table.len()) {
                let is_over = row.index() >= to;
                let Some(key) = record.key() else {
                    // With an unreadable key in it a row is no row's repeat, but its neighbours' order cannot be told.
                    return None;
                };
                let first = key.first().copied();
                if first < last {
                    return None;
                }
                if first != last {
                    close(&mut group, &mut repeats);
                    if is_over {
                        return Some(repeats);
                    }
                    last = first;
                } else if before == first && group.is_empty() {
                    continue;
                }
                group.push((key, row.number));
            }
            close(&mut group, &mut repeats);
            Some(repeats)
        })
        .collect();
    found.map(|found| found.into_iter().flatten().collect())
}

/// Finds the repeats among rows of one first key, and makes room for the next.
fn close(group: &mut Vec<([u32; 3], u32)>, repeats: &mut Vec<(u32, u32)>) {
    if group.len() > 1 {
        group.sort_unstable();
        find_repeats(group, repeats);
    }
    group.clear();
}

/// In keys sorted by key and row: each row whose key an earlier row has, with that row.
fn find_repeats(keys: &[([u32; 3], u32)], repeats: &mut Vec<(u32, u32)>) {
    for same in keys.chunk_by(|(a, _), (b, _)| a == b) {
        if let [(_, first), rest @ ..] = same {
            repeats.extend(rest.iter().map(|(_, row)| (*row, *first)));
        }
    }
}
