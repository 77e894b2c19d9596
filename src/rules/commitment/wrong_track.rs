//! C002: a commitment is of a kind that fits the volunteer's track.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::tables::commitments::Commitment;
use crate::tables::volunteers::Volunteer;

/// C002.
pub static RULE: Rule = Rule {
    code: "C002",
    name: "wrong-track",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("The category of a commitment is not one of the volunteer's track.", "承诺类型不属于志愿者的类别。"),
    why: t(
        "Each track promises what it can do: a school safety on the way, a village help to raise households. \
         Which categories fit which track stands under commitment-categories; a track that is not named there may take any.",
        "各类志愿者承诺各自做得到的事：学校保平安，农村帮致富。各类别可用的承诺类型写在 commitment-categories；那里没有列出的类别不限。",
    ),
    mend: t(
        "Correct the category, or the track of the volunteer; or add the category to the track's under commitment-categories in rollbook.toml.",
        "改正承诺类型或志愿者的类别；或在 rollbook.toml 的 commitment-categories 给这个类别加上该承诺类型。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::COMMITMENTS, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::COMMITMENTS]),
    example: "
-- rollbook.toml (add)
[vocabulary]
tracks = [\"community\", \"rural\"]
commitment-categories = { community = [\"cleaning\", \"harmony\"], rural = [\"relief\"] }
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- commitments.csv
id,volunteer,category,text,made,due,published,kept
c1,v1,relief,Look after two families,2026-01-10,,2026-01-20,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (commitments, volunteers, words) = (&cx.book.commitments, &cx.book.volunteers, &cx.book.words);
    let vocabularies = &cx.book.settings.vocabularies;
    for (row, commitment) in commitments.iter() {
        let (Some(volunteer), Some(category)) = (commitment.volunteer.get(), commitment.category.get()) else { continue };
        let Some(track) = volunteers.get(volunteer).and_then(|v| v.track.get()) else { continue };
        let Some(fitting) = vocabularies.fitting(track).filter(|fitting| !fitting.contains(&category)) else { continue };
        let at = commitments.at(row, Commitment::category);
        let whose = vocabularies.categories.iter().filter(|(_, categories)| categories.contains(&category));
        let message = say!(
            "the category of {commitment} is '{category}', which is for {whose}; {who} is of track '{track}'",
            "{commitment} 的承诺类型是“{category}”，属于{whose}；{who}的类别是“{track}”",
            commitment = cx.id(row),
            category = words.title(category),
            whose = Text::list(whose.map(|(track, _)| say!("'{track}'", "“{track}”", track = words.title(*track)))),
            who = cx.who(volunteer),
            track = words.title(track)
        );
        let help = say!(
            "write one of {fitting} under 'category', or correct 'track' of {volunteer}; \
             if such a promise fits the track, add {category} to {track} under commitment-categories in rollbook.toml",
            "在“承诺类型”写以下之一：{fitting}；或改正 {volunteer} 的“类别”；如果这类承诺也适合该类别，在 rollbook.toml 的 commitment-categories 给 {track} 加上 {category}",
            fitting = Text::list(fitting.iter().map(|category| Text::same(words.code(*category)))),
            volunteer = cx.id(volunteer),
            category = words.code(category),
            track = words.code(track)
        );
        // Where many promise what their track does not have, the vocabulary lacks it.
        let finding = Finding::new(cx.record(row), at, message).help(help).cause(format!("{} {}", track.number, category.number));
        found.add(finding.related(volunteers.at(volunteer, Volunteer::track), say!("the volunteer's track", "志愿者的类别")));
    }
}
