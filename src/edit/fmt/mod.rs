//! The canonical way to write a book: every value as it was, each table in one order, so that two people who keep the same
//! have the same bytes.

mod hand;
mod lines;
mod sheet;
mod team;

use std::collections::HashSet;

use rayon::prelude::*;

use crate::book::{Ask, Book};
use crate::rules;
use crate::say::Lang;
use crate::tables::{ALL, Description, Fault, FaultKind, Form};
use crate::text::{At, FileId};

use super::Rewritten;
use hand::Hand;

/// The files of a book that are not written canonically, as they should be.
///
/// # Errors
/// The places that have to be mended first: what cannot be read for certain cannot be written anew.
pub fn format(book: &Book, ask: Ask) -> Result<Vec<Rewritten>, Vec<At>> {
    let mut wrong: Vec<At> = rules::errors_of_format(book, ask)
        .iter()
        .flat_map(|finding| std::iter::once(finding.at).chain(finding.also.iter().map(|again| again.at)))
        .collect();
    // Made a warning or waived, and still nobody knows which cell belongs where.
    let told: HashSet<FileId> = wrong.iter().map(|at| at.file()).collect();
    let is_told = |fault: &Fault| matches!(fault.kind, FaultKind::BadBytes | FaultKind::Unfinished(_)) && told.contains(&fault.at.file());
    wrong.extend(book.faults.iter().filter(|fault| is_loss(&fault.kind) && !is_told(fault)).map(|fault| fault.at));
    if !wrong.is_empty() {
        wrong.sort_unstable();
        wrong.dedup();
        return Err(wrong);
    }
    let hand = Hand { words: &book.words, headers: book.settings.files.headers, lang: book.settings.organisation.language.unwrap_or(Lang::En) };
    let mut files: Vec<(FileId, Option<&'static Description>)> = book.settings.file.into_iter().map(|file| (file, None)).collect();
    for (table, of_table) in ALL.iter().zip(&book.layout.files) {
        files.extend(of_table.iter().map(|file| (*file, Some(*table))));
    }
    files.sort_by_key(|(file, _)| *file);
    let written = files.into_par_iter().filter_map(|(file, table)| {
        let text = book.sources.text(file);
        let written = match table {
            None => lines::tidy(text),
            Some(table) if table.form() == Form::TomlFiles => team::write(text, table, &hand),
            Some(table) => sheet::write(text, table, book.header(file)?, &hand),
        };
        (written != text).then_some(Rewritten { file, text: written })
    });
    Ok(written.collect())
}

/// Whether with such a fault in a file a cell of it may stand under another column than was meant, or not be there.
fn is_loss(kind: &FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::Unreadable(_)
            | FaultKind::NotUtf8(_)
            | FaultKind::BadBytes
            | FaultKind::Unfinished(_)
            | FaultKind::CsvSyntax(_)
            | FaultKind::TomlSyntax(_)
            | FaultKind::Conflict
            | FaultKind::NoHeader(_)
            | FaultKind::MissingColumn(..)
            | FaultKind::RepeatedColumn(..)
            | FaultKind::Ragged(..)
            | FaultKind::RepeatedKey(_)
    )
}
