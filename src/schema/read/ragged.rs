//! Rows with more or fewer cells than the header.

use crate::schema::description::Description;
use crate::schema::fault::FaultKind;
use crate::schema::header::Header;
use crate::text::Span;
use crate::text::csv::{Field, Form};

/// What is wrong with the number of cells of a row. Spreadsheets write empty cells at the end or leave them out: nobody can miss anything there.
#[cold]
pub fn ragged(text: &str, fields: &[Field], header: &Header, table: &Description) -> Option<FaultKind> {
    let (cells, width) = (fields.len(), header.width);
    let is_kept = |field: &Field| !field.is_blank(text);
    let filled = fields.iter().rposition(is_kept).map_or(0, |last| last + 1);
    if filled > width || !header.may_end_after(cells, table) {
        return Some(FaultKind::Ragged(cells, width));
    }
    // The header itself may end in empty cells.
    let may = header.filled.min(width)..=width;
    (!may.contains(&cells)).then_some(FaultKind::RaggedEnd(cells, width))
}

/// The bytes of the first cell of a row that goes over several lines, as far as its first line goes.
#[cold]
pub fn opened(text: &str, fields: &[Field], row: Span) -> Span {
    let tall = fields.iter().find(|field| field.form != Form::Plain && field.span.of(text).contains('\n'));
    tall.map_or(row, |field| {
        let line = field.span.of(text).lines().next().unwrap_or_default();
        Span::new(field.span.start as usize, field.span.start as usize + line.len())
    })
}
