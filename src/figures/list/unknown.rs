//! What is said of an id that is not there: which was meant, or where all of them are listed. Whoever knows somebody by name types the name.

use crate::book::{Book, Numbers};
use crate::say;
use crate::say::Text;
use crate::tables;
use crate::text::alike::folded;
use crate::value::{Named, TableId, Target};

use super::{Noun, find_by_table, names};

/// Beyond so many rows of a name, the list is the better answer.
const MOST: usize = 3;

/// That a table has no such id, with the nearest one, else those of the rows that are called so. It looks at every row.
pub fn unknown<R: Target>(book: &Book, id: &str) -> Text {
    let keys = book.keys(R::TARGET);
    if let Some(table) = R::TARGET.description().filter(|_| keys.is_some_and(|keys| keys.find(id).is_some())) {
        return say!(
            "'{id}' is named, and there is no row of it to show. {absent}",
            "有的行提到“{id}”，但没有这一行可以显示。{absent}",
            id = id,
            absent = table.absent()
        );
    }
    let same: Vec<Text> = keys.map(|keys| Numbers::alike(keys, id)).unwrap_or_default().into_iter().take(MOST).map(Text::same).collect();
    let near = if same.is_empty() { keys.and_then(|keys| keys.nearest(id).first().cloned()) } else { None };
    let near = match near {
        Some(near) => vec![Text::same(near)],
        None if same.is_empty() => called(book, R::TARGET, id),
        None => same,
    };
    match find_by_table(R::NAME) {
        Some(noun) => of_noun(noun, id, near),
        None => say!("{table} has no '{id}'", "{table}表中没有“{id}”", table = table_title(R::NAME), id = id),
    }
}

/// A table as it is named to a reader.
fn table_title(name: &str) -> Text {
    let zh = tables::ALL.iter().find(|table| table.name == name).map_or(name, |table| table.title.zh);
    Text { en: name.to_owned(), zh: zh.to_owned() }
}

/// The same, where the ids that may have been meant are known.
pub fn of_noun(noun: &Noun, id: &str, near: Vec<Text>) -> Text {
    let one = Text { en: noun.one.en.to_lowercase(), zh: noun.one.zh.to_owned() };
    if near.is_empty() {
        return say!(
            "there is no {one} '{id}'; rollbook {code} list --all shows all",
            "没有{one}“{id}”；rollbook {code} list --all 列出全部",
            one = one,
            id = id,
            code = noun.code
        );
    }
    say!("there is no {one} '{id}'; did you mean {near}?", "没有{one}“{id}”；是不是 {near}？", one = one, id = id, near = Text::list(near))
}

/// The ids, with their names, of the rows whose name is `text`, else of those whose name has it in it; none where they are many.
fn called(book: &Book, table: TableId, text: &str) -> Vec<Text> {
    let (text, Some(keys)) = (folded(text).collect::<String>(), book.keys(table)) else { return Vec::new() };
    if text.chars().count() < 2 {
        return Vec::new();
    }
    let (mut same, mut within): (Vec<Named>, Vec<Named>) = (Vec::new(), Vec::new());
    for (row, id) in keys.iter() {
        let Some(name) = names::name(book, table, row) else { continue };
        let folded: String = folded(name).collect();
        let found = if folded == text { &mut same } else { &mut within };
        if found.len() <= MOST && folded.contains(&text) {
            found.push(Named { id: id.to_owned(), name: name.to_owned() });
        }
    }
    let found = if same.is_empty() { within } else { same };
    let say = |named: &Named| say!("{id} ({name})", "{id}（{name}）", id = named.id, name = named.name);
    if found.len() > MOST { Vec::new() } else { found.iter().map(say).collect() }
}
