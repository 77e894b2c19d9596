//! The counting itself: one walk over the activities, one over the volunteers with their participations.
//!
//! Only what was held and attended counts. Distinct volunteers are counted for each group where a volunteer's own
//! participations lie side by side, so that nothing is ever added up across groups.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::book::{Ask, Book};
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::teams::Team;
use crate::tables::vocabulary::Tracks;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Row, Word};

use super::Query;
use super::by::{Chosen, Key, Look, Part, Service};

/// The sums of one group.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Services.
    pub services: u64,
    /// Participations.
    pub participations: u64,
    /// Hours given.
    pub hours: Amount,
    /// Beneficiaries, person-times.
    pub beneficiaries: u64,
    /// Distinct volunteers.
    pub volunteers: u64,
    /// Participations of volunteers who were at home in another team that day.
    pub crossing: u64,
    /// People without a name in the book.
    pub headcount: u64,
    /// Outcomes by metric.
    pub outcomes: HashMap<u32, Amount>,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.services += other.services;
        self.participations += other.participations;
        self.hours += other.hours;
        self.beneficiaries += other.beneficiaries;
        self.volunteers += other.volunteers;
        self.crossing += other.crossing;
        self.headcount += other.headcount;
        for (metric, sum) in &other.outcomes {
            *self.outcomes.entry(*metric).or_default() += *sum;
        }
    }

    /// Whether nothing at all was counted.
    fn is_empty(&self) -> bool {
        self.services == 0 && self.participations == 0 && self.outcomes.is_empty()
    }

    fn add_service(&mut self, activity: &Activity) {
        self.services += 1;
        self.beneficiaries += activity.beneficiaries.get().map_or(0, |n| u64::from(n.0));
        self.headcount += activity.headcount.get().map_or(0, |n| u64::from(n.0));
    }
}

/// The groups, each with its keys and sums.
#[derive(Default)]
pub struct Counted {
    /// In no particular order.
    pub groups: Vec<(Vec<Key>, Tally)>,
}

/// What is known of an activity when its participations are counted.
#[derive(Clone, Copy)]
struct Held {
    /// The number of its group by the dimensions of services; [`NOT_COUNTED`] if it is not in question.
    group: u32,
    day: Day,
    team: Option<Row<Team>>,
}

const NOT_COUNTED: u32 = u32::MAX;

/// Numbers for combinations of keys, in the order in which they came up.
#[derive(Default)]
struct Numbers {
    of: HashMap<Vec<Key>, u32>,
    keys: Vec<Vec<Key>>,
}

impl Numbers {
    fn get(&mut self, keys: &[Key]) -> u32 {
        if let Some(number) = self.of.get(keys) {
            return *number;
        }
        let number = u32::try_from(self.keys.len()).unwrap_or(NOT_COUNTED);
        self.of.insert(keys.to_vec(), number);
        self.keys.push(keys.to_vec());
        number
    }
}

