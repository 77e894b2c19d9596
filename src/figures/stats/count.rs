//! The counting itself: one walk over the activities, one over the volunteers with their participations.
//!
//! Only what was held and attended counts. Distinct volunteers are counted for each group where a volunteer's own
//! participations lie side by side, so that nothing is ever added up across groups.

use std::collections::{BTreeMap, HashSet};

use foldhash::HashMap;
use rayon::prelude::*;

use crate::book::{Ask, Attendance, Book, doubts};
use crate::figures::LeftOut;
use crate::tables::Record;
use crate::tables::activities::Activity;
use crate::tables::participations::Participation;
use crate::tables::vocabulary::Tracks;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Period, Row, Word};

use super::by::{Chosen, Key, Look, Part};
use super::groups::{Combinations, NOT_COUNTED, Services};
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

/// What was counted.
pub struct Counted {
    /// All of it.
    pub overall: Tally,
    /// The groups, each with its keys and sums, in no particular order; none where no dimension is asked for.
    pub groups: Vec<(Vec<Key>, Tally)>,
    /// What of it a rule doubts.
    pub doubted: LeftOut,
}

/// Counts as a whole and by some dimensions, in one walk.
pub fn count(book: &Book, ask: Ask, query: &Query, by: &[Chosen]) -> Counted {
    let look = Look { book };
    let services = Services::of(&look, ask, query, by);
    let about_people = query.filters.is_about_people() || by.iter().any(|by| by.dimension.is_about_people());
    let mut combinations = Combinations::new(&services, by);
    let (mut whole, mut given): (Given, Vec<Given>) = Default::default();
    let mut touched: Vec<(u32, u32)> = Vec::new();
    let mut doubted = BTreeMap::new();
    for share in shares(&look, query, by, &services, about_people) {
        whole.add(&share.whole);
        share.doubted.iter().for_each(|(code, rows)| *doubted.entry(*code).or_default() += rows);
        let map: Vec<u32> = share.combinations.all.iter().map(|combination| combinations.number(*combination)).collect();
        given.resize(combinations.all.len(), Given::default());
        for (sums, number) in share.given.iter().zip(&map) {
            if let Some(into) = given.get_mut(*number as usize) {
                into.add(sums);
            }
        }
        touched.extend(share.touched.iter().filter_map(|(activity, group)| Some((*activity, *map.get(*group as usize)?))));
    }
    touched.par_sort_unstable();
    touched.dedup();
    let one_group = |activities: &[(u32, u32)]| {
        let mut activities: Vec<(u32, u32)> = activities.iter().map(|(activity, _)| (*activity, 0)).collect();
        activities.dedup();
        activities
    };
    let in_question: Vec<(u32, u32)> = services.in_question().collect();
    // Where nobody asks about people every service in question counts, also one that nobody's participation is recorded of.
    let of_people = query.filters.is_about_people().then(|| one_group(&touched));
    let is_touched = |row: u32| of_people.as_ref().is_none_or(|activities| activities.binary_search(&(row, 0)).is_ok());
    let mut doubts = LeftOut::default();
    services.doubted.iter().filter(|(row, _)| is_touched(*row)).for_each(|(_, code)| doubts.add(Activity::DESCRIPTION.name, code, 1));
    doubted.into_iter().for_each(|(code, rows)| doubts.add(Participation::DESCRIPTION.name, code, rows));
    let whole_key = [Vec::new()];
    let all = Grouped { activities: &one_group(&in_question), keys: &whole_key };
    let of_whole = of_people.as_ref().map_or(all, |activities| Grouped { activities, keys: &whole_key });
    let overall = with_services(book, query, &[], &[whole], of_whole, all).into_values().next();
    let groups = if by.is_empty() {
        Vec::new()
    } else {
        let numbers = 0..u32::try_from(combinations.all.len()).unwrap_or(NOT_COUNTED);
        let keys: Vec<Vec<Key>> = numbers.map(|n| combinations.keys(&services, by, n)).collect();
        let activities = if about_people { &touched } else { &in_question };
        let all = Grouped { activities: &in_question, keys: &services.keys };
        let groups = with_services(book, query, by, &given, Grouped { activities, keys: &keys }, all);
        groups.into_iter().filter(|(_, tally)| !tally.is_empty()).collect()
    };
    Counted { overall: overall.unwrap_or_default(), groups, doubted: doubts }
}

/// Activities, by rising row, each with the number of a group; and the keys of the groups.
#[derive(Clone, Copy)]
struct Grouped<'a> {
    activities: &'a [(u32, u32)],
    keys: &'a [Vec<Key>],
}

