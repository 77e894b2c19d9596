//! The bytes that fix a finding, as far as it is known what was meant. A finding carries them as data; `check --fix` applies them.

pub mod toml;
pub mod wide;

use crate::tables::Form;
use crate::text::{At, FileId, Patch, Span, written};
use crate::value::lenient::plain::{idle, is_nothing};
use crate::value::lenient::{Meant, Sureness};
use crate::value::{Day, Kind};

use super::Cx;

/// A fix: the file, and what is to stand where in it.
pub type Mend = (FileId, Patch);

/// What fixes a cell by what its text means, and how sure that is; nothing where nobody can tell.
pub fn meant(cx: &Cx<'_>, at: At, kind: Kind, text: &str, meant: &Meant) -> (Sureness, Option<Mend>) {
    match meant {
        Meant::Value(value, sure) if *sure > Sureness::Guess => (*sure, cell(cx, at, kind, text, value)),
        _ => (Sureness::Guess, None),
    }
}

/// A cell of a column that takes such values, or a value of a TOML file, written anew; nothing where it says more than `text`.
pub fn cell(cx: &Cx<'_>, at: At, kind: Kind, text: &str, value: &str) -> Option<Mend> {
    let At::Bytes(file, span) = at else { return None };
    let is_csv = cx.book.table(file).is_some_and(|table| table.form() == Form::Csv);
    let raw = span.of(cx.book.sources.text(file));
    let is_all =
        if is_csv { text_of(cx, at).as_deref() == Some(text) } else { raw == text || raw == written::toml(text) || raw == format!("'{text}'") };
    if !is_all {
        return None;
    }
    let is_date = matches!(kind, Kind::Day | Kind::PartialDay | Kind::End) && Day::parse(value).is_ok();
    let with = match (is_csv, is_date) {
        (true, _) => written::csv(value).into_owned(),
        (false, true) => value.to_owned(),
        (false, false) => written::toml(value),
    };
    Some((file, Patch::new(span, with)))
}

/// The characters of no width in a text taken out that stand for nothing ([`idle`]).
pub fn without_nothing(cx: &Cx<'_>, at: At) -> Vec<Mend> {
    let At::Bytes(file, span) = at else { return Vec::new() };
    let raw = span.of(cx.book.sources.text(file));
    let is_csv = cx.book.table(file).is_some_and(|table| table.form() == Form::Csv);
    let signs: &[&str] = if is_csv { &["\""] } else { &["\"\"\"", "'''", "\"", "'"] };
    let quote =
        signs.iter().find(|sign| raw.len() >= 2 * sign.len() && raw.starts_with(**sign) && raw.ends_with(**sign)).map_or(0, |sign| sign.len());
    let start = span.start as usize + quote;
    let inside = raw.get(quote..raw.len() - quote).unwrap_or_default();
    idle(inside).into_iter().map(|place| (file, Patch::new(Span::new(start + place.start, start + place.end), ""))).collect()
}

/// A header with every character of no width taken out, if it then is a column's; else as a text.
pub fn header_without_nothing(cx: &Cx<'_>, at: At) -> Vec<Mend> {
    let At::Bytes(file, span) = at else { return Vec::new() };
    let raw = span.of(cx.book.sources.text(file));
    let name: String = raw.trim_matches('"').chars().filter(|c| !is_nothing(*c)).collect();
    if cx.book.table(file).is_none_or(|table| table.find(&name).is_none()) {
        return without_nothing(cx, at);
    }
    let place = |(n, c): (usize, char)| Span::new(span.start as usize + n, span.start as usize + n + c.len_utf8());
    raw.char_indices().filter(|(_, c)| is_nothing(*c)).map(|found| (file, Patch::new(place(found), ""))).collect()
}

/// A row taken out, with its line end.
pub fn without_row(cx: &Cx<'_>, at: At) -> Option<Mend> {
    let At::Bytes(file, span) = at else { return None };
    let after = cx.book.sources.text(file).get(span.end as usize..)?;
    let line_end = ["\r\n", "\n"].iter().find(|end| after.starts_with(**end)).map_or(0, |end| end.len());
    Some((file, Patch::new(Span::new(span.start as usize, span.end as usize + line_end), "")))
}

/// What a cell of a CSV file says.
pub fn text_of(cx: &Cx<'_>, at: At) -> Option<String> {
    let At::Bytes(file, span) = at else { return None };
    let raw = span.of(cx.book.sources.text(file));
    let inside = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Some(inside.map_or_else(|| raw.to_owned(), |inside| inside.replace("\"\"", "\"")))
}
