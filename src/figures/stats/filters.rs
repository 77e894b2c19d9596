//! Filters: which activities and which people count. They mean the same in every command.

use std::collections::HashSet;

use crate::book::{Book, Forest, Stay};
use crate::figures::list::unknown;
use crate::figures::list::words::entries;
use crate::figures::scope::option;
use crate::say;
use crate::say::Text;
use crate::schema::Col;
use crate::tables::activities::Activity;
use crate::tables::branches::Branch;
use crate::tables::campaigns::Campaign;
use crate::tables::memberships::Role;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::tables::vocabulary::{ActivityKinds, Tracks};
use crate::tables::volunteers::Volunteer;
use crate::text::called::{self, Called};
use crate::value::fixed::Fixed;
use crate::value::{Row, Target, Vocabulary, Word};

use super::place_of;

/// The filters as they are written on the command line.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Host teams, with all below.
    pub team: Vec<String>,
    /// Kinds of activities.
    pub kind: Vec<String>,
    /// Places, with all below.
    pub place: Vec<String>,
    /// Branches of participants, with all below.
    pub branch: Vec<String>,
    /// Tracks of participants.
    pub track: Vec<String>,
    /// Campaigns.
    pub campaign: Vec<String>,
    /// Roles of participants in their home team that day.
    pub role: Vec<String>,
    /// Participants.
    pub volunteer: Vec<String>,
}

impl Asked {
    /// The filters that were given, by their options.
    pub fn given(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("team", &self.team),
            ("kind", &self.kind),
            ("place", &self.place),
            ("branch", &self.branch),
            ("track", &self.track),
            ("campaign", &self.campaign),
            ("role", &self.role),
            ("volunteer", &self.volunteer),
        ];
        all.into_iter().filter(|(_, words)| !words.is_empty()).map(|(name, words)| (name, words.join(","))).collect()
    }
}

/// The filters, looked up. `None`: no such filter.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    teams: Option<HashSet<Row<Team>>>,
    kinds: Option<HashSet<Word<ActivityKinds>>>,
    places: Option<HashSet<Row<Place>>>,
    branches: Option<HashSet<Row<Branch>>>,
    tracks: Option<HashSet<Word<Tracks>>>,
    campaigns: Option<HashSet<Row<Campaign>>>,
    roles: Option<HashSet<Role>>,
    volunteers: Option<HashSet<Row<Volunteer>>>,
    /// The filters that were given, for reports.
    pub given: Vec<(&'static str, String)>,
}

impl Filters {
    /// Looks the filters up in a book.
    ///
    /// # Errors
    /// Names what the book does not have, and what may have been meant.
    pub fn of(book: &Book, asked: &Asked) -> Result<Self, Text> {
        let teams = rows::<Team>(book, &asked.team)?;
        let places = rows::<Place>(book, &asked.place)?;
        let branches = rows::<Branch>(book, &asked.branch)?;
        Ok(Self {
            teams: teams.map(|set| below(book.teams_below(), &set)),
            kinds: words(book, "kind", &asked.kind)?,
            places: places.map(|set| below(book.places_below(), &set)),
            branches: branches.map(|set| below(book.branches_below(), &set)),
            tracks: words(book, "track", &asked.track)?,
            campaigns: rows(book, &asked.campaign)?,
            roles: roles(&asked.role)?,
            volunteers: rows(book, &asked.volunteer)?,
            given: asked.given(),
        })
    }

    /// Whether they ask about people, so that only activities touched by them count.
    pub fn is_about_people(&self) -> bool {
        self.tracks.is_some() || self.is_about_more_than_track()
    }

    /// Whether a team counts by itself, or by what it is part of.
    pub fn has_host(&self, team: Option<Row<Team>>) -> bool {
        within(&self.teams, || team)
    }

    /// The tracks asked for.
    pub fn tracks(&self) -> Option<&HashSet<Word<Tracks>>> {
        self.tracks.as_ref()
    }

    /// Whether they ask about people by more than their track.
    pub fn is_about_more_than_track(&self) -> bool {
        self.branches.is_some() || self.roles.is_some() || self.volunteers.is_some()
    }

    /// Whether an activity counts.
    pub fn has_service(&self, book: &Book, activity: &Activity) -> bool {
        within(&self.teams, || activity.team.get())
            && within(&self.kinds, || activity.kind.get())
            && within(&self.campaigns, || activity.campaign.get())
            && within(&self.places, || place_of(book, activity).get())
    }

    /// The columns of an activity that the filters go by and that cannot be read, where nothing else tells that it does not count.
    pub fn doubts_service(&self, book: &Book, activity: &Activity) -> Vec<Col<Activity>> {
        let place = place_of(book, activity);
        let judged = [
            (self.teams.is_some(), activity.team.is_broken(), within(&self.teams, || activity.team.get()), Activity::team),
            (self.kinds.is_some(), activity.kind.is_broken(), within(&self.kinds, || activity.kind.get()), Activity::kind),
            (self.campaigns.is_some(), activity.campaign.is_broken(), within(&self.campaigns, || activity.campaign.get()), Activity::campaign),
            (self.places.is_some(), place.is_broken(), within(&self.places, || place.get()), Activity::place),
        ];
        doubtful(&judged)
    }

