//! The counting itself: one walk over the activities, one over the volunteers with their participations.
//!
//! Only what was held and attended counts. Distinct volunteers are counted for each group where a volunteer's own
//! participations lie side by side, so that nothing is ever added up across groups.

use std::collections::HashSet;

use foldhash::HashMap;
use rayon::prelude::*;

use crate::book::{Ask, Book};
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::teams::Team;
use crate::tables::vocabulary::Tracks;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Period, Row, Word};

use super::by::{Chosen, Key, Look, Part, Service};
use super::{Filters, Query};

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

/// What is known of an activity when its participations are counted.
#[derive(Clone, Copy)]
struct Held {
    /// The number of its group by the dimensions of services; [`NOT_COUNTED`] if it is not in question.
    group: u32,
    day: Day,
    team: Option<Row<Team>>,
}

const NOT_COUNTED: u32 = u32::MAX;

/// The activities in question, grouped by the dimensions of services.
struct Services {
    held: Vec<Held>,
    /// The keys of each group; where a dimension is about people, a placeholder.
    keys: Vec<Vec<Key>>,
    numbers: HashMap<Vec<Key>, u32>,
}

impl Services {
    fn of(look: &Look<'_>, ask: Ask, query: &Query, by: &[Chosen]) -> Self {
        let mut services = Self { held: Vec::with_capacity(look.book.activities.len()), keys: Vec::new(), numbers: HashMap::default() };
        let mut keys = Vec::with_capacity(by.len());
        for (row, activity) in look.book.activities.iter() {
            let mut held = Held { group: NOT_COUNTED, day: Day::MIN, team: activity.team.get() };
            if let (Some(_), Some(day), Some(ActivityStatus::Held), Some(_)) =
                (activity.id.get(), activity.date.get(), activity.status.get(), activity.hours.get())
            {
                held.day = day;
                if query.has(ask, day) && query.filters.has_service(look.book, &activity) {
                    let service = Service { row, day, activity };
                    keys.clear();
                    keys.extend(by.iter().map(|by| by.service_key(look, &service)));
                    held.group = services.number(&keys);
                }
            }
            services.held.push(held);
        }
        services
    }

    fn number(&mut self, keys: &[Key]) -> u32 {
        if let Some(number) = self.numbers.get(keys) {
            return *number;
        }
        let number = u32::try_from(self.keys.len()).unwrap_or(NOT_COUNTED);
        self.numbers.insert(keys.to_vec(), number);
        self.keys.push(keys.to_vec());
        number
    }

    /// The activities in question with their groups, by rising row.
    fn in_question(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0u32..).zip(&self.held).filter(|(_, held)| held.group != NOT_COUNTED).map(|(row, held)| (row, held.group))
    }
}

/// What tells a group apart: the group of the service, and the keys of the person for the dimensions about people.
type Combination = (u32, [Key; 2]);

/// Numbers for the combinations that come up. Where no dimension is about people, a service's group is the group.
struct Combinations {
    about_people: bool,
    numbers: HashMap<Combination, u32>,
    all: Vec<Combination>,
}

impl Combinations {
    fn new(services: &Services, by: &[Chosen]) -> Self {
        let about_people = by.iter().any(|by| by.dimension.is_about_people());
        let groups = if about_people { 0 } else { u32::try_from(services.keys.len()).unwrap_or(NOT_COUNTED) };
        Self { about_people, numbers: HashMap::default(), all: (0..groups).map(|group| (group, [Key::None; 2])).collect() }
    }

    fn number(&mut self, combination: Combination) -> u32 {
        if !self.about_people {
            return combination.0;
        }
        let next = u32::try_from(self.all.len()).unwrap_or(NOT_COUNTED);
        let number = *self.numbers.entry(combination).or_insert(next);
        if number == next {
            self.all.push(combination);
        }
        number
    }

    /// The keys of a group.
    fn keys(&self, services: &Services, by: &[Chosen], number: u32) -> Vec<Key> {
        let (group, person) = self.all.get(number as usize).copied().unwrap_or((NOT_COUNTED, [Key::None; 2]));
        let mut keys = services.keys.get(group as usize).cloned().unwrap_or_default();
        for ((key, by), of_person) in keys.iter_mut().zip(by).zip(person) {
            if by.dimension.is_about_people() {
                *key = of_person;
            }
        }
        keys
    }
}

