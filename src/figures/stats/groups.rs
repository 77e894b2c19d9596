//! What tells the groups of a count apart: the activities in question by the dimensions of services, and the people by theirs.

use foldhash::HashMap;

use crate::book::{Ask, doubts};
use crate::tables::activities::ActivityStatus;
use crate::tables::teams::Team;
use crate::value::{Amount, Day, Row};

use super::Query;
use super::by::{Chosen, Key, Look, Service};

/// What is known of an activity when its participations are counted.
#[derive(Clone, Copy)]
pub(super) struct Held {
    /// The number of its group by the dimensions of services; [`NOT_COUNTED`] if it is not in question.
    pub group: u32,
    /// Its day.
    pub day: Day,
    /// Who held it.
    pub team: Option<Row<Team>>,
    /// How long it was.
    pub hours: Amount,
}

/// No group: the activity does not count.
pub(super) const NOT_COUNTED: u32 = u32::MAX;

/// The activities in question, grouped by the dimensions of services.
pub(super) struct Services {
    /// Every activity, by its row.
    pub held: Vec<Held>,
    /// The keys of each group; where a dimension is about people, a placeholder.
    pub keys: Vec<Vec<Key>>,
    /// Those in question that a rule doubts, by rising row, with its code.
    pub doubted: Vec<(u32, &'static str)>,
    numbers: HashMap<Vec<Key>, u32>,
}

impl Services {
    /// Looks at every activity.
    pub fn of(look: &Look<'_>, ask: Ask, query: &Query, by: &[Chosen]) -> Self {
        let mut services =
            Self { held: Vec::with_capacity(look.book.activities.len()), keys: Vec::new(), doubted: Vec::new(), numbers: HashMap::default() };
        let mut keys = Vec::with_capacity(by.len());
        for (row, activity) in look.book.activities.iter() {
            let mut held = Held { group: NOT_COUNTED, day: Day::MIN, team: activity.team.get(), hours: Amount::ZERO };
            if let (Some(_), Some(day), Some(ActivityStatus::Held), Some(hours)) =
                (activity.id.get(), activity.date.get(), activity.status.get(), activity.hours.get())
            {
                (held.day, held.hours) = (day, hours);
                if query.has(ask, day) && query.filters.has_service(look.book, &activity) {
                    let service = Service { row, day, activity };
                    keys.clear();
                    keys.extend(by.iter().map(|by| by.service_key(look, &service)));
                    held.group = services.number(&keys);
                    services.doubted.extend(doubts::of_activity(look.book, &activity).map(|code| (row.number, code)));
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
    pub fn in_question(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0u32..).zip(&self.held).filter(|(_, held)| held.group != NOT_COUNTED).map(|(row, held)| (row, held.group))
    }
}

/// What tells a group apart: the group of the service, and the keys of the person for the dimensions about people.
pub(super) type Combination = (u32, [Key; 2]);

/// Numbers for the combinations that come up. Where no dimension is about people, a service's group is the group.
pub(super) struct Combinations {
    /// Whether some dimension is about people.
    pub about_people: bool,
    numbers: HashMap<Combination, u32>,
    /// The combinations, by their numbers.
    pub all: Vec<Combination>,
}

impl Combinations {
    /// None but, where no dimension is about people, the groups of the services.
    pub fn new(services: &Services, by: &[Chosen]) -> Self {
        let about_people = by.iter().any(|by| by.dimension.is_about_people());
        let groups = if about_people { 0 } else { u32::try_from(services.keys.len()).unwrap_or(NOT_COUNTED) };
        Self { about_people, numbers: HashMap::default(), all: (0..groups).map(|group| (group, [Key::None; 2])).collect() }
    }

    /// The number of a combination.
    pub fn number(&mut self, combination: Combination) -> u32 {
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
    pub fn keys(&self, services: &Services, by: &[Chosen], number: u32) -> Vec<Key> {
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
