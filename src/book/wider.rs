//! Which places are wider than those of a kind, where `place-kinds` does not say so: those that one of the kind lies in.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::tables::places::Place;
use crate::tables::vocabulary::PlaceKinds;
use crate::value::{Row, Word};

use super::Book;

/// For each kind that was asked about, which places lie above one of it.
#[derive(Default)]
pub struct Wider(Mutex<HashMap<u32, Arc<Vec<bool>>>>);

impl Wider {
    /// Whether a place of a kind lies in a place. Each kind is gone over once.
    pub(super) fn has(&self, book: &Book, place: Row<Place>, kind: Word<PlaceKinds>) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let wider = known.entry(kind.number).or_insert_with(|| Arc::new(of(book, kind)));
        wider.get(place.index()).copied().unwrap_or_default()
    }
}

fn of(book: &Book, kind: Word<PlaceKinds>) -> Vec<bool> {
    let own: Vec<u32> = book.places.iter().map(|(_, place)| u32::from(place.kind.get() == Some(kind))).collect();
    let mut all = own.clone();
    book.places_below().roll_up(&mut all, |above, below| *above += below);
    all.iter().zip(&own).map(|(all, own)| all > own).collect()
}
