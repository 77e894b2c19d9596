//! By the place of the activity, or, with a level, by the place of that level that it lies in.

use crate::figures::list::words::entries;
use crate::figures::stats::place_of;
use crate::say;
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::places::Place;
use crate::tables::vocabulary::PlaceKinds;
use crate::text::called;
use crate::value::{Field, Row, TableId, Vocabulary, Word};

use super::{Dimension, Key, Look, Of, name_in};

pub(in crate::figures) static DIMENSION: Dimension = Dimension {
    code: "place",
    title: t("Place", "地点"),
    meaning: t(
        "The place of the activity, or that of its team where it names none; `place:LEVEL` sums up by the places of one kind.",
        "活动的地点，没有写的按服务队的地点；“地点:级别”按该类地点汇总。",
    ),
    named: true,
    reads: TableSet::of(&[TableId::PLACES, TableId::TEAMS]),
    of: Of::Service(|look, service, level| key_of(look, place_of(look.book, &service.activity), level)),
    label: |look, number| look.row::<Place>(number, |book| name_in(&book.places, book.places.get(Row::new(number)).map(|p| p.name))),
    level: Some(|book, text| {
        book.words.find::<PlaceKinds>(text).map(|word| word.number).ok_or_else(|| {
            let known = entries(book, PlaceKinds::NUMBER);
            match called::meant(&known, text) {
                Some(near) => {
                    say!("no place is a '{text}'; did you mean {near}?", "没有“{text}”这类地点；是不是“{near}”？", text = text, near = near)
                }
                None => say!("no place is a '{text}', but: {all}", "没有“{text}”这类地点，可用：{all}", text = text, all = called::list(&known)),
            }
        })
    }),
};

/// The key of a place, at a level.
pub(in crate::figures) fn key_of(look: &Look<'_>, place: Field<Row<Place>>, level: Option<u32>) -> Key {
    let (Some(row), Some(level)) = (place.get(), level) else { return Key::row(place) };
    let wanted = Word::<PlaceKinds>::new(level);
    let levels = &look.book.settings.vocabularies;
    let depth = levels.place_level(wanted);
    let kind_of = |row: Row<Place>| look.book.places.get(row).and_then(|place| place.kind.get());
    if let Some(found) = look.book.tree().place_at(look.book, row, wanted) {
        return Key::Of(found.number);
    }
    match (kind_of(row).and_then(|kind| levels.place_level(kind)), depth) {
        (Some(own), Some(depth)) if own < depth => Key::Above,
        (None, _) if kind_of(row).is_none() => Key::Unknown,
        // Without `place-kinds` there are no levels but those of the tree: a place that one of the level lies in is wider.
        (None, None) if look.book.is_wider(row, wanted) => Key::Above,
        _ => Key::None,
    }
}