    /// The same of a volunteer.
    pub fn doubts_volunteer(&self, row: Row<Volunteer>, volunteer: &Volunteer) -> Vec<Col<Volunteer>> {
        let judged = [
            (false, false, within(&self.volunteers, || Some(row)), Volunteer::id),
            (self.branches.is_some(), volunteer.branch.is_broken(), within(&self.branches, || volunteer.branch.get()), Volunteer::branch),
            (self.tracks.is_some(), volunteer.track.is_broken(), within(&self.tracks, || volunteer.track.get()), Volunteer::track),
        ];
        doubtful(&judged)
    }

    /// Whether a volunteer counts.
    pub fn has_volunteer(&self, row: Row<Volunteer>, volunteer: &Volunteer) -> bool {
        within(&self.volunteers, || Some(row)) && within(&self.branches, || volunteer.branch.get()) && within(&self.tracks, || volunteer.track.get())
    }

    /// The volunteers asked for.
    pub fn volunteers(&self) -> Option<&HashSet<Row<Volunteer>>> {
        self.volunteers.as_ref()
    }

    /// Whether somebody is asked for.
    pub fn has_person(&self, person: Option<Row<Volunteer>>) -> bool {
        within(&self.volunteers, || person)
    }

    /// Whether a team is asked for: by itself or what it is part of.
    pub fn has_team(&self, team: Option<Row<Team>>) -> bool {
        within(&self.teams, || team)
    }

    /// Whether a place is asked for: by itself or what it lies in.
    pub fn has_place(&self, place: Option<Row<Place>>) -> bool {
        within(&self.places, || place)
    }

    /// Whether a branch is asked for: by itself or what it is part of.
    pub fn has_branch(&self, branch: Option<Row<Branch>>) -> bool {
        within(&self.branches, || branch)
    }

    /// Whether a track is asked for.
    pub fn has_track(&self, track: Option<Word<Tracks>>) -> bool {
        within(&self.tracks, || track)
    }

    /// Whether a campaign is asked for.
    pub fn has_campaign(&self, campaign: Option<Row<Campaign>>) -> bool {
        within(&self.campaigns, || campaign)
    }

    /// Whether a participation counts, by the membership its volunteer had that day.
    pub fn has_role(&self, home: Option<&Stay>) -> bool {
        within(&self.roles, || home.and_then(|stay| stay.role))
    }
}

/// The columns that a filter goes by and that cannot be read; none where a readable one is ruled out. Of each: whether a filter goes by it,
/// whether it cannot be read, whether it is asked for.
fn doubtful<R>(judged: &[(bool, bool, bool, Col<R>)]) -> Vec<Col<R>> {
    if judged.iter().any(|(_, is_broken, is_asked, _)| !is_broken && !is_asked) {
        return Vec::new();
    }
    judged.iter().filter(|(is_given, is_broken, ..)| *is_given && *is_broken).map(|(.., column)| *column).collect()
}

/// Without a filter everything counts; with one, only what is known to be in it.
fn within<T: std::hash::Hash + Eq>(set: &Option<HashSet<T>>, value: impl FnOnce() -> Option<T>) -> bool {
    set.as_ref().is_none_or(|set| value().is_some_and(|value| set.contains(&value)))
}

/// The rows of ids.
fn rows<R: Target>(book: &Book, ids: &[String]) -> Result<Option<HashSet<Row<R>>>, Text> {
    if ids.is_empty() {
        return Ok(None);
    }
    let mut set = HashSet::new();
    for id in ids {
        let keys = book.keys(R::TARGET);
        let found = keys.and_then(|keys| keys.find(id)).ok_or_else(|| unknown::<R>(book, id))?;
        set.insert(Row::new(found));
    }
    Ok(Some(set))
}

/// The words of codes or titles.
fn words<V: Vocabulary + std::hash::Hash>(book: &Book, name: &str, texts: &[String]) -> Result<Option<HashSet<Word<V>>>, Text> {
    if texts.is_empty() {
        return Ok(None);
    }
    let mut set = HashSet::new();
    for text in texts {
        let found = book.words.find::<V>(text).ok_or_else(|| {
            let list = Text { en: format!("the vocabulary {}", V::NAME), zh: format!("“{}”的词表", option(name).zh) };
            no_word(list, text, &entries(book, V::NUMBER))
        })?;
        set.insert(found);
    }
    Ok(Some(set))
}

fn roles(texts: &[String]) -> Result<Option<HashSet<Role>>, Text> {
    if texts.is_empty() {
        return Ok(None);
    }
    let mut set = HashSet::new();
    for text in texts {
        let found = Role::find(text).ok_or_else(|| {
            let known: Vec<Called<'_>> = Role::WORDS.iter().map(|word| Called { code: word.code, en: word.title.en, zh: word.title.zh }).collect();
            no_word(say!("the list of roles", "角色"), text, &known)
        })?;
        set.insert(found);
    }
    Ok(Some(set))
}

/// That a list of words has no such word, with the nearest one, else all that there are.
fn no_word(list: Text, text: &str, known: &[Called<'_>]) -> Text {
    if known.is_empty() {
        return say!("{list} has no words", "{list}中没有词", list = list);
    }
    match called::meant(known, text) {
        Some(near) => {
            say!("{list} has no '{text}'; did you mean {near}?", "{list}中没有“{text}”；是不是“{near}”？", list = list, text = text, near = near)
        }
        None => say!("{list} has no '{text}', but: {all}", "{list}中没有“{text}”，可用：{all}", list = list, text = text, all = called::list(known)),
    }
}

/// The rows of a set and all below them.
fn below<R>(forest: &Forest, set: &HashSet<Row<R>>) -> HashSet<Row<R>> {
    forest.at_or_below(set.iter().map(|row| row.number)).into_iter().map(Row::new).collect()
}
