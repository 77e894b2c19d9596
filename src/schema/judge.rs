//! What a text would say in a column: the same reading that a file gets, for one cell that is not in a file yet.

use crate::text::is_blank;
use crate::value::lenient::{self, Meant};
use crate::value::{Desk, Gathered, Keys, Kind, Pen, Words};

use super::description::Column;
use super::fault::FaultKind;

/// What a text is judged in: a book, as far as single cells go.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The ids of every table.
    pub keys: &'a [Keys],
    /// The words of the vocabularies.
    pub words: &'a Words,
    /// How values are written.
    pub pen: Pen<'a>,
}

/// What a text says in a column.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The text as it is written canonically, empty for an empty cell; `None` where it is no value of the column, or where nobody can tell: a
    /// reference to a table that cannot be read has no fault.
    pub value: Option<String>,
    /// What is wrong with it. What can be read, too, may have a character in it that cannot be seen.
    pub fault: Option<FaultKind>,
    /// What it probably means.
    pub meant: Meant,
}

impl Column {
    /// What a text says in the column: a value, or what is wrong and what was probably meant. The fault is the one that a check tells of the
    /// same text in a file.
    pub fn judge(&'static self, text: &str, context: &Context<'_>) -> Judged {
        if is_blank(text) {
            let fault = self.required.then_some(FaultKind::EmptyCell(self));
            return Judged { value: fault.is_none().then(String::new), fault, meant: Meant::Unknown };
        }
        let (is_read, fault) = (self.read)(text, self, &mut Desk::new(context.keys, context.words, Gathered::default()));
        if is_read {
            let written = (self.write)(text, &context.pen).unwrap_or_else(|| text.to_owned());
            return Judged { value: Some(written), fault, meant: Meant::Unknown };
        }
        let meant = fault.as_ref().map_or(Meant::Unknown, |fault| self.meant(text, fault, context));
        Judged { value: None, fault, meant }
    }

    /// What a text that cannot be read was probably meant for.
    fn meant(&self, text: &str, fault: &FaultKind, context: &Context<'_>) -> Meant {
        let table = self.refers.and_then(|table| context.keys.get(usize::from(table.0)));
        match (fault, table) {
            (FaultKind::Dangling(..), Some(keys)) => {
                lenient::reference::read(text, keys).map_or(Meant::Unknown, |(id, sure)| Meant::Value(id.to_owned(), sure))
            }
            (FaultKind::BadWord(_, word, among), _) if word.trim() == text.trim() => {
                among.meant(word, context.words).map_or(Meant::Unknown, |(word, sure)| Meant::Value(word.to_owned(), sure))
            }
            _ if matches!(self.kind, Kind::Id | Kind::Reference(_)) => lenient::id::read(text),
            _ => lenient::read(text, self.kind),
        }
    }
}
