//! The second pass: the records of a table.

use rayon::prelude::*;

use crate::schema::fault::{Fault, FaultKind};
use crate::schema::record::Record;
use crate::schema::table::Table;
use crate::text::{At, Sources};
use crate::value::{Keys, Row, Shift, Words};

use super::keys::KeyPass;
use super::open::Sheet;
use super::pieces::{Piece, Reader, Work, work};
use super::repeats::drop_repeats;
use super::unheard;

/// So many pieces for each thread are read before they are put together: enough that no thread waits long for the others, few enough that
/// the memory they take is little beside that of the table.
const AT_ONCE: usize = 64;

/// Files of so many bytes are not kept once they have been read.
pub const LARGE: usize = 8 << 20;

/// Reads the records of a table from its opened files. The words that open vocabularies take up go into `words`, what is wrong behind
/// `faults`. Rows that repeat a key go out. A large file is forgotten when its last row has been read.
pub fn read_records<R: Record>(
    mut sheets: Vec<Sheet>,
    sources: &mut Sources,
    pass: &KeyPass,
    present: bool,
    keys: &[Keys],
    words: &mut Words,
    faults: &mut Vec<Fault>,
) -> Table<R> {
    let work = work(&sheets, R::DESCRIPTION.form());
    let mut table = Table::<R>::new(present);
    let mut forgotten = 0;
    let batch = AT_ONCE * rayon::current_num_threads().max(1);
    // The room of pieces that have been put behind the table is used again.
    let (mut room, mut under) = (Vec::<Piece<R>>::new(), Vec::new());
    for (n, some) in work.chunks(batch).enumerate() {
        room.resize_with(some.len(), Piece::default);
        let reader = Reader { sheets: &sheets, sources, pass, keys, words };
        some.par_iter().zip(&mut room).with_max_len(1).for_each(|(work, piece)| reader.read(work, piece));
        if n == 0 {
            table.reserve(room.iter().map(|piece| piece.rows.offsets.len()).sum::<usize>() * work.len().div_ceil(batch));
        }
        append(&mut table, &mut room, words, faults);
        room.iter_mut().for_each(|piece| under.append(&mut piece.unheard));
        if let Some(Work::Rows(sheet, _)) = some.last() {
            // The last one may have more to read.
            sheets.get(forgotten..*sheet).unwrap_or_default().iter().for_each(|sheet| sources.forget(sheet.file, LARGE));
            forgotten = *sheet;
        }
    }
    unheard::tell(&mut sheets, under);
    for sheet in sheets {
        sources.forget(sheet.file, LARGE);
        table.complete &= sheet.complete;
        faults.extend(sheet.faults);
    }
    table.repeated = pass.repeats.len();
    for (file, row, first) in &pass.repeats {
        let first = table.row_at(Row::new(*first));
        let at = At::Cell { file: *file, row: *row, column: R::DESCRIPTION.id().unwrap_or_default() };
        faults.push(Fault::in_row(at, *file, *row, FaultKind::RepeatedKey(first)));
    }
    if !R::DESCRIPTION.has_ids() {
        drop_repeats(&mut table, faults);
    }
    table
}

/// Takes what pieces have and puts it behind a table, in their order.
fn append<R: Record>(table: &mut Table<R>, pieces: &mut [Piece<R>], words: &mut Words, faults: &mut Vec<Fault>) {
    // When the pieces were begun, so many words were known.
    let known: Vec<u32> = words.0.iter().map(|list| u32::try_from(list.len()).unwrap_or(u32::MAX)).collect();
    let mut shifts = Vec::with_capacity(pieces.len());
    for piece in pieces.iter_mut() {
        table.complete &= piece.complete;
        table.has_broken |= piece.is_broken;
        faults.append(&mut piece.faults);
        shifts.push(Shift::join(table.kept(), &mut piece.rows.gathered, &known, words));
        table.begin(&mut piece.rows);
    }
    table.append(pieces.iter_mut().map(|piece| &mut piece.columns), &shifts);
}