/// What people gave in each group, with the services that touched it and their outcomes. `all` are all activities in question.
fn with_services(book: &Book, query: &Query, by: &[Chosen], given: &[Given], touched: Grouped<'_>, all: Grouped<'_>) -> HashMap<Vec<Key>, Tally> {
    let mut sums: Vec<Tally> = given.iter().map(Given::tally).collect();
    sums.resize_with(touched.keys.len(), Tally::default);
    for (activity, group) in touched.activities {
        if let (Some(sum), Some(activity)) = (sums.get_mut(*group as usize), book.activities.get(Row::new(*activity))) {
            sum.add_service(&activity);
        }
    }
    let mut tallies: HashMap<Vec<Key>, Tally> = touched.keys.iter().cloned().zip(sums).collect();
    let track = Track { by: by.iter().position(|by| by.dimension.code == TRACK), only: query.filters.tracks() };
    let of_metric = track.by.is_some() || track.only.is_some();
    let is_of_all =
        of_metric && !query.filters.is_about_more_than_track() && !by.iter().any(|by| by.dimension.is_about_people() && by.dimension.code != TRACK);
    // An outcome is of its metric's track, whoever took part: then all activities in question count, not those touched.
    outcomes(book, if is_of_all { all } else { touched }, &track, &mut tallies);
    tallies
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
    /// Counts a participation.
    fn take(&mut self, hours: Amount, is_crossing: bool) {
        self.participations += 1;
        self.hours += hours;
        self.crossing += u64::from(is_crossing);
    }

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
    whole: Given,
    given: Vec<Given>,
    /// Activities and groups of people who took part; only where people are asked about.
    touched: Vec<(u32, u32)>,
    /// How many participations each rule doubts, by its code.
    doubted: BTreeMap<&'static str, usize>,
}

/// A share for each thread and a few more, so that none waits long for the last.
fn shares(look: &Look<'_>, query: &Query, by: &[Chosen], services: &Services, about_people: bool) -> Vec<Share> {
    // Set up once, before several threads ask for them.
    look.book.history();
    look.book.attendances();
    let volunteers = look.book.volunteers.len();
    let size = volunteers.div_ceil(rayon::current_num_threads() * 2).max(1);
    (0..volunteers.div_ceil(size))
        .into_par_iter()
        .with_max_len(1)
        .map(|n| {
            let combinations = Combinations::new(services, by);
            let given = vec![Given::default(); combinations.all.len()];
            let mut share = Share { combinations, whole: Given::default(), given, touched: Vec::new(), doubted: BTreeMap::new() };
            let mut groups: Vec<u32> = Vec::new();
            for (volunteer, record) in look.book.volunteers.slice(n * size, (n + 1) * size) {
                if query.filters.has_volunteer(volunteer, &record) {
                    groups.clear();
                    let within = doubts::within(record.joined, record.left);
                    share.volunteer(look, query, by, services, about_people, (volunteer, within), &mut groups);
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
        (volunteer, within): (Row<Volunteer>, (Day, Day)),
        groups: &mut Vec<u32>,
    ) {
        let (book, history) = (look.book, look.book.history());
        let attended = book.attendances().of_volunteer(volunteer);
        let (mut last, mut is_long_day) = (None, false);
        for (n, (day, row)) in attended.iter().enumerate() {
            if last.replace(day) != Some(day) {
                // Hardly any day has two.
                let is_same = |(other, _): &&Attendance| other == day;
                let of_day = attended.get(n + 1).filter(is_same).map_or(0, |_| attended.iter().skip(n).take_while(is_same).count());
                is_long_day = of_day > 1 && doubts::are_long_day(book, attended.get(n..n + of_day).unwrap_or_default());
            }
            let Some((activity, hours)) = book.participations.get(*row).and_then(|p| Some((p.activity.get()?, p.hours.get()?))) else { continue };
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
            if let Some(code) = doubts::of_participation(hours, &doubts::Held { most: held.hours, day: held.day, within, is_long_day }) {
                *self.doubted.entry(code).or_default() += 1;
            }
            let is_crossing = held.team.is_some() && home.is_some_and(|home| Some(home.team) != held.team);
            self.whole.take(hours, is_crossing);
            if let Some(given) = self.given.get_mut(group as usize) {
                given.take(hours, is_crossing);
            }
            groups.push(group);
            if about_people {
                self.touched.push((activity.number, group));
            }
        }
        self.whole.volunteers += u64::from(!groups.is_empty());
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

/// Adds the outcomes of activities to their groups.
fn outcomes(book: &Book, grouped: Grouped<'_>, track: &Track<'_>, tallies: &mut HashMap<Vec<Key>, Tally>) {
    let Grouped { activities, keys } = grouped;
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
        let from = activities.partition_point(|(a, _)| *a < activity.number);
        for (_, group) in activities.iter().skip(from).take_while(|(a, _)| *a == activity.number) {
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

/// The sums of each row of a dimension such as `team` or `volunteer`, by the row's number, in a period; and what of them a rule doubts.
pub fn tallies_by(book: &Book, ask: Ask, period: Option<Period>, dimension: &str) -> (std::collections::HashMap<u32, Tally>, LeftOut) {
    let by: Vec<Chosen> = Chosen::parse(book, dimension).into_iter().collect();
    let query = Query { period, filters: Filters::default(), by: Vec::new() };
    let Counted { groups, doubted, .. } = count(book, ask, &query, &by);
    let of_row = |(keys, tally): (Vec<Key>, Tally)| if let [Key::Of(number)] = keys.as_slice() { Some((*number, tally)) } else { None };
    (groups.into_iter().filter_map(of_row).collect(), doubted)
}
