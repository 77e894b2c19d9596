//! What can be asked about, by every name that it has.

use crate::figures::stats::by::Dimension;
use crate::figures::stats::measures::Measure;
use crate::rules::{self, Family, Rule};
use crate::schema::names::fold;
use crate::tables::settings::{Key, Outline, Takes};
use crate::tables::{Column, Description};
use crate::text::nearest::nearest;
use crate::value::fixed::FixedWord;

use super::{Entry, Ours, column, figure, rule, setting, table};

/// Something that can be asked about.
#[derive(Clone, Copy)]
pub enum Topic {
    /// A rule.
    Rule(&'static Rule),
    /// A family of rules.
    Family(&'static Family),
    /// A table.
    Table(&'static Description),
    /// A column of a table.
    Column(&'static Description, &'static Column),
    /// A section of `rollbook.toml`.
    Section(&'static Outline),
    /// A key of `rollbook.toml`.
    Setting(&'static Outline, &'static Key),
    /// A figure of services.
    Measure(&'static Measure),
    /// What figures are told by.
    Dimension(&'static Dimension),
}

/// Why nothing can be told.
#[derive(Debug, PartialEq, Eq)]
pub enum Missed {
    /// Several things have that name: these are their whole names.
    Several(Vec<String>),
    /// Nothing has it; the nearest name, if one is near.
    Unknown(Option<String>),
}

impl Topic {
    /// The topic, told whole.
    pub fn entry(self, ours: Option<&Ours>) -> Entry {
        match self {
            Self::Rule(of) => rule::entry(of),
            Self::Family(of) => rule::family(of),
            Self::Table(of) => table::entry(of),
            Self::Column(of, it) => column::entry(of, it, ours),
            Self::Section(of) => setting::section(of),
            Self::Setting(of, it) => setting::key(of, it, ours),
            Self::Measure(of) => figure::measure(of),
            Self::Dimension(of) => figure::dimension(of),
        }
    }

    /// Its whole name, by which nothing else can be meant.
    fn name(self) -> String {
        match self {
            Self::Rule(of) => of.name.to_owned(),
            Self::Family(of) => of.letter.to_string(),
            Self::Table(of) => of.name.to_owned(),
            Self::Column(of, it) => format!("{}.{}", of.name, it.code),
            Self::Section(of) => of.name.to_owned(),
            Self::Setting(of, it) if of.name.is_empty() => it.name.to_owned(),
            Self::Setting(of, it) => format!("{}.{}", of.name, it.name),
            Self::Measure(of) => format!("stats.{}", of.key),
            Self::Dimension(of) => format!("by.{}", of.code),
        }
    }

    /// How near at hand it is: of two things of one name the nearer is meant.
    fn rank(self) -> usize {
        match self {
            Self::Rule(_) => 0,
            Self::Family(_) => 1,
            Self::Table(_) => 2,
            Self::Section(_) => 3,
            Self::Setting(..) => 4,
            // Figures and columns may have one name: then a reader is to say which.
            Self::Column(..) | Self::Measure(_) => 5,
            Self::Dimension(_) => 6,
        }
    }
}

/// The topic that a word names: a code, a name, a title of either language, `table.column` or `section.key`; a fixed word names its column.
///
/// # Errors
/// None has that name, or several.
pub fn ask(word: &str) -> Result<Topic, Missed> {
    find(&names(), word)
}

/// A name that something has.
struct Name {
    /// The name.
    text: String,
    /// The same without what readers pass over.
    folded: String,
    /// What has it.
    topic: Topic,
    /// Whether it is a whole name and not a part of one.
    is_whole: bool,
}

fn find(names: &[Name], word: &str) -> Result<Topic, Missed> {
    let folded = fold(&word.replace(['。', '．'], "."));
    for is_whole in [true, false] {
        let mut found: Vec<Topic> = names.iter().filter(|name| name.is_whole == is_whole && name.folded == folded).map(|name| name.topic).collect();
        let nearest = found.iter().map(|topic| topic.rank()).min();
        found.retain(|topic| Some(topic.rank()) == nearest);
        found.dedup_by_key(|topic| topic.name());
        match found.as_slice() {
            [] => {}
            [one] => return Ok(*one),
            several => return Err(Missed::Several(several.iter().map(|topic| topic.name()).collect())),
        }
    }
    Err(Missed::Unknown(nearest(word, names.iter().map(|name| name.text.as_str()), 1).first().map(|name| (*name).to_owned())))
}

/// Every name of everything.
fn names() -> Vec<Name> {
    let mut names: Vec<(String, Topic, bool)> = Vec::new();
    for of in rules::all() {
        names.extend([of.code, of.name].map(|name| (name.to_owned(), Topic::Rule(of), true)));
    }
    for of in rules::FAMILIES {
        names.push((of.letter.to_string(), Topic::Family(of), true));
        names.extend([of.title.en, of.title.zh].map(|title| (title.to_owned(), Topic::Family(of), false)));
    }
    for of in table::all() {
        let own: Vec<&'static str> = [of.name, of.path, of.title.en, of.title.zh].into_iter().chain(of.also.iter().copied()).collect();
        names.extend(own.iter().map(|name| ((*name).to_owned(), Topic::Table(of), true)));
        for it in of.columns {
            let topic = Topic::Column(of, it);
            for title in [it.code, it.title.en, it.title.zh].iter().chain(it.aliases) {
                names.extend(own.iter().map(|table| (format!("{table}.{title}"), topic, true)));
                names.push(((*title).to_owned(), topic, false));
            }
            names.extend(table::words(it.kind).into_iter().flatten().flat_map(of_word).map(|word| (word.to_owned(), topic, false)));
        }
    }
    for of in setting::all() {
        if !of.name.is_empty() {
            names.push((of.name.to_owned(), Topic::Section(of), true));
            names.push((of.heading(), Topic::Section(of), true));
        }
        for it in of.keys {
            let topic = Topic::Setting(of, it);
            names.push((topic.name(), topic, true));
            names.push((it.name.to_owned(), topic, false));
            if let Takes::OneOf(words) = it.takes {
                names.extend(words.iter().flat_map(of_word).map(|word| (word.to_owned(), topic, false)));
            }
        }
    }
    for of in figure::measures() {
        let topic = Topic::Measure(of);
        names.push((topic.name(), topic, true));
        names.extend([of.key, of.title.en, of.title.zh, of.touched.en, of.touched.zh].map(|name| (name.to_owned(), topic, false)));
    }
    // What is touched is told of services first.
    names.extend(figure::measures().take(1).map(|of| ("touched".to_owned(), Topic::Measure(of), false)));
    for of in figure::dimensions() {
        let topic = Topic::Dimension(of);
        names.push((topic.name(), topic, true));
        names.extend([of.code, of.title.en, of.title.zh].map(|name| (name.to_owned(), topic, false)));
    }
    names.into_iter().map(|(text, topic, is_whole)| Name { folded: fold(&text), text, topic, is_whole }).collect()
}

fn of_word(word: &'static FixedWord) -> impl Iterator<Item = &'static str> {
    [word.code, word.title.en, word.title.zh].into_iter().chain(word.aliases.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(word: &str) -> String {
        ask(word).map_or_else(|missed| panic!("{word}: {missed:?}"), Topic::name)
    }

    #[test]
    fn everything_can_be_asked_by_its_names() {
        assert_eq!(name("M001"), "two-teams");
        assert_eq!(name("m001"), "two-teams");
        assert_eq!(name("M"), "M");
        assert_eq!(name("volunteers"), "volunteers");
        assert_eq!(name("志愿者"), "volunteers");
        assert_eq!(name("志愿者.编号"), "volunteers.id");
        assert_eq!(name("归属关系"), "memberships");
        assert_eq!(name("组织关系"), "memberships", "what it is called elsewhere");
        assert_eq!(name("归属"), "M");
        assert_eq!(name("private/people.phone"), "people.phone");
        assert_eq!(name("minimum-members"), "rules.minimum-members");
        assert_eq!(name("[levels]"), "levels");
        assert_eq!(name("consent"), "volunteers.consent");
        assert_eq!(name("骨干"), "memberships.role");
        assert_eq!(name("tracks"), "vocabulary.tracks");
        assert_eq!(name("format"), "format");
    }

    #[test]
    fn what_has_many_meanings_says_which() {
        let Err(Missed::Several(several)) = ask("status") else { panic!() };
        assert_eq!(several, ["activities.status", "participations.status", "requests.status"]);
        let nearest = |word| ask(word).err();
        assert_eq!(nearest("volunters"), Some(Missed::Unknown(Some("volunteers".into()))));
        assert_eq!(nearest("volunteers.consnt"), Some(Missed::Unknown(Some("volunteers.consent".into()))));
        assert_eq!(nearest("zzzzzzzz"), Some(Missed::Unknown(None)));
    }

    #[test]
    fn whatever_is_told_has_a_name_that_leads_to_it() {
        let names = names();
        let lead = |word: &str| find(&names, word).map(Topic::name);
        for name in &names {
            assert_eq!(lead(&name.topic.name()), Ok(name.topic.name()));
            assert!(!name.is_whole || lead(&name.text) == Ok(name.topic.name()), "{}", name.text);
            let entry = name.topic.entry(None);
            assert!(!entry.says.en.is_empty() && !entry.says.zh.is_empty() && entry.says.en != entry.says.zh, "{}", name.text);
        }
    }
}