/// Counts by some dimensions: the groups, each with its keys and sums, in no particular order.
pub fn count(book: &Book, ask: Ask, query: &Query, by: &[Chosen]) -> Vec<(Vec<Key>, Tally)> {
    let look = Look { book };
    let services = Services::of(&look, ask, query, by);
    let about_people = query.filters.is_about_people() || by.iter().any(|by| by.dimension.is_about_people());
    let mut combinations = Combinations::new(&services, by);
    let mut given: Vec<Given> = Vec::new();
    let mut touched: Vec<(u32, u32)> = Vec::new();
    for share in shares(&look, query, by, &services, about_people) {
        let map: Vec<u32> = share.combinations.all.iter().map(|combination| combinations.number(*combination)).collect();
        given.resize(combinations.all.len(), Given::default());
        for (sums, number) in share.given.iter().zip(&map) {
            if let Some(into) = given.get_mut(*number as usize) {
                into.add(sums);
            }
        }
        touched.extend(share.touched.iter().filter_map(|(activity, group)| Some((*activity, *map.get(*group as usize)?))));
    }
    if about_people {
        touched.par_sort_unstable();
        touched.dedup();
    } else {
        // Every service in question counts, also one that nobody's participation is recorded of.
        touched = services.in_question().collect();
    }
    let mut tallies: HashMap<Vec<Key>, Tally> = HashMap::default();
    let keys: Vec<Vec<Key>> =
        (0..u32::try_from(combinations.all.len()).unwrap_or(NOT_COUNTED)).map(|n| combinations.keys(&services, by, n)).collect();
    let mut sums: Vec<Tally> = given.iter().map(Given::tally).collect();
    sums.resize_with(keys.len(), Tally::default);
    for (activity, group) in &touched {
        if let (Some(sum), Some(activity)) = (sums.get_mut(*group as usize), book.activities.get(Row::new(*activity))) {
            sum.add_service(&activity);
        }
    }
    tallies.extend(keys.iter().cloned().zip(sums));
    let track = Track { by: by.iter().position(|by| by.dimension.code == TRACK), only: query.filters.tracks() };
    let of_metric = track.by.is_some() || track.only.is_some();
    if of_metric && !query.filters.is_about_more_than_track() && !by.iter().any(|by| by.dimension.is_about_people() && by.dimension.code != TRACK) {
        // An outcome is of its metric's track, whoever took part: all activities in question count, not those touched.
        let all: Vec<(u32, u32)> = services.in_question().collect();
        outcomes(book, &all, &services.keys, &track, &mut tallies);
    } else {
        outcomes(book, &touched, &keys, &track, &mut tallies);
    }
    if by.is_empty() {
        tallies.entry(Vec::new()).or_default();
    }
    tallies.into_iter().filter(|(_, tally)| by.is_empty() || !tally.is_empty()).collect()
}

/// What people gave, of one group.
#[derive(Clone, Copy, Default)]
struct Given {
    participations: u64,
    hours: Amount,
    volunteers: u64,
    crossing: u64,
}

impl Given {
    fn add(&mut self, other: &Self) {
        self.participations += other.participations;
        self.hours += other.hours;
        self.volunteers += other.volunteers;
        self.crossing += other.crossing;
    }

    fn tally(&self) -> Tally {
        Tally { participations: self.participations, hours: self.hours, volunteers: self.volunteers, crossing: self.crossing, ..Tally::default() }
    }
}

/// What one thread has counted: participations, hours, distinct volunteers.
struct Share {
    combinations: Combinations,
    given: Vec<Given>,
    /// Activities and groups of people who took part; only where people are asked about.
    touched: Vec<(u32, u32)>,
}

/// A share for each thread and a few more, so that none waits long for the last.
fn shares(look: &Look<'_>, query: &Query, by: &[Chosen], services: &Services, about_people: bool) -> Vec<Share> {
    // Set up once, before several threads ask for them.
    look.book.history();
    let volunteers = look.book.volunteers.len();
    let size = volunteers.div_ceil(rayon::current_num_threads() * 2).max(1);
    (0..volunteers.div_ceil(size))
        .into_par_iter()
        .with_max_len(1)
        .map(|n| {
            let combinations = Combinations::new(services, by);
            let given = vec![Given::default(); combinations.all.len()];
            let mut share = Share { combinations, given, touched: Vec::new() };
            let mut groups: Vec<u32> = Vec::new();
            for (volunteer, record) in look.book.volunteers.slice(n * size, (n + 1) * size) {
                if query.filters.has_volunteer(volunteer, &record) {
                    groups.clear();
                    share.volunteer(look, query, by, services, about_people, volunteer, &mut groups);
                }
            }
            share
        })
        .collect()
}

