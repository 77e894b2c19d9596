//! Who attended what was held, on which day: laid side by side for each volunteer, since rows of one person lie far apart.

use rayon::prelude::*;

use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::participations::Participation;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Field, Row};

use super::Book;

/// So many rows one thread takes at a time.
pub const SHARE: usize = 1 << 16;

/// A day on which a volunteer attended a held activity, with the row of the participation.
pub type Attendance = (Day, Row<Participation>);

/// The attendances of every volunteer, by day.
#[derive(Default)]
pub struct Attendances(Vec<Part>);

/// The attendances of volunteers whose rows follow each other.
#[derive(Default)]
struct Part {
    first: usize,
    starts: Vec<u32>,
    items: Vec<Attendance>,
}

impl Attendances {
    pub(super) fn of(book: &Book) -> Self {
        let held: Vec<Field<Day>> = book.activities.iter().map(|(_, a)| if is_held(&a) { a.date } else { Field::EMPTY }).collect();
        // Each thread walks over all rows and takes those of its own volunteers: reading is cheap, laying side by side is not.
        let parts = rayon::current_num_threads().max(1);
        let size = book.volunteers.len().div_ceil(parts).max(1);
        let range = |n: usize| n * size..((n + 1) * size).min(book.volunteers.len());
        Self((0..parts).into_par_iter().map(|n| Part::of(book, &held, range(n))).collect())
    }

    /// The attendances of a volunteer, by day.
    pub fn of_volunteer(&self, volunteer: Row<Volunteer>) -> &[Attendance] {
        let part = self.0.iter().rev().find(|part| part.first <= volunteer.index());
        part.map_or(&[], |part| part.get(volunteer.index() - part.first))
    }

    /// Shows the attendances of each volunteer to a visitor, by several threads, and puts together what it says.
    pub fn each<T: Send>(&self, visit: impl Fn(Row<Volunteer>, &[Attendance], &mut Vec<T>) + Sync) -> Vec<T> {
        let shares: Vec<(&Part, usize)> = self.0.iter().flat_map(|part| (0..part.len().div_ceil(SHARE)).map(move |n| (part, n * SHARE))).collect();
        let visit = &visit;
        shares
            .into_par_iter()
            .with_max_len(1)
            .flat_map_iter(|(part, from)| {
                let mut said = Vec::new();
                for n in from..(from + SHARE).min(part.len()) {
                    let attended = part.get(n);
                    if !attended.is_empty() {
                        visit(Row::new(u32::try_from(part.first + n).unwrap_or(u32::MAX)), attended, &mut said);
                    }
                }
                said
            })
            .collect()
    }
}

impl Part {
    fn of(book: &Book, held: &[Field<Day>], range: std::ops::Range<usize>) -> Self {
        let (first, count) = (range.start, range.len());
        let own = || {
            book.participations.iter().filter_map(move |(row, p)| {
                let n = p.volunteer.get()?.index().checked_sub(first).filter(|n| *n < count)?;
                let day = held.get(p.activity.get()?.index())?.get()?;
                (p.attended() == Some(true)).then_some((n, day, row))
            })
        };
        let mut starts = vec![0u32; count + 1];
        for (n, ..) in own() {
            if let Some(start) = starts.get_mut(n + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut items = vec![(Day::MIN, Row::new(0)); sum as usize];
        let mut next = starts.clone();
        for (n, day, row) in own() {
            if let Some(at) = next.get_mut(n) {
                if let Some(item) = items.get_mut(*at as usize) {
                    *item = (day, row);
                }
                *at += 1;
            }
        }
        let mut part = Self { first, starts, items };
        for n in 0..count {
            // A book is mostly written down day by day.
            let own = part.range(n);
            if let Some(own) = part.items.get_mut(own).filter(|own| !own.is_sorted()) {
                own.sort_unstable();
            }
        }
        part
    }

    fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn range(&self, n: usize) -> std::ops::Range<usize> {
        match (self.starts.get(n), self.starts.get(n + 1)) {
            (Some(from), Some(to)) => *from as usize..*to as usize,
            _ => 0..0,
        }
    }

    fn get(&self, n: usize) -> &[Attendance] {
        self.items.get(self.range(n)).unwrap_or_default()
    }
}

/// Whether an activity was held.
pub fn is_held(activity: &Activity) -> bool {
    activity.status.get() == Some(ActivityStatus::Held)
}