/// Counts by some dimensions.
pub fn count(book: &Book, ask: Ask, query: &Query, by: &[Chosen]) -> Counted {
    let look = Look { book };
    let mut services = Numbers::default();
    let held = held(&look, ask, query, by, &mut services);
    let about_people = query.filters.is_about_people() || by.iter().any(|by| by.dimension.is_about_people());
    let shares = shares(&look, query, by, &held, &services, about_people);

    let mut numbers = Numbers::default();
    let mut tallies: Vec<Tally> = Vec::new();
    let mut touched: Vec<(u32, u32)> = Vec::new();
    for share in shares {
        let map: Vec<u32> = share.numbers.keys.iter().map(|keys| numbers.get(keys)).collect();
        tallies.resize_with(numbers.keys.len(), Tally::default);
        for (tally, number) in share.tallies.iter().zip(&map) {
            if let Some(sum) = tallies.get_mut(*number as usize) {
                sum.add(tally);
            }
        }
        touched.extend(share.touched.iter().filter_map(|(activity, group)| Some((*activity, *map.get(*group as usize)?))));
    }
    if !about_people {
        // Every service in question counts, also one that nobody's participation is recorded of.
        for (row, activity) in book.activities.iter() {
            if let Some(held) = held.get(row.index()).filter(|held| held.group != NOT_COUNTED) {
                let keys = services.keys.get(held.group as usize).map_or(&[][..], |keys| keys);
                let number = numbers.get(keys);
                tallies.resize_with(numbers.keys.len(), Tally::default);
                touched.push((row.number, number));
                if let Some(sum) = tallies.get_mut(number as usize) {
                    sum.add_service(&activity);
                }
            }
        }
    } else {
        touched.par_sort_unstable();
        touched.dedup();
        for (activity, group) in &touched {
            if let (Some(sum), Some(activity)) = (tallies.get_mut(*group as usize), book.activities.get(Row::new(*activity))) {
                sum.add_service(&activity);
            }
        }
    }
    let track = Outcomes { by_track: by.iter().position(|by| by.dimension.code == TRACK), only: query.filters.tracks() };
    if (track.by_track.is_some() || track.only.is_some()) && !query.filters.is_about_more_than_track() && !by.iter().any(is_about_others) {
        // An outcome is of its metric's track, whoever took part: all activities in question count, not those touched.
        touched = held
            .iter()
            .zip(0u32..)
            .filter(|(held, _)| held.group != NOT_COUNTED)
            .map(|(held, row)| (row, numbers.get(services.keys.get(held.group as usize).map_or(&[][..], |keys| keys))))
            .collect();
    }
    outcomes(book, &touched, &track, &mut numbers, &mut tallies);
    // Groups that were only numbered on the way hold nothing.
    if by.is_empty() && tallies.is_empty() {
        return Counted { groups: vec![(Vec::new(), Tally::default())] };
    }
    Counted { groups: numbers.keys.into_iter().zip(tallies).filter(|(_, tally)| by.is_empty() || !tally.is_empty()).collect() }
}

/// What is known of each activity, and the groups of those in question.
fn held(look: &Look<'_>, ask: Ask, query: &Query, by: &[Chosen], numbers: &mut Numbers) -> Vec<Held> {
    let mut keys = Vec::with_capacity(by.len());
    look.book
        .activities
        .iter()
        .map(|(row, activity)| {
            let mut held = Held { group: NOT_COUNTED, day: Day::MIN, team: activity.team.get() };
            let (Some(_), Some(day), Some(status), Some(_)) = (activity.id.get(), activity.date.get(), activity.status.get(), activity.hours.get())
            else {
                return held;
            };
            held.day = day;
            if status != ActivityStatus::Held || !query.has(ask, day) || !query.filters.has_service(look.book, &activity) {
                return held;
            }
            let service = Service { row, day, activity };
            keys.clear();
            keys.extend(by.iter().map(|by| by.service_key(look, &service)));
            held.group = numbers.get(&keys);
            held
        })
        .collect()
}

/// What one thread has counted: participations, hours, distinct volunteers.
#[derive(Default)]
struct Share {
    numbers: Numbers,
    tallies: Vec<Tally>,
    /// Activities and groups of people who took part; only where people are asked about.
    touched: Vec<(u32, u32)>,
}

fn shares(look: &Look<'_>, query: &Query, by: &[Chosen], held: &[Held], services: &Numbers, about_people: bool) -> Vec<Share> {
    const VOLUNTEERS: usize = 16_384;
    let volunteers = look.book.volunteers.len();
    // Set up once, before several threads ask for them.
    let (_, _) = (look.book.facts(), look.book.history());
    (0..volunteers.div_ceil(VOLUNTEERS))
        .into_par_iter()
        .map(|n| {
            let mut share = Share::default();
            let mut keys: Vec<Key> = Vec::with_capacity(by.len());
            let mut groups: Vec<u32> = Vec::new();
            for (volunteer, record) in look.book.volunteers.slice(n * VOLUNTEERS, (n + 1) * VOLUNTEERS) {
                if query.filters.has_volunteer(volunteer, &record) {
                    share.volunteer(look, query, by, held, services, about_people, volunteer, (&mut keys, &mut groups));
                }
            }
            share
        })
        .collect()
}

