//! Names that stand where ids belong: the names of a table are gone over once for all that are looked for.

use hashbrown::HashMap;

use crate::tables::summaries::Audience;
use crate::tables::{FaultKind, Record, Table};
use crate::text::alike::folded;
use crate::value::fixed::Fixed;
use crate::value::lenient::plain::shown;
use crate::value::{Field, Str, TableId, Target};

use super::{Book, several};

/// The rows that are called by names that were looked for, without case, blanks and width.
#[derive(Default)]
pub struct Names(HashMap<TableId, HashMap<String, Vec<u32>>>);

/// A name as names are compared.
pub fn folded_name(text: &str) -> String {
    folded(&shown(text)).collect()
}

impl Names {
    /// Looks for texts that are no ids, and for parts of them, among the names of a table.
    pub fn of<'a>(book: &Book, texts: impl Iterator<Item = (TableId, &'a str)>) -> Self {
        let mut names = Self::default();
        for (table, text) in texts {
            names.want(table, text);
            let parts = several::strictly(text);
            names.wants(table, parts.as_deref().and_then(several::swapped).as_deref());
            names.wants(table, parts.into_iter().flatten());
            names.wants(table, several::perhaps(text).into_iter().flatten());
        }
        for fault in &book.faults {
            if let FaultKind::NoTable(_, text) = &fault.kind {
                (0u8..).zip(Audience::WORDS).for_each(|(n, _)| names.want(Audience::nth(n).table(), text));
            }
        }
        names.look_through(book);
        names
    }

    fn wants<'a>(&mut self, table: TableId, texts: impl IntoIterator<Item = &'a str>) {
        texts.into_iter().for_each(|text| self.want(table, text));
    }

    fn want(&mut self, table: TableId, text: &str) {
        self.0.entry(table).or_default().entry(folded_name(text)).or_default();
    }

    fn look_through(&mut self, book: &Book) {
        self.look(&book.volunteers, |volunteer| volunteer.name);
        self.look(&book.teams, |team| team.name);
        self.look(&book.places, |place| place.name);
        self.look(&book.branches, |branch| branch.name);
        self.look(&book.centres, |centre| centre.name);
        self.look(&book.posts, |post| post.name);
        self.look(&book.campaigns, |campaign| campaign.name);
        self.look(&book.activities, |activity| activity.title);
        // Of a million ids that point nowhere hardly one is a name.
        for names in self.0.values_mut() {
            names.retain(|_, rows| !rows.is_empty());
            names.shrink_to_fit();
        }
    }

    fn look<R: Record + Target>(&mut self, table: &Table<R>, of: impl Fn(&R) -> Field<Str>) {
        let Some(wanted) = self.0.get_mut(&R::TARGET).filter(|_| table.is_read()) else { return };
        for (row, record) in table.iter() {
            let rows = of(&record).get().and_then(|text| wanted.get_mut(&folded_name(table.text(text))));
            rows.into_iter().for_each(|rows| rows.push(row.number));
        }
    }

    /// The names that were looked for in a table, with the rows that are called so.
    pub fn table(&self, table: TableId) -> Option<&HashMap<String, Vec<u32>>> {
        self.0.get(&table)
    }

    /// The rows that are called so.
    pub fn rows(&self, table: TableId, name: &str) -> &[u32] {
        self.table(table).and_then(|names| names.get(&folded_name(name))).map(Vec::as_slice).unwrap_or_default()
    }
}
