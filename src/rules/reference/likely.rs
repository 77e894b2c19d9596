//! The one row that a reference which points nowhere probably means, and how sure that is. Part of R001.

use hashbrown::HashSet;

use crate::book::{Book, Meaning};
use crate::tables::FaultKind;
use crate::value::lenient::Sureness;
use crate::value::lenient::reference::is_other_case;
use crate::value::{Keys, TableId};

/// The tables with rows that could not be read, or of which two have one id: somebody of the same name may stand there.
pub struct Broken(HashSet<TableId>);

impl Broken {
    /// Those of a book.
    pub fn of(book: &Book) -> Self {
        let is_lost = |kind: &FaultKind| matches!(kind.code(), "F001" | "F002" | "F003" | "F005" | "F006" | "F012" | "F014" | "F018" | "F029");
        let lost = book.faults.iter().filter(|fault| is_lost(&fault.kind) || matches!(fault.kind, FaultKind::Ragged(..)));
        Self(lost.filter_map(|fault| Some(book.table(fault.at.file())?.number)).collect())
    }
}

/// The row that is meant, and how sure it is: an id written a little otherwise; one without its noughts, in other case, or a name, where exactly
/// one row has it. The nearest id is a guess: v12 is no v11.
pub fn row(meaning: &Meaning, text: &str, keys: &Keys, table: TableId, broken: &Broken) -> (Sureness, Option<u32>) {
    let likely = |rows: &[u32]| match rows {
        [row] => (Sureness::Likely, Some(*row)),
        _ => (Sureness::Guess, None),
    };
    match meaning {
        Meaning::Sure(row) => (Sureness::Certain, Some(*row)),
        Meaning::Noughts(rows) => likely(rows),
        Meaning::Named(rows) if !broken.0.contains(&table) => likely(rows),
        Meaning::Near(rows, _) if rows.iter().all(|row| is_other_case(text, keys.id(*row))) => likely(rows),
        _ => (Sureness::Guess, None),
    }
}