impl Share {
    /// Counts the participations of one volunteer.
    #[expect(clippy::too_many_arguments, reason = "one walk over everything that is known, with buffers used again")]
    fn volunteer(
        &mut self,
        look: &Look<'_>,
        query: &Query,
        by: &[Chosen],
        held: &[Held],
        services: &Numbers,
        about_people: bool,
        volunteer: Row<Volunteer>,
        (keys, groups): (&mut Vec<Key>, &mut Vec<u32>),
    ) {
        let (facts, history) = (look.book.facts(), look.book.history());
        groups.clear();
        for (_, participation) in facts.of_volunteer(look.book, volunteer) {
            let (Some(activity), Some(hours), Some(true)) = (participation.activity.get(), participation.hours.get(), participation.attended())
            else {
                continue;
            };
            let Some(held) = held.get(activity.index()).filter(|held| held.group != NOT_COUNTED) else { continue };
            let home = history.home(volunteer, held.team, held.day);
            if !query.filters.has_role(home) {
                continue;
            }
            keys.clear();
            keys.extend_from_slice(services.keys.get(held.group as usize).map_or(&[][..], |keys| keys));
            let part = Part { day: held.day, volunteer, home };
            for (key, by) in keys.iter_mut().zip(by) {
                if let Some(of_person) = by.person_key(look, &part) {
                    *key = of_person;
                }
            }
            let group = self.numbers.get(keys);
            self.tallies.resize_with(self.numbers.keys.len(), Tally::default);
            if let Some(tally) = self.tallies.get_mut(group as usize) {
                tally.participations += 1;
                tally.hours += hours;
                tally.crossing += u64::from(held.team.is_some() && home.is_some_and(|home| Some(home.team) != held.team));
            }
            groups.push(group);
            if about_people {
                self.touched.push((activity.number, group));
            }
        }
        groups.sort_unstable();
        groups.dedup();
        for group in &*groups {
            if let Some(tally) = self.tallies.get_mut(*group as usize) {
                tally.volunteers += 1;
            }
        }
    }
}

/// The dimension that outcomes have of their own.
const TRACK: &str = "track";

fn is_about_others(by: &Chosen) -> bool {
    by.dimension.is_about_people() && by.dimension.code != TRACK
}

/// How outcomes go by track: by that of their metric, not by those of the people who took part.
struct Outcomes<'a> {
    /// Which of the dimensions is the track.
    by_track: Option<usize>,
    /// Only metrics of these tracks count.
    only: Option<&'a HashSet<Word<Tracks>>>,
}

/// Adds the outcomes of the activities to the groups that they are in. `touched` is sorted by activity.
fn outcomes(book: &Book, touched: &[(u32, u32)], track: &Outcomes<'_>, numbers: &mut Numbers, tallies: &mut Vec<Tally>) {
    let mut groups: Vec<u32> = Vec::new();
    for (_, outcome) in book.outcomes.iter() {
        let (Some(activity), Some(metric), Some(quantity)) = (outcome.activity.get(), outcome.metric.get(), outcome.quantity.get()) else {
            continue;
        };
        let own = book.settings.vocabularies.metric(metric).and_then(|metric| metric.track);
        if track.only.is_some_and(|only| own.is_none_or(|own| !only.contains(&own))) {
            continue;
        }
        groups.clear();
        let from = touched.partition_point(|(a, _)| *a < activity.number);
        for (_, group) in touched.iter().skip(from).take_while(|(a, _)| *a == activity.number) {
            let group = match track.by_track {
                None => *group,
                Some(place) => {
                    let mut keys = numbers.keys.get(*group as usize).cloned().unwrap_or_default();
                    if let Some(key) = keys.get_mut(place) {
                        *key = own.map_or(Key::None, |own| Key::Of(own.number));
                    }
                    numbers.get(&keys)
                }
            };
            groups.push(group);
        }
        groups.sort_unstable();
        groups.dedup();
        tallies.resize_with(numbers.keys.len(), Tally::default);
        for group in &groups {
            if let Some(tally) = tallies.get_mut(*group as usize) {
                *tally.outcomes.entry(metric.number).or_default() += quantity;
            }
        }
    }
}
