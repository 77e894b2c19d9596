//! Whose a row is, and where: what the filters go by.

use crate::schema::{Column, Record, Role};
use crate::tables::branches::Branch;
use crate::tables::campaigns::Campaign;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::tables::vocabulary::Tracks;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Loose, Row, TableId, Target, Word};

use super::Asking;

/// Whose a row is, and where. What it does not say of itself is that of its people, where they are the ones it is about.
#[derive(Clone, Copy, Default)]
pub struct Belongs {
    /// The volunteers it is about; one of them must be asked for.
    pub people: [Option<Row<Volunteer>>; 2],
    /// Its team.
    pub team: Option<Row<Team>>,
    /// Its place.
    pub place: Option<Row<Place>>,
    /// Its branch.
    pub branch: Option<Row<Branch>>,
    /// Its track.
    pub track: Option<Word<Tracks>>,
    /// Its campaign.
    pub campaign: Option<Row<Campaign>>,
    /// Whether its people are merely named in it: then it has no team and no place but its own.
    pub is_own: bool,
}

impl Belongs {
    /// What is a volunteer's.
    pub fn to(volunteer: Option<Row<Volunteer>>) -> Self {
        Self { people: [volunteer, None], ..Self::default() }
    }

    /// What the columns of a record refer to: the volunteers whose row it is, and a team, a place, a branch and a campaign.
    pub fn by_roles<R: Record>(record: &R) -> Self {
        let row = |column: &Column| if let Loose::Row(row) = record.loose(column.number) { Some(row) } else { None };
        let first = |table: TableId| R::DESCRIPTION.columns.iter().find(|column| column.refers == Some(table)).and_then(row);
        let mut owners = R::DESCRIPTION.columns_for(Role::Owner).map(|column| row(column).map(Row::new));
        Self {
            people: [owners.next().flatten(), owners.next().flatten()],
            team: first(Team::TARGET).map(Row::new),
            place: first(Place::TARGET).map(Row::new),
            branch: first(Branch::TARGET).map(Row::new),
            campaign: first(Campaign::TARGET).map(Row::new),
            ..Self::default()
        }
    }

    /// Whether it is asked for. A volunteer's team and role are those of `day`.
    pub fn is_asked(&self, asking: &Asking<'_>, day: Day) -> bool {
        match self.people {
            [None, None] => self.is_asked_of(asking, None, day),
            people => people.into_iter().flatten().any(|person| self.is_asked_of(asking, Some(person), day)),
        }
    }

    fn is_asked_of(&self, asking: &Asking<'_>, person: Option<Row<Volunteer>>, day: Day) -> bool {
        let filters = &asking.filters;
        let (book, whose) = (asking.book, person.filter(|_| !self.is_own));
        let record = whose.and_then(|person| book.volunteers.get(person));
        let home = whose.and_then(|person| book.history().home(person, None, day));
        filters.has_person(person)
            && filters.has_team(self.team.or(home.map(|home| home.team)))
            && filters.has_role(home)
            && filters.has_place(self.place.or_else(|| record.and_then(|record| record.residence.get())))
            && filters.has_branch(self.branch.or_else(|| record.and_then(|record| record.branch.get())))
            && filters.has_track(self.track.or_else(|| record.and_then(|record| record.track.get())))
            && filters.has_campaign(self.campaign)
    }
}