impl Share {
    /// Counts the participations of one volunteer; `groups` is a buffer.
    #[expect(clippy::too_many_arguments, reason = "the inmost step of the walk, with all that it looks at")]
    fn volunteer(
        &mut self,
        look: &Look<'_>,
        query: &Query,
        by: &[Chosen],
        services: &Services,
        about_people: bool,
        volunteer: Row<Volunteer>,
        groups: &mut Vec<u32>,
    ) {
        let (facts, history) = (look.book.facts(), look.book.history());
        for (_, participation) in facts.of_volunteer(look.book, volunteer) {
            let (Some(activity), Some(hours), Some(true)) = (participation.activity.get(), participation.hours.get(), participation.attended())
            else {
                continue;
            };
            let Some(held) = services.held.get(activity.index()).filter(|held| held.group != NOT_COUNTED) else { continue };
            let home = history.home(volunteer, held.team, held.day);
            if !query.filters.has_role(home) {
                continue;
            }
            let mut person = [Key::None; 2];
            if self.combinations.about_people {
                let part = Part { day: held.day, volunteer, home };
                for (slot, by) in person.iter_mut().zip(by) {
                    *slot = by.person_key(look, &part).unwrap_or(Key::None);
                }
            }
            let group = self.combinations.number((held.group, person));
            if self.given.len() <= group as usize {
                self.given.resize(group as usize + 1, Given::default());
            }
            if let Some(given) = self.given.get_mut(group as usize) {
                given.participations += 1;
                given.hours += hours;
                given.crossing += u64::from(held.team.is_some() && home.is_some_and(|home| Some(home.team) != held.team));
            }
            groups.push(group);
            if about_people {
                self.touched.push((activity.number, group));
            }
        }
        groups.sort_unstable();
        groups.dedup();
        for group in &*groups {
            if let Some(given) = self.given.get_mut(*group as usize) {
                given.volunteers += 1;
            }
        }
    }
}

/// The dimension that outcomes have of their own.
const TRACK: &str = "track";

/// How outcomes go by track: by that of their metric, not by those of the people who took part.
struct Track<'a> {
    /// Which of the dimensions is the track.
    by: Option<usize>,
    /// Only metrics of these tracks count.
    only: Option<&'a HashSet<Word<Tracks>>>,
}

/// Adds the outcomes of activities to their groups. `touched` has activities and groups, by rising activity; `keys` those of the groups.
fn outcomes(book: &Book, touched: &[(u32, u32)], keys: &[Vec<Key>], track: &Track<'_>, tallies: &mut HashMap<Vec<Key>, Tally>) {
    let mut groups: Vec<Vec<Key>> = Vec::new();
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
            let mut keys = keys.get(*group as usize).cloned().unwrap_or_default();
            if let Some(key) = track.by.and_then(|place| keys.get_mut(place)) {
                *key = own.map_or(Key::None, |own| Key::Of(own.number));
            }
            groups.push(keys);
        }
        groups.sort_unstable();
        groups.dedup();
        for keys in groups.drain(..) {
            *tallies.entry(keys).or_default().outcomes.entry(metric.number).or_default() += quantity;
        }
    }
}

/// The sums of each row of a dimension such as `team` or `volunteer`, by the row's number, in a period.
pub fn tallies_by(book: &Book, ask: Ask, period: Option<Period>, dimension: &str) -> std::collections::HashMap<u32, Tally> {
    let by: Vec<Chosen> = Chosen::parse(book, dimension).into_iter().collect();
    let query = Query { period, filters: Filters::default(), by: Vec::new() };
    let groups = count(book, ask, &query, &by).into_iter();
    groups.filter_map(|(keys, tally)| if let [Key::Of(number)] = keys.as_slice() { Some((*number, tally)) } else { None }).collect()
}
